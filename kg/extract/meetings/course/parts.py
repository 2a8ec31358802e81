"""The parts of a meeting: sessions, lunches, commissions that met during it, in the order in which the letter tells of them."""

from __future__ import annotations

from datetime import date, timedelta

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.course.frames import framed_day, frames_meeting, is_eve
from kg.extract.meetings.course.hosts import BESIDE
from kg.extract.meetings.course.identity import apart, same_level
from kg.extract.meetings.course.matching import meant, named_before
from kg.extract.meetings.course.told import ToldParts
from kg.extract.meetings.draft import Draft, Said, family
from kg.extract.meetings.gathering import Unit, opens_section
from kg.extract.meetings.words import content_words
from kg.extract.predicates import predicate_at, tellings

__all__ = ["PartFinder"]

_DOUBT = expression(
    r"(?i)\b(?:ongewis|onzeker|onduidelijk|mogelijk|wellicht|misschien|eventueel|onder voorbehoud|gevraagd|verzocht)\b"
)
_EXCHANGE = "gedachtewisseling"  # only with somebody is it a part of its own
_GENERAL = word_set("meetings", "words.general_kinds")
_AGAIN = _GENERAL | {"sessie", "plenaire"}
_ANOTHER = word_set("meetings", "words.another")
_NOT_THIS = word_set("meetings", "words.another", "words.near")
_VISITS = tuple(word_set("meetings", "words.visits"))
_ENDS = {"opening": 0, "slot": -1}  # which of the meeting's days is theirs
_BRIEFED = expression(r"\b(?:mij|ik|ons|wij)\b")
_SEPARATELY = expression(r"(?i)\b(?:afzonderlijk|apart|in eigen kring|gelijktijdig|parallel)\b")
_IN_COURSE = expression(  # "Direct na de werklunch had een vergadering plaats van de NRR"
    r"(?i)(?:direct |meteen |onmiddellijk )?(?:na (?:de|het|afloop)|aansluitend|in aansluiting|vervolgens|daarna|voorafgaand aan|gelijktijdig|tegelijkertijd|parallel)\b"
)
_ABOUT_IT = expression(
    r"(?i)\b(?:over|naar|na|voor|vóór|sinds|inzake|rond|sedert|van|richting|voorafgaand aan|aanleiding van)\s+(?:(?:de|het|een|mijn|deze|dit)\s+)?$"
)
_ASIDE = expression(
    r"(?i)\b(?:en marge|in de marge|in de kantlijn|in de wandelgangen|naast de (?:top|conferentie|vergadering))\b"
)


class PartFinder(ToldParts):
    """Walks through the mentions and finds or makes the part that each is of."""

    def take(self, s: Said) -> Draft | None:
        """Give the part that a mention is of, made where it is new; None where it is of none."""
        g, sentence = s.gathering, s.unit.span.of(self._text)
        if _ASIDE.search(self._text[s.unit.span.start : g.span.start]) or (g.kind in BESIDE and not self._visiting):
            return None  # what is held beside the meeting is no part of it
        if g.kind == "briefing" and not (self._visiting and _BRIEFED.search(sentence)):
            return None  # "De SACEUR gaf een briefing" tells who spoke
        if not self._primaries or g.unreal or (g.kind == _EXCHANGE and not g.partner):
            return None
        if g.kind == "deel" and len(self._all_days) > 1:
            return None  # of a meeting of several days it is a stretch of them
        if any(g.kind == p.kind and apart(g.label, p.label) and not p.is_visit for p in self._primaries):
            return None  # "de 126ste zitting" in a letter on the 125ste
        own = s.start if s.start and (s.start == s.end or self._inside(s)) else ""
        eve = (date.fromisoformat(self._all_days[0]) - timedelta(1)).isoformat() if self._all_days else ""
        eve = eve if g.sort == "part" and is_eve(self._text, s) else ""
        if s.start and self._all_days and s.start != eve and not any(s.start <= d <= s.end for d in self._all_days):
            return None
        day = self.day(s.unit, own) if s.unit.kind == "sentence" else ""
        if self._visiting and g.sort == "whole":
            stop = self._stop(s, own or day)
            if stop is not None:
                return stop
        if g.plural and not g.ordinals:
            if own:
                self._kind_days[family(g.kind)] = (s.start, s.end)
                for part in self.parts:
                    if family(part.kind) == family(g.kind) and not part.start:
                        part.start, part.end = s.start, s.end
            return None
        when = own or (
            day
            if self._visiting
            or s.unit.span.start < self.intro
            or self._cued(s.unit)
            or (self._stated is not None and self._stated.block == s.unit.block)
            else self.headings.day_above(s.unit.section)
        )
        first, last = self._kind_days.get(family(g.kind), ("", ""))
        of_kind = first if not own and first == last and not self._cued(s.unit) else ""
        at_end = self._all_days[_ENDS[family(g.kind)]] if not own and family(g.kind) in _ENDS and self._all_days else ""
        here = self.current.get(s.unit.section)
        when = of_kind or when
        if not when and here is not None and s.unit.span.start >= self.intro:
            when = here.start
        when = at_end or when
        if g.sort in ("whole", "met"):
            return self._body(s, own, day, when)
        bodies = self.headings.bodies(s.unit.section)
        again = here if here and here.kind != g.kind and here.kind.endswith(g.kind) else None
        here = (
            again
            or (here if here and here.body else None)
            or next((p for p in self.parts if p.body and p.body in bodies), None)
        )
        if here and g.bare and g.definite and g.kind in _AGAIN and s.unit.kind == "sentence":
            self.current[s.unit.section] = self._last = here  # "In de plenaire zitting" under "2. Financieel Comité"
            return here
        heading = self._letter.text.sections[s.unit.section].heading
        about = sentence + " " + (heading.of(self._text) if heading else "")
        days = self._days[id(self.headings.whole(s.unit.section))] or self._all_days
        framed = framed_day(self._text, s, days) if len(days) > 1 and not (own or self._cued(s.unit)) else ""
        when = ("" if own else eve) or at_end or of_kind or framed or when
        if not when and len(self._all_days) > 1:
            when = framed_day(self._text, s, days)
        found = meant(
            s,
            self.parts,
            self.current.get(s.unit.section),
            self._last,
            about,
            when or (self._all_days[0] if len(self._all_days) == 1 else ""),
            s.unit.span.start < self.intro,
        )
        opened = self.current.get(s.unit.section)
        if (
            found is None
            and opened
            and opened.kind == "opening"
            and opened.rule == "part.heading"
            and g.kind == "zitting"
        ):
            found = opened if g.definite and opens_section(self._letter, s.unit.section, g.span) else None
        if found is None and g.deictic:
            return None
        if found is None:
            found = self._make(s, own or ("" if _DOUBT.search(sentence) and not g.definite else when))
        elif own and s.start != s.end and found.start == found.end and s.start <= found.start <= s.end:
            self._date(found, own, s)
        elif not found.start and (own or framed or self._cued(s.unit)):
            self._date(found, own or when, s)
        for n in g.ordinals if len(g.ordinals) > 1 else ():
            if not any(family(p.kind) == family(g.kind) and n in p.ordinals for p in self.parts):
                self._make(s, own).ordinals = (n,)
        self._remember(found, s)
        return found

    def _stop(self, s: Said, day: str) -> Draft | None:
        """Take what the visitor went to on a visit: another place ("Donderdag bracht ik een bezoek aan Tanger"), a forum ("opende ik een ondernemersforum")."""
        g = s.gathering
        whole = self.headings.whole(s.unit.section)
        words = set(content_words(g.label)) - ({g.kind} if g.kind.endswith(_VISITS) else set())
        known = next((p for p in self.parts if p.kind == g.kind and words <= set(content_words(p.label))), None)
        again = known is not None and not (s.start and known.start and s.start != known.start)
        if known is not None and again and (words or g.definite):
            self._remember(known, s)
            return known
        if not words or words <= set(content_words(whole.label)) or s.unit.kind != "sentence":
            return None
        said = predicate_at(tellings(self._letter).get(s.unit.span.start), g.head)
        subject = said.subject() if said else None
        if said is None or subject is None or not subject.own or said.negated or said.possible or said.tense != "past":
            return None
        if g.plural or g.unreal or _ABOUT_IT.search(self._text, s.unit.span.start, g.span.start):
            return None
        made = self._make(s, day)
        made.rule = "part.named"
        self._remember(made, s)
        return made

    def strange(self, s: Said) -> bool:
        """Tell whether somebody else held it: another organisation's ministers, an event that a country or body organised, a dinner at somebody's house. It gets the day of which the letter tells."""
        found = s.gathering.sort != "talk" and (self._hosts.strange(s, self.parts) or self._hosts.aside(s))
        if found and not s.start and s.unit.kind == "sentence" and (self.told_day(s.unit) or self._cued(s.unit)):
            s.start = s.end = self.day(s.unit)
        return found

    def _inside(self, s: Said) -> bool:
        """Tell whether a mention's dates are some of the meeting's own days, not all of them."""
        days = self._all_days
        return s.start in days and s.end in days and (s.start, s.end) != (days[0], days[-1])

    def _date(self, draft: Draft, day: str, s: Said) -> None:
        """Give a part its day, or the days that a mention gives it ("het algemeen debat, dat van 3 tot en met 6 mei werd gehouden")."""
        draft.start, draft.end = day, s.end if day and day == s.start else day

    def _body(self, s: Said, own: str, day: str, when: str) -> Draft | None:
        """Take a body that met during the meeting."""
        g, sentence = s.gathering, s.unit.span.of(self._text)
        sister = s.unit.kind == "heading" and len(self._primaries) > 1  # beside several meetings one more
        inside = own and len(self._all_days) > 1 and g.sort == "whole" and self._same_place(s) and not sister
        if (
            inside
            and (g.body or g.level)
            and not self._hosts.is_whole(g.body)
            and not (g.deictic or g.adjectives & _ANOTHER)
            and not g.kind.endswith(_VISITS)
            and g.kind != "raad"
        ):
            known = next((p for p in self.parts if p.start == own and p.kind == g.kind), None)
            made = known or self._make(s, own)
            self._remember(made, s)
            return made
        if own and g.sort == "met" and " van " in g.level and not g.body and self._apart(s):
            made = self._make(s, own)
            self._remember(made, s)
            return made
        again = named_before(g, self.parts)
        if again is not None:
            self._remember(again, s)
            return again
        if (
            g.sort == "whole"
            and not g.body
            and not g.definite
            and (
                (frames_meeting(self._text, s) and not g.kind.endswith((*_VISITS, "raad")))
                or (
                    g.kind in _GENERAL
                    and own
                    and _ASIDE.search(s.unit.span.of(self._text)) is None
                    and own in self._all_days
                    and len(self._all_days) > 1
                )
            )
        ):
            made = self._make(s, when or day)
            self._remember(made, s)
            return made
        if (
            not g.body
            or self._hosts.is_whole(g.body)
            or any((not p.body or g.label == "Raad") and g.label in p.label for p in self._primaries)
        ):
            return None
        known = next((p for p in self.parts if p.body == g.body), None)
        if known:
            if s.start and known.start and s.start != known.start and g.sort == "whole":
                return None
            if not known.start:
                known.start = known.end = when
            self._remember(known, s)
            return known
        if (g.level and not own and not frames_meeting(self._text, s)) or g.adjectives & _NOT_THIS:
            return None
        if g.sort == "whole" and g.kind not in _GENERAL | {"beraad"}:
            return None
        told = (
            s.unit.span.start < self.intro
            and (day or g.sort == "met" or frames_meeting(self._text, s) or _IN_COURSE.match(sentence))
            and not s.start
        )
        if own or told or (g.body in self.headings.bodies(s.unit.section) and not s.start):
            made = self._make(s, when)
            self._remember(made, s)
            return made
        return None

    def _apart(self, s: Said) -> bool:
        """Tell whether who met beside the whole is no other body: "De Ministers van Buitenlandse Zaken kwamen afzonderlijk bijeen" at a summit."""
        levels = [p.level for p in self._primaries if p.level]
        other = bool(levels) and not any(same_level(level, s.gathering.level) for level in levels)
        return other or bool(_SEPARATELY.search(s.unit.span.of(self._text)))

    def headed(self, s: Said, dates: tuple[str, str]) -> Draft:
        """Make the part that a heading names ("3. Eurotop"), on the day that the sentence beneath it gives."""
        s.start, s.end = dates
        made = self._make(s, dates[0])
        made.rule = "part.heading"
        self._remember(made, s)
        return made

    def _same_place(self, s: Said) -> bool:
        return not s.place or any(p.place in ("", s.place) for p in self._primaries)

    def of_body(self, body: str, unit: Unit, said: Said, located: bool) -> Draft | None:
        """Give the part that a body's meeting is ("In de NUC, waarmee de tweede dag begon"), and make it the current one of its section; made where the heading names it and the words say "in" or "tijdens"."""
        if self._hosts.is_whole(body):
            return None
        part = next((p for p in self.parts if p.body == body), None)
        here = self._stated is not None and self._stated.section == unit.section
        day = self.day(unit) if self._cued(unit) or here else ""
        if part is None and located and body in self.headings.bodies(unit.section) and self._primaries:
            part = self._make(said, day)
        if part:
            if day and not part.start:
                part.start = part.end = day
            self.current[unit.section] = self._last = part
            self._cursor.set(part.start)
        return part
