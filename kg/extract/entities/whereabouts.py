"""Places that the registry does not know, told by where something is or comes from: "uitbraken in Zandbeek, Veerdam en Zuilen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.extract.mentions import Taken
from kg.model import Entity, Letter, Mention, Span
from kg.registry import Registry, fold

__all__ = ["whereabouts"]

_WORDS = table("places")
_NAME = r"(?:(?:Ter|Den|De|Het|Sint|Al|El|Ar|San|Santa|Saint|Port|Fort|Nieuw|Oud|Groot|Klein|Noord|Zuid|Oost|West|Kaap)[- ])?[A-ZÀ-Þ][a-zà-ÿ’'-]+[a-zà-ÿ](?:-[A-ZÀ-Þ][a-zà-ÿ]+)*"
_BEHIND = "|".join(_WORDS["behind"])
_WHERE = expression(
    rf"(?<![\w-])(?:{'|'.join(_WORDS['before'])})\s(?P<names>{_NAME}(?:,\s{_NAME})*(?:\sen\s{_NAME})?)(?=[.;:)]|,\s[^A-ZÀ-Þ]|\s(?:{_BEHIND})\b|$)"
)
_ONE = expression(_NAME)
_NO_PLACE = frozenset(_WORDS["no_place"])


def whereabouts(letter: Letter, taken: list[Mention], registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Give such places with where they are named; `taken` are the mentions of what is known, the persons among them."""
    text = letter.text.clean
    busy = Taken(len(text), (m.span for m in taken))
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for found in _WHERE.finditer(text, *block.span):
            for one in _ONE.finditer(text, *found.span("names")):
                span, name = Span(*one.span()), one.group()
                if busy.overlaps(span) or _is_word(name) or _is_known(name, registry):
                    continue
                busy.take(span)
                entity = Entity.unknown("Place", name)
                yield Mention(span, entity.id), entity


def _is_known(name: str, registry: Registry) -> bool:
    """Tell whether the registry has the name for somebody, or for what its context would have told ("in Split")."""
    return fold(name) in registry.surnames or bool(registry.names.scan(name))


def _is_word(name: str) -> bool:
    low = name.lower()
    return low in _NO_PLACE or low.endswith(tuple(_WORDS["no_place_ending"]))
