"""The text of a letter mended for reading, and the way back to the untouched one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Block", "Offsets", "Section", "Sentence", "Span", "Text"]


class Span(NamedTuple):
    """A half-open stretch of text, in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that the span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way back from the clean text to the untouched one.

    `clean[i]` to `clean[i + 1]` was copied from `source[i]` onwards, character for character;
    characters of the source between two runs were dropped.
    """

    clean: tuple[int, ...]
    source: tuple[int, ...]

    def at(self, position: int) -> int:
        """Give the place in the untouched text of the clean character at `position`."""
        run = max(bisect_right(self.clean, position) - 1, 0)
        return self.source[run] + position - self.clean[run]

    def clean_at(self, position: int) -> int:
        """Give the place in the clean text of the character of the untouched one at `position`, or of the last one before it that was kept."""
        run = max(bisect_right(self.source, position) - 1, 0)
        place = self.clean[run] + max(position - self.source[run], 0)
        return min(place, self.clean[run + 1] - 1) if run + 1 < len(self.clean) else place

    def span(self, span: Span) -> Span:
        """Give the span of the untouched text that holds the clean span, and nothing after its last character."""
        if span.end <= span.start:
            start = self.at(span.start)
            return Span(start, start)
        return Span(self.at(span.start), self.at(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of layout. `kind`: letterhead, salutation, heading, paragraph, bullet, note or signature."""

    kind: str
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, up to the next heading.

    `span` is the whole, `heading` its title line (None for what stands before the first heading),
    `level` 1 for the highest; `parent` is the index of the section it stands in, or None.
    """

    span: Span
    heading: Span | None = None
    level: int = 0
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text; `block` and `section` are indexes into `Text`."""

    span: Span
    block: int
    section: int


@dataclass(frozen=True, slots=True)
class Text:
    """The letter mended for reading, cut into blocks, sections and sentences, all in reading order."""

    clean: str
    offsets: Offsets
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
