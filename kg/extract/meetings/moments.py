"""When and where: which date and which place of a sentence belong to which gathering, by the clause in which they stand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from kg.dutch.dates import Date, find_dates
from kg.dutch.later import find_laters, find_seasons
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.words import MEETING_VERBS, OCCURRENCE, REPORT, SUBORDINATORS, WORD
from kg.extract.mentions import mentions_in
from kg.extract.predicates import Predicate, Telling, tellings
from kg.model import Letter, Mention, Span
from kg.text.expression import expression
from kg.text.tokens import tokenise

__all__ = ["dates_in", "days_between", "moments", "places", "tense_at", "time_of", "year_for"]

_COMING = expression(
    r"(?i)\b(?:volgende|eerstvolgende|komende|komend|aanstaande|aankomende|aanloop|voorbereiding op|vooruitlopend|richting|zal|zullen)\b"
)
_GONE = expression(r"(?i)\b(?:vorige|afgelopen|eerder|eerdere|sinds|na|laatste)\b")
_PAPER = expression(
    r"(?i)(?:brief|brieven|motie|besluit|verklaring|resolutie|verslag|kamerstuk|nota|akkoord|verdrag|rapport|verzoek|notitie|aanhangsel|kamerbrief|(?<!plenaire )(?<!plenair )(?<!algemeen )(?<!open )debat|toezegging|beleidsnota|wet|agenda)\s+(?:van|d\.d\.|dd\.)\s+$"
)
_HELD = (OCCURRENCE | {"bracht", "brachten", "aflegde", "aflegden", "bijwoonde", "bijwoonden"}) - frozenset(
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
# what stands before a gathering that the sentence does not tell of, but that something else is about, before, or after
_DISTANT = expression(
    r"(?i)\b(?:over|na|vóór|voor|sinds|tot|naar|richting|volgens|betreffende|inzake|naast|conform|aanleiding van|aanloop naar|voorafgaand aan|vervolg op|voorbereiding op|voorbereiding van|aansluiting op|rond|tegen|uit|zonder|wegens|vanwege)\s+(?:(?:de|het|een|deze|dit|die|dat|zijn|haar|hun|onze|eerdere)\s+)?$"
)
_BESIDE = expression(
    r"(?i)\b(?:(?:marge|kantlijn|aanloop|rande|afloop) van|voorafgaande? aan)\s+(?:(?:de|het|deze|dit)\s+)?$"
)
_PAPERS = expression(
    rf"(?i)\b(?:{'|'.join(sorted(REPORT - {'brief'}, key=len, reverse=True))}|geannoteerde agenda|conclusies|verklaring|besluiten|besluit|afspraken|opbrengst)\s+(?:van|voor|over)\s+(?:(?:de|het|een|deze|dit)\s+)?$"
)
# what may stand right before the date on which something took place
_ON = expression(
    r"(?i)(?:^|\b)(?:op|in|begin|eind|medio|half|van|tussen|reeds op|al op|in de (?:avond|ochtend|middag|week|nacht) van|op de (?:avond|ochtend|middag|dag) van|in de loop van|tijdens het weekend van|in het weekend van|in het weekeinde van|vanaf)\s+(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?$"
)
_APPOSED = expression(r"(?i)[^\W\d],\s+(?:op|in|van|eind|begin|medio|half)\s+$")
_CLOSED = expression(r"(?:\s+(?:in|te)\s+(?:(?:het|de)\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)?\s*(?:,|$|\.$|en\b)")
_PLANNED = expression(r"\b(?:voorzien|gepland|geagendeerd|verwacht|belegd|vastgesteld)\b")
_HAD = frozenset(
    ("voerde", "voerden", "gevoerd", "had", "hadden", "gehad")
)  # "het gesprek dat ik op 3 mei met hem had"
_UNTIL = expression(r"(?i)\btot(?: en met)?\s+$")
_ATTENDED = expression(  # "voornemens in maart als waarnemer deel te nemen aan de conferentie"
    r"(?i)\s(?:[^,;.]{2,40}\s)?(?:deel te nemen aan|aanwezig te zijn bij|aan te schuiven bij|te spreken op|af te reizen naar)\s+(?:(?:de|het|een)\s+)?"
)
_LATER = "later"  # what makes a date relative to the one before it
_LINKS = frozenset(
    (
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
        "week",
        "weekend",
        "loop",
        "begin",
        "aanwezigheid",
        "nieuwe",
        "oude",
    )
)


_BACK = 900  # characters before a sentence in which the day may stand from which "een dag later" counts


def dates_in(letter: Letter, unit: Unit, reference: str, days: Sequence[str]) -> list[Date]:
    """Give the dates of a stretch in order, those told by their distance from the date before them ("een dag later") too."""
    text = letter.text.clean
    found = find_dates(unit.span.of(text), reference, unit.span.start)
    found = sorted(
        [
            *found,
            *(
                d
                for d in find_seasons(unit.span.of(text), reference, unit.span.start)
                if not any(d.span.overlaps(o.span) for o in found)
            ),
        ],
        key=lambda d: d.span,
    )
    laters = [
        o for o in find_laters(unit.span.of(text), unit.span.start) if not any(o.span.overlaps(d.span) for d in found)
    ]
    if not laters:
        return found
    back = max(letter.text.sections[unit.section].span.start, unit.span.start - _BACK)
    before = find_dates(text[back : unit.span.start], reference, back)
    telling = tellings(letter).get(unit.span.start)
    for later in laters:
        known = [
            year_for(d, "", reference, days)
            for d in [*before, *found]
            if d.span.end <= later.span.start and len(d.end.lstrip("-")) >= 5
        ]
        if reference and tense_at(text, unit, telling, later.span) == "past":
            known = [(first, day) for first, day in known if day <= reference]
        first, day = known[-1] if known else ("", "")
        if first != day and first in days:
            continue  # of the meeting's own days as a whole none is the one before
        if len(day) == 10:
            there = (datetime.date.fromisoformat(day) + datetime.timedelta(later.days)).isoformat()
            found = sorted([*found, Date(later.span, there, there, _LATER)], key=lambda d: d.span)
    return found


def moments(
    letter: Letter,
    unit: Unit,
    telling: Telling | None,
    found: Sequence[Gathering],
    reference: str,
    days: Sequence[str] = (),
) -> dict[int, tuple[Date, str]]:
    """Give the date that the sentence gives to each of its gatherings (by index), with the tense that tells its year. A date without a year is returned so ("--05-20").

    A date belongs to the gathering it follows ("de Top in Wales van 4 september"), to the one that its relative clause speaks of ("de top, die op 8 juli wordt
    gehouden"), else to those of its own clause, unless that is about something else ("sprak op 8 juli over de top").
    """
    text = letter.text.clean
    dates = [d for d in dates_in(letter, unit, reference, days) if not any(g.span.covers(d.span) for g in found)]
    given: dict[int, tuple[Date, str]] = {}
    rest: list[Date] = []
    until: dict[int, Date] = {}
    for date in dates:
        if _PAPER.search(text[max(unit.span.start, date.span.start - 30) : date.span.start]):
            continue
        owner = _of_relative(telling, found, date.span)
        if owner is None:
            owner = _follows_one(text, unit, found, date.span, given)
        if owner is None:
            owner = next(
                (i for i, g in enumerate(found) if _ATTENDED.fullmatch(text[date.span.end : g.span.start])), None
            )
        if owner is not None and _UNTIL.search(text, unit.span.start, date.span.start):
            until[owner] = date
            continue
        if owner is None or owner in given:
            rest.append(date)
            continue
        given[owner] = (date, tense_at(text, unit, telling, date.span))
        while (
            owner - 1 in range(len(found))
            and owner - 1 not in given
            and _coordinated(text, found[owner - 1], found[owner])
        ):
            owner -= 1
            given[owner] = given[owner + 1]
    for date in rest if telling else dates:
        for i in _of_clause(text, unit, telling, found, date):
            given.setdefault(i, (date, tense_at(text, unit, telling, date.span)))
    for i, last in until.items():  # "Op 3 maart begon de zitting, die tot 28 maart duurt"
        if i in given and given[i][0].start[-5:] < last.end[-5:] and given[i][0].whole == last.whole:
            first, tense = given[i]
            given[i] = (Date(first.span, first.start, last.end, first.relative), tense)
    return given


def tense_at(text: str, unit: Unit, telling: Telling | None, span: Span) -> str:
    """Tell whether a date lies behind or ahead, "past" or "future": by "vorige", "aanloop naar" in front of it, else by the tense of its clause; "" where nothing tells."""
    if _APPOSED.search(text[unit.span.start : span.start]) and _CLOSED.match(text, span.end, unit.span.end):
        return ""  # "voor de conferentie, op 19 en 20 juni in Noordwijk": the verb tells nothing of it
    said = _clause(telling, span)
    if said is not None and _PLANNED.search(said.words) and said.tense != "pluperfect":
        return "future"
    start = said.span.start if said and said.span.start < span.start else unit.span.start
    lead = text[max(start, span.start - 80) : span.start]
    if _COMING.search(lead):
        return "future"
    if _GONE.search(lead):
        return "past"
    if said is None or telling is None or not _is_time(telling, span):
        return ""  # "het verslag van de Eurogroep van 7 november": the verb tells nothing of it
    return "past" if said.tense in ("past", "pluperfect") else "future"


def _clause(telling: Telling | None, span: Span) -> Predicate | None:
    if telling is None:
        return None
    at = telling.index(span.start)
    return next((p for p in telling.predicates if at in p.clause.tokens), None)


def _follows_one(
    text: str, unit: Unit, found: Sequence[Gathering], span: Span, given: dict[int, tuple[Date, str]]
) -> int | None:
    """Give the gathering that a date or place follows, with only words of taking place between."""
    before = [
        i for i, g in enumerate(found) if g.span.end <= span.start or (g.sort == "met" and g.head.start <= span.start)
    ]
    if not before:
        return None
    i = max(before, key=lambda k: found[k].span.end)
    if (
        i in given
        or _BESIDE.search(text, unit.span.start, found[i].span.start)
        or not _follows(text, Span(found[i].span.end, span.start), attached=True)
        or not _takes_place(text, unit, found[i], span)
    ):
        return None
    return i


def _of_relative(telling: Telling | None, found: Sequence[Gathering], span: Span) -> int | None:
    """Give the gathering that the relative clause of a date or place speaks of: "de top, die op 8 juli wordt gehouden", "de top voorbereiden, die ...", "de top, waar op 8 juli is besloten"."""
    said = _clause(telling, span)
    if (
        said is None
        or telling is None
        or said.clause.kind != "sub"
        or not (said.clause.opener in ("die", "dat", "welke") or said.clause.opener.startswith("waar"))
    ):
        return None
    verbs = {telling.low(i) for i in said.clause.tokens if telling.tokens[i].verb}
    i = said.clause.tokens[0] - 1
    while i > 0 and (
        telling.tokens[i].verb
        or not telling.tokens[i].is_word
        or telling.low(i) in ("te", "aan", "plaats", "toe", "bij", "voor")
    ):
        i -= 1
    word = telling.tokens[i].span
    behind = [k for k, g in enumerate(found) if g.span.start <= word.start and word.end <= g.span.end]
    if not behind or not (
        verbs & _HELD or said.clause.opener.startswith("waar") or (found[behind[-1]].sort == "talk" and verbs & _HAD)
    ):
        return None
    return behind[-1]


def time_of(
    letter: Letter, unit: Unit, telling: Telling, said: Predicate | None, days: Sequence[str]
) -> tuple[str, str]:
    """Give first and last day of the date that a clause itself states as its time ("Op 4 september sprak ik"); of the main clause where none is given; empty where it states none."""
    text = letter.text.clean
    dates = dates_in(letter, unit, letter.date, days)
    if not dates:
        return "", ""
    main = said or next((p for p in telling.predicates if p.clause.kind in ("main", "resume")), None)
    if main is None or main.clause.kind == "inf":
        return "", ""
    for date in dates:
        lead = text[unit.span.start : date.span.start]
        if (
            telling.index(date.span.start) in main.clause.tokens
            and (not lead or date.relative == _LATER or _ON.search(lead))
            and _is_time(telling, date.span)
            and not _PAPER.search(lead[-30:])
        ):
            return year_for(date, tense_at(text, unit, telling, date.span), letter.date, days)
    return "", ""


def _of_clause(text: str, unit: Unit, telling: Telling | None, found: Sequence[Gathering], date: Date) -> list[int]:
    """Give the gatherings of whose clause a date is the time."""
    lead = text[unit.span.start : date.span.start]
    if telling is None:  # a heading: "29 juni: werkdiner"
        ahead = [i for i, g in enumerate(found) if g.span.start >= date.span.end]
        return ahead[:1] if not lead.strip() or _ON.search(lead) else []
    planned = bool(re.search(r"(?i)\bvoor\s+$", lead)) and bool(_PLANNED.search(unit.span.of(text)))
    if (
        lead
        and date.relative != _LATER
        and not planned
        and not _ON.search(lead)
        and not re.search(r"[,;(–]\s*$|\ben\s+$", lead)
    ):
        return []
    said = _clause(telling, date.span)
    if said is None or not _is_time(telling, date.span):
        return []
    out = []
    for i, g in enumerate(found):
        at = telling.index(g.head.start)
        if at not in said.clause.tokens and not (g.sort == "met" and g.head.overlaps(said.span)):
            continue
        before = text[unit.span.start : g.span.start]
        if _DISTANT.search(before) or _BESIDE.search(before) or _PAPERS.search(before):
            continue
        between = (
            text[date.span.end : g.span.start] if g.span.start > date.span.end else text[g.span.end : date.span.start]
        )
        if (
            said.clause.kind != "inf"
            and re.search(r"\b(?:dat|om|te|omdat)\b", between)
            and not re.search(r"\bte\s+(?:[A-Z]|$)", between)
        ):
            continue
        out.append(i)
    return out


def _is_time(telling: Telling, span: Span) -> bool:
    """Tell whether a date stands by itself in its clause, and not behind a noun ("het bezoek van 3 mei", "de aanslagen van 11 september")."""
    if re.search(r"(?i)\btot\b|t/m", span.of(telling.letter.text.clean)):
        return True  # "organiseert van 22 tot en met 24 maart de conferentie"
    at = telling.index(span.start)
    i = at - 1
    while i >= 0 and (
        telling.low(i)
        in (
            "op",
            "in",
            "begin",
            "eind",
            "medio",
            "half",
            "de",
            "het",
            "avond",
            "ochtend",
            "middag",
            "week",
            "weekend",
            "loop",
            "tussen",
            "reeds",
            "al",
            "ook",
            "nog",
            "vanaf",
        )
        or telling.low(i).endswith("dag")
    ):
        i -= 1
    if telling.low(i) != "van":
        return True
    return (
        i == 0
        or bool(telling.tokens[i - 1].verb)
        or not telling.tokens[i - 1].is_word
        or telling.low(i - 1) in ("ik", "wij", "ook", "er", "die", "dat", "waar", "avond", "ochtend", "middag", "week")
    )


def _follows(text: str, gap: Span, attached: bool) -> bool:
    """Tell whether only words of taking place stand in a gap between a gathering and its date or place."""
    words = [w.group().lower() for w in WORD.finditer(text, gap.start, gap.end)]
    stretch = gap.of(text)
    if len(words) > 14 or re.search(r"[;:.?!](?!\w)", re.sub(r"\b(?:jl|a\.s|d\.d|dd)\.", "", stretch)):
        return False
    for n, token in enumerate(t for t in tokenise(text, gap) if t.is_word):
        if token.verb and token.low not in OCCURRENCE and not all(r.form == "inf" for r in token.verb):
            return False
        if token.low in SUBORDINATORS or token.low in ("om", "of") or (token.low in ("die", "dat") and n > 0):
            return False
    nouns = [
        w
        for w in re.findall(r"(?<![.\w])(?:de|het|een)\s+(\w+)", stretch)
        if w.lower() not in _LINKS and not w[0].isupper()
    ]
    stretch = re.sub(r"naar verwachting|met als thema|voor zover bekend", "", stretch)
    inner = {"over", "aan", "met", "naar", "voor"} & set(re.findall(r"\w+", stretch.lower())) if attached else set()
    if {"voor"} == inner and (
        re.search(r"\bvoor (?:het eerst|het laatst|de)\b", stretch)
        or re.search(
            r"\b(?:voorzien|gepland|staat|belegd|voorgenomen|geagendeerd)\b.*\bvoor\s*(?:op|begin|eind|medio)?\s*(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s*)?$",
            stretch,
        )
    ):
        inner = set()
    return not nouns and not inner


def _takes_place(text: str, unit: Unit, g: Gathering, span: Span) -> bool:
    """Tell whether a relative clause between a gathering and a date says that it took place then: not "de Raad, die in mei zijn lustrum vierde"."""
    if not re.match(r"\s*(?:\([^)]*\))?\s*,?\s*(?:die|dat|welke)\b", text[g.span.end : span.start]):
        return True
    clause = expression(r"[^,;:.]*(?:\.(?=\w)[^,;:.]*)*").match(text, span.end, unit.span.end)
    words = {w.group().lower() for w in WORD.finditer(text, g.span.end, clause.end() if clause else unit.span.end)}
    return bool(words & _HELD)


def _coordinated(text: str, one: Gathering, other: Gathering) -> bool:
    gap = text[one.span.end : other.span.start]
    return bool(re.fullmatch(r"\s*(?:,|en|alsook|alsmede)?\s*(?:(?:een|de|het|twee|drie|vier)\s*)*", gap))


def places(
    letter: Letter, unit: Unit, telling: Telling | None, found: Sequence[Gathering], given: dict[int, tuple[Date, str]]
) -> dict[int, str]:
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
        within = [m for m in where if m.span.end == g.span.end and m.span.start > g.head.start and not g.topic] or [
            m for m in mentions_in(letter.mentions, Span(g.span.start, g.head.end)) if m.entity.startswith("place/")
        ]
        after = [m for m in where if m.span.start >= g.span.end]
        if within:
            out[i] = within[0].entity
        elif (
            after
            and not any(g.span.end < o.span.start < after[0].span.start for o in found)
            and _reaches(text, g, after[0], given.get(i))
        ):
            out[i] = after[0].entity
        else:
            mine = [
                m
                for m in where
                if telling
                and i in _of_clause(text, unit, telling, found, Date(m.span, "", ""))
                and (i in given or g.sort != "talk")
            ]
            near = [m for m in mine if _tells_meeting(telling, m.span)]
            if near:
                out[i] = near[0].entity
    return out


def _tells_meeting(telling: Telling | None, span: Span) -> bool:
    """Tell whether the clause of a place is one of meeting, so that the place is where: "In Amman vond een gesprek plaats"."""
    said = _clause(telling, span)
    if said is None or telling is None:
        return False
    return (
        any(telling.low(i) in _HELD | MEETING_VERBS | {"werd", "werden"} for i in said.clause.verbs)
        or said.verb == said.clause.finite
    )


def _located(text: str, unit: Unit, m: Mention) -> bool:
    lead = text[max(unit.span.start, m.span.start - 30) : m.span.start]
    return bool(re.search(r"(?i)(?:^|\b)(?:in|te)\s+(?:het\s+(?-i:[A-Z])[\w-]+e?\s+)?$", lead)) or (
        unit.kind == "title" and bool(re.search(r"[,–-]\s*$", lead))
    )


def _reaches(text: str, g: Gathering, m: Mention, given: tuple[Date, str] | None) -> bool:
    date = given[0] if given else None
    if date and g.span.end <= date.span.start and m.span.start >= date.span.end:
        return _follows(text, Span(date.span.end, m.span.start), attached=False)
    return _follows(text, Span(g.span.end, m.span.start), attached=True)


def year_for(date: Date, tense: str, reference: str, days: Sequence[str] = ()) -> tuple[str, str]:
    """Give first and last day of a date; a missing year is taken from the meeting's own days where they fit, else from the tense ("past", "future") and the letter's date."""
    if date.whole:
        return date.start, date.end
    for day in days:
        if day[4:] == date.start[1:]:
            return date.in_year_of(day).start, date.in_year_of(day).end
    here = reference or (days[-1] if days else "")
    if not here:
        return "", ""
    found = date.in_year_of(here)
    size = len(found.start)
    if not tense and not date.relative:
        return _nearest(date, here)
    if tense == "future" or date.relative.startswith(("a", "k")):
        # a report speaks of what was to come when the meeting was held
        if found.end < min(here, days[0] if days else here)[:size]:
            found = date.in_year_of(str(int(here[:4]) + 1))
    elif tense == "past" and found.start > here[:size]:
        found = date.in_year_of(str(int(here[:4]) - 1))
    return found.start, found.end


def _nearest(date: Date, here: str) -> tuple[str, str]:
    """Give a date in the year in which it is nearest to another: in December "8 januari" is the next one."""
    month = int(here[5:7]) if len(here) >= 7 else 6
    away = int(date.start[2:4].strip("-")) - month
    found = date.in_year_of(str(int(here[:4]) + (1 if away < -6 else -1 if away > 6 else 0)))
    return found.start, found.end


def days_between(start: str, end: str) -> list[str]:
    """Give the days of a meeting of at most a month, as ISO dates; empty where its days are not known."""
    if len(start) != 10 or len(end) != 10:
        return []
    try:
        first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    except ValueError:
        return []
    count = (last - first).days + 1
    return [(first + datetime.timedelta(n)).isoformat() for n in range(count)] if 0 < count <= 31 else []
