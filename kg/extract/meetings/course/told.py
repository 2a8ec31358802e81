"""The parts of a meeting told so far, the day of which the letter is telling, and the making of a new part."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.meetings.course.headings import Headings, intro_end
from kg.extract.meetings.course.hosts import Hosts
from kg.extract.meetings.course.order import date_by_order
from kg.extract.meetings.draft import Draft, Said, family
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.setting.dates import days_between
from kg.extract.meetings.setting.days import DayCursor
from kg.extract.meetings.words import content_words
from kg.model import Letter

__all__ = ["ToldParts"]


_FEW = 3  # days of a meeting that is told in their order


class ToldParts:
    """Keeps the parts in the order of telling; `current` leads from a section to the part that it treats so far, `intro` is where the introduction ends."""

    def __init__(self, letter: Letter, primaries: Sequence[Draft]) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._primaries = list(primaries)
        self._visiting = any(p.is_visit for p in primaries)
        self.parts: list[Draft] = []
        self._days = {id(p): days_between(p.start, p.end) for p in primaries}
        self._all_days = sorted({d for days in self._days.values() for d in days})
        self._cursor = DayCursor(self._all_days)
        self.intro = intro_end(letter)
        self._kind_days: dict[str, tuple[str, str]] = {}
        self._later_day = self._turned = False
        self._opening: list[Draft] = []
        self._early: list[Draft] = []
        self._stated: Unit | None = None
        self._read: Unit | None = None
        self.headings = Headings(letter, self._primaries, self._all_days, self._cursor)
        self._hosts = Hosts(letter, self._primaries)
        self.current: dict[int, Draft] = {}
        self._last: Draft | None = None

    def day(self, unit: Unit, stated: str = "") -> str:
        """Go along to a sentence, which may state a day itself; give the day that it tells of, or ""."""
        if unit is self._read and not stated:
            return self._cursor.day or self.headings.day(unit.section)
        self._read = unit
        found = self._cursor.move(unit.section, unit.span.of(self._text), stated, self.headings.day(unit.section))
        if found and (found == stated or self._cursor.names(unit.span.of(self._text))):
            self._stated = unit
        self._later_day |= bool(found and self._all_days and found != self._all_days[0])
        if self._stated is unit and unit.span.start >= self.intro and found != self._all_days[0]:
            self._turned = True
        return found

    def told_day(self, unit: Unit) -> bool:
        """Tell whether a sentence or the heading over it says itself which of the days it is about ("op de tweede dag", "Dinsdag 4 maart")."""
        return bool(self.headings.day(unit.section)) or self._cursor.names(unit.span.of(self._text))

    def dated_by(self, unit: Unit, first: bool) -> None:
        """Date the part that a heading names by the first sentence beneath it: "Op de tweede dag kwam eerst ..."."""
        part = self.current.get(unit.section)
        if first and self._cued(unit):
            self.headings.tell(unit.section, self._cursor.day)
        if first and part is not None and not part.start and self._cued(unit):
            part.start = part.end = self._cursor.day

    def _cued(self, unit: Unit) -> bool:
        return unit is self._stated or self._cursor.cued(unit.span.of(self._text))

    def _remember(self, found: Draft, s: Said) -> None:
        self.current[s.unit.section] = self._last = found
        self._cursor.set(found.start)
        found.learn(s)

    def _make(self, s: Said, day: str) -> Draft:
        g = s.gathering
        whole = self._whole(s, day)
        label = g.label if s.unit.kind == "sentence" or not g.label.isupper() else g.label[0] + g.label[1:].lower()
        days = self._days[id(whole)]
        start = day or (days[0] if len(days) == 1 else "")
        end = s.end if start and start == s.start else start
        if not start:
            start, end = self._kind_days.get(family(g.kind), ("", ""))
        rule = {"heading": "part.heading", "sentence": "part.named"}.get(s.unit.kind, "part.title")
        draft = Draft(
            g.kind,
            label,
            g.span,
            "part.body" if g.sort in ("met", "whole") else rule,
            start,
            end,
            s.place,
            body=g.body,
            level=g.level,
            whole=whole,
            announced=whole.announced,
            ordinals=g.ordinals[:1],
            topics=[g.topic] if g.topic else [],
            words=set(content_words(g.topic)) | set(content_words(label if g.body else "")),
        )
        if not start and s.unit.span.start < self.intro and not self._later_day:
            self._early.append(draft)
        elif not start and not self._turned:
            self._opening.append(draft)
        self.parts.append(draft)
        return draft

    def _whole(self, s: Said, day: str) -> Draft:
        """Give the meeting that a new part is of: the one that a heading over it names, unless its day is one of another."""
        headed = self.headings.whole(s.unit.section)
        for p in [headed, *self._primaries]:
            if day and day in self._days[id(p)]:
                return p
        return headed

    def settle(self) -> None:
        """Give a day to parts that only the order of telling dates; to be called when all is read."""
        early = self._early if self._later_day else []
        if self._turned and 1 < len(self._all_days) <= _FEW and len(self._primaries) == 1:
            early = [*early, *self._opening]  # the letter goes on to "de tweede dag" only behind them
        date_by_order(self.parts, early, self._all_days, self.intro)
