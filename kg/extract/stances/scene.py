"""One sentence as a stance rule sees it: tokens, clauses, and which named thing stands at which token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.dutch import word_set
from kg.dutch.acts import VerbAct
from kg.extract.mentions import mentions_in
from kg.extract.stances.memory import Memory
from kg.extract.stances.party import Party
from kg.model import Letter, Mention, Sentence, Span
from kg.registry import Registry
from kg.text.clauses import Clause
from kg.text.reading import reading

__all__ = ["ByFirstWord", "Declined", "Scene", "by_first_word"]


_PARTICLES = word_set("verbs", "particles")


ByFirstWord = dict[str, list[tuple[str, ...]]]
"""Expressions, as their words, under the first of these."""


def by_first_word(expressions: Iterable[str]) -> ByFirstWord:
    """Give expressions, as their words, under the first of these; the longest first."""
    found: ByFirstWord = {}
    for words in sorted({tuple(e.split()) for e in expressions}, key=lambda w: (-len(w), w)):
        found.setdefault(words[0], []).append(words)
    return found


@dataclass(frozen=True, slots=True)
class Declined:
    """An act that was seen and reports no position: the index of its word, the rule that would have found it, and in Dutch why it did not."""

    at: int
    rule: str
    why: str


class Scene:
    """A sentence with all that was found in it so far: `words` are its words and marks in lower case, `low` gives one by its index, or "" outside the sentence."""

    def __init__(self, letter: Letter, sentence: Sentence, registry: Registry, memory: Memory) -> None:
        self.letter = letter
        self.sentence = sentence
        self.registry = registry
        self.memory = memory
        self.text = letter.text.clean
        self._reading = reading(letter.text, sentence.span)
        self.tokens, self.lows, self._starts = self._reading.tokens, self._reading.lows, self._reading.starts
        self.low, self.words = self._reading.low, self._reading.words
        self.declined: list[Declined] = []
        self.acts: dict[str, list[VerbAct]] = {}  # by verb: filled by `kg.extract.stances.acts.match`
        self.subjects: dict[int, Party | None] = {}  # by clause: filled by `kg.extract.stances.holders.subjects`

    def decline(self, at: int, rule: str, why: str) -> None:
        """Keep why an act reports no position here, for whoever asks."""
        self.declined.append(Declined(at, rule, why))

    @property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence."""
        return self._reading.clauses

    def clause_at(self, i: int) -> Clause | None:
        """Give the clause that a token stands in, by its index; None for a mark between two of them."""
        return next((clause for clause in self.clauses if i in clause.tokens), None)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The mentions within the sentence."""
        return mentions_in(self.letter.mentions, self.sentence.span)

    @cached_property
    def particles(self) -> list[int]:
        """The indexes of words that can be the separated particle of a verb."""
        return [i for i, low in enumerate(self.lows) if low in _PARTICLES]

    @cached_property
    def at(self) -> dict[int, tuple[Mention, int]]:
        """Token index where a mention begins -> (mention, index one past its last token); the longest of several."""
        found: dict[int, tuple[Mention, int]] = {}
        for mention in self.mentions:
            first = self.index(mention.span.start)
            last = self.index(mention.span.end - 1) + 1
            if first not in found or last > found[first][1]:
                found[first] = (mention, last)
        return found

    def index(self, position: int) -> int:
        """Give the index of the token at or before a place of the clean text."""
        i = bisect_left(self._starts, position + 1) - 1
        return max(i, 0)

    def span(self, first: int, last: int) -> Span:
        """Give the span of the tokens from index `first` up to (not with) `last`, without marks at its ends."""
        while last - 1 > first and not self.tokens[last - 1].is_word and self.tokens[last - 1].text not in ')”’"»':
            last -= 1
        while first < last - 1 and self.tokens[first].text in ",;:–—.":
            first += 1
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def expression_at(self, i: int, expressions: ByFirstWord) -> tuple[str, ...]:
        """Give the longest of some expressions that begins at an index, or ()."""
        for words in expressions.get(self.low(i), ()):
            if len(words) == 1 or tuple(self.lows[i : i + len(words)]) == words:
                return words
        return ()

    def expressions(self, first: int, last: int, expressions: ByFirstWord) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give the expressions that begin between two indexes, each the longest there, with its index."""
        if expressions.keys().isdisjoint(self.words):
            return
        for i in range(first, min(last, len(self.lows))):
            words = self.lows[i] in expressions and self.expression_at(i, expressions)
            if words:
                yield i, words

    def inside(self, first: int, last: int) -> list[tuple[int, Mention]]:
        """Give the mentions that begin between two token indexes, with the index."""
        return [(self.index(m.span.start), m) for m in self.mentions if first <= self.index(m.span.start) < last]
