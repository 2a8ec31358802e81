"""The lines of the untouched text, and which of them are page furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Line", "furniture", "split_lines"]

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_VISIBLE = re.compile(r"[^\s\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_FURNITURE = re.compile(
    r"""(?ix)
    pagina \s+ \d+ (?: \s* (?:van|/|-) \s* \d+ )?
    | (?: blad | p\. | pag\. ) \s* \d+ (?: \s+ van \s+ \d+ )?
    | [-–—]? \s* \d{1,3} \s* [-–—]? \s* (?: (?:/|van) \s* \d{1,3} )?
    | (?: tweede | eerste ) \s kamer , \s* vergaderjaar \s .* nr\. .*
    | (?: tweede | eerste ) \s kamer \s der \s staten-generaal \s+ \d
    | vergaderjaar \s \d{4} .*
    | (?: kst|blg|ah|h) - [\w-]+
    | issn \s [\d\s–-]+
    | [’'´`]s-gravenhage \s+ \d{4}
    """
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the untouched text: `text[start:end]` without white space around it; `page` counts form feeds before it.

    `indent` is the number of blanks it began with, `gap` tells that its line end was a page break.
    """

    start: int
    end: int
    content: str
    indent: int
    page: int


def split_lines(text: str) -> list[Line]:
    """Cut the text into lines at every kind of line end; blank lines are kept as empty ones."""
    lines: list[Line] = []
    start = page = 0
    for found in [*_BREAK.finditer(text), None]:
        stop = found.start() if found else len(text)
        raw = text[start:stop]
        body = raw.strip() if _VISIBLE.search(raw) else ""
        indent = len(raw) - len(raw.lstrip())
        first = start + (indent if body else 0)
        lines.append(Line(first, first + len(body), body, indent, page))
        if found:
            page += found.group() == "\f"
            start = found.end()
    return lines


def furniture(lines: Sequence[Line]) -> set[int]:
    """Give the indexes of lines that belong to the page and not to the letter: page numbers, running heads and feet.

    A running head is known by its place: the same line (digits apart) at the top or foot of two pages or more.
    """
    out = {i for i, line in enumerate(lines) if line.content and _FURNITURE.fullmatch(line.content)}
    # A bare number can also stand in a table or be a note's; it is a page number only with a blank line or a page's edge beside it.
    for i in list(out):
        if lines[i].content.isdigit() and not (_edge(lines, i, -1) or _edge(lines, i, 1)):
            out.discard(i)
    heads: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    if lines and lines[-1].page:
        for i in _page_edges(lines):
            key = re.sub(r"\d+", "#", lines[i].content)
            heads[key] += 1
            places.setdefault(key, []).append(i)
    for key, count in heads.items():
        if count > 1 and len(key) > 3:
            out.update(places[key])
    return out


def _edge(lines: Sequence[Line], at: int, step: int) -> bool:
    beside = at + step
    return not 0 <= beside < len(lines) or not lines[beside].content or lines[beside].page != lines[at].page


def _page_edges(lines: Sequence[Line]) -> list[int]:
    """Give the first and last two filled lines of every page."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if line.content:
            pages.setdefault(line.page, []).append(i)
    return sorted({i for filled in pages.values() for i in (*filled[:2], *filled[-2:])})
