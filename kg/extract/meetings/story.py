"""All that a letter tells of meetings, put together: the meetings, where each is mentioned, and the part that each section treats."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from kg.dutch import table
from kg.extract.meetings.dates import days_between, year_for
from kg.extract.meetings.draft import MEALS, Draft, Said, family, overlap
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.mentions import gatherings
from kg.extract.meetings.moments import moments, time_of
from kg.extract.meetings.others import OtherFinder
from kg.extract.meetings.parts import PartFinder
from kg.extract.meetings.primary import apart, find_primaries, mode_of
from kg.extract.meetings.talks import NEDERLAND, TalkFinder
from kg.extract.meetings.whereabouts import places
from kg.extract.meetings.words import content_words
from kg.extract.mentions import mentions_in
from kg.extract.predicates import Telling, tellings
from kg.model import Letter, Meeting, Span
from kg.text.expression import expression
from kg.text.remember import remembered

__all__ = ["Link", "Story", "story"]

_GENERAL = expression(
    rf"(?i)\s*(?:\d+\.?\s*)?(?:{'|'.join(re.escape(h) for h in table('meetings')['words']['general_headings'])})\b"
)
_VISITS = ("bezoek", "reis")
_NEAR = 4  # days between a meeting and what was held around it
_CONDITIONAL = frozenset(table("words")["conditional"])
_ABOUT = expression(
    r"(?i)\b(?:gesproken over|stond\w* .* centraal|gewijd aan|aandacht|aan de orde|in het teken van|besproken|bespraken|spraken .* over|sprak .* over|ging het over)\b"
)


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
        p.announced = _coming(letter, p.start, "")
    teller = _Teller(letter, primaries)
    by_unit: dict[Unit, list[Said]] = {}
    for s in said:
        by_unit.setdefault(s.unit, []).append(s)
    for unit, _ in read:
        teller.tell(unit, by_unit.get(unit, []))
    return teller.end(by_unit)


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
    at = telling.index(g.head.start) if telling else 0
    said = next((p for p in telling.predicates if at in p.clause.tokens), None) if telling else None
    return said is not None and (said.possible or said.clause.opener in _CONDITIONAL) and said.clause.kind != "inf"


def _coming(letter: Letter, start: str, sentence: str) -> bool:
    if start and letter.date:
        return start > letter.date[: len(start)]
    return bool(re.search(r"(?i)\b(?:zal|zullen|komende|aanstaande|volgende)\b", sentence))


class _Teller:
    """Gives each mention to the finder it belongs to, in reading order."""

    def __init__(self, letter: Letter, primaries: list[Draft]) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._primaries = primaries
        self._parts = PartFinder(letter, primaries)
        self._others = OtherFinder(letter, primaries)
        self._talks = TalkFinder(letter, [d for p in primaries for d in [*days_between(p.start, p.end), p.end] if d])
        self._told = tellings(letter)
        self._visiting = bool(primaries) and primaries[0].kind.endswith(_VISITS)
        self._days = [d for p in primaries for d in [*days_between(p.start, p.end), p.end] if d]
        self._links: list[tuple[Span, Draft, str]] = []
        self._beside: list[Draft] = []  # side events and the like: no parts, but something was said there too
        self._with: dict[Span, Span] = {}
        self._linked: set[Span] = set()

    def tell(self, unit: Unit, said: list[Said]) -> None:
        sentence = unit.span.of(self._text)
        moment = self._moment(unit) if unit.kind == "sentence" else ("", "")
        if unit.kind == "sentence":
            stated = next(
                (s.start for s in said if s.start and s.start == s.end),
                "" if any(s.start for s in said) else moment[0] if moment[0] == moment[1] else "",
            )
            self._parts.day(unit, stated)
        elif unit.kind == "heading":
            self._parts.heading(unit)
        if unit.kind == "sentence":
            self._parts.dated_by(unit, self._opens(unit.section, unit.span))
        told = False
        for s in said:
            self._bodies(unit, said, s.gathering.span.start)
            told |= self._one(s, sentence)
        self._bodies(unit, said, unit.span.end)
        if not told and unit.kind == "sentence":
            day = self._parts.day(unit) if not moment[0] and (self._visiting or self._parts.told_day(unit)) else ""
            for draft in self._talks.spoken(unit, (day, day) if day else moment):
                self._links.append((draft.span if unit.span.covers(draft.span) else unit.span, draft, "talk"))

    def _bodies(self, unit: Unit, said: list[Said], until: int) -> None:
        """Link the names of bodies that met as a part: "In de NPG ...", "tijdens de NGC", "Het DPC hechtte"."""
        if unit.kind != "sentence":
            return
        for m in mentions_in(self._letter.mentions, unit.span):
            if not (m.span.start < until and m.entity.startswith("organisation/")) or m.span in self._linked:
                continue
            if any(s.gathering.span.overlaps(m.span) for s in said):
                continue
            lead = self._text[max(unit.span.start, m.span.start - 16) : m.span.start]
            if re.search(r"(?i)\b(?:tijdens|in|bij|aan)\s+(?:de|het|deze)\s+$", lead) or lead in ("De ", "Het "):
                gathering = Gathering(
                    m.span, m.span, "bijeenkomst", "met", m.span.of(self._text), body=m.entity, definite=True
                )
                part = self._parts.of_body(m.entity, unit, Said(unit, gathering), lead not in ("De ", "Het "))
                if part is not None:
                    self._linked.add(m.span)
                    self._links.append((m.span, part, "part"))

    def _moment(self, unit: Unit) -> tuple[str, str]:
        """Give first and last day of the date that a sentence states as its time; empty where it states none."""
        telling = self._told.get(unit.span.start)
        return time_of(self._letter, unit, telling, None, self._days) if telling else ("", "")

    def _one(self, s: Said, sentence: str) -> bool:
        """Give a mention to its finder; tell whether it was a talk."""
        g = s.gathering
        if s.draft is not None:
            self._link(s, s.draft, "primary")
            self._modes(s.draft, s, sentence)
            return False
        if s.unit.kind == "title" or (g.kind == "briefing" and not self._visiting):
            return False  # "De SACEUR gaf een briefing" tells who spoke
        if s.unit.kind == "note":
            self._others.take(s)
            return False
        if (
            (g.sort in ("whole", "talk") or any(g.kind == p.kind for p in self._primaries))
            and g.bare
            and not g.plural
            and not g.unreal
            and (g.definite or g.deictic)
            and self._primaries
            and self._is_primary(s)
        ):
            self._link(s, self._primaries[0], "primary")
            self._modes(self._primaries[0], s, sentence)
            return False
        if g.sort == "talk" or (
            g.sort == "part"
            and g.partner
            and re.search(r"\b[Ii]k\b", sentence)
            and re.search(r"\bmet\s+$", self._text[g.head.end : g.partner.start])
        ):
            told = self._visiting or self._parts.told_day(s.unit)
            talks = self._talks.take(s, self._parts.day(s.unit) if told else "")
            for draft in talks:
                ours = any(entity == NEDERLAND for entity, _ in draft.partners)
                self._link(s, draft, "talk" if ours else "other")
            if talks:
                return True
        meal = self._talks.over_meal(s) if family(g.kind) in MEALS and s.unit.kind == "sentence" else []
        if meal:
            self._link(s, meal[0], "talk")
            return True
        beside = (
            next((d for d in self._beside if family(d.kind) == family(g.kind)), None)
            if not s.start and g.kind != "raad" and (g.definite or s.unit.kind == "heading")
            else None
        )
        strange = self._parts.strange(s)
        part = beside or (self._parts.take(s) if g.sort != "talk" and not strange else None)
        if part is not None:
            self._link(s, part, "part")
            part.mode = part.mode or mode_of(g.label)
            return False
        other = self._others.take(s)
        if other is not None:
            other.announced = other.announced or (_coming(self._letter, other.start, sentence) and not other.primary)
            other.mode = other.mode or mode_of(g.label)
            aside = not other.primary and (g.sort == "part" or self._headed(s))
            if aside and other not in self._beside:
                self._beside.append(other)
            self._link(
                s,
                other,
                "primary"
                if other.primary
                else "part"
                if aside
                else "talk"
                if strange and s.start in self._days
                else "other",
            )
        return False

    def _headed(self, s: Said) -> bool:
        """Tell whether a gathering of about the same days opens a section that is named after it: what follows was said there."""
        days = [date.fromisoformat(d) for d in [*self._days, s.start, s.end] if len(d) == 10]
        near = (
            len(s.start) == 10
            and s.start <= max(self._days, default="")
            and (max(days) - min(days)).days <= _NEAR + len(self._days)
        )
        heading = self._letter.text.sections[s.unit.section].heading
        line = heading.of(self._text) if heading else ""
        named = min(
            overlap(line, set(content_words(s.gathering.label))), overlap(s.gathering.label, set(content_words(line)))
        )
        return near and named >= 0.5 and self._opens(s.unit.section, s.unit.span)

    def _is_primary(self, s: Said) -> bool:
        p = self._primaries[0]
        if (
            s.start
            and not any(q.start and (s.start <= q.end and s.end >= q.start) for q in self._primaries)
            and p.start
        ):
            return False
        if s.gathering.adjectives & {"volgende", "vorige", "eerdere", "komende", "eerstvolgende", "afgelopen"} or (
            s.place and p.place and s.place != p.place
        ):
            return False
        if (
            s.gathering.kind == "raad"
            and s.gathering.label.lower() not in ("raad", "de raad")
            and not any(s.gathering.label in q.label for q in self._primaries)
        ):
            return False  # "de Associatieraad"
        if apart(s.gathering.label, p.label) or bool(re.search(r"\d", s.gathering.label)) > bool(
            re.search(r"\d", p.label)
        ):
            return False  # "MC12" in a letter on MC11
        return s.gathering.kind in ("bijeenkomst", "vergadering", "ontmoeting", "ministeriële", p.kind) and (
            s.gathering.kind != "top" or p.kind == "top"
        )

    def _modes(self, draft: Draft, s: Said, sentence: str) -> None:
        if s.unit.section <= 2 and not draft.mode and len(sentence) < 400:
            draft.mode = mode_of(sentence)

    def _link(self, s: Said, draft: Draft, sort: str) -> None:
        s.draft = draft
        self._links.append((s.gathering.span, draft, sort))
        if s.gathering.partner:
            self._with[s.gathering.span] = s.gathering.partner

    def end(self, by_unit: dict[Unit, list[Said]]) -> Story:
        self._parts.settle()
        self._territories(by_unit)
        self._visit()
        drafts = [*self._primaries, *self._parts.parts, *self._others.others, *self._talks.talks]
        sections = self._sections(by_unit)
        keys: dict[int, str] = {id(d): d.key for d in drafts}
        meetings: dict[str, Meeting] = {}
        partners: dict[str, tuple[tuple[str, Span], ...]] = {}
        for d in drafts:
            meetings.setdefault(d.key, d.meeting(d.whole.key if d.whole else ""))
            if d.partners:
                partners[d.key] = d.partners
        wholes = (
            tuple(keys[id(self._parts.whole_of(i))] for i in range(len(self._letter.text.sections)))
            if self._primaries
            else ()
        )
        several = tuple(
            s.gathering.span
            for said in by_unit.values()
            for s in said
            if s.gathering.plural and s.gathering.sort == "part"
        )
        links = tuple(
            sorted(
                (Link(span, keys[id(d)], sort, self._with.get(span)) for span, d, sort in self._links),
                key=lambda link: link.span,
            )
        )
        return Story(
            tuple(meetings.values()),
            links,
            {i: keys[id(d)] for i, d in sections.items()},
            partners,
            several,
            self._parts.intro,
            wholes,
        )

    def _visit(self) -> None:
        """Make the talks of a visit its parts: they are what it consists of."""
        for p in self._primaries[:1]:
            if p.kind.endswith(_VISITS):
                days = days_between(p.start, p.end)
                for talk in self._talks.talks:
                    if talk.mode != "telephone" and (not talk.start or not p.start or p.start <= talk.start <= p.end):
                        talk.whole = p
                        if not talk.start and len(days) == 1:
                            talk.start = talk.end = days[0]

    def _territories(self, by_unit: dict[Unit, list[Said]]) -> None:
        """Give each part the words with which the introduction tells what it was about."""
        for unit, said in by_unit.items():
            mine = [s for s in said if s.draft in self._parts.parts]
            if (
                unit.kind != "sentence"
                or not mine
                or (unit.span.start >= self._parts.intro and not _ABOUT.search(unit.span.of(self._text)))
            ):
                continue
            ends = [s.gathering.span.start for s in mine[1:]] + [unit.span.end]
            starts = [unit.span.start] + [s.gathering.span.start for s in mine[1:]]
            for s, start, stop in zip(mine, starts, ends, strict=True):
                if s.draft is not None:
                    s.draft.words |= set(content_words(self._text[start:stop])) - set(content_words(s.gathering.kind))
        # sentences of the introduction that go on about the part before them: "Voorts werd gesproken over China"
        last: Draft | None = None
        block = -1
        for sentence in self._letter.text.sentences:
            if sentence.span.start >= self._parts.intro:
                break
            hit = next((said for unit, said in by_unit.items() if unit.span == sentence.span), [])
            mine = [s for s in hit if s.draft in self._parts.parts]
            if mine:
                last, block = mine[-1].draft, sentence.block
            elif (
                last is not None
                and sentence.block == block
                and re.match(
                    r"(?:Voorts|Verder|Ook|Daarbij|Hierbij|Daarnaast|Tevens|Centraal|Tijdens deze|In deze)\b",
                    sentence.span.of(self._text),
                )
            ):
                last.words |= set(content_words(sentence.span.of(self._text)))

    def _opens(self, section: int, span: Span) -> bool:
        """Tell whether a span stands in the first sentence of a section."""
        first = next((s for s in self._letter.text.sentences if s.section == section), None)
        return first is not None and first.span.covers(span)

    def _sections(self, by_unit: dict[Unit, list[Said]]) -> dict[int, Draft]:
        """Give the part that each section treats, by its heading, by the topic, by its first words, or by the section before it."""
        found: dict[int, Draft] = {}
        common = {w for p in self._primaries for w in content_words(p.label)}
        previous: Draft | None = None
        named = False  # the heading before was the name of a body, not of a session
        for i, section in enumerate(self._letter.text.sections):
            if section.heading is None or section.span.start < self._parts.intro:
                continue
            line = section.heading.of(self._text)
            headed = [
                s.draft
                for unit, said in by_unit.items()
                if unit.kind == "heading" and unit.section == i
                for s in said
                if s.draft in self._parts.parts or s.draft in self._beside
            ]
            starts = sorted(
                span.start
                for span, draft, sort in self._links
                if sort == "part" and section.span.covers(span) and not section.heading.covers(span)
            )
            first = [
                draft for span, draft, _ in self._links if starts and span.start == starts[0] and self._opens(i, span)
            ]
            scored = [
                (
                    overlap(line, p.words - common) if set(content_words(line)) - common else overlap(line, p.words),
                    p.start == (previous.start if previous else ""),
                    -n,
                    p,
                )
                for n, p in enumerate(self._parts.parts)
            ]
            best = max(scored, key=lambda t: t[:3], default=None)
            general = bool(_GENERAL.match(line))
            if headed:
                previous = headed[0]
            elif (general and not first) or (
                named and not first and not (best and best[0] >= 0.5) and section.parent not in found
            ):
                previous = None
            elif best and best[0] >= 0.5:
                previous = best[3]
                previous.topics.append(re.sub(r"^\s*\d+\.?\s*", "", line))
            elif first:
                previous = first[0]
            elif section.parent is not None and section.parent in found:
                previous = found[section.parent]
            else:
                previous = None
            named = bool(
                previous and previous.body and not headed and overlap(line, set(content_words(previous.label))) >= 0.5
            )
            if previous is not None:
                found[i] = previous
        return found
