"""Sections named after a gathering of their own: a part of the meeting ("3. Eurotop"), or another meeting told there ("Terugblik Raad van 10 november")."""

from __future__ import annotations

from collections.abc import Sequence

from kg.dutch import word_set
from kg.extract.meetings.draft import Draft, Said, family
from kg.extract.meetings.gathering import Unit, opens_section
from kg.extract.meetings.setting.dates import days_between
from kg.extract.meetings.setting.days import DayCursor
from kg.extract.meetings.words import content_words
from kg.model import Letter

__all__ = ["Chapters"]

_GENERAL = word_set("meetings", "words.general_kinds") | {"overleg", "beraad", "sessie"}


class Chapters:
    """Keeps the headings that name a gathering until the sentence beneath says when it was.

    `away` leads from a section to the other meeting that it tells of.
    """

    def __init__(self, letter: Letter, primaries: Sequence[Draft], days: Sequence[str]) -> None:
        self._letter, self._primaries, self._days = letter, primaries, set(days)
        self._waiting: dict[int, Said] = {}
        self._within: list[Draft] = []
        self.away: dict[int, Draft] = {}

    def wait(self, s: Said) -> None:
        """Keep a heading that names a gathering, unless that is the letter's own meeting."""
        g = s.gathering
        mine = set(content_words(g.label))
        own = any(mine <= set(content_words(p.label)) for p in self._primaries if not s.start or s.start == p.start)
        if g.sort == "whole" and not (g.plural or g.unreal or own) and not g.kind.endswith(("bezoek", "reis")):
            self._waiting[s.unit.section] = s

    def opened(self, unit: Unit) -> Said | None:
        """Give the heading over a sentence that is the first beneath it."""
        if unit.section in self._waiting and opens_section(self._letter, unit.section, unit.span):
            return self._waiting.pop(unit.section)
        return None

    def inside(self, dates: tuple[str, str]) -> bool:
        """Tell whether first and last day are days of the letter's own meeting."""
        return dates[0] in self._days and dates[1] in self._days

    def past(self, dates: tuple[str, str]) -> bool:
        """Tell whether something was over when the letter was written, and no part of its meeting."""
        return len(dates[0]) == 10 and not self.inside(dates) and dates[0] <= self._letter.date

    def again(self, s: Said, heading: Said, dates: tuple[str, str]) -> bool:
        """Tell whether the first sentence names by other words what the heading names: "Op 20 april was er een bijeenkomst van de kiesgroep" under "Kiesgroepvergadering"."""
        g = s.gathering
        same = g.kind == heading.gathering.kind or (g.kind in _GENERAL and not g.topic)
        return s.draft is None and same and s.start in ("", dates[0])

    def within(self, s: Said) -> Draft | None:
        """Give what a mention in a section on another meeting is: a part of that meeting, or it itself; None elsewhere."""
        whole, g = self.away.get(s.unit.section), s.gathering
        if whole is None or g.plural or g.unreal or (s.start and not whole.start <= s.start <= whole.end):
            return None
        if g.sort == "part":
            same = (d for d in self._within if d.whole is whole and family(d.kind) == family(g.kind))
            found = next(same, None)
            if found is None:
                days = days_between(whole.start, whole.end)
                named = DayCursor(days).named(s.unit.span.of(self._letter.text.clean)) if days else ""
                day = s.start or named or (whole.start if whole.start == whole.end else "")
                found = Draft(g.kind, g.label, g.span, "part.named", day, day, s.place, whole=whole)
                self._within.append(found)
            return found
        return whole if g.bare and g.definite and g.kind in (*_GENERAL, whole.kind) else None

    @property
    def parts(self) -> list[Draft]:
        """The parts of other meetings that such sections tell of."""
        return self._within
