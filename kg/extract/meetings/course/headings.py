"""What headings say of the meeting: the day, the councils that met, and which of several meetings it is."""

from __future__ import annotations

import re
from functools import cached_property

from kg.dutch.dates import find_dates
from kg.expression import expression
from kg.extract.meetings.draft import Draft, overlap
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.setting.dates import year_for
from kg.extract.meetings.setting.days import DayCursor
from kg.extract.meetings.words import content_words
from kg.extract.mentions import mentions_in
from kg.model import Letter

__all__ = ["Headings", "intro_end"]

_OPENS = expression(r"(?i)\s*(?:verslag|geannoteerde agenda|inleiding|van \d+|bijlage|algemeen|samenvatting)\b")
_COUNCIL = expression(
    r"(?i)(?:raad|commissie|groep|group|committee|council|comité|commission|forum|board|coalitie|directoraat|agentschap)\b"
)


def intro_end(letter: Letter) -> int:
    """Give where the first section with a topic begins: what stands before it introduces the whole."""
    for s in letter.text.sections:
        if s.heading is not None and not _OPENS.match(s.heading.of(letter.text.clean)):
            return s.span.start
    return len(letter.text.clean)


class Headings:
    """Remembers the headings read so far. `all_days` are the meeting's days (ISO), `cursor` tells which of them words like "tweede dag" name."""

    def __init__(self, letter: Letter, primaries: list[Draft], all_days: list[str], cursor: DayCursor) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._primaries, self._all_days, self._cursor = primaries, all_days, cursor
        self._bodies: dict[int, set[str]] = {}
        self._days: dict[int, str] = {}
        self._told: dict[int, str] = {}
        self._labels = {e.id: e.label for e in letter.entities}

    def day(self, section: int) -> str:
        """Give the day (ISO) that the heading over a section names, or one over that ("I. Binnenlandse Zaken, donderdag 8 oktober" over "4. Lunch"); or ""."""
        sections, above = self._letter.text.sections, self._letter.text.sections[section].parent
        while section not in self._days and above is not None and len(self._all_days) > 1:
            section, above = above, sections[above].parent
        return self._days.get(section, "")

    def day_above(self, section: int) -> str:
        """Give the day (ISO) that the heading over a section names, or where headings lead from day to day the last one before it; or ""."""
        while self._by_day and section > 0 and not self.day(section):
            section -= 1
        return self.day(section)

    @cached_property
    def _by_day(self) -> bool:
        """Whether headings lead from day to day, so that those below one of them are of its day too."""
        lines = (s.heading.of(self._text) for s in self._letter.text.sections if s.heading)
        days = {start for line in lines for start in (self._date(line),) if start in self._all_days}
        return len(self._all_days) > 1 and len(days) == len(self._all_days)

    def _date(self, line: str) -> str:
        """Give the one day (ISO) that a line states by its date; "" where it states none."""
        given = (
            year_for(found, "", self._letter.date, self._all_days) for found in find_dates(line, self._letter.date)
        )
        return next((start for start, end in given if start == end and len(start) == 10), "")

    def tell(self, section: int, day: str) -> None:
        """Remember the day (ISO) that the first sentence of a section tells of."""
        self._told[section] = day

    def bodies(self, section: int) -> set[str]:
        """Give the councils (entity ids) that the heading over a section consists of."""
        return self._bodies.get(section, set())

    def read(self, unit: Unit) -> None:
        """Remember the councils that a heading consists of ("NPG en DPC", "Navo-Rusland Raad"), and the day ("Dinsdag 4 maart", "Tweede dag")."""
        day = self._stated(unit)
        if day:
            self._days[unit.section] = day
        rest, bodies = unit.span.of(self._text), set()
        for m in mentions_in(self._letter.mentions, unit.span):
            if m.entity.startswith("organisation/"):
                rest = rest.replace(m.span.of(self._text), " ")
                if all(p.body != m.entity for p in self._primaries) and _COUNCIL.search(
                    f"{self._labels.get(m.entity, '')} {m.span.of(self._text)}"
                ):
                    bodies.add(m.entity)
        if not re.search(
            r"[^\W\d_]{3,}", re.sub(r"(?i)\b(?:bijeenkomst|zitting|vergadering|van|de|het|en)\b", " ", rest)
        ):
            self._bodies[unit.section] = bodies

    def _stated(self, unit: Unit) -> str:
        line = unit.span.of(self._text)
        day = self._date(line)
        return day if day and (day in self._all_days or not self._all_days) else self._cursor.named(line)

    def whole(self, section: int) -> Draft:
        """Give the one of several meetings that a section is about: the last one that a heading up to it names, else the first."""
        sections = self._letter.text.sections
        i: int | None = section if len(self._primaries) > 1 else None
        while i is not None:
            heading = sections[i].heading
            words = set(content_words(heading.of(self._text))) if heading else set()
            scored = sorted(
                (
                    (
                        1.0 if words and words <= set(content_words(p.label)) else overlap(p.label, words),
                        len(set(content_words(p.label)) & words),
                        p,
                    )
                    for p in self._primaries
                ),
                key=lambda triple: triple[:2],
                reverse=True,
            )
            if scored[0][0] > 0.6 and (len(scored) == 1 or scored[0][:2] > scored[1][:2]):
                return scored[0][2]
            then = [
                p
                for p in self._primaries
                if p.start and p.start <= (self._days.get(i) or self._told.get(i, "")) <= p.end
            ]
            if len(then) == 1:
                return then[0]
            i = i - 1 if i else None
        return self._primaries[0]
