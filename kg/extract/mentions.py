"""The mentions of a letter by their place in its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Mention, Span
from kg.text.remember import remembered

__all__ = ["mentions_in"]


def mentions_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Give those of a letter's mentions (in reading order, as the letter holds them) that lie within a span."""
    starts = _starts(mentions)
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return [m for m in mentions[first:last] if m.span.end <= span.end]


@remembered
def _starts(mentions: Sequence[Mention]) -> list[int]:
    return [m.span.start for m in mentions]
