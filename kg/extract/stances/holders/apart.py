"""Who stands apart from those who hold a position: "alle lidstaten behalve Hongarije", "anders dan Frankrijk steunde Nederland"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.dutch import word_set
from kg.extract.stances.found import Found
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene, by_first_word

__all__ = ["contrasted", "exceptions"]

_EXCEPT = by_first_word(word_set("words", "company.except_for"))
_UNLIKE = by_first_word(word_set("words", "company.unlike"))
_BUT_NOT = by_first_word(word_set("words", "company.but_not"))
# who is unlike one that is for is not for it; who is unlike one that only says something need not deny it
_OTHER_SIDE = {"support": "oppose", "oppose": "support"}


def exceptions(scene: Scene, found: Found) -> tuple[str, ...]:
    """Give the ids of those whom a collective holder leaves out: "met uitzondering van Hongarije", "op Polen na"; () where the holder is no collective."""
    if found.party is None or not found.party.groups:
        return ()
    return tuple(dict.fromkeys(h.id for party in _left_out(scene, found) for h in party.holders))


def _left_out(scene: Scene, found: Found) -> Iterator[Party]:
    if "na" not in scene.words and _EXCEPT.keys().isdisjoint(scene.words):
        return
    for i in range(found.first, found.last):
        size = len(scene.expression_at(i, _EXCEPT))
        party = _named(scene, i + size) if size else None
        if party is None and scene.low(i) == "op":
            party = _named(scene, i + 1)
            party = party if party and scene.low(party.end) == "na" else None
        if party:
            yield party


def contrasted(scene: Scene, found: Found) -> Found | None:
    """Give the position of whom a holder is unlike: "Anders dan Frankrijk steunde Nederland het voorstel" tells that Frankrijk does not; None without one."""
    if found.party is None or found.type not in _OTHER_SIDE:
        return None
    for i in range(found.first, found.last):
        size = len(scene.expression_at(i, _UNLIKE)) or (i < found.finite and len(scene.expression_at(i, _BUT_NOT)))
        other = _named(scene, i + size) if size else None
        if other and not {h.id for h in other.holders} & {h.id for h in found.party.holders}:
            return replace(
                found,
                rule="contrast." + "-".join(scene.low(i + k) for k in range(size)),
                type=_OTHER_SIDE[found.type],
                cue=tuple(range(i, i + size)),
                party=other,
                confidence=0.6,
                reason="wie anders doet dan de houder",
                addressee=None,
                negated=not found.negated,
            )
    return None


def _named(scene: Scene, i: int) -> Party | None:
    """Give the party at token i where it is named, and not a pronoun: "behalve dat" leaves nobody out."""
    party = party_at(scene, i)
    return party if party and not any(h.how == "anaphor" for h in party.holders) else None
