"""With whom the writer spoke: "sprak ik met minister Maas", "ontmoette ik mijn Turkse ambtgenoot"."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["met"]

_TALKS = frozenset(form for noun in word_set("meetings", "heads.talk") for form in noun.split("|"))
_TALKS |= word_set("meetings", "words.meals")
_CONVERSING = word_set("presence", "talk.conversing")
_RECEIVING = word_set("presence", "talk.receiving")
_HOLDING = word_set("presence", "talk.holding")


def met(scene: Scene, clause: Clause, party: Party) -> tuple[str, ...]:
    """Give whom the Dutch subject of a clause spoke with: "sprak ik met minister Maas", "ontmoette ik mijn Turkse ambtgenoot"; () otherwise."""
    if party.holders[0].id != NEDERLAND and not any(h.how == "speaker" for h in party.holders):
        return ()
    lemmas = {r.lemma for i in clause.tokens for r in scene.tokens[i].verb}
    if lemmas.isdisjoint(_CONVERSING | _RECEIVING | _HOLDING):
        return ()
    for i in clause.tokens:
        talk = scene.low(i) == "met" and (lemmas & _CONVERSING or any(scene.low(j) in _TALKS for j in clause.tokens))
        other = party_at(scene, i + 1) if talk else None
        if other is None and lemmas & _RECEIVING and i >= max(clause.finite + 1, party.end):
            other = party_at(scene, i)
        if other and other.holders[0].id not in {h.id for h in party.holders}:
            return tuple(h.id for h in other.holders)
    return ()
