"""Positions told by a participle beside a noun: "het door Spanje bepleite fonds", "een verbod, zoals door Canada voorgesteld, haalde het niet"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import word_set
from kg.dutch.acts import VerbAct, acts
from kg.dutch.verbs import Reading
from kg.extract.stances.acts.wording import fixed_words
from kg.extract.stances.found import Found
from kg.extract.stances.holders.agents import participle_at
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["participles"]

# what somebody asked for or is against is worth a stance of its own; what he supports or decided is oftener a fact beside another
_TYPES = frozenset(["urge", "oppose"])
_AUXILIARIES = word_set("auxiliaries", "perfect", "passive", "future", "possibility", "necessity", "copular")
_HOLDERS = ("country/", "person/", "group/")


def participles(scene: Scene) -> Iterator[Found]:
    """Give the calls and refusals of whoever stands behind "door" with a participle that belongs to a noun, and not to the verb of the clause."""
    if "door" not in scene.words:
        return
    for clause in scene.clauses:
        for i in clause.tokens:
            party = party_at(scene, i + 1) if scene.low(i) == "door" else None
            if party and all(h.id.startswith(_HOLDERS) and h.how == "subject" for h in party.holders):
                found = _before_noun(scene, clause, party) or _behind_noun(scene, clause, i, party)
                if found:
                    yield found


def _before_noun(scene: Scene, clause: Clause, party: Party) -> Found | None:
    """Read "het door Spanje bepleite fonds"."""
    at, readings = participle_at(scene, party.end)
    act = _act(scene, readings, range(party.end, at), at)
    if act is None:
        return None
    return _found(act, party, clause.tokens[0], min(at + 2, clause.end), at)


def _behind_noun(scene: Scene, clause: Clause, i: int, party: Party) -> Found | None:
    """Read "zoals door Canada voorgesteld", "bewapening, door Qatar in overweging gegeven, ..."."""
    forms = scene.tokens[clause.finite].verb if clause.finite >= 0 else ()
    if scene.low(i - 1) not in ("zoals", ",") or any(r.lemma in _AUXILIARIES for r in forms if r.form == "fin"):
        return None
    for at in range(party.end, min(party.end + 5, clause.end)):
        readings = tuple(r for r in scene.tokens[at].verb if r.form == "ptc")
        act = _act(scene, readings, range(party.end, at + 1), at)
        if act:
            return _found(act, party, clause.tokens[0], at + 1, at)
    return None


def _act(scene: Scene, readings: tuple[Reading, ...], own: range, at: int) -> VerbAct | None:
    if any(scene.low(j) in ("niet", "nooit") for j in own):
        return None
    for reading in readings:
        for act in acts().by_verb.get(reading.lemma, ()):
            words = fixed_words(scene, own, at, act, reading.particle)
            if words is not None and act.type in _TYPES and "clausal" not in act.marks and act.holder == "subject":
                return act
    return None


def _found(act: VerbAct, party: Party, first: int, last: int, at: int) -> Found:
    confidence = round(0.7 * party.sure, 2)
    return Found(
        act.rule,
        act.type,
        first,
        last,
        (at,),
        (first, last),
        party,
        confidence,
        "deelwoord bij een zelfstandig naamwoord",
    )
