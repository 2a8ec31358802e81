"""Who was at which part of a meeting, and as what: by the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.dutch import table
from kg.extract.meetings.people import actors, allowed, company
from kg.extract.meetings.places import meeting_at
from kg.extract.meetings.story import Link, Story, story
from kg.extract.meetings.words import head
from kg.model import Attendance, Letter, Mention, Sentence, Span
from kg.registry import Registry
from kg.text.tokens import Token, tokenise

__all__ = ["AttendanceExtractor"]

_NEDERLAND = "country/nederland"
_WORDS = table("words")
_PRESENCE = re.compile(r"(?i)\b(?:in\s+(?:\(?[a-z]+\)?\s+)?(?:aanwezigheid|bijzijn|gezelschap)\s+van|ten overstaan van|met (?:deelname|medewerking|inbreng) van|bijgewoond door|vergezeld (?:van|door)|aangevuld met)\s+")
_TOGETHER = re.compile(r"(?i)\bsamen\s+met\s+")
_TALKED = re.compile(r"(?i)\b(?:sprak|spraken|spreken|gesproken|bespraken|besprak|besproken|overlegd|overlegden|overlegde|vergaderden|vergaderd|wisselden|gewisseld|bijeen|discussieerden)\b")
_JOINED = (
    ("participant", "attendance.took-part", re.compile(r"(?i)\b(?:nam|namen|neem|neemt|nemen|nemende)\b[^;:.]*?\bdeel\b(?!\s+uit)|\b(?:deelnam|deelnamen|deelneemt|deelnemen|deelgenomen|deel te nemen|deelnemend)\b")),
    ("guest", "attendance.joined", re.compile(r"(?i)\b(?:schoof|schoven|schuift|schuiven)\b[^;:.]*?\baan\b|\b(?:aanschoof|aanschoven|aangeschoven|aanschuiven|aanzitten|aanzat|aanzaten|aanschuift)\b|\b(?:zat|zaten|zit|zitten)\b[^;:.]*?\b(?:aan tafel|aan)\b|\b(?:sloot|sloten)\b[^;:.]*?\b(?:zich|later|virtueel|via)\b[^;:.]*?\baan bij\b")),
    ("participant", "attendance.present", re.compile(r"(?i)\b(?:was|waren|is|zijn|zal|zullen)\b[^;:.]*?\b(?:aanwezig|present|te gast|vertegenwoordigd|van de partij)\b|\baanwezig\s+(?:was|waren|zijn|is|zullen|zal)\b|\b(?:woonde|woonden|woont|wonen)\b[^;:.]*?\bbij\b|\b(?:bijwoonde|bijwoonden|bijgewoond|bijwonen)\b")),
    ("invited", "attendance.invited", re.compile(r"(?i)\b(?:was|waren|is|zijn|werd|werden)\b[^;:.]*?\b(?:uitgenodigd)\b")),
    ("absent", "attendance.absent", re.compile(r"(?i)\b(?:was|waren|is|zijn)\b[^;:.]*?\b(?:afwezig|verhinderd)\b|\b(?:ontbrak|ontbraken)\b|\bliet\b[^;:.]*?\bverstek gaan\b")),
)
_MEMBERS = r"(?:de\s+)?(?:raad|ministers|bewindslieden|bewindspersonen|leiders|regeringsleiders|staatshoofden en regeringsleiders|bondgenoten|lidstaten|navo-ministers|eu-ministers|partijen|deelnemers)"
_ADVERBS = r"(?:\s+(?:ook|tevens|daarnaast|vervolgens|na elkaar|achtereenvolgens|eerst|voorts|daarna|kort|informeel|via een videoverbinding|per video))*"
_RECEIVED = re.compile(
    rf"(?i)\b{_MEMBERS}{_ADVERBS}\s+(?:ontving|ontvingen|verwelkomde|verwelkomden|hoorde|hoorden){_ADVERBS}\s+"
    rf"|\b(?:ontving|ontvingen|verwelkomde|verwelkomden)\s+{_MEMBERS}{_ADVERBS}\s+"
    rf"|\b(?:{_MEMBERS}{_ADVERBS}\s+(?:sprak|spraken|overlegde|overlegden)|(?:sprak|spraken|overlegde|overlegden)\s+{_MEMBERS}){_ADVERBS}\s+met\s+"
    r"|\bvan gedachten (?:met|gewisseld met)\s+|\bgedachtewisseling (?:plaats )?met\s+"
)
_LED = (
    ("host", "attendance.host", re.compile(r"(?i)\b(?:georganiseerd|belegd|ontvangen|verwelkomd|aangeboden)\s+door\s+|\bgastheer(?:land)?(?:schap van)?,?\s+|\bop uitnodiging van\s+|\bonder gastheerschap van\s+")),
    ("chair", "attendance.chair", re.compile(r"(?i)\bonder\s+(?:het\s+)?(?:gezamenlijk\s+)?(?:voorzitterschap|leiding)\s+van\s+|\bvoorgezeten\s+door\s+|\bgeleid\s+door\s+|\bmet als voorzitter\s+")),
    ("speaker", "attendance.agent", re.compile(r"(?i)\b(?:ingeleid|toegelicht|gepresenteerd|geopend|gebrieft|bijgepraat|toegesproken|ge[iï]nformeerd|verwelkomd|geschetst)\s+door\s+")),
)
_AGENT = re.compile(r"(?i)\bdoor\s+(?=[^.;:]*?\b(?:ingeleid|toegelicht|gepresenteerd|geopend|gebrieft|bijgepraat|toegesproken|aangegeven|benadrukt|aangedrongen|gevraagd|gepleit|bepleit|onderstreept|beklemtoond|opgeroepen|gewezen|opgemerkt|voorgesteld|aangekondigd|toegezegd|verwelkomd|toegejuicht)\b)")
_TO = re.compile(r"(?i)\b(?:aan|bij)\s+(?:(?:de|het|een|deze|dit|die)\s+)?(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+)")
_UNSURE = re.compile(r"(?i)\b(?:kan|kunnen|kon|konden|zou|zouden|mag|mogen|wil|willen|wilde|wilden|hoopt|hopen|niet|geen)\b")
_SELF = re.compile(r"\b(?:[Ii]k|[Ww]ij|namens Nederland|[Dd]oor mij)\b|\b[Dd]e (?:[Mm]inister|[Ss]taatssecretaris|[Mm]inister-president)(?: (?:van|voor) [A-Z]\w*(?:(?:,| en| van| voor)? [A-Z]\w+)*)?(?= (?:nam|neemt|zal|was|heeft|woonde|sprak)\b)|\b(?:zal|neemt|nam) de (?:minister|staatssecretaris)\b")
_SEGMENT = re.compile(r"[;:]|\s–\s|,\s+(?=(?:en|maar|terwijl|waar|die|dat|waarna|hetgeen|waarbij|evenals vertegenwoordigers)\b)")
_FUTURE = frozenset(("zal", "zullen"))
_OPENERS = frozenset([*_WORDS["prepositions"], *_WORDS["between"], *_WORDS["subordinators"], "daarnaast", "zo", "als", "net", "tot", "ten", "ook", "voorts", "vervolgens", "tenslotte", "daarop", "desgevraagd", "namens", "ter", "mede", "evenzeer", "hierop", "eerder", "gelet", "gevraagd", "zelf", "zowel"])
_PARTICLES = frozenset(("in", "op", "uit", "voor", "bij", "af"))
_AFTER_PARTICLE = frozenset(("dat", "om", "en", "of", "te", "maar", "als", "hoe", "wat", "waar", "die", "zich", "tot", "voor", "over", "op", "bij", "van", "aan", "met", "tegen", "namens", "ten"))
_KAMER = re.compile(r"\b(?:u|uw Kamer|de Kamer|Uw Kamer|de Tweede Kamer)\b")
_OUTSIDE = re.compile(r"(?i)\bbuiten de (?:vergader)?zaal\b|\bop een persconferentie\b|\btijdens een persconferentie\b|\bin een interview\b|\bin de media\b|\bpersbericht\b|\bin (?:een|zijn|haar|hun) brief\b|\bschriftelijk\b")
_WHERE = re.compile(r"(?i)^\s*,?\s*(?:waar|waarbij|waarin|waarop|terwijl)\s+(?:ook\s+|tevens\s+|onder meer\s+|onder andere\s+)*")
_ARTICLES = frozenset(("de", "het", "een", "deze", "dit", "die"))
_BY = re.compile(r"\bdoor\s+(?=[^.;:,]{3,60}?\b(?P<verb>voorgezeten|georganiseerde|belegde|geleide)\s)")
_GAVE = (
    ("host", "attendance.host", re.compile(r"(?i)\b(?:bood|boden|biedt)\b[^;:.]*?\b(?:diner|lunch|ontvangst|receptie|werkdiner|werklunch)\b[^;:.]*?\baan\b|\btrad(?:en)?\b[^;:.]*?\bop als gastheer\b|\bwas\b[^;:.]*?\b(?:gastheer|gastvrouw|gastland)\b|\borganiseerde(?:n)?\b")),
    ("chair", "attendance.chair", re.compile(r"(?i)\b(?:zat|zaten|zit)\b[^;:.]*?\bvoor\b(?=\s*[.,;]|\s*$)|\bwas voorzitter van de (?:bijeenkomst|zitting|vergadering|sessie)\b|\btrad(?:en)?\b[^;:.]*?\bop als voorzitter\b")),
)
_ZIJDE = re.compile(r"\bvan\s+(?=[A-Z][\w-]+\s+zijde\b)")
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


class AttendanceExtractor:
    """Fills in `letter.attendances`; needs the letter's meetings and entities."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with who was at its meetings, each once at each part, in reading order of the words that say so."""
        found: dict[tuple[str, str], Attendance] = {}
        keys = {m.key for m in letter.meetings}
        bodies = {m.body for m in letter.meetings if m.body}
        for one in sorted(_Reader(letter).read(), key=lambda a: (a.span, a.rule)):
            if one.attendee in bodies:
                continue  # a body does not take part in its own meeting
            known = found.get((one.meeting, one.attendee))
            if one.meeting in keys and (known is None or _weight(known.role) < _weight(one.role)):
                found[one.meeting, one.attendee] = one
        return replace(letter, attendances=tuple(sorted(found.values(), key=lambda a: (a.span, a.meeting, a.attendee))))


def _weight(role: str) -> int:
    return ("absent", "invited", "participant", "speaker", "guest", "host", "chair").index(role)


class _Reader:
    """Reads one letter sentence by sentence."""

    def __init__(self, letter: Letter) -> None:
        self._letter, self._text = letter, letter.text.clean
        self._story: Story = story(letter)
        self._primary = next((m for m in letter.meetings if m.primary), None)
        self._announced = {m.key: m.announced for m in letter.meetings}
        self._countries = {e.id: e.country for e in letter.entities if e.country}

    def read(self) -> Iterator[Attendance]:
        for key, partners in self._story.partners.items():
            for entity, span in partners:
                yield Attendance(key, entity, "participant", span, "attendance.talk")
        yield from self._met_with()
        for sentence in self._letter.text.sentences:
            if self._letter.text.blocks[sentence.block].kind == "note":
                continue
            yield from self._presence(sentence)
            yield from self._received(sentence)
            yield from self._joined(sentence)
            yield from self._led(sentence)
            yield from self._spoke(sentence)

    def _met_with(self) -> Iterator[Attendance]:
        """Give the partners that a part's own name tells: "bijeenkomst van de NGC met de Georgische Minister Janelidze"."""
        sorts = {link.key: link.sort for link in self._story.links}
        for link in self._story.links:
            if link.partner and sorts[link.key] in ("part", "other", "primary") and link.key not in self._story.partners:
                for m in company(self._letter, link.partner.start, link.partner.end)[0]:
                    yield Attendance(link.key, m.entity, "participant", m.span, "attendance.with")

    def _at(self, sentence: Sentence, span: Span, any_sort: bool = False) -> str:
        """Give the meeting of some words: one that their own clause names, of any sort where that is wanted, else where they stand."""
        if any_sort:
            segment = self._segment(sentence, span.start)
            here = [link for link in self._story.links if segment.covers(Span(link.span.start, link.span.start + 1))]
            strong = [link for link in here if link.sort != "primary"]
            if not strong and here and sentence.span.start < self._story.intro:
                strong = here
            if strong:
                return _nearest(strong, span).key
        return meeting_at(self._letter, span)

    def _segment(self, sentence: Sentence, position: int) -> Span:
        start, end = sentence.span.start, sentence.span.end
        for cut in _SEGMENT.finditer(self._text, start, end):
            if cut.end() <= position:
                start = cut.end()
            elif cut.start() > position:
                end = cut.start()
                break
        return Span(start, end)

    def _presence(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read "in aanwezigheid van X", and "samen met X" beside a verb of talking."""
        text = sentence.span.of(self._text)
        for found in _PRESENCE.finditer(text):
            yield from self._company(sentence, sentence.span.start + found.end(), "guest", "attendance.presence")
        if _TALKED.search(text) and not _UNSURE.search(text):
            for found in _TOGETHER.finditer(text):
                yield from self._company(sentence, sentence.span.start + found.end(), "guest", "attendance.together")

    def _company(self, sentence: Sentence, start: int, role: str, rule: str) -> Iterator[Attendance]:
        stop = self._stop(start, sentence.span.end)
        for m in actors(self._letter, Span(start, stop)):
            if m.entity != _NEDERLAND:
                yield Attendance(self._at(sentence, m.span), m.entity, role, m.span, rule)

    def _stop(self, start: int, end: int) -> int:
        """Give where a list of people ends: before a verb, "over", or a mark that closes it."""
        mark = re.compile(r"[;:]|\.(?:\s|$)|\b(?:over|inzake|gesproken|die|waarbij|waarin|ondertekend|om)\b").search(self._text, start, end)
        stop = mark.start() if mark else end
        for token in tokenise(self._text, Span(start, stop)):
            if (token.span.start > start and token.only_finite()) or token.low in ("is", "werd", "werden", "was", "waren", "het protocol"):
                return token.span.start
        return stop

    def _received(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read "De Raad ontving minister X", "spraken ministers met X": those whom the members met."""
        text = sentence.span.of(self._text)
        if _UNSURE.search(text) or re.search(r"\b[Ii]k\b", text) or not self._reports(sentence):
            return
        for found in _RECEIVED.finditer(text):
            start = sentence.span.start + found.end()
            for m in company(self._letter, start, sentence.span.end)[0]:
                if m.entity != _NEDERLAND:
                    yield Attendance(self._at(sentence, m.span), m.entity, "guest", m.span, "attendance.received")

    def _joined(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read "X nam deel", "X en Y schoven aan", "waar X aanwezig was"; Nederland where it is "ik" or the minister."""
        text = sentence.span.of(self._text)
        for role, rule, pattern in _JOINED:
            for found in pattern.finditer(text):
                verb = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
                segment = self._segment(sentence, verb.start)
                segment = Span(segment.start, max(segment.end, verb.end))
                clause = segment.of(self._text)
                if _UNSURE.search(clause) or not self._to_a_meeting(clause, rule):
                    continue
                key = self._at(sentence, verb, any_sort=True)
                mine = [m for m in self._subjects(segment, verb) if m.entity != _NEDERLAND or rule == "attendance.took-part"]
                for m in mine:
                    yield Attendance(key, m.entity, role, m.span, rule)
                if _SELF.search(clause) and role == "participant" and not any(m.entity == _NEDERLAND for m in mine):
                    yield Attendance(key, _NEDERLAND, role, verb, rule)

    def _to_a_meeting(self, clause: str, rule: str) -> bool:
        """Tell whether what somebody took part in is a meeting: "deel aan de missie" is not."""
        if rule != "attendance.took-part":
            return True
        for to in re.finditer(r"\b[Aa]an\s+((?:de|het|een|deze|dit|die|alle)\s+[^,;.]*|[A-Z][^,;.]*)", clause):
            words = re.findall(r"[\w’'-]+", to.group(1))[:6]
            if any(head(w) for w in words) or any(w in ("dag", "Raad", "raad", "besprekingen", "beraadslagingen", "discussie", "NAR", "overleg", "gesprekken", "COP") for w in words) or any(re.search(r"(?i)raad$|commissie$", w) for w in words):
                return True
            return False
        return True

    def _subjects(self, segment: Span, verb: Span, together: bool = False) -> list[Mention]:
        """Give the actors of a clause that are not inside a gathering's name or behind "aan", "over" and the like."""
        links = [link.span for link in self._story.links]
        out = []
        for m in actors(self._letter, segment):
            before = self._text[segment.start : m.span.start]
            if any(span.covers(m.span) for span in links):
                continue
            tail = re.search(r"(?i)\b(?:aan|over|inzake|in|te|rond|tijdens|van de bijeenkomst|bij)\s+(?:de|het|een|deze|dit)?\s*(?:[\w-]+\s+){0,4}?$", before)
            if tail and not re.search(r"(?i)\b(?:nam|namen|schoof|schoven|was|waren|zal|zullen|ook|en)\b", tail.group()):
                continue
            if re.search(r"(?i)\b(?:met|voor|tegen|volgens)\s+(?:de |het |mijn )?$", before) and not (together and re.search(r"(?i)\bsamen met\s+(?:de |het )?$", before)):
                continue
            out.append(m)
        return out

    def _led(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read hosts, chairs and those by whom something was introduced."""
        for role, rule, pattern in _LED:
            for found in pattern.finditer(self._text, sentence.span.start, sentence.span.end):
                named = any(sentence.span.covers(link.span) for link in self._story.links if link.sort != "other")
                if not named and (role != "speaker" and not re.search(r"\b(?:Raad|raad|sessie|top|bespreking)\b", sentence.span.of(self._text))):
                    continue
                if named and role != "speaker" and any(sentence.span.covers(link.span) for link in self._story.links if link.sort == "other"):
                    continue
                who, _ = company(self._letter, found.end(), sentence.span.end)
                for m in who:
                    key = self._at(sentence, Span(found.start(), found.end()), any_sort=role != "speaker")
                    yield Attendance(key, m.entity, role, m.span, rule)
        for found in _ZIJDE.finditer(self._text, sentence.span.start, sentence.span.end):
            for m in self._letter.mentions:
                if m.span.start == found.end() and m.entity.startswith("country/") and self._reports(sentence):
                    yield Attendance(self._at(sentence, m.span), m.entity, "speaker", m.span, "attendance.agent")
        for found in _BY.finditer(self._text, sentence.span.start, sentence.span.end):
            for m in company(self._letter, found.end(), found.start("verb"))[0]:
                role = "chair" if found["verb"] in ("voorgezeten", "geleide") else "host"
                yield Attendance(self._at(sentence, m.span, any_sort=True), m.entity, role, m.span, f"attendance.{role}")
        for role, rule, pattern in _GAVE:
            for found in pattern.finditer(self._text, sentence.span.start, sentence.span.end):
                verb = Span(*found.span())
                named = any(sentence.span.covers(link.span) for link in self._story.links) or "gastheer" in verb.of(self._text)
                if not named or _UNSURE.search(sentence.span.of(self._text)):
                    continue
                segment = self._segment(sentence, verb.start)
                for m in self._subjects(Span(segment.start, max(segment.end, verb.end)), verb, together=True):
                    yield Attendance(self._at(sentence, verb, any_sort=True), m.entity, role, m.span, rule)
        if self._reports(sentence):
            for found in _AGENT.finditer(self._text, sentence.span.start, sentence.span.end):
                who, _ = company(self._letter, found.end(), sentence.span.end)
                for m in who[:3]:
                    if not m.entity.startswith("organisation/"):
                        yield Attendance(self._at(sentence, m.span), m.entity, "speaker", m.span, "attendance.agent")

    def _reports(self, sentence: Sentence) -> bool:
        return self._primary is not None and not self._primary.announced

    def _spoke(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read who is the subject of a verb of speaking: a person, a country, or the letter's own minister."""
        if _KAMER.search(sentence.span.of(self._text)) or _OUTSIDE.search(sentence.span.of(self._text)):
            return  # the letter speaks to its reader, or of what is said elsewhere
        yield from self._spoke_where(sentence)
        for segment in self._segments(sentence):
            aside = [Span(segment.start + m.start(), segment.start + m.end()) for m in _RELATIVE.finditer(segment.of(self._text))]
            tokens = [t for t in tokenise(self._text, segment) if t.is_word and not any(a.covers(t.span) for a in aside)]
            finite = [i for i, t in enumerate(tokens) if t.finite() and not (i and tokens[i - 1].low == "te")]
            verb = next((i for i in finite if tokens[i].only_finite()), finite[0] if finite else -1)
            if verb < 0 or not self._speaks(tokens, verb, segment):
                continue
            subjects = self._subject(tokens, verb, segment)
            key = self._at(sentence, segment)
            for m in subjects:
                yield Attendance(key, m.entity, "speaker", m.span, "attendance.spoke")
            around = {t.low for t in tokens[max(0, verb - 1) : verb + 3]}
            if not subjects and around & {"ik", "mij"}:
                yield Attendance(key, _NEDERLAND, "speaker", tokens[verb].span, "attendance.spoke")
        for found in re.compile(r"(?i)\b(?:aldus|zo (?:stelde|zei|verklaarde|benadrukte|onderstreepte))\s+").finditer(self._text, sentence.span.start, sentence.span.end):
            who, _ = company(self._letter, found.end(), sentence.span.end)
            for m in who[:1]:
                if not m.entity.startswith("organisation/"):
                    yield Attendance(self._at(sentence, m.span), m.entity, "speaker", m.span, "attendance.spoke")

    def _spoke_where(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read a subordinate clause: "een receptie, waar X en Y het woord voerden"."""
        for segment in self._segments(sentence)[1:]:
            opener = _WHERE.match(segment.of(self._text))
            if not opener:
                continue
            start = segment.start + opener.end()
            who, stop = company(self._letter, start, segment.end)
            tokens = [t for t in tokenise(self._text, Span(stop, segment.end)) if t.is_word]
            finite = [i for i, t in enumerate(tokens) if t.finite()]
            if not who or not finite:
                continue
            at = meeting_at(self._letter, Span(start, start + 1))
            ordered = [*tokens[: finite[-1]], *tokens[finite[-1] + 1 :]]
            if self._speaks([tokens[finite[-1]], *ordered], 0, segment):
                before = [link for link in self._story.links if sentence.span.start <= link.span.start < start]
                key = before[-1].key if before and opener.group().strip().lower().startswith((", waar", "waar")) else at
                for m in self._persons(who):
                    yield Attendance(key, m.entity, "speaker", m.span, "attendance.spoke")

    def _segments(self, sentence: Sentence) -> list[Span]:
        cuts = [m.end() for m in re.compile(r"[;:]\s|,\s+(?:maar|en)\s+|\s–\s|,\s+(?=(?:waar|waarbij|waarin|waarop|terwijl)\b)").finditer(self._text, sentence.span.start, sentence.span.end)]
        edges = [sentence.span.start, *cuts, sentence.span.end]
        return [Span(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]

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
        return not self._reports_segment(segment)

    def _reports_segment(self, segment: Span) -> bool:
        key = meeting_at(self._letter, segment)
        return not self._announced.get(key, False)

    def _subject(self, tokens: list[Token], verb: int, segment: Span) -> list[Mention]:
        """Give the actors that are the subject: before the verb, or right behind it where something else opens the clause."""
        finite = tokens[verb]
        who, _ = company(self._letter, segment.start, finite.span.start)
        if who:
            rest = self._text[who[-1].span.end : finite.span.start]
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
        who, _ = company(self._letter, start, segment.end)
        return self._persons(who)

    def _persons(self, who: list[Mention]) -> list[Mention]:
        """Give those who speak for themselves: persons, countries, and organisations of another kind than alliances of states."""
        return [m for m in who if m.entity.startswith(("person/", "country/", "organisation/"))]


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


def _nearest(links: list[Link], span: Span) -> Link:
    after = [link for link in links if link.span.start >= span.start]
    return after[0] if after else links[-1]
