"""Verbs as the tables write them, with what must stand beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Frame", "by_verb", "frame"]


@dataclass(frozen=True)
class Frame:
    """A verb with its particle and the words of which one must stand beside it; `role` is what whoever stands in its `slot` was at the meeting."""

    verb: str
    particle: str
    beside: tuple[str, ...]
    role: str
    slot: str

    @cached_property
    def signals(self) -> frozenset[str]:
        """Words of which one stands in any sentence with this frame; none where the verb is enough."""
        return frozenset(words.split()[0] for words in self.beside)


def frame(line: str, role: str, slot: str) -> Frame:
    """Read a verb as the tables write it: infinitive or particle|infinitive, and +words of which one must stand beside it."""
    name, _, beside = line.partition("+")
    particle, _, verb = name.rpartition("|")
    return Frame(verb, particle, tuple(beside.split(",")) if beside else (), role, slot)


def by_verb(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    """Give frames by their verb."""
    found: dict[str, tuple[Frame, ...]] = {}
    for one in frames:
        found[one.verb] = (*found.get(one.verb, ()), one)
    return found
