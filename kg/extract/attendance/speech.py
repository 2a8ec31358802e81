"""Who was there by having spoken: whoever a verb of saying has for its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.attendance.frames import fitting, positions, speech
from kg.extract.attendance.listed import behind_colon
from kg.extract.attendance.scene import NEDERLAND, Scene
from kg.extract.predicates import Predicate
from kg.model import Attendance

__all__ = ["Speech"]

_READER = re.compile(r"\b(?:u|[Uu]w Kamer|de (?:Tweede )?Kamer)\b")
_ELSEWHERE = expression(
    r"(?i)\b(?:buiten de (?:vergader)?zaal|persconferentie|in een interview|in de media|persbericht|in (?:een|zijn|haar|hun) brief|schriftelijk|voorafgaand aan de zomer|vorige (?:week|maand)|vorig jaar|eerder (?:deze|dit|in|al)|(?:al|reeds) (?:eerder|in (?:[a-z]+ )?(?:19|20)\d\d)|elders)\b"
)
_SILENT = word_set("presence", "room.silent")
_JOINTLY = word_set("words", "jointly")
_DONE = ("hebben", "zijn")


class Speech:
    """Reads speakers out of the clauses of a letter."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @staticmethod
    def _took_position(said: Predicate) -> bool:
        """Tell whether a clause tells a position as an event: "Polen steunde dat", "werd door Polen gesteund"; "heeft het verdrag niet ondertekend" tells of none."""
        event = said.passive or said.clause.finite == said.verb
        return event and said.tense == "past" and any(True for _ in fitting(said, positions()))

    def read(self, said: Predicate) -> Iterator[Attendance]:
        """Give who a clause says spoke."""
        if (
            said.tense == "pluperfect"
            or _before(said)
            or said.possible
            or (said.negated and not _SILENT.isdisjoint(said.verbs))
            or said.clause.kind == "shared"
        ):
            return
        spoke = any(True for _ in fitting(said, speech()))
        if not spoke and not self._took_position(said):
            return
        text, where = self._scene.text, said.telling.where
        if _READER.search(text, *where) or _ELSEWHERE.search(text, *where):
            return  # the letter speaks to its reader, or of what is said elsewhere
        subject = said.subject()
        if subject is None or (subject.collective and not subject.who):
            subject = behind_colon(said) or subject  # "De volgende landen namen het woord: Zweden en Noorwegen"
        key = self._scene.where(said, named=False)
        if subject is None or not key or not self._scene.fits(said, key):
            return
        if self._scene.announced.get(key, False) and said.tense != "future":
            return  # of a meeting to come, what somebody thinks today is not said there
        lasting = said.tense == "present" and self._scene.is_whole(key) and not self._scene.announced.get(key, False)
        if lasting and not subject.own:
            return  # "Australië houdt vast aan ruimere toegang" is so at any time
        also = [m for phrase in said.slot("door") for m in phrase.who] if said.passive else []  # "door X en door Y"
        for m in dict.fromkeys([*subject.who, *also]):
            if not spoke and not m.entity.startswith("person/"):
                continue  # "Italië keurde het plan goed" may have been anywhere
            there = key if self._scene.may_speak(m.entity, key) else self._scene.talk_with(m.entity, m.span)
            if there and not self._scene.meets(m.entity):
                yield Attendance(there, m.entity, "speaker", m.span, "attendance.spoke")
        for phrase in said.slot("met"):  # "Ik voerde het woord, samen met minister Koetovy"
            for m in phrase.who if spoke and said.telling.low(phrase.start - 2) in _JOINTLY else ():
                yield Attendance(key, m.entity, "speaker", m.span, "attendance.spoke")
        if subject.own and not subject.who:
            yield Attendance(
                key, NEDERLAND, "speaker", said.telling.span(subject.start, subject.end), "attendance.spoke"
            )


def _before(said: Predicate) -> bool:
    """Tell whether a clause tells what had been said before: "zoals door PACE was besloten", "het stelsel, waarover de Commissie zich heeft uitgesproken"."""
    helped = said.clause.finite != said.verb and said.lemmas[0][0] in _DONE
    if said.passive and helped:
        return said.clause.relative or (
            said.clause.kind == "sub" and said.telling.low(said.clause.finite) in ("was", "waren")
        )
    return said.clause.relative and helped and said.clause.kind == "sub"
