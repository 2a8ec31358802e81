"""Where: which place of a sentence belongs to which gathering, by the clause in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch.dates import Date
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.setting.moments import HELD, follows, of_clause
from kg.extract.meetings.words import MEETING_VERBS
from kg.extract.mentions import mentions_in
from kg.extract.predicates import Telling, predicate_at
from kg.model import Letter, Mention, Span

__all__ = ["places"]


def places(
    letter: Letter, unit: Unit, telling: Telling | None, found: Sequence[Gathering], given: dict[int, tuple[Date, str]]
) -> dict[int, str]:
    """Give the place (an entity id) that the sentence gives to each of its gatherings (by index)."""
    text = letter.text.clean
    where = [
        m
        for m in mentions_in(letter.mentions, unit.span)
        if m.entity.startswith(("place/", "country/")) and m.form in ("name", "capital") and _located(text, unit, m)
    ]
    where = [m for m in where if m.entity.startswith("place/") or not any(o.entity.startswith("place/") for o in where)]
    out: dict[int, str] = {}
    for i, g in enumerate(found):
        within = [m for m in where if m.span.end == g.span.end and m.span.start > g.head.start and not g.topic] or [
            m for m in mentions_in(letter.mentions, Span(g.span.start, g.head.end)) if m.entity.startswith("place/")
        ]
        after = [m for m in where if m.span.start >= g.span.end]
        if within:
            out[i] = within[0].entity
        elif (
            after
            and not any(g.span.end < o.span.start < after[0].span.start for o in found)
            and _reaches(text, g, after[0], given.get(i))
        ):
            out[i] = after[0].entity
        else:
            mine = [
                m
                for m in where
                if telling
                and not any(o.span.covers(m.span) for o in found)
                and i in of_clause(text, unit, telling, found, Date(m.span, "", ""))
                and (i in given or g.sort != "talk")
            ]
            near = [m for m in mine if _tells_meeting(telling, m.span)]
            if near:
                out[i] = near[0].entity
    return out


def _tells_meeting(telling: Telling | None, span: Span) -> bool:
    """Tell whether the clause of a place is one of meeting, so that the place is where: "In Amman vond een gesprek plaats"."""
    said = predicate_at(telling, span)
    if said is None or telling is None:
        return False
    return (
        any(telling.low(i) in HELD | MEETING_VERBS | {"werd", "werden"} for i in said.clause.verbs)
        or said.verb == said.clause.finite
    )


def _located(text: str, unit: Unit, m: Mention) -> bool:
    lead = text[max(unit.span.start, m.span.start - 30) : m.span.start]
    return bool(re.search(r"(?i)(?:^|\b)(?:in|te)\s+(?:het\s+(?-i:[A-Z])[\w-]+e?\s+)?$", lead)) or (
        unit.kind == "title" and bool(re.search(r"[,–-]\s*$", lead))
    )


def _reaches(text: str, g: Gathering, m: Mention, given: tuple[Date, str] | None) -> bool:
    date = given[0] if given else None
    if date and g.span.end <= date.span.start and m.span.start >= date.span.end:
        return follows(text, Span(date.span.end, m.span.start), attached=False)
    return follows(text, Span(g.span.end, m.span.start), attached=True)
