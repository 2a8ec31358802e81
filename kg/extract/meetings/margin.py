"""Where a letter tells of talks: under a heading for them, or behind a sentence that announces them."""

from __future__ import annotations

from kg.expression import expression
from kg.extract.meetings.gathering import Unit
from kg.model import Letter
from kg.text.sentences import sentence_at

__all__ = ["Margin"]

_HEADING = expression(r"(?i)bilater|marge|gesprekken|ontmoetingen")
_SENTENCE = expression(r"(?i)\bmarge\b|bilatera")


class Margin:
    """Keeps where talks are told, as far as the letter has been read."""

    def __init__(self, letter: Letter) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._block = self._section = -1
        self._goes_on = False

    def announce(self, unit: Unit) -> None:
        """Take a sentence for one that says that talks follow: "In de marge had ik vier gesprekken."; as the last of its paragraph it speaks of the next ones too."""
        self._block, self._section = unit.block, unit.section
        self._goes_on = unit.span.end >= self._letter.text.blocks[unit.block].span.end

    def announced(self, unit: Unit) -> bool:
        """Tell whether a sentence stands in the paragraph of such a sentence, or below it."""
        return unit.block == self._block or (
            self._goes_on and unit.section == self._section and unit.block > self._block
        )

    def aside(self, unit: Unit) -> bool:
        """Tell whether a sentence stands under a heading for talks, or says that it tells of them, itself or before it in its paragraph."""
        start = self._letter.text.blocks[unit.block].span.start
        return self._headed(unit) or bool(_SENTENCE.search(self._text, start, unit.span.end))

    def telling(self, unit: Unit) -> bool:
        """Tell whether a sentence can tell a talk by naming whom it was with: where talks are announced, and at the head of a paragraph under a heading for them."""
        return self.announced(unit) or (self._headed(unit) and self.opens(unit))

    def _headed(self, unit: Unit) -> bool:
        heading = self._letter.text.sections[unit.section].heading
        return bool(heading and _HEADING.search(heading.of(self._text)))

    def opens(self, unit: Unit) -> bool:
        """Tell whether a sentence is the first of its paragraph."""
        first = sentence_at(self._letter.text, self._letter.text.blocks[unit.block].span.start)
        return first is not None and first.span.start == unit.span.start
