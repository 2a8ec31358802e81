"""Gatherings, and who was there."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Span

__all__ = ["Attendance", "Meeting"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering, or a part of one.

    `key` is unique in the letter and made from what the meeting is. `start` and `end` are ISO dates as precise as the text
    ("2018-07-11", "2018-07", "2018"), or "". `place` and `body` are entity ids or "". `mode` is "video", "telephone" or "".
    `level` says who meets ("ministers van Buitenlandse Zaken"). `kind` is the word used for it: "top", "werksessie", "werkdiner",
    "gesprek". `part_of` is the key of the whole, or "". `span` is where the letter names it first. `topics` are the
    headings or phrases that say what it was about. `announced` tells that it was still to come when the letter was written.
    """

    key: str
    label: str
    span: Span
    start: str = ""
    end: str = ""
    place: str = ""
    mode: str = ""
    body: str = ""
    level: str = ""
    kind: str = ""
    part_of: str = ""
    primary: bool = False
    announced: bool = False
    topics: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody (an entity id) at a meeting (its key). `role`: participant, chair, host, guest, speaker, invited or absent."""

    meeting: str
    attendee: str
    role: str
    span: Span
    rule: str
