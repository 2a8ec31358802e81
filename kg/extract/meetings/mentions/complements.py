"""What follows the head of a gathering and belongs to its name: who meets, on which level, with whom, where, about what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch import table, word_set
from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit, plain_level
from kg.extract.meetings.mentions.visited import where_to
from kg.extract.meetings.words import (
    LEVEL,
    LEVELS,
    MEETING_VERBS,
    NUMBERED,
    OCCURRENCE,
    ORDINALS,
    head,
)
from kg.model import Mention, Span
from kg.text.tokens import tokenise

__all__ = ["ABBREVIATION", "complements"]

ABBREVIATION = expression(r"\s*\((?:hierna:?\s*)?[A-Z][\w&/ -]{0,20}\)")
_PLATEAU = expression(r"(?i)\s+op\s+(?:het\s+)?(?:(?:niveau van (?:de\s+)?)|(\w+(?:-\w+)?)(?:\s+niveau|niveau)\b)")
_SKIPPED = expression(
    r"(?:\s+(?:plaats|hadden|had|gehad|gehouden|plaatsgevonden|plaatsvond|voorzien|gepland|georganiseerd))?(?=\s)"
)
_ABOUT = expression(
    r"(?i)\s+(?:over|inzake|rond|rondom|betreffende|gewijd aan|ter gelegenheid van|in het teken van|met als thema|rondom het thema)\s+"
)
_AT_TREATY = expression(r"\s+bij\s+(?:het\s+|de\s+)?")
_CALLED = expression(
    r"\s+[‘'“\"]?[A-Z][\w-]+(?:\s+(?:(?:of|for|on|and|the|in|to|with|van|voor|de|en)\s+){0,2}[A-Z][\w-]+)*[’'”\"]?(?=[\s,.;])"
)
# "in het kader van het Praagproces", "in het kader van artikel 50"
_FRAME = expression(
    r"\s+in het kader van (?:(?:het|de)\s+)?(artikel \d+[\w.]*|(?:[A-Z][\w-]*|\d+[A-Z]\w*)(?:\s+(?:(?:van|voor|of|for|and|the)\s+(?:de\s+|het\s+)?)?[A-Z][\w-]*)*)"
)
_FORMAT = expression(
    r"\s+in\s+(?:[A-Z]\w*(?:[-+][A-Z]\w*)*-(?:formaat|format|verband|kader|samenstelling)|inclusieve samenstelling)\b"
)
_PLACE_OF = expression(r"\s+(?:plaats|gehouden|plaatsgevonden|georganiseerd)(?=\s+van\s+(?:de|het)\s)")
_FOR = expression(r"\s+(?:voor|ten behoeve van|inzake|betreffende)\s+(?:(?:de|het)\s+)?")
_UNKNOWN = expression(r"[A-ZÀ-Ý][\w-]+(?:\s+[A-ZÀ-Ý][\w-]+)*")
_AND_OF = expression(r"\s+en\s+(?:de\s+|het\s+)?")
_DASH = expression(r"\s*(?:\((?:vervolg|deel \d)\)\s*)?(?:\s[-–—]\s|:\s)")
_DETERMINERS = ("", *word_set("words", "articles"))
_WITH = expression(r"(?i)\s+(?:met|tussen)\s+")
_OFFICE = rf"[\w-]*(?:{'|'.join([*table('people')['heads'], 'koning', 'koningin'])})"
_NAME = r"[A-ZÀ-Ý][\w-]+(?:\s+[A-ZÀ-Ý][\w-]+)*"
_LISTED = expression(  # ", Estland en", ", premier Modi van India en"
    rf",\s+(?:(?:de|het|mijn|zijn|haar)\s+)?(?:(?:{_NAME}\s+)?{_OFFICE}\s+)?{_NAME}(?:\s+(?:van|uit)\s+(?:de\s+)?{_NAME})?(?:\s*\({_NAME}\))?(?:\s*,|\s+en\b)|\({_NAME}\)(?=,|\s+en\b)"
)
_TOPIC_STOP = expression(
    r"[,;:.()–]|\s+(?:die|dat|waar\w*|gevolgd|plaats|in aanwezigheid|in het bijzijn|op \d{1,2}|op (?:maan|dins|woens|donder|vrij|zater|zon)dag|van \d{1,2}|alvorens|voordat|nadat|waarna)\b"
)


def complements(text: str, unit: Unit, g: Gathering, mentions: Sequence[Mention]) -> tuple[int, str]:
    """Walk right from the head over its complements; give where they end, and the label."""
    at, end, label = g.head.end, unit.span.end, text[g.span.start : g.head.end]
    if g.kind == "hoofdcommissie" or unit.kind not in ("sentence", "note"):
        who = expression(
            r"(?i)\s+(?:[\w-]+\s+){0,2}?(?=(?:[\w]+-)?(?:ministers|staatshoofden|regeringsleiders|defensieministers|ambassadeurs)\b)"
        ).match(text, at, end)
        level = LEVEL.match(text, who.end(), end) if who else None
        if level:
            label += text[at : level.end()]
            _take(text, g, Span(at, level.end()), mentions)
            at = level.end()
        name = next((m for m in mentions if m.span.start == at + 1 and m.entity.startswith("organisation/")), None)
        if (
            name and not g.body and (g.sort == "whole" or g.kind == "zitting")
        ):  # "Verslag zevende zitting Mensenrechtenraad"
            label += text[at : name.span.end]
            g.body, at = name.entity, name.span.end
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
    called = _CALLED.match(text, at, end) if g.sort == "whole" and not g.kind.endswith(("bezoek", "reis")) else None
    if called and text[g.head.start].islower() and unit.kind == "sentence":  # "de conferentie Future of Work"
        label += called.group()
        at = called.end()
    apart = _PLACE_OF.match(text, at, end)
    at = apart.end() if apart else at  # "had een vergadering plaats van de Raad"
    moved = True
    while moved:
        moved = False
        short = ABBREVIATION.match(text, at, end)
        also = _AND_OF.match(text, at, end) if ")" in label[-1:] else None
        other = next(
            (m for m in mentions if also and m.span.start == also.end() and m.entity.startswith("organisation/")), None
        )
        treaty = _AT_TREATY.match(text, at, end)
        other = other or next(
            (m for m in mentions if treaty and m.span.start == treaty.end() and m.entity.startswith("treaty/")), None
        )
        # "de jaarvergadering van het Internationaal Monetair Fonds (IMF) en de Wereldbank", "de Conferentie van Partijen bij het Klimaatverdrag"
        for stop in (short.end() if short else -1, other.span.end if other else -1, _of(text, at, end)):
            if stop > at:
                label += text[at:stop]
                _take(text, g, Span(at, stop), mentions)
                at, moved = stop, True
        frame = _FRAME.match(text, at, end) or _FORMAT.match(text, at, end)
        if frame:
            label += frame.group()
            _take(text, g, Span(at, frame.end()), mentions)
            at, moved = frame.end(), True
        plateau = _PLATEAU.match(text, at, end)
        if plateau:
            level = LEVEL.match(text, plateau.end(), end)
            stop = level.end() if level and not plateau.group(1) else plateau.end()
            g.level = level.group() if level and not plateau.group(1) else (plateau.group(1) or "")
            label += text[at:stop]
            at, moved = stop, True
        whom = _FOR.match(text, at, end) if g.sort == "whole" else None
        named = next((m for m in mentions if whom and m.span.start == whom.end()), None)
        if named:  # "de donorconferentie voor Syrië"
            label += text[at : named.span.end]
            at, moved = named.span.end, True
        place = re.match(r"\s+(?:in|te)\s+", text[at:end])
        where = next(
            (m for m in mentions if place and m.span.start == at + place.end() and m.entity.startswith("place/")), None
        )
        if where:
            label += text[at : where.span.end]
            at, moved = where.span.end, True
    if g.kind.endswith(("bezoek", "reis")):
        to = expression(r"\s+(?:aan|naar)\s+(?:de\s+)?").match(text, at, end)
        goal = next(
            (m for m in mentions if to and m.span.start == to.end() and m.entity.startswith(("place/", "country/"))),
            None,
        )
        if goal:
            stop = where_to(text, mentions, goal)[-1].span.end
            label += text[at:stop]
            at = stop
        unknown = _UNKNOWN.match(text, to.end(), end) if to and not goal else None
        if unknown:  # "een bezoek aan Bidi Bidi"
            label += text[at : unknown.end()]
            at = unknown.end()
    if g.sort in ("talk", "part", "whole"):
        skipped = _SKIPPED.match(text, at, end)
        place_ = skipped.end() if skipped else at
        with_ = _WITH.match(text, place_, end)
        if with_:
            stop = _phrase_end(text, with_.end(), end, people=True)
            g.partner = Span(with_.end(), stop)
            company = text[with_.end() : stop]
            if company.count("(") > company.count(")"):  # "met de ministers Maas (Duitsland) en Søreide (Noorwegen)"
                company = company[: company.rindex("(")].rstrip()
            label += " " + with_.group().strip() + " " + company
            at = place_ = stop
        about = _ABOUT.match(text, place_, end)
        stop = _phrase_end(text, about.end(), end) if about else -1
        if about and text[about.end() : stop].lower() not in _DETERMINERS:
            g.topic = text[about.end() : stop]
            label += " " + about.group().strip() + " " + g.topic
            at = stop
    return at, label


def _of(text: str, at: int, end: int) -> int:
    """Give where "van de NAVO-ministers van Buitenlandse Zaken" and the like end, names and words for who meets; -1 where none stands there."""
    here = expression(r"\s+(?:van|der)(?:\s+(?:de|het|den))?(?=\s)").match(text, at, end)
    if not here:
        return -1
    word = expression(
        r"\s+(van|voor|de|het|der|en|of|for|and|te|in het|&|[^\W_]+(?:[-‐‑’'/][^\W_]+)*)|,(?=\s+[A-ZÀ-Ý])"
    )
    stop, place = -1, here.end()
    while True:
        step = word.match(text, place, end)
        if not step:
            break
        low = (step.group(1) or ",").lower()
        if NUMBERED.match(low):
            place = step.end()
            continue
        if step.group(1) and (step.group(1)[0].isupper() or low in LEVELS or re.split(r"[-‐‑]", low)[-1] in LEVELS):
            stop = step.end()
        elif low in ("landen",) or low not in (
            "van",
            "voor",
            "de",
            "het",
            "der",
            "en",
            "of",
            "for",
            "and",
            "&",
            ",",
            "permanente",
            "hoge",
            "politiek",
            "chefs",
        ):
            break
        place = step.end()
        if place - at > 120:
            break
    return stop


def _take(text: str, g: Gathering, span: Span, mentions: Sequence[Mention]) -> None:
    level = LEVEL.search(text, span.start, span.end)
    if level and not g.level and not re.search(r"Comité van\s+$", text[: level.start()]):
        g.level = plain_level(level.group())
    if not g.body:
        g.body = next(
            (
                m.entity
                for m in mentions
                if m.entity.startswith("organisation/") and span.start <= m.span.start < span.end
            ),
            "",
        )


def _phrase_end(text: str, start: int, end: int, people: bool = False) -> int:
    """Give where a noun phrase that begins at `start` ends: before a comma, a finite verb, a relative, or the next gathering."""
    stop = _TOPIC_STOP.search(text, start, end)
    while people and stop and (more := _LISTED.match(text, stop.start(), end)):
        stop = _TOPIC_STOP.search(text, max(stop.end(), more.end() - 2), end)  # "met Denemarken, Estland en Finland"
    limit = stop.start() if stop else end
    last = limit
    for token in tokenise(text, Span(start, limit)):
        verbal = (
            token.low in OCCURRENCE | MEETING_VERBS
            or token.only_finite()
            or (token.verb and all(r.form in ("fin", "ptc") for r in token.verb))
        )
        if (
            token.start > start
            and not token.text.startswith("Verenigd")
            and (verbal or (people and (token.verb or (token.low.endswith("de") and token.low == "gaande"))))
        ):
            last = token.start
            break
        if token.start > start and token.is_word and head(token.text) and not token.text.isupper():
            # "en een werklunch": the next gathering, with its "en een"
            cut = re.search(
                r"\s+(?:,|en|over|in|tijdens)\s+(?:(?:een|de|het|in een|in de)\s+)?(?:\w+\s+)?$",
                text[start : token.start],
            )
            last = start + cut.start() if cut else token.start
            break
    words = text[start:last].split()
    if len(words) > 16:
        last = start + len(" ".join(words[:16]))
    kept = re.sub(r"(?:\s+(?:en|of|,|de|het|een|in|op|over|van|met|ik|er|ook|is|werd|nog))*\s*$", "", text[start:last])
    return start + len(kept)
