"""Finding the registry's names in running text: longest first, whatever stands between their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.model import Span
from kg.registry.entry import Form

__all__ = ["Hit", "Lookup", "fold", "words"]

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"(?:[\s  ]|[-‐‑–/’'`]|\.(?=[^\s]))*")
_ACRONYM_AS_WORD = 4


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Give a word without case and accents, for comparing: "Oekraïne" and "OEKRAINE" become the same."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=256)  # a letter's blocks are searched for the registry's names, then for those that it defines
def _folded(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def words(text: str) -> list[re.Match[str]]:
    """Give the runs of letters and digits of a text."""
    return list(_WORD.finditer(text))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where forms of the registry stand: all that fit the same, longest words."""

    span: Span
    forms: tuple[Form, ...]


@dataclass(slots=True)
class _Node:
    """What may follow after some words, and the forms that end there."""

    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[tuple[Form, Sequence[str]]] = field(default_factory=list)  # with their words


class Lookup:
    """An index of forms by their words."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._tree = _Node()
        for form in forms:
            self.add(form)

    def add(self, form: Form) -> None:
        """Add a form, such as an abbreviation that a letter defines."""
        node, wanted = self._tree, _WORD.findall(form.text)
        for word in map(fold, wanted):
            deeper = node.next.get(word)
            if deeper is None:
                deeper = node.next[word] = _Node()
            node = deeper
        if all(form != known for known, _ in node.forms):
            node.forms.append((form, wanted))

    def scan(self, text: str, start: int = 0) -> list[Hit]:
        """Find all forms in a text, longest first and never overlapping; spans are shifted by `start`."""
        first = self._tree.next
        folded = _folded(text)
        starts = [i for i, word in enumerate(folded) if word in first]
        if not starts:
            return []
        tokens, shouting = words(text), text.isupper()
        hits, end = [], 0
        for i in starts:
            if i < end:
                continue
            size, found = self._longest(text, tokens, folded, i, shouting)
            if found:
                end = i + size
                hits.append(Hit(Span(start + tokens[i].start(), start + tokens[end - 1].end()), found))
        return hits

    def _longest(
        self, text: str, tokens: Sequence[re.Match[str]], folded: Sequence[str], i: int, shouting: bool
    ) -> tuple[int, tuple[Form, ...]]:
        node = self._tree
        best: tuple[int, tuple[Form, ...]] = (0, ())
        j = i
        while j < len(tokens):
            deeper = node.next.get(folded[j])
            if deeper is None or (j > i and not _BETWEEN.fullmatch(text, tokens[j - 1].end(), tokens[j].start())):
                break
            node, j = deeper, j + 1
            if node.forms:
                seen = [token.group() for token in tokens[i:j]]
                fitting = tuple(form for form, wanted in node.forms if _fits(form, wanted, seen, shouting))
                if fitting:
                    best = (j - i, fitting)
        return best


def _fits(form: Form, wanted: Sequence[str], seen: Sequence[str], shouting: bool) -> bool:
    """Tell whether the letters are large where the form needs it: "navo" is no NAVO, "Navo" is; "Is" is no IS; a heading may be all capitals."""
    if form.kind == "abbreviation" or (len(wanted) == 1 and wanted[0].isupper()):
        if len(wanted) == 1 and shouting and len(seen[0]) < 3:
            return False
        return all(
            s == w or (len(w) >= _ACRONYM_AS_WORD and s == w.capitalize()) or (s.isupper() and not w.isupper())
            for s, w in zip(seen, wanted, strict=True)
        )
    large = [s[0].isupper() or s[0].isdigit() for w, s in zip(wanted, seen, strict=True) if w[0].isupper()]
    if not large:
        return True
    return all(large) or (len(wanted) > 1 and any(large) and sum(large) * 2 >= len(large))
