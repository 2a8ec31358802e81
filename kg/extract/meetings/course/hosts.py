"""Who held a gathering: the meeting that a letter is about, or somebody beside it ("een diner ten huize van", "georganiseerd door Polen")."""

from __future__ import annotations

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.draft import MEALS, Draft, Said, family
from kg.extract.mentions import mentions_in
from kg.extract.predicates import predicate_at, tellings
from kg.model import Letter, Mention, Span

__all__ = ["BESIDE", "Hosts"]

_UMBRELLAS = word_set("meetings", "hosts.umbrellas")
_HOLD = word_set("meetings", "hosts.verbs")
BESIDE = word_set("meetings", "hosts.beside")
_OWN_DAYS = word_set("meetings", "words.on_own_days")
_HELD_BY = expression(
    r"(?i),?\s*(?:die |dat )?(?:(?:werd|was|is|wordt)\s+)?(?:mede\s+)?(?:(?:georganiseerd|belegd|gehouden|bijeengeroepen|geïnitieerd)(?:\s+(?:werd|was|is|wordt))?\s+)?(?:door|op initiatief van|op uitnodiging van)\s+"
)
_HOME = expression(r"(?i)\s+(?:ten huize van|op de residentie|in de residentie|op de ambassade|in de ambtswoning)\b")

_MARGIN = expression(r"(?i)\bmarge\b|\b(?:bilaterale|overige|andere) (?:gesprekken|contacten|ontmoetingen)\b")
_IN_MARGIN = expression(r"(?:^|[.\n]\s*)(?:En|In de) marge van\b")


class Hosts:
    """Tells the gatherings of others from those of the meeting."""

    def __init__(self, letter: Letter, primaries: list[Draft]) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._primaries = list(primaries)

    def strange(self, s: Said, parts: list[Draft]) -> bool:
        """Tell whether somebody else than the meeting's own side held a gathering; `parts` are those of the meeting told so far."""
        g, text = s.gathering, self._text
        if any(p.is_visit for p in self._primaries) or not self._primaries:
            return False
        whole = self._primaries[0]
        if g.kind in BESIDE:
            return True
        own = whole.kind == "raad" and g.body == "organisation/eu"
        if g.body in _UMBRELLAS and (whole.body in _UMBRELLAS or whole.kind in ("week", "raad")) and not own:
            return not self.is_whole(g.body)
        meal = family(g.kind) in MEALS
        if whole.kind == "week" and (meal or (g.kind in _OWN_DAYS and g.body and not self.is_whole(g.body))):
            return True  # "de conferentie van het Global Fund" in the ministerial week of the VN
        if _HOME.match(text, g.head.end, s.unit.span.end):
            return True
        if g.definite or meal or s.unit.kind != "sentence" or g.body in {p.body for p in parts if p.body}:
            return False
        by = _HELD_BY.match(text, g.span.end, s.unit.span.end)
        if by and self._holders(Span(by.end(), min(by.end() + 60, s.unit.span.end))):
            return True
        said = predicate_at(tellings(self._letter).get(s.unit.span.start), g.head)
        if said is None or not any(verb in _HOLD for verb in said.verbs):
            return False
        subject = said.subject()
        if subject is None:
            return False
        holders = self._holders(said.telling.span(subject.start, subject.end))
        return any(not self.is_whole(m.entity) for m in holders)

    def aside(self, s: Said) -> bool:
        """Tell whether a meal is told among the talks in the margin: under "Gesprekken in de marge", or behind "En marge van de bijeenkomst sprak ik" in one paragraph."""
        if (
            family(s.gathering.kind) not in MEALS
            or s.unit.kind != "sentence"
            or any(p.is_visit for p in self._primaries)
        ):
            return False
        heading = self._letter.text.sections[s.unit.section].heading
        block = self._letter.text.blocks[s.unit.block].span
        return bool(
            (heading and _MARGIN.search(heading.of(self._text)))
            or _IN_MARGIN.search(self._text[block.start : s.unit.span.start])
        )

    def _holders(self, span: Span) -> list[Mention]:
        return [
            m for m in mentions_in(self._letter.mentions, span) if m.entity.startswith(("country/", "organisation/"))
        ]

    def is_whole(self, body: str) -> bool:
        """Tell whether a body is the one that a meeting of the letter is of."""
        return bool(body) and any(p.body == body for p in self._primaries)
