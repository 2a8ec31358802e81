"""Regular expressions that are tried only where they can be found.

Most rules look for words that most sentences do not have, and to find out that a pattern with twenty alternatives stands nowhere takes a
hundred times as long as to find out that none of its words does. So each pattern knows which words any match of it must hold, and which of all
those words a sentence of a letter holds is looked up once for all patterns, word by word: most words come back.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["Expression", "Room", "expression"]

_LONG = 2000  # characters: a letter, and not a sentence or paragraph of it
_MOST = 50_000  # words to remember
_TELLING = 3  # letters: shorter ones stand in every sentence
_Clauses = list[frozenset[str]]
"""Of each of these sets any match holds one at least."""

_GROUPS = {op.SUBPATTERN: -1, op.ATOMIC_GROUP: None, op.ASSERT: 1}
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})


@cache
def expression(source: str) -> Expression:
    """Compile a regular expression, once for all who ask for it."""
    return Expression(source)


class Expression:
    """A compiled expression with the methods of `re.Pattern`, the same in what they give."""

    def __init__(self, source: str) -> None:
        compiled = re.compile(source)
        self._needs = _needed(source)
        self._bits = tuple(map(_bits, self._needs))
        self.first_bits = self._bits[0] if self._bits else _NOTHING
        self._search, self._finditer = compiled.search, compiled.finditer
        self.match, self.fullmatch, self.findall = compiled.match, compiled.fullmatch, compiled.findall
        self.sub, self.split = compiled.sub, compiled.split

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the first match, or None."""
        return self._search(text, start, end) if self.may_stand(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give the matches in order, none over another."""
        return self._finditer(text, start, end) if self.may_stand(text, start, end) else iter(())

    def may_stand(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Tell whether the words stand there that any match must hold."""
        if not self._needs:
            return True
        if len(text) > _LONG:  # a sentence of a letter, of which many expressions are asked
            held = _held(text, start, end)
            for bits in self._bits:  # noqa: SIM110 (a generator takes longer than the question)
                if not held & bits:
                    return False
            return True
        low = _lower(text)
        if len(low) != len(text):
            return True
        for words in self._needs:
            for word in words:
                if low.find(word, start, end) >= 0:
                    break
            else:
                return False
        return True


class Room:
    """Expressions that are looked for together: a sentence that holds no word of any is passed over at one question."""

    def __init__(self, *expressions: Expression) -> None:
        self._expressions = expressions
        self._any = 0
        for one in expressions:
            self._any |= one.first_bits

    def standing(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Expression]:
        """Give those of which the words stand there that any match must hold."""
        if len(text) > _LONG and not _held(text, start, end) & self._any:
            return []
        return [one for one in self._expressions if one.may_stand(text, start, end)]

    def may_stand(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Tell whether one of them may stand there."""
        return bool(self.standing(text, start, end))


@lru_cache(maxsize=16)  # some expressions are looked for in one sentence
def _lower(text: str) -> str:
    return text.lower()


_NOTHING = 1  # the bit of what needs no word: it is always held
_BITS: dict[str, int] = {}
"""Every word that some expression needs, with the bit that stands for it."""

_BY_START: dict[str, list[str]] = {}
"""These words by their first three letters."""


def _bits(words: Iterable[str]) -> int:
    """Give a set of needed words as one number."""
    for word in words:
        if word not in _BITS:
            _BITS[word] = 2 << len(_BITS)
            _BY_START.setdefault(word[:_TELLING], []).append(word)
            _held.cache_clear()
            _within.clear()
    return sum(_BITS[word] for word in words)


@lru_cache(maxsize=256)
def _held(text: str, start: int, end: int) -> int:
    """Give which of all needed words stand in a stretch, looked up once for all expressions."""
    held = _NOTHING
    for bits in map(_within.__getitem__, text[start:end].split()):
        if bits:
            held |= bits
    return held


class _Within(dict[str, int]):
    """Which needed words stand within a word of a text, by that word. Most words come back, new ones without end."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        low = word.lower()
        starts = {low[i : i + size] for i in range(len(low)) for size in (1, _TELLING)}
        held = [w for start in starts & _BY_START.keys() for w in _BY_START[start] if w in low]
        # a letter that is two in lower case: anything may stand there
        self[word] = sum(_BITS[w] for w in held) if len(low) == len(word) else -1
        return self[word]


_within = _Within()


def _needed(source: str) -> list[tuple[str, ...]]:
    """Give the most telling sets of words of an expression, those that tell most first."""
    clauses = [c for c in _sequence(parser.parse(source)) if min(map(_weight, c)) >= _TELLING]
    return [tuple(sorted(c)) for c in sorted(clauses, key=_worth, reverse=True)[:2]]


def _worth(words: frozenset[str]) -> tuple[int, int]:
    return min(map(_weight, words)), -len(words)


def _weight(word: str) -> int:
    """Tell how rare a word is: by its length; a mark such as "(" counts for three letters."""
    return len(word) if word.isalnum() or len(word) > 1 else 3


def _sequence(parsed: Iterable[tuple[Any, Any]]) -> _Clauses:
    """Give what must stand where all these stand one after the other."""
    found: _Clauses = []
    run = ""
    for what, given in parsed:
        if what is op.LITERAL:
            run += chr(given)
            continue
        found += _said(run)
        run = ""
        if what is op.BRANCH:
            found += _branch(given[1])
        elif what in _GROUPS and not (what is op.ASSERT and given[0] < 0):
            found += _sequence(given if what is op.ATOMIC_GROUP else given[_GROUPS[what]])
        elif what in _REPEATS and given[0] > 0:
            found += _sequence(given[2])
    return found + _said(run)


def _said(run: str) -> _Clauses:
    return [frozenset({word}) for word in run.lower().split()]


def _branch(branches: Iterable[Any]) -> _Clauses:
    """Give the one set of which a word stands whichever branch is taken, or none where a branch needs nothing."""
    words: set[str] = set()
    for branch in branches:
        clauses = _sequence(branch)
        if not clauses:
            return []
        best: frozenset[str] = max(clauses, key=_worth)
        words |= best
    return [frozenset(w for w in words if not any(o != w and o in w for o in words))]
