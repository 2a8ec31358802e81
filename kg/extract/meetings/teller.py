"""The telling of a letter in reading order: each mention of a gathering is given to what finds meetings of its sort."""

from __future__ import annotations

import re

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.counterparts import NEDERLAND
from kg.extract.meetings.course.chapters import Chapters
from kg.extract.meetings.course.frames import is_over
from kg.extract.meetings.course.identity import apart, numbers
from kg.extract.meetings.course.parts import PartFinder
from kg.extract.meetings.course.primary import mode_of
from kg.extract.meetings.course.surroundings import Surroundings
from kg.extract.meetings.draft import MEALS, Draft, Said, family
from kg.extract.meetings.gathering import Gathering, Unit, opens_section
from kg.extract.meetings.others import OtherFinder
from kg.extract.meetings.setting.dates import days_between
from kg.extract.meetings.setting.moments import time_of
from kg.extract.meetings.talks import TalkFinder
from kg.extract.mentions import mentions_in
from kg.extract.predicates import tellings
from kg.model import Letter, Span

__all__ = ["Teller", "is_coming"]

_AT_BODY = expression(
    r"(?i)\b(?:tijdens|in|bij|aan)\s+(?:de|het|deze)\s+(?:(?:aansluitende|daaropvolgende|eerste|tweede|afsluitende)\s+)?$"
)
# what shows that a body's name stands for its meeting: "De NAVO-Rusland Raad (NRR) verliep zakelijk"
_WENT = expression(
    r"\s*(?:\([^)]*\)\s*)?(?:verliep|stond in het teken|was gewijd|werd gewijd|ging over|begon|ving aan|nam een aanvang|duurde|kende|werd (?:voorgezeten|geopend|afgesloten|gehouden)|vergaderde)\b"
)
_IN_COURSE = expression(  # "Voor aanvang van de top heb ik met haar gesproken", "Na de lunch nam ik hem terzijde"
    r"(?i)(?:kort |direct |vlak )?(?:voor|bij|na) (?:de |het )?(?:aanvang|begin|afloop|lunch|werklunch|diner|werkdiner|ontbijt|werkontbijt|opening|plenaire|(?:\w+)?(?:zitting|sessie))\b|tijdens (?:de|het) (?:werk)?(?:lunch|diner|ontbijt|pauze)\b"
)


def is_coming(letter: Letter, start: str, sentence: str) -> bool:
    """Tell whether a meeting is still to come: by its first day (ISO) where both it and the letter's are known, else by the words of its sentence."""
    if start and letter.date:
        return start > letter.date[: len(start)]
    return bool(re.search(r"(?i)\b(?:zal|zullen|komende|aanstaande|volgende)\b", sentence))


_NOT_THIS = word_set("meetings", "words.another", "words.near")
_GENERAL = word_set("meetings", "words.general_kinds") | {"ontmoeting", "ministeriële"}


class Teller:
    """Gives each mention to the finder it belongs to.

    What it has found afterwards: `parts`, `talks` and `others` hold the drafts, `beside` the side events (no parts, but something was said there too),
    `links` each mention's stretch with its draft and sort, `company` the stretch that says with whom, by that of the mention.
    """

    def __init__(self, letter: Letter, primaries: list[Draft]) -> None:
        self.letter, self._text = letter, letter.text.clean
        self.primaries = primaries
        self._days = [d for p in primaries for d in [*days_between(p.start, p.end), p.end] if d]
        self._surroundings = Surroundings(letter, self._days)
        self.parts = PartFinder(letter, primaries)
        self.others = OtherFinder(letter, primaries)
        self._visiting = bool(primaries) and primaries[0].is_visit
        self.talks = TalkFinder(letter, self._days, self._visiting)
        self._told = tellings(letter)
        self.links: list[tuple[Span, Draft, str]] = []
        self.beside: list[Draft] = []
        self.company: dict[Span, Span] = {}
        self._linked: set[Span] = set()
        self.chapters = Chapters(letter, primaries, self._days)

    def tell(self, unit: Unit, said: list[Said]) -> None:
        """Read the next unit, with the gatherings that it names."""
        sentence = unit.span.of(self._text)
        moment = self._moment(unit) if unit.kind == "sentence" else ("", "")
        if unit.kind == "sentence":
            stated = next(
                (s.start for s in said if s.start and s.start == s.end),
                "" if any(s.start for s in said) else moment[0] if moment[0] == moment[1] else "",
            )
            self.parts.day(unit, stated)
        elif unit.kind == "heading":
            self.parts.headings.read(unit)
        if unit.kind == "sentence":
            self.parts.dated_by(unit, opens_section(self.letter, unit.section, unit.span))
        told = False
        heading = self.chapters.opened(unit) if unit.kind == "sentence" else None
        dates = self._dates(unit, said, moment) if heading else ("", "")
        inside = self.chapters.inside(dates) and len(self.primaries) == 1
        part = self.parts.headed(heading, dates) if heading and inside else None
        if heading and part:
            self._link(heading, part, "part")
        for s in said:
            if heading and part and self.chapters.again(s, heading, dates):
                self._link(s, part, "part")
                continue
            self._bodies(unit, said, s.gathering.span.start)
            told |= self._one(s, sentence)
        self._bodies(unit, said, unit.span.end)
        self._of_body(unit, said)
        if heading and (self.chapters.past(dates) or (self.chapters.inside(dates) and not inside)):
            known = (s.draft for s in [*said, heading] if s.draft in self.others.others)
            other = next((d for d in known if d and d.start == dates[0]), None)
            if other:
                self.chapters.away[unit.section] = other
                self._link(heading, other, "part")
        if unit.kind == "sentence":
            day = self._talk_day(unit) if not moment[0] else ""
            for draft in self.talks.spoken(unit, (day, day) if day else moment, told):
                self.links.append((draft.span if unit.span.covers(draft.span) else unit.span, draft, "talk"))

    def _talk_day(self, unit: Unit, first: bool = True) -> str:
        """Give the day (ISO) of a talk that a sentence tells, where the words say it: on a visit the one that it has come to, in the course of a meeting of one day its own (`first` tells that the talk stands in the clause that opens the sentence); or ""."""
        if self._visiting or self.parts.told_day(unit):
            return self.parts.day(unit)
        course = first and len(set(self._days)) == 1 and _IN_COURSE.match(self._text, *unit.span)
        return self._days[0] if course else ""

    def _bodies(self, unit: Unit, said: list[Said], until: int) -> None:
        """Link the names of bodies that met as a part: "In de NPG ...", "tijdens de NGC", "Het DPC hechtte"."""
        if unit.kind != "sentence":
            return
        for m in mentions_in(self.letter.mentions, unit.span):
            if not (m.span.start < until and m.entity.startswith("organisation/")) or m.span in self._linked:
                continue
            if any(s.gathering.span.overlaps(m.span) for s in said):
                continue
            lead = self._text[max(unit.span.start, m.span.start - 40) : m.span.start]
            if _AT_BODY.search(lead) or lead in ("De ", "Het "):
                gathering = Gathering(
                    m.span, m.span, "bijeenkomst", "met", m.span.of(self._text), body=m.entity, definite=True
                )
                part = self.parts.of_body(
                    m.entity,
                    unit,
                    Said(unit, gathering),
                    lead not in ("De ", "Het ") or bool(_WENT.match(self._text, m.span.end)),
                )
                if part is not None:
                    self._linked.add(m.span)
                    self.links.append((m.span, part, "part"))

    def _of_body(self, unit: Unit, said: list[Said]) -> None:
        """Take a section for that other meeting of a body which its heading and its first sentence name: "Op 2 april kwam de AVVN bijeen" under "Algemene Vergadering"."""
        bodies = self.parts.headings.bodies(unit.section)
        if unit.kind == "sentence" and bodies and opens_section(self.letter, unit.section, unit.span):
            for s in said:
                told = s.draft in self.others.others and s.gathering.body in bodies
                if s.draft and told and self.chapters.past((s.start, s.end)):
                    self.chapters.away[unit.section] = s.draft

    def _dates(self, unit: Unit, said: list[Said], moment: tuple[str, str]) -> tuple[str, str]:
        """Give first and last day of what a heading names, by the sentence beneath it: its time, that of a gathering in it, or "op donderdagavond"."""
        if moment[0]:
            return moment
        told = ((s.start, s.end) for s in said if s.start and s.gathering.sort in ("met", "whole") and s.draft is None)
        day = self.parts.day(unit) if self.parts.told_day(unit) else ""
        return next(told, (day, day))

    def _moment(self, unit: Unit) -> tuple[str, str]:
        """Give first and last day of the date that a sentence states as its time; empty where it states none."""
        telling = self._told.get(unit.span.start)
        return time_of(self.letter, unit, telling, None, self._days) if telling else ("", "")

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
            self.others.take(s)
            return False
        elsewhere = self.chapters.within(s)
        if elsewhere is not None:
            self._link(s, elsewhere, "part")
            return False
        if self.primaries and g.kind == self.primaries[0].kind and numbers(g.label) & numbers(self.primaries[0].label):
            self._link(s, self.primaries[0], "primary")  # "de Raad kwam bijeen voor zijn 34e zitting"
            return False
        again = self._again(s)
        if again is not None:
            self._link(s, again, "part")
            return False
        if (
            (g.sort in ("whole", "talk") or any(g.kind == p.kind for p in self.primaries))
            and g.bare
            and not g.plural
            and not g.unreal
            and (g.definite or g.deictic)
            and self.primaries
            and self._is_primary(s)
        ):
            self._link(s, self.primaries[0], "primary")
            self._modes(self.primaries[0], s, sentence)
            return False
        if g.sort == "talk" or (
            g.sort == "part"
            and g.partner
            and (re.search(r"\b[Ii]k\b", sentence) or self.talks.ours(s))
            and re.search(r"\bmet\s+$", self._text[g.head.end : g.partner.start])
        ):
            first = "," not in self._text[s.unit.span.start : g.span.start]
            talks = self.talks.take(s, self._talk_day(s.unit, first))
            for draft in talks:
                ours = any(entity == NEDERLAND for entity, _ in draft.partners)
                self._link(s, draft, "talk" if ours else "other")
            if talks:
                return True
        meal = self.talks.over_meal(s) if family(g.kind) in MEALS and s.unit.kind == "sentence" else []
        if meal:
            self._link(s, meal[0], "talk")
            return True
        beside = (
            next((d for d in self.beside if family(d.kind) == family(g.kind)), None)
            if not s.start and not g.plural and g.kind != "raad" and (g.definite or s.unit.kind == "heading")
            else None
        )
        strange = self.parts.strange(s)
        part = beside or (self.parts.take(s) if g.sort != "talk" and not strange else None)
        if part is not None:
            self._link(s, part, "part")
            part.mode = part.mode or mode_of(g.label)
            return False
        other = self.others.take(s)
        if other is not None:
            other.announced = other.announced or (is_coming(self.letter, other.start, sentence) and not other.primary)
            other.mode = other.mode or mode_of(g.label)
            far = len(s.start) == 10 and bool(self._days) and not self._surroundings.near(s.start)
            aside = not other.primary and ((g.sort == "part" and not far) or self._surroundings.headed(s))
            if aside and g.sort != "part" and not self.chapters.inside((other.start, other.end)):
                self.chapters.away[s.unit.section] = other
            if aside and other not in self.beside:
                self.beside.append(other)
            self._link(
                s,
                other,
                "primary"
                if other.primary
                else "part"
                if aside
                else "talk"
                if (strange and s.start in self._days) or self._surroundings.afterwards(s)
                else "other",
            )
        if s.unit.kind == "heading" and (other is None or not other.primary):
            self.chapters.wait(s)
        return False

    def _again(self, s: Said) -> Draft | None:
        """Give the part that the paragraph told of last by the same word: "gastheer van een bijeenkomst over Irak. De bijeenkomst bouwde voort op"."""
        g, block = s.gathering, self.letter.text.blocks[s.unit.block].span
        if not (g.bare and g.definite and s.unit.kind == "sentence") or g.plural or g.unreal or s.start or s.place:
            return None
        told = [(draft, sort) for span, draft, sort in self.links if span.start >= block.start and sort != "other"]
        last, sort = told[-1] if told else (None, "")
        return last if sort == "part" and last and last.kind == g.kind and not g.adjectives & _NOT_THIS else None

    def _is_primary(self, s: Said) -> bool:
        p = self.primaries[0]
        if s.start and not any(q.start and (s.start <= q.end and s.end >= q.start) for q in self.primaries) and p.start:
            return False
        if s.gathering.adjectives & _NOT_THIS or (s.place and p.place and s.place != p.place):
            return False
        if (
            s.gathering.kind == "raad"
            and s.gathering.label.lower() not in ("raad", "de raad")
            and not any(s.gathering.label in q.label for q in self.primaries)
        ):
            return False  # "de Associatieraad"
        if apart(s.gathering.label, p.label) or bool(re.search(r"\d", s.gathering.label)) > bool(
            re.search(r"\d", p.label)
        ):
            return False  # "MC12" in a letter on MC11
        own = any(word.lower().endswith(s.gathering.kind) for word in p.label.split())  # "Arbeidsconferentie"
        return (own or s.gathering.kind in _GENERAL | {p.kind}) and (s.gathering.kind != "top" or p.kind == "top")

    def _modes(self, draft: Draft, s: Said, sentence: str) -> None:
        if s.unit.section <= 2 and not draft.mode and len(sentence) < 400:
            draft.mode = mode_of(sentence)

    def _link(self, s: Said, draft: Draft, sort: str) -> None:
        s.draft = draft
        if sort == "part" and is_over(self._text, s):
            sort = "other"  # what follows was said elsewhere
        self.links.append((s.gathering.span, draft, sort))
        if s.gathering.partner:
            self.company[s.gathering.span] = s.gathering.partner
