"""Bilateral talks: the letter's own minister, or Nederland, with somebody else; and talks between others that the letter names."""

from __future__ import annotations

import re

from kg.extract.company import NOBODY, company
from kg.extract.meetings.draft import Draft, Said
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.primary import mode_of
from kg.extract.mentions import mentions_in
from kg.model import Letter, Mention, Span
from kg.text.expression import expression

__all__ = ["TalkFinder"]

_OWN = expression(r"\b(?:[Ii]k|[Ww]ij|[Ww]e|Nederland|door mij|minister-president Rutte)\b")
_OFFICE = expression(
    r"\b[Dd]e (?:minister|staatssecretaris|minister-president)(?: (?:van|voor) [A-Z][\w]*(?: [A-Z]\w+)*)? (?:sprak|had|heeft|ontmoette|voerde|ontving)\b"
)
_SPOKE = expression(
    r"(?i)\b(?:sprak (?:ik|Nederland)|ik sprak|spreek ik|ik spreek|heb ik|ik heb|had ik|ik had|ontmoette ik|ik ontmoette|ontving ik|ik ontving|zal ik|ik zal|voerde ik|ik voerde|Nederland sprak|de minister sprak|sprak de minister|heeft Nederland|Nederland heeft|Nederland had)\b"
)
_SAID = expression(
    r"(?i)\b(?:gesproken|onderhouden|ontmoet|overlegd|gesprek\w*|sprak|spreek|spreken|ontmoette|ontving|onderhoud|ontmoeting\w*|overleg|gesproken|lunch|ontbijt|kennisgemaakt)\b"
)
_MET = expression(r"(?i)(?<!samen )\b(?:ge)?met\s+")
_WISH = expression(r"(?i)\b(?:zou|zouden|wil|willen|wilde|hoop|hopen|hoopt|graag|mogelijk|in gesprek)\b")
_PASSIVE = expression(r"Met\s.{3,120}?\b(?:is|zijn|werd|werden)\b.{0,80}\bgesproken\b")
_RECEIVES = expression(
    r"\b(?:ontving|ontvingen)\s+(?P<who>[^,;.]{3,80}?)\s+(?:mij|ons)\b|\b(?:ik|wij)\b[^,;.]{0,40}\bontvangen\s+door\s+"
)
_OBJECT = expression(
    r"\b(?:ontmoette ik|[Ii]k ontmoette|ontving ik|[Ii]k ontving)\s+(?:ook |tevens |daar |en marge |nog |daarnaast |verder )*"
)


class TalkFinder:
    """Finds talks, one for each that the letter tells apart by who took part."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._text = letter.text.clean
        self._countries = {e.id: e.country for e in letter.entities if e.country}
        self.talks: list[Draft] = []
        self._last: Draft | None = None

    def take(self, s: Said) -> list[Draft]:
        """Give the talks that a mention with a noun ("een gesprek met Hongarije") is of."""
        g, sentence = s.gathering, s.unit.span.of(self._text)
        if s.unit.kind != "sentence" or g.unreal:
            return []
        if g.deictic and not g.partner:
            return [self._last] if self._last else []
        between = (
            g.partner is not None
            and re.search(r"(?i)\btussen\s+$", self._text[g.head.end : g.partner.start]) is not None
        )
        partners = self._partners(s)
        if not partners:
            return []
        known = self._known(partners)
        if known and not (s.start and known.start and s.start != known.start):
            self._last = known
            if s.start and not known.start:
                known.start, known.end = s.start, s.end
            return [known]
        own = bool(_OWN.search(sentence) or _OFFICE.search(sentence) or self._dutch(s.unit))
        if (g.definite and not own) or _WISH.search(sentence) or not (own or (between and s.start)):
            return []
        if g.definite and not s.start and not g.adjectives & {"bilaterale", "bilateraal", "aparte"}:
            return []
        side: list[tuple[str, Span]] = [("country/nederland", g.head)] if own and not between else []
        groups = [[p] for p in partners] if g.plural else [partners]
        made = []
        for group in groups:
            label = g.label if g.partner and not g.plural else f"{_singular(g.label, g.kind)} met {self._name(group)}"
            made.append(self._make(g.kind, label, g.span, "talk.noun", s.start, s.end, s.place, side, group))
        return made

    def spoken(self, unit: Unit, dates: tuple[str, str]) -> list[Draft]:
        """Give the talks that a sentence tells with a verb alone: "Ik sprak met Pompeo over Venezuela"."""
        sentence = unit.span.of(self._text)
        if unit.kind != "sentence" or _WISH.search(sentence):
            return []
        received = self._receiver(unit)
        if received:
            known = self._known(received)
            return (
                [known]
                if known
                else [
                    self._make(
                        "gesprek",
                        f"gesprek met {self._name(received)}",
                        received[0].span,
                        "talk.received",
                        *dates,
                        "",
                        [("country/nederland", received[0].span)],
                        received,
                    )
                ]
            )
        told = _SPOKE.search(sentence) or self._dutch(unit) or (self._aside(unit) and _PASSIVE.match(sentence))
        if not told or not _SAID.search(sentence):
            return []
        starts = [unit.span.start + m.end() for m in _MET.finditer(sentence)] + [
            unit.span.start + m.end() for m in _OBJECT.finditer(sentence)
        ]
        for start in starts:
            partners = self._valid(company(self._letter, start, unit.span.end)[0])
            if not partners or re.search(
                r"(?i)\b(?:gesprek|onderhoud|overleg|ontmoeting|lunch|diner|zitting|sessie|bijeenkomst|vergadering|verdrag|akkoord|samenwerking)\w*\s+(?:\w+\s+)?met\s+$",
                self._text[unit.span.start : start],
            ):
                continue
            known = self._known(partners)
            if known:
                self._last = known
                return [known]
            rest = self._text[partners[-1].span.end : unit.span.end]
            before = self._text[unit.span.start : start]
            if not re.search(
                r"(?i)\b(?:sprak|spreek|gesproken|ontmoet\w*|ontving|overlegd|onderhouden|spreken|kennisgemaakt)\b",
                before[-60:] + " " + rest,
            ):
                continue
            apart = len(partners) > 1 and (
                self._aside(unit) or re.search(r"(?i)\b(?:bilaterale?|apart|afzonderlijk|achtereenvolgens)\b", sentence)
            )
            return [
                self._spoken(group, dates, start, mode_of(sentence))
                for group in ([[p] for p in partners] if apart else [partners])
            ]
        return []

    def _spoken(self, group: list[Mention], dates: tuple[str, str], start: int, mode: str) -> Draft:
        span = Span(start if group[0].span.start - start < 60 else group[0].span.start, group[-1].span.end)
        made = self._make(
            "gesprek",
            f"gesprek met {self._name(group)}",
            span,
            "talk.verb",
            *dates,
            "",
            [("country/nederland", span)],
            group,
        )
        made.mode = mode
        return made

    def _dutch(self, unit: Unit) -> bool:
        """Tell whether the letter's own minister, by name or office, is the one who speaks: "Minister Blok sprak met", "De minister-president had"."""
        if re.match(
            r"(?:De|Onze) (?:minister|staatssecretaris|minister-president|premier)(?:-president)?\b(?! uit)",
            unit.span.of(self._text),
        ):
            return True
        first = next(iter(mentions_in(self._letter.mentions, unit.span)), None)
        return bool(
            first
            and self._countries.get(first.entity) == "country/nederland"
            and first.span.start - unit.span.start < 60
        )

    def _aside(self, unit: Unit) -> bool:
        """Tell whether a sentence stands under a heading for bilateral talks."""
        heading = self._letter.text.sections[unit.section].heading
        return bool(heading and re.search(r"(?i)bilater|marge", heading.of(self._text)))

    def _receiver(self, unit: Unit) -> list[Mention]:
        """Give who received the minister: "ontving president Rohani mij", "werd ik ontvangen door"."""
        found = _RECEIVES.search(self._text, unit.span.start, unit.span.end)
        if not found:
            return []
        return self._valid(
            company(
                self._letter,
                found.end() if found.group().rstrip().endswith("door") else found.start("who"),
                unit.span.end,
            )[0]
        )[:1]

    def _make(
        self,
        kind: str,
        label: str,
        span: Span,
        rule: str,
        start: str,
        end: str,
        place: str,
        side: list[tuple[str, Span]],
        group: list[Mention],
    ) -> Draft:
        partners = (*side, *((m.entity, m.span) for m in group))
        draft = Draft(kind, label, span, rule, start, end, place, mode_of(label), partners=partners)
        self.talks.append(draft)
        self._last = draft
        return draft

    def _partners(self, s: Said) -> list[Mention]:
        g = s.gathering
        if g.partner:
            found = self._valid(company(self._letter, g.partner.start, g.partner.end)[0])
            if found:
                return found
        for met in _MET.finditer(s.unit.span.of(self._text)):
            start = s.unit.span.start + met.end()
            if start < g.span.start or start > g.span.end:
                found = self._valid(company(self._letter, start, s.unit.span.end)[0])
                gap = self._text[found[-1].span.end : g.span.start] if found and start < g.span.start else ""
                if found and len(gap) < 60 and not re.search(r"[,;:]", gap):
                    return found
        return []

    def _valid(self, found: list[Mention]) -> list[Mention]:
        return [
            m
            for m in found
            if m.entity != "country/nederland"
            and m.entity not in NOBODY
            and self._countries.get(m.entity) != "country/nederland"
        ]

    def _known(self, partners: list[Mention]) -> Draft | None:
        """Give the talk with the same partners: the same persons, or a person and his country."""
        mine = [m.entity for m in partners]
        for talk in self.talks:
            theirs = [e for e, _ in talk.partners if e != "country/nederland"]
            if len(mine) == len(theirs) and all(any(self._one(a, b) for b in theirs) for a in mine):
                return talk
        return None

    def _one(self, a: str, b: str) -> bool:
        return a == b or self._countries.get(a) == b or self._countries.get(b) == a

    def _name(self, group: list[Mention]) -> str:
        names = [
            m.span.of(self._text)
            if m.form != "adjective"
            else next(e.label for e in self._letter.entities if e.id == m.entity)
            for m in group
        ]
        return ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1]


def _singular(label: str, kind: str) -> str:
    words = re.split(r"\s+(?:met|tussen|over)\s+", label)[0].split()
    return " ".join([w for w in words[:-1] if not w.endswith("e")] + [kind]) if words else kind
