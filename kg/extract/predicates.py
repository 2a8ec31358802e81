"""What a clause says somebody does: its verb, and who stands in which slot of it.

A slot is "subject", "object", "agent" (behind "door" in a passive) or a preposition ("met", "van"). Passives are turned: who is behind "door" is the
subject, and the grammatical subject the object, so that a verb needs one description only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.dutch import table
from kg.extract.company import company, office_word
from kg.model import Letter, Mention, Span, Text
from kg.text.clauses import Clause
from kg.text.reading import reading
from kg.text.remember import remembered

__all__ = ["Frame", "Phrase", "Predicate", "Telling", "by_verb", "frame", "tellings"]

_WORDS = table("words")
_PEOPLE = table("people")
_ARTICLES = frozenset([*_WORDS["articles"], *_WORDS["demonstratives"], *_WORDS["possessives"]])
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_GROUPS = frozenset(w for g in _PEOPLE["groups"] for w in [g.split()[-1]])
_GROUP_WORDS = frozenset(w for key in ("quantifiers", "group_adjectives") for q in _PEOPLE[key] for w in q.split()) | {
    "betrokken",
    "andere",
    "europese",
    "aanwezige",
    "beide",
}
_NUMBERS = frozenset((*_WORDS["numerals"], "zestig", "zeventig", "tachtig", "negentig", "honderd", "ruim", "circa"))
_SELF = frozenset(("ik", "wij", "we", "mij", "ons", "ondergetekende"))
_PRONOUNS = frozenset(
    (
        "hij",
        "zij",
        "ze",
        "men",
        "hem",
        "hen",
        "hun",
        "er",
        "het",
        "dit",
        "dat",
        "deze",
        "elkaar",
        "u",
        "niemand",
        "iedereen",
        "allen",
    )
)
_OFFICE = re.compile(
    r"(?:[Dd]e|[Oo]nze) (?:[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris|[Pp]remier)(?: (?:van|voor) [A-Z]\w*(?:(?:,| en| van| voor)* [A-Z]\w+)*)?(?![\w-])(?!,? (?:uit|van|voor|van de|van het) )"
)
_PARTICLES = frozenset(table("verbs")["particles"])
_HELPERS = frozenset(
    ("hebben", "zijn", "worden", "zullen", "kunnen", "mogen", "moeten", "willen", "gaan", "hoeven", "blijven")
)
_MODALS = frozenset(("kunnen", "mogen", "moeten", "willen", "hoeven"))
_UNREAL = frozenset(("zou", "zouden"))
_MOVING = frozenset(
    (
        "schuiven",
        "komen",
        "gaan",
        "reizen",
        "beginnen",
        "treden",
        "zijn",
        "blijven",
        "vertrekken",
        "starten",
        "vallen",
        "toetreden",
        "bezwijken",
        "starten",
        "slagen",
    )
)
_RELATIVES = frozenset(("die", "dat", "wie", "welke"))
_TIMES = frozenset(("dag", "sessie", "keer", "plaats", "ochtend", "middag", "avond", "week", "maand", "jaar"))
_AFTER_PARTICLE = frozenset(("te", "en", "of", "dat", "als", "hoe", "wat", "waar", "ook", "maar", "die", "zich"))
_I = frozenset(("ik", "wij", "we"))
_SHE = frozenset(("hij", "zij", "ze", "men"))
# nouns that have a "met" of their own: "over de langetermijnrelatie met Rusland"
_BONDS = tuple(_WORDS["bonds"])
_AMONG = frozenset(("meer", "andere", "anderen"))
_NOT = frozenset(("niet", "geen", "nooit", "niemand", "evenmin"))


@dataclass(frozen=True)
class Frame:
    """A verb with its particle and the words of which one must stand beside it; `role` is what whoever stands in its `slot` was at the meeting."""

    verb: str
    particle: str
    beside: tuple[str, ...]
    role: str
    slot: str

    @cached_property
    def signals(self) -> frozenset[str]:
        """Words of which one stands in any sentence with this frame; none where the verb is enough."""
        return frozenset(words.split()[0] for words in self.beside)


def frame(line: str, role: str, slot: str) -> Frame:
    """Read a verb as the tables write it: infinitive or particle|infinitive, and +words of which one must stand beside it."""
    name, _, beside = line.partition("+")
    particle, _, verb = name.rpartition("|")
    return Frame(verb, particle, tuple(beside.split(",")) if beside else (), role, slot)


def by_verb(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    """Give frames by their verb."""
    found: dict[str, tuple[Frame, ...]] = {}
    for one in frames:
        found[one.verb] = (*found.get(one.verb, ()), one)
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who a noun phrase names: `who` are actors, `own` tells of the letter's own minister ("ik", "mij"), `collective` of the members of what meets ("de ministers"), `start` and `end` are token indexes."""

    who: list[Mention]
    start: int
    end: int
    own: bool = False
    collective: bool = False


@dataclass
class Predicate:
    """A clause with a verb. `lemmas` are the ways to read what it says: (infinitive, particle written on to it or "").

    `tense` is past, present, future ("zal") or pluperfect ("had"); `passive` and `negated` speak for themselves; `possible` tells of "kan", "zou", "wil", an infinitive clause.
    `before` is the predicate of the last main clause before it.
    """

    telling: Telling
    clause: Clause
    verb: int
    lemmas: tuple[tuple[str, str], ...]
    tense: str
    passive: bool = False
    negated: bool = False
    possible: bool = False
    words: str = ""
    before: Predicate | None = field(default=None, repr=False)

    @property
    def span(self) -> Span:
        """The stretch from its first word to its last."""
        return self.telling.span(self.clause.tokens[0], self.clause.tokens[-1] + 1)

    def says(self, verb: str, particle: str, beside: tuple[str, ...]) -> bool:
        """Tell whether its verb is this one, with its particle and one of the words that belong to it (none: it needs no more)."""
        for lemma, written in self.lemmas:
            if lemma != verb or (written and written != particle):
                continue
            if particle and not written and not self._apart(particle):
                continue
            if not beside or any(f" {w} " in self.words for w in beside):
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
                follows = after in _PREPOSITIONS or after in _AFTER_PARTICLE or after in _WORDS["subordinators"]
                if follows or not after[:1].isalnum() or i == self.clause.tokens[-1]:
                    return True  # "ging in zijn toespraak in op de oorlog in Jemen"
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
            plain = verb in _HELPERS and self.passive
            phrase = self._roles[name == "object"] if plain else self.subject() if name == "subject" else self.object()
            if name == "subject" and self.passive and not plain:
                yield from self.slot("door")  # "toegesproken door X en door Y"
            elif phrase:
                yield phrase
            return
        for i in self.clause.tokens:
            if self.telling.low(i) == name and not (name == "met" and self.telling.low(i - 1).endswith(_BONDS)):
                phrase = self.telling.phrase(i + 1, self._stop(i + 1))
                if phrase:
                    yield phrase

    def _behind(self, preposition: str) -> Phrase | None:
        return next(self.slot(preposition), None)

    def _stop(self, i: int) -> int:
        """Give where the run of the clause's tokens from i on ends."""
        own = self.clause.tokens
        at = bisect_left(own, i)
        while at + 1 < len(own) and own[at + 1] == own[at] + 1:
            at += 1
        return own[at] + 1 if at < len(own) else i

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
            if t.low(own[0] + 1) in _SHE:
                return None, self._next(own[0] + 2)  # "waarna hij Rusland opriep"
            first = self._next(own[0] + 1)
            if self.clause.opener in _RELATIVES and (first is None or t.low(first.start) in ("mij", "ons")):
                return self.antecedent, first
            second = self._next(first.end) if first else None
            return first, second or (self.antecedent if self.clause.opener in ("die", "dat") else None)  # "die ik trof"
        lead = [i for i in own if i < finite]
        while lead and (t.low(lead[0]) in ("en", "maar", "want", "dus", "doch") or not t.tokens[lead[0]].is_word):
            lead = lead[1:]
        if lead and t.low(lead[0]) not in _PREPOSITIONS:
            phrase = t.phrase(lead[0], lead[-1] + 1)
            if phrase and t.low(finite + 1) in _I and finite + 1 in own:
                return t.phrase(finite + 1, finite + 2), phrase  # "Minister Maas trof ik"
            if phrase:
                rest = [i for i in lead if i >= phrase.end]
                if self._modifies(rest):
                    return phrase, self._next(finite + 1)
                return None, self._next(finite + 1)
            if len(lead) == 1 and t.low(lead[0]) in _PRONOUNS:
                return None, self._next(finite + 1)
            if self._thing(lead):
                return None, self._next(finite + 1)
        if t.low(finite + 1) in _SHE and finite + 1 in own:
            return None, self._next(finite + 2)  # "verweet hij de Verenigde Staten"
        first = self._next(finite + 1)
        return first, self._next(first.end) if first else None

    def _modifies(self, rest: list[int]) -> bool:
        """Tell whether words between a phrase and the verb only say more of it: "zelf", "(Georgië)", ", vertegenwoordigd door X,", "van Oekraïne"."""
        if not rest:
            return True
        low = self.telling.low(rest[0])
        return self.telling.tokens[rest[0]].text[0].isupper() or low in (
            ",",
            "(",
            "zelf",
            "daarentegen",
            "echter",
            "ook",
            "evenwel",
            "uit",
            "van",
            "als",
            "namens",
            "–",
            "-",
            "voor",
            "en",
            "e.a",
            "e.a.",
        )

    def _thing(self, lead: list[int]) -> bool:
        """Tell whether a noun phrase that is nobody opens the clause, so that what follows the verb can be an object: "Het voorstel behelst", "Een woordvoerder"; "De tweede dag begon" has no subject behind it."""
        return self.telling.low(lead[0]) in _ARTICLES and self.telling.low(lead[-1]) not in _TIMES and not self.passive

    def _next(self, i: int) -> Phrase | None:
        """Give the first noun phrase of the clause from a token on that names somebody and stands behind no preposition."""
        t, inside = self.telling, set(self.clause.tokens)
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
            if token.low in _PREPOSITIONS and token.low not in ("mede",):
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
            if token.low in _ARTICLES:
                i = t.over(i, stop)
                continue
            i += 1
        return None


class Telling:
    """One sentence as it tells of people: its tokens, its clauses, and the predicates of these. `low` gives a token in lower case, or ""."""

    def __init__(self, letter: Letter, span: Span) -> None:
        self.letter, self.where = letter, span
        self._reading = reading(letter.text, span)
        self.tokens, self.low, self._starts = self._reading.tokens, self._reading.low, self._reading.starts
        self._phrases: dict[tuple[int, int], Phrase | None] = {}

    def index(self, position: int) -> int:
        """Give the index of the token at or before a place of the text."""
        return max(bisect_left(self._starts, position + 1) - 1, 0)

    def span(self, first: int, last: int) -> Span:
        """Give the span of tokens."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    @property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence."""
        return self._reading.clauses

    @property
    def words(self) -> frozenset[str]:
        """The words and marks of the sentence in lower case."""
        return self._reading.words

    def holds(self, known: Mapping[str, Iterable[Frame]]) -> bool:
        """Tell whether words of one of these frames (by their verb) stand in the sentence, so that a predicate can be one of them."""
        verbs = self._reading.verbs
        return not verbs.isdisjoint(known) and any(
            not frame.signals or not self.words.isdisjoint(frame.signals)
            for verb in verbs
            for frame in known.get(verb, ())
        )

    @cached_property
    def predicates(self) -> list[Predicate]:
        """The clauses with a verb, in reading order."""
        found: list[Predicate] = []
        last: Predicate | None = None
        for clause in self.clauses:
            made = self._predicate(clause)
            if made is None:
                continue
            made.before = last
            if clause.kind in ("main", "shared"):
                last = made
            found.append(made)
        return found

    def among(self, i: int) -> int:
        """Give the index behind words that say that a list is not complete ("onder meer", "onder anderen"), or 0 where there are none."""
        return i + 2 if self.low(i) == "onder" and self.low(i + 1) in _AMONG else 0

    def phrase(self, i: int, stop: int) -> Phrase | None:
        """Give the noun phrase that begins at a token, as far as it names somebody; None where it does not. Read once for all who ask."""
        known = self._phrases
        if (i, stop) not in known:
            known[i, stop] = self._phrase(i, stop)
        return known[i, stop]

    def _phrase(self, i: int, stop: int) -> Phrase | None:
        i = self.among(i) or i
        if i >= stop:
            return None
        low = self.low(i)
        if low in _SELF:
            more = self.phrase(i + 2, stop) if self.low(i + 1) == "en" else None
            return Phrase(more.who if more else [], i, more.end if more else i + 1, own=True)
        if (
            low in _PREPOSITIONS
            or low in _PRONOUNS - {"deze", "dit", "dat", "het"}
            or (self.tokens[i].verb and low not in ("leden", "raad") and not self._his(i))
        ):
            return None
        text = self.letter.text.clean
        start, end = self.tokens[i].span.start, self.tokens[stop - 1].span.end
        members = self._collective(i, stop)
        if members and (self.low(members.end) in _ARTICLES or not self._goes_on(members.end, stop)):
            return members  # "ontving de Raad de ministers van Noorwegen en IJsland"
        who, reached = company(self.letter, start, end)
        if who:
            office = who[0].entity == "country/nederland"
            stop_at = self.index(reached - 1) + 1
            if self.low(stop_at) == "en" and self.low(stop_at + 1) == "ik" and stop_at + 1 < stop:
                return Phrase(who, i, stop_at + 2, own=True)  # "Minister Maas en ik"
            return Phrase(who, i, stop_at, own=office and len(who) == 1)
        own = _OFFICE.match(text, start, end)
        if own:
            return Phrase([], i, self.index(own.end() - 1) + 1, own=True)
        return members

    def _his(self, i: int) -> bool:
        """Tell whether "zijn" is a possessive here: "evenals zijn Poolse ambtgenoot"."""
        return self.low(i) == "zijn" and (office_word(self.low(i + 1)) or office_word(self.low(i + 2)))

    def _collective(self, i: int, stop: int) -> Phrase | None:
        """Read "de ministers", "veel Bondgenoten", "de Raad": the members of what meets."""
        for j in range(i, min(stop, i + 6)):
            word = self.low(j)
            group = word in _GROUPS or word.split("-")[-1] in _GROUPS
            if (group and self.tokens[j].is_word) or word in ("eurogroep", "nar") or word.endswith("raad"):
                return Phrase([], i, j + 1, collective=True)
            if not (word in _ARTICLES or word in _GROUP_WORDS or word in _NUMBERS or word.isdigit()):
                return None
        return None

    def _goes_on(self, i: int, stop: int) -> bool:
        """Tell whether a noun phrase goes on behind its head: "de ministers van Noorwegen", "de ministers Haavisto en Linde"."""
        return i < stop and (
            self.low(i) in ("van", "uit", "voor", "der", "(", "en", ",", "waaronder", "namens", "zoals")
            or self.tokens[i].text[0].isupper()
        )

    def over(self, i: int, stop: int) -> int:
        """Step over a noun phrase that begins at a token; give where the next thing begins."""
        phrase = self.phrase(i, stop)
        if phrase and not (phrase.own and self.low(i) in ("ik", "wij", "we")):
            return phrase.end
        while i < stop and (
            self.low(i) in _ARTICLES
            or (self.low(i).endswith("e") and not self.tokens[i].finite())
            or self.low(i)[:1].isdigit()
        ):
            i += 1
        return i + 1

    def antecedent(self, clause: Clause) -> Phrase | None:
        """Give the phrase right before a relative clause."""
        first = clause.tokens[0]
        stop = first - 1 if self.low(first - 1) == "," else first
        for i in range(max(0, stop - 10), stop):
            phrase = self.phrase(i, stop)
            if phrase and phrase.end >= stop:
                return phrase
        return None

    def _predicate(self, clause: Clause) -> Predicate | None:
        tokens = self.tokens
        if clause.finite < 0 and clause.kind != "inf":
            return None
        words = " " + " ".join(tokens[i].low for i in clause.tokens) + " " + self.low(clause.tokens[-1] + 1) + " "
        negated = any(tokens[i].low in _NOT for i in clause.tokens)
        if clause.finite < 0:
            said = [(r.lemma, r.particle) for i in clause.verbs for r in tokens[i].verb if r.form == "inf"]
            return (
                Predicate(self, clause, clause.verbs[-1], tuple(said), "present", False, negated, True, words)
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
            if "zullen" in own and finite.low not in _UNREAL
            else "past"
            if any(r.past for r in readings)
            else "present"
        )
        possible = bool(own & _MODALS) or finite.low in _UNREAL
        rest = [i for i in clause.verbs if i != clause.finite]
        passive, verb = False, clause.finite
        said = [(r.lemma, r.particle) for r in readings]
        if own & _HELPERS and rest:
            helped = [(i, r) for i in rest for r in tokens[i].verb if r.form in ("ptc", "inf")]
            content = [(i, r) for i, r in helped if r.lemma not in _HELPERS] or helped
            if content:
                verb = content[-1][0]
                said += [(r.lemma, r.particle) for _, r in content]
                participle = any(r.form == "ptc" for _, r in content)
                becomes = "worden" in own or any(r.lemma == "worden" for _, r in helped)
                was = "zijn" in own and participle and not any(r.lemma in _MOVING for _, r in content)
                passive = participle and (becomes or was)
                if "hebben" in own and participle:
                    tense = "pluperfect" if tense == "past" else "past"
                elif "zijn" in own and participle and tense == "present":
                    tense = "past"
        return Predicate(self, clause, verb, tuple(dict.fromkeys(said)), tense, passive, negated, possible, words)


def tellings(letter: Letter) -> dict[int, Telling]:
    """Give each sentence of the running text (by where it starts) as a telling, the same ones to all who ask while a letter is being read; notes are left out."""
    kept = _kept(letter.text, letter.mentions)
    if not kept:
        kept.update(
            (s.span.start, Telling(letter, s.span))
            for s in letter.text.sentences
            if letter.text.blocks[s.block].kind != "note"
        )
    return kept


@remembered
def _kept(_text: Text, _mentions: tuple[Mention, ...]) -> dict[int, Telling]:
    """Give where the tellings of a letter are kept: they hang on its text and its mentions alone."""
    return {}
