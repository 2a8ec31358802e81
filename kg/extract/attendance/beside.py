"""Who was there by words that hang on no verb: "in aanwezigheid van X", "onder Tsjechisch voorzitterschap", "een door Canada georganiseerd ontbijt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dutch import word_set
from kg.dutch.verbs import readings
from kg.expression import expression
from kg.extract.attendance.frames import fitting, frames, phrases, seconding, speech
from kg.extract.attendance.scene import NEDERLAND, Scene
from kg.extract.company import actors, company
from kg.extract.meetings.words import COUNCIL, head
from kg.extract.mentions import mentions_in
from kg.extract.predicates import Frame, Telling, predicate_at
from kg.model import Attendance, Span

__all__ = ["Beside"]

_SIDES = word_set("people", "sides")
_STOP = re.compile(r"[;:]|\.(?:\s|$)|\b(?:over|inzake|gesproken|die|waarbij|waarin|ondertekend|om)\b")
# "onder Tsjechisch voorzitterschap", "onder het Cypriotische voorzitterschap", "op Duitse uitnodiging"
_HOLDING = {"voorzitterschap": ("onder", "het", "van"), "leiding": ("onder",), "uitnodiging": ("op",)}
_WITHIN = ("van", "tijdens", "sinds", "na", "voor", "gedurende")
_FROM_A_SIDE = word_set("presence", "room.from_a_side")
_TALKS = word_set("presence", "room.talks")
_DELEGATION = word_set("presence", "room.delegations")
_SIGNALS = {"door", *_HOLDING, *_SIDES}
_ELSEWHERE = re.compile(r"\s+(?:in|te|op|bij|voor|tot|aan|van|tijdens)\s+(?:de |het |een )?[A-Z\d]")
_TALKED = expression(
    r"(?i)\b(?:(?:kwam|kwamen)\b.*\b(?:bijeen|samen)|(?:gehoor|gevolg) (?:aan|gegeven)|gesproken|besproken|vergaderd|bijeengekomen|gedebatteerd|overlegd|beraadslaagd|(?:spraken|bespraken|vergaderden|besprak|sprak|lunchten|dineerden|ontbeten|wisselden|beraadslaagden|overlegden))\b"
)


class Beside:
    """Reads phrases of presence out of the sentences of a letter."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self, telling: Telling) -> Iterator[Attendance]:
        """Give who the phrases of a sentence say was at a meeting."""
        yield from self._phrases(telling)
        yield from self._seconded(telling)
        yield from self._attributes(telling)

    def _phrases(self, telling: Telling) -> Iterator[Attendance]:
        """Read "in aanwezigheid van X", "onder voorzitterschap van X", "samen met X" beside a verb of talking."""
        pattern, roles = phrases()
        for found in pattern.finditer(self._scene.text, telling.where.start, telling.where.end):
            role = roles.get(found.group(1).lower(), "speaker")
            words = Span(found.end(), self._until(telling, found.end()))
            who = (
                list(actors(self._scene.letter, words))
                if role == "guest"
                else company(self._scene.letter, found.end(), words.end)[0]
            )
            if role == "chair" and not telling.words.isdisjoint(_DELEGATION):
                role = "participant"  # "De Amerikaanse delegatie stond onder leiding van minister Pompeo"
            elif role in ("host", "chair", "participant") and not self._beside_meeting(telling, found.start()):
                continue
            said = predicate_at(telling, Span(*found.span()))
            if said is not None and not self._scene.links(said.span) and self._scene.unknown(said):
                continue  # "De volgende bijeenkomst wordt georganiseerd door Turkije"
            if role == "speaker" and who and _ELSEWHERE.match(self._scene.text, who[-1].span.end, telling.where.end):
                continue  # "De toespraak van president Poetin in München werd besproken"
            for m in who:
                if m.entity != NEDERLAND or role != "guest":
                    yield Attendance(
                        self._phrase_at(telling, Span(*found.span())), m.entity, role, m.span, f"attendance.{role}"
                    )

    def _seconded(self, telling: Telling) -> Iterator[Attendance]:
        """Read who stood up for whoever spoke: "Canada, gesteund door Noorwegen, vroeg om uitstel"."""
        for found in seconding().finditer(self._scene.text, telling.where.start, telling.where.end):
            if not any(True for said in telling.predicates if not said.possible for _ in fitting(said, speech())):
                return
            for m in company(self._scene.letter, found.end(), self._until(telling, found.end()))[0]:
                yield Attendance(self._scene.at(m.span), m.entity, "speaker", m.span, "attendance.seconded")

    def _attributes(self, telling: Telling) -> Iterator[Attendance]:
        """Read "een door Canada georganiseerd ontbijt", "van Nederlandse zijde"."""
        if telling.words.isdisjoint(_SIGNALS):
            return
        for i, token in enumerate(telling.tokens):
            if token.low == "door":
                phrase = telling.phrase(i + 1, min(i + 14, len(telling.tokens)))
                participle = telling.low(phrase.end) if phrase else ""
                role = next(
                    (f.role for f in frames_of(participle) if f.slot == "subject" and f.role in ("host", "chair")), ""
                )
                after = self._scene.links(Span(token.start, telling.where.end))
                if phrase and role and after:
                    for m in phrase.who:
                        yield Attendance(after[0].key, m.entity, role, m.span, f"attendance.{role}")
            elif token.low in _HOLDING and telling.low(i - 2) in _HOLDING[token.low]:
                words = Span(telling.tokens[i - 1].start, token.start)
                start = telling.tokens[i - 2].start
                if token.low == "voorzitterschap" and telling.low(i - 3) in _WITHIN:
                    continue  # "voor het einde van het Portugese voorzitterschap"
                for m in mentions_in(self._scene.letter.mentions, words):
                    if m.form == "adjective" and self._beside_meeting(telling, start):
                        role = "host" if token.low == "uitnodiging" else "chair"
                        key = self._phrase_at(telling, Span(start, token.end))
                        yield Attendance(key, m.entity, role, m.span, f"attendance.{role}")
            elif (
                token.low in _SIDES
                and i > 1
                and telling.low(i - 2) in ("van", "vanuit")
                and telling.low(i - 3) not in _FROM_A_SIDE
            ):
                for m in actors(self._scene.letter, Span(telling.tokens[i - 1].start, token.end)):
                    yield Attendance(self._scene.at(m.span), m.entity, "speaker", m.span, "attendance.spoke")

    def _beside_meeting(self, telling: Telling, position: int) -> bool:
        before = [link for link in self._scene.links(telling.where) if link.span.start < position]
        if before:
            return before[-1].sort != "other" or position - before[-1].span.end < 60
        if self._scene.text[:position].rstrip().endswith(",") and any(
            True for said in telling.predicates for _ in fitting(said, speech())
        ):
            return True  # "India, vertegenwoordigd door minister Jaishankar, betreurde"
        if _TALKED.search(telling.where.of(self._scene.text)):
            return True  # "Onder leiding van Cyprus werd gesproken over visserij"
        return bool(self._scene.links(telling.where)) or any(
            head(t.text) or COUNCIL.match(t.text) or t.low in _TALKS for t in telling.tokens
        )

    def _phrase_at(self, telling: Telling, span: Span) -> str:
        links = [link for link in self._scene.links(telling.where) if link.sort != "primary"]
        before = [link for link in links if link.span.start < span.start]
        after = [link for link in links if link.span.start >= span.end]
        if before:
            return before[-1].key
        if after and (telling.where.start == span.start or after[0].span.start - span.end < 60):
            return after[0].key  # "had op uitnodiging van Juncker een werkbijeenkomst plaatsgevonden"
        return self._scene.at(span)

    def _until(self, telling: Telling, start: int) -> int:
        """Give where a list of people ends: before a verb, or a mark or word that closes it."""
        mark = _STOP.search(self._scene.text, start, telling.where.end)
        stop = mark.start() if mark else telling.where.end
        for token in telling.tokens:
            if start < token.start < stop and (
                token.only_finite() or token.low in ("is", "werd", "werden", "was", "waren")
            ):
                return token.start
        return stop


def frames_of(participle: str) -> list[Frame]:
    """Give the frames of a verb by its participle, inflected or not: "georganiseerde", "belegd"."""
    found = [
        r
        for word in (participle, participle.removesuffix("e"), participle.removesuffix("de") + "d")
        for r in readings(word)
        if r.form == "ptc"
    ]
    return [f for r in found for f in frames().get(r.lemma, ()) if f.particle == r.particle]
