"""Missions by the name of their kind alone: "de adviesmissie EUAM", where the letter tells of which country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from kg.dutch import table
from kg.expression import expression
from kg.model import Entity, Letter, Mention, Span
from kg.registry import Registry

__all__ = ["MissionFinder"]

_BARE = expression(rf"(?<![\w-])(?P<name>{'|'.join(table('kinds')['kinds_of_missions'])})(?![\w-]|\s[A-ZÀ-Þ])")


class MissionFinder:
    """Finds such missions."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @cached_property
    def _kinds(self) -> dict[str, list[str]]:
        """The missions of each kind, by the first word of their names."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for entry in self._registry:
            if entry.type == "Mission":
                found[entry.label.split()[0].upper()].append(entry.id)
        return found

    def find(self, letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
        """Give where they are named and what: the one of that kind whose country the letter names, else the only one of its day, else one not known."""
        text = letter.text.clean
        named = {m.entity for m in taken}
        for block in letter.text.blocks:
            if block.kind not in ("paragraph", "bullet"):
                continue
            for found in _BARE.finditer(text, *block.span):
                span = Span(*found.span("name"))
                if not any(m.span.overlaps(span) for m in taken):
                    entity = self._meant(found["name"], letter.date, named)
                    yield Mention(span, entity.id, "abbreviation"), entity

    def _meant(self, kind: str, date: str, named: set[str]) -> Entity:
        running = [id_ for id_ in self._kinds[kind.upper()] if self._registry[id_].period.holds(date)]
        for fitting in ([id_ for id_ in running if id_ in named or self._where(id_) in named], running):
            if len(fitting) == 1:
                return Entity(fitting[0], "Mission", self._registry[fitting[0]].label)
        return Entity.unknown("Mission", kind)

    def _where(self, id_: str) -> str:
        """Give the country (an id) that a mission's name ends with, "" where it names none."""
        _, _, rest = self._registry[id_].label.partition(" ")
        return next((f.entity for h in self._registry.names.scan(rest) for f in h.forms), "") if rest else ""
