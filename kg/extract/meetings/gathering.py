"""Noun phrases and verbs that name a gathering: "de tweede werksessie over China", "de NAR kwam bijeen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.meetings.words import (
    COUNCIL,
    LEVEL,
    LEVELS,
    MEETING_VERBS,
    MODIFIERS,
    NUMBERED,
    OCCURRENCE,
    ORDINALS,
    REPORT,
    UNREAL,
    WORD,
    head,
)
from kg.model import Letter, Mention, Span
from kg.text.tokens import tokenise

__all__ = ["Gathering", "Unit", "gatherings", "units"]

_ARTICLE = frozenset(["de", "het", "een", "deze", "dit", "die", "dat", "mijn", "onze", "ons", "zijn", "haar", "hun", "elke", "iedere", "geen", "'t"])
_COUNT = frozenset(["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "beide", "diverse", "verschillende", "enkele", "meerdere", "verscheidene"])
_ABBREVIATION = re.compile(r"\s*\((?:hierna:?\s*)?[A-Z][\w&/ -]{0,20}\)")
_PLATEAU = re.compile(r"\s+op\s+(?:het\s+)?(?:(?:niveau van (?:de\s+)?)|(\w+(?:-\w+)?)(?:\s+niveau|niveau)\b)", re.IGNORECASE)
_SKIPPED = re.compile(r"(?:\s+(?:plaats|hadden|had|gehad|gehouden|plaatsgevonden|plaatsvond|voorzien|gepland|georganiseerd))?(?=\s)")
_ABOUT = re.compile(r"\s+(?:over|inzake|rond|rondom|betreffende|gewijd aan|ter gelegenheid van|in het teken van|met als thema|rondom het thema)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:\((?:vervolg|deel \d)\)\s*)?(?:\s[-–—]\s|:\s)")
_WITH = re.compile(r"\s+(?:met|tussen)\s+", re.IGNORECASE)
_WHERE = re.compile(r"\s*,?\s+(?:in|te)\s+(?:het\s+|de\s+)?$")
_TOPIC_STOP = re.compile(r"[,;:.()–]|\s+(?:die|dat|waar\w*|gevolgd|plaats|in aanwezigheid|in het bijzijn|op \d|op (?:maan|dins|woens|donder|vrij|zater|zon)dag|van \d|alvorens|voordat|nadat|waarna)\b")
_MEET = (
    # (pattern, where the verb stands): "kwam ... bijeen", "bijeenkwamen", "zien elkaar", "elkaar ... gesproken", "vergaderen"
    re.compile(r"(?i)\b(?:kwam|kwamen|kwamende|komt|komen|kome|gekomen)\b(?P<gap>[^;:]*?)\b(?:bijeen|bij elkaar|samen)\b(?! te\b)"),
    re.compile(r"(?i)\b(?:bijeen|samen)(?:kwam|kwamen|komt|komen|gekomen)\b|\bbijeen (?:was|waren|is|zijn)\b"),
    re.compile(r"(?i)\b(?:zien|zagen|treffen|troffen|spreken|spraken|ontmoeten|ontmoetten)\s+elkaar\b"),
    re.compile(r"(?i)\belkaar\b[^;:,]*?\b(?:gesproken|ontmoet|gezien|getroffen)\b"),
    re.compile(r"(?i)\b(?:was|waren|is|zijn)\s+(?:bestemd|gereserveerd|ingeruimd|uitgetrokken)\s+voor\b"),
    re.compile(r"(?i)\b(?:vergaderen|vergadert|vergaderde|vergaderden|vergaderd)\b"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that is read at once: a sentence, a note, a heading or a title line. `sentence` is its index in the text, or -1."""

    span: Span
    kind: str
    block: int
    section: int
    sentence: int = -1


@dataclass(slots=True)
class Gathering:
    """A mention of a gathering.

    `head` is its noun or verb, `label` its name as the text has it, `sort` whole, part, talk or met (said by a verb: "kwam bijeen"). `ordinal` is its
    number, -1 for the last, 0 where none is said. `definite` tells that it has "de" or "deze", `deictic` that it has "deze" or "dit". `partner` is the stretch after "met" or "tussen".
    """

    span: Span
    head: Span
    kind: str
    sort: str
    label: str
    plural: bool = False
    ordinals: tuple[int, ...] = ()
    definite: bool = False
    deictic: bool = False
    unreal: bool = False
    body: str = ""
    level: str = ""
    topic: str = ""
    partner: Span | None = None
    adjectives: frozenset[str] = field(default_factory=frozenset)

    @property
    def bare(self) -> bool:
        """Tell whether nothing but its noun says which it is."""
        return not (self.body or self.level or self.topic or self.partner or self.ordinals)


def units(letter: Letter) -> list[Unit]:
    """Give the stretches of a letter that can name gatherings, in reading order."""
    text = letter.text
    found = [Unit(s.span, "note" if text.blocks[s.block].kind == "note" else "sentence", s.block, s.section, i) for i, s in enumerate(text.sentences)]
    section = 0
    for i, block in enumerate(text.blocks):
        while section + 1 < len(text.sections) and text.sections[section + 1].span.start <= block.span.start:
            section += 1
        if block.kind == "heading":
            found.append(Unit(block.span, "heading", i, section))
        elif block.kind == "letterhead":
            found.append(Unit(block.span, "title", i, section))
    return sorted(found, key=lambda u: u.span)


def gatherings(letter: Letter, unit: Unit) -> list[Gathering]:
    """Give the gatherings that a stretch names, in reading order, none inside another's name."""
    text, mentions = letter.text.clean, [m for m in letter.mentions if unit.span.covers(m.span)]
    found: list[Gathering] = []
    for council in COUNCIL.finditer(text, unit.span.start, unit.span.end):
        after = re.match(r"[\s-]+([^\W_]+)", text[council.end() :])
        if not (after and head(after.group(1))):
            found.append(_council(text, council, mentions))
    for word in WORD.finditer(text, unit.span.start, unit.span.end):
        if not any(g.span.start <= word.start() < g.span.end for g in found):
            noun = _noun(text, unit, word, mentions)
            if noun:
                found.append(noun)
    found += [g for g in _met(text, unit, mentions) if not any(g.head.overlaps(o.span) or g.span.overlaps(o.span) for o in found)]
    return sorted(found, key=lambda g: g.span)


def _council(text: str, found: re.Match[str], mentions: Sequence[Mention]) -> Gathering:
    span = Span(*found.span())
    end = _ABBREVIATION.match(text, span.end)
    whole = Span(span.start, end.end() if end else span.end)
    before = text[max(0, span.start - 8) : span.start].lower().split()
    body = next((m.entity for m in mentions if m.entity.startswith("organisation/") and m.span.overlaps(span)), "")
    low = {w.lower() for w in span.of(text).split()} | set(before[-1:])
    return Gathering(whole, span, "raad", "whole", span.of(text), definite=bool(before) and before[-1] in ("de", "deze"), deictic=bool(before) and before[-1] == "deze", body=body, adjectives=frozenset(low & MODIFIERS))


def _noun(text: str, unit: Unit, word: re.Match[str], mentions: Sequence[Mention]) -> Gathering | None:
    read = head(word.group())
    at = Span(*word.span())
    if read is None or (any(m.span.start < at.start and at.end <= m.span.end and not m.entity.startswith("place/") for m in mentions) and word.group()[0].isupper()):
        return None
    kind, sort, plural = read
    if kind in ("ministeriële", "plenaire"):
        after = re.match(r"\s+([^\W\d_]+)", text[at.end : unit.span.end])
        if after and after.group(1).lower() not in ("van", "in", "op", "over", "te", "werd", "is", "was", "en"):
            return None
    start, ordinals, adjectives = _before(text, unit, at, mentions)
    determiner = re.search(r"([^\W_]+['’]?[^\W_]*)\s+$", text[unit.span.start : start])
    opener = determiner.group(1).lower() if determiner else ""
    if (kind == "gesprek" and opener in ("in", "ter")) or (opener in ("aan", "op") and kind == "top"):
        return None
    gathering = Gathering(
        Span(start, at.end), at, kind, sort, "", plural, ordinals, opener in ("de", "het", "deze", "dit", "die", "dat"), opener in ("deze", "dit", "die", "dat"),
        bool(adjectives & UNREAL) or opener in UNREAL, adjectives=adjectives,
    )
    inside = [m for m in mentions if start <= m.span.start and m.span.end <= at.end]
    gathering.body = next((m.entity for m in inside if m.entity.startswith("organisation/")), "")
    after_end, more = _after(text, unit, gathering, mentions)
    gathering.span = Span(start, after_end)
    gathering.label = re.sub(r"\s+", " ", more).strip()
    return gathering


def _before(text: str, unit: Unit, at: Span, mentions: Sequence[Mention]) -> tuple[int, tuple[int, ...], frozenset[str]]:
    """Walk left from the head over what belongs to its name."""
    start, ordinals, adjectives = at.start, [], set()
    while True:
        left = re.search(r"([^\W_]+(?:[-‐‑’'+/&][^\W_]+)*)(-?\s+|[-‐‑])$", text[unit.span.start : start])
        if not left:
            break
        word, low = left.group(1), left.group(1).lower()
        place = unit.span.start + left.start(1)
        mention = next((m for m in mentions if m.span.start <= place < m.span.end <= start and m.entity.startswith(("organisation/", "instrument/", "treaty/", "country/"))), None)
        if low in ORDINALS and not (len(low) < 4 and unit.kind == "sentence" and low.isalpha()):
            ordinals.append(ORDINALS[low])
        elif NUMBERED.match(low) or low in MODIFIERS or low in UNREAL - _ARTICLE:
            adjectives.add(low)
        elif mention and low not in _ARTICLE:
            place = mention.span.start
        elif low == "en" and ordinals:
            again = re.search(r"([^\W_]+)\s+$", text[unit.span.start : place])
            if not again or again.group(1).lower() not in ORDINALS:
                break
        elif word[0].isupper() and place > unit.span.start and low not in _ARTICLE and not (word.istitle() and mention is None and len(word) < 4):
            if low in REPORT:
                break  # "Verslag bijeenkomst"; else a name: "Navo", "Warschau", "Ministeriële"
        elif re.fullmatch(r"\d\+\d", word):
            pass
        else:
            break
        start = place
    return start, tuple(sorted(ordinals, key=lambda n: (n < 0, n))), frozenset(adjectives)


def _after(text: str, unit: Unit, g: Gathering, mentions: Sequence[Mention]) -> tuple[int, str]:
    """Walk right from the head over its complements; give where they end, and the label."""
    at, end, label = g.head.end, unit.span.end, text[g.span.start : g.head.end]
    if unit.kind not in ("sentence", "note"):
        who = re.compile(r"(?i)\s+(?:[\w-]+\s+){0,2}?(?=(?:[\w]+-)?(?:ministers|staatshoofden|regeringsleiders|defensieministers|ambassadeurs)\b)").match(text, at, end)
        level = LEVEL.match(text, who.end(), end) if who and g.sort == "whole" else None
        if level:
            label += text[at : level.end()]
            _take(text, g, Span(at, level.end()), mentions)
            at = level.end()
        roman = re.match(r"\s+(\d{1,2}|[IVX]{1,4})\b", text[at:end])
        if roman and not g.ordinals:
            number = ORDINALS.get(roman.group(1).lower(), 0) if not roman.group(1).isdigit() else int(roman.group(1))
            g.ordinals = (number,) if number else ()
            label += roman.group()
            at += roman.end()
        dash = _DASH.match(text, at, end)
        if dash:
            g.topic = text[dash.end() : end].strip()
            return end, label + text[at:end]
    moved = True
    while moved:
        moved = False
        for step in (_ABBREVIATION.match(text, at, end), _of(text, at, end)):
            if step and step.end() > at:
                label += text[at : step.end()]
                _take(text, g, Span(at, step.end()), mentions)
                at, moved = step.end(), True
        plateau = _PLATEAU.match(text, at, end)
        if plateau:
            level = LEVEL.match(text, plateau.end(), end)
            stop = level.end() if level and not plateau.group(1) else plateau.end()
            g.level = level.group() if level and not plateau.group(1) else (plateau.group(1) or "")
            label += text[at:stop]
            at, moved = stop, True
        place = re.match(r"\s+(?:in|te)\s+", text[at:end])
        where = next((m for m in mentions if place and m.span.start == at + place.end() and m.entity.startswith("place/")), None)
        if where:
            label += text[at : where.span.end]
            at, moved = where.span.end, True
    if g.kind.endswith(("bezoek", "reis")):
        to = re.compile(r"\s+(?:aan|naar)\s+(?:de\s+)?").match(text, at, end)
        goal = next((m for m in mentions if to and m.span.start == to.end() and m.entity.startswith(("place/", "country/"))), None)
        if goal:
            label += text[at : goal.span.end]
            at = goal.span.end
    if g.sort in ("talk", "part", "whole"):
        skipped = _SKIPPED.match(text, at, end)
        place_ = skipped.end() if skipped else at
        with_ = _WITH.match(text, place_, end)
        if with_:
            stop = _phrase_end(text, with_.end(), end, people=True)
            g.partner = Span(with_.end(), stop)
            label += " " + with_.group().strip() + " " + text[with_.end() : stop]
            at = place_ = stop
        about = _ABOUT.match(text, place_, end)
        if about:
            stop = _phrase_end(text, about.end(), end)
            g.topic = text[about.end() : stop]
            label += " " + about.group().strip() + " " + g.topic
            at = stop
    return at, label


def _of(text: str, at: int, end: int) -> re.Match[str] | None:
    """Match "van de NAVO-ministers van Buitenlandse Zaken" and the like: names and words for who meets."""
    here = re.compile(r"\s+(?:van|der)(?:\s+(?:de|het|den))?(?=\s)").match(text, at, end)
    if not here:
        return None
    word = re.compile(r"\s+(van|voor|de|het|der|en|of|for|and|te|in het|&|[^\W_]+(?:[-‐‑’'/][^\W_]+)*)|,(?=\s+[A-ZÀ-Ý])")
    stop, place = -1, here.end()
    while True:
        step = word.match(text, place, end)
        if not step:
            break
        low = (step.group(1) or ",").lower()
        if step.group(1) and (step.group(1)[0].isupper() or low in LEVELS or re.split(r"[-‐‑]", low)[-1] in LEVELS):
            stop = step.end()
        elif low in ("landen",) or low not in ("van", "voor", "de", "het", "der", "en", "of", "for", "and", "&", ",", "permanente", "hoge", "politiek", "chefs"):
            break
        place = step.end()
        if place - at > 120:
            break
    return re.compile(r"(?s).{%d}" % (stop - at)).match(text, at, end) if stop > 0 else None


def _take(text: str, g: Gathering, span: Span, mentions: Sequence[Mention]) -> None:
    level = LEVEL.search(text, span.start, span.end)
    if level and not g.level and not re.search(r"Comité van\s+$", text[: level.start()]):
        g.level = _plain_level(level.group())
    if not g.body:
        g.body = next((m.entity for m in mentions if m.entity.startswith("organisation/") and span.start <= m.span.start < span.end), "")


def _plain_level(level: str) -> str:
    """Give a level without the name in front of its hyphen: "NAVO-Ministers van Defensie" -> "ministers van Defensie"."""
    first, _, rest = level.partition(" ")
    first = re.split(r"[-‐‑]", first)[-1] if "-" in first and "minister-president" not in first.lower() else first
    return (first.lower() + (" " + rest if rest else "")).strip()


def _phrase_end(text: str, start: int, end: int, people: bool = False) -> int:
    """Give where a noun phrase that begins at `start` ends: before a comma, a finite verb, a relative, or the next gathering."""
    stop = _TOPIC_STOP.search(text, start, end)
    limit = stop.start() if stop else end
    last = limit
    for token in tokenise(text, Span(start, limit)):
        verbal = token.low in OCCURRENCE | MEETING_VERBS or token.only_finite() or (token.verb and all(r.form in ("fin", "ptc") for r in token.verb))
        if token.span.start > start and (verbal or (people and (token.verb or (token.low.endswith("de") and token.low == "gaande")))):
            last = token.span.start
            break
        if token.span.start > start and token.is_word and head(token.text) and not token.text.isupper():
            # "en een werklunch": the next gathering, with its "en een"
            cut = re.search(r"\s+(?:,|en|over|in|tijdens)\s+(?:(?:een|de|het|in een|in de)\s+)?(?:\w+\s+)?$", text[start : token.span.start])
            last = start + cut.start() if cut else token.span.start
            break
    words = text[start:last].split()
    if len(words) > 16:
        last = start + len(" ".join(words[:16]))
    kept = re.sub(r"(?:\s+(?:en|of|,|de|het|een|in|op|over|van|met|ik|er|ook|is|werd|nog))*\s*$", "", text[start:last])
    return start + len(kept)


def _met(text: str, unit: Unit, mentions: Sequence[Mention]) -> Iterator[Gathering]:
    """Find gatherings that a verb tells: whoever is its subject came together."""
    for pattern in _MEET:
        for verb in pattern.finditer(text, unit.span.start, unit.span.end):
            first = _subjects(text, unit, Span(*verb.span()), mentions)
            for who in first + (_added(text, unit, Span(*verb.span()), mentions) if first else []):
                body = next((m.entity for m in mentions if m.entity.startswith("organisation/") and m.span.overlaps(who)), "")
                level = LEVEL.search(text, who.start, who.end)
                name = who.of(text)
                states = _states(text, who, mentions)
                if states:
                    name = text[who.start : states.end]
                yield Gathering(
                    Span(who.start, states.end) if states else who, Span(*verb.span()), "bijeenkomst", "met", f"bijeenkomst van de {name}" if level else name, body=body,
                    level=_plain_level(level.group()) if level else "", definite=True, partner=states,
                )


def _states(text: str, who: Span, mentions: Sequence[Mention]) -> Span | None:
    """Give the stretch of countries behind "de presidenten van"."""
    of = re.compile(r"\s+(?:van|uit)\s+").match(text, who.end)
    first = next((m for m in mentions if of and m.entity.startswith("country/") and m.span.start == of.end()), None)
    if first is None:
        return None
    last = first
    for m in mentions:
        if m.span.start > last.span.end and m.entity.startswith("country/") and re.fullmatch(r"\s*(?:,|en|, en)\s+(?:de |het )?", text[last.span.end : m.span.start]):
            last = m
    return Span(first.span.start, last.span.end)


def _added(text: str, unit: Unit, verb: Span, mentions: Sequence[Mention]) -> list[Span]:
    """Give the bodies that a second half adds: "komt eerst de NAR bijeen en daarna, mits Moskou instemt, de NRR"."""
    found = []
    for more in re.compile(r"\ben (?:daarna|vervolgens|aansluitend|tot slot|dan|later|daaropvolgend)\b").finditer(text, verb.end, unit.span.end):
        after = [m for m in mentions if m.entity.startswith("organisation/") and m.span.start >= more.end() and re.search(r"\b[Dd]e\s+$", text[max(0, m.span.start - 4) : m.span.start])]
        if after and not re.search(r"[;.]", text[more.end() : after[0].span.start]):
            found.append(after[0].span)
    return found


def _subjects(text: str, unit: Unit, verb: Span, mentions: Sequence[Mention]) -> list[Span]:
    """Give who came together: the body or level inside the verb's bracket, else the nearest one before it."""
    candidates = [Span(*m.span()) for m in LEVEL.finditer(text, unit.span.start, unit.span.end) if re.split(r"[-\s]", m.group().lower())[0] not in ("landen", "lidstaten", "partijen") or True]
    candidates = [_widen(text, unit, c) for c in candidates]
    for m in mentions:
        if m.entity.startswith("organisation/") and m.form != "office" and text[m.span.start - 1 : m.span.start] != "(" and not any(c.overlaps(m.span) for c in candidates):
            candidates.append(m.span)
    candidates = [c for c in candidates if verb.of(text).lower().endswith("voor") and c.start >= verb.end or re.match(r",?\s+(?:die|dat)\b", text[c.end : c.end + 6]) or not re.search(r"(?i)\b(?:niveau van(?: de)?|door(?: de)?|behalve(?: de)?|naast(?: de)?|met(?: de)?|van(?: de)?|voor(?: de)?|aan(?: de)?|uit|over(?: de)?|mijn)\s+$", text[max(unit.span.start, c.start - 20) : c.start])]
    inside = sorted(c for c in candidates if verb.start <= c.start < verb.end)
    if inside:
        first, found = inside[0], [inside[0]]
        for other in inside[1:]:
            if re.search(r"\ben\b", text[first.end : other.start]) and not other.overlaps(first):
                found.append(other)
        return found
    before = sorted(c for c in candidates if c.end <= verb.start)
    if before:
        gap = text[before[-1].end : verb.start]
        if not re.search(r"[;:.]", gap) and len(gap) < 90:
            return [before[-1]]
    after = sorted(c for c in candidates if c.start >= verb.end)
    if not after or len(text[verb.end : after[0].start]) > 45 or re.search(r"[;:,.]", text[verb.end : after[0].start]):
        return []
    listed = [after[0]]
    for other in after[1:]:
        gap = text[listed[-1].end : other.start]
        if other.start >= listed[-1].end and re.fullmatch(r"\s*(?:\([^)]*\))?\s*(?:,|en|alsook|, en|alsmede|,? evenals)\s+(?:de|het)?\s*", gap):
            listed.append(other)
    return listed


def _widen(text: str, unit: Unit, span: Span) -> Span:
    """Take the name in front into a level: "NAVO Ministers van Defensie", "Ministers van A en van B"."""
    left = re.search(r"([A-Z][\w]*(?:[- ][A-Z][\w]*)?)[-\s]$", text[unit.span.start : span.start])
    start = unit.span.start + left.start() if left and left.start() > 0 else span.start
    more = re.compile(r"\s+van de ([A-Z][\w-]+)").match(text, span.end, unit.span.end)
    end = more.end() if more else span.end
    also = re.compile(r"\s+en\s+(?:van|voor)\s+[A-Z]\w+(?:\s+[A-Z]\w+)*").match(text, end, unit.span.end)
    if not re.match(r"(?i)(?:de|het|een|op|in|deze)\s", text[start : span.start] + " "):
        return Span(start, also.end() if also else end)
    return Span(span.start, also.end() if also else end)
