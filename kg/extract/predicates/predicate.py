"""One clause with its verb, and who stands in which slot of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.dutch import word_set
from kg.extract.predicates.phrase import Phrase, Phrases
from kg.extract.predicates.words import ARTICLES, PREPOSITIONS, PRONOUNS
from kg.model import Span
from kg.text.clauses import Clause

__all__ = ["Predicate", "predicate"]

_PARTICLES = word_set("verbs", "particles")
_MOVING = word_set("verbs", "moving")
_AUXILIARIES = word_set("auxiliaries", "perfect", "passive", "future", "possibility", "necessity", "volition", "aspect")
_MODALS = word_set("auxiliaries", "possibility", "necessity", "volition")
_IRREALIS = word_set("auxiliaries", "irrealis")
_RELATIVES = word_set("words", "relatives")
_TIMES = word_set("words", "times")
_BEHIND_PARTICLE = word_set("words", "subordinators", "prepositions", "clauses.behind_particle")
_WE = word_set("pronouns", "first")
_THIRD = word_set("pronouns", "third", "impersonal")
_COORDINATORS = word_set("words", "clauses.coordinators")
_MODIFYING = word_set("words", "modifying")
_BONDS = tuple(word_set("words", "bonds"))
_TALKS = tuple(word_set("words", "talks"))
_NEGATION = word_set("adverbs", "negation.full", "negation.nobody")


@dataclass
class Predicate:
    """A clause with a verb. `lemmas` are the ways to read what it says: (infinitive, particle written on to it or "").

    `tense` is past, present, future ("zal") or pluperfect ("had"); `passive` and `negated` speak for themselves; `possible` tells of "kan", "zou", "wil", an infinitive clause.
    `before` is the predicate of the last main clause before it.
    """

    telling: Phrases
    clause: Clause
    verb: int
    lemmas: tuple[tuple[str, str], ...]
    tense: str
    passive: bool = False
    negated: bool = False
    possible: bool = False
    words: str = ""
    before: Predicate | None = field(default=None, repr=False)

    @cached_property
    def span(self) -> Span:
        """The stretch from its first word to its last."""
        return self.telling.span(self.clause.tokens[0], self.clause.tokens[-1] + 1)

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """The infinitives of what it says, each once."""
        return tuple(dict.fromkeys([lemma for lemma, _ in self.lemmas]))

    def says(self, verb: str, particle: str, beside: tuple[str, ...]) -> bool:
        """Tell whether its verb is this one, with its particle and one of the words that belong to it (none: it needs no more)."""
        for lemma, written in self.lemmas:
            if lemma != verb or (written and written != particle):
                continue
            if particle and not written and not self._apart(particle):
                continue
            if not beside:
                return True
            words = self.words
            for word in beside:
                if f" {word} " in words:
                    return True
        return False

    def _apart(self, particle: str) -> bool:
        """Tell whether a particle stands apart from its verb: behind it, or before "te", and not as a preposition in front of a noun phrase."""
        t = self.telling
        for i in reversed(self.clause.tokens):
            if t.tokens[i].low == particle and i != self.verb:
                after = t.low(i + 1)
                if i == self.verb + 1 and self.telling.tokens[self.verb].finite():
                    return True  # "gaf aan de missie te steunen"
                if after in _BEHIND_PARTICLE or not after[:1].isalnum() or i == self.clause.tokens[-1]:
                    return True  # "ging in zijn toespraak in op de oorlog in Jemen"
                if particle not in PREPOSITIONS and after in ARTICLES:
                    return True  # "Aan de lunch namen ook deel de ministers van Zweden en Finland"
        return False

    def subject(self) -> Phrase | None:
        """Give who does it."""
        return self._behind("door") if self.passive else self._roles[0]

    def object(self) -> Phrase | None:
        """Give whom it is done to."""
        return self._roles[0] if self.passive else self._roles[1]

    def slot(self, name: str, verb: str = "") -> Iterator[Phrase]:
        """Give the phrases in a slot of one of its verbs: "subject", "object" or a preposition. Of a helping verb ("was verhinderd") the slots are as they stand."""
        if name in ("subject", "object"):
            plain = verb in _AUXILIARIES and self.passive
            phrase = self._roles[name == "object"] if plain else self.subject() if name == "subject" else self.object()
            if name == "subject" and self.passive and not plain:
                yield from self.slot("door")  # "toegesproken door X en door Y"
            elif phrase:
                yield phrase
            return
        if name not in self.telling.words:
            return
        for i in self.clause.tokens:
            if self.telling.low(i) == name and not (name == "met" and self._bound(i - 1)):
                phrase = self.telling.phrase(i + 1, self._stop(i + 1))
                if phrase:
                    yield phrase

    def _bound(self, i: int) -> bool:
        """Tell whether the "met" behind a token belongs to it: "de relatie met Rusland", "spraken over het gesprek met Iran"."""
        low = self.telling.low
        about = "over" in (low(i - 1), low(i - 2)) and low(i).endswith(_TALKS)
        return about or low(i).endswith(_BONDS)

    def _behind(self, preposition: str) -> Phrase | None:
        return next(self.slot(preposition), None)

    def _stop(self, i: int) -> int:
        """Give where the run of the clause's tokens from i on ends."""
        if i not in self._run_ends:
            i = next((own for own in self.clause.tokens if own > i), i)
        return self._run_ends.get(i, i)

    @cached_property
    def _run_ends(self) -> dict[int, int]:
        """Where the run of tokens of the clause ends in which each of them stands."""
        ends: dict[int, int] = {}
        for i in reversed(self.clause.tokens):
            ends[i] = ends.get(i + 1, i + 1)
        return ends

    @cached_property
    def antecedent(self) -> Phrase | None:
        """The subject that a coordinated verb shares with the clause before, or whom a relative clause speaks of."""
        if self.clause.kind == "shared" and self.before is not None:
            return self.before.object() if self.before.passive and self.passive else self.before.subject()
        return self.telling.antecedent(self.clause) if self.clause.opener in _RELATIVES else None

    @cached_property
    def _roles(self) -> tuple[Phrase | None, Phrase | None]:
        """The grammatical subject and the first object."""
        t, own, finite = self.telling, self.clause.tokens, self.clause.finite
        if self.clause.kind == "shared":
            return self.antecedent, self._next(finite + 1)
        if finite < 0:
            return None, self._next(own[0] + 1)
        if self.clause.kind == "sub" and self.clause.opener != "al":
            if t.low(own[0] + 1) in _THIRD:
                return None, self._next(own[0] + 2)  # "waarna hij Rusland opriep"
            first = self._next(own[0] + 1)
            if self.clause.opener in _RELATIVES and (first is None or t.low(first.start) in ("mij", "ons")):
                return self.antecedent, first
            second = self._next(first.end) if first else None
            return first, second or (self.antecedent if self.clause.opener in ("die", "dat") else None)  # "die ik trof"
        lead = [i for i in own if i < finite]
        while lead and (t.low(lead[0]) in _COORDINATORS or not t.tokens[lead[0]].is_word):
            lead = lead[1:]
        if lead and t.low(lead[0]) not in PREPOSITIONS:
            phrase = t.phrase(lead[0], lead[-1] + 1)
            if phrase and t.low(finite + 1) in _WE and finite + 1 in own:
                return t.phrase(finite + 1, finite + 2), phrase  # "Minister Maas trof ik"
            if phrase:
                rest = [i for i in lead if i >= phrase.end]
                if self._modifies(rest):
                    return phrase, self._next(finite + 1)
                return None, self._next(finite + 1)
            if len(lead) == 1 and t.low(lead[0]) in PRONOUNS:
                return None, self._next(finite + 1)
            if self._thing(lead):
                return None, self._next(finite + 1)
        if t.low(finite + 1) in _THIRD and finite + 1 in own:
            return None, self._next(finite + 2)  # "verweet hij de Verenigde Staten"
        first = self._next(finite + 1)
        return first, self._next(first.end) if first else None

    def _modifies(self, rest: list[int]) -> bool:
        """Tell whether words between a phrase and the verb only say more of it: "zelf", "(Georgië)", ", vertegenwoordigd door X,", "van Oekraïne"."""
        if not rest:
            return True
        low = self.telling.low(rest[0])
        return self.telling.tokens[rest[0]].text[0].isupper() or low in _MODIFYING

    def _thing(self, lead: list[int]) -> bool:
        """Tell whether a noun phrase that is nobody opens the clause, so that what follows the verb can be an object: "Het voorstel behelst", "Een woordvoerder"; "De tweede dag begon" has no subject behind it."""
        return self.telling.low(lead[0]) in ARTICLES and self.telling.low(lead[-1]) not in _TIMES and not self.passive

    def _next(self, i: int) -> Phrase | None:
        """Give the first noun phrase of the clause from a token on that names somebody and stands behind no preposition."""
        t, inside = self.telling, self._run_ends
        stop = self.clause.tokens[-1] + 1
        steps = 0
        while i < stop and steps < 24:
            steps += 1
            if i not in inside:
                i += 1
                continue
            token = t.tokens[i]
            if token.text == "(":
                i = next((j + 1 for j in range(i, stop) if t.tokens[j].text == ")"), stop)
                continue
            if t.among(i):
                i = t.among(i)
                continue
            if token.low in PREPOSITIONS and token.low not in ("mede",):
                i = t.over(i + 1, stop)
                continue
            phrase = t.phrase(i, self._stop(i)) if token.is_word else None
            if phrase and not (
                phrase.own
                and token.low in ("ons",)
                and t.low(i + 1)[:1].isalpha()
                and t.low(i + 1) in ("land", "kabinet")
            ):
                return phrase
            if token.low in ARTICLES:
                i = t.over(i, stop)
                continue
            i += 1
        return None


def predicate(telling: Phrases, clause: Clause) -> Predicate | None:
    """Give what a clause of a sentence says somebody does; None where it has no verb."""
    tokens = telling.tokens
    if clause.finite < 0 and clause.kind != "inf":
        return None
    own_words = [telling.low(i) for i in clause.tokens]
    words = f" {' '.join(own_words)} {telling.low(clause.tokens[-1] + 1)} "
    negated = not _NEGATION.isdisjoint(own_words)
    if clause.finite < 0:
        said = [(r.lemma, r.particle) for i in clause.verbs for r in tokens[i].verb if r.form == "inf"]
        return (
            Predicate(telling, clause, clause.verbs[-1], tuple(said), "present", False, negated, True, words)
            if said
            else None
        )
    at = clause.finite
    if tokens[at].low in _PARTICLES and at - 1 in clause.tokens and tokens[at - 1].finite():
        at -= 1  # "nam deel": the second is the particle of the first
        clause = replace(clause, finite=at)
    finite = tokens[at]
    readings = [r for r in finite.verb if r.form == "fin"]
    own = {r.lemma for r in readings}
    tense = (
        "future"
        if "zullen" in own and finite.low not in _IRREALIS
        else "past"
        if any(r.past for r in readings)
        else "present"
    )
    modal = own & _MODALS
    if modal == {"dienen"} and " te " not in words:
        modal = set()  # "diende een resolutie in"
    possible = bool(modal) or finite.low in _IRREALIS
    rest = [i for i in clause.verbs if i != clause.finite]
    passive, verb = False, clause.finite
    said = [(r.lemma, r.particle) for r in readings]
    if own & _AUXILIARIES and rest:
        helped = [(i, r) for i in rest for r in tokens[i].verb if r.form in ("ptc", "inf")]
        content = [(i, r) for i, r in helped if r.lemma not in _AUXILIARIES] or helped
        if content:
            verb = content[-1][0]
            said += [(r.lemma, r.particle) for _, r in content]
            participle = any(r.form == "ptc" for _, r in content)
            becomes = "worden" in own or any(r.lemma == "worden" for _, r in helped)
            was = "zijn" in own and participle and not any(r.lemma in _MOVING for _, r in content)
            passive = participle and (becomes or was)
            if "hebben" in own and participle:
                tense = "pluperfect" if tense == "past" else "past"
            elif "hebben" in own and tense == "past" and any(r.lemma == "laten" for _, r in helped):
                tense = "pluperfect"  # "had laten weten"
            elif "zijn" in own and participle and tense == "present":
                tense = "past"
    return Predicate(telling, clause, verb, tuple(dict.fromkeys(said)), tense, passive, negated, possible, words)
