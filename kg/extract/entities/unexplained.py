"""Organisations that a letter calls by an abbreviation alone, which neither it nor the registry explains: "de CVZB besloot"."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from kg.dutch import table
from kg.dutch.acts import acts
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
# "CVZB waarschuwde dat ..."
_SPEAKING = expression(r"(?:^|[.:]\s)(?P<short>[A-Z]{3,8})\s(?P<next>[a-z]+)")
# "CVZB-voorzitter Zandstra"
_LED = expression(rf"(?<![\w-])(?P<short>[A-Z]{{3,8}})-(?:{'|'.join(_KINDS['leaders_of_an_organisation'])})\b")


def unexplained(letter: Letter, taken: list[Mention], registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Give such organisations with where they are named; `taken` are the mentions of what is known."""
    text = letter.text.clean
    for block in letter.text.blocks:
        part = block.span.of(text)
        if block.kind not in ("paragraph", "bullet") or part.isupper():
            continue
        for found in _found(part):
            short = found["short"]
            start, end = found.span("short")
            span = Span(block.span.start + start, block.span.start + end)
            if short in _NO_ORGANISATION or any(m.span.overlaps(span) for m in taken) or registry.names.scan(short):
                continue
            entity = Entity(f"organisation/{slug(short)}", "Organisation", short, known=False, abbreviation=short)
            yield Mention(span, entity.id, "abbreviation"), entity


def _found(part: str) -> Iterator[Match[str]]:
    yield from filter(_acts, _ACTING.finditer(part))
    yield from filter(_speaks, _SPEAKING.finditer(part))
    yield from _LED.finditer(part)


def _acts(found: Match[str]) -> bool:
    after = found["next"] or ""
    forms = {reading.form for reading in readings(after)}
    beside = not after or after in _BESIDE or "ptc" in forms
    return "fin" in forms or bool(found["before"] and beside)


def _speaks(found: Match[str]) -> bool:
    return any(
        reading.form == "fin"
        and reading.number == "sg"
        and not reading.first
        and any(not act.fixed for act in acts().by_verb.get(reading.lemma, ()))
        for reading in readings(found["next"])
    )
