"""Noun phrases that name a gathering: "de tweede werksessie over China", "de Raad Buitenlandse Zaken"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.dutch import table
from kg.extract.meetings.gathering import Gathering, Unit, plain_level
from kg.extract.meetings.words import (
    COUNCIL,
    LEVEL,
    LEVELS,
    MEETING_VERBS,
    MODIFIERS,
    NUMBERED,
    OCCURRENCE,
    ONLY_BEHIND,
    ORDINALS,
    REPORT,
    UNREAL,
    WORD,
    Head,
    head,
)
from kg.model import Mention, Span
from kg.text.expression import expression
from kg.text.tokens import tokenise

__all__ = ["nouns"]

_ARTICLE = frozenset(
    [
        "de",
        "het",
        "een",
        "deze",
        "dit",
        "die",
        "dat",
        "mijn",
        "onze",
        "ons",
        "zijn",
        "haar",
        "hun",
        "elke",
        "iedere",
        "geen",
        "'t",
    ]
)
_YEARLY = frozenset(("jaarlijkse", "halfjaarlijkse", "tweejaarlijkse", "vijfjaarlijkse", "grootste", "hoogste"))
_ABBREVIATION = expression(r"\s*\((?:hierna:?\s*)?[A-Z][\w&/ -]{0,20}\)")
_PLATEAU = expression(r"(?i)\s+op\s+(?:het\s+)?(?:(?:niveau van (?:de\s+)?)|(\w+(?:-\w+)?)(?:\s+niveau|niveau)\b)")
_SKIPPED = expression(
    r"(?:\s+(?:plaats|hadden|had|gehad|gehouden|plaatsgevonden|plaatsvond|voorzien|gepland|georganiseerd))?(?=\s)"
)
_ABOUT = expression(
    r"(?i)\s+(?:over|inzake|rond|rondom|betreffende|gewijd aan|ter gelegenheid van|in het teken van|met als thema|rondom het thema)\s+"
)
_SEATED = expression(
    r"(?i)\s+(?:te\s+)?(?:heeft|hebben|had|hadden|neemt|nemen|nam|namen|genomen|gehad|geven|gaf|gegeven)\b"
)
_HAVE_SEAT = expression(r"(?i)\b(?:heeft|hebben|had|hadden|neemt|nemen|nam|namen)\b[^,;.]*$")
_CAME = expression(r"(?i)\s+(?:bijeen|samen|vergader)")
_OF_SEVERAL = expression(
    r"(?i)\b(eerste|tweede|derde|vierde|laatste)\s+van\s+(?:de\s+)?(?:twee|drie|vier|vijf|zes)\s+$"
)
_AT_TREATY = expression(r"\s+bij\s+(?:het\s+|de\s+)?")
_CALLED = expression(
    r"\s+[‘'“\"]?[A-Z][\w-]+(?:\s+(?:(?:of|for|on|and|the|in|to|with|van|voor|de|en)\s+){0,2}[A-Z][\w-]+)*[’'”\"]?(?=[\s,.;])"
)
_AND_OF = expression(r"\s+en\s+(?:de\s+|het\s+)?")
_DASH = expression(r"\s*(?:\((?:vervolg|deel \d)\)\s*)?(?:\s[-–—]\s|:\s)")
_WITH = expression(r"(?i)\s+(?:met|tussen)\s+")
_WHERE = expression(r"\s*,?\s+(?:in|te)\s+(?:het\s+|de\s+)?$")
_OFFICE = rf"[\w-]*(?:{'|'.join([*table('people')['heads'], 'koning', 'koningin'])})"
_NAME = r"[A-ZÀ-Ý][\w-]+(?:\s+[A-ZÀ-Ý][\w-]+)*"
_LISTED = expression(  # ", Estland en", ", premier Modi van India en"
    rf",\s+(?:(?:de|het|mijn|zijn|haar)\s+)?(?:(?:{_NAME}\s+)?{_OFFICE}\s+)?{_NAME}(?:\s+(?:van|uit)\s+(?:de\s+)?{_NAME})?(?:\s*\({_NAME}\))?(?:\s*,|\s+en\b)|\({_NAME}\)(?=,|\s+en\b)"
)
_TOPIC_STOP = expression(
    r"[,;:.()–]|\s+(?:die|dat|waar\w*|gevolgd|plaats|in aanwezigheid|in het bijzijn|op \d|op (?:maan|dins|woens|donder|vrij|zater|zon)dag|van \d|alvorens|voordat|nadat|waarna)\b"
)


def nouns(text: str, unit: Unit, mentions: Sequence[Mention], short: Mapping[str, str]) -> list[Gathering]:
    """Give the gatherings that nouns of a stretch name, none inside another's name. `short` leads from short names ("MC", also "MC12") to the nouns they stand for."""
    found: list[Gathering] = []
    for council in COUNCIL.finditer(text, unit.span.start, unit.span.end):
        after = re.match(r"[\s-]+([^\W_]+)", text[council.end() :])
        if not (after and head(after.group(1))):
            found.append(_council(text, council, mentions))
    for word in WORD.finditer(text, unit.span.start, unit.span.end):
        named = head(word.group()) or word.group().rstrip("0123456789") in short or word.group().lower() == "tafel"
        if named and not any(g.span.start <= word.start() < g.span.end for g in found):
            noun = _noun(text, unit, word, mentions, short)
            if noun:
                found.append(noun)
    found = [
        g for g in found if not any(o is not g and o.span.start < g.span.start and o.span.covers(g.head) for o in found)
    ]
    return _joined(text, sorted(found, key=lambda g: g.span))


def _joined(text: str, found: list[Gathering]) -> list[Gathering]:
    """Join a gathering with the council whose it is: "ministeriële week 77e Algemene Vergadering"."""
    out: list[Gathering] = []
    for g in found:
        last = out[-1] if out else None
        if (
            last
            and g.kind == "raad"
            and last.kind in ("week", "segment", "zitting", "bijeenkomst")
            and not last.topic
            and re.fullmatch(r"\s+(?:van\s+(?:de|het)\s+)?", text[last.span.end : g.span.start])
        ):
            last.label += text[last.span.end : g.span.end]
            last.span, last.body = Span(last.span.start, g.span.end), last.body or g.body
        elif (
            last
            and last.sort == g.sort == "whole"
            and g.adjectives & _YEARLY
            and re.fullmatch(r",\s+(?:de|het)\s+", text[last.span.end : g.span.start])
        ):
            # "de World Health Assembly, de jaarlijkse vergadering van de lidstaten"
            last.span, last.body = Span(last.span.start, g.span.end), last.body or g.body
        else:
            out.append(g)
    return out


def _council(text: str, found: re.Match[str], mentions: Sequence[Mention]) -> Gathering:
    span = Span(*found.span())
    end = _ABBREVIATION.match(text, span.end)
    whole = Span(span.start, end.end() if end else span.end)
    before = text[max(0, span.start - 8) : span.start].lower().split()
    name = next((m for m in mentions if m.entity.startswith("organisation/") and m.span.overlaps(span)), None)
    body = name.entity if name else ""
    if name and name.span.start == span.start and name.span.end > whole.end:
        span = whole = name.span  # "RBZ Handel"
    low = {w.lower() for w in span.of(text).split()} | set(before[-1:])
    return Gathering(
        whole,
        span,
        "raad",
        "whole",
        span.of(text),
        definite=bool(before) and before[-1] in ("de", "deze"),
        deictic=bool(before) and before[-1] == "deze",
        body=body,
        adjectives=frozenset(low & MODIFIERS),
    )


def _noun(
    text: str, unit: Unit, word: re.Match[str], mentions: Sequence[Mention], short: Mapping[str, str]
) -> Gathering | None:
    read, at = head(word.group()), Span(*word.span())
    known = short.get(word.group().rstrip("0123456789"), "")
    if known and text[at.start - 1 : at.start] != "(":
        read = Head((known, "whole", False))
    if word.group().lower() == "tafel" and re.search(r"(?i)\bronde\s+$", text[unit.span.start : at.start]):
        read, at = head("rondetafel"), Span(text.rindex("onde", unit.span.start, at.start) - 1, at.end)
    if read is None:
        return None
    kind, sort, plural = read
    name = (
        next(
            (
                m
                for m in mentions
                if m.span.start < at.start and at.end <= m.span.end and not m.entity.startswith("place/")
            ),
            None,
        )
        if word.group()[0].isupper()
        else None
    )
    if name is not None and re.search(r"(?i)\b(?:van|voor|of|for)\b", text[name.span.start : at.start]):
        return None  # "Organisatie van de Islamitische Conferentie"
    if name is not None:
        return _named(text, unit, name, read)
    if kind in ("ministeriële", "plenaire"):
        after = re.match(r"\s+([^\W\d_]+)", text[at.end : unit.span.end])
        if after and after.group(1).lower() not in ("van", "in", "op", "over", "te", "werd", "is", "was", "en"):
            return None
    start, ordinals, adjectives = _before(text, unit, at, mentions)
    determiner = re.search(r"([^\W_]+['’]?[^\W_]*)\s+$", text[unit.span.start : start])
    opener = determiner.group(1).lower() if determiner else ""
    if kind == "zitting" and _seat(text, unit, start, at, opener):
        return None
    if kind == "overleg" and "algemeen" in adjectives:
        return None  # of parliament with the minister
    several = _OF_SEVERAL.search(text, unit.span.start, start) if plural and not ordinals else None
    if several:
        start, plural, ordinals, opener = several.start(), False, (ORDINALS[several.group(1).lower()],), "de"
    if kind in ONLY_BEHIND and not adjectives & set(ONLY_BEHIND[kind]):
        return None
    if (kind == "gesprek" and opener in ("in", "ter")) or (opener in ("aan", "op") and kind == "top"):
        return None
    gathering = Gathering(
        Span(start, at.end),
        at,
        kind,
        sort,
        "",
        plural,
        ordinals,
        opener in ("de", "het", "deze", "dit", "die", "dat"),
        opener in ("deze", "dit", "die", "dat"),
        bool(adjectives & UNREAL) or opener in UNREAL,
        adjectives=adjectives,
    )
    inside = [m for m in mentions if start <= m.span.start and m.span.end <= at.end]
    if not known:
        gathering.body = next((m.entity for m in inside if m.entity.startswith("organisation/")), "")
    after_end, more = _after(text, unit, gathering, mentions)
    gathering.span = Span(start, after_end)
    gathering.label = re.sub(r"\s+", " ", more).strip()
    return gathering


def _seat(text: str, unit: Unit, start: int, at: Span, opener: str) -> bool:
    """Tell whether "zitting" is a seat or a manner: "hebben zitting in het bestuur", "kwam in besloten zitting bijeen"."""
    before, bare = text[unit.span.start : start], start == at.start
    return bool(
        (opener in ("in", "ter") and (_CAME.match(text, at.end) or not bare))
        or (bare and opener not in _ARTICLE and (_SEATED.match(text, at.end) or _HAVE_SEAT.search(before)))
    )


def _named(text: str, unit: Unit, name: Mention, read: Head) -> Gathering | None:
    """Read a name that is a gathering's own: "Nuclear Security Summit", "Global Conference on CyberSpace", "Algemene Conferentie"; not one that only holds the word ("Parlementaire Vergadering van de NAVO")."""
    if read.sort != "whole" or read.plural or read.kind.endswith(("vergadering", "overleg", "reis", "bezoek")):
        return None
    start, ordinals, adjectives = _before(text, unit, name.span, [])
    determiner = re.search(r"([^\W_]+)\s+$", text[unit.span.start : start])
    opener = determiner.group(1).lower() if determiner else ""
    gathering = Gathering(
        Span(start, name.span.end),
        name.span,
        read.kind,
        "whole",
        "",
        False,
        ordinals,
        opener in ("de", "het", "deze", "dit"),
        opener in ("deze", "dit"),
        opener in UNREAL,
        adjectives=adjectives,
    )
    end, label = _after(text, unit, gathering, mentions=[])
    gathering.span, gathering.label = Span(start, end), re.sub(r"\s+", " ", label).strip()
    return gathering


def _before(
    text: str, unit: Unit, at: Span, mentions: Sequence[Mention]
) -> tuple[int, tuple[int, ...], frozenset[str]]:
    """Walk left from the head over what belongs to its name."""
    start, ordinals, adjectives = at.start, [], set()
    while True:
        left = re.search(r"([^\W_]+(?:[-‐‑’'+/&][^\W_]+)*)(-?\s+|[-‐‑])$", text[unit.span.start : start])
        if not left:
            break
        word, low = left.group(1), left.group(1).lower()
        place = unit.span.start + left.start(1)
        mention = next(
            (
                m
                for m in mentions
                if m.span.start <= place < m.span.end <= start
                and m.entity.startswith(("organisation/", "instrument/", "treaty/", "country/"))
            ),
            None,
        )
        if low in ORDINALS and not (len(low) < 4 and unit.kind == "sentence" and low.isalpha()):
            ordinals.append(ORDINALS[low])
        elif NUMBERED.match(low) or low in MODIFIERS or low in UNREAL - _ARTICLE:
            adjectives.add(low)
        elif mention and mention.entity.startswith("country/") and mention.form == "name" and left.group(2).isspace():
            break  # "waarin Zwitserland zitting heeft"
        elif mention and low not in _ARTICLE:
            place = mention.span.start
        elif low == "en" and ordinals:
            again = re.search(r"([^\W_]+)\s+$", text[unit.span.start : place])
            if not again or again.group(1).lower() not in ORDINALS:
                break
        elif (
            word[0].isupper()
            and place > unit.span.start
            and low not in _ARTICLE
            and not (word.istitle() and mention is None and len(word) < 4)
        ):
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
    moved = True
    while moved:
        moved = False
        short = _ABBREVIATION.match(text, at, end)
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
        plateau = _PLATEAU.match(text, at, end)
        if plateau:
            level = LEVEL.match(text, plateau.end(), end)
            stop = level.end() if level and not plateau.group(1) else plateau.end()
            g.level = level.group() if level and not plateau.group(1) else (plateau.group(1) or "")
            label += text[at:stop]
            at, moved = stop, True
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
            token.span.start > start
            and not token.text.startswith("Verenigd")
            and (verbal or (people and (token.verb or (token.low.endswith("de") and token.low == "gaande"))))
        ):
            last = token.span.start
            break
        if token.span.start > start and token.is_word and head(token.text) and not token.text.isupper():
            # "en een werklunch": the next gathering, with its "en een"
            cut = re.search(
                r"\s+(?:,|en|over|in|tijdens)\s+(?:(?:een|de|het|in een|in de)\s+)?(?:\w+\s+)?$",
                text[start : token.span.start],
            )
            last = start + cut.start() if cut else token.span.start
            break
    words = text[start:last].split()
    if len(words) > 16:
        last = start + len(" ".join(words[:16]))
    kept = re.sub(r"(?:\s+(?:en|of|,|de|het|een|in|op|over|van|met|ik|er|ook|is|werd|nog))*\s*$", "", text[start:last])
    return start + len(kept)
