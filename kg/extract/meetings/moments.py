"""When and where: which date and which place of a sentence belong to which gathering."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch.dates import Date, find_dates
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.words import MEETING_VERBS, OCCURRENCE, SUBORDINATORS, WORD
from kg.extract.mentions import mentions_in
from kg.model import Letter, Mention, Span
from kg.text.expression import expression
from kg.text.tokens import tokenise

__all__ = ["days_between", "moments", "places", "year_for"]

_FUTURE = expression(
    r"(?i)\b(?:zal|zullen|komt|komen|vindt|vinden|wordt|worden|zien|treffen|plaatsvindt|plaatsvinden|bijeenkomt|bijeenkomen|voorzien|gepland|volgende|eerstvolgende|komende|komend|aanstaande|a\.s|aankomende|aanloop|voorbereiding op|vooruitlopend)\b"
)
_PAST = expression(
    r"(?i)\b(?:vond|vonden|kwam|kwamen|werd|werden|was|waren|had|hadden|sprak|spraken|nam|namen|heeft|hebben|heb|vorige|afgelopen|jl|eerder|eerdere|sinds|is (?:[^.;]* )?(?:ge|be|ver|ont|aange|opge|afge|bijge)\w+(?:d|t|en)|zijn (?:[^.;]* )?(?:ge|be|ver|ont|aange|opge|afge)\w+(?:d|t|en)|gehouden|ontving|vastgesteld)\b"
)
_PAPER = expression(
    r"(?i)(?:brief|brieven|motie|besluit|verklaring|resolutie|verslag|kamerstuk|nota|akkoord|verdrag|rapport|verzoek|notitie|aanhangsel|kamerbrief|debat|toezegging|beleidsnota)\s+(?:van|d\.d\.|dd\.)\s+$"
)
_TOPMOST = expression(
    r"(?i)(?:^|[,;–—]\s*|\ben\s+|\bmaar\s+|\bdie\s+|\bdat\s+)(?:(?:in\s+de\s+(?:avond|ochtend|middag|nacht)|op\s+de\s+(?:avond|ochtend|middag|vooravond|dag)|in\s+de\s+(?:avond|ochtend|middag))\s+van\s+|reeds\s+|al\s+|ook\s+|op\s+|in\s+|van\s+|begin\s+|eind\s+|medio\s+|reeds op\s+)*$"
)
_HELD = OCCURRENCE - frozenset(
    (
        "had",
        "hadden",
        "heeft",
        "hebben",
        "is",
        "was",
        "waren",
        "zijn",
        "wordt",
        "worden",
        "werd",
        "werden",
        "zal",
        "zullen",
        "zou",
        "zouden",
        "gaat",
        "gaan",
        "staat",
        "staan",
        "stond",
        "stonden",
        "volgt",
        "zien",
    )
)


def moments(letter: Letter, unit: Unit, found: Sequence[Gathering], reference: str) -> dict[int, Date]:
    """Give the date that the sentence gives to each of its gatherings (by index). A date without a year is returned so ("--05-20").

    A date behind a gathering belongs to it (and to those coordinated with it) where only words of taking place stand between; else one that
    opens the sentence, or stands before it in its own clause, does.
    """
    text = letter.text.clean
    dates = [
        d
        for d in find_dates(unit.span.of(text), reference, unit.span.start)
        if not any(g.span.covers(d.span) and g.kind != "x" for g in found)
    ]
    given: dict[int, Date] = {}
    for date in dates:
        before = [
            i
            for i, g in enumerate(found)
            if g.span.end <= date.span.start or (g.sort == "met" and g.head.start <= date.span.start)
        ]
        if before and _PAPER.search(text[max(unit.span.start, date.span.start - 30) : date.span.start]) is None:
            i = max(before, key=lambda k: found[k].span.end)
            if (
                i not in given
                and _follows(text, Span(found[i].span.end, date.span.start), attached=True)
                and _takes_place(text, unit, found[i], date)
            ):
                given[i] = date
                while i - 1 in before and i - 1 not in given and _coordinated(text, found[i - 1], found[i]):
                    i -= 1
                    given[i] = date
    used = {d.span for d in given.values()}
    for i, g in enumerate(found):
        if i in given:
            continue
        ahead = [d for d in dates if d.span.end <= g.span.start]
        opens = bool(
            re.search(
                r"\b(?:begon|begonnen|begint|opende|geopend|afgesloten|sloot|eindigde|besloten)\b.*\bmet\s+(?:een|de|het)?\s*$",
                text[unit.span.start : g.span.start],
            )
        )
        if (
            ahead
            and (ahead[-1].span not in used or opens or _topmost(text, unit, ahead[-1]))
            and _ahead(text, unit, ahead[-1], g, found)
        ):
            given[i] = ahead[-1]
    return given


def _follows(text: str, gap: Span, attached: bool) -> bool:
    """Tell whether only words of taking place stand in a gap between a gathering and its date or place."""
    words = [w.group().lower() for w in WORD.finditer(text, gap.start, gap.end)]
    stretch = gap.of(text)
    if len(words) > 14 or re.search(r"[;:.?!](?!\w)", re.sub(r"\b(?:jl|a\.s|d\.d)\.", "", stretch)):
        return False
    for n, token in enumerate(t for t in tokenise(text, gap) if t.is_word):
        if token.verb and token.low not in OCCURRENCE and not all(r.form == "inf" for r in token.verb):
            return False
        if token.low in SUBORDINATORS or token.low in ("om", "of") or (token.low in ("die", "dat") and n > 0):
            return False
    nouns = [
        w
        for w in re.findall(r"(?<![.\w])(?:de|het|een)\s+(\w+)", stretch)
        if w.lower()
        not in (
            "avond",
            "ochtend",
            "middag",
            "dag",
            "eerste",
            "tweede",
            "derde",
            "keer",
            "lange",
            "vooravond",
            "periode",
            "marge",
            "orde",
        )
        and not w[0].isupper()
    ]
    stretch = re.sub(r"naar verwachting|met als thema|voor zover bekend", "", stretch)
    inner = {"over", "aan", "met", "naar", "voor"} & set(re.findall(r"\w+", stretch.lower())) if attached else set()
    if {"voor"} == inner and (
        re.search(r"\bvoor (?:het eerst|de)\b", stretch)
        or re.search(
            r"\b(?:voorzien|gepland|staat|belegd|voorgenomen)\b.*\bvoor\s*(?:op|begin|eind|medio)?\s*$", stretch
        )
    ):
        inner = set()
    return not nouns and not inner


def _takes_place(text: str, unit: Unit, g: Gathering, date: Date) -> bool:
    """Tell whether a relative clause between a gathering and a date says that it took place then: not "de Raad, die in mei zijn lustrum vierde"."""
    if not re.match(r"\s*,?\s*(?:die|dat|welke)\b", text[g.span.end : date.span.start]):
        return True
    clause = expression(r"[^,;:.]*(?:\.(?=\w)[^,;:.]*)*").match(text, date.span.end, unit.span.end)
    words = {w.group().lower() for w in WORD.finditer(text, g.span.end, clause.end() if clause else unit.span.end)}
    return bool(words & _HELD)


def _coordinated(text: str, one: Gathering, other: Gathering) -> bool:
    gap = text[one.span.end : other.span.start]
    return bool(re.fullmatch(r"\s*(?:,|en|alsook|alsmede)?\s*(?:(?:een|de|het|twee|drie|vier)\s*)*", gap))


def _topmost(text: str, unit: Unit, date: Date) -> bool:
    """Tell whether a date opens its sentence or clause."""
    return bool(_TOPMOST.search(text[unit.span.start : date.span.start]))


def _ahead(text: str, unit: Unit, date: Date, g: Gathering, found: Sequence[Gathering], place: bool = False) -> bool:
    """Tell whether a date (or a place) that stands before a gathering is when (or where) it took place."""
    before = text[unit.span.start : date.span.start]
    if _PAPER.search(before[-30:]):
        return False
    if (
        not place
        and not _topmost(text, unit, date)
        and not re.search(r"(?i)\b(?:op|in|eind|begin|medio)\s+(?:de (?:avond|ochtend|middag) van\s+)?$", before)
    ):
        return False
    words = [t for t in tokenise(text, Span(date.span.end, g.span.start)) if t.is_word]
    inside = {o.head.start for o in found}
    for token in words:
        if (
            token.verb
            and token.low not in OCCURRENCE | MEETING_VERBS
            and token.span.start not in inside
            and not all(r.form == "inf" for r in token.verb)
        ):
            return False
        if (
            token.low in ("dat", "omdat", "waarvan", "aanloop", "voorbereiding", "richting", "naar")
            or token.low == "volgens"
        ):
            return False
    return len(words) <= 14 or _topmost(text, unit, date)


def places(letter: Letter, unit: Unit, found: Sequence[Gathering], given: dict[int, Date]) -> dict[int, str]:
    """Give the place (an entity id) that the sentence gives to each of its gatherings (by index)."""
    text = letter.text.clean
    where = [
        m
        for m in mentions_in(letter.mentions, unit.span)
        if m.entity.startswith(("place/", "country/")) and m.form in ("name", "capital") and _located(text, unit, m)
    ]
    where = [m for m in where if m.entity.startswith("place/") or not any(o.entity.startswith("place/") for o in where)]
    out: dict[int, str] = {}
    for i, g in enumerate(found):
        inside = [m for m in where if m.span.end == g.span.end and m.span.start > g.head.start and not g.topic] or [
            m for m in letter.mentions if g.span.start <= m.span.start < g.head.end and m.entity.startswith("place/")
        ]
        after = [m for m in where if m.span.start >= g.span.end]
        before = [m for m in where if m.span.end <= g.span.start]
        if inside:
            out[i] = inside[0].entity
        elif (
            after
            and not any(g.span.end < o.span.start < after[0].span.start for o in found)
            and _reaches(text, g, after[0], given.get(i))
        ):
            out[i] = after[0].entity
        elif (
            before
            and i in given
            and abs(before[-1].span.start - given[i].span.end) < 60
            and _ahead(text, unit, Date(before[-1].span, "", ""), g, found, place=True)
        ):
            out[i] = before[-1].entity
    return out


def _located(text: str, unit: Unit, m: Mention) -> bool:
    lead = text[max(unit.span.start, m.span.start - 30) : m.span.start]
    return bool(re.search(r"(?i)(?:^|\b)(?:in|te)\s+(?:het\s+(?-i:[A-Z])[\w-]+e?\s+)?$", lead)) or (
        unit.kind == "title" and bool(re.search(r"[,–-]\s*$", lead))
    )


def _reaches(text: str, g: Gathering, m: Mention, date: Date | None) -> bool:
    if date and g.span.end <= date.span.start and m.span.start >= date.span.end:
        return _follows(text, Span(date.span.end, m.span.start), attached=False)
    return _follows(text, Span(g.span.end, m.span.start), attached=True)


def year_for(date: Date, sentence: str, reference: str, days: Sequence[str] = ()) -> tuple[str, str]:
    """Give first and last day of a date; a missing year is taken from the meeting's own days where they fit, else from the tense and the reference date."""
    if date.whole:
        return date.start, date.end
    for day in days:
        if day[4:] == date.start[1:]:
            return date.in_year_of(day).start, date.in_year_of(day).end
    base = (days[-1] if days else "") or reference
    here = reference or base
    if not here:
        return "", ""
    found = date.in_year_of(here)
    size = len(found.start)
    if date.relative.startswith(("a", "k")) or (_FUTURE.search(sentence) and not _PAST.search(sentence)):
        if found.end < here[:size]:
            found = date.in_year_of(str(int(here[:4]) + 1))
    elif _PAST.search(sentence) and found.start > here[:size]:
        found = date.in_year_of(str(int(here[:4]) - 1))
    return found.start, found.end


def days_between(start: str, end: str) -> list[str]:
    """Give the days of a meeting of at most sixteen days, as ISO dates; empty where its days are not known."""
    if len(start) != 10 or len(end) != 10:
        return []
    from datetime import date, timedelta

    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return []
    count = (last - first).days + 1
    return [(first + timedelta(n)).isoformat() for n in range(count)] if 0 < count <= 16 else []
