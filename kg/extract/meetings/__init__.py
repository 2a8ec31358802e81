"""The meetings of a letter: the one it reports on or announces, its parts, talks in its margin, and others it refers to."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.meetings.places import meeting_at
from kg.extract.meetings.story import story as _story
from kg.model import Letter
from kg.registry import Registry

__all__ = ["MeetingExtractor", "meeting_at"]


class MeetingExtractor:
    """Fills in `letter.meetings`; needs the letter's own fields and its entities."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with its meetings, the primary ones first, then parts, others and talks in reading order."""
        return replace(letter, meetings=_story(letter).meetings)
