"""Who was there because the words say so: in their presence, took part, joined, were received, invited or absent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.attendance.scene import NEDERLAND, UNSURE, Scene
from kg.extract.meetings.people import actors, company
from kg.extract.meetings.words import head
from kg.model import Attendance, Sentence, Span
from kg.text.tokens import tokenise

__all__ = ["PresenceReader"]

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
    rf"(?i)\b{_MEMBERS}{_ADVERBS}\s+(?:ontving|ontvingen|verwelkomde|verwelkomden|hoorde|hoorden){_ADVERBS}(?:\s+(?:tijdens|in|bij|voor)\s+(?:een|de|het)\s+\w+)?\s+"
    rf"|\b(?:ontving|ontvingen|verwelkomde|verwelkomden)\s+{_MEMBERS}{_ADVERBS}\s+"
    rf"|\b(?:{_MEMBERS}{_ADVERBS}\s+(?:sprak|spraken|overlegde|overlegden)|(?:sprak|spraken|overlegde|overlegden)\s+{_MEMBERS}){_ADVERBS}(?:\s+(?:tijdens|in|bij)\s+(?:het|de|een)\s+[^,;.]{{3,60}}?)?\s+met\s+"
    r"|\bvan gedachten (?:met|gewisseld met)\s+|\bgedachtewisseling (?:plaats )?met\s+"
)
_SELF = re.compile(r"\b(?:[Ii]k|[Ww]ij|namens Nederland|[Dd]oor mij)\b|\b[Dd]e (?:[Mm]inister|[Ss]taatssecretaris|[Mm]inister-president)(?: (?:van|voor) [A-Z]\w*(?:(?:,| en| van| voor)? [A-Z]\w+)*)?(?= (?:nam|neemt|zal|was|heeft|woonde|sprak)\b)|\b(?:zal|neemt|nam) de (?:minister|staatssecretaris)\b")


class PresenceReader:
    """Reads who was present."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def met_with(self) -> Iterator[Attendance]:
        """Give the partners that a part's own name tells: "bijeenkomst van de NGC met de Georgische Minister Janelidze"."""
        sorts = {link.key: link.sort for link in self._scene.story.links}
        for link in self._scene.story.links:
            if link.partner and sorts[link.key] in ("part", "other", "primary") and link.key not in self._scene.story.partners:
                for m in company(self._scene.letter, link.partner.start, link.partner.end)[0]:
                    yield Attendance(link.key, m.entity, "participant", m.span, "attendance.with")

    def presence(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read "in aanwezigheid van X", and "samen met X" beside a verb of talking."""
        text = sentence.span.of(self._scene.text)
        for found in _PRESENCE.finditer(text):
            yield from self._company(sentence, sentence.span.start + found.end(), "guest", "attendance.presence")
        if _TALKED.search(text) and not UNSURE.search(text):
            for found in _TOGETHER.finditer(text):
                yield from self._company(sentence, sentence.span.start + found.end(), "guest", "attendance.together")

    def _company(self, sentence: Sentence, start: int, role: str, rule: str) -> Iterator[Attendance]:
        stop = self._stop(start, sentence.span.end)
        for m in actors(self._scene.letter, Span(start, stop)):
            if m.entity != NEDERLAND:
                yield Attendance(self._scene.at(sentence, m.span), m.entity, role, m.span, rule)

    def _stop(self, start: int, end: int) -> int:
        """Give where a list of people ends: before a verb, "over", or a mark that closes it."""
        mark = re.compile(r"[;:]|\.(?:\s|$)|\b(?:over|inzake|gesproken|die|waarbij|waarin|ondertekend|om)\b").search(self._scene.text, start, end)
        stop = mark.start() if mark else end
        for token in tokenise(self._scene.text, Span(start, stop)):
            if (token.span.start > start and token.only_finite()) or token.low in ("is", "werd", "werden", "was", "waren", "het protocol"):
                return token.span.start
        return stop

    def received(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read "De Raad ontving minister X", "spraken ministers met X": those whom the members met."""
        text = sentence.span.of(self._scene.text)
        if UNSURE.search(text) or re.search(r"\b[Ii]k\b", text) or not self._scene.reports:
            return
        for found in _RECEIVED.finditer(text):
            start = sentence.span.start + found.end()
            for m in company(self._scene.letter, start, sentence.span.end)[0]:
                if m.entity != NEDERLAND:
                    yield Attendance(self._scene.at(sentence, m.span), m.entity, "guest", m.span, "attendance.received")

    def joined(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read "X nam deel", "X en Y schoven aan", "waar X aanwezig was"; Nederland where it is "ik" or the minister."""
        text = sentence.span.of(self._scene.text)
        for role, rule, pattern in _JOINED:
            for found in pattern.finditer(text):
                verb = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
                segment = self._scene.segment(sentence, verb.start)
                segment = Span(segment.start, max(segment.end, verb.end))
                clause = segment.of(self._scene.text)
                if UNSURE.search(clause) or not self._to_a_meeting(clause, rule):
                    continue
                key = self._scene.at(sentence, verb, any_sort=True)
                mine = [m for m in self._scene.subjects(segment) if m.entity != NEDERLAND or rule == "attendance.took-part"]
                for m in mine:
                    yield Attendance(key, m.entity, role, m.span, rule)
                if _SELF.search(clause) and role == "participant" and not any(m.entity == NEDERLAND for m in mine):
                    yield Attendance(key, NEDERLAND, role, verb, rule)

    def _to_a_meeting(self, clause: str, rule: str) -> bool:
        """Tell whether what somebody took part in is a meeting: "deel aan de missie" is not."""
        if rule != "attendance.took-part":
            return True
        for to in re.finditer(r"\b[Aa]an\s+((?:de|het|een|deze|dit|die|alle)\s+[^,;.]*|[A-Z][^,;.]*)", clause):
            words = re.findall(r"[\w’'-]+", to.group(1))[:6]
            return bool(any(head(w) for w in words) or any(w in ("dag", "Raad", "raad", "besprekingen", "beraadslagingen", "discussie", "NAR", "overleg", "gesprekken", "COP") for w in words) or any(re.search(r"(?i)raad$|commissie$", w) for w in words))
        return True
