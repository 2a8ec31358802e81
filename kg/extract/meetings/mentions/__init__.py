"""All gatherings that a letter names, and the short names that it gives to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit, units
from kg.extract.meetings.mentions.met import met
from kg.extract.meetings.mentions.nouns import nouns
from kg.extract.meetings.mentions.portions import portions
from kg.extract.meetings.mentions.seated import seated
from kg.extract.meetings.mentions.unsaid import unsaid
from kg.extract.meetings.mentions.visited import visited
from kg.extract.mentions import mentions_in
from kg.model import Letter, Mention

__all__ = ["gatherings"]

_SHORT = expression(r"\s*\((?:hierna:?\s*)?([A-Z][A-Za-z]*[A-Z])[- ]?\d{0,3}\)")


def gatherings(letter: Letter) -> list[tuple[Unit, list[Gathering]]]:
    """Give each stretch of a letter with the gatherings that it names, all in reading order, none inside another's name."""
    found = [(unit, mentions_in(letter.mentions, unit.span)) for unit in units(letter)]
    read = [(unit, _named(letter.text.clean, unit, mentions, {})) for unit, mentions in found]
    short = {
        name: kind
        for (unit, mentions), (_, named) in zip(found, read, strict=True)
        for name, kind in _short(letter.text.clean, mentions, named)
    }
    if short:
        read = [
            (unit, _named(letter.text.clean, unit, mentions, short) if _holds(letter, unit, short) else named)
            for (unit, mentions), (_, named) in zip(found, read, strict=True)
        ]
    for i, ((unit, named), (_, mentions)) in enumerate(zip(read, found, strict=True)):
        before = read[i - 1][1] if i and read[i - 1][0].block == unit.block else []
        more = [
            *unsaid(letter.text.clean, unit, [*before, *named]),
            *seated(letter, unit, mentions),
            *visited(letter, unit, mentions),
            *portions(letter, unit),
        ]
        more = [g for g in more if not any(g.span.overlaps(o.span) for o in named)]
        if more:
            read[i] = (unit, sorted([*named, *more], key=lambda g: g.span))
    return read


def _holds(letter: Letter, unit: Unit, names: Iterable[str]) -> bool:
    stretch = unit.span.of(letter.text.clean)
    return any(name in stretch for name in names)


def _named(text: str, unit: Unit, mentions: Sequence[Mention], short: Mapping[str, str]) -> list[Gathering]:
    found = nouns(text, unit, mentions, short)
    told = [
        g
        for g in met(text, unit, mentions)
        if not any(g.head.overlaps(o.span) or g.span.overlaps(o.span) for o in found)
    ]
    return sorted([*found, *told], key=lambda g: g.span)


def _short(text: str, mentions: Sequence[Mention], named: Sequence[Gathering]) -> list[tuple[str, str]]:
    """Give the short names that stand behind gatherings ("de Elfde Ministeriële Conferentie (MC11)": MC) with the noun each stands for; not those of a body inside ("van het Internationaal Monetair Fonds (IMF)")."""
    found = []
    for g in named:
        if g.sort != "whole":
            continue
        for bracket in _SHORT.finditer(text, g.head.start, min(g.span.end + 14, len(text))):
            body = next((m for m in mentions if m.span.end == bracket.start()), None)
            if bracket.start() <= g.span.end and (body is None or body.span.covers(g.head)):
                found.append((bracket.group(1), g.kind))
    return found
