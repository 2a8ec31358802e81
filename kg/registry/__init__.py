"""The closed registry: what a name means, and who was what when.

>>> registry = load()                                   # doctest: +SKIP
>>> registry["country/nederland"].label                 # doctest: +SKIP
'Nederland'
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from kg.data import ontology
from kg.registry.entry import Entry, Form, Period, Relation
from kg.registry.load import forms, read_turtle, to_entries, to_relations
from kg.registry.lookup import Hit, Lookup, fold, words

__all__ = [
    "Entry",
    "Form",
    "Hit",
    "Lookup",
    "Period",
    "Registry",
    "Relation",
    "digest",
    "files",
    "fold",
    "load",
    "words",
]


class Registry:
    """All entries by id, with their forms and relations."""

    def __init__(
        self, entries: Iterable[Entry], forms: Iterable[Form], relations: Iterable[Relation], digest: str = ""
    ) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self.forms = tuple(forms)
        self.relations = tuple(relations)
        self.digest = digest

    def __getitem__(self, id_: str) -> Entry:
        return self._entries[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    @cached_property
    def names(self) -> Lookup:
        """The lookup of all forms but bare surnames."""
        return Lookup(form for form in self.forms if form.kind != "surname")

    @cached_property
    def surnames(self) -> dict[str, tuple[Form, ...]]:
        """Persons by folded surname."""
        found: dict[str, list[Form]] = defaultdict(list)
        for form in self.forms:
            if form.kind == "surname":
                found[fold(form.text)].append(form)
        return {name: tuple(forms) for name, forms in found.items()}

    @cached_property
    def capitals(self) -> dict[str, str]:
        """Countries by the id of their capital or seat of government."""
        seats = {e.capital: e.id for e in self if e.type == "Country" and e.capital and not e.period.end}
        return seats | {e.seat: e.id for e in self if e.type == "Country" and e.seat}

    def members(self, organisation: str, date: str, role: str = "lid") -> tuple[str, ...]:
        """Give the ids of who belonged to an organisation (an id) on an ISO date, sorted."""
        return tuple(
            sorted(
                r.member
                for r in self.relations
                if r.organisation == organisation and r.role == role and r.period.holds(date)
            )
        )

    def terms(self, person: str) -> tuple[Relation, ...]:
        """Give the offices that a person (an id) held."""
        return self._terms.get(person, ())

    @cached_property
    def _terms(self) -> dict[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            found[relation.member].append(relation)
        return {member: tuple(relations) for member, relations in found.items()}


def files(extra: Sequence[Path] = ()) -> list[Path]:
    """Give the registry's Turtle files, those of the user's own folders behind them."""
    return [path for folder in (ontology() / "reference", *extra) for path in sorted(folder.glob("*.ttl"))]


def digest(extra: Sequence[Path] = ()) -> str:
    """Give the SHA-256 of all that the registry's files hold, in hexadecimal: it changes when any of them does."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files(extra))).hexdigest()


@cache
def load(extra: tuple[Path, ...] = ()) -> Registry:
    """Read the registry that comes with Kamergraph, with a user's own folders of Turtle added.

    Raises RegistryError where a file is not Turtle or an entry lacks a label.
    """
    paths = files(extra)
    facts = read_turtle(paths)
    entries = list(to_entries(facts))
    return Registry(
        entries, [form for entry in entries for form in forms(facts, entry)], to_relations(facts), digest(extra)
    )
