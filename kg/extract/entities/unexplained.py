"""Organisations that a letter calls by an abbreviation alone, which neither it nor the registry explains: "de CVZB besloot"."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from kg.dutch import table
from kg.dutch.acts import acts
from kg.dutch.verbs import readings
from kg.expression import expression
from kg.extract.mentions import Places, Taken
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
# "vertegenwoordigers van CVZB en de Rode Halvemaan": beside an organisation that is known
_LISTED_BEFORE = expression(r"(?<![\w-])(?P<short>[A-Z]{3,8})(?:, | en |, en )(?:de |het )?$")
_LISTED_BEHIND = expression(r"(?:, | en |, en )(?:de |het )?(?P<short>[A-Z]{3,8})(?![\w-])")
# "CVZB-voorzitter Zandstra"
_LED = expression(rf"(?<![\w-])(?P<short>[A-Z]{{3,8}})-(?:{'|'.join(_KINDS['leaders_of_an_organisation'])})\b")


def unexplained(letter: Letter, taken: list[Mention], registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Give such organisations with where they are named; `taken` are the mentions of what is known."""
    text = letter.text.clean
    busy = Taken(len(text), (m.span for m in taken))
    known = Places([m for m in taken if m.entity.startswith("organisation/")])
    for block in letter.text.blocks:
        part = block.span.of(text)
        if block.kind not in ("paragraph", "bullet") or part.isupper():
            continue
        for found in (*_found(part), *_listed(part, block.span.start, known.within(block.span))):
            short = found["short"]
            start, end = found.span("short")
            span = Span(block.span.start + start, block.span.start + end)
            if short in _NO_ORGANISATION or busy.overlaps(span) or registry.names.scan(short):
                continue
            busy.take(span)
            entity = Entity.unknown("Organisation", short, short)
            yield Mention(span, entity.id, "abbreviation"), entity


def _listed(part: str, start: int, known: list[Mention]) -> Iterator[Match[str]]:
    for mention in known:
        first = mention.span.start - start
        for found in (
            _LISTED_BEFORE.search(part, max(0, first - 20), first),
            _LISTED_BEHIND.match(part, mention.span.end - start),
        ):
            if found:
                yield found


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
