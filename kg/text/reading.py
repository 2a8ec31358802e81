"""The tokens and clauses of a sentence, worked out once for all who read the letter."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from kg.model import Span, Text
from kg.text.clauses import Clause, cut_clauses
from kg.text.remember import remembered
from kg.text.tokens import Token, tokenise

__all__ = ["Reading", "reading"]


class _Lows(dict[int, str]):
    """Tokens in lower case by their index, "" outside the sentence: rules look behind and ahead of what they have, half a million times in 25 letters."""

    def __missing__(self, index: int) -> str:
        return ""


class Reading:
    """A stretch of the clean text as words: `lows` are its tokens in lower case, `starts` the places where they begin. For looking at, not for changing.

    `words` are the same as a set, `verbs` the verbs that they can be forms of, each by its infinitive without particle.
    `low` gives a token in lower case by its index, or "" outside the sentence.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.tokens: list[Token] = tokenise(text, span)
        self.lows = [token.low for token in self.tokens]
        self.low: Callable[[int], str] = _Lows(enumerate(self.lows)).__getitem__
        self.starts = [token.start for token in self.tokens]
        self.words = frozenset(self.lows)
        self.verbs = frozenset([r.lemma for token in self.tokens for r in token.verb])

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence."""
        return cut_clauses(self.tokens)


def reading(text: Text, span: Span) -> Reading:
    """Give a sentence of a letter as words."""
    known = _readings(text)
    if span not in known:
        known[span] = Reading(text.clean, span)
    return known[span]


@remembered
def _readings(_text: Text) -> dict[Span, Reading]:
    return {}
