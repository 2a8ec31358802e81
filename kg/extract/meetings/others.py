"""Meetings that a letter refers to besides its own: earlier and coming ones, by date, place and name."""

from __future__ import annotations

import re

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.course.identity import same_level
from kg.extract.meetings.draft import Draft, Said, family
from kg.extract.meetings.words import content_words
from kg.model import Letter

__all__ = ["OtherFinder"]

_PLAN = expression(
    r"(?i)\b(?:voorstel\w*|stelde\w* voor|stelt voor|voorgesteld|pleit\w*|bepleit\w*|wens|wenst|zou|zouden|idee|suggestie|oproep|roept op|riep op|opgeroepen|eventuele?|verzoek\w*|mogelijkheid|aanbod)\b"
)
_CANCELLED = expression(  # "De conferentie van 24 januari is afgelast"
    r"(?i)[^;.]{0,80}?\b(?:afgelast|geannuleerd|afgeblazen|(?:niet|geen) door(?:gang|gegaan|gaan)|niet door|komen te vervallen)\b"
)
_FORUM = expression(r"G(?:7|8|20)")
_ALWAYS_SEVERAL, _GOING_ON, _OF_THEIR_OWN, _VISITS = (
    tuple(word_set("meetings", f"words.{kinds}")) for kinds in ("always_several", "going_on", "of_their_own", "visits")
)
_ANOTHER = word_set("meetings", "words.another")


class OtherFinder:
    """Finds meetings with a date of their own; the same one named twice is one."""

    def __init__(self, letter: Letter, primaries: list[Draft]) -> None:
        self._text = letter.text.clean
        self._primaries = primaries
        self.others: list[Draft] = []

    def take(self, s: Said) -> Draft | None:
        """Give the meeting that a mention is of, made where it is new; None where it is none or one only wished for."""
        g = s.gathering
        if (
            (g.plural and not (g.kind.endswith(_ALWAYS_SEVERAL) and g.definite and s.start))
            or (g.unreal and "volgende" not in g.adjectives)
            or (s.possible and not g.definite)
        ):
            return None
        if _FORUM.fullmatch(g.label) and not (s.start and s.place):
            return None  # "De G7 heeft in 2018 een fonds ingesteld" tells of no meeting
        if _CANCELLED.match(self._text, g.head.end, s.unit.span.end):
            return None
        if g.kind in _VISITS or g.kind == "rondreis":
            return None
        if g.kind.endswith(_GOING_ON) and len(s.start) < 10:
            return None  # "de dialoog die in 2016 begon" goes on
        if s.unit.kind == "title" or (
            not s.start
            and not (
                s.place and g.sort == "whole" and g.definite and (g.kind.endswith(_OF_THEIR_OWN) or g.level or g.body)
            )
        ):
            return None
        before = self._text[s.unit.span.start : g.span.start]
        if (not g.definite and _PLAN.search(before) and g.sort != "met") or (
            re.search(r"(?i)\b(?:moet|moeten|zou|zouden|dient)\b", self._text[g.span.end : g.span.end + 60])
            and g.sort == "met"
        ):
            return None
        own = next((p for p in self._primaries if g.sort == "met" and not g.body and self._within(p, s)), None)
        if own is not None and " " not in g.level:
            return own  # "Op 6 februari kwamen de ministers in besloten zitting bijeen"
        another = g.adjectives & _ANOTHER
        for draft in [*([] if another else self._primaries), *self.others]:
            if self._same(draft, s):
                if len(s.start) > len(draft.start) and not draft.primary:
                    draft.start, draft.end = s.start, s.end
                draft.place = draft.place or (s.place if not draft.primary else "")
                return draft
        if not s.start and s.place and any(d.place == s.place and d.primary for d in self._primaries):
            return None
        if not s.start and g.bare and not re.search(r"[A-Z]", g.label.split(" in ")[0].replace("Top", "top")):
            return None
        level = g.level
        made = Draft(
            g.kind,
            g.label,
            g.span,
            "meeting.referred",
            s.start,
            s.end,
            s.place,
            "",
            g.body,
            level,
            topics=[g.topic] if g.topic else [],
        )
        made.words = set(content_words(g.label))
        self.others.append(made)
        return made

    def _within(self, primary: Draft, s: Said) -> bool:
        return bool(s.gathering.level and primary.start and primary.start <= s.start and s.end <= primary.end)

    def _same(self, draft: Draft, s: Said) -> bool:
        g = s.gathering
        if draft.place and s.place and draft.place != s.place:
            return False
        if g.body and draft.body and g.body != draft.body and not s.start:
            return False
        if family(draft.kind) != family(g.kind) and not (
            g.sort == "met" or draft.kind == "bijeenkomst" or g.kind == "bijeenkomst"
        ):
            return False
        dated = bool(s.start and draft.start)
        if dated and not (s.start.startswith(draft.start) or draft.start.startswith(s.start)):
            return False
        if dated and len(s.start) == len(draft.start) and s.end != draft.end:
            return False
        if not same_level(draft.level, g.level):
            return False
        if draft.kind == g.kind == "raad" and ("Europese" in draft.label) != ("Europese" in g.label):
            return False  # "de Europese Raad van december", "de Raad van 8 en 9 december"
        if not dated and not (s.place and s.place == draft.place):
            return False
        mine, theirs = set(content_words(draft.label)), set(content_words(g.label))
        if g.body and draft.body and g.body != draft.body and not mine & theirs:
            return False  # of two bodies on one day
        return (
            bool(mine & theirs)
            or (g.bare and g.definite and "volgende" not in g.adjectives)
            or (draft.kind == g.kind and not (mine - {draft.kind}))
            or (dated and s.start == draft.start and len(s.start) == 10)
        )
