"""Which organisations, treaties, missions and instruments that letters bring in, and the registry does not hold, are one and the same.

Those of one name are one already, for their ids are made from it. One that a letter calls by an abbreviation alone is the thing that
another letter defines with it ("Commissie voor de Zandbanken (CVZB)"), if the letters define only one such thing. Where two compete for
an abbreviation it stays apart. An abbreviation that the registry holds never comes here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import Entity

__all__ = ["KINDS", "Thing", "expansions", "thing_ids", "things_in", "why"]

KINDS = ("Organisation", "Treaty", "Mission", "Instrument")


class Thing(NamedTuple):
    """What one letter brings in: the letter's stem, the entity's id and name, its abbreviation or "" where the letter gives none."""

    letter: str
    id: str
    name: str
    short: str

    @property
    def is_short(self) -> bool:
        """Tell whether the letter names it by its abbreviation alone."""
        return bool(self.short) and self.name == self.short


def things_in(letter: str, entities: Sequence[Entity]) -> list[Thing]:
    """Give the things of a letter that other letters may name too, and the registry does not hold."""
    return [Thing(letter, e.id, e.label, e.abbreviation) for e in entities if e.type in KINDS and not e.known]


def expansions(things: Iterable[Thing]) -> dict[str, set[str]]:
    """Give for each abbreviation the ids of what letters define with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        if thing.short and not thing.is_short:
            found[thing.short].add(thing.id)
    return dict(found)


def thing_ids(things: Iterable[Thing]) -> dict[tuple[str, str], str]:
    """Give for each (letter, id of a thing) the id in the whole graph, where it is another. The order makes no difference."""
    all_ = list(things)
    full = expansions(all_)
    return {
        (one.letter, one.id): next(iter(full[one.short]))
        for one in all_
        if one.is_short and len(full.get(one.short, ())) == 1
    }


def why(short: str) -> str:
    """Give the reason for which what a letter calls by an abbreviation was put with a thing of another letter."""
    return f"{short}: abbreviation of the only thing that another letter defines with it"
