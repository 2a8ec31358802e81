"""The days that the first sentences of a letter state, for a meeting of which no mention says when it was."""

from __future__ import annotations

from datetime import date

from kg.expression import expression
from kg.extract.meetings.gathering import units
from kg.extract.meetings.setting.moments import time_of
from kg.extract.predicates import tellings
from kg.model import Letter

__all__ = ["stated_days"]

_FIRST = 5  # sentences
_NEAR = 150  # days between the meeting and the letter
_OF_PARLIAMENT = expression(
    r"(?i)\b(?:kamer|kamerbrief|motie|overleg|debat|toezegging|toegezegd|verzocht|verzoek|kabinet|ministerraad)\b"
)


def stated_days(letter: Letter) -> tuple[str, str]:
    """Give first and last day (ISO) of the first date that is the time of an opening sentence ("Op 8 juli jl. werd in Tokio ..."); empty where none is, or none near the letter's own date."""
    told = tellings(letter)
    for unit in units(letter):
        if unit.kind != "sentence" or unit.sentence >= _FIRST or _OF_PARLIAMENT.search(unit.span.of(letter.text.clean)):
            continue
        telling = told.get(unit.span.start)
        start, end = time_of(letter, unit, telling, None, []) if telling else ("", "")
        if len(start) == 10 and len(letter.date) == 10 and _days(start, letter.date) <= _NEAR:
            return start, end
    return "", ""


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
