"""All gatherings that a stretch of a letter names."""

from __future__ import annotations

from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.met import met
from kg.extract.meetings.nouns import nouns
from kg.extract.mentions import mentions_in
from kg.model import Letter

__all__ = ["gatherings"]


def gatherings(letter: Letter, unit: Unit) -> list[Gathering]:
    """Give the gatherings that a stretch names, in reading order, none inside another's name."""
    text, mentions = letter.text.clean, mentions_in(letter.mentions, unit.span)
    found = nouns(text, unit, mentions)
    told = [
        g
        for g in met(text, unit, mentions)
        if not any(g.head.overlaps(o.span) or g.span.overlaps(o.span) for o in found)
    ]
    return sorted([*found, *told], key=lambda g: g.span)
