"""What stayed apart though it may be one: pairs of things, each with its reason.

- Meetings of one body on one day whose levels do not differ; one of which only the month or the year is known, and each that it fits.
- A person by surname or initials, and each whom a letter or the registry gives in full; namesakes of two countries.
- Things of two names with one abbreviation; things of one name and two types.

The pairs grow with what is named, not with its square: of many that are alike each is paired with one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.registry import Registry, fold
from kg.resolve.meetings import Seen
from kg.resolve.persons import Named
from kg.resolve.things import KINDS, Thing

__all__ = ["Likeness", "alike_meetings", "alike_persons", "alike_things"]

_DAY, _MONTH, _YEAR = len("2018-07-11"), len("2018-07"), len("2018")


class Likeness(NamedTuple):
    """Two ids of the whole graph, the first before the second in the alphabet, that may be of one thing, and why."""

    one: str
    other: str
    reason: str


@dataclass(slots=True)
class _Met:
    """A meeting of the whole graph, with all that letters tell of it."""

    date: str = ""
    levels: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)

    def add(self, seen: Seen) -> None:
        self.date = min({self.date, seen.start} - {""}, key=lambda date: (-len(date), date))
        self.levels |= {seen.level} - {""}
        self.kinds.add(seen.kind)
        self.letters.add(seen.letter)

    def can_be(self, other: _Met) -> bool:
        return not self.levels or not other.levels or bool(self.levels & other.levels)


def alike_meetings(found: Iterable[tuple[str, Seen]]) -> Iterator[Likeness]:
    """Give the whole meetings that may be one, of those that letters tell of, each with its id."""
    bodies: dict[str, dict[str, _Met]] = defaultdict(lambda: defaultdict(_Met))
    for id_, seen in found:
        if seen.who and seen.start:
            bodies[seen.who][id_].add(seen)
    for who, met in sorted(bodies.items()):
        shared = {id_: one for id_, one in sorted(met.items()) if not id_.startswith("meeting/letter/")}
        fitting: dict[str, list[str]] = defaultdict(list)
        for id_, one in shared.items():
            for length in {_DAY, _MONTH, _YEAR}:
                if len(one.date) >= length:
                    fitting[one.date[:length]].append(id_)
        for id_, one in met.items():
            date = one.date[:_DAY]
            for other in fitting[date]:
                if other == id_ or not one.can_be(shared[other]):
                    continue
                if shared[other].date.startswith(date) and len(date) == _DAY:
                    yield _pair(id_, other, f"both met by {who} on {date}")
                elif id_ in shared and _fits(one, shared[other]):
                    yield _pair(id_, other, f"met by {who} in {date}, which fits {shared[other].date}")


def _fits(vague: _Met, known: _Met) -> bool:
    """Tell whether a meeting of a month or year can be a more precise one: no letter tells them apart, and for a year the word for it is the same."""
    finer = len(known.date) > len(vague.date)
    named_alike = len(vague.date) >= _MONTH or bool(vague.kinds & known.kinds)
    return finer and named_alike and not vague.letters & known.letters


def alike_persons(found: Iterable[tuple[str, Named]], registry: Registry) -> Iterator[Likeness]:
    """Give the persons who may be one, of those whom letters bring in, each with his id, and of the registry's."""
    families: dict[str, dict[str, tuple[Named, set[str]]]] = defaultdict(dict)
    for id_, one in sorted(found):
        families[one.family].setdefault(id_, (one, set()))[1].update({one.country} - {""})
    for family, persons in sorted(families.items()):
        known = [registry[form.entity] for form in registry.surnames.get(family, ())]
        entries = {entry.id: (fold(entry.given)[:1], {entry.country} - {""}) for entry in known}
        full = {id_: (one.initial, at) for id_, (one, at) in persons.items() if one.is_full}
        for id_, (one, at) in persons.items():
            if one.is_full:
                continue
            for other, (initial, there) in sorted({**entries, **full}.items()):
                if id_ != other and initial.startswith(one.initial) and (not at or not there or at & there):
                    yield _pair(id_, other, f"{one.name}: no other name or country to tell them apart")
        names: dict[str, list[str]] = defaultdict(list)
        for id_, (one, _) in persons.items():
            names[fold(one.name)].append(id_)
        for alike in names.values():
            yield from _with_first(alike, f"{persons[alike[0]][0].name}: one name, two countries")


def alike_things(found: Sequence[tuple[str, Thing]], registry: Registry) -> Iterator[Likeness]:
    """Give what may be one of the things that letters bring in, each with its id, and of the registry's."""
    shorts: dict[str, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    alone: dict[str, str] = {}
    for id_, thing in found:
        named[id_.partition("/")[2]].add(id_)
        if thing.short:
            shorts[thing.short].add(id_)
            if thing.is_short and id_ == thing.id:
                alone[thing.short] = id_
    known: Mapping[str, set[str]] = defaultdict(set)
    for entry in registry:
        if entry.type in KINDS:
            for short in shorts.keys() & set(entry.abbreviations):
                known[short].add(entry.id)
    for short, ids in sorted(shorts.items()):
        first = ({alone[short]} if short in alone else set()) or known[short]
        yield from _with_first([*sorted(first), *sorted((ids | known[short]) - first)], f"{short}: one abbreviation")
    for name, ids in sorted(named.items()):
        yield from _with_first(sorted(ids), f"{name}: one name, two types")


def _with_first(ids: Sequence[str], reason: str) -> Iterator[Likeness]:
    for other in ids[1:]:
        yield _pair(ids[0], other, reason)


def _pair(one: str, other: str, reason: str) -> Likeness:
    first, second = sorted((one, other))
    return Likeness(first, second, reason)
