"""Words that name a gathering in one of their senses only: "zitting", "opening"."""

from __future__ import annotations

import re

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.words import COUNCIL, head
from kg.model import Span

__all__ = ["ARTICLES", "opens_meeting", "seat"]

ARTICLES = word_set("words", "articles", "demonstratives", "possessives") | {"geen"}
_SEATED = expression(
    r"(?i)\s+(?:te\s+)?(?:heeft|hebben|had|hadden|neemt|nemen|nam|namen|genomen|gehad|geven|gaf|gegeven)\b"
)
_HAVE_SEAT = expression(r"(?i)\b(?:heeft|hebben|had|hadden|neemt|nemen|nam|namen)\b[^,;.]*$")
_CAME = expression(r"(?i)\s+(?:bijeen|samen|vergader)")
_OPENING_OF = expression(r"\s+van\s+(?:de|het|deze)\s+(?:(\w+)\s+)?([\w‐‑-]+)")
_OPENED = expression(
    r"(?:\s+op\s+[^,;.]{3,30})?\s+(?:werd|is|wordt)\s+(?:verricht|verzorgd)\b|\s+op\s+[^,;.]{3,30}\s+vond\b"
)
_AT_OPENING = expression(r"(?i)\btijdens\s+(?:de|deze)\s+$")


def seat(text: str, unit: Unit, start: int, at: Span, opener: str) -> bool:
    """Tell whether "zitting" is a seat or a manner: "hebben zitting in het bestuur", "kwam in besloten zitting bijeen"."""
    before, bare = text[unit.span.start : start], start == at.start
    return bool(
        (opener in ("in", "ter") and (_CAME.match(text, at.end) or not bare))
        or (bare and opener not in ARTICLES and (_SEATED.match(text, at.end) or _HAVE_SEAT.search(before)))
    )


def opens_meeting(text: str, unit: Unit, start: int, at: Span) -> bool:
    """Tell whether "opening" is that of a meeting: the heading "1. Opening", "de opening van de conferentie", "bij de opening"; not "de opening van de grens"."""
    if unit.kind == "heading":
        return re.fullmatch(r"\W*(?:[\dIVX]+\W+)?", text[unit.span.start : start]) is not None and not text[
            at.end : unit.span.end
        ].strip(" .:")
    of = _OPENING_OF.match(text, at.end, unit.span.end)
    if of:
        return any(word and (head(word) or COUNCIL.match(text, of.start(n))) for n, word in enumerate(of.groups(), 1))
    if _OPENED.match(text, at.end):
        return True
    return bool(_AT_OPENING.search(text, unit.span.start, start)) and not re.match(
        r"\s+(?:van|naar|tot)\b", text[at.end :]
    )
