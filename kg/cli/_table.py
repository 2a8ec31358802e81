"""A table for people to read in a terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import east_asian_width

import click

__all__ = ["shorten", "table", "terminal_width"]

_GAP = "  "
_LONGEST = 24  # characters of a word that is not broken
_BREAK = re.compile(r" |(?<=[^\W\d]-)")  # where a line can end; never within a date
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")  # they would steer the terminal


def terminal_width() -> int | None:
    """Give the width to wrap to: the terminal's, or what COLUMNS says; None where neither is known."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        return shutil.get_terminal_size().columns
    return None


def shorten(rows: Iterable[Sequence[str]], prefixes: Mapping[str, str]) -> list[list[str]]:
    """Give IRIs with a prefix in place of a namespace (name to IRI), and white space of any kind as one space."""
    longest = sorted(prefixes.items(), key=lambda prefix: -len(prefix[1]))

    def short(value: str) -> str:
        for name, iri in longest:
            if value.startswith(iri) and not any(map(str.isspace, value)):
                return f"{name}:{value.removeprefix(iri)}"
        return " ".join(_CONTROL.sub(" ", value).split())

    return [[short(value) for value in row] for row in rows]


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """Give the lines of a table that is at most `width` characters wide; cells wrap. None is as wide as it gets.

    Where the columns would have to be too narrow to read, each row is a record with a line per cell.
    """
    cells_of = [[row[n] for row in (columns, *rows)] for n in range(len(columns))]
    widths = [max(map(_width, cells), default=0) for cells in cells_of]
    if width is not None:
        room = width - len(_GAP) * (len(columns) - 1)
        least = [max(map(_longest_word, cells), default=0) for cells in cells_of]
        if sum(least) > room:
            yield from _records(columns, rows, width)
            return
        widths = _fit(least, widths, room)
    for number, row in enumerate((columns, *rows)):
        cells = [_wrap(value, size) for value, size in zip(row, widths, strict=True)]
        for line in range(max(map(len, cells), default=0)):
            parts = [cell[line] if line < len(cell) else "" for cell in cells]
            padded = (part + " " * (size - _width(part)) for part, size in zip(parts, widths, strict=True))
            text = _GAP.join(padded).rstrip()
            yield click.style(text, bold=True) if number == 0 else text
    if not rows:
        yield "(nothing)"


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    names = max(map(_width, columns))
    for number, row in enumerate(rows):
        if number:
            yield ""
        for name, value in zip(columns, row, strict=True):
            for line, part in enumerate(_wrap(value, max(width - names - len(_GAP), _LONGEST // 2)) if value else ()):
                head = f"{name:{names}}" if line == 0 else " " * names
                yield f"{click.style(head, bold=True)}{_GAP}{part}"


def _fit(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Give each column what its longest word needs, and of what is left the more the wider it would like to be."""
    if sum(most) <= room:
        return list(most)
    wished, left = sum(most) - sum(least), room - sum(least)
    return [low + left * (high - low) // wished for low, high in zip(least, most, strict=True)]


def _longest_word(text: str) -> int:
    return min(max(map(_width, _BREAK.split(text)), default=0), _LONGEST)


def _wrap(value: str, size: int) -> list[str]:
    return textwrap.wrap(value, max(size, 1), break_long_words=True) or [""] if _width(value) > size else [value]


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
