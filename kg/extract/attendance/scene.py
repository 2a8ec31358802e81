"""At which meeting a clause says that somebody was: the letter, its meetings, and the sentences that tell of them."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import cached_property

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.places import meeting_at
from kg.extract.meetings.story import Link, story
from kg.extract.meetings.words import head
from kg.extract.predicates import Phrases, Predicate, Telling, tellings
from kg.model import Letter, Span
from kg.text.sentences import sentence_at

__all__ = ["NEDERLAND", "Scene"]

_AT_WHICH = word_set("presence", "room.at")
_AT = expression(r"(?i)(?:(?:ook|eerder|reeds) )?(?:op|tijdens|in|bij) (?:(?:de|het|een|deze|die|dat) )?")
_BEFORE = expression(
    r"(?i)\b(?:sinds|na|vóór|voor|naar aanleiding van|in aanloop naar|eerder|vorige|volgende)\s+(?:de|het|een)?\s*$"
)
_DURING = expression(r"(?i)\btijdens (?:de |het |een )?$")
_NEXT_TO = expression(
    r"(?i)\b(?:voorafgaand aan|vooruitlopend op|in de marge van|en marge van|na afloop van|aansluitend (?:op|aan)|naast|na|voor|in aanloop naar|parallel aan|tegelijk met)\s+(?:de|het|deze|dit)?\s*$"
)
# "bij de conferentie in Rome" is one of its own; "aan het overleg" is the one that is told of
_QUALIFYING = word_set("presence", "room.qualifying")
_MEETS = expression(
    r"(?i)(?:raad|council|comité van (?:permanente )?\w+|eurogroep|vergadering|conferentie|bondgenootschap|groep)$|^raad "
)
_NOT_THIS = word_set("meetings", "words.another", "words.near")
NEDERLAND = "country/nederland"


class Scene:
    """A letter whose meetings are known, with the questions that every reader asks of it."""

    def __init__(self, letter: Letter) -> None:
        self.letter, self.text = letter, letter.text.clean
        self.story = story(letter)
        self.announced = {m.key: m.announced for m in letter.meetings}
        self.countries = {e.id: e.country for e in letter.entities if e.country}
        self._labels = {e.id: e.label for e in letter.entities}
        self._places = {m.key: m.place or self._place_of(m.part_of) for m in letter.meetings}
        self._links = sorted(self.story.links, key=lambda link: link.span)
        self._starts = [link.span.start for link in self._links]

    def _place_of(self, whole: str) -> str:
        return next((m.place for m in self.letter.meetings if m.key == whole), "")

    def place(self, key: str) -> str:
        """Give where a meeting, or the whole that it is part of, was held: an entity, or "" where the letter does not say."""
        return self._places.get(key, "")

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The sentences of the running text."""
        return tuple(tellings(self.letter).values())

    def is_whole(self, key: str) -> bool:
        """Tell whether a meeting is the letter's own, and no part of it."""
        return key in self._wholes

    def links(self, span: Span) -> list[Link]:
        """Give the mentions of meetings that begin in a stretch."""
        return self._links[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def where(self, said: Predicate, named: bool) -> str:
        """Give the meeting that a clause tells of: for a relative clause the one right before it, else one that the clause names, else where the words stand.

        `named` lets the clause name any meeting ("nam deel aan de top in Wales"); without, only parts and talks count.
        """
        telling, clause = said.telling, said.clause
        first = telling.tokens[clause.tokens[0]].start
        if clause.kind == "sub" and clause.relative:
            before = self.links(Span(telling.where.start, first))
            if before and first - before[-1].span.end < 60:
                return before[-1].key
        inside = [link for link in self.links(said.span) if telling.index(link.span.start) in clause.tokens]
        if not named:
            elsewhere = [
                link
                for link in inside
                if link.sort == "other" and (self._located(telling, link) or self._during(said, link))
            ]
            if elsewhere:
                return elsewhere[0].key  # "Op de conferentie in Rome zegden Qatar en Canada geld toe"
            inside = [link for link in inside if link.sort in ("part", "talk")]
        elif any(link.sort != "primary" for link in inside):
            inside = [link for link in inside if link.sort != "primary"]
        if inside and (named or len(inside) == 1):
            verb = telling.tokens[said.verb].start
            return min(inside, key=lambda link: abs(link.span.start - verb)).key
        if self.unknown(said):
            return ""
        return self.at(Span(first, first + 1))

    def fits(self, said: Predicate, key: str) -> bool:
        """Tell whether a clause's tense is that of its meeting: "zal" of one still to come, the past of one that has been."""
        if self.announced.get(key, False):
            return said.tense in ("future", "present")
        return said.tense != "future"

    def meets(self, entity: str) -> bool:
        """Tell whether an organisation is itself what meets: a council, a commission, an alliance."""
        return entity.startswith("organisation/") and bool(_MEETS.search(self._labels.get(entity, "")))

    def may_speak(self, entity: str, key: str) -> bool:
        """Tell whether somebody can have spoken at a meeting: in a talk those who had it, and nobody else."""
        partners = [e for e, _ in self.story.partners.get(key, ())]
        return not partners or any(
            entity == e or self.countries.get(entity) == e or self.countries.get(e) == entity for e in partners
        )

    def talk_with(self, entity: str, span: Span) -> str:
        """Give the talk that somebody had, of those told before a stretch in its section; "" where there is none."""
        sentence = sentence_at(self.letter.text, span.start)
        section = self.letter.text.sections[sentence.section].span if sentence else Span(0, 0)
        told = [link.key for link in self.links(Span(section.start, span.start)) if self.story.partners.get(link.key)]
        return next((key for key in reversed(told) if self.may_speak(entity, key)), "")

    def unknown(self, said: Predicate) -> bool:
        """Tell whether a clause places what it tells at a gathering that the letter says too little of to know it: "Later trad hij op bij een symposium"."""
        t, own = said.telling, said.clause.tokens
        linked = [link.span for link in self.links(t.where)]
        if any(
            t.low(i - 1) in _NOT_THIS
            and head(t.tokens[i].text)
            and not any(s.overlaps(t.tokens[i].span) for s in linked)
            for i in own
        ):
            return True  # "De volgende bijeenkomst wordt georganiseerd door Turkije"
        if _AT_WHICH.isdisjoint(t.words):
            return False
        return any(
            (t.low(i - 1) == "een" or (t.low(i - 1) in ("de", "het") and t.low(i + 1) in _QUALIFYING))
            and t.low(i - 2) in _AT_WHICH
            and head(t.tokens[i].text)
            and not any(span.overlaps(t.tokens[i].span) for span in linked)
            for i in own
        )

    def _located(self, telling: Phrases, link: Link) -> bool:
        """Tell whether a clause opens with the meeting at which what it tells happened: "Op de top in Sibiu"."""
        lead = self.text[telling.where.start : link.span.start]
        return bool(_AT.fullmatch(lead))

    def _during(self, said: Predicate, link: Link) -> bool:
        """Tell whether what a clause tells happened at another meeting that has been: "Commissaris Thyssen heeft tijdens de Raad in juli gewaarschuwd"."""
        lead = self.text[max(0, link.span.start - 14) : link.span.start]
        return not self.announced.get(link.key, False) and said.tense == "past" and bool(_DURING.search(lead))

    def at(self, span: Span) -> str:
        """Give the meeting that words stand at: a gathering of its own that the paragraph or the heading tells of, else a part by where they stand."""
        return self._companion(span) or meeting_at(self.letter, span)

    def _companion(self, span: Span) -> str:
        """Give the meeting held beside the one of the letter that a paragraph is telling of: "'s Avonds was ik bij een diner van Amnesty. Minister Maas zat aan."."""
        text = self.letter.text
        sentence = sentence_at(text, span.start)
        if sentence is None:
            return ""
        if any(link.sort == "primary" for link in self.links(sentence.span)):
            return ""
        block = text.blocks[sentence.block]
        before = [
            link
            for link in self.links(Span(block.span.start, span.start))
            if not _BEFORE.search(self.text[max(0, link.span.start - 30) : link.span.start])
        ]
        if before:
            last = before[-1]
            return (
                last.key if last.sort == "other" and last.key in self._beside and not self._of_the_whole(last) else ""
            )
        heading = text.sections[sentence.section].heading
        named = self.links(heading) if heading else []
        part = meeting_at(self.letter, span)
        own = bool(named) and named[-1].key in self._beside | self._wholes
        return named[-1].key if own and part in self._wholes else ""

    def _of_the_whole(self, link: Link) -> bool:
        """Tell whether a gathering is named in a sentence on the letter's own meeting: "verslag van de Raad, met het akkoord dat op 26 juni in een triloog is bereikt"."""
        sentence = sentence_at(self.letter.text, link.span.start)
        return sentence is not None and any(
            other.sort == "primary"
            and other.span.start < link.span.start
            and not _NEXT_TO.search(self.text[max(0, other.span.start - 40) : other.span.start])
            for other in self.links(sentence.span)
        )

    @cached_property
    def _wholes(self) -> frozenset[str]:
        return frozenset(m.key for m in self.letter.meetings if m.primary)

    @cached_property
    def _beside(self) -> frozenset[str]:
        """The meetings that are no part, held in the days of the one that the letter is about or on the eve of it."""
        days = [(_day(m.start, -3), _day(m.end, 1), m.announced) for m in self.letter.meetings if m.primary and m.end]
        return frozenset(
            m.key
            for m in self.letter.meetings
            if not m.primary
            and not m.part_of
            and any(first <= m.start <= last and m.announced == coming for first, last, coming in days if first)
        )


def _day(day: str, more: int) -> str:
    """Give a day some days later or earlier (ISO); "" where the text says no day."""
    return (date.fromisoformat(day) + timedelta(more)).isoformat() if len(day) == 10 else ""
