"""Whether the registry makes sense: names that stand for one thing, dates in order, links that lead somewhere, a source for everything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.registry.entry import Form, Period, Relation
from kg.registry.load import Facts, forms, read_turtle, to_entries, to_relations
from kg.registry.lookup import fold, words

__all__ = ["Fault", "check"]

_KG = "https://w3id.org/kamergraph/def#"
_ORG = "http://www.w3.org/ns/org#"
_SOURCE = "http://purl.org/dc/terms/source"
_LINKS = (
    *(_KG + name for name in ("capital", "seatOfGovernment", "locatedIn", "nationality", "formerName")),
    *(_ORG + name for name in ("member", "organization", "subOrganizationOf")),
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: the entry's id, what is wrong with it, and what to do."""

    entry: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.what}; {self.remedy}"


def check(paths: Sequence[Path]) -> list[Fault]:
    """Give all faults of the registry that Turtle files (see `kg.registry.files`) hold together, sorted.

    Two things may share a name where a rule tells them apart: they are of different types (a country goes before an organisation, that before a
    treaty, and so on), they went by it at different times, or all but one of them need context for it (`kg:needsContext`).
    Raises RegistryError where a file is not Turtle or an entry lacks a Dutch label.
    """
    facts = read_turtle(paths)
    entries = list(to_entries(facts))
    types = {entry.id: entry.type for entry in entries}
    known = [form for entry in entries for form in forms(facts, entry)]
    faults = (
        _without_source(facts),
        _links_to_nothing(facts),
        _dates(facts),
        _shared_names(known, types),
        _twice_in_office(list(to_relations(facts))),
    )
    return sorted({fault for found in faults for fault in found})


def _without_source(facts: Facts) -> Iterator[Fault]:
    for entry, about in facts.items():
        if not any(text.strip() for text, _ in about.get(_SOURCE, [])):
            yield Fault(entry, "has no source", "say with dct:source where it comes from")


def _links_to_nothing(facts: Facts) -> Iterator[Fault]:
    for entry, about in facts.items():
        for link in _LINKS:
            for target, _ in about.get(link, []):
                if target not in facts:
                    name = re.split("[#/]", link)[-1]
                    yield Fault(
                        entry, f"{name} leads to {target}, which is not there", "add that entry or mend the link"
                    )


def _dates(facts: Facts) -> Iterator[Fault]:
    for entry, about in facts.items():
        span = []
        for name in ("from", "until"):
            values = [value for value, _ in about.get(_KG + name, [])]
            if len(values) > 1:
                yield Fault(entry, f"has {len(values)} dates for kg:{name}", "keep one")
            if any(not _DATE.fullmatch(value) for value in values):
                yield Fault(entry, f"kg:{name} is {values[0]!r}, which is no date", "write 2004-03-29, 2004-03 or 2004")
            span.append(values[0] if values else "")
        start, end = span
        if start and end and start[: len(end)] > end[: len(start)]:
            yield Fault(entry, f"ends ({end}) before it begins ({start})", "mend one of the two dates")


def _shared_names(known: Iterable[Form], types: dict[str, str]) -> Iterator[Fault]:
    """Find names that two things of one type have at one time, without a word that tells them apart."""
    by_name: dict[tuple[str, ...], dict[tuple[str, Period], Form]] = defaultdict(dict)
    for form in known:
        if not form.context and form.kind != "surname":  # a surname is settled by office and country
            by_name[tuple(fold(word.group()) for word in words(form.text))].setdefault((form.entity, form.period), form)
    for sharing in by_name.values():
        for one, other in combinations(sharing.values(), 2):
            alike = (
                one.entity != other.entity
                and types[one.entity] == types[other.entity]
                and (one.kind == "abbreviation") == (other.kind == "abbreviation")
            )
            if alike and _at_once(one.period, other.period):
                yield Fault(
                    min(one.entity, other.entity),
                    f"{one.text!r} is also a name of {max(one.entity, other.entity)}",
                    "list it under kg:needsContext of one of them, or give both names their dates",
                )


def _twice_in_office(relations: Sequence[Relation]) -> Iterator[Fault]:
    by_place: dict[tuple[str, str, str], list[Period]] = defaultdict(list)
    for relation in relations:
        by_place[relation.member, relation.organisation, relation.role].append(relation.period)
    for (member, organisation, role), periods in by_place.items():
        if any(_at_once(one, other) for one, other in combinations(periods, 2)):
            yield Fault(
                member,
                f"is {role} of {organisation or 'its state'} twice at one time",
                "end the first before the second",
            )


def _at_once(one: Period, other: Period) -> bool:
    """Tell whether two periods share more than the day (or month or year) on which the one takes over from the other."""

    def before(end: str, start: str) -> bool:
        return bool(end and start) and end[: len(start)] <= start[: len(end)]

    return not (before(one.end, other.start) or before(other.end, one.start))
