"""Gatherings that a verb tells: "de NAR kwam bijeen", "de ministers van Defensie zien elkaar op 26 juni"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.expression import Room, expression
from kg.extract.meetings.gathering import Gathering, Unit, plain_level
from kg.extract.meetings.words import LEVEL
from kg.model import Mention, Span

__all__ = ["met"]

_MEET = (
    # (pattern, where the verb stands): "kwam ... bijeen", "bijeenkwamen", "zien elkaar", "elkaar ... gesproken", "vergaderen"
    expression(
        r"(?i)\b(?:kwam|kwamen|kwamende|komt|komen|kome|gekomen)\b(?P<gap>[^;:]*?)\b(?:bijeen|bij elkaar|samen)\b(?! te (?-i:[a-z]))"
    ),
    expression(r"(?i)\b(?:bijeen|samen)(?:kwam|kwamen|komt|komen|gekomen)\b|\bbijeen (?:was|waren|is|zijn)\b"),
    expression(r"(?i)\b(?:was|waren|is|zijn|zat|zaten|zitten)\b(?P<gap>[^;:]*?)\bbijeen\b(?! te (?-i:[a-z]))"),
    expression(
        r"(?i)\b(?:zien|zagen|treffen|troffen|spreken|spraken|ontmoeten|ontmoetten)\b(?P<gap>[^;:,.]{0,60}?)\s+elkaar\b"
    ),
    expression(
        r"(?i)\belkaar\b[^;:,]*?\b(?:gesproken|ontmoet|gezien|getroffen|spreken|ontmoeten|zien|treffen|spraken|ontmoetten|zagen|troffen)\b"
    ),
    expression(r"(?i)\b(?:was|waren|is|zijn)\s+(?:bestemd|gereserveerd|ingeruimd|uitgetrokken)\s+voor\b"),
    expression(r"(?i)\b(?:vergaderen|vergadert|vergaderde|vergaderden|vergaderd)\b"),
)
# "De ministers van Defensie bezien op 9 juni in Brussel de voortgang": with a day and a place they were together
_SPOKE = expression(
    r"(?i)\b(?:spraken|spreken|bespraken|bespreken|bezagen|bezien|overlegden|overleggen|beraadslaagden|beraadslagen|beraadden zich|beraden zich|bogen zich|buigen zich|onderhandelden|onderhandelen)\b"
    r"(?=[^;:,.]{0,60}?\b(?:op|van)\s+(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?\d{1,2}[^;:,.]{0,40}?(?:jl\.|a\.s\.)?\s(?:in|te)\s+(?-i:[A-Z]))"
)
_TOLD = Room(*_MEET, _SPOKE)
_GROUP = expression(  # "de kiesgroep", "de landen van de coalitie"
    r"(?i)\b(?:de|het|onze)\s+((?:[\w-]+\s+)?[\w-]*(?:groep|group|committee|board|council|coalitie|comité|commissie|kwartet|trojka|trio|bestuur|partijen|staten|landen|leden|donoren|kwartet|diensten|delegaties|instellingen|onderhandelaars)(?:-[A-Z][\w-]+)?(?:\s+van\s+(?:de|het)\s+[\w-]+)?)\b"
)
_OWN = expression(r"(?i)\b(?:ik|wij|we)\s+$|\bde (?:beide |twee )?ministers(?: \w+)?\s+$")


def met(text: str, unit: Unit, mentions: Sequence[Mention]) -> Iterator[Gathering]:
    """Give the gatherings that verbs of a stretch tell: whoever is the subject came together."""
    for pattern in _TOLD.standing(text, *unit.span):
        for verb in pattern.finditer(text, *unit.span):
            if pattern is _SPOKE and _OWN.search(text, unit.span.start, verb.start()):
                continue
            first = _subjects(text, unit, Span(*verb.span()), mentions)
            for who in first + (_added(text, unit, Span(*verb.span()), mentions) if first else []):
                body = next(
                    (m.entity for m in mentions if m.entity.startswith("organisation/") and m.span.overlaps(who)), ""
                )
                level = LEVEL.search(text, who.start, who.end)
                name = who.of(text)
                states = _states(text, who, mentions)
                if states:
                    name = text[who.start : states.end]
                yield Gathering(
                    Span(who.start, states.end) if states else who,
                    Span(*verb.span()),
                    "bijeenkomst",
                    "met",
                    f"bijeenkomst van de {name}" if level else name,
                    body=body,
                    level=plain_level(level.group()) if level else "",
                    definite=True,
                    partner=states,
                )


def _states(text: str, who: Span, mentions: Sequence[Mention]) -> Span | None:
    """Give the stretch of countries behind "de presidenten van"."""
    of = expression(r"\s+(?:van|uit)\s+").match(text, who.end)
    first = next((m for m in mentions if of and m.entity.startswith("country/") and m.span.start == of.end()), None)
    if first is None:
        return None
    last = first
    for m in mentions:
        if (
            m.span.start > last.span.end
            and m.entity.startswith("country/")
            and re.fullmatch(r"\s*(?:,|en|, en)\s+(?:de |het )?", text[last.span.end : m.span.start])
        ):
            last = m
    return Span(first.span.start, last.span.end)


def _added(text: str, unit: Unit, verb: Span, mentions: Sequence[Mention]) -> list[Span]:
    """Give the bodies that a second half adds: "komt eerst de NAR bijeen en daarna, mits Moskou instemt, de NRR"."""
    found = []
    for more in expression(r"\ben (?:daarna|vervolgens|aansluitend|tot slot|dan|later|daaropvolgend)\b").finditer(
        text, verb.end, unit.span.end
    ):
        after = [
            m
            for m in mentions
            if m.entity.startswith("organisation/")
            and m.span.start >= more.end()
            and re.search(r"\b[Dd]e\s+$", text[max(0, m.span.start - 4) : m.span.start])
        ]
        if after and not re.search(r"[;.]", text[more.end() : after[0].span.start]):
            found.append(after[0].span)
    return found


def _subjects(text: str, unit: Unit, verb: Span, mentions: Sequence[Mention]) -> list[Span]:
    """Give who came together: the body or level inside the verb's bracket, else the nearest one before it."""
    candidates = [
        Span(*m.span())
        for m in LEVEL.finditer(text, unit.span.start, unit.span.end)
        if " " in m.group() or not re.match(r"\s+[A-Z]", text[m.end() : m.end() + 4])  # "de ministers Blok en Maas"
    ]
    candidates = [_widen(text, unit, c) for c in candidates] or [
        Span(*m.span(1)) for m in _GROUP.finditer(text, unit.span.start, unit.span.end)
    ]
    for m in mentions:
        if (
            m.entity.startswith("organisation/")
            and m.form != "office"
            and text[m.span.start - 1 : m.span.start] != "("
            and not any(c.overlaps(m.span) for c in candidates)
        ):
            candidates.append(m.span)
    candidates = [
        c
        for c in candidates
        if (verb.of(text).lower().endswith("voor") and c.start >= verb.end)
        or re.match(r",?\s+(?:die|dat)\b", text[c.end : c.end + 6])
        or not re.search(
            r"(?i)\b(?:niveau van(?: de)?|door(?: de)?|behalve(?: de)?|naast(?: de)?|met(?: de)?|van(?: de)?|voor(?: de)?|aan(?: de)?|uit|over(?: de)?|mijn)\s+$",
            text[max(unit.span.start, c.start - 20) : c.start],
        )
    ]
    inside = sorted(c for c in candidates if verb.start <= c.start < verb.end)
    if inside:
        first = inside[0]
        return [
            first,
            *(o for o in inside[1:] if re.search(r"\ben\b", text[first.end : o.start]) and not o.overlaps(first)),
        ]
    before = sorted(c for c in candidates if c.end <= verb.start)
    if before:
        gap = text[before[-1].end : verb.start]
        if not re.search(r"[;:.]", re.sub(r"\b(?:a\.s|jl|j\.l)\.", "", gap)) and len(gap) < 90:
            return [before[-1]]
    after = sorted(c for c in candidates if c.start >= verb.end)
    if not after or len(text[verb.end : after[0].start]) > 45 or re.search(r"[;:,.]", text[verb.end : after[0].start]):
        return []
    listed = [after[0]]
    for other in after[1:]:
        gap = text[listed[-1].end : other.start]
        if other.start >= listed[-1].end and re.fullmatch(
            r"\s*(?:\([^)]*\))?\s*(?:,|en|alsook|, en|alsmede|,? evenals)\s+(?:de|het)?\s*", gap
        ):
            listed.append(other)
    return listed


def _widen(text: str, unit: Unit, span: Span) -> Span:
    """Take the name in front into a level: "NAVO Ministers van Defensie", "Ministers van A en van B"."""
    left = re.search(r"([A-Z][\w]*(?:[- ][A-Z][\w]*)?)[-\s]$", text[unit.span.start : span.start])
    start = unit.span.start + left.start() if left and left.start() > 0 else span.start
    more = expression(r"\s+van de (?:[A-Z][\w-]+|[\w-]*(?:coalitie|groep|alliantie|eurozone|eurolanden)\b)").match(
        text, span.end, unit.span.end
    )
    end = more.end() if more else span.end
    also = expression(r"\s+en\s+(?:van|voor)\s+[A-Z]\w+(?:\s+[A-Z]\w+)*").match(text, end, unit.span.end)
    if not re.match(r"(?i)(?:de|het|een|op|in|deze)\s", text[start : span.start] + " "):
        return Span(start, also.end() if also else end)
    return Span(span.start, also.end() if also else end)
