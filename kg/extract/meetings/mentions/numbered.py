"""Meetings that a number before a body's name tells of, or a month behind it: "De derde ASEM zal in Seoul worden gehouden", "naar de Raad van Beheer van november"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.words import MODIFIERS, ORDINALS
from kg.model import Mention, Span

__all__ = ["numbered"]

_WHICH = expression(
    rf"(?i)\b(?:de|het)\s+({'|'.join(w for w in ORDINALS if len(w) > 4)}|\d+(?:e|de|ste)|(?:eerst)?volgende|komende|vorige|voorgaande)\s+$"
)
# "doorgeschoven naar de Raad van Beheer van november"
_AT = expression(r"(?i)\b(?:tijdens|naar|richting)\s+(?:de|het)\s+$")
_OF_MONTH = expression(
    r"\s+van\s+(?:(?:begin|eind|medio)\s+)?(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
)
_MEETS = expression(r"(?i)(?:\b|-)(?:raad|comité|commissie|groep|board|council|committee|bestuur)\b")
_TAKES_PLACE = expression(
    r"(?i)[^,;:]*\b(?:gehouden|plaats|plaatsvindt|plaatsvond|plaatsvinden|georganiseerd|voorzien|gepland)\b"
)


def numbered(text: str, unit: Unit, mentions: Sequence[Mention]) -> Iterator[Gathering]:
    """Give the meetings that a number before a body's name tells of: "De derde ASEM zal in Seoul worden gehouden"."""
    for m in mentions:
        which = _WHICH.search(text, unit.span.start, m.span.start) if m.entity.startswith("organisation/") else None
        if (
            _AT.search(text, unit.span.start, m.span.start)
            and _OF_MONTH.match(text, m.span.end)
            and _MEETS.search(m.span.of(text))
        ):
            yield Gathering(m.span, m.span, "bijeenkomst", "whole", m.span.of(text), definite=True, body=m.entity)
        if which and _TAKES_PLACE.match(text, m.span.end, unit.span.end):
            span = Span(which.start(1), m.span.end)
            n = ORDINALS.get(which.group(1).lower(), 0)
            yield Gathering(
                span,
                m.span,
                "bijeenkomst",
                "whole",
                span.of(text),
                False,
                (n,) if n else (),
                True,
                body=m.entity,
                adjectives=frozenset({which.group(1).lower()} & MODIFIERS),
            )
