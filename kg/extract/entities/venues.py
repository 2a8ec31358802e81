"""Towns that the registry does not know, where the letter says what was held there: "op 5 april in Zandbeek", "te Zandbeek"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.extract.entities.defined import slug
from kg.extract.mentions import Taken
from kg.model import Entity, Letter, Mention, Span

__all__ = ["venues"]

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ’']{2,}"
_NAME = rf"{_WORD}(?:[- ]{_WORD}){{0,2}}"
_MONTHS = "|".join(sorted(table("words")["months"], key=len, reverse=True))
_HELD = "|".join(sorted(table("meetings")["words"]["held_there"], key=len, reverse=True))
_END = r"(?=[.,;:)]|\s(?:en|of|is|was|werd|waren|heeft|hebben|zal|zijn)\b|$)"
_VENUES = (
    # "op 13 oktober jl. in Zandbeek", "in mei 2010 in Zandbeek"
    expression(rf"\b(?:{_MONTHS})(?:\s\d{{4}})?(?:\s(?:jl\.|a\.s\.|jongstleden))?\sin\s(?P<name>{_NAME}){_END}"),
    # "bijeen in Zandbeek", "in Zandbeek gehouden"
    expression(rf"\b(?:{_HELD})\sin\s(?P<name>{_NAME}){_END}"),
    expression(rf"\bin\s(?P<name>{_NAME})\s(?:{_HELD})\b"),
    expression(rf"\bte\s(?P<name>{_NAME}){_END}"),
)


def venues(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give such towns with where they are named; `taken` are the mentions of what is known."""
    text = letter.text.clean
    busy = Taken(len(text), (m.span for m in taken))
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for pattern in _VENUES:
            for found in pattern.finditer(block.span.of(text)):
                start, end = found.span("name")
                span = Span(block.span.start + start, block.span.start + end)
                if not busy.overlaps(span):
                    busy.take(span)
                    label = " ".join(span.of(text).split())
                    entity = Entity(f"place/{slug(label)}", "Place", label, known=False)
                    yield Mention(span, entity.id), entity
