"""Gatherings whose noun is left out: "De eerste consultaties waren in Kleef, de vorige op 2 oktober in Berlijn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.words import MODIFIERS, ORDINALS
from kg.model import Span

__all__ = ["unsaid"]

_WHICH = r"(?:vorige|voorgaande|volgende|eerstvolgende)"
_VISITS = tuple(word_set("meetings", "words.visits"))
_IN_ROWS = frozenset(("consultatie", "overleg", "ontmoeting"))
# only a time, a place or a verb of taking place behind it: nothing else can be meant
_ALONE = expression(
    rf"(?i)\bde\s+(?P<which>{_WHICH}|{'|'.join(w for w, n in ORDINALS.items() if n > 0 and len(w) > 4)})(?=,?\s+(?:keer\s+)?(?:(?:is|was|zal|werd|wordt|vond|vindt|volgt|staat|heeft|had)\s+(?:\w+\s+)?)?(?:(?:voor|op|in|te|begin|eind|medio|van|naar verwachting)\s+)(?!(?:de|het|deze|dit)\s+(?!(?:week|loop|eerste|tweede|voorjaar|najaar|zomer|herfst)\b)))"
)


def unsaid(text: str, unit: Unit, told: Sequence[Gathering]) -> Iterator[Gathering]:
    """Give the gatherings that a stretch tells of by their place in a row alone. `told` are those named just before, in it or in the sentence before; the last one says what is meant."""
    if unit.kind not in ("sentence", "note"):
        return
    for found in _ALONE.finditer(text, *unit.span):
        low = found["which"].lower()
        rows = [g for g in told if g.span.end <= found.start() and (g.sort == "whole" or g.kind in _IN_ROWS)]
        if not rows or rows[-1].kind.endswith(_VISITS):
            continue
        last = rows[-1]
        n = ORDINALS.get(low, 0)
        if n > 0 and not (last.ordinals and unit.span.covers(last.span)):
            continue  # "de tweede" of two gatherings in one sentence only: it can be of anything
        span = Span(found.start("which"), found.end("which"))
        yield Gathering(
            span,
            span,
            last.kind,
            "whole",
            f"{low} {last.head.of(text)}",
            ordinals=(n,) if n > 0 else (),
            definite=True,
            body=last.body,
            level=last.level,
            adjectives=frozenset({low} & MODIFIERS),
        )
