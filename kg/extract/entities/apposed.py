"""Names behind the word that tells what bears them: "de vrouwenorganisatie Lelie", "het dorp Zandbeek"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.extract.entities.patterned import patterned
from kg.model import Entity, Letter, Mention

__all__ = ["apposed"]

_CAP = r"[A-ZÀ-Ý][\w’'&]*[\wà-ÿ](?:-[A-ZÀ-Ý]\w*)*"
_NAME = rf"(?:(?:De|Het|Ter|Ten|Den)\s)?{_CAP}(?:\s(?:(?:du|de|des|del|da|la|for|of)\s){{0,2}}{_CAP}){{0,3}}"
_APPOSED = tuple(
    (kind, expression(rf"(?<=[a-z])(?:{'|'.join(sorted(heads, key=len, reverse=True))})\s(?P<name>{_NAME})"))
    for kind, heads in table("kinds")["before_a_name_ending"]
) + tuple(
    (kind, expression(rf"\b(?:{'|'.join(sorted(heads, key=len, reverse=True))})\s(?P<name>{_NAME})"))
    for kind, heads in table("kinds")["before_a_name"]
)


def apposed(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give the unknown things that a letter names so, with where it does; `taken` are the mentions of what is known."""
    return patterned(letter, taken, _APPOSED)
