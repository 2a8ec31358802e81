"""The mentions of a letter by their place in its text, and which of its characters are taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kg.model import Mention, Span
from kg.text.remember import remembered

__all__ = ["Places", "Taken", "mentions_in"]


class Places:
    """Mentions, given in reading order, to be asked for by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [m.span.start for m in mentions]

    def within(self, span: Span) -> list[Mention]:
        """Give those that lie within a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        return [m for m in self._mentions[first:last] if m.span.end <= span.end]


class Taken:
    """The characters of a text (of that size) that belong to a name already."""

    def __init__(self, size: int, spans: Iterable[Span]) -> None:
        self._taken = bytearray(size)
        for span in spans:
            self.take(span)

    def take(self, span: Span) -> None:
        """Take the characters of a span."""
        self._taken[span.start : span.end] = b"\1" * (span.end - span.start)

    def overlaps(self, span: Span) -> bool:
        """Tell whether a character of a span is taken."""
        return self._taken.find(1, span.start, span.end) >= 0


def mentions_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Give those of a letter's mentions (in reading order, as the letter holds them) that lie within a span."""
    return _places(mentions).within(span)


_places = remembered(Places)
