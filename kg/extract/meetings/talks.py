"""Talks of two: the letter's own minister with somebody else, by a noun ("een onderhoud met Maas") or a verb ("werd ontvangen door"); and talks between others."""

from __future__ import annotations

from datetime import date, timedelta

from kg.expression import expression
from kg.extract.meetings.counterparts import NEDERLAND, Counterparts, Side
from kg.extract.meetings.course.primary import mode_of
from kg.extract.meetings.draft import Draft, Said
from kg.extract.meetings.encounters import MEAL_VERBS, TALKING, Encounters
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.margin import Margin
from kg.extract.meetings.setting.moments import time_of
from kg.extract.predicates import Predicate, Telling, predicate_at, tellings
from kg.model import Letter, Mention, Span

__all__ = ["TalkFinder"]

_SAME_DAY = expression(r"(?i)\b(?:die|de)zelfde (?:dag|ochtend|middag|avond)\b|\blater (?:op )?de dag\b")
_NEXT_DAY = expression(r"(?i)\bde volgende (?:dag|ochtend|middag|avond)\b")
_WITH = ("met", "bij", "tegenover")
_BY = {"audiëntie": "bij", "bezoek": "aan", "beleefdheidsbezoek": "aan"}
_OPENING = 6  # so many words may stand before whoever opens a sentence: "Ten slotte vroeg de Turkse"
_OCCASION = expression(
    r"(?i)\b(?:gelegenheid|kans|moment) (?:te baat |aangegrepen |benut |gebruikgemaakt |gebruik (?:gemaakt )?|gehad |aan |om\b)"
)
_UNREAL = expression(
    r"(?i)\b(?:wilde|hoop|hopen|hoopt|graag|ging niet door|gaat niet door|niet gekomen|in gesprek|vaker|geregeld|regelmatig)\b"
)


class TalkFinder:
    """Finds talks, one for each that the letter tells apart by who took part."""

    def __init__(self, letter: Letter, days: list[str], visiting: bool) -> None:
        self._letter, self._days, self._visiting = letter, days, visiting
        self._text = letter.text.clean
        self._told = tellings(letter)
        self._who = Counterparts(letter)
        self.talks: list[Draft] = []
        self._last: Draft | None = None
        self._margin = Margin(letter)
        self._encounters = Encounters(letter, self._who, self._margin, visiting)

    def take(self, s: Said, day: str) -> list[Draft]:
        """Give the talks that a mention with a noun ("een gesprek met Hongarije") is of. `day` is the one that a visit is telling of, or ""."""
        g = s.gathering
        telling = self._told.get(s.unit.span.start)
        if s.unit.kind != "sentence" or telling is None or g.unreal:
            return []
        if g.deictic and not g.partner:
            return [self._last] if self._last else []
        said = predicate_at(telling, g.head)
        partners = self._who.of_noun(s, said)
        if not partners and g.plural and said and self._who.own(said.subject()):
            self._margin.announce(s.unit)
        if not partners:
            unnamed = self._unnamed(s, said, day)
            if unnamed:
                return [unnamed]
            return [self._last] if g.bare and g.definite and self._last and not s.start else []
        known = self._known(partners)
        if known and not (s.start and known.start and s.start != known.start):
            self._last = known
            if s.start and not known.start:
                known.start, known.end = s.start, s.end
            return [known]
        if (
            said is None
            or said.possible
            or said.negated
            or said.clause.kind == "inf"
            or _UNREAL.search(s.unit.span.of(self._text))
        ):
            return []
        if (
            g.definite
            and not s.start
            and (g.plural or not any(m.entity.startswith("person/") for m in partners))
            and not self._who.own(said.subject())
            and not self._margin.announced(s.unit)
        ):
            return []
        side = self._who.of_side(s, said, partners)
        if self._who.theirs(s):
            last = self._last.partners if self._last else ()
            side = [(entity, span) for entity, span in last if entity.startswith("person/")][:1]
        if side is None:
            return []
        groups = [[p] for p in partners] if g.plural else [partners]
        kind = _singular(g.label, g.kind)
        if not s.start:
            s.start, s.end = time_of(self._letter, s.unit, telling, said, self._days)
        if not s.start:
            s.start = s.end = day
        by = _BY.get(g.kind, "met")
        return [
            self._make(
                g.kind,
                g.label if g.partner and not g.plural else f"{kind} {by} {self._who.name(group)}",
                g.span,
                "talk.noun",
                s.start,
                s.end,
                s.place,
                side,
                group,
            )
            for group in groups
        ]

    def _unnamed(self, s: Said, said: Predicate | None, day: str) -> Draft | None:
        """Give the talk that the visitor had with people who bear no name: "In een gesprek met jongeren hoorde ik dat"."""
        g, when = s.gathering, (s.start, s.end) if s.start else (day, day)
        subject = said.subject() if said else None
        told = said and not (said.possible or said.negated) and said.tense == "past" and subject and subject.own
        if not (self._visiting and told and g.partner and when[0]) or g.definite or g.plural:
            return None
        if s.unit.span.start < g.span.start and _UNREAL.search(s.unit.span.of(self._text)):
            return None
        return self._make(g.kind, g.label, g.span, "talk.noun", *when, s.place, [(NEDERLAND, g.head)], [])

    def ours(self, s: Said) -> bool:
        """Tell whether it was the letter's own minister who had what a noun tells: "De minister had een ontbijt met zijn Belgische ambtgenoot"."""
        said = predicate_at(self._told.get(s.unit.span.start), s.gathering.head)
        subject = said.subject() if said and not said.passive else None
        return self._margin.aside(s.unit) and self._who.own(subject)

    def spoken(self, unit: Unit, dates: tuple[str, str], named: bool) -> list[Draft]:
        """Give the talks that a sentence tells with a verb alone: "Ik sprak met Pompeo over Venezuela", "In Amman werd ik ontvangen door koning Abdullah".

        `named` tells that a noun of the sentence has told one: then others only, of a clause of their own ("Na het gesprek met Maas sprak ik met Pompeo").
        """
        telling = self._told.get(unit.span.start)
        if unit.kind != "sentence" or telling is None or _UNREAL.search(self._text, *unit.span):
            return []
        before = {entity for entity, _ in self._last.partners} if named and self._last else set()
        found = self._told_of(unit, telling, dates, before - {NEDERLAND}) if telling.holds(TALKING) else []
        opened = self._margin.telling(unit) or (self._visiting and telling.low(0) in _WITH)
        return found or (self._heard(telling, dates) if not named and opened else [])

    def _told_of(self, unit: Unit, telling: Telling, dates: tuple[str, str], before: set[str]) -> list[Draft]:
        found: list[Draft] = []
        for said in telling.predicates:
            if (
                (said.possible and said.clause.kind != "inf")
                or said.negated
                or (said.clause.kind == "inf" and not _OCCASION.search(telling.where.of(self._text)))
                or said.clause.opener in ("of", "als", "indien")
            ):
                continue
            if said.clause.opener == "dat" and said.tense == "present" and not dates[0]:
                continue  # "het is van belang dat Nederland met Rusland spreekt"
            for slot, side, found_with in self._encounters.of(said, unit):
                partners = [m for m in found_with if not any(self._who.alike(m.entity, entity) for entity in before)]
                if not partners:
                    continue
                when = time_of(self._letter, unit, telling, said, self._days)
                when = when if when[0] else dates
                known = self._known(partners)
                if known and not (when[0] and known.start and when != (known.start, known.end)):
                    self._last = known
                    found.append(known)
                    continue
                when = when if when[0] else self._same_day(unit)
                found += [
                    self._spoken(side, group, when, said)
                    for group in self._encounters.apart(slot, partners, unit, said)
                ]
        return list(dict.fromkeys(found))

    def _same_day(self, unit: Unit) -> tuple[str, str]:
        """Give the day of the talk told last where a sentence refers to it ("diezelfde middag", "de volgende ochtend"); empty where it does not."""
        day = self._last.start if self._last and self._last.start in self._days else ""
        words = unit.span.of(self._text)
        later = 0 if _SAME_DAY.search(words) else 1 if _NEXT_DAY.search(words) else -1
        if later < 0 or len(day) != 10:
            return "", ""
        moved = (date.fromisoformat(day) + timedelta(later)).isoformat()
        return moved, moved

    def _heard(self, telling: Telling, dates: tuple[str, str]) -> list[Draft]:
        """Give the talk that a sentence tells by who opens it, where talks are told: "Minister Maas vroeg om steun", "Met minister Maas ging het over Cyprus"."""
        said = next((p for p in telling.predicates if p.clause.kind == "main"), None)
        if said is None or said.possible or said.negated or said.tense == "future":
            return []
        with_whom = telling.low(0) in _WITH
        phrase = next(said.slot(telling.low(0)), None) if with_whom else said.subject()
        partners = self._who.valid(phrase.who) if phrase and phrase.start <= _OPENING and not said.passive else []
        somebody = partners and (partners[0].entity.startswith("person/") or partners[0].form == "adjective")
        if len(partners) != 1 or not (with_whom or somebody):
            return []
        if telling.low(0) == "bij" and partners[0].entity.startswith("country/") and not somebody:
            return []  # "Bij Oekraïne is stilgestaan"
        side = [(NEDERLAND, partners[0].span)]
        self._last = self._known(partners) or self._spoken(side, partners, dates, said)
        return [self._last]

    def over_meal(self, s: Said) -> list[Draft]:
        """Give the talk that was had over a meal: "minister Maas, die ik tijdens een ontbijt trof"."""
        telling, g = self._told.get(s.unit.span.start), s.gathering
        said = predicate_at(telling, g.head)
        if said is None or telling is None or said.possible or said.negated or g.definite or g.partner:
            return []
        for _, side, partners in self._encounters.of(said, s.unit):
            if side[0][0] != NEDERLAND and not self._who.own(said.subject()):
                continue
            when = time_of(self._letter, s.unit, telling, said, self._days)
            known = self._known(partners)
            when = when if when[0] else (s.start, s.end)
            draft = known or self._spoken(side, partners, when, said)
            draft.kind, draft.label = g.kind, f"{g.kind} met {self._who.name(partners)}"
            return [draft]
        return []

    def _spoken(self, side: Side, group: list[Mention], dates: tuple[str, str], said: Predicate) -> Draft:
        span = Span(group[0].span.start, group[-1].span.end)
        kind = next((MEAL_VERBS[verb] for verb, _ in said.lemmas if verb in MEAL_VERBS), "gesprek")
        kind = next((noun for noun in _BY if f" {noun} {_BY[noun]} " in said.words), kind)
        by = _BY.get(kind, "met")
        made = self._make(kind, f"{kind} {by} {self._who.name(group)}", span, "talk.verb", *dates, "", side, group)
        made.mode = mode_of(said.span.of(self._text))
        return made

    def _make(
        self,
        kind: str,
        label: str,
        span: Span,
        rule: str,
        start: str,
        end: str,
        place: str,
        side: Side,
        group: list[Mention],
    ) -> Draft:
        partners = (*side, *((m.entity, m.span) for m in group))
        draft = Draft(kind, label, span, rule, start, end, place, mode_of(label), partners=partners)
        self.talks.append(draft)
        self._last = draft
        return draft

    def _known(self, partners: list[Mention]) -> Draft | None:
        """Give the talk with the same partners: the same persons, or a person and his country."""
        mine = [m.entity for m in partners]
        for talk in self.talks:
            theirs = [e for e, _ in talk.partners if e != NEDERLAND]
            if len(mine) == len(theirs) > 0 and all(any(self._who.alike(a, b) for b in theirs) for a in mine):
                return talk
        return None


def _singular(label: str, kind: str) -> str:
    words = expression(r"\s+(?:met|tussen|over)\s+").split(label)[0].split()
    return " ".join([w for w in words[:-1] if not w.endswith("e")] + [kind]) if words else kind
