"""All that a letter tells of meetings, put together: the meetings, where each is mentioned, and the part that each section treats."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from kg.dutch import table
from kg.extract.meetings.course.primary import find_primaries
from kg.extract.meetings.draft import Draft, Said
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.mentions import gatherings
from kg.extract.meetings.sections import sections
from kg.extract.meetings.setting.dates import days_between, year_for
from kg.extract.meetings.setting.moments import moments
from kg.extract.meetings.setting.opening import stated_days
from kg.extract.meetings.setting.whereabouts import places
from kg.extract.meetings.teller import Teller, is_coming
from kg.extract.meetings.territories import add_territories
from kg.extract.predicates import Telling, predicate_at, tellings
from kg.model import Letter, Meeting, Span
from kg.text.remember import remembered

__all__ = ["Link", "Story", "story"]

_CONDITIONAL = frozenset(table("words")["conditional"])


@dataclass(frozen=True, slots=True)
class Link:
    """A mention of a meeting: where, which (its key), whether it is primary, part, talk or other, and the stretch that says with whom."""

    span: Span
    key: str
    sort: str
    partner: Span | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The meetings of a letter with the mentions of them.

    `sections` leads from a section's index to the key of the part that it treats, `partners` from a talk's key to who took part in it; `several` are
    mentions of more than one part at once ("twee werksessies"); `intro` is where the first section with a topic begins; `wholes` has for each
    section the key of the meeting it is about.
    """

    meetings: tuple[Meeting, ...]
    links: tuple[Link, ...]
    sections: dict[int, str]
    partners: dict[str, tuple[tuple[str, Span], ...]]
    several: tuple[Span, ...] = ()
    intro: int = 0
    wholes: tuple[str, ...] = ()


@remembered
def story(letter: Letter) -> Story:
    """Give the story of a letter whose entities are known. Pure: what later stages added does not count."""
    return _story(*(getattr(letter, name) for name in _BEFORE))


_BEFORE = [field.name for field in fields(Letter)][:-3]  # all but meetings, attendances and stances


@remembered
def _story(*known: Any) -> Story:
    letter = Letter(*known)
    read = gatherings(letter)
    said = _say(letter, read, letter.date, ("", ""))
    primaries = find_primaries(letter, said)
    if primaries and not any(p.start for p in primaries):
        primaries[0].start, primaries[0].end = stated_days(letter)
    if primaries:
        days = (primaries[0].start, primaries[0].end)
        reference = letter.date or next((p.end for p in primaries if len(p.end) == 10), "")
        again = _say(letter, read, reference, days)
        for old, new in zip(said, again, strict=True):
            new.draft = old.draft
        said = again
        for p in primaries:
            if p.start.startswith("--") or not p.start:
                p.start, p.end = next(((s.start, s.end) for s in said if s.draft is p and s.start), ("", ""))
    for p in primaries:
        p.announced = is_coming(letter, p.start, "")
    teller = Teller(letter, primaries)
    by_unit: dict[Unit, list[Said]] = {}
    for s in said:
        by_unit.setdefault(s.unit, []).append(s)
    for unit, _ in read:
        teller.tell(unit, by_unit.get(unit, []))
    teller.parts.settle()
    add_territories(letter, teller.parts.parts, teller.parts.intro, by_unit)
    _settle_visit(primaries, teller.talks.talks)
    return _put_together(teller, by_unit)


def _say(letter: Letter, read: list[tuple[Unit, list[Gathering]]], reference: str, days: tuple[str, str]) -> list[Said]:
    out = []
    told = tellings(letter)
    every = [*days_between(*days), *days] if days[0] else []
    for unit, found in read:
        if not found:
            continue
        telling = told.get(unit.span.start) if unit.kind == "sentence" else None
        given = moments(letter, unit, telling, found, reference, every)
        where = places(letter, unit, telling, found, given)
        for i, g in enumerate(found):
            start, end = year_for(*given[i], reference, every) if i in given else ("", "")
            out.append(Said(unit, g, start, end, where.get(i, ""), _possible(telling, g)))
    return out


def _possible(telling: Telling | None, g: Gathering) -> bool:
    """Tell whether the clause of a gathering only says what could be: "een conferentie zou nuttig zijn", "wanneer een conferentie wordt belegd"."""
    said = predicate_at(telling, g.head)
    return said is not None and (said.possible or said.clause.opener in _CONDITIONAL) and said.clause.kind != "inf"


def _settle_visit(primaries: list[Draft], talks: list[Draft]) -> None:
    """Make the talks of a visit its parts: they are what it consists of."""
    for p in primaries[:1]:
        if p.is_visit:
            days = days_between(p.start, p.end)
            for talk in talks:
                if talk.mode != "telephone" and (not talk.start or not p.start or p.start <= talk.start <= p.end):
                    talk.whole = p
                    if not talk.start and len(days) == 1:
                        talk.start = talk.end = days[0]


def _put_together(teller: Teller, by_unit: dict[Unit, list[Said]]) -> Story:
    drafts = [
        *teller.primaries,
        *teller.parts.parts,
        *teller.chapters.parts,
        *teller.others.others,
        *teller.talks.talks,
    ]
    treated = sections(teller, by_unit)
    keys: dict[int, str] = {id(d): d.key for d in drafts}
    meetings: dict[str, Meeting] = {}
    partners: dict[str, tuple[tuple[str, Span], ...]] = {}
    for d in drafts:
        meetings.setdefault(d.key, d.meeting(d.whole.key if d.whole else ""))
        if d.partners:
            partners[d.key] = d.partners
    wholes = (
        tuple(
            keys[id(teller.chapters.away.get(i) or teller.parts.headings.whole(i))]
            for i in range(len(teller.letter.text.sections))
        )
        if teller.primaries
        else ()
    )
    several = tuple(
        s.gathering.span for said in by_unit.values() for s in said if s.gathering.plural and s.gathering.sort == "part"
    )
    links = tuple(
        sorted(
            (Link(span, keys[id(d)], sort, teller.company.get(span)) for span, d, sort in teller.links),
            key=lambda link: link.span,
        )
    )
    return Story(
        tuple(meetings.values()),
        links,
        {i: keys[id(d)] for i, d in treated.items()},
        partners,
        several,
        teller.parts.intro,
        wholes,
    )
