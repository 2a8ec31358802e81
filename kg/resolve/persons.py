"""Which persons that letters bring in, and the registry does not hold, are one and the same.

A surname alone, or with initials, is the person whom another letter gives in full, where country and initial agree and only one such
person is known; the reason is kept in the graph. Where more fit, or no country is said, they stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import Entity
from kg.registry import fold

__all__ = ["Named", "named_in", "person_ids", "why"]


class Named(NamedTuple):
    """A person as one letter names him: the letter's stem, the entity's id and name, the id of a country."""

    letter: str
    id: str
    name: str
    country: str


def named_in(letter: str, entities: Sequence[Entity]) -> list[Named]:
    """Give the persons of a letter who may be somebody of another letter: those with a country, whom the registry does not hold."""
    brought = (e for e in entities if e.type == "Person" and not e.known and e.country and e.label.strip())
    return [Named(letter, e.id, e.label, e.country) for e in brought]


def person_ids(named: Iterable[Named]) -> dict[tuple[str, str], str]:
    """Give for each (letter, id of a person) the id in the whole graph, where it is another. The order makes no difference."""
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    short: list[tuple[Named, str]] = []
    for one in named:
        *first, family = fold(one.name).split()
        if not first or first[0].endswith("."):
            short.append((one, first[0][0] if first else ""))
        else:
            full[family, one.country].add(one.id)
    found = {}
    for one, initial in short:
        ids = full[fold(one.name).split()[-1], one.country]
        fits = {id_ for id_ in ids if id_.partition("/")[2].startswith(initial)}
        if len(fits) == 1:
            found[one.letter, one.id] = fits.pop()
    return found


def why(name: str) -> str:
    """Give the reason for which a person was put with one of another letter."""
    first, _, rest = name.partition(" ")
    part = "surname, initial" if rest and first.endswith(".") else "surname"
    return f"{name}: same {part} and country as one person who is named in full elsewhere"
