"""When: which date of a sentence belongs to which gathering, by the clause in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch import table, word_set
from kg.dutch.dates import Date
from kg.dutch.verbs import forms
from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.setting.dates import LATER, PLANNED, dates_in, is_time, tense_at, year_for
from kg.extract.meetings.words import OCCURRENCE, REPORT, SUBORDINATORS, WORD
from kg.extract.predicates import Predicate, Telling, predicate_at
from kg.model import Letter, Span
from kg.text.tokens import tokenise

__all__ = ["HELD", "follows", "moments", "of_clause", "time_of"]

_WORDS = table("meetings")["words"]
_PAPER = expression(
    r"(?i)(?:brief|brieven|motie|besluit|verklaring|resolutie|verslag|kamerstuk|nota|akkoord|verdrag|rapport|verzoek|notitie|aanhangsel|kamerbrief|(?<!plenaire )(?<!plenair )(?<!algemeen )(?<!open )debat|toezegging|beleidsnota|wet|agenda)\s+(?:van|d\.d\.|dd\.)\s+$"
)
HELD = (OCCURRENCE | frozenset(_WORDS["held"])) - frozenset(_WORDS["auxiliaries"])
# what stands before a gathering that the sentence does not tell of, but that something else is about, before, or after
_DISTANT = expression(
    r"(?i)\b(?:over|na|vóór|voor|sinds|tot|naar|richting|volgens|betreffende|inzake|naast|conform|aanleiding van|aanloop naar|voorafgaand aan|vervolg op|voorbereiding op|voorbereiding van|aansluiting op|rond|tegen|uit|zonder|wegens|vanwege)\s+(?:(?:de|het|een|deze|dit|die|dat|zijn|haar|hun|onze|eerdere)\s+)?$"
)
_BESIDE = expression(
    r"(?i)\b(?:(?:marge|kantlijn|aanloop|rande|afloop|vooravond|zijlijn|flanken|wandelgangen) van|voorafgaande? aan)\s+(?:(?:de|het|deze|dit)\s+)?$"
)
_PAPERS = expression(
    rf"(?i)\b(?:{'|'.join(sorted(REPORT - {'brief'}, key=len, reverse=True))}|geannoteerde agenda|conclusies|verklaring|besluiten|besluit|afspraken|opbrengst)\s+(?:van|voor|over)\s+(?:(?:de|het|een|deze|dit)\s+)?$"
)
# what may stand right before the date on which something took place
_ON = expression(
    r"(?i)(?:^|\b)(?:op|in|begin|eind|medio|half|van|tussen|reeds op|al op|(?:in|op|aan) (?:de|het) (?:(?:vroege|late|eerste|tweede|derde|vierde|laatste) )?(?:avond|ochtend|voormiddag|namiddag|middag|nacht|dag|week|weekend|weekeinde|helft|loop|begin|einde?) van|tijdens het weekend van|in het weekend van|in het weekeinde van|vanaf)\s+(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?$"
)
# "het gesprek dat ik op 3 mei met hem had"
_HAD = frozenset(word for verb in word_set("meetings", "words.having_verbs") for word, _ in forms(verb))
_UNTIL = expression(r"(?i)(?<!uitgesteld )(?<!verschoven )(?<!verplaatst )(?<!opgeschoven )\btot(?: en met)?\s+$")
_MOVED = expression(
    r"(?i)\b(?:verplaatst|verschoven|uitgesteld|opgeschoven|verzet|doorgeschoven)\s+(?:naar|tot)\s+(?:(?:begin|eind|medio|half)\s+)?$"
)
_ATTACHED = expression(r"(?i)\s+(?:van|d\.?d\.?)\s+(?:(?:begin|eind|medio)\s+)?|\s+\(")
_ATTENDED = expression(  # "voornemens in maart als waarnemer deel te nemen aan de conferentie"
    r"(?i)\s(?:[^,;.]{2,40}\s)?(?:deel te nemen aan|aanwezig te zijn bij|aan te schuiven bij|te spreken op|af te reizen naar)\s+(?:(?:de|het|een)\s+)?"
)
# "oorspronkelijk voorzien voor 5 maart": not when it was
_AT_FIRST = expression(r"(?i)\b(?:oorspronkelijk|aanvankelijk)\b[^,;]*$")
# between a gathering and its relative clause: "de Europese Raad over Libië die op 11 maart werd gehouden"
_ABOUT = expression(
    r"\s+(?:over|inzake|voor|met|in|te)\s+(?:(?:de|het)\s+)?[A-Z][\w-]*(?:\s+(?:en\s+)?[A-Z][\w-]*){0,3}"
)
_VAGUE = expression(r"(?i)(?:begin|eind|medio|half)\s")
# "na hun toetreding op 29 maart"
_AFTER_IT = expression(r"(?i)\b(?:na|sinds|sedert|vóór)\s+(?:hun|zijn|haar|onze)\s+[\w-]+\s+(?:op|in|van)\s+$")
_GOAL = expression(r"[^,;.]{0,40}?\bte\s+([a-zë]+en)\b")
_GATHERING = word_set("meetings", "words.gathering_verbs")
_LINKS = word_set("meetings", "words.date_links")


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
        if _AT_FIRST.search(text, unit.span.start, date.span.start):
            continue
        if _PAPER.search(text[max(unit.span.start, date.span.start - 30) : date.span.start]):
            continue
        owner = _attached(text, found, date.span)
        if owner is None:
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
    loose = rest if telling else [date for date in dates if _attached(text, found, date.span) is None]
    for date in loose:
        for i in of_clause(text, unit, telling, found, date):
            given.setdefault(i, (date, tense_at(text, unit, telling, date.span)))
    for date in dates:
        before = [i for i, g in enumerate(found) if g.span.end <= date.span.start]
        if before and _MOVED.search(text, unit.span.start, date.span.start):
            given[before[-1]] = (
                date,
                "future",
            )  # "het gesprek, dat voor 3 mei stond gepland, is verplaatst naar eind juni"
    for i, last in until.items():  # "Op 3 maart begon de zitting, die tot 28 maart duurt"
        if i in given and given[i][0].start[-5:] < last.end[-5:] and given[i][0].whole == last.whole:
            first, tense = given[i]
            given[i] = (Date(first.span, first.start, last.end, first.relative), tense)
    return given


def _attached(text: str, found: Sequence[Gathering], span: Span) -> int | None:
    """Give the gathering that a date stands right behind: "waartoe op de conferentie van 29 maart is besloten"."""
    behind = (i for i, g in enumerate(found) if g.sort == "whole")
    return next((i for i in behind if _ATTACHED.fullmatch(text[found[i].span.end : span.start])), None)


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
        or not follows(text, Span(found[i].span.end, span.start), attached=True)
        or not _takes_place(text, unit, found[i], span)
    ):
        return None
    return i


def _of_relative(telling: Telling | None, found: Sequence[Gathering], span: Span) -> int | None:
    """Give the gathering that the relative clause of a date or place speaks of: "de top, die op 8 juli wordt gehouden", "de top voorbereiden, die ...", "de top, waar op 8 juli is besloten"."""
    said = predicate_at(telling, span)
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
    text = telling.letter.text.clean
    behind = [
        k
        for k, g in enumerate(found)
        if g.span.start <= word.start
        and (word.end <= g.span.end or (g.sort == "whole" and _ABOUT.fullmatch(text, g.span.end, word.end)))
    ]
    if not behind or not (
        verbs & HELD or said.clause.opener.startswith("waar") or (found[behind[-1]].sort == "talk" and verbs & _HAD)
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
            and (not lead or date.relative == LATER or _ON.search(lead) or _VAGUE.match(text, date.span.start))
            and is_time(telling, date.span)
            and not _PAPER.search(lead[-30:])
        ):
            return year_for(date, tense_at(text, unit, telling, date.span), letter.date, days)
    return "", ""


def of_clause(text: str, unit: Unit, telling: Telling | None, found: Sequence[Gathering], date: Date) -> list[int]:
    """Give the gatherings of whose clause a date is the time."""
    lead = text[unit.span.start : date.span.start]
    if telling is None:  # a heading: "29 juni: werkdiner"
        ahead = [i for i, g in enumerate(found) if g.span.start >= date.span.end]
        return ahead[:1] if not lead.strip() or _ON.search(lead) else []
    planned = bool(re.search(r"(?i)\bvoor\s+$", lead)) and bool(PLANNED.search(unit.span.of(text)))
    if (
        lead
        and date.relative != LATER
        and not planned
        and not _ON.search(lead)
        and not re.search(r"[,;(–]\s*$|\ben\s+$", lead)
        and not _VAGUE.match(text, date.span.start)
    ):
        return []
    said = predicate_at(telling, date.span)
    if said is None or not is_time(telling, date.span) or _AFTER_IT.search(lead):
        return []
    goal = _GOAL.match(text, date.span.end, unit.span.end)
    done = date.span.start if goal and goal.group(1) not in _GATHERING else -1
    out = []
    for i, g in enumerate(found):
        at = telling.index(g.head.start)
        if at not in said.clause.tokens and not (g.sort == "met" and g.head.overlaps(said.span)):
            continue
        before = text[unit.span.start : g.span.start]
        if g.span.end <= done:
            continue  # "De groep kreeg opdracht het rapport in juni gereed te hebben"
        if _DISTANT.search(before) or _BESIDE.search(before) or _PAPERS.search(before):
            continue
        between = (
            text[date.span.end : g.span.start] if g.span.start > date.span.end else text[g.span.end : date.span.start]
        )
        if (
            said.clause.kind != "inf"
            and re.search(r"(?<!van )(?<!met )(?<!door )(?<!in )(?<!voor )\bdat\b|\b(?:om|te|omdat)\b", between)
            and not re.search(r"\bte\s+(?:[A-Z]|$)", between)
        ):
            continue
        out.append(i)
    return out


def follows(text: str, gap: Span, attached: bool) -> bool:
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
        for w in re.findall(r"(?<![.\w])(?:de|het|een|hun|zijn|haar|onze|mijn|deze)\s+(\w+)", stretch)
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
    return bool(words & HELD)


def _coordinated(text: str, one: Gathering, other: Gathering) -> bool:
    gap = text[one.span.end : other.span.start]
    return one.span.end <= other.span.start and bool(
        re.fullmatch(r"\s*(?:,|en|alsook|alsmede)\s*(?:(?:een|de|het|twee|drie|vier)\s*)*", gap)
    )
