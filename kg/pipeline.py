"""The stages that a letter goes through, in order. Start reading here.

    bytes --read--> Source --mend--> Text --extractors--> Letter        one letter, alone: this file
    Letters --resolve--> ids --rdf--> triples --store--> a graph        all letters together: `kg.build`

Each extractor takes a letter and gives it back with more filled in; none reads what a later one makes.
Others can add theirs through the entry point group `kamergraph.extractors` (a callable that takes a `Registry` and gives an extractor); they run last, by name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points

from kg.extract import Extractor
from kg.extract.attendance import AttendanceExtractor
from kg.extract.entities import EntityExtractor
from kg.extract.letter import LetterExtractor
from kg.extract.meetings import MeetingExtractor
from kg.extract.second_vote import SecondVote
from kg.extract.stances import StanceExtractor
from kg.model import Letter, Source
from kg.registry import Registry
from kg.text import mend

__all__ = ["extract", "extractors"]


@cache
def extractors(registry: Registry) -> tuple[Extractor, ...]:
    """Give the extractors in the order in which they run."""
    return (
        LetterExtractor(),
        EntityExtractor(registry),
        MeetingExtractor(registry),
        AttendanceExtractor(registry),
        StanceExtractor(registry),
        *_plugins(registry),
    )


def _plugins(registry: Registry) -> list[Extractor]:
    found = sorted(entry_points(group="kamergraph.extractors"), key=lambda point: point.name)
    makers: list[Callable[[Registry], Extractor]] = [point.load() for point in found]
    return [make(registry) for make in makers]


def extract(source: Source, registry: Registry, vote: SecondVote | None = None) -> Letter:
    """Read one letter through all stages, and let a parser vote on who holds its stances. Pure: the same source, registry and parser give the same letter."""
    letter = Letter(source, mend(source))
    for extractor in extractors(registry):
        letter = extractor(letter)
    return vote(letter) if vote else letter
