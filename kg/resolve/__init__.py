"""One meeting, one person, one group across letters: which local thing of a letter is which thing of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from kg.model import Entity, Letter
from kg.registry import Registry
from kg.resolve import persons, things
from kg.resolve.likeness import Likeness, alike_meetings, alike_persons, alike_things
from kg.resolve.meetings import Seen, grounds, ids_in, seen_in, whole_ids
from kg.resolve.persons import Named, named_in, person_ids
from kg.resolve.things import Thing, thing_ids, things_in

__all__ = [
    "Likeness",
    "Outline",
    "Resolution",
    "agree",
    "alike",
    "grounds",
    "outline",
    "resolve",
    "stem",
    "why",
    "within",
]


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
    """What other letters may have to do with of one letter: its stem, its whole meetings, the persons and the things that it brings in. A thousand fit in a megabyte or two."""

    letter: str
    meetings: tuple[Seen, ...] = ()
    persons: tuple[Named, ...] = ()
    things: tuple[Thing, ...] = ()


def outline(letter: Letter) -> Outline:
    """Give the outline of a letter."""
    name = stem(letter)
    return Outline(
        name,
        tuple(seen_in(name, letter.meetings)),
        tuple(named_in(name, letter.entities)),
        tuple(things_in(name, letter.entities)),
    )


def agree(outlines: Iterable[Outline]) -> dict[str, dict[str, str]]:
    """Give for each letter (by stem) the graph's ids of its whole meetings by their keys, and of persons and things by their own ids. The order makes no difference."""
    found: dict[str, dict[str, str]] = {}
    all_ = list(outlines)
    wholes = whole_ids(seen for one in all_ for seen in one.meetings)
    people = person_ids(named for one in all_ for named in one.persons)
    others = thing_ids(thing for one in all_ for thing in one.things)
    for (letter, key), id_ in (*wholes.items(), *people.items(), *others.items()):
        found.setdefault(letter, {})[key] = id_
    return found


def alike(outlines: Iterable[Outline], agreed: Mapping[str, Mapping[str, str]], registry: Registry) -> list[Likeness]:
    """Give, sorted, what stayed apart but may be one, where it is known what `agree` gives."""
    all_ = list(outlines)
    ids = {one.letter: agreed.get(one.letter, {}) for one in all_}
    meetings = ((ids[one.letter][s.key], s) for one in all_ for s in one.meetings if s.key in ids[one.letter])
    people = ((ids[one.letter].get(n.id, n.id), n) for one in all_ for n in one.persons)
    others = [(ids[one.letter].get(t.id, t.id), t) for one in all_ for t in one.things]
    return sorted({*alike_meetings(meetings), *alike_persons(people, registry), *alike_things(others, registry)})


def within(letter: Letter, agreed: Mapping[str, str]) -> Resolution:
    """Give what the things of one letter are called, where it is known what `agree` gives for it."""
    name = stem(letter)
    meetings = ids_in(name, letter.meetings, {(name, key): id_ for key, id_ in agreed.items()})
    entities = {(name, e.id): agreed[e.id] for e in letter.entities if e.id in agreed}
    return Resolution(meetings, entities)


def resolve(letters: Iterable[Letter]) -> Resolution:
    """Find out which things of which letters are one. The order of the letters makes no difference."""
    all_ = list(letters)
    agreed = agree(map(outline, all_))
    each = [within(letter, agreed.get(stem(letter), {})) for letter in all_]
    meetings = {place: id_ for one in each for place, id_ in one.meetings.items()}
    return Resolution(meetings, {place: id_ for one in each for place, id_ in one.entities.items()})


def why(entity: Entity, id_: str) -> str:
    """Give the reason for which a thing of one letter is called `id_`, after one of another letter; "" where it has its own name, or one that tells it from a namesake."""
    if id_ == entity.id or id_.startswith(f"{entity.id}-"):
        return ""
    return persons.why(entity.label) if entity.type == "Person" else things.why(entity.label)
