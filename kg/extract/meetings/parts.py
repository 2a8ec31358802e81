"""The parts of a meeting: sessions, lunches, commissions that met during it, in the order in which the letter tells of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch import table
from kg.extract.meetings.draft import Draft, Said, family, overlap
from kg.extract.meetings.moments import days_between
from kg.extract.meetings.words import ORDINALS, content_words
from kg.model import Letter

__all__ = ["PartFinder"]

_DAY = re.compile(r"(?i)\b(?:op|van|aan)\s+de\s+(?P<n>eerste|tweede|derde|vierde|laatste|slot|volgende)\s*dag\b|\b(?P<later>een dag later|de dag erna|de dag daarop|daags daarna|'s anderendaags|de volgende dag|de volgende ochtend)\b|^dag (?P<d>\d|een|twee|drie)\b")
_WEEKDAYS: list[str] = table("words")["weekdays"]
_WEEKDAY = re.compile(rf"(?i)\b(?:op\s+)?(?P<w>{'|'.join(_WEEKDAYS)})(?:ochtend|middag|avond)?\b")


_DOUBT = re.compile(r"(?i)\b(?:ongewis|onzeker|onduidelijk|mogelijk|wellicht|misschien|eventueel|onder voorbehoud|gevraagd|verzocht)\b")


class PartFinder:
    """Walks through the mentions and finds or makes the part that each is of."""

    def __init__(self, letter: Letter, primaries: Sequence[Draft]) -> None:
        self._letter = letter
        self._text = letter.text.clean
        self._primaries = list(primaries)
        self.parts: list[Draft] = []
        self._days = {id(p): days_between(p.start, p.end) for p in primaries}
        self._all_days = sorted({d for days in self._days.values() for d in days})
        self._cursor = ""
        self._where = (-1, -1)
        self._intro = self._intro_end()
        self._kind_days: dict[str, str] = {}
        self._later_day = False
        self._early: list[Draft] = []
        self.current: dict[int, Draft] = {}
        self._last: Draft | None = None

    def _intro_end(self) -> int:
        """Give where the first section with a topic begins: what stands before it introduces the whole."""
        heads = [s for s in self._letter.text.sections if s.heading is not None]
        for s in heads:
            line = s.heading.of(self._text) if s.heading else ""
            if not re.match(r"(?i)\s*(?:verslag|geannoteerde agenda|inleiding|van \d+|bijlage|algemeen|samenvatting)\b", line):
                return s.span.start
        return len(self._text)

    def day(self, said: Said | None, section: int, block: int, sentence: str) -> str:
        """Move along to a sentence and give the day on which what it tells took place, or ""."""
        if (section, block) != self._where:
            if section != self._where[0]:
                self._cursor = ""
            self._where = (section, block)
        cue = _DAY.search(sentence)
        if cue and self._all_days:
            if cue["later"]:
                self._cursor = self._next(self._cursor)
            else:
                n = cue["n"] or cue["d"] or ""
                index = {"slot": -1, "een": 1, "twee": 2, "drie": 3}.get(n.lower(), 0) or ORDINALS.get(n.lower(), 0) or (int(n) if n.isdigit() else 0)
                if n.lower() == "volgende":
                    self._cursor = self._next(self._cursor)
                elif index and abs(index) <= len(self._all_days):
                    self._cursor = self._all_days[index - 1 if index > 0 else index]
        elif said and said.start and said.start == said.end and said.start in self._all_days:
            self._cursor = said.start
        else:
            weekday = self._weekday(sentence)
            if weekday:
                self._cursor = weekday
        if self._cursor and self._cursor != self._all_days[0]:
            self._later_day = True
        return self._cursor

    def _next(self, day: str) -> str:
        later = [d for d in self._all_days if d > (day or self._all_days[0])]
        return later[0] if later else day

    def _weekday(self, sentence: str) -> str:
        from datetime import date

        found = _WEEKDAY.search(sentence)
        if not found:
            return ""
        fitting = [d for d in self._all_days if date.fromisoformat(d).weekday() == _WEEKDAYS.index(found["w"].lower())]
        return fitting[0] if len(fitting) == 1 else ""

    def take(self, s: Said) -> Draft | None:
        """Give the part that a mention is of, made where it is new; None where it is of none."""
        g, sentence = s.gathering, s.unit.span.of(self._text)
        day = self.day(s, s.unit.section, s.unit.block, sentence) if s.unit.kind == "sentence" else ""
        if not self._primaries or g.unreal:
            return None
        own = s.start if s.start and s.start == s.end else ""
        if s.start and self._all_days and not any(s.start <= d <= s.end for d in self._all_days):
            return None
        if g.plural and not g.ordinals:
            if own:
                self._kind_days[family(g.kind)] = own
            return None
        if g.sort in ("whole", "met"):
            return self._body(s, day)
        found = self._match(s, sentence)
        if found is None and g.deictic:
            return None
        if found is None:
            doubtful = _DOUBT.search(sentence) and not g.definite
            found = self._make(s, own or ("" if doubtful else day if s.unit.span.start < self._intro or self._says_when(sentence) else ""))
        elif own and not found.start:
            found.start = found.end = own
        if g.ordinals and len(g.ordinals) > 1:
            for n in g.ordinals:
                self._make_ordinal(s, n, own)
        self._remember(found, s)
        return found

    def _says_when(self, sentence: str) -> bool:
        return bool(_DAY.search(sentence))

    def _remember(self, found: Draft, s: Said) -> None:
        self.current[s.unit.section] = found
        self._last = found
        if s.place and not found.place:
            found.place = s.place
        if s.gathering.topic:
            found.topics.append(s.gathering.topic)
            found.words |= set(content_words(s.gathering.topic))
            if len(found.label.split()) == 1 and s.unit.kind == "sentence" and not found.ordinals:
                found.label = s.gathering.label

    def _body(self, s: Said, day: str) -> Draft | None:
        """Take a body that met during the meeting."""
        g = s.gathering
        if not g.body or any(g.body == p.body for p in self._primaries) or any(p.body == "" and g.label in p.label for p in self._primaries):
            return None
        known = next((p for p in self.parts if p.body == g.body), None)
        if known:
            self._remember(known, s)
            return known
        if g.sort == "whole" and g.kind not in ("bijeenkomst", "vergadering", "zitting", "beraad"):
            return None
        own = s.start if s.start == s.end and s.start in self._all_days else ""
        if (g.level and not own) or g.adjectives & {"volgende", "eerdere", "vorige", "geplande"}:
            return None
        if own or (s.unit.span.start < self._intro and (day or s.gathering.sort == "met") and not s.start):
            made = self._make(s, own or day)
            self._remember(made, s)
            return made
        return None

    def of_body(self, body: str, section: int) -> Draft | None:
        """Give the part that a body's meeting is, and make it the current one of a section."""
        if any(p.body == body for p in self._primaries):
            return None
        part = next((p for p in self.parts if p.body == body), None)
        if part:
            self.current[section] = self._last = part
        return part

    def _match(self, s: Said, sentence: str) -> Draft | None:
        g = s.gathering
        same = [p for p in self.parts if family(p.kind) == family(g.kind)]
        if s.start and s.start == s.end:
            same = [p for p in same if not p.start or p.start == s.start]
        if g.deictic:
            here = self.current.get(s.unit.section) or self._last
            return here if here in same else (self._last if self._last in same else None)
        if g.body:
            return next((p for p in same if p.body == g.body), None)
        if g.ordinals:
            return self._ordinal(same, g.ordinals[0], g.definite or s.unit.kind == "heading")
        if g.topic:
            return self._topical(s, same, sentence)
        if not g.definite and s.unit.kind == "sentence":
            return next((p for p in same if s.unit.span.start >= self._intro and len(same) == 1 and not p.ordinals), None)
        if not same:
            return None
        here = self.current.get(s.unit.section)
        if here in same:
            return here
        if len(same) == 1:
            return same[0]
        heading = self._letter.text.sections[s.unit.section].heading
        about = sentence + " " + (heading.of(self._text) if heading else "")
        words = set(content_words(about))
        best = max(same, key=lambda p: len(words & p.words) / (1 + len(p.words)) if p.words else 0.0)
        return best if words & best.words else same[-1]

    def _topical(self, s: Said, same: list[Draft], sentence: str) -> Draft | None:
        g = s.gathering
        scored = [(overlap(g.topic, p.words), -i, p) for i, p in enumerate(same) if p.words]
        if scored and max(scored)[0] >= 0.5:
            return max(scored)[2]
        bare = [p for p in same if not p.topics]
        if (g.definite or s.unit.kind == "heading" or s.unit.span.start >= self._intro) and len(bare) == 1 and not bare[0].ordinals:
            return bare[0]
        if g.definite and len(same) == 1 and family(g.kind) in ("lunch", "diner", "ontbijt", "receptie"):
            return same[0]
        return None

    def _ordinal(self, same: list[Draft], n: int, definite: bool) -> Draft | None:
        if n == -1:
            return max(enumerate(same), key=lambda pair: (pair[1].start, pair[0]))[1] if same else None
        hit = next((p for p in same if n in p.ordinals), None)
        if hit or not definite:
            return hit
        plain = [p for p in same if not p.ordinals]
        return plain[n - 1] if len(plain) >= max(n, 2) and len(plain) == len(same) else None

    def _make_ordinal(self, s: Said, n: int, own: str) -> None:
        if not any(family(p.kind) == family(s.gathering.kind) and n in p.ordinals for p in self.parts):
            made = self._make(s, own)
            made.ordinals = (n,)

    def _make(self, s: Said, day: str) -> Draft:
        g = s.gathering
        whole = self._whole(s, day)
        label = g.label if s.unit.kind == "sentence" or not g.label.isupper() else g.label[0] + g.label[1:].lower()
        days = self._days[id(whole)]
        start = day or self._kind_days.get(family(g.kind), "") or (days[0] if len(days) == 1 else "")
        rule = {"heading": "part.heading", "sentence": "part.named"}.get(s.unit.kind, "part.title")
        draft = Draft(
            g.kind, label, g.span, "part.body" if g.sort in ("met", "whole") else rule, start, start, s.place, "", g.body, g.level, whole, False,
            whole.announced, g.ordinals[:1], [g.topic] if g.topic else [], set(content_words(g.topic)) | set(content_words(label if g.body else "")),
        )
        if not start and s.unit.span.start < self._intro and not self._later_day:
            self._early.append(draft)
        self.parts.append(draft)
        return draft

    def _whole(self, s: Said, day: str) -> Draft:
        for p in self._primaries:
            if day and day in self._days[id(p)]:
                return p
        heads = self._letter.text.sections
        i: int | None = s.unit.section
        while i is not None:
            heading = heads[i].heading
            if heading:
                line = heading.of(self._text)
                hits = [p for p in self._primaries if overlap(p.label, set(content_words(line))) > 0.6]
                if len(hits) == 1:
                    return hits[0]
            i = heads[i].parent
        return self._primaries[0]

    def settle(self) -> None:
        """Give a day to parts that the order of telling dates: those told before the second day, and sessions between dated ones."""
        if self._later_day and self._all_days:
            for draft in self._early:
                if not draft.start:
                    draft.start = draft.end = self._all_days[0]
        numbered = sorted((p for p in self.parts if p.ordinals and p.ordinals[0] > 0 and family(p.kind) == "sessie"), key=lambda p: p.ordinals[0])
        for i, p in enumerate(numbered):
            later = [q.start for q in numbered[i + 1 :] if q.start]
            earlier = [q.start for q in numbered[:i] if q.start]
            if not p.start and self._all_days and ((later and min(later) == self._all_days[0]) or (earlier and max(earlier) == self._all_days[-1])):
                p.start = p.end = (min(later) if later and min(later) == self._all_days[0] else max(earlier))
            elif not p.start and later and earlier and min(later) == max(earlier):
                p.start = p.end = min(later)
