"""How a sentence places a part in the course of its meeting: on the eve of it, as its beginning, as its end."""

from __future__ import annotations

from kg.expression import expression
from kg.extract.meetings.draft import Said

__all__ = ["framed_day", "frames_meeting", "is_eve", "is_over"]

_EVE = expression(
    r"(?i)\b(?:aan de vooravond|op de vooravond|de avond voorafgaand|de avond voor|de dag voorafgaand|daags voor|(?:de (?:avond|dag)|daags) (?:tevoren|ervoor|daarvoor))\b"
)
_FRAMES = expression(
    r"(?i)\b(?:begon|begonnen|geopend|afgesloten|besloten|gevolgd|voorafgegaan|startte|eindigde|ving aan|nam een aanvang|voortgezet|vervolgd|hervat|aangevuld)\b.*\b(?:met|door)\b"
)
# not "De dag begon met"
_BEGINS = expression(
    r"(?i)^(?!.*\bdag\b).*\b(?:begon|begonnen|ving aan|startte|werd geopend|nam een aanvang|opende)\b[^,;]*\bmet\s+(?:een|de|het)?\s*$"
)
_ENDED = expression(
    r"(?i)^(?!.*\bdag\b).*\b(?:afgesloten|besloten|eindigde|sloot af)\b[^,;]*\b(?:met|door)\s+(?:een|de|het)?\s*$"
)
_OVER = expression(
    r"(?i)\b(?:na|vóór|na afloop van|voorafgaand aan|aansluitend (?:op|aan)|in aansluiting op|in vervolg op|tussen)\s+(?:de|het|dit|deze|die|dat)\s+$"
)


def is_eve(text: str, s: Said) -> bool:
    """Tell whether a sentence puts a part on the day before: "Aan de vooravond ...", "De avond tevoren gaf de gastheer een diner"; `text` is the letter's clean text."""
    return bool(_EVE.search(text, s.unit.span.start, s.gathering.span.start))


def framed_day(text: str, s: Said, days: list[str]) -> str:
    """Give the first or last of the meeting's days, where it is said to begin or end with a part: "ving aan met een zitting", "werd afgesloten met een diner"."""
    lead = text[s.unit.span.start : s.gathering.span.start]
    ends = "afsluitende" in s.gathering.adjectives or _ENDED.search(lead)
    return days[0] if _BEGINS.search(lead) else days[-1] if ends else ""


def frames_meeting(text: str, s: Said) -> bool:
    """Tell whether the meeting is said to begin or end with a gathering: "begon met een vergadering van"."""
    return bool(_FRAMES.search(text[s.unit.span.start : s.gathering.span.start]))


def is_over(text: str, s: Said) -> bool:
    """Tell whether a mention only says that what follows was after, before or between: "Na afloop van het diner kwamen ..."."""
    return bool(_OVER.search(text, s.unit.span.start, s.gathering.span.start))
