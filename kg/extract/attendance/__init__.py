"""Who was at which part of a meeting, and as what: by the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.attendance.reader import Reader
from kg.extract.attendance.scene import NEDERLAND, Scene
from kg.extract.company import company
from kg.model import Attendance, Letter
from kg.registry import Registry

__all__ = ["AttendanceExtractor"]

_ROLES = ("invited", "participant", "speaker", "guest", "host", "chair", "absent")  # the more telling, the later


class AttendanceExtractor:
    """Fills in `letter.attendances`; needs the letter's meetings and entities."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with who was at its meetings, each once at each part, in reading order of the words that say so."""
        meetings = {m.key: m for m in letter.meetings}
        found: dict[tuple[str, str], Attendance] = {}
        for one in sorted(_read(letter), key=lambda a: (a.span, a.rule)):
            meeting = meetings.get(one.meeting)
            whole = meetings.get(meeting.part_of) if meeting else None
            if meeting is None or one.attendee in (meeting.body, whole.body if whole else ""):
                continue  # a body does not take part in its own meeting
            known = found.get((one.meeting, one.attendee))
            if known is None or _ROLES.index(known.role) < _ROLES.index(one.role):
                found[one.meeting, one.attendee] = one
        there = [a for a in found.values() if not _spoken_for(a, found.values(), letter)]
        return replace(letter, attendances=tuple(sorted(there, key=lambda a: (a.span, a.meeting, a.attendee))))


def _spoken_for(one: Attendance, others: Iterable[Attendance], letter: Letter) -> bool:
    """Tell whether a country was in a talk by a person who is named: "een gesprek met Turkije. Minister Çavuşoğlu herhaalde"."""
    if one.rule != "attendance.talk" or one.attendee == NEDERLAND:
        return False
    people = {e.id for e in letter.entities if e.country == one.attendee}
    return any(other.meeting == one.meeting and other.attendee in people for other in others)


def _read(letter: Letter) -> Iterator[Attendance]:
    scene = Scene(letter)
    for key, partners in scene.story.partners.items():
        for entity, span in partners:
            yield Attendance(key, entity, "participant", span, "attendance.talk")
    for link in scene.story.links:  # "bijeenkomst van de NGC met de Georgische minister Janelidze"
        if link.partner and link.sort in ("part", "other", "primary") and link.key not in scene.story.partners:
            for m in company(letter, link.partner.start, link.partner.end)[0]:
                yield Attendance(link.key, m.entity, "participant", m.span, "attendance.with")
    reader = Reader(scene)
    for telling in scene.tellings:
        yield from reader.read(telling)
