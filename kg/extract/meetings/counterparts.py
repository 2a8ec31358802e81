"""Whom the letter's own side talked with: behind the noun ("een gesprek met Maas"), in the clause around it, or behind "met wie"."""

from __future__ import annotations

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.company import NOBODY, company
from kg.extract.meetings.draft import Said
from kg.extract.meetings.gathering import Gathering
from kg.extract.predicates import Phrase, Predicate, tellings
from kg.model import Letter, Mention, Span

__all__ = ["NEDERLAND", "Counterparts", "Side"]

Side = list[tuple[str, Span]]  # who talked: an entity, and the words that name it

NEDERLAND = "country/nederland"
_WHOM = ("met", "bij", "aan")  # "met wie ik een onderhoud had"
_WHOSE = expression(r"(?P<of>\s+van\s+)[^,;:.]{3,80}?(?P<met>\s+met\s+)$")
_BETWEEN = expression(r"(?i)\btussen\s+$")
_AMONG = expression(r",? (?:onder wie|waaronder|onder meer|onder anderen?)\s+")
_MET = expression(r"(?i)\b(?:met|bij|aan)\s+")


_JOINTLY = word_set("words", "jointly")
_THEIR = expression(r"(?i)\bhun (?:[a-z-]+ )?$")
_IN_A = expression(r"(?i)\b(?:tijdens|in|bij) een (?:[a-z-]+ ){0,2}$")
_RIGHT_BEHIND = 2  # characters between a noun and its relative clause
_HAD = word_set("meetings", "words.having_verbs")


class Counterparts:
    """Reads, from a letter whose entities are known, who a talk was with."""

    def __init__(self, letter: Letter) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._told = tellings(letter)
        self._countries = {e.id: e.country for e in letter.entities if e.country}
        self._labels = {e.id: e.label for e in letter.entities}

    def of_noun(self, s: Said, said: Predicate | None) -> list[Mention]:
        """Give with whom it was: behind the noun, or in the "met" of its clause ("Met minister Maas had ik een onderhoud")."""
        g = s.gathering
        if g.partner:
            found = self.valid(company(self._letter, g.partner.start, g.partner.end)[0])
            if found and g.plural and said:  # "gesprekken met premier Chahed en met minister Jhinaoui"
                more = [m for phrase in said.slot("met") for m in self.valid(phrase.who)]
                found += [m for m in more if all(m.entity != known.entity for known in found)]
            if found:
                return found
        behind = (
            _MET.match(self._text, g.head.end + 1, s.unit.span.end)
            if g.kind.endswith(("bezoek", "audiëntie"))
            else None
        )
        if behind:
            return self.valid(company(self._letter, behind.end(), s.unit.span.end)[0])
        whom = (self.of_pronoun(said) if said else []) or self._of_relative(s)
        if whom:
            return whom
        if said is None or g.kind.endswith("bezoek"):
            return []
        subject, patient = said.subject(), said.object()
        if subject and self.own(subject) and self.valid(subject.who) and not said.passive:
            return self.valid(subject.who)  # "Minister Maas en ik hadden een gesprek"
        met = any(phrase.who for phrase in said.slot("met"))
        theirs = _HAD.issuperset(said.verbs[:1]) or _THEIR.search(self._text, s.unit.span.start, g.head.start)
        if subject and len(subject.who) > 1 and self.stranger(subject) and not met and theirs:
            return self.valid(
                subject.who
            )  # "Minister Maas en minister Pompeo hadden een gesprek", "tijdens hun gesprek"
        if not g.definite and subject and patient and self.own(patient) and not self.own(subject):
            return self.valid(subject.who)  # "minister Maas gaf mij in een kort gesprek te kennen"
        if (
            not g.definite
            and subject
            and patient
            and self.own(subject)
            and any(m.entity.startswith("person/") for m in patient.who)
        ):
            return self.valid(patient.who)  # "ik heb minister Maas in een gesprek gevraagd"
        if (
            not g.definite
            and subject
            and len(subject.who) == 1
            and self.stranger(subject)
            and not met
            and _IN_A.search(self._text, s.unit.span.start, g.head.start)
        ):
            return self.valid(subject.who)  # "Minister Livni liet zich tijdens een ontmoeting optimistisch uit"
        return [
            m
            for phrase in said.slot("met")
            if not self.jointly(said, phrase)
            for m in self.valid(phrase.who)
            if not any(f.start < g.head.start < m.span.start and m.span.start - g.span.end > 80 for f in [g.span])
        ]

    def _of_relative(self, s: Said) -> list[Mention]:
        """Give with whom a relative clause says that it was: "het gesprek dat Ramdin en ik voerden", "dat ik met Maas had"."""
        telling, end = self._told.get(s.unit.span.start), s.gathering.head.end
        for said in telling.predicates if telling else []:
            first = said.clause.tokens[0]
            if said.clause.opener in ("dat", "die") and 0 < said.telling.tokens[first].start - end <= _RIGHT_BEHIND:
                subject = said.subject()
                met = [m for phrase in said.slot("met") for m in self.valid(phrase.who)]
                return met or (self.valid(subject.who) if subject and " ik " in said.words else [])
        return []

    def theirs(self, s: Said) -> bool:
        """Tell whether a talk is said to be one that somebody told of before had: "de ontmoeting die hij op 6 augustus met president Kabila had"."""
        telling, end = self._told.get(s.unit.span.start), s.gathering.head.end
        return any(
            said.clause.opener in ("dat", "die")
            and 0 < said.telling.tokens[said.clause.tokens[0]].start - end <= _RIGHT_BEHIND
            and said.telling.low(said.clause.tokens[0] + 1) in ("hij", "zij", "deze")
            for said in (telling.predicates if telling else [])
        )

    def of_pronoun(self, said: Predicate) -> list[Mention]:
        """Give whom "met wie", "bij wie" at the head of a clause points back to: "minister Maas, met wie ik sprak"."""
        first, t = said.clause.tokens[0], said.telling
        if said.clause.opener == "wie":
            first -= t.low(first) == "wie"
        if t.low(first) not in _WHOM or t.low(first + 1) != "wie":
            return []
        end = t.tokens[first].start
        near = [m for m in self._letter.mentions if m.entity.startswith("person/") and 0 <= end - m.span.end <= 2]
        return self.valid(near)

    def of_host(self, g: Gathering) -> list[Mention]:
        """Give whose talk it is said to be: "de ontmoeting van minister Maas met minister Kerry"."""
        found = _WHOSE.match(self._text, g.head.end, g.partner.start) if g.partner else None
        return company(self._letter, found.end("of"), found.start("met"))[0] if found else []

    def of_side(self, s: Said, said: Predicate, partners: list[Mention]) -> Side | None:
        """Give who talked with the partners: Nederland or somebody for it, or nobody more where it was a talk between them; None where a stranger had it."""
        g = s.gathering
        if g.partner and _BETWEEN.search(self._text[g.head.end : g.partner.start]):
            both = company(self._letter, g.partner.start, g.partner.end)[0]
            mine = [(m.entity, m.span) for m in both if self.own_side(m)]
            return mine if s.start or (mine and partners) else None
        subject = said.subject() if not said.passive else None
        host = self.of_host(g)
        if host:
            return [(NEDERLAND if m.entity == NEDERLAND else m.entity, m.span) for m in host]
        if self.own(said.object()):
            return [(NEDERLAND, g.head)]
        if subject is None or self.own(subject):
            return [*(self.own_people(subject, []) or [(NEDERLAND, g.head)]), *self.beside(said)]
        if subject.collective and not subject.who:
            return None  # "De ministers hadden een gesprek met X": X was at the meeting itself
        if any(m.entity == p.entity for m in subject.who for p in partners):
            among_them = self.stranger(subject) and len(subject.who) > 1
            return [] if among_them else [(NEDERLAND, g.head)]
        told = s.start or (self.stranger(subject) and (said.tense == "past" or (not g.definite and not g.plural)))
        return [(m.entity, m.span) for m in subject.who] if told else None

    def own_people(self, subject: Phrase | None, partners: list[Mention]) -> Side:
        """Give who of the letter's own side a subject names ("minister Bijleveld"), Nederland where it names nobody, or the strangers that it names."""
        who = subject.who if subject else []
        people = [(m.entity, m.span) for m in who if m.entity.startswith("person/") and self.own_side(m)]
        if not people and who and not self.own(subject):
            return [(m.entity, m.span) for m in who]
        mine = [(NEDERLAND, partners[0].span)] if partners and (not people or self.speaks(subject)) else []
        return [*people, *mine]

    def beside(self, said: Predicate) -> Side:
        """Give who had it together with the subject: "samen met mijn Australische collega Payne"."""
        return [(m.entity, m.span) for phrase in said.slot("met") if self.jointly(said, phrase) for m in phrase.who]

    @staticmethod
    def jointly(said: Predicate, phrase: Phrase) -> bool:
        """Tell whether somebody stands beside the subject: "samen met mijn Australische collega Payne"."""
        return said.telling.low(phrase.start - 2) in _JOINTLY

    @staticmethod
    def speaks(subject: Phrase | None) -> bool:
        """Tell whether a subject is the letter's writer: "ik", "minister Maas en ik"."""
        return subject is not None and subject.own and not any(m.entity == NEDERLAND for m in subject.who)

    @staticmethod
    def stranger(subject: Phrase | None) -> bool:
        """Tell whether a subject names persons and nobody else."""
        who = subject.who if subject else []
        return bool(who) and all(m.entity.startswith("person/") or m.form == "adjective" for m in who)

    def among(self, said: Predicate) -> list[Mention]:
        """Give whom a clause names of those it was with: "met oppositieleiders, onder wie Vashadze"."""
        found = _AMONG.search(self._text, said.span.start, said.telling.where.end)
        return self.valid(company(self._letter, found.end(), said.telling.where.end)[0]) if found else []

    def own_side(self, m: Mention) -> bool:
        """Tell whether somebody mentioned is of the letter's own side."""
        return m.entity == NEDERLAND or self._countries.get(m.entity) == NEDERLAND

    def own(self, phrase: Phrase | None) -> bool:
        """Tell whether a phrase is the letter's own side: "ik", "de minister-president", "minister Blok", "Nederland"."""
        if phrase is None:
            return False
        return phrase.own or any(map(self.own_side, phrase.who))

    def valid(self, found: list[Mention]) -> list[Mention]:
        """Give those of the mentioned who may be a counterpart: not of the Netherlands, and somebody."""
        return [
            m
            for m in found
            if m.entity != NEDERLAND and m.entity not in NOBODY and self._countries.get(m.entity) != NEDERLAND
        ]

    def alike(self, a: str, b: str) -> bool:
        """Tell whether two entity ids stand for one side: the same, or a person and his country."""
        return a == b or self._countries.get(a) == b or self._countries.get(b) == a

    def name(self, group: list[Mention]) -> str:
        """Give the names of some, as a label has them: "Maas, Blinken en Çavuşoğlu"."""
        names = [m.span.of(self._text) if m.form != "adjective" else self._labels[m.entity] for m in group]
        return ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1]
