"""Days told by their distance from another ("een dag later", "diezelfde dag"), seasons, which give a year, and days counted from the letter's own ("aanstaande donderdag")."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from kg.dutch import table
from kg.dutch.dates import DIGIT, NAMED, Date
from kg.expression import Room, expression
from kg.model import Span

__all__ = ["Later", "find_laters", "find_seasons", "may_be_dated"]

_COUNT = {"een": 1, "één": 1} | {word: n for n, word in enumerate(table("words")["numerals"][:9], 2)}
_COUNTED = expression(
    rf"(?i)\b(?P<n>{'|'.join(_COUNT)}|\d)\s+(?P<unit>dag|dagen|week|weken)\s+(?:(?P<after>later|nadien|daarna|erna|daarop)|(?P<before>eerder|tevoren|daarvoor|ervoor))\b"
)
_PART = r"(?:dag|ochtend|voormiddag|(?:na)?middag|avond)"
_NEXT = expression(
    rf"(?i)\b(?:(?P<after>(?:de dag|daags) (?:erna|erop|daarna|daarop|nadien)|de (?:volgende|daaropvolgende) {_PART}|['’‘]s anderendaags)"
    r"|(?P<before>(?:de dag|de avond|daags) (?:ervoor|daarvoor|tevoren)|de (?:vorige|voorafgaande) (?:dag|avond))"
    rf"|(?P<same>(?:diezelfde|dezelfde) {_PART}|die (?:ochtend|middag|avond)|later (?:op )?(?:die|de) dag))\b"
)

_SEASON = expression(
    r"(?i)\b(?P<which>het|dit|de|deze|komende?|volgende?|afgelopen|vorige?)\s+(?P<season>voorjaar|najaar|lente|zomer|herfst)\b(?!\s+(?:van\s+)?\d)"
)
_MONTH = expression(r"(?i)\b(?P<which>deze|volgende|komende|vorige|afgelopen)\s+maand\b")
_LAST_MONTH = {"voorjaar": 6, "lente": 6, "zomer": 9, "najaar": 12, "herfst": 12}


_WEEKDAYS: list[str] = table("words")["weekdays"]
_WEEKDAY = "|".join(_WEEKDAYS)
_TODAY = r"(?<!tot )(?<!sinds )(?:vandaag|heden)(?! de dag)"
_TOMORROW = r"(?<!de )(?<!deze )(?<!die )(?<!elke )(?<!iedere )morgen"
_NEARBY = rf"eergisteren|gisteren|overmorgen|{_TODAY}|{_TOMORROW}(?P<two> en overmorgen)?"
# "aanstaande donderdag", "vorige week vrijdag", "maandag jl.", "gisteren"
_FROM_LETTER = expression(
    rf"(?i)\b(?:(?P<which>aanstaande|komende|afgelopen|(?:volgende|vorige|deze) week|a\.s\.)\s+(?P<day>{_WEEKDAY})(?:ochtend|middag|avond)?"
    rf"|(?P<day2>{_WEEKDAY})(?:ochtend|middag|avond)?\s+(?P<rel>jl\.|j\.l\.|a\.s\.|aanstaande|komend)|(?P<near>{_NEARBY}))(?!\s+\d)(?!\w)"
)
_NEAR = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "heden": 0, "morgen": 1, "overmorgen": 2}
_WEEKS = {"vorige week": -7, "deze week": 0, "volgende week": 7}
_COMING = ("aanstaande", "komende", "komend", "a.s.")


_ANY = Room(NAMED, _COUNTED, _NEXT, _SEASON, _MONTH, _FROM_LETTER)


@dataclass(frozen=True, slots=True)
class Later:
    """Words for a day, and how many days it lies after (below zero: before) the one that was named last."""

    span: Span
    days: int


def may_be_dated(text: str, start: int, end: int) -> bool:
    """Tell whether a date, words for a day, or a season can stand in a stretch of clean text: most sentences have none."""
    return bool(DIGIT.search(text, start, end)) or _ANY.may_stand(text, start, end)


def find_laters(text: str, start: int = 0) -> list[Later]:
    """Find such words in a stretch of clean text, in order; `start` is added to their places."""
    return [Later(Span(o.span.start + start, o.span.end + start), o.days) for o in _laters(text)]


@lru_cache(maxsize=1024)  # the sentences of a letter are asked of more than once
def _laters(text: str) -> tuple[Later, ...]:
    found = []
    for m in _COUNTED.finditer(text):
        days = (_COUNT.get(m["n"].lower()) or int(m["n"])) * (7 if m["unit"].lower().startswith("w") else 1)
        found.append(Later(Span(*m.span()), days if m["after"] else -days))
    found += [Later(Span(*m.span()), 1 if m["after"] else -1 if m["before"] else 0) for m in _NEXT.finditer(text)]
    return tuple(sorted(found, key=lambda one: one.span))


def _from_letter(m: re.Match[str], here: datetime.date) -> datetime.date:
    """Give the day that words mean on the day of a letter: "aanstaande donderdag" is the first one after it, "afgelopen donderdag" the last one before."""
    if m["near"]:
        return here + datetime.timedelta(_NEAR[m["near"].lower().split()[0]])
    which = (m["which"] or m["rel"]).lower()
    ahead = _WEEKDAYS.index((m["day"] or m["day2"]).lower()) - here.weekday()
    if which in _WEEKS:
        return here + datetime.timedelta(ahead + _WEEKS[which])
    # the next or the last one, a week away where the letter is of that weekday
    return here + datetime.timedelta((ahead - 1) % 7 + 1 if which in _COMING else ahead % 7 - 7)


def find_seasons(text: str, reference: str, start: int = 0) -> list[Date]:
    """Find what only the reference date gives a meaning: a season ("in het najaar") as its year, "volgende maand" as the month, "aanstaande donderdag" as the day; none where that is in doubt."""
    if len(reference) < 7:
        return []
    year, month, found = int(reference[:4]), int(reference[5:7]), []
    for m in _SEASON.finditer(text):
        which, over = m["which"].lower(), month > _LAST_MONTH[m["season"].lower()]
        if which in ("het", "de") and over:
            continue
        step = -int(not over) if which[:2] in ("af", "vo") and which[:3] != "vol" else int(over or which[:3] == "vol")
        there = str(year + step)
        found.append(Date(Span(m.start() + start, m.end() + start), there, there))
    for m in _FROM_LETTER.finditer(text) if len(reference) == 10 else ():
        first = _from_letter(m, datetime.date.fromisoformat(reference))
        last = first + datetime.timedelta(1) if m["two"] else first
        found.append(Date(Span(m.start() + start, m.end() + start), first.isoformat(), last.isoformat()))
    for m in _MONTH.finditer(text):
        step = {"d": 0, "v": 1, "k": 1, "a": -1}[m["which"][0].lower()] - (2 if m["which"].lower() == "vorige" else 0)
        count = year * 12 + month - 1 + step
        there = f"{count // 12}-{count % 12 + 1:02}"
        found.append(Date(Span(m.start() + start, m.end() + start), there, there))
    return found
