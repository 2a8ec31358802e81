"""Which persons that letters bring in, and the registry does not hold, are one and the same.

A surname alone, or with initials, is the person whom another letter gives in full, where country and initial agree and only one such
person is known; the reason is kept in the graph. Where more fit, or no country is said, they stay apart. Namesakes of two countries
stay apart too: each is called by the country behind the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import Entity
from kg.registry import fold

__all__ = ["Named", "named_in", "person_ids", "why"]


class Named(NamedTuple):
    """A person as one letter names him: the letter's stem, the entity's id and name, the id of a country or ""."""

    letter: str
    id: str
    name: str
    country: str

    @property
    def family(self) -> str:
        """The last word of the name, without case and accents."""
        return fold(self.name).split()[-1]

    @property
    def initial(self) -> str:
        """The first letter of what stands before the surname; "" where nothing does."""
        first = fold(self.name).split()[0]
        return "" if first == self.family else first[0]

    @property
    def is_full(self) -> bool:
        """Tell whether a first name stands there in full."""
        first = fold(self.name).split()[0]
        return first != self.family and not first.endswith(".")


def named_in(letter: str, entities: Sequence[Entity]) -> list[Named]:
    """Give the persons of a letter who may be somebody of another letter: those whom the registry does not hold."""
    brought = (e for e in entities if e.type == "Person" and not e.known and e.label.strip())
    return [Named(letter, e.id, e.label, e.country) for e in brought]


def person_ids(named: Iterable[Named]) -> dict[tuple[str, str], str]:
    """Give for each (letter, id of a person) the id in the whole graph, where it is another. The order makes no difference."""
    all_ = list(named)
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in all_:
        if one.is_full and one.country:
            full[one.family, one.country].add(one.id)
    found: dict[tuple[str, str], str] = {}
    for one in all_:
        if not one.is_full and one.country:
            ids = full.get((one.family, one.country), set())
            fits = {id_ for id_ in ids if id_.partition("/")[2].startswith(one.initial)}
            if len(fits) == 1:
                found[one.letter, one.id] = fits.pop()
    countries: dict[str, set[str]] = defaultdict(set)
    for one in all_:
        if one.country:
            countries[found.get((one.letter, one.id), one.id)].add(one.country)
    for one in all_:
        id_ = found.get((one.letter, one.id), one.id)
        if one.country and len(countries[id_]) > 1:
            found[one.letter, one.id] = f"{id_}-{one.country.partition('/')[2]}"
    return found


def why(name: str) -> str:
    """Give the reason for which a person was put with one of another letter."""
    first, _, rest = name.partition(" ")
    part = "surname, initial" if rest and first.endswith(".") else "surname"
    return f"{name}: same {part} and country as one person who is named in full elsewhere"
