"""The day of which a letter is telling, as it goes along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from kg.dutch import table
from kg.dutch.dates import NAMED
from kg.expression import expression
from kg.extract.meetings.words import ORDINALS

__all__ = ["DayCursor"]

_WEEKDAYS: list[str] = table("words")["weekdays"]
_NTH = expression(
    r"(?i)(?:\b(?:de|en|mijn|onze)\s+|^\W*)(?P<n>eerste|tweede|derde|vierde|laatste|slot|volgende)\s*dag\b|^dag (?P<d>\d|een|twee|drie)\b"
)
_MINE = expression(r"(?i)\b(?:mijn|onze) (?:eerste|laatste)\s*dag\b")  # of a visitor, perhaps not the meeting's
_LATER = expression(
    r"(?i)\b(?:een dag later|de dag erna|de dag daarop|de daaropvolgende dag|daags daarna|'s anderendaags|de volgende (?:ochtend|voormiddag|(?:na)?middag|avond))\b"
)
_WEEKDAY = expression(rf"(?i)\b(?P<w>{'|'.join(_WEEKDAYS)})(?:ochtend|voormiddag|(?:na)?middag|avond)?\b")
_SAME = expression(
    r"(?i)\b(?:die|dezelfde|diezelfde) (?:dag|ochtend|voormiddag|(?:na)?middag|avond)\b|['’´`]s (?:ochtends|middags|avonds)\b"
)
_GOES_ON = expression(
    r"(?i)\b(?:vervolgens|daarna|hierna|aansluitend|daaropvolgende?|['’´`]s (?:ochtends|middags|avonds)|dezelfde dag|later (?:op|die) dag|in de (?:avond|middag)|ten slotte|tot slot|de dag (?:werd|wordt|eindigde|begon))\b"
)


@lru_cache(maxsize=256)  # asked of each sentence more than once
def _cues(sentence: str) -> tuple[str, bool, str]:
    """Give which day of several a sentence names ("tweede", "2"), whether it names the next, and the weekday that it names."""
    nth, weekday, later = _NTH.search(sentence), _WEEKDAY.search(sentence), _LATER.search(sentence)
    return (
        (nth["n"] or nth["d"]).lower() if nth else "",
        later is not None
        and not NAMED.search(sentence, 0, later.start()),  # "In mei ...; een dag later" counts from there
        weekday["w"].lower() if weekday else "",
    )


class DayCursor:
    """Keeps the day; a new section forgets it unless its words go on from there ("vervolgens", "'s avonds")."""

    def __init__(self, days: Sequence[str]) -> None:
        self._days = list(days)
        self._day = self._before = ""
        self._section = -1

    def move(self, section: int, sentence: str, stated: str = "", headed: str = "") -> str:
        """Give the day (ISO) of a sentence, or "". `stated` is a day that it names itself, `headed` the day that the heading over it names."""
        if section != self._section:
            self._before, self._day, self._section = self._day or self._before, headed, section
        if not self._days:
            return headed
        named = stated if stated in self._days else "" if headed and _MINE.search(sentence) else self.named(sentence)
        if named:
            self._day = named
        elif not self._day and self._before and _GOES_ON.search(sentence):
            self._day = self._before
        return self._day

    @property
    def day(self) -> str:
        """The day of the sentence read last, or ""."""
        return self._day

    def set(self, day: str) -> None:
        """Go on from a day that was learnt otherwise."""
        if day in self._days:
            self._day = day

    def cued(self, sentence: str) -> bool:
        """Tell whether a sentence itself says on which of the days it was, or that it goes on with the same."""
        return bool(self._days and (self.named(sentence) or _GOES_ON.search(sentence)))

    def names(self, sentence: str) -> bool:
        """Tell whether a sentence says on which of the days it was, or that it was still the same."""
        return bool(self._days and (self.named(sentence) or _SAME.search(sentence)))

    def named(self, sentence: str) -> str:
        """Give the day that words name: "op de tweede dag", "een dag later", "woensdag"; "" where they name none."""
        word, later, weekday = _cues(sentence)
        if word:
            if word == "volgende":
                return self._next()
            index = (
                {"slot": -1, "een": 1, "twee": 2, "drie": 3}.get(word)
                or ORDINALS.get(word)
                or (int(word) if word.isdigit() else 0)
            )
            return self._days[index - 1 if index > 0 else index] if index and abs(index) <= len(self._days) else ""
        if later:
            return self._next()
        if weekday:
            fitting = [d for d in self._days if date.fromisoformat(d).weekday() == _WEEKDAYS.index(weekday)]
            ahead = [d for d in fitting if d >= (self._day or self._before)]
            return fitting[0] if len(fitting) == 1 else ahead[0] if ahead else ""
        return ""

    def _next(self) -> str:
        later = [d for d in self._days if d > (self._day or self._before or self._days[0])]
        return later[0] if later else ""
