"""Towns that the registry does not know, where the letter says what was held there: "op 5 april in Zandbeek", "te Zandbeek"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.extract.entities.patterned import patterned
from kg.model import Entity, Letter, Mention

__all__ = ["venues"]

_WORD = r"(?:(?:Al|Ar|As|Ad|Az|El)-)?[A-ZÀ-Þ][a-zà-ÿ’']{2,}"
_NAME = rf"{_WORD}(?:[- ]{_WORD}){{0,2}}"
_MONTHS = "|".join(sorted(table("words")["months"], key=len, reverse=True))
_HELD = "|".join(sorted(table("meetings")["words"]["held_there"], key=len, reverse=True))
_END = r"(?=[.,;:)]|\s(?:en|of|is|was|werd|waren|heeft|hebben|zal|zijn)\b|$)"
_VENUES = (
    # "op 13 oktober jl. in Zandbeek", "in mei 2010 in Zandbeek"
    expression(rf"\b(?:{_MONTHS})(?:\s\d{{4}})?(?:\s(?:jl\.|a\.s\.|jongstleden))?,?\sin\s(?P<name>{_NAME}){_END}"),
    # "bijeen in Zandbeek", "in Zandbeek gehouden"
    expression(rf"\b(?:{_HELD})\sin\s(?P<name>{_NAME}){_END}"),
    expression(rf"\bin\s(?P<name>{_NAME})\s(?:{_HELD})\b"),
    expression(rf"\bte\s(?P<name>{_NAME}){_END}"),
)


def venues(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give such towns with where they are named; `taken` are the mentions of what is known."""
    return patterned(letter, taken, (("Place", pattern) for pattern in _VENUES))
