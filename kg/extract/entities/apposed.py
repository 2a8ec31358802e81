"""Names behind the word that tells what bears them: "de vrouwenorganisatie Lelie", "het dorp Zandbeek"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.extract.entities.defined import slug
from kg.extract.mentions import Taken
from kg.model import Entity, Letter, Mention, Span

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
    text = letter.text.clean
    busy = Taken(len(text), (m.span for m in taken))
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for kind, pattern in _APPOSED:
            for found in pattern.finditer(block.span.of(text)):
                start, end = found.span("name")
                span = Span(block.span.start + start, block.span.start + end)
                if not busy.overlaps(span):
                    busy.take(span)
                    label = " ".join(span.of(text).split())
                    entity = Entity(f"{kind.lower()}/{slug(label)}", kind, label, known=False)
                    yield Mention(span, entity.id), entity
