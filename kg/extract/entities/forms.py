"""Things that the registry does not know, but whose name tells by its form what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dutch import table
from kg.dutch.verbs import readings
from kg.expression import Expression, Room, expression
from kg.extract.entities.kinds import kind_of
from kg.model import Entity, Letter, Mention, Span

__all__ = ["formal_names"]

_KINDS = table("kinds")
_CAP = r"[A-ZÀ-Ý][\w’'&-]*"
_SMALL = rf"(?:{'|'.join(_KINDS['within_a_name'])})"
_SEQUENCE = expression(rf"{_CAP}(?:[ -](?:{_SMALL}\s)*{_CAP})+")
_BEHIND = re.compile(rf"(?:\s{_SMALL})*\s*$")
_LONGER = re.compile(r"\s[A-ZÀ-Ý]")
_ARTICLE = re.compile(r"(?:De|Het)\s")
_OPENING = re.compile(
    r"(?i)(?:minister|staatssecretaris|president|voorzitter|secretaris|vertegenwoordiger|directeur|ambassadeur|commissaris|hoge|geannoteerde|tijdens|in|op|de|het)\b"
)


def _words(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _named(heads: list[str]) -> str:
    """Give the pattern of a compound with a capital: "Landverkeersakkoord", "Sociaal Klimaatfonds"."""
    return rf"(?:[A-ZÀ-Ý][a-zà-ÿ]+\s)?[A-ZÀ-Ý][a-zà-ÿ]{{2,}}(?:{_words(heads)})"


# "de rechten van het kind", "nucleaire veiligheid", "burgerrechten en politieke rechten"
_PART = r"(?:(?:de|het|een)\s)?(?:[a-zà-ÿ]+e\s)?[a-zà-ÿ-]{4,}"
_TOPIC = rf"{_PART}(?:\s(?:van|en|door|op|tegen)\s{_PART}){{0,3}}"

_HEADED: tuple[tuple[str, Expression], ...] = (
    # "Verdrag van Montreux", "Akkoorden van Dayton"
    (
        "Treaty",
        expression(
            rf"\b(?:Verdrag|Conventie|Protocol|Akkoorden?|Statuut|Handvest|Overeenkomst|Vrede|Slotakte)\s+van\s+(?!de\b|het\b){_CAP}(?:[ -]{_CAP})*"
        ),
    ),
    # "het VN-Zoutwaterverdrag"
    ("Treaty", expression(r"\b(?:VN|EU|ILO|UNECE|NAVO)-[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:verdrag|akkoord|conventie|protocol)\b")),
    # "EU-Mercosur-akkoord"; "een VN-verdrag" could be any
    (
        "Treaty",
        expression(
            rf"\b(?!(?:EU|VN|NAVO|AU)-[a-z])(?:{_CAP}-)+(?:verdrag|akkoord|akkoorden|conventie|protocol|associatieakkoord|handelsakkoord|overeenkomst)\b"
        ),
    ),
    # "Associatieovereenkomst EU-Tunesië", "Handelsovereenkomst tussen de EU en Chili"
    (
        "Treaty",
        expression(
            rf"\b(?:[Ss]tabilisatie- en )?[A-Za-z][a-z]+(?:akkoord|overeenkomst)\s(?:EU[-–/]\s?|tussen de (?:EU|Europese Unie) en (?:de )?){_CAP}(?:\s{_CAP})*"
        ),
    ),
    # "het VN-verdrag inzake het gebruik van de ruimte"
    (
        "Treaty",
        expression(
            rf"\b(?:VN-[Vv]erdrag|Verdrag|Kaderverdrag|Raamverdrag|Conventie|Protocol)\s(?:inzake|tegen|betreffende|ter\s\w+\svan)\s(?P<topic>{_TOPIC})"
        ),
    ),
    # "het Zoutwaterakkoord"; "het grensverdrag van 1960"
    (
        "Treaty",
        expression(rf"\b(?:[Hh]et|[Dd]e|[Dd]it|[Dd]eze)\s(?P<name>{_named(_KINDS['compounds_of_treaties'])})\b"),
    ),
    ("Treaty", expression(r"\b[a-z]{3,}(?:verdrag|akkoord|overeenkomst)\svan\s(?:18|19|20)\d\d\b")),
    # "Richtlijn 2008/115/EG", "Verordening (EU) nr. 1024/2013", "Besluit 2010/413/GBVB"
    (
        "Instrument",
        expression(
            r"\b(?:[Rr]ichtlijn|[Vv]erordening|[Bb]esluit|[Kk]aderbesluit|[Aa]anbeveling|[Gg]emeenschappelijk\s(?:[Oo]ptreden|[Ss]tandpunt))\s(?:\([A-Za-z, ]{2,16}\)\s)?(?:[Nn]r\.\s?)?\d{1,4}/\d{1,4}(?:/[A-Za-z]{2,7})?"
        ),
    ),
    # "een Europees Noodfonds"
    (
        "Instrument",
        expression(rf"\b[Ee]en\s(?P<name>{_named(['fonds', 'faciliteit', 'mechanisme', 'pact'])})\b"),
    ),
    # "het Veerfonds"; "het Zonnebloem-programma", where "een EU-programma" could be any
    (
        "Instrument",
        expression(rf"\b(?:[Hh]et|[Dd]e|[Dd]it|[Dd]eze)\s(?P<name>{_named(_KINDS['compounds_of_instruments'])})\b"),
    ),
    (
        "Instrument",
        expression(
            rf"\b(?!(?:EU|VN|NAVO|UN|EC|IMF|WHO|OVSE)-)[A-ZÀ-Ý][A-Za-zà-ÿ]{{2,}}-(?:{_words(_KINDS['compounds_of_instruments'])})\b"
        ),
    ),
    # "het Onderzoekscomité", "het Deense Havenbedrijf"
    (
        "Organisation",
        expression(
            rf"\b(?:[Hh]et|[Dd]e)\s(?:[A-ZÀ-Ý][a-zà-ÿ-]+e\s)?(?P<name>[A-ZÀ-Ý][a-zà-ÿ]{{2,}}(?:{_words(_KINDS['compounds_of_organisations'])})|Contactgroep)(?![\w-])(?!\s(?:van|voor|inzake|[A-ZÀ-Ý]))"
        ),
    ),
    # "het Zandmeer"
    (
        "Place",
        expression(rf"\b(?:[Hh]et|[Dd]e)\s(?P<name>{_named(_KINDS['compounds_of_places'])})\b"),
    ),
    (
        "Treaty",
        expression(
            r"\b(?:VNVR[- ]?|VN[- ]?|Veiligheidsraad(?:s)?|VN-Veiligheidsraad(?:s)?)?[- ]?[Rr]esolutie\s?(?P<number>\d{3,4})(?:\s?\(\d{4}\))?"
        ),
    ),
    # "verdrag nr. 190", "ILO-verdrag 190", "Protocol nr. 15"
    (
        "Treaty",
        expression(
            r"\b(?P<series>Protocol)\s(?:\([Nn]r\.\s?|[Nn]r\.\s?)?(?P<numbered>\d{1,2})\b\)?(?!\.\d|/)|\b(?:ILO-)?(?P<convention>[Vv]erdrag|[Cc]onventie)\s\(?[Nn]r\.\s?(?P<article>\d{1,3})\b\)?|\bILO-(?P<ilo>[Vv]erdrag|[Cc]onventie)\s(?P<of_ilo>\d{1,3})\b"
        ),
    ),
    (
        "Mission",
        expression(
            rf"\b(?:Operatie|Operation|[Mm]issie|EUNAVFOR|EUFOR|EUTM|EUCAP|EUPOL|EUPM|EUMM|EUAM|EUBAM|EUMAM|EUSEC|EUJUST)\s+(?!de\b|het\b){_CAP}(?:\s{_CAP}){{0,2}}"
        ),
    ),
    ("Mission", expression(rf"\b(?:operatie|operation)\s+(?P<name>{_CAP}(?:\s{_CAP}){{0,2}})")),
    ("Instrument", expression(r"\b[A-Z][\w]+[- ]criteria\b")),
    # "het achtste sanctiepakket", "het 13e sanctiepakket"
    ("Instrument", expression(rf"\b(?i:\d{{1,2}}e|{_words(_KINDS['ordinals'])})\s(?:EU-)?sanctiepakket\b")),
    # "de groep-Brinkman", "de commissie-Van der Meer"
    (
        "Organisation",
        expression(
            rf"\b(?i:{_words(_KINDS['named_after_a_person'])})-(?:(?:De|Van|Ter|Ten|der|den|de)\s)*[A-ZÀ-Ý][a-zà-ÿ]\w+"
        ),
    ),
    # "de Associatieraad EU-Marokko"
    (
        "Organisation",
        expression(
            rf"\b(?:Stabilisatie- en )?(?:Associatieraad|Samenwerkingsraad|Partnerschapsraad)\s(?:EU-\s?|met\s){_CAP}"
        ),
    ),
)
_NAMES, _KIND = Room(*(pattern for _, pattern in _HEADED)), {pattern: kind for kind, pattern in _HEADED}
_NO_NAME = frozenset(_KINDS["compounds_of_no_name"])
_OF_CITY = tuple(
    (kind, expression(rf"\b(?{'' if kind == 'Organisation' else 'i'}:{_words(heads)})\s+van\s+(?={_CAP})"))
    for kind, heads in _KINDS["named_after_a_city"]
)


def formal_names(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give what the letter names by form alone, with where it does; `taken` are the mentions of what is known."""
    text = letter.text.clean
    busy = [m.span for m in taken]
    missions = [m.span for m in taken if m.entity.startswith("mission/")]
    shorter = {m.span for m in taken if m.form not in ("adjective", "inhabitant")}
    cities = {m.span.start: m.span for m in taken if m.entity.startswith("place/")}
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet", "heading"):
            continue
        if block.span.of(text).isupper():
            continue
        for pattern in _NAMES.standing(text, *block.span):
            kind = _KIND[pattern]
            for found in pattern.finditer(text, *block.span):
                span = _span(found)
                if span.of(text).casefold().split()[-1] in _NO_NAME:
                    continue
                if not _inside_longer(span, busy) and not (kind == "Mission" and any(span.covers(m) for m in missions)):
                    busy.append(span)
                    yield _made(span, text, kind, found)
        for kind, pattern in _OF_CITY:
            for found in pattern.finditer(text, *block.span):
                city = cities.get(found.end())
                if city and not _inside_longer(span := Span(found.start(), city.end), busy):
                    busy.append(span)
                    yield _made(span, text, kind, found)
        for found in _SEQUENCE.finditer(text, *block.span):
            span = Span(*found.span())
            if article := _ARTICLE.match(found.group()):  # "Het Gemengd Comité vergaderde"
                span = Span(span.start + article.end(), span.end)
            if span.start == block.span.start or _OPENING.match(text, span.start, span.end) or " " not in span.of(text):
                continue
            town = cities.get(span.start)
            if town and (behind := min((b.start for b in busy if town.end <= b.start < span.end), default=0)):
                span = Span(span.start, span.start + len(_BEHIND.sub("", text[span.start : behind])))
            kind_ = kind_of(span.of(text))
            if kind_ == "Organisation" and " in " in span.of(text) and " " not in span.of(text).split(" in ")[0]:
                continue  # "de Raad in Londen"
            if kind_ and not any(span.overlaps(b) for b in busy if not (b in shorter and _begins(b, span, text))):
                busy.append(span)
                yield _made(span, text, kind_, found)


def _begins(known: Span, span: Span, text: str) -> bool:
    """Tell whether a known name only begins a longer one: "Kampala" in "Kampala Bank", "Green Deal" in "Green Deal Industrial Plan"."""
    return known.start == span.start and known.end < span.end and bool(_LONGER.match(text, known.end))


def _span(found: re.Match[str]) -> Span:
    """Give the place of the name, without a verb that a topic took along: "het Verdrag inzake wegvervoer bepaalt"."""
    first, end = found.span("name") if "name" in found.re.groupindex else found.span()
    while "topic" in found.re.groupindex and _is_verb(*found.string[first:end].split()[-2:]):
        end = first + len(found.string[first:end].rstrip().rpartition(" ")[0])
    return Span(first, end)


def _is_verb(before: str, word: str = "") -> bool:
    """Tell whether a word is a verb where it stands: "wegvervoer bepaalt", and not "het werk"."""
    return before not in ("het", "de", "een") and any(
        reading.form == "fin" and reading.number == "sg" for reading in readings(word)
    )


def _made(span: Span, text: str, kind: str, found: re.Match[str]) -> tuple[Mention, Entity]:
    label = span.of(text)
    if "number" in found.re.groupindex:
        label = f"VNVR-resolutie {found['number']}"
    elif "series" in found.re.groupindex:
        series, number = (
            (found["series"], found["numbered"])
            if found["series"]
            else ("Verdrag", found["article"] or found["of_ilo"])
        )
        label = f"{series} nr. {number}"
    entity = Entity.unknown(kind, label)
    return Mention(span, entity.id), entity


def _inside_longer(span: Span, busy: list[Span]) -> bool:
    return any(b.overlaps(span) and (b.end - b.start >= span.end - span.start or not span.covers(b)) for b in busy)
