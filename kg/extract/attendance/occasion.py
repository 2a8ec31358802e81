"""Whether what a clause says that somebody took part in, held, led or opened is a meeting of the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.attendance.frames import frames
from kg.extract.attendance.scene import Scene
from kg.extract.meetings.words import COUNCIL, head
from kg.extract.mentions import mentions_in
from kg.extract.predicates import Frame, Predicate
from kg.model import Span

__all__ = ["Occasion"]

_ROOM = word_set("presence", "room.nouns")
_BODIES = tuple(word_set("presence", "room.bodies"))
_NEEDS_MEETING = word_set("presence", "room.open_verbs")
_WELCOMING = word_set("presence", "room.welcoming")
_PRESIDING = word_set("presence", "room.presiding")
_EVENTS = tuple(word_set("meetings", "hosts.beside"))
# "trad op als gastheer", "Het voorzitterschap lag bij Kroatië"; not "voorzitter van de Veiligheidsraad"
_BY_ITSELF = expression(
    r" (?:(?:mede)?gast(?:heer|heren|vrouw|land)(?:schap)?|delegatie|(?:co-?|dag)?voorzitter(?:schap|shamer)?|moderator|te gast) (?!van|voor)"
)
_POINTING = ("die", "deze", "dit", "dat")
_NEAR = 60  # characters between a meeting and a clause that speaks of it
_RIGHT_BEHIND = 3  # characters between a noun and its relative clause
_DATE_BETWEEN = expression(
    r"\s+(?:op|van|in)\s+(?:de (?:avond|ochtend|middag) van\s+)?(?:[a-z]+dag\s+)?\d{1,2}\s+[a-z]+(?:\s+\d{4})?,\s+"
)
_PRESENT_IN = re.compile(r"\b(?:aanwezig|present)\s+(?:in|rond|nabij)\s+(?:de |het )?(?=[A-Z])")


class Occasion:
    """Answers for the clauses of a letter whether they speak of a meeting."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def is_meeting(self, said: Predicate, frame: Frame) -> bool:
        """Tell whether what somebody took part in, led or opened is a meeting: "deel aan de missie" is none."""
        if frame.verb == "nemen" and frame.particle == "deel":
            return self._goal_is_meeting(said)
        if frame.verb in _PRESIDING or (
            frame.role == "chair"
            and said.passive
            and said.clause.kind != "sub"
            and said.telling.low(said.clause.tokens[0]) in _POINTING
        ):
            return True  # "Minister Maas presideerde", "Die werd voorgezeten door minister Maas"
        if said.clause.relative and frame.role in ("host", "chair") and self._of_meeting(said):
            return True  # "een diner, waarvoor minister Maas mij had uitgenodigd"
        if _BY_ITSELF.search(said.words) or frame.verb in _WELCOMING or frame in self.given(said):
            return True
        patient = said.object()
        if frame.verb == "zitten" and (
            patient is None or patient.collective or all(self._scene.meets(m.entity) for m in patient.who)
        ):
            return True  # "Stoltenberg zat voor het eerst voor", "zat de Raad voor"
        if frame.role == "host" and self._of_their_own(said):
            return False  # "Samen met Frankrijk organiseerde Nederland een evenement" says nothing of who held the conference
        if frame.verb in _NEEDS_MEETING or frame.role in ("chair", "host") or "startsein" in frame.beside:
            return bool(self._scene.links(said.span)) or any(
                head(said.telling.tokens[i].text) or said.telling.low(i) in _ROOM for i in said.clause.tokens
            )
        return True

    def _of_meeting(self, said: Predicate) -> bool:
        """Tell whether a relative clause speaks of a meeting named right before it."""
        before = self._scene.links(Span(said.telling.where.start, said.span.start))
        return bool(before) and said.span.start - before[-1].span.end < _NEAR

    def _of_their_own(self, said: Predicate) -> bool:
        """Tell whether what somebody held is a gathering of which the letter says too little to know it: "een evenement over bossen"."""
        t, linked = said.telling, self._scene.links(said.telling.where)
        return not any(link.span.overlaps(said.span) for link in linked) and any(
            (named := head(t.tokens[i].text)) is not None
            and named.sort != "talk"
            and t.low(i - 1) not in ("de", "deze", "het", "dit")
            and t.low(i).endswith(_EVENTS)
            for i in said.clause.tokens
        )

    def _goal_is_meeting(self, said: Predicate) -> bool:
        """Tell whether what stands behind "aan" is a meeting or a part of one; true where nothing does."""
        telling = said.telling
        at = next(
            (i for i in said.clause.tokens if telling.low(i) in ("aan", "bij") and telling.low(i - 1) != "deel"), None
        )
        if at is None:
            at = next((i for i in said.clause.tokens if telling.low(i) == "aan"), None)
        after = telling.tokens[at + 1 : at + 9] if at is not None else []
        if not after:
            return True
        if any(head(t.text) or t.low in _ROOM or COUNCIL.match(t.text) or t.low.endswith(_BODIES) for t in after):
            return True
        return bool(self._scene.links(Span(after[0].span.start, after[-1].span.end)))

    def given(self, said: Predicate) -> Iterator[Frame]:
        """Give the frames of a host whose gathering stands before the relative clause: "het diner, dat door koning Filip werd aangeboden"."""
        before = self._scene.links(Span(said.telling.where.start, said.span.start))
        if said.clause.opener not in ("die", "dat") or not before or said.span.start - before[-1].span.end > _NEAR:
            return
        for lemma in said.verbs:
            for one in frames().get(lemma, ()):
                held = not one.beside or any(head(word) for word in one.beside)  # not "staan+als gastheer"
                if held and one.role == "host" and one.verb not in _WELCOMING and said.says(one.verb, one.particle, ()):
                    yield one

    def lasting(self, said: Predicate, frame: Frame, key: str) -> bool:
        """Tell whether a relative clause in the present tells a lasting state in the report of a meeting: "een van de fora waarin Rusland nog zitting heeft"."""
        if (
            said.clause.kind != "sub"
            or not said.clause.relative
            or said.tense != "present"
            or frame.role != "participant"
        ):
            return False
        before = self._scene.links(Span(said.telling.where.start, said.span.start))
        of_a_meeting = bool(before) and said.span.start - before[-1].span.end < _NEAR
        return not of_a_meeting and not self._scene.announced.get(key, False)

    def elsewhere(self, said: Predicate, key: str) -> bool:
        """Tell whether somebody is said to be present in a land or at a place that is not the meeting's: "China is steeds vaker aanwezig in Afrika"."""
        found = _PRESENT_IN.search(self._scene.text, *said.span)
        if found is None:
            return False
        at = mentions_in(self._scene.letter.mentions, Span(found.end(), found.end() + 1))
        return self._scene.place(key) not in [m.entity for m in at]

    def pointed_at(self, said: Predicate) -> bool:
        """Tell whether "dat" speaks of a meeting or a land named before it: "het diner op 6 februari, dat door Malta werd gegeven", "Iran, dat aanwezig was"."""
        start = said.span.start
        before = self._scene.links(Span(said.telling.where.start, start))
        if before and start - before[-1].span.end < _RIGHT_BEHIND:
            return True
        comma = said.telling.low(said.clause.tokens[0] - 1) == ","
        near = before and _DATE_BETWEEN.fullmatch(self._scene.text, before[-1].span.end, start)
        return comma and bool(near or (said.antecedent and said.antecedent.who))
