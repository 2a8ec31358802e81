"""Association agreements by whom they are with: "het associatieakkoord met Moldavië"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.expression import expression
from kg.model import Entity, Letter, Mention, Span

__all__ = ["agreements"]

_HEAD = r"(?:[Ss]tabilisatie- en )?[Aa]ssociatie(?:akkoord|overeenkomst)"
_WITH = expression(rf"\b(?P<name>{_HEAD})\s(?:van de (?:EU|Unie) )?met\s(?:de\s)?(?=[A-ZÀ-Þ])")
_BARE = expression(rf"\b(?:[Hh]et|[Dd]e|[Dd]it|[Dd]eze)\s(?P<name>{_HEAD})\b(?!\s(?:EU|tussen)\b)")


def agreements(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give such agreements with where their head stands; `taken` are the mentions of what is known, the partners among them.

    Where the letter names one, "het associatieakkoord" is that one.
    """
    text = letter.text.clean
    partners = {m.span.start: m for m in taken if m.entity.startswith("country/") or m.entity == "organisation/eu"}
    named: dict[Span, Entity] = {}
    for found in _WITH.finditer(text):
        partner = partners.get(found.end())
        if partner:
            head, country = found["name"], partner.entity.startswith("country/")
            label = f"{head[:1].upper()}{head[1:]} EU-{partner.span.of(text)}" if country else f"{head} met de EU"
            named[Span(*found.span("name"))] = Entity.unknown("Treaty", label)
    for span, entity in named.items():
        yield Mention(span, entity.id), entity
    if len({entity.id for entity in named.values()}) == 1:
        for found in _BARE.finditer(text):
            span = Span(*found.span("name"))
            if span not in named and not any(m.span.overlaps(span) for m in taken):
                yield Mention(span, entity.id, "anaphor"), entity
