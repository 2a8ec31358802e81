"""Subjects whom nobody knows, so that who stands behind the verb is the object: "Het parlement prees Nederland"."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["led_by_stranger"]

_PREPOSITIONS = word_set("words", "prepositions")
_BETWEEN = word_set("words", "between")
_ONLY_SUBJECT = word_set("pronouns", "subject_only")


def led_by_stranger(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell whether an unknown "de/het ..." or name stands before the verb, so that the party behind it may be its object: "Het parlement prees Nederland"."""
    lead = [i for i in clause.tokens if i < clause.finite]
    if not lead or party.end <= clause.finite or scene.low(party.start) in _ONLY_SUBJECT:
        return False
    first = scene.tokens[lead[0]]
    if any(scene.low(i) in _PREPOSITIONS for i in lead):
        return False  # "De bouw van een muur keurde Libanon af": a long object put first
    # "Vakbonden", "Critici": a plural or a name; "Tenslotte", "Daarnaast" are adverbs
    plural = len(lead) == 1 and first.low.endswith(("en", "ers", "ci")) and first.low not in _BETWEEN
    return first.low in ("de", "het") or plural or _unknown_name(scene, lead[-1])


def _unknown_name(scene: Scene, i: int) -> bool:
    """Tell whether the word at token i is somebody's name that no list has: elsewhere in the letter it has its capital behind another word."""
    word = scene.tokens[i].text
    known = any(at <= i < end for at, (_, end) in scene.at.items()) or party_at(scene, i) is not None
    if not word[0].isupper() or known:
        return False
    place = scene.text.find(f" {word}", 1)
    while place > 0 and not (scene.text[place - 1].islower() or scene.text[place - 1] == ","):
        place = scene.text.find(f" {word}", place + 1)
    return place > 0
