"""Regular expressions that are tried only where they can be found.

Most rules look for words that most sentences do not have, and to find out that a pattern with twenty alternatives stands nowhere takes a
hundred times as long as to find out that none of its words does. So each pattern knows which words any match of it must hold.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["Expression", "expression"]

_Clauses = list[frozenset[str]]
"""Of each of these sets any match holds one at least."""

_GROUPS = {op.SUBPATTERN: -1, op.ATOMIC_GROUP: None, op.ASSERT: 1}
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_LONG = 2000  # characters: a letter, and not a sentence or paragraph of it


@cache
def expression(source: str) -> Expression:
    """Compile a regular expression, once for all who ask for it."""
    return Expression(source)


class Expression:
    """A compiled expression with the methods of `re.Pattern`, the same in what they give."""

    def __init__(self, source: str) -> None:
        compiled = re.compile(source)
        self._needs = _needed(source)
        self._text = ""
        self._places: list[int] | None = None
        self._search, self._finditer = compiled.search, compiled.finditer
        self.match, self.fullmatch, self.sub, self.split = (
            compiled.match,
            compiled.fullmatch,
            compiled.sub,
            compiled.split,
        )

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the first match, or None."""
        return self._search(text, start, end) if self._may_stand(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give the matches in order, none over another."""
        return self._finditer(text, start, end) if self._may_stand(text, start, end) else iter(())

    def _may_stand(self, text: str, start: int, end: int) -> bool:
        if not self._needs:
            return True
        if len(text) > _LONG:
            places = self._places if self._text is text else self._places_in(text)
            return places is None or bisect_left(places, end) > bisect_left(places, start)
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

    def _places_in(self, text: str) -> list[int] | None:
        """Give where the most telling words stand in a long text, which is asked of sentence by sentence; None where places cannot be told."""
        low = _lower(text)
        # a letter that is two in lower case would shift all places behind it
        self._places = _places(low, self._needs[0]) if len(low) == len(text) else None
        self._text = text
        return self._places


@lru_cache(maxsize=16)  # many expressions are looked for in one sentence
def _lower(text: str) -> str:
    return text.lower()


def _places(text: str, words: Iterable[str]) -> list[int]:
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


def _needed(source: str) -> list[tuple[str, ...]]:
    """Give the most telling sets of words of an expression, those that tell most first."""
    clauses = [c for c in _sequence(parser.parse(source)) if min(map(_weight, c)) > 1]
    return [tuple(sorted(c)) for c in sorted(clauses, key=_worth, reverse=True)[:2]]


def _worth(words: frozenset[str]) -> tuple[int, int]:
    return min(map(_weight, words)), -len(words)


def _weight(word: str) -> int:
    """Tell how rare a word is: by its length; a mark such as "(" counts for two letters."""
    return len(word) if word.isalnum() or len(word) > 1 else 2 * (not word.isspace())


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
    return [frozenset({run.lower()})] if run else []


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
