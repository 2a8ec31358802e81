"""Visits that a verb tells: "Van 22 tot en met 25 mei bezocht ik Marokko en Tunesië", "deed ik Kigali aan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.expression import expression
from kg.extract.meetings.counterparts import NEDERLAND
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.predicates import Predicate, tellings
from kg.model import Letter, Mention, Span

__all__ = ["visited", "where_to"]

_VERBS = (("bezoeken", ""), ("doen", "aan"))
_AND = expression(
    r"\s*(?:,|,?\s+en|,?\s+alsook|,?\s+alsmede)\s+(?:(?:daarna|vervolgens|aansluitend)\s+)?(?:(?:aan|de|het)\s+){0,2}"
)
_BEHIND = expression(r"(?i)\b(?:in|te|bij|uit|van|vanuit|naar|over|met|voor|door|nabij|buiten)\s+(?:(?:de|het)\s+)?$")


def visited(letter: Letter, unit: Unit, mentions: Sequence[Mention]) -> Iterator[Gathering]:
    """Give the visit of the letter's own side that a sentence tells with a verb, named after where it went; none of what is not so much as a place or a body."""
    telling = tellings(letter).get(unit.span.start) if unit.kind == "sentence" else None
    if telling is None:
        return
    text = letter.text.clean
    for said in telling.predicates:
        subject = said.subject()
        told = any(said.says(verb, particle, ()) for verb, particle in _VERBS)
        if not told or said.passive or said.possible or said.negated or said.tense == "pluperfect":
            continue
        if subject is None or not (subject.own or any(m.entity in _ours(letter) for m in subject.who)):
            continue
        first = next((m for m in mentions if _goal(text, said, m)), None)
        if first is None:
            continue
        names = where_to(text, mentions, first)
        verb = telling.tokens[said.verb].span
        label = " en ".join(", ".join(m.span.of(text) for m in names).rsplit(", ", 1))
        yield Gathering(Span(first.span.start, names[-1].span.end), verb, "bezoek", "whole", f"bezoek aan {label}")


def where_to(text: str, mentions: Sequence[Mention], first: Mention) -> list[Mention]:
    """Give the places and bodies that are listed from the first on: "Marokko, Tunesië en Libië"."""
    found = [first]
    for m in mentions:
        there = m.entity.startswith(("place/", "country/")) and m.form != "adjective"
        if there and m.span.start >= found[-1].span.end and _AND.fullmatch(text, found[-1].span.end, m.span.start):
            found.append(m)
    return found


def _ours(letter: Letter) -> set[str]:
    """Give who is of the letter's own side."""
    return {NEDERLAND, *(e.id for e in letter.entities if e.country == NEDERLAND)}


def _goal(text: str, said: Predicate, m: Mention) -> bool:
    """Tell whether a mention is what a clause says was visited: a place, a land or a body, behind no preposition."""
    there = m.entity.startswith(("place/", "country/", "organisation/")) and m.form in (
        "name",
        "capital",
        "abbreviation",
    )
    return (
        there
        and said.telling.index(m.span.start) in said.clause.tokens
        and not _BEHIND.search(text, said.telling.where.start, m.span.start)
    )
