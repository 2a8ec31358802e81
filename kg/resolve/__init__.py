"""One meeting, one person, one group across letters: which local thing of a letter is which thing of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kg.model import Letter
from kg.resolve.meetings import resolve_meetings

__all__ = ["Resolution", "resolve", "stem"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the things of each letter are called in the whole graph.

    `meetings` leads from (letter, key of a meeting in it) to an id such as
    "meeting/navo-top-2018-07-11"; `entities` from (letter, entity id) to another entity id, and
    holds only those that change. A letter is told by its `stem`.
    """

    meetings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    entities: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def meeting(self, letter: str, key: str) -> str:
        """Give the graph's id of the meeting that `letter` calls `key`. A `KeyError` when it has no such meeting."""
        return self.meetings[letter, key]

    def entity(self, letter: str, id: str) -> str:  # noqa: A002 (the model calls it so)
        """Give the graph's id of the entity that `letter` calls `id`."""
        return self.entities.get((letter, id), id)


def stem(letter: Letter) -> str:
    """Give the letter's own name: its file name without the extension."""
    return PurePosixPath(letter.source.name).stem


def resolve(letters: Iterable[Letter]) -> Resolution:
    """Find out which meetings of which letters are one. The order of the letters makes no difference."""
    return Resolution(meetings=resolve_meetings({stem(letter): letter.meetings for letter in letters}))
