"""Where a sentence ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.dutch import table
from kg.model import Block, Section, Sentence, Span, Text
from kg.text.remember import remembered

__all__ = ["cut", "sentence_at", "sentences"]

_STOP = re.compile(r"([.?!…]+)([\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]*([^\s\"'“‘«(\[]))")
_IN_THE = re.compile(r"['’‘`]s [A-Z]")  # "'s Avonds"
_BEFORE_WORD = frozenset('([“‘«"')
_INITIALS = re.compile(r"(?:[A-Z]\.|[A-Z][a-z]?\.)(?:-?[A-Z][a-z]?\.)*$")
_INNER, _FINAL = (frozenset(table("abbreviations")[kind]) for kind in ("inner", "final"))
_RUNNING = frozenset({"paragraph", "bullet", "note"})


def sentences(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """Give the sentences of the running blocks (paragraphs, bullets, notes) of a clean text, in reading order."""
    found: list[Sentence] = []
    section = 0
    for i, block in enumerate(blocks):
        while section + 1 < len(sections) and sections[section + 1].span.start <= block.span.start:
            section += 1
        if block.kind in _RUNNING:
            start = block.span.start
            found += [Sentence(Span(start + a, start + b), i, section) for a, b in cut(block.span.of(text))]
    return tuple(found)


def sentence_at(text: Text, position: int) -> Sentence | None:
    """Give the sentence in which a place of the clean text stands, or None."""
    at = bisect_right(_starts(text), position) - 1
    return text.sentences[at] if at >= 0 and position < text.sentences[at].span.end else None


@remembered
def _starts(text: Text) -> list[int]:
    return [sentence.span.start for sentence in text.sentences]


def cut(block: str) -> Iterator[tuple[int, int]]:
    """Cut one block of clean text into sentences; give their (start, end) within it, without the blanks between them."""
    start = 0
    for stop in _STOP.finditer(block):
        if _ends(block, start, stop):
            yield start, stop.end(2)
            start = stop.end()
    if start < len(block):
        yield start, len(block.rstrip())


def _ends(block: str, start: int, stop: re.Match[str]) -> bool:
    following = stop.group(3)
    if following.islower() and not _IN_THE.match(block, stop.end()):
        return False  # a name may begin small ("de Hoop Scheffer"), a sentence hardly ever
    if not stop.group(1).startswith("."):
        return True
    begin = stop.end(1)
    while begin > start and block[begin - 1] not in _BEFORE_WORD and not block[begin - 1].isspace():
        begin -= 1
    word = block[begin : stop.end(1)]
    small = word.casefold()
    if small in _INNER and not (word[:-1].isupper() and len(word) > 2):
        return False
    if small in _FINAL:
        return following.isupper()
    if (_INITIALS.fullmatch(word) and len(word) <= 3) or re.fullmatch(r"(?:[A-Z]\.){2,}", word):
        # "H. Zijlstra", "A.G. Koenders"; but "in de VS." and "artikel 5." end
        return word[:-1].isupper() and len(word) == 3 and "." not in word[:-1]
    return not (begin == start and re.fullmatch(r"\d{1,2}\.", word))
