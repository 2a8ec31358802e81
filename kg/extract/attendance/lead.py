"""Who led, hosted or introduced a meeting or a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.attendance.scene import UNSURE, Scene
from kg.extract.meetings.people import company
from kg.model import Attendance, Sentence, Span

__all__ = ["LeadReader"]

_LED = (
    ("host", "attendance.host", re.compile(r"(?i)\b(?:georganiseerd|belegd|ontvangen|verwelkomd|aangeboden)\s+door\s+|\bgastheer(?:land)?(?:schap van)?,?\s+|\bop uitnodiging van\s+|\bonder gastheerschap van\s+")),
    ("chair", "attendance.chair", re.compile(r"(?i)\bonder\s+(?:het\s+)?(?:gezamenlijk\s+)?(?:voorzitterschap|leiding)\s+van\s+|\bvoorgezeten\s+door\s+|\bgeleid\s+door\s+|\bmet als voorzitter\s+")),
    ("speaker", "attendance.agent", re.compile(r"(?i)\b(?:ingeleid|toegelicht|gepresenteerd|geopend|gebrieft|bijgepraat|toegesproken|ge[iï]nformeerd|verwelkomd|geschetst)\s+door\s+")),
)
_AGENT = re.compile(r"(?i)\bdoor\s+(?=[^.;:]*?\b(?:ingeleid|toegelicht|gepresenteerd|geopend|gebrieft|bijgepraat|toegesproken|aangegeven|benadrukt|aangedrongen|gevraagd|gepleit|bepleit|onderstreept|beklemtoond|opgeroepen|gewezen|opgemerkt|voorgesteld|aangekondigd|toegezegd|verwelkomd|toegejuicht)\b)")
_BY = re.compile(r"\bdoor\s+(?=[^.;:,]{3,60}?\b(?P<verb>voorgezeten|georganiseerde|belegde|geleide)\s)")
_GAVE = (
    ("host", "attendance.host", re.compile(r"(?i)\b(?:bood|boden|biedt)\b[^;:.]*?\b(?:diner|lunch|ontvangst|receptie|werkdiner|werklunch)\b[^;:.]*?\baan\b|\btrad(?:en)?\b[^;:.]*?\bop als gastheer\b|\bwas\b[^;:.]*?\b(?:gastheer|gastvrouw|gastland)\b|\borganiseerde(?:n)?\b")),
    ("chair", "attendance.chair", re.compile(r"(?i)\b(?:zat|zaten|zit)\b[^;:.]*?\bvoor\b(?=\s*[.,;]|\s*$)|\bwas voorzitter van de (?:bijeenkomst|zitting|vergadering|sessie)\b|\btrad(?:en)?\b[^;:.]*?\bop als voorzitter\b")),
)
_ZIJDE = re.compile(r"\bvan\s+(?=[A-Z][\w-]+\s+zijde\b)")


class LeadReader:
    """Reads hosts, chairs, and those by whom something was introduced or said."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def led(self, sentence: Sentence) -> Iterator[Attendance]:
        """Read hosts, chairs and those by whom something was introduced."""
        for role, rule, pattern in _LED:
            for found in pattern.finditer(self._scene.text, sentence.span.start, sentence.span.end):
                named = any(sentence.span.covers(link.span) for link in self._scene.story.links if link.sort != "other")
                if not named and (role != "speaker" and not re.search(r"\b(?:Raad|raad|sessie|top|bespreking)\b", sentence.span.of(self._scene.text))):
                    continue
                if named and role != "speaker" and any(sentence.span.covers(link.span) for link in self._scene.story.links if link.sort == "other"):
                    continue
                who, _ = company(self._scene.letter, found.end(), sentence.span.end)
                for m in who:
                    key = self._scene.at(sentence, Span(found.start(), found.end()), any_sort=role != "speaker")
                    yield Attendance(key, m.entity, role, m.span, rule)
        for found in _ZIJDE.finditer(self._scene.text, sentence.span.start, sentence.span.end):
            for m in self._scene.letter.mentions:
                if m.span.start == found.end() and m.entity.startswith("country/") and self._scene.reports:
                    yield Attendance(self._scene.at(sentence, m.span), m.entity, "speaker", m.span, "attendance.agent")
        for found in _BY.finditer(self._scene.text, sentence.span.start, sentence.span.end):
            for m in company(self._scene.letter, found.end(), found.start("verb"))[0]:
                role = "chair" if found["verb"] in ("voorgezeten", "geleide") else "host"
                yield Attendance(self._scene.at(sentence, m.span, any_sort=True), m.entity, role, m.span, f"attendance.{role}")
        for role, rule, pattern in _GAVE:
            for found in pattern.finditer(self._scene.text, sentence.span.start, sentence.span.end):
                verb = Span(*found.span())
                named = any(sentence.span.covers(link.span) for link in self._scene.story.links) or "gastheer" in verb.of(self._scene.text)
                if not named or UNSURE.search(sentence.span.of(self._scene.text)):
                    continue
                segment = self._scene.segment(sentence, verb.start)
                for m in self._scene.subjects(Span(segment.start, max(segment.end, verb.end)), together=True):
                    yield Attendance(self._scene.at(sentence, verb, any_sort=True), m.entity, role, m.span, rule)
        if self._scene.reports:
            for found in _AGENT.finditer(self._scene.text, sentence.span.start, sentence.span.end):
                who, _ = company(self._scene.letter, found.end(), sentence.span.end)
                for m in who[:3]:
                    if not m.entity.startswith("organisation/"):
                        yield Attendance(self._scene.at(sentence, m.span), m.entity, "speaker", m.span, "attendance.agent")
