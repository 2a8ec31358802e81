"""From the untouched text to one that can be read: clean, laid out, and cut into sentences; offsets lead back."""

from __future__ import annotations

from kg.model import Source, Text
from kg.text.clean import clean
from kg.text.layout import lay_out
from kg.text.sentences import sentences

__all__ = ["mend"]


def mend(source: Source) -> Text:
    """Give the text of a source, mended for reading, with its blocks, sections and sentences."""
    cleaned = clean(source)
    blocks, sections = lay_out(cleaned)
    return Text(cleaned.text, cleaned.offsets, blocks, sections, sentences(cleaned.text, blocks, sections))
