"""Gatherings held around the days of the letter's meeting: beside it, or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.expression import expression
from kg.extract.meetings.draft import Said, overlap
from kg.extract.meetings.gathering import opens_section
from kg.extract.meetings.words import content_words
from kg.model import Letter

__all__ = ["Surroundings"]

_NEAR = 4  # days between a meeting and what was held around it
_CAME_TOGETHER = expression(r"(?:\s*\([^)]*\))?(?:\s+in\s+[\w -]{3,30}?)?\s+(?:bijeen|samen)\b")


class Surroundings:
    """Knows the days (ISO) of the meeting, and tells what lies around them."""

    def __init__(self, letter: Letter, days: Sequence[str]) -> None:
        self._letter, self._text, self._days = letter, letter.text.clean, list(days)

    def afterwards(self, s: Said) -> bool:
        """Tell whether a paragraph goes on with what was held when the meeting was over: "Op 2 april kwam de AVVN bijeen" behind a conference in March."""
        block = self._letter.text.blocks[s.unit.block].span
        met = s.gathering.sort == "met" or _CAME_TOGETHER.match(self._text, s.gathering.head.end)
        told = bool(met) and s.unit.kind == "sentence" and s.unit.span.start == block.start
        return told and len(s.start) == 10 and max(self._days, default="9") < s.start <= self._letter.date

    def near(self, day: str) -> bool:
        """Tell whether a day (ISO) is one of the meeting's, or near them."""
        there = date.fromisoformat(day)
        return any(abs((date.fromisoformat(d) - there).days) <= _NEAR for d in self._days if len(d) == 10)

    def headed(self, s: Said) -> bool:
        """Tell whether a gathering of about the same days opens a section that is named after it: what follows was said there."""
        days = [date.fromisoformat(d) for d in [*self._days, s.start, s.end] if len(d) == 10]
        near = (
            len(s.start) == 10
            and s.start <= max(self._days, default="")
            and (max(days) - min(days)).days <= _NEAR + len(self._days)
        )
        heading = self._letter.text.sections[s.unit.section].heading
        line = heading.of(self._text) if heading else ""
        named = min(
            overlap(line, set(content_words(s.gathering.label))), overlap(s.gathering.label, set(content_words(line)))
        )
        return near and named >= 0.5 and opens_section(self._letter, s.unit.section, s.unit.span)
