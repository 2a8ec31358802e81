"""Organisations in brackets behind who is of them: "mevrouw Zandstra (CVZB)", "Zandstra (FoWa)"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.model import Entity, Letter, Mention, Span
from kg.registry import Registry

__all__ = ["affiliations"]

_BRACKETED = expression(r" \((?P<short>[A-Z][A-Za-z]{1,9}[A-Z]|[A-Z]{3,10})\)")
_NO_ORGANISATION = frozenset(table("kinds")["abbreviations_of_no_organisation"])


def affiliations(letter: Letter, taken: list[Mention], registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Give such organisations with where they are named; `taken` are the mentions of what is known, the persons among them."""
    text = letter.text.clean
    for person in taken:
        found = _BRACKETED.match(text, person.span.end) if person.entity.startswith("person/") else None
        if not found or found["short"] in _NO_ORGANISATION or registry.names.scan(found["short"]):
            continue
        span = Span(*found.span("short"))
        if not any(m.span.overlaps(span) for m in taken):
            entity = Entity.unknown("Organisation", found["short"], found["short"])
            yield Mention(span, entity.id, "abbreviation"), entity
