"""What is found in a letter: one extractor for each kind of fact."""

from __future__ import annotations

from typing import Protocol

from kg.model import Letter

__all__ = ["Extractor"]


class Extractor(Protocol):
    """Takes a letter, gives it back with more filled in; never changes what is there."""

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with this extractor's facts added."""
        ...
