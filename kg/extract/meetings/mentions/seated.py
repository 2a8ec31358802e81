"""Sittings of a body that has the heading for itself: "In het Gemengd Comité schoven ... aan" under "3. Gemengd Comité"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit
from kg.model import Letter, Mention, Span

__all__ = ["seated"]

_HEADING = expression(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-z]\))\W+)?(?P<body>(?:[A-Z][a-zë]+ )?(?:Comité|Commissie|Werkgroep|Stuurgroep|Kring)(?: (?:[A-D]|[IVX]{1,3}|\d))?)\W*(?:[:–-]\s.*)?"
)
_LEAD = r"(?:In|Tijdens|Bij|Aan)\s+(?:het|de)\s+"


def seated(letter: Letter, unit: Unit, mentions: Sequence[Mention]) -> list[Gathering]:
    """Give the sitting of the body whose name alone is the heading over a sentence, where the sentence says "in" or "tijdens" it; a body with a name of its own (two words, or a number), not one of the registry."""
    heading = letter.text.sections[unit.section].heading
    named = _HEADING.fullmatch(heading.of(letter.text.clean)) if heading and unit.kind == "sentence" else None
    if named is None or " " not in named["body"]:
        return []
    found = expression(_LEAD + named["body"] + r"(?![\w-])").match(letter.text.clean, *unit.span)
    if found is None:
        return []
    span = Span(found.end() - len(named["body"]), found.end())
    if any(m.span.covers(span) for m in mentions):
        return []
    return [Gathering(span, span, named["body"].lower(), "part", named["body"], definite=True)]
