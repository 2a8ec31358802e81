"""What is spelt like a name that nobody bears: for those who mistype."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kg.registry.lookup import fold, words

__all__ = ["alike", "spelling"]

_LIKENESS = 0.7  # of 1; "Duitslnd" comes near Duitsland, "Polfer" near Polen


def spelling(name: str) -> str:
    """Give a name without case, accents and what stands between its words."""
    return " ".join(fold(word.group()) for word in words(name))


def alike(asked: str, names: Iterable[str], most: int) -> list[str]:
    """Give at most `most` of the names, each in its first spelling: those spelt like what was asked, the nearest first, then those that hold it as a word or begin with it, the shortest first."""
    wanted = spelling(asked)
    shown: dict[str, str] = {}
    for name in names:
        shown.setdefault(spelling(name), name)
    shown.pop(wanted, None)
    near = get_close_matches(wanted, shown, n=most, cutoff=_LIKENESS)
    longer = [name for name in shown if wanted and (name.startswith(wanted) or wanted in name.split())]
    ordered = dict.fromkeys((*near, *sorted(longer, key=lambda name: (len(name), name))))
    return [shown[name] for name in ordered][:most]
