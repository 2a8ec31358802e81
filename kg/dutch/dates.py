"""Dates as Dutch letters write them, as precise as the text and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.dutch import table
from kg.expression import expression
from kg.model import Span

__all__ = ["DIGIT", "NAMED", "Date", "find_dates"]

_MONTHS: dict[str, int] = table("words")["months"]
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS = "|".join(table("words")["weekdays"])
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r"\s*(?:,|en|respectievelijk|resp\.|-|–|—|/|t/m|tot\s+en\s+met|tot)\s*"
_YEAR = r"(?:19|20)\d\d"
_THAT_YEAR = r"(?:dit|volgend|vorig|afgelopen|komend)\s+jaar"
_TAIL = rf"(?:\s*,?\s+(?P<year>{_YEAR})\b|\s+(?P<rel>jl\.?|j\.l\.|jongstleden|a\.s\.|as\.|aanstaande|l\.l\.|komend|dezes|dezer|(?:van\s+)?{_THAT_YEAR}))?"

# "5 en 6 december 2017", "14-15 juni", "van 2 tot en met 4 april", "30 november en 1 december 2021", "dinsdag 1 december", "10, 11 en 12 mei"
_DAYS_OF_MONTH = expression(
    rf"(?i)(?<![\d.,])(?:(?P<ahead>a\.s\.|aanstaande|afgelopen|komende)\s+)?(?:(?:{_DAYS})\s+)?(?P<d1>{_DAY})(?:e|ste|de)?(?:\s+(?P<m1>{_MONTH})(?:\s+(?P<y1>{_YEAR}))?)?"
    rf"(?:(?:{_TO}(?:(?:{_DAYS})\s+)?{_DAY}(?:\s+(?:{_MONTH}))?(?=\s*(?:,|en)\s))?{_TO}(?:(?:{_DAYS})\s+)?(?P<d2>{_DAY}))?\s+(?P<m2>{_MONTH})\b\.?{_TAIL}"
)
_SINGLE = expression(
    rf"(?i)(?<![\d.,])(?:(?P<ahead>a\.s\.|aanstaande|afgelopen|komende)\s+)?(?:(?:{_DAYS})\s+)?(?P<d1>{_DAY})\s+(?P<m2>{_MONTH})\b\.?{_TAIL}"
)
_LONG_MONTH = "|".join(m for m in sorted(_MONTHS, key=len, reverse=True) if len(m) > 3 or m == "mei")
# "juli 2018", "begin februari", "in oktober jl.", "maart en april 2014", "vorig jaar juli", "komende maart"
_MONTH_ONLY = expression(
    rf"(?i)\b(?:(?P<ahead>{_THAT_YEAR}(?:\s+in)?|afgelopen|komende?|aanstaande)\s+)?(?:(?:begin|eind|medio|half)\s+)?"
    rf"(?:(?P<m1>{_LONG_MONTH})\s+(?:en|tot|tot en met|t/m)\s+)?(?P<m>{_LONG_MONTH})\b{_TAIL}"
)
_BARE_YEAR = expression(
    r"(?i)\b(?P<rel>(?:volgend|vorig)\s+jaar|(?:(?:later|eind|nog|medio|begin)|in de loop van)\s+dit\s+jaar)\b"
)
_THIS_MONTH = expression(rf"(?i)\b(?P<d1>{_DAY})(?:\s+(?:en|-|tot en met)\s+(?P<d2>{_DAY}))?\s+dezer\b")
_NUMERIC = re.compile(
    rf"(?<![\d.-])(?P<d>{_DAY})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<y>{_YEAR})(?![\d-])|(?<![\d.-])(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01])(?!\d)"
)
# no date stands where neither of these does
DIGIT = re.compile(r"\d")
NAMED = expression(rf"(?i)\b(?:{_MONTH}|jaar)\b")
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
    found = _found(text, reference)
    return [Date(Span(d.span.start + start, d.span.end + start), d.start, d.end, d.relative) for d in found]


@lru_cache(maxsize=1024)  # the sentences of a letter are asked of more than once
def _found(text: str, reference: str) -> tuple[Date, ...]:
    if not (DIGIT.search(text) or NAMED.search(text)):
        return ()
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
        last_month = _MONTHS[m["m"].lower()]
        first_month = _MONTHS[m["m1"].lower()] if m["m1"] else last_month
        year = _year(m, (first_month, 0), reference)
        if first_month <= last_month:
            yield Date(Span(*m.span()), f"{year}-{first_month:02}", f"{year}-{last_month:02}", _relative(m))
    if len(reference) == 10:
        for m in _THIS_MONTH.finditer(text):
            yield Date(
                Span(*m.span()), f"{reference[:8]}{int(m['d1']):02}", f"{reference[:8]}{int(m['d2'] or m['d1']):02}"
            )
        for m in _BARE_YEAR.finditer(text):
            step = {"volg": 1, "vori": -1}.get(m["rel"][:4].lower(), 0)
            there = str(int(reference[:4]) + step)
            yield Date(Span(*m.span()), there, there)
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
        _relative(m),
    )


def _relative(m: re.Match[str]) -> str:
    """Give the word that tells the year from the letter's date: "jl.", "a.s.", "vorig jaar"; from in front of the month too."""
    return " ".join((m.groupdict().get("ahead") or m["rel"] or "").lower().removeprefix("van ").split())


def _year(m: re.Match[str], day: tuple[int, int], reference: str) -> str:
    """Give the year in the text, or the one that "jl.", "a.s." and "volgend jaar" mean beside the reference date, or "-"."""
    if m["year"]:
        return str(m["year"])
    relative = _relative(m)
    if not relative or not re.match(r"\d{4}-\d\d-\d\d", reference):
        return "-"
    year, here = int(reference[:4]), (int(reference[5:7]), int(reference[8:10]))
    if " jaar" in relative:
        return str(year + {"d": 0, "v": 1, "k": 1, "a": -1}[relative[0]] - (2 if relative.startswith("vorig") else 0))
    if relative.startswith(("jl", "j.", "jong", "l.l", "af")):
        return str(year if day <= here or (day[1] == 0 and day[0] <= here[0]) else year - 1)
    if relative.startswith(("a", "kom")):
        return str(year if day >= here or (day[1] == 0 and day[0] >= here[0]) else year + 1)
    return str(year)
