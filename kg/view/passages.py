"""The text of a letter as far as it is known, and where some words stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.view.scene import Passage

__all__ = ["Texts", "find", "in_folder", "joined", "nowhere"]

_SOLID = re.compile(r"[^\s\u00ad-]+")

Texts = Callable[[str], str]
"""Gives the untouched text of a letter by its identifier; "" where it is not known."""


def nowhere(letter: str) -> str:  # noqa: ARG001 (a Texts that knows nothing)
    """Know no text; a page then shows of each letter what stands around evidence."""
    return ""


def in_folder(folder: Path) -> Texts:
    """Read the texts that `kg build` wrote into a folder."""

    def read(letter: str) -> str:
        try:
            return (folder / f"{letter}.txt").read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    return read


def joined(text: str, pieces: Iterable[Passage]) -> tuple[Passage, ...]:
    """Give the whole text where each piece stands in it as it should; else the pieces, those that meet made one."""
    ordered = sorted(pieces)
    if text and all(text.startswith(piece, start) for start, piece in ordered):
        return ((0, text),)
    whole: list[Passage] = []
    for start, piece in ordered:
        last, known = whole[-1] if whole else (-1, "")
        if whole and start <= last + len(known):
            whole[-1] = (last, known + piece[max(last + len(known) - start, 0) :])
        else:
            whole.append((start, piece))
    return tuple(whole)


def find(words: str, exact: str, start: int) -> tuple[int, int]:
    """Give where mended `words` stand in the `exact` text that begins at `start`: (0, 0) where they do not.

    Blanks and hyphens do not count: "steunden" is found in "steun-" and "den" on the next line.
    """
    pieces = [(piece.start(), piece.group()) for piece in _SOLID.finditer(exact)]
    wanted = "".join(_SOLID.findall(words))
    at = "".join(piece for _, piece in pieces).find(wanted)
    if not wanted or at < 0:
        return 0, 0
    return start + _place(pieces, at), start + _place(pieces, at + len(wanted) - 1) + 1


def _place(pieces: Iterable[tuple[int, str]], at: int) -> int:
    """Give where the sign with number `at` of the joined pieces stands."""
    for start, piece in pieces:
        if at < len(piece):
            return start + at
        at -= len(piece)
    raise IndexError(at)
