"""Mending the text for reading, with the way back to the untouched one.

The clean text has one line per block of the letter (a paragraph, a heading, a bullet, a line of the letterhead) and single spaces between its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Offsets, Source
from kg.text.hyphens import Join, hyphen_rule
from kg.text.lines import Line, furniture, split_lines

__all__ = ["Cleaned", "clean"]

BULLET = re.compile(r"(?:[-–—•●▪■◦○*·o]|[a-z]\)|\(?[ivx]{1,4}\)|\(?\d{1,2}\))\s+(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?|[IVX]{1,4}\.|[A-Z]\.)\s+(?=[A-Z‘“«'\"])")
_SENTENCE_END = re.compile(r"[.?!:;…][\"'”’»)\]]*$")
_NOTE = re.compile(r"\[?\(?(\d{1,2})\)?\]?\s+(?=[A-Z‘“«(\"]|https?:)")
_NOTE_MARK = re.compile(
    r"(?<=[a-zà-ÿ][a-zà-ÿ]|[a-zà-ÿ\d][.,;:)”’»])(\d{1,2})(?=[\s.,;:)]|$)|(?<!m)[¹²³⁰⁴-⁹]+|\[\d{1,2}\](?=[\s.,;:)]|$)"
)
_MARKING = re.compile(r"[\d¹²³⁰⁴-⁹]")  # stands in each of these marks
_FIELD = re.compile(
    r"(?:Datum|Betreft|Onderwerp|Ons kenmerk|Uw kenmerk|Onze referentie|Uw referentie|Bijlagen?|Bijlage\(n\)|Kenmerk|Contactpersoon|Aan de|Aan:|T\s|E\s)\b",
    re.IGNORECASE,
)
_SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_PIECES = re.compile(rf"\s+|[{_SOFT_HYPHEN}{_ZERO_WIDTH}]+|[^\s{_SOFT_HYPHEN}{_ZERO_WIDTH}]+")
_UNEVEN = re.compile(rf"\s\s|[^\S ]|[{_SOFT_HYPHEN}{_ZERO_WIDTH}]")
_HYPHENS = "-‐‑\u00ad"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean text, its way back, and for each of its lines whether a blank line or a page's edge stood before it and what markup called it."""

    text: str
    offsets: Offsets
    apart: tuple[bool, ...]
    marked: tuple[str, ...]


@dataclass
class _Writer:
    """Collects characters with the place they came from."""

    out: list[str] = field(default_factory=list)
    clean: list[int] = field(default_factory=lambda: [0])
    source: list[int] = field(default_factory=lambda: [0])
    size: int = 0

    def put(self, chars: str, at: int) -> None:
        if not chars:
            return
        if self.source[-1] + self.size - self.clean[-1] != at:
            if self.clean[-1] == self.size:
                self.source[-1] = at
            else:
                self.clean.append(self.size)
                self.source.append(at)
        self.out.append(chars)
        self.size += len(chars)


def clean(source: Source) -> Cleaned:
    """Mend the text of a source: join hard wraps and broken words, drop page furniture, footnote marks and stray blanks.

    Every character of the result was copied from the source (a line end may have become a blank), in the same order, so that
    offsets lead back; nothing is added.
    """
    lines = split_lines(source.text)
    out = furniture(lines)
    width = _wrap_width([line for i, line in enumerate(lines) if i not in out])
    marks = {line.start: "heading" for line in _starting(lines, [s.start for s in source.headings])}
    marks |= {line.start: "note" for line in _starting(lines, [s.start for s in source.notes])}
    blocks = _blocks(lines, out, width, marks)
    notes = _note_numbers(blocks, source.text)
    join = hyphen_rule(source.text)
    writer = _Writer()
    apart, marked = [], []
    for block in blocks:
        kind = marks.get(block.lines[0].start, "")
        number = _NOTE.match(block.lines[0].content)
        if number and number.group(1) in notes and not kind:
            kind = "note"
        if writer.size:
            # the line end before the block, wherever it stands
            writer.put("\n", max(block.lines[0].start - block.lines[0].indent - 1, writer.source[-1]))
        _write(writer, block.lines, source.text, join, notes if kind != "note" else frozenset())
        apart.append(block.apart)
        marked.append(kind)
    return Cleaned("".join(writer.out), Offsets(tuple(writer.clean), tuple(writer.source)), tuple(apart), tuple(marked))


@dataclass
class _Block:
    lines: list[Line]
    apart: bool


def _starting(lines: Sequence[Line], starts: Sequence[int]) -> list[Line]:
    if not starts:
        return []
    wanted = sorted(starts)
    found, i = [], 0
    for line in lines:
        while i < len(wanted) and wanted[i] < line.start:
            i += 1
        if i < len(wanted) and line.content and line.start <= wanted[i] < max(line.end, line.start + 1):
            found.append(line)
    return found


def _wrap_width(lines: Sequence[Line]) -> int:
    """Give the column at which the text was wrapped by hand or by a printer, or 0 where each line is a whole paragraph."""
    lengths = sorted(len(line.content) for line in lines if line.content)
    if not lengths:
        return 0
    top = lengths[int(len(lengths) * 0.95)]
    filled = [n for n in lengths if n >= 0.75 * top]
    return top if top <= 160 and len(filled) >= 0.35 * len(lengths) else 0


def _blocks(lines: Sequence[Line], out: set[int], width: int, marks: dict[int, str]) -> list[_Block]:
    blocks: list[_Block] = []
    before: Line | None = None
    blank = page_edge = True
    for i, line in enumerate(lines):
        if i in out:
            page_edge = True
            continue
        if not line.content:
            blank = True
            continue
        if before is not None and line.page != before.page:
            page_edge = True
        if before is None or not blocks or _begins(before, line, blank, page_edge, width, marks, blocks[-1]):
            blocks.append(_Block([line], blank or page_edge))
        else:
            blocks[-1].lines.append(line)
        before, blank, page_edge = line, False, False
    return blocks


def _begins(
    before: Line, line: Line, blank: bool, page_edge: bool, width: int, marks: dict[int, str], block: _Block
) -> bool:
    """Tell whether a line opens a new block."""
    if line.start in marks or before.start in marks:
        return True
    ended = bool(_SENTENCE_END.search(before.content))
    if blank:
        # a page's edge in mid-sentence: the blank lines around it are the page's, not the letter's
        return not (page_edge and not ended and line.content[0].islower() and len(before.content) > 0.5 * width)
    if width == 0:
        return True
    if _FIELD.match(line.content) and (_FIELD.match(block.lines[0].content) or _title(before, width)):
        return True
    if BULLET.match(line.content):
        return before.content[-1] not in _HYPHENS and (
            ended
            or bool(BULLET.match(block.lines[0].content))
            or before.content[-1] in ",;:"
            or line.content[0] in "•●▪■◦○"
        )
    if _title(before, width) and len(block.lines) == 1 and line.content[0].isupper():
        return True
    short = len(before.content) < 0.78 * width
    if short and ended and not line.content[0].islower():
        return True
    if line.content[0].isupper() and _title(line, width) and ended:
        return True
    return bool(_NUMBERED.match(line.content)) and ended and short


def _title(line: Line, width: int) -> bool:
    """Tell whether a line by its form can be a title or a line of the letterhead: short, no full stop, a capital first."""
    text = line.content
    return (
        len(text) < 0.72 * width
        and not text.endswith((".", ",", ";", "-", ":"))
        and (text[0].isupper() or text[0].isdigit() or text[0] in "‘“«\"'")
    )


def _note_numbers(blocks: Sequence[_Block], text: str) -> frozenset[str]:
    """Give the numbers of footnotes: those that stand both before a note and, glued to a word, in the text."""
    heads = {found.group(1) for block in blocks if (found := _NOTE.match(block.lines[0].content))}
    if not heads:
        return frozenset()
    glued = {found.group(1) for found in _NOTE_MARK.finditer(text) if found.group(1)}
    return frozenset(heads & glued)


def _write(writer: _Writer, lines: Sequence[Line], text: str, join: Join, notes: frozenset[str]) -> None:
    for i, line in enumerate(lines):
        start, end = line.start, line.end
        glue, rest = " ", lines[i + 1].content if i + 1 < len(lines) else ""
        if rest and line.content[-1] in _HYPHENS and len(line.content) > 1 and not line.content[-2].isspace():
            word = re.search(r"[^\s(«“‘\"]+$", line.content[:-1])
            how = "join" if line.content[-1] == _SOFT_HYPHEN else join(word.group() if word else "", rest)
            glue = " " if how == "space" else ""
            end -= how == "join"
        _copy(writer, text, start, end, notes)
        if rest and glue:
            writer.put(" ", line.end)


def _copy(writer: _Writer, text: str, start: int, end: int, notes: frozenset[str]) -> None:
    """Copy a line, with runs of blanks as one blank and without footnote marks and invisible characters."""
    line = text[start:end]
    marked = _MARKING.search(line)
    drop = [(m.start(), m.end()) for m in _NOTE_MARK.finditer(line) if _is_mark(m, notes)] if marked else []
    if not drop and not _UNEVEN.search(line):
        writer.put(line, start)
        return
    for found in _PIECES.finditer(line):
        piece, at = found.group(), found.start()
        if piece.isspace():
            writer.put(" ", start + at)
        elif piece[0] not in _SOFT_HYPHEN + _ZERO_WIDTH:
            cursor = at
            for first, last in [d for d in drop if at <= d[0] < found.end()]:
                writer.put(line[cursor:first], start + cursor)
                cursor = last
            writer.put(line[cursor : found.end()], start + cursor)


def _is_mark(found: re.Match[str], notes: frozenset[str]) -> bool:
    number = found.group(1)
    if number is None:
        return True
    return number in notes
