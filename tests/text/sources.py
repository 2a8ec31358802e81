"""Making sources and texts for the tests of this folder."""

from __future__ import annotations

from kg.model import Source, Span, Text
from kg.text import mend

__all__ = ["LETTERHEAD", "blocks", "clean", "mended", "source", "texts"]

LETTERHEAD = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 februari 2019

Betreft: Verslag van de Raad

Geachte Voorzitter,

"""


def source(text: str, headings: tuple[Span, ...] = (), notes: tuple[Span, ...] = ()) -> Source:
    return Source("brief.txt", text, "0" * 64, "txt", headings=headings, notes=notes)


def mended(text: str) -> Text:
    return mend(source(text))


def clean(text: str) -> str:
    return mended(text).clean


def blocks(text: str) -> list[tuple[str, str]]:
    """Give (kind, words) of each block of a letter's body, without the letterhead and its salutation."""
    found = mended(LETTERHEAD + text)
    kinds = [(block.kind, block.span.of(found.clean)) for block in found.blocks]
    return [pair for pair in kinds if pair[0] not in ("letterhead", "salutation")]


def texts(text: str) -> list[str]:
    """Give the sentences of a letter's body."""
    found = mended(LETTERHEAD + text)
    return [sentence.span.of(found.clean) for sentence in found.sentences]
