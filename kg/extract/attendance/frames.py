"""The verbs of presence, compiled from `kg/dutch/presence.toml`: which slot of which verb says who was there, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.dutch import table
from kg.extract.predicates import Frame, Predicate, frame

__all__ = ["arrival", "fitting", "frames", "phrases", "seconding", "speech"]


def _by_verb(made: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for one in made:
        found[one.verb] = (*found.get(one.verb, ()), one)
    return found


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Give the frames of presence by their verb."""
    return _by_verb(
        frame(line, group["role"], group["slot"]) for group in table("presence")["who"] for line in group["verbs"]
    )


@cache
def speech() -> dict[str, tuple[Frame, ...]]:
    """Give the verbs by which somebody is said to have spoken, by their verb."""
    lists = table("presence")["speech"]
    return _by_verb(frame(line, "speaker", "subject") for line in lists["verbs"])


@cache
def arrival() -> dict[str, tuple[Frame, ...]]:
    """Give the verbs of coming, by their verb: with the place of the meeting behind them they say who was there."""
    return _by_verb(frame(line, "participant", "subject") for line in table("presence")["arrival"]["verbs"])


@cache
def phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give a pattern of the phrases of presence ("in aanwezigheid van"), and the role that each gives; one that it does not hold is of a speaker ("na een inleiding door")."""
    roles = {words: role for role, lines in table("presence")["phrases"].items() for words in lines}
    longest = sorted(roles, key=len, reverse=True)
    spoken = "|".join(table("presence")["speech"]["nouns"])
    given = rf"(?:een|na|met|via) (?:[a-z-]+ )?(?:{spoken}) (?:van|door)|(?:{spoken}) door"
    return re.compile(rf"(?i)(?<!\w)({'|'.join(map(re.escape, longest))}|{given})\s+"), roles


@cache
def seconding() -> re.Pattern[str]:
    """Give a pattern of the words before those who stood up for a speaker: ", gesteund door", "daarin bijgevallen door"."""
    words = "|".join(table("presence")["speech"]["seconded"])
    return re.compile(rf"(?i)(?:,|\b(?:daar|hier|waar)(?:bij|in|toe)) (?:[a-z]+ )?(?:{words}) door\s+")


def fitting(said: Predicate, known: dict[str, tuple[Frame, ...]]) -> Iterator[Frame]:
    """Give the frames of a clause's verb, among those known, whose particle and words stand in the clause."""
    for lemma in dict.fromkeys(lemma for lemma, _ in said.lemmas):
        for one in known.get(lemma, ()):
            if said.says(one.verb, one.particle, one.beside):
                yield one
