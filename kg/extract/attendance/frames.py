"""The verbs of presence, compiled from `kg/dutch/presence.toml`: which slot of which verb says who was there, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.dutch import table
from kg.dutch.acts import acts
from kg.expression import Expression, expression
from kg.extract.predicates import Frame, Predicate, by_verb, frame

__all__ = ["arrival", "fitting", "frames", "phrases", "positions", "seconding", "speech"]


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Give the frames of presence by their verb."""
    return by_verb(
        frame(line, group["role"], group["slot"]) for group in table("presence")["who"] for line in group["verbs"]
    )


@cache
def speech() -> dict[str, tuple[Frame, ...]]:
    """Give the verbs by which somebody is said to have spoken, by their verb."""
    lists = table("presence")["speech"]
    given = ",".join(lists["nouns"])
    return by_verb(frame(line.replace("*nouns", given), "speaker", "subject") for line in lists["verbs"])


@cache
def positions() -> dict[str, tuple[Frame, ...]]:
    """Give the other verbs of the lexicon of acts whose subject takes a position, by their verb: told of a meeting in the past tense, it was taken there."""
    silent = frozenset(table("presence")["speech"]["silent"])
    return by_verb(
        dict.fromkeys(
            Frame(act.verb, act.particle, tuple(map(" ".join, act.fixed[0])) if act.fixed else (), "speaker", "subject")
            for act in acts().verbs
            if act.holder == "subject" and len(act.fixed) < 2 and act.verb not in silent
        )
    )


@cache
def arrival() -> dict[str, tuple[Frame, ...]]:
    """Give the verbs of coming, by their verb: with the place of the meeting behind them they say who was there."""
    return by_verb(frame(line, "participant", "subject") for line in table("presence")["arrival"]["verbs"])


@cache
def phrases() -> tuple[Expression, dict[str, str]]:
    """Give a pattern of the phrases of presence ("in aanwezigheid van"), and the role that each gives; one that it does not hold is of a speaker ("na een inleiding door")."""
    roles = {words: role for role, lines in table("presence")["phrases"].items() for words in lines}
    longest = sorted(roles, key=len, reverse=True)
    spoken = "|".join(table("presence")["speech"]["nouns"])
    given = rf"(?:een|na|met|via|de|het|in|tijdens|bij) (?:[a-z-]+ )?(?:{spoken}) (?:van|door)|(?:{spoken}) door"
    return expression(rf"(?i)(?<!\w)({'|'.join(map(re.escape, longest))}|{given})\s+"), roles


@cache
def seconding() -> Expression:
    """Give a pattern of the words before those who stood up for a speaker: ", gesteund door", "daarin bijgevallen door"."""
    words = "|".join(table("presence")["speech"]["seconded"])
    return expression(rf"(?i)(?:,|\b(?:daar|hier|waar)(?:bij|in|toe)) (?:[a-z]+ )?(?:{words}) door\s+")


def fitting(said: Predicate, known: dict[str, tuple[Frame, ...]]) -> Iterator[Frame]:
    """Give the frames of a clause's verb, among those known, whose particle and words stand in the clause."""
    for verb in said.verbs:
        for one in known.get(verb, ()):
            if said.says(one.verb, one.particle, one.beside):
                yield one
