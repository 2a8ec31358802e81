"""Whom somebody met in a clause, by its verb: "Ik sprak met Maas", "werd ik ontvangen door koning Abdullah"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table, word_set
from kg.expression import expression
from kg.extract.meetings.counterparts import NEDERLAND, Counterparts, Side
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.margin import Margin
from kg.extract.predicates import Predicate, by_verb, frame
from kg.model import Letter, Mention

__all__ = ["MEAL_VERBS", "TALKING", "Encounters"]

_TALK = {
    slot: [frame(line, "", slot) for line in table("presence")["talk"][slot]]
    for slot in ("met", "aan", "bij", "object", "told", "subject", "together")
}
TALKING = by_verb(f for frames in _TALK.values() for f in frames)
MEAL_VERBS: dict[str, str] = table("presence")["talk"]["meals"]
_CALLING = word_set("presence", "talk.calling")
_APART = expression(r"(?i)\b(?:bilaterale?|apart|aparte|afzonderlijke?|achtereenvolgens|onder anderen?|onder meer)\b")
_OF_SEVERAL = expression(r"(?i)\b(?:tri|quadri|multi)latera|\b(?:gezamenlijk|met z[’']n) ")


class Encounters:
    """Reads from the clauses of a letter who met whom, and how many talks that makes."""

    def __init__(self, letter: Letter, who: Counterparts, margin: Margin, visiting: bool) -> None:
        self._text, self._who, self._margin, self._visiting = letter.text.clean, who, margin, visiting

    def of(self, said: Predicate, unit: Unit) -> Iterator[tuple[str, Side, list[Mention]]]:
        """Give whom somebody met in a clause, with the slot in which they stand and the side that met them: the letter's own, or a stranger ("Minister Maas sprak met minister Pompeo")."""
        if not any(verb in TALKING for verb in said.verbs) or self._to_nobody(said):
            return
        subject, patient = said.subject(), said.object()
        if said.clause.kind == "inf" and said.before is not None:
            subject = said.before.subject()  # "Ik nam de gelegenheid te baat om met minister Maas te spreken"
        mine = self._who.own(subject)
        for slot, verbs in _TALK.items():
            if not any(said.says(f.verb, f.particle, f.beside) for f in verbs):
                continue
            if slot == "met" and " elkaar " in said.words:
                continue
            if slot == "met":
                impersonal = said.passive and subject is None and not patient and self._margin.aside(unit)
                if not (mine or impersonal or self._who.stranger(subject)):
                    continue
                phrases = [phrase for phrase in said.slot("met") if not self._who.jointly(said, phrase)]
                partners = [m for phrase in phrases for m in self._who.valid(phrase.who)] or self._who.of_pronoun(said)
                if not partners and mine:
                    partners = self._who.among(said)
                if mine and any(phrase.collective for phrase in phrases):
                    self._margin.announce(unit)  # "sprak ik met een aantal collega's"
                if not (mine or impersonal) and not (said.tense == "past" and all(map(_is_somebody, partners))):
                    continue
            elif slot in (
                "aan",
                "bij",
            ):  # "Ik bracht een bezoek aan president Ghani", "bij wie ik mijn opwachting maakte"
                found = [m for phrase in said.slot(slot) for m in self._who.valid(phrase.who)]
                partners = [m for m in found or self._who.of_pronoun(said) if mine and _is_somebody(m)]
            elif slot == "told" and not (self._visiting and self._margin.opens(unit)):
                continue
            elif slot in ("object", "told"):
                partners = self._who.valid(patient.who) if mine and patient else []
                if not _CALLING.isdisjoint(said.verbs):
                    partners = [m for m in partners if _is_somebody(m)]  # "Ik bezocht Ethiopië" is a visit
                partners = [m for m in partners if slot == "object" or m.entity.startswith("person/")]
            elif slot == "together":
                partners = self._who.valid(subject.who) if subject and mine else []
                if mine and " elkaar " in said.words:  # "spraken Maas en ik elkaar, met Pompeo via een scherm"
                    partners += [m for phrase in said.slot("met") for m in self._who.valid(phrase.who)]
            else:
                partners = self._who.valid(subject.who) if subject and self._who.own(patient) else []
            if said.tense == "future" and not self._who.speaks(subject) and not any(map(_is_somebody, partners)):
                continue  # "Nederland zal met Duitsland spreken over gas"
            if partners:
                side = self._who.own_people(subject, partners) if slot != "subject" else [(NEDERLAND, partners[0].span)]
                yield slot, [*side, *self._who.beside(said)], partners

    @staticmethod
    def _to_nobody(said: Predicate) -> bool:
        """Tell whether a verb of talking stands with a particle that makes another verb of it: "Ik sprak mijn steun uit voor minister Maas"."""
        return any(said.says("spreken", particle, ()) for particle in ("uit", "toe", "tegen"))

    def apart(self, slot: str, partners: list[Mention], unit: Unit, said: Predicate) -> list[list[Mention]]:
        """Give the partners by talk: "met A en B" tells of one, "met A over Cyprus en met B over Malta" of two, "bilateraal met mijn collega's uit A en B" and a list of three under a heading for talks of as many as there are."""
        together = any(verb in MEAL_VERBS for verb in said.verbs) or _OF_SEVERAL.search(unit.span.of(self._text))
        if slot != "met" or len(partners) < 2 or together:
            return [partners]
        persons = all(m.entity.startswith("person/") for m in partners)
        if _APART.search(unit.span.of(self._text)) or (self._margin.aside(unit) and (len(partners) > 2 or not persons)):
            return [[m] for m in partners]
        groups = [[m for m in phrase.who if m in partners] for phrase in said.slot("met")]
        return [group for group in groups if group] if sum(map(len, groups)) == len(partners) else [partners]


def _is_somebody(m: Mention) -> bool:
    return m.entity.startswith("person/") or m.form == "adjective"
