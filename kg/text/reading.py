"""The tokens and clauses of a sentence, worked out once for all who read the letter."""

from __future__ import annotations

from functools import cached_property

from kg.model import Span, Text
from kg.text.clauses import Clause, cut_clauses
from kg.text.remember import remembered
from kg.text.tokens import Token, tokenise

__all__ = ["Reading", "reading"]


class Reading:
    """A stretch of the clean text as words: `lows` are its tokens in lower case, `starts` the places where they begin. For looking at, not for changing."""

    def __init__(self, text: str, span: Span) -> None:
        self.tokens: list[Token] = tokenise(text, span)
        self.lows = [token.low for token in self.tokens]
        self.starts = [token.span.start for token in self.tokens]

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The verbs that words of the sentence can be forms of, each by its infinitive without particle."""
        return frozenset(r.lemma for token in self.tokens for r in token.verb)

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
