"""Who spoke: the subjects of verbs of speaking in what the letter tells of a meeting."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.dutch import table
from kg.extract.attendance.scene import NEDERLAND, Scene
from kg.extract.meetings.people import allowed, company
from kg.extract.meetings.places import meeting_at
from kg.model import Attendance, Mention, Sentence, Span
from kg.text.tokens import Token, tokenise

__all__ = ["SpeechReader"]

_WORDS = table("words")
_COUNCIL = re.compile(r"(?i)(?:raad|council|comité van ministers|eurogroep|vergadering|conferentie|bondgenootschap|groep)$|^raad ")
_FUTURE = frozenset(("zal", "zullen"))
_OPENERS = frozenset([*_WORDS["prepositions"], *_WORDS["between"], *_WORDS["subordinators"], "daarnaast", "zo", "als", "net", "tot", "ten", "ook", "voorts", "vervolgens", "tenslotte", "daarop", "desgevraagd", "namens", "ter", "mede", "evenzeer", "hierop", "eerder", "gelet", "gevraagd", "zelf", "zowel"])
_PARTICLES = frozenset(("in", "op", "uit", "voor", "bij", "af"))
_AFTER_PARTICLE = frozenset(("dat", "om", "en", "of", "te", "maar", "als", "hoe", "wat", "waar", "die", "zich", "tot", "voor", "over", "op", "bij", "van", "aan", "met", "tegen", "namens", "ten"))
_KAMER = re.compile(r"\b(?:u|uw Kamer|de Kamer|Uw Kamer|de Tweede Kamer)\b")
_OUTSIDE = re.compile(r"(?i)\bbuiten de (?:vergader)?zaal\b|\bop een persconferentie\b|\btijdens een persconferentie\b|\bin een interview\b|\bin de media\b|\bpersbericht\b|\bin (?:een|zijn|haar|hun) brief\b|\bschriftelijk\b")
_WHERE = re.compile(r"(?i)^\s*,?\s*(?:waar|waarbij|waarin|waarop|terwijl)\s+(?:ook\s+|tevens\s+|onder meer\s+|onder andere\s+)*")
_ARTICLES = frozenset(("de", "het", "een", "deze", "dit", "die"))
_RELATIVE = re.compile(r",\s+(?:die|dat|wiens|wier|waarvan|waaraan)\b[^,;]*,")
_NOT_SUBJECT = frozenset(["het", "dit", "dat", "er", "de", "een", "zijn", "hun"])


@dataclass(frozen=True, slots=True)
class _Speech:
    """The verbs of speaking: those that need nothing more, and those with one of some words beside them."""

    alone: frozenset[str]
    beside: dict[str, tuple[str, ...]]


@cache
def _speech() -> _Speech:
    lists = table("meetings")["speech"]
    beside: dict[str, tuple[str, ...]] = {}
    for verb, words in (line.split("+") for line in lists["with"]):
        beside[verb] = (*beside.get(verb, ()), *words.split(","))
    return _Speech(frozenset(lists["alone"]), beside)


class SpeechReader:
    """Reads who is the subject of a verb of speaking."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._labels = {e.id: e.label for e in scene.letter.entities}

    def spoke(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read who is the subject of a verb of speaking: a person, a country, or the letter's own minister."""
        if _KAMER.search(sentence.span.of(self._scene.text)) or _OUTSIDE.search(sentence.span.of(self._scene.text)):
            return  # the letter speaks to its reader, or of what is said elsewhere
        yield from self._spoke_where(sentence)
        for segment in self._segments(sentence):
            aside = [Span(segment.start + m.start(), segment.start + m.end()) for m in _RELATIVE.finditer(segment.of(self._scene.text))]
            tokens = [t for t in tokenise(self._scene.text, segment) if t.is_word and not any(a.covers(t.span) for a in aside)]
            finite = [i for i, t in enumerate(tokens) if t.finite() and not (i and tokens[i - 1].low == "te")]
            speaking = [i for i in finite if self._speaks(tokens, i, segment)]
            if not speaking:
                continue
            verb = next((i for i in speaking if self._subject(tokens, i, segment)), speaking[0])
            subjects = self._subject(tokens, verb, segment)
            key = self._scene.at(sentence, segment)
            for m in subjects:
                yield Attendance(key, m.entity, "speaker", m.span, "attendance.spoke")
            around = {t.low for t in tokens[max(0, verb - 1) : verb + 3]}
            if not subjects and around & {"ik", "mij"}:
                yield Attendance(key, NEDERLAND, "speaker", tokens[verb].span, "attendance.spoke")
        for found in re.compile(r"(?i)\b(?:aldus|zo (?:stelde|zei|verklaarde|benadrukte|onderstreepte))\s+").finditer(self._scene.text, sentence.span.start, sentence.span.end):
            who, _ = company(self._scene.letter, found.end(), sentence.span.end)
            for m in who[:1]:
                if not m.entity.startswith("organisation/"):
                    yield Attendance(self._scene.at(sentence, m.span), m.entity, "speaker", m.span, "attendance.spoke")

    def _spoke_where(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read a subordinate clause: "een receptie, waar X en Y het woord voerden"."""
        for segment in self._segments(sentence)[1:]:
            opener = _WHERE.match(segment.of(self._scene.text))
            if not opener:
                continue
            start = segment.start + opener.end()
            who, stop = company(self._scene.letter, start, segment.end)
            tokens = [t for t in tokenise(self._scene.text, Span(stop, segment.end)) if t.is_word]
            finite = [i for i, t in enumerate(tokens) if t.finite()]
            if not who or not finite:
                continue
            at = meeting_at(self._scene.letter, Span(start, start + 1))
            ordered = [*tokens[: finite[-1]], *tokens[finite[-1] + 1 :]]
            if self._speaks([tokens[finite[-1]], *ordered], 0, segment):
                before = [link for link in self._scene.story.links if sentence.span.start <= link.span.start < start]
                key = before[-1].key if before and opener.group().strip().lower().startswith((", waar", "waar")) else at
                for m in self._persons(who):
                    yield Attendance(key, m.entity, "speaker", m.span, "attendance.spoke")

    def _segments(self, sentence: Sentence) -> list[Span]:
        cuts = [m.end() for m in re.compile(r"[;:]\s|,\s+(?:maar|en)\s+|\s–\s|,\s+(?=(?:waar|waarbij|waarin|waarop|terwijl)\b)").finditer(self._scene.text, sentence.span.start, sentence.span.end)]
        edges = [sentence.span.start, *cuts, sentence.span.end]
        return [Span(a, b) for a, b in itertools.pairwise(edges) if b > a]

    def _speaks(self, tokens: list[Token], verb: int, segment: Span) -> bool:
        """Tell whether the clause's verbs say that somebody spoke in the meeting, done in a report, still to be done in an announcement."""
        finite = tokens[verb]
        if finite.low in ("had", "hadden"):
            return False  # what had been said before
        lemmas = {r.lemma for r in finite.verb if r.form == "fin"}
        future = finite.low in _FUTURE
        if self._reports_future(segment) != future:
            return False
        rest = tokens[verb + 1 :]
        said = {(r.lemma, r.particle) for r in finite.verb if r.form == "fin"}
        if lemmas & {"worden", "zijn"}:
            return False  # a passive, whose subject is not the one who spoke
        if lemmas & {"hebben", "zullen", "gaan"}:
            said = {(r.lemma, r.particle) for t in rest for r in t.verb if r.form in ("ptc", "inf")}
        words = " " + " ".join(t.low for t in tokens) + " "
        speech = _speech()
        for lemma, particle in said:
            if lemma in speech.alone and not particle:
                return True
            if any(_stands(w, words) or f" {finite.low} {w} " in words for w in speech.beside.get(lemma, ())) or (particle and particle in speech.beside.get(lemma, ())):
                return True
        return False

    def _reports_future(self, segment: Span) -> bool:
        """Tell whether what a clause tells is still to come."""
        return self._scene.announced.get(meeting_at(self._scene.letter, segment), False)


    def _subject(self, tokens: list[Token], verb: int, segment: Span) -> list[Mention]:
        """Give the actors that are the subject: before the verb, or right behind it where something else opens the clause."""
        finite = tokens[verb]
        who, _ = company(self._scene.letter, segment.start, finite.span.start)
        if who:
            rest = self._scene.text[who[-1].span.end : finite.span.start]
            rest = _RELATIVE.sub(" ", rest)
            plain = all(allowed(w) for w in re.findall(r"[\w’'-]+", re.sub(r"\([^)]*\)|\b(?:zelf|ook|anderen)\b", "", rest)))
            return self._persons(who) if plain or rest.lstrip().startswith(",") else []
        if verb == 0 or (tokens[0].low not in _OPENERS and not _thing(tokens[:verb])):
            return []
        start = finite.span.end
        for token in tokens[verb + 1 :]:
            if token.low not in _OPENERS - {"door", "van", "met", "voor", "in", "op", "over", "aan", "tegen", "uit", "namens"} or token.low in _NOT_SUBJECT:
                break
            start = token.span.end
        who, _ = company(self._scene.letter, start, segment.end)
        return self._persons(who)

    def _persons(self, who: list[Mention]) -> list[Mention]:
        """Give those who speak for themselves: persons, countries, and organisations that are not themselves a gathering of states."""
        return [m for m in who if not (m.entity.startswith("organisation/") and _COUNCIL.search(self._labels.get(m.entity, "")))]


def _thing(words: list[Token]) -> bool:
    """Tell whether what opens a clause is no one who can speak, so that the subject stands behind the verb: "Het aanbod noemde hij"."""
    first = [t.low for t in words]
    if not first or first[0] not in _ARTICLES or len(first) < 2:
        return False
    people = table("people")
    group = {w for key in ("groups", "quantifiers", "offices", "group_adjectives") for entry in people[key] for w in entry.split()}
    return not any(w in group for w in first[1:3]) and not any(t.text[0].isupper() for t in words[1:3])


def _stands(word: str, words: str) -> bool:
    """Tell whether a word stands in a clause; a particle that is also a preposition only where no noun phrase follows it."""
    at = words.find(f" {word} ")
    if at < 0 or word not in _PARTICLES:
        return at >= 0
    after = words[words.rfind(f" {word} ") + len(word) + 2 :].split()
    return not after or after[0] in _AFTER_PARTICLE
