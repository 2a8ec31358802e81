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
    forms: list[Form] = field(default_factory=list)


class Lookup:
    """An index of forms by their words."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._tree = _Node()
        for form in forms:
            self.add(form)

    def add(self, form: Form) -> None:
        """Add a form, such as an abbreviation that a letter defines."""
        node = self._tree
        for word in words(form.text):
            node = node.next.setdefault(fold(word.group()), _Node())
        if form not in node.forms:
            node.forms.append(form)

    def scan(self, text: str, start: int = 0) -> list[Hit]:
        """Find all forms in a text, longest first and never overlapping; spans are shifted by `start`."""
        tokens = words(text)
        hits, i = [], 0
        shouting = text.isupper()
        folded = [fold(token.group()) for token in tokens]
        first = self._tree.next
        while i < len(tokens):
            if folded[i] not in first:
                i += 1
                continue
            size, found = self._longest(text, tokens, folded, i, shouting)
            if found:
                hits.append(Hit(Span(start + tokens[i].start(), start + tokens[i + size - 1].end()), found))
                i += size
            else:
                i += 1
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
                fitting = tuple(form for form in node.forms if _fits(form, tokens[i:j], shouting))
                if fitting:
                    best = (j - i, fitting)
        return best


def _fits(form: Form, tokens: Sequence[re.Match[str]], shouting: bool) -> bool:
    """Tell whether the letters are large where the form needs it: "navo" is no NAVO, "Navo" is; "Is" is no IS; a heading may be all capitals."""
    wanted = [m.group() for m in words(form.text)]
    seen = [m.group() for m in tokens]
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
