"""The calendar of a thing: the days of all that a letter says of it.

It is derived: what a letter dates (`kg:day`) passes its day on to what it points at, and a person to its country. So a store
finds in one place of its index on which days there is something to tell of a thing, and in which letters, without looking
at each stance; a date as text is short enough to lie in the index itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from kg.rdf.literals import plain
from kg.rdf.scene import Scene, Statement
from kg.rdf.vocabulary import KG, RDF, SCHEMA

__all__ = ["calendar"]

_DAY, _CALENDAR, _IS_A = KG["day"], KG["calendar"], RDF["type"]
_THINGS = ("heldBy", "about", "addressee", "attendee", "body", "meeting", "letter", "entity")
_KINDS = ("type", "onTopic")
_LINKS = frozenset((*(KG[name] for name in (*_THINGS, *_KINDS)), SCHEMA["superEvent"]))
_MARKS = frozenset(
    KG[name] for name in ("condition", "intended", "announced", "behalfHolder", "body")
)  # properties that few have
_ROLE, _AWAY = KG["role"], frozenset(map(plain, ("absent", "invited")))
_CLASSES = frozenset(KG[name] for name in ("Letter", "Mention", "Meeting", "Attendance", "Stance"))


def calendar(scene: Scene, said: Sequence[Statement]) -> Iterator[Statement]:
    """Give the days of all that the dated among the letter's statements point at, and of the properties that mark a few of them."""
    days = {subject: day for subject, predicate, day in said if predicate == _DAY}
    homes = {
        scene.entity(entity.id): scene.entity(entity.country) for entity in scene.letter.entities if entity.country
    }
    for subject, predicate, target in said:
        if subject not in days:
            continue
        if predicate in _MARKS or (predicate == _ROLE and target in _AWAY):
            yield predicate, _CALENDAR, days[subject]
        if isinstance(target, NamedNode) and (predicate in _LINKS or (predicate == _IS_A and target in _CLASSES)):
            yield target, _CALENDAR, days[subject]
            if target in homes:
                yield homes[target], _CALENDAR, days[subject]
