"""Organisations that a letter calls by an abbreviation alone, which neither it nor the registry explains: "de CVZB besloot"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.dutch.verbs import readings
from kg.expression import expression
from kg.extract.entities.defined import slug
from kg.model import Entity, Letter, Mention, Span
from kg.registry import Registry

__all__ = ["unexplained"]

_KINDS = table("kinds")
_BESIDE = frozenset(_KINDS["beside_an_organisation"])
_NO_ORGANISATION = frozenset(_KINDS["abbreviations_of_no_organisation"])
# an organisation acts, or something is of it, by it, with it; "de CVZB-lijst" and "de CVZB lijst" are of something else
_ACTING = expression(
    r"\b(?P<before>(?i:van|door|aan|met|bij|binnen|namens|tegen|tussen|en)\s)?[Dd]e\s(?P<short>[A-Z]{3,8})(?![\w-])(?=[.,;:)]|\s(?P<next>[^\W\d_]+))"
)


def unexplained(letter: Letter, taken: list[Mention], registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Give such organisations with where they are named; `taken` are the mentions of what is known."""
    text = letter.text.clean
    for block in letter.text.blocks:
        part = block.span.of(text)
        if block.kind not in ("paragraph", "bullet") or part.isupper():
            continue
        for found in _ACTING.finditer(part):
            short, after = found["short"], found["next"] or ""
            forms = {reading.form for reading in readings(after)}
            beside = not after or after in _BESIDE or "ptc" in forms
            if "fin" not in forms and not (found["before"] and beside):
                continue
            start, end = found.span("short")
            span = Span(block.span.start + start, block.span.start + end)
            if short in _NO_ORGANISATION or any(m.span.overlaps(span) for m in taken) or registry.names.scan(short):
                continue
            entity = Entity(f"organisation/{slug(short)}", "Organisation", short, known=False, abbreviation=short)
            yield Mention(span, entity.id, "abbreviation"), entity
