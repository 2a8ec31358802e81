"""One meeting, one person, one group across letters: which local thing of a letter is which thing of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from kg.model import Letter
from kg.resolve.meetings import Seen, ids_in, resolve_meetings, seen_in, whole_ids

__all__ = ["Outline", "Resolution", "agree", "outline", "resolve", "stem", "within"]


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


class Outline(NamedTuple):
    """What other letters may have to do with of one letter: its stem and its whole meetings. A thousand fit in a megabyte or two."""

    letter: str
    meetings: tuple[Seen, ...]


def outline(letter: Letter) -> Outline:
    """Give the outline of a letter."""
    return Outline(stem(letter), tuple(seen_in(stem(letter), letter.meetings)))


def agree(outlines: Iterable[Outline]) -> dict[str, dict[str, str]]:
    """Give for each letter (by stem) the graph's ids of its whole meetings by their keys. The order makes no difference."""
    found: dict[str, dict[str, str]] = {}
    for (letter, key), id_ in whole_ids(seen for one in outlines for seen in one.meetings).items():
        found.setdefault(letter, {})[key] = id_
    return found


def within(letter: Letter, wholes: Mapping[str, str]) -> Resolution:
    """Give what the things of one letter are called, where the ids of its whole meetings are known."""
    name = stem(letter)
    return Resolution(ids_in(name, letter.meetings, {(name, key): id_ for key, id_ in wholes.items()}))


def resolve(letters: Iterable[Letter]) -> Resolution:
    """Find out which meetings of which letters are one. The order of the letters makes no difference."""
    return Resolution(meetings=resolve_meetings({stem(letter): letter.meetings for letter in letters}))
