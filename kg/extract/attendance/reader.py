"""Who was there, by the grammar of the clause that says so: the slots of verbs of presence and of speech, and phrases such as "in aanwezigheid van"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dutch import word_set
from kg.extract.attendance.beside import Beside
from kg.extract.attendance.frames import arrival, fitting, frames, positions, speech
from kg.extract.attendance.listed import Listed, behind_colon
from kg.extract.attendance.occasion import Occasion
from kg.extract.attendance.scene import NEDERLAND, Scene
from kg.extract.attendance.speech import Speech
from kg.extract.company import company
from kg.extract.mentions import mentions_in
from kg.extract.predicates import Frame, Phrase, Predicate, Telling
from kg.model import Attendance

__all__ = ["Reader"]

_CONDITIONAL = word_set("words", "conditional")
_SIGNING = word_set("presence", "room.signing")
_WELCOMING = word_set("presence", "room.welcoming")
_STANDING_IN = word_set("presence", "room.standing_in")
_COMING_TOGETHER = word_set("presence", "room.coming_together")
_TELLING = word_set("presence", "room.telling")
_SHARED = ("host", "participant", "guest", "invited", "speaker", "chair")
_BESIDES = sorted(word_set("words", "company.besides"))
_EXCEPT = word_set("words", "company.except_for")
_ALL = frozenset(("alle", "allen", "iedereen"))
_JOINTLY = word_set("words", "jointly")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:eerder|vorig jaar|destijds|sindsdien|inmiddels|reeds|al)\b")


class Reader:
    """Reads attendance out of the sentences of a letter."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._beside = Beside(scene)
        self._speech = Speech(scene)
        self._listed = Listed(scene)
        self._occasion = Occasion(scene)

    def read(self, telling: Telling) -> Iterator[Attendance]:
        """Give who a sentence says was at a meeting."""
        yield from self._beside.read(telling)
        yield from self._listed.read(telling)
        yield from self._members_named(telling)
        if not any(map(telling.holds, (frames(), arrival(), speech(), positions()))):
            return
        for said in telling.predicates:
            if self._told(said):
                yield from self._present(said)
                yield from self._arrived(said)
                yield from self._speech.read(said)

    def _told(self, said: Predicate) -> bool:
        """Tell whether a clause tells what happened: not what was said, wished, or made a condition."""
        clause = said.clause
        if clause.kind in ("inf", "aside") or (said.possible and not said.negated):
            return False
        if clause.kind != "sub":
            return True
        if clause.opener == "dat" and self._occasion.pointed_at(said):
            return True
        return clause.opener not in ("dat", "of", "als") and clause.opener not in _CONDITIONAL

    def _present(self, said: Predicate) -> Iterator[Attendance]:
        for frame in (*fitting(said, frames()), *self._occasion.given(said)):
            key = self._scene.where(said, named=frame.verb not in _TELLING)
            if not key or not self._scene.fits(said, key) or not self._occasion.is_meeting(said, frame):
                continue
            if (
                frame.role in ("guest", "invited")
                and frame.slot in ("object", "met")
                and not self._members(said, frame)
            ):
                continue
            if self._occasion.lasting(said, frame, key):
                continue
            if frame.role == "invited" and not self._scene.announced.get(key, False) and said.tense != "past":
                continue  # "Minister Maas is daarvoor uitgenodigd" tells of another meeting
            if frame.role == "host" and frame.verb in _WELCOMING and not self._received_all(said):
                continue  # "Minister Maas ontving de ministers in Berlijn"; "ontving minister Kerry" is a talk
            if said.negated and "elkaar" in " ".join(frame.beside):
                continue  # "spraken niet met elkaar": they may both have been there
            if frame.slot == "object" and frame.verb == "vertegenwoordigen" and self._somebody(said.subject()):
                continue  # "De Commissie werd vertegenwoordigd door voorzitter Santer": he was there for it
            if "vertegenwoordigd" in frame.beside and any(map(self._somebody, said.slot("door"))):
                continue  # "De EU was vertegenwoordigd door hoge vertegenwoordiger Mogherini"
            if "aanwezig" in frame.beside and self._occasion.elsewhere(said, key):
                continue
            for phrase in self._slot(said, frame):
                if frame.slot == "met" and self._of_another(phrase, said, key):
                    continue
                if frame.verb == "vervangen" and not self._replaceable(said, phrase):
                    continue
                if frame.verb in _SIGNING and not self._signed(said, phrase):
                    continue
                yield from self._there(phrase, key, self._role(frame, said), f"attendance.{frame.role}", said)
            listed = frame.slot == "subject" or (frame.slot == "object" and said.passive)
            if listed and frame.role in _SHARED and not said.negated:
                dated = frame.verb in _SIGNING and _DATED.search(said.span.of(self._scene.text))
                for phrase in () if dated else self._beside_them(said):
                    yield from self._there(phrase, key, self._role(frame, said), f"attendance.{frame.role}", said)

    @staticmethod
    def _received_all(said: Predicate) -> bool:
        patient = said.object()
        return patient is not None and patient.collective and not patient.who

    @staticmethod
    def _replaceable(said: Predicate, phrase: Phrase) -> bool:
        """Tell whether it is persons that take one another's place: "De missie wordt vervangen" is none, "die minister Jansen verving" does not say who whom."""
        persons = all(m.entity.startswith("person/") or m.form == "adjective" for m in phrase.who)
        return persons and said.clause.opener not in ("die", "dat")

    def _slot(self, said: Predicate, frame: Frame) -> Iterator[Phrase]:
        """Give who stands in the slot of a frame; with "zijn" that is also who stands behind it: "Sprekers waren minister Maas en minister Le Drian"."""
        found = list(said.slot(frame.slot, frame.verb))
        if frame.verb == "zijn" and not any(self._somebody(phrase) for phrase in found):
            found = list(said.slot("object", frame.verb))
        if frame.slot == "subject" and not any(self._somebody(phrase) for phrase in found):
            listed = behind_colon(said)
            found = [listed] if listed else found
        yield from found

    @staticmethod
    def _somebody(phrase: Phrase | None) -> bool:
        return phrase is not None and (bool(phrase.who) or phrase.own)

    def _beside_them(self, said: Predicate) -> Iterator[Phrase]:
        """Give who is named beside the subject: "Samen met Ghana organiseerde Nederland een side-event", "naast Georgië nam ook Moldavië deel", "was present, evenals minister Klimkin"."""
        for word in _BESIDES:
            if word not in _EXCEPT or _ALL.isdisjoint(said.telling.words):  # "alle bondgenoten behalve Frankrijk"
                yield from said.slot(word)
        subject = said.subject()
        for phrase in said.slot("met"):
            if said.telling.low(phrase.start - 2) in _JOINTLY or (subject is not None and subject.own):
                yield phrase  # "woonde ik met de heer Jansen een side-event bij"

    def _arrived(self, said: Predicate) -> Iterator[Attendance]:
        """Read who came to where a meeting was held: "President Zelensky was naar Brussel gekomen"."""
        if not any(True for _ in fitting(said, arrival())):
            return
        key = self._scene.where(said, named=True)
        place = self._scene.place(key)
        subject = said.subject()
        if not (place and subject and self._scene.fits(said, key)):
            return
        if any(
            m.entity == place and self._scene.text[: m.span.start].endswith((" naar ", " in ", " te "))
            for m in mentions_in(self._scene.letter.mentions, said.span)
        ):
            for m in subject.who:
                if not m.entity.startswith("organisation/"):
                    yield Attendance(
                        key, m.entity, "absent" if said.negated else "participant", m.span, "attendance.came"
                    )

    def _role(self, frame: Frame, said: Predicate) -> str:
        if said.negated and frame.role in ("participant", "guest", "invited"):
            return "absent"
        if frame.role == "invited" and said.passive and said.tense == "past":
            return "guest"  # "Voor de lunch waren de ministers van Egypte en Jordanië uitgenodigd": a report tells of it because they came
        return frame.role

    def _of_another(self, phrase: Phrase, said: Predicate, key: str) -> bool:
        """Tell whether somebody behind "met" was with another of the gatherings that a sentence names: "vonden een zitting en een werkdiner met Mogherini plaats"."""
        at = said.telling.span(phrase.start, phrase.end)
        links = self._scene.links(said.telling.where)
        return any(link.key != key and link.partner and link.partner.covers(at) for link in links)

    def _members(self, said: Predicate, frame: Frame) -> bool:
        """Tell whether the members of what meets are those who had somebody with them: "De Raad ontving X", "Met X werd gesproken"; not "Ik sprak met X", "Frankrijk sprak met X"."""
        subject = said.subject()
        if frame.slot == "met" and said.passive:
            return subject is None and not said.object()
        if frame.role == "invited":
            return True
        if subject is None:
            return frame.slot == "object" and said.passive  # "Monaco werd verwelkomd als lid"
        return (
            not subject.own
            and (subject.collective or all(self._scene.meets(m.entity) for m in subject.who))
            and bool(subject.collective or subject.who)
        )

    def _signed(self, said: Predicate, phrase: Phrase) -> bool:
        """Tell whether a signing is one of the meeting: told as an event ("tekenden", "werd ondertekend"), with no other date; "heeft het verdrag ondertekend" is none."""
        told = (
            said.clause.finite == said.verb or said.passive or any(m.entity.startswith("person/") for m in phrase.who)
        )
        return told and said.tense == "past" and not _DATED.search(said.span.of(self._scene.text))

    def _there(self, phrase: Phrase, key: str, role: str, rule: str, said: Predicate) -> Iterator[Attendance]:
        for m in phrase.who:
            stands_in = role == "participant" and m.entity.startswith("person/") and self._replaced(said, phrase)
            if not (m.entity.startswith("organisation/") and any(verb in _COMING_TOGETHER for verb in said.verbs)):
                yield Attendance(key, m.entity, "absent" if stands_in else role, m.span, rule)
        replaced = role == "absent" and self._replaced(
            said, phrase
        )  # whoever comes for the minister is there for Nederland
        if phrase.own and not replaced and not any(m.entity == NEDERLAND for m in phrase.who):
            yield Attendance(key, NEDERLAND, role, said.telling.span(phrase.start, phrase.end), rule)

    def _replaced(self, said: Predicate, phrase: Phrase) -> bool:
        """Tell whether somebody had another come for him: "President Poetin liet zich vertegenwoordigen"."""
        subject = said.subject()
        return (
            "laten" in said.verbs
            and any(f" {verb} " in said.words for verb in _STANDING_IN)
            and subject is not None
            and subject.start == phrase.start
        )

    def _members_named(self, telling: Telling) -> Iterator[Attendance]:
        """Read members of a collective that was there: "bijgewoond door de landen die bijdragen, waaronder Australië en Nieuw-Zeeland"."""
        for i, token in enumerate(telling.tokens) if telling.words & {"waaronder", "onder"} else ():
            if token.low not in ("waaronder", "onder") or (token.low == "onder" and telling.low(i + 1) != "wie"):
                continue
            before = [
                p
                for p in telling.predicates
                if p.clause.kind in ("main", "resume", "shared") and p.span.start < token.start
            ]
            said = before[-1] if before else None
            if said is None or not self._told(said):
                continue
            for frame in (*fitting(said, frames()), *fitting(said, speech())):
                phrase = next(said.slot(frame.slot, frame.verb), None)
                key = self._scene.where(said, named=frame.role != "speaker")
                if (
                    frame.role in ("participant", "guest", "speaker")
                    and phrase
                    and phrase.collective
                    and not said.negated
                    and key
                    and self._scene.fits(said, key)
                ):
                    start = telling.tokens[i + 1 + (token.low == "onder")].start
                    for m in company(self._scene.letter, start, telling.where.end)[0]:
                        yield Attendance(key, m.entity, frame.role, m.span, f"attendance.{frame.role}")
