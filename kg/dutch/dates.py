"""Dates as Dutch letters write them, as precise as the text and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.dutch import table
from kg.model import Span

__all__ = ["Date", "find_dates"]

_MONTHS: dict[str, int] = table("words")["months"]
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS = "|".join(table("words")["weekdays"])
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r"\s*(?:,|en|-|–|—|/|t/m|tot\s+en\s+met|tot)\s*"
_YEAR = r"(?:19|20)\d\d"
_TAIL = rf"(?:\s*,?\s+(?P<year>{_YEAR})\b|\s+(?P<rel>jl\.?|j\.l\.|jongstleden|a\.s\.|as\.|aanstaande|l\.l\.|komend|dezes|dezer))?"

# "5 en 6 december 2017", "14-15 juni", "van 2 tot en met 4 april", "30 november en 1 december 2021", "dinsdag 1 december", "10, 11 en 12 mei"
_DAYS_OF_MONTH = re.compile(
    rf"(?i)(?<![\d.,])(?:(?:{_DAYS})\s+)?(?P<d1>{_DAY})(?:e|ste|de)?(?:\s+(?P<m1>{_MONTH})(?:\s+(?P<y1>{_YEAR}))?)?"
    rf"(?:(?:{_TO}(?:(?:{_DAYS})\s+)?{_DAY}(?:\s+(?:{_MONTH}))?(?=\s*(?:,|en)\s))?{_TO}(?:(?:{_DAYS})\s+)?(?P<d2>{_DAY}))?\s+(?P<m2>{_MONTH})\b\.?{_TAIL}"
)
_SINGLE = re.compile(rf"(?i)(?<![\d.,])(?:(?:{_DAYS})\s+)?(?P<d1>{_DAY})\s+(?P<m2>{_MONTH})\b\.?{_TAIL}")
# "juli 2018", "begin februari", "in oktober jl.", "medio maart 2019"
_MONTH_ONLY = re.compile(
    rf"(?i)\b(?:(?P<part>begin|eind|medio|half)\s+)?(?P<m>{'|'.join(m for m in sorted(_MONTHS, key=len, reverse=True) if len(m) > 3 or m == 'mei')})\b{_TAIL}"
)
_NUMERIC = re.compile(
    rf"(?<![\d.-])(?P<d>{_DAY})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<y>{_YEAR})(?![\d-])|(?<![\d.-])(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01])(?!\d)"
)
_SOME = re.compile(rf"\d|(?i:\b(?:{_MONTH})\b)")  # no date stands where this does not
_YEAR_ONLY = re.compile(rf"(?<![\d-])(?P<year>{_YEAR})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Date:
    """A date expression: its span and its first and last day (or month, or year), as ISO as the text allows ("2017-12-05", "2018-07", "2021").

    A year that the text leaves out is taken from `relative` ("jl.", "a.s.") and the reference date; where that fails too, the year part is missing: "--12-05".
    """

    span: Span
    start: str
    end: str
    relative: str = ""

    @property
    def whole(self) -> bool:
        """Tell whether the year is known."""
        return not self.start.startswith("--")

    def in_year_of(self, other: str) -> Date:
        """Give it with the year of another ISO date, where its own is missing."""
        if self.whole or not re.match(r"\d{4}", other):
            return self
        return Date(self.span, other[:4] + self.start[1:], other[:4] + self.end[1:], self.relative)


def find_dates(text: str, reference: str = "", start: int = 0) -> list[Date]:
    """Find the dates in a stretch of clean text, in order; `reference` is the letter's own ISO date, for "jl." and "a.s.".

    Bare years count only where no day or month stands with them.
    """
    found = _found(text, reference) if _SOME.search(text) else ()
    return [Date(Span(d.span.start + start, d.span.end + start), d.start, d.end, d.relative) for d in found]


@lru_cache(maxsize=1024)  # the sentences of a letter are asked of more than once
def _found(text: str, reference: str) -> tuple[Date, ...]:
    taken: list[Date] = []
    for found in _candidates(text, reference):
        if not any(found.span.overlaps(t.span) for t in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda d: d.span))


def _candidates(text: str, reference: str) -> Iterator[Date]:
    for m in _NUMERIC.finditer(text):
        y, mo, d = (m["iy"], m["im"], m["id"]) if m["iy"] else (m["y"], m["m"], m["d"])
        day = f"{y}-{int(mo):02}-{int(d):02}"
        yield Date(Span(*m.span()), day, day)
    for m in _DAYS_OF_MONTH.finditer(text):
        if m["d2"] or not m["m1"]:
            last = (_MONTHS[m["m2"].lower()], int(m["d2"] or m["d1"]))
            first = (_MONTHS[m["m1"].lower()] if m["m1"] else last[0], int(m["d1"]))
            if first <= last or m["m1"]:
                yield _dated(m, first, last, reference)
    for m in _SINGLE.finditer(text):
        day_ = (_MONTHS[m["m2"].lower()], int(m["d1"]))
        yield _dated(m, day_, day_, reference)
    for m in _MONTH_ONLY.finditer(text):
        # "mei" and "maart" are words of their own only with a year or a preposition before them
        year = _year(m, (_MONTHS[m["m"].lower()], 0), reference)
        value = f"{year}-{_MONTHS[m['m'].lower()]:02}"
        yield Date(Span(*m.span()), value, value, (m["rel"] or "").lower())
    for m in _YEAR_ONLY.finditer(text):
        yield Date(Span(*m.span()), m["year"], m["year"])


def _dated(m: re.Match[str], first: tuple[int, int], last: tuple[int, int], reference: str) -> Date:
    year = _year(m, first, reference)
    groups = m.groupdict()
    early = groups.get("y1") or (str(int(year) - 1) if year != "-" and first > last else year)
    return Date(
        Span(*m.span()),
        f"{early}-{first[0]:02}-{first[1]:02}",
        f"{year}-{last[0]:02}-{last[1]:02}",
        (m["rel"] or "").lower(),
    )


def _year(m: re.Match[str], day: tuple[int, int], reference: str) -> str:
    """Give the year in the text, or the one that "jl." and "a.s." mean beside the reference date, or "-"."""
    if m["year"]:
        return str(m["year"])
    relative = (m["rel"] or "").lower()
    if not relative or not re.match(r"\d{4}-\d\d-\d\d", reference):
        return "-"
    year, here = int(reference[:4]), (int(reference[5:7]), int(reference[8:10]))
    if relative.startswith(("jl", "j.", "jong", "l.l")):
        return str(year if day <= here or (day[1] == 0 and day[0] <= here[0]) else year - 1)
    if relative.startswith(("a", "kom")):
        return str(year if day >= here or (day[1] == 0 and day[0] >= here[0]) else year + 1)
    return str(year)
