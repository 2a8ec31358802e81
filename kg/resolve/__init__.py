"""One meeting, one person, one group across letters: which local thing of a letter is which thing of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from kg.model import Letter
from kg.resolve.meetings import Seen, grounds, ids_in, resolve_meetings, seen_in, whole_ids
from kg.resolve.persons import Named, named_in, person_ids, why

__all__ = ["Outline", "Resolution", "agree", "grounds", "outline", "resolve", "stem", "why", "within"]


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
    """What other letters may have to do with of one letter: its stem, its whole meetings, and the persons whom it brings in. A thousand fit in a megabyte or two."""

    letter: str
    meetings: tuple[Seen, ...]
    persons: tuple[Named, ...] = ()


def outline(letter: Letter) -> Outline:
    """Give the outline of a letter."""
    name = stem(letter)
    return Outline(name, tuple(seen_in(name, letter.meetings)), tuple(named_in(name, letter.entities)))


def agree(outlines: Iterable[Outline]) -> dict[str, dict[str, str]]:
    """Give for each letter (by stem) the graph's ids of its whole meetings by their keys, and of persons by their own ids. The order makes no difference."""
    found: dict[str, dict[str, str]] = {}
    all_ = list(outlines)
    wholes = whole_ids(seen for one in all_ for seen in one.meetings)
    persons = person_ids(named for one in all_ for named in one.persons)
    for (letter, key), id_ in (*wholes.items(), *persons.items()):
        found.setdefault(letter, {})[key] = id_
    return found


def within(letter: Letter, agreed: Mapping[str, str]) -> Resolution:
    """Give what the things of one letter are called, where it is known what `agree` gives for it."""
    name = stem(letter)
    meetings = ids_in(name, letter.meetings, {(name, key): id_ for key, id_ in agreed.items()})
    entities = {(name, e.id): agreed[e.id] for e in letter.entities if e.id in agreed}
    return Resolution(meetings, entities)


def resolve(letters: Iterable[Letter]) -> Resolution:
    """Find out which meetings and persons of which letters are one. The order of the letters makes no difference."""
    all_ = list(letters)
    persons = person_ids(named for letter in all_ for named in named_in(stem(letter), letter.entities))
    return Resolution(resolve_meetings({stem(letter): letter.meetings for letter in all_}), persons)
