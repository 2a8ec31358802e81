"""The dates that a stretch of a letter states, the tense in which it states them, and the year that a date without one means."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from kg.dutch import table, word_set
from kg.dutch.dates import Date, find_dates
from kg.dutch.later import find_laters, find_seasons, may_be_dated
from kg.expression import expression
from kg.extract.meetings.gathering import Unit
from kg.extract.predicates import Telling, predicate_at, tellings
from kg.model import Letter, Span

__all__ = ["LATER", "PLANNED", "dates_in", "days_between", "is_time", "tense_at", "year_for"]

_COMING = expression(
    r"(?i)\b(?:volgende|eerstvolgende|komende|komend|aanstaande|aankomende|aanloop|voorbereiding op|vooruitlopend|richting|zal|zullen)\b"
)
_GONE = expression(
    r"(?i)\b(?:vorige|afgelopen|eerder|eerdere|sinds|na|laatste|verslag|terugkoppeling|uitkomst(?:en)?|resultaten)\b"
)
_APPOSED = expression(r"(?i)[^\W\d],\s+(?:op|in|van|eind|begin|medio|half)\s+$")
_CLOSED = expression(r"(?:\s+(?:in|te)\s+(?:(?:het|de)\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)?\s*(?:,|$|\.$|en\b)")
_SPELT = expression(r"\s*[,(]\s*(?:op\s+)?")
PLANNED = expression(
    r"\b(?:voorzien|gepland|afgesproken|geagendeerd|verwacht|belegd|vastgesteld|uitgesteld|verschoven|verplaatst|opgeschoven)\b"
)
_WEEKDAYS: list[str] = table("words")["weekdays"]
_ON_WEEKDAY = expression(rf"(?i)\bop\s+(?P<day>{'|'.join(_WEEKDAYS)})(?:ochtend|middag|avond)?\b(?!\s+\d)")
_STRETCH = word_set("meetings", "words.stretches")
_BEFORE_DATE = word_set("meetings", "words.before_date", "words.stretches")
_SUBJECTS = word_set("pronouns", "first") | {"ook", "er", "die", "dat", "waar"}
_ANNOUNCED = expression(r"\b(?:(?:aan|uit)ge)?(?:kondig|nodig)\w*\b")  # "kondigde een conferentie aan op 25 januari"
_LATELY = 45  # days
LATER = "later"  # what makes a date relative to the one before it
_BACK = 900  # characters before a sentence in which the day may stand from which "een dag later" counts


def dates_in(letter: Letter, unit: Unit, reference: str, days: Sequence[str]) -> list[Date]:
    """Give the dates of a stretch in order, those told by their distance from the date before them ("een dag later") too."""
    text = letter.text.clean
    eve = _eve(letter, unit, days)
    if not may_be_dated(text, *unit.span):
        return [eve] if eve else []
    stretch = unit.span.of(text)
    found = find_dates(stretch, reference, unit.span.start)
    seasons = [
        d for d in find_seasons(stretch, reference, unit.span.start) if not any(d.span.overlaps(o.span) for o in found)
    ]
    more = [*seasons, *([eve] if eve and not any(eve.span.overlaps(d.span) for d in found) else [])]
    if more:
        found = sorted([*found, *more], key=lambda d: d.span)
    laters = [  # of "een dag eerder, op 7 juli" the date tells
        o
        for o in find_laters(stretch, unit.span.start)
        if not any(o.span.overlaps(d.span) or _SPELT.fullmatch(text[o.span.end : d.span.start]) for d in found)
    ]
    if not laters:
        return found
    opens = unit.span.start == letter.text.blocks[unit.block].span.start
    back = max(letter.text.sections[unit.section].span.start, 0 if opens else unit.span.start - _BACK)
    before = find_dates(text[back : unit.span.start], reference, back)
    telling = tellings(letter).get(unit.span.start)
    for later in laters:
        known = [
            year_for(d, "", reference, days)
            for d in [*before, *found]
            if d.span.end <= later.span.start and len(d.end.lstrip("-")) >= 5
        ]
        if reference and tense_at(text, unit, telling, later.span) == "past":
            known = [(first, day) for first, day in known if day <= reference]
        own = [(first, day) for first, day in known if first == day and day in days]
        if own and later.days >= 0 and opens:
            known = own  # a new paragraph goes on with the meeting, whatever day was named in passing
        first, day = known[-1] if known else ("", "")
        if first != day and first in days and later.days >= 0:
            continue  # of the meeting's own days as a whole none is the one before
        day = first if later.days < 0 else day
        if len(day) == 10:
            there = (datetime.date.fromisoformat(day) + datetime.timedelta(later.days)).isoformat()
            found = sorted([*found, Date(later.span, there, there, LATER)], key=lambda d: d.span)
    return found


def _eve(letter: Letter, unit: Unit, days: Sequence[str]) -> Date | None:
    """Give the day before the meeting where a sentence tells what was done on it by its weekday: "Op zondagavond zaten de premiers bijeen" for a meeting that began on a Monday."""
    named = _ON_WEEKDAY.search(letter.text.clean, *unit.span) if days and len(days[0]) == 10 else None
    if named is None or unit.kind != "sentence":
        return None
    which = _WEEKDAYS.index(named["day"].lower())
    day = datetime.date.fromisoformat(days[0]) - datetime.timedelta(1)
    own = any(datetime.date.fromisoformat(d).weekday() == which for d in days if len(d) == 10)
    said = predicate_at(tellings(letter).get(unit.span.start), Span(*named.span("day")))
    if own or day.weekday() != which or said is None or said.tense != "past":
        return None
    return Date(Span(*named.span("day")), day.isoformat(), day.isoformat())


def tense_at(text: str, unit: Unit, telling: Telling | None, span: Span) -> str:
    """Tell whether a date lies behind or ahead, "past" or "future" ("announced" where somebody makes it known): by "vorige", "aanloop naar" in front of it, else by the tense of its clause; "" where nothing tells."""
    if _APPOSED.search(text[unit.span.start : span.start]) and _CLOSED.match(text, span.end, unit.span.end):
        return ""  # "voor de conferentie, op 19 en 20 juni in Noordwijk": the verb tells nothing of it
    said = predicate_at(telling, span)
    start = said.span.start if said and said.span.start < span.start else unit.span.start
    if said is not None and said.tense != "pluperfect":
        announced = _ANNOUNCED.search(text, start, span.start)
        if announced or PLANNED.search(said.words):
            return "announced" if announced else "future"
    lead = text[max(start, span.start - 80) : span.start]
    if _COMING.search(lead):
        return "future"
    if _GONE.search(lead):
        return "past"
    if said is None or telling is None or not is_time(telling, span):
        return ""  # "het verslag van de Eurogroep van 7 november": the verb tells nothing of it
    return "past" if said.tense in ("past", "pluperfect") else "future"


def is_time(telling: Telling, span: Span) -> bool:
    """Tell whether a date stands by itself in its clause, and not behind a noun ("het bezoek van 3 mei", "de aanslagen van 11 september")."""
    if re.search(r"(?i)\btot\b|t/m", span.of(telling.letter.text.clean)):
        return True  # "organiseert van 22 tot en met 24 maart de conferentie"
    at = telling.index(span.start)
    i = at - 1
    while i >= 0 and (telling.low(i) in _BEFORE_DATE or telling.low(i).endswith("dag")):
        i -= 1
    if telling.low(i) != "van":
        return True
    return (
        i == 0
        or bool(telling.tokens[i - 1].verb)
        or not telling.tokens[i - 1].is_word
        or telling.low(i - 1) in _SUBJECTS
        or telling.low(i - 1) in _STRETCH
    )


def year_for(date: Date, tense: str, reference: str, days: Sequence[str] = ()) -> tuple[str, str]:
    """Give first and last day of a date; a missing year is taken from the meeting's own days where they fit, else from the tense ("past", "future") and the letter's date."""
    if date.whole:
        return date.start, date.end
    for day in days:
        if day[4:] == date.start[1:]:
            return date.in_year_of(day).start, date.in_year_of(day).end
    here = reference or (days[-1] if days else "")
    if not here:
        return "", ""
    found = date.in_year_of(here)
    size = len(found.start)
    if not tense and not date.relative:
        return _nearest(date, here)
    if tense in ("future", "announced") or date.relative.startswith(("a", "k")):
        # a report speaks of what was to come when the meeting was held
        if found.end < min(here, days[0] if days else here)[:size] and not (
            tense == "future" and _lately(found.end, here)
        ):
            found = date.in_year_of(str(int(here[:4]) + 1))
    elif tense == "past" and found.start > here[:size]:
        found = date.in_year_of(str(int(here[:4]) - 1))
    return found.start, found.end


def _lately(day: str, here: str) -> bool:
    """Tell whether a day lies so little before another (ISO) that no letter means the one of the next year: "de voor 24 april voorziene conferentie" on 29 April."""
    if len(day) != len(here) or len(here) != 10:
        return False
    return (datetime.date.fromisoformat(here) - datetime.date.fromisoformat(day)).days <= _LATELY


def _nearest(date: Date, here: str) -> tuple[str, str]:
    """Give a date in the year in which it is nearest to another: in December "8 januari" is the next one."""
    month = int(here[5:7]) if len(here) >= 7 else 6
    away = int(date.start[2:4].strip("-")) - month
    found = date.in_year_of(str(int(here[:4]) + (1 if away < -6 else -1 if away > 6 else 0)))
    return found.start, found.end


def days_between(start: str, end: str) -> list[str]:
    """Give the days of a meeting of at most a month, as ISO dates; empty where its days are not known."""
    if len(start) != 10 or len(end) != 10:
        return []
    try:
        first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    except ValueError:
        return []
    count = (last - first).days + 1
    return [(first + datetime.timedelta(n)).isoformat() for n in range(count)] if 0 < count <= 31 else []
