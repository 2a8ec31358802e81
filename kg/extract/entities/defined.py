"""Names that the letter itself brings in: abbreviations in brackets, and things known by the form of their name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.model import Entity, Letter, Mention, Span
from kg.registry import Form, Lookup
from kg.text.expression import expression

__all__ = ["definitions", "formal_names", "slug"]

_BRACKETS = expression(
    r"\s?[(\[](?:hierna(?: te noemen)?:?|verder:?|afgekort:?|kortweg|ook wel|de)?\s*[‘“\"'«]?([A-Z][A-Za-z0-9&/-]{1,12})[’”\"'»]?[)\]]"
)
_CAP = r"[A-ZÀ-Ý][\w’'&-]*"
_SMALL = r"(?:van|voor|de|het|der|den|of|for|on|in|to|and|the|en|tegen|inzake|over|met|aan|op|betreffende|uit)"
_SEQUENCE = expression(rf"{_CAP}(?:[ -](?:{_SMALL}\s)*{_CAP})+")
_TYPES = (
    (
        "Treaty",
        r"(?i)(?:verdrag|conventie|convention|treaty|protocol|statuut|handvest|akkoord|akkoorden|overeenkomst|agreement|accord|accords|resolutie)",
    ),
    (
        "Mission",
        r"(?i)(?:missie|mission|operatie|operation|force|troepenmacht|trainingsmissie|waarnemingsmissie|vredesmissie)",
    ),
    (
        "Instrument",
        r"(?i)(?:strategie|strategy|programma|programme|program|plan|actieplan|agenda|initiatief|initiative|package|pakket|fonds|fund|facility|faciliteit|instrument|concept|concept|kompas|compact|partnership|partnerschap|framework|roadmap|routekaart|deal|proces|process|policy|pledge|mechanisme|mechanism|declaration|verklaring|document|visie|criteria)",
    ),
    (
        "Organisation",
        r"(?i)(?:raad|council|commissie|commission|committee|comité|groep|group|agentschap|agency|organisatie|organisation|organization|centre|center|centrum|coalitie|coalition|alliantie|alliance|unie|union|bank|forum|hof|court|tribunaal|tribunal|parlement|parliament|assemblee|assembly|kabinet|ministerie|instituut|institute|bureau|office|dienst|service|federatie|federation|liga|league|front|partij|party|beweging|movement|netwerk|network|platform|conferentie_|secretariaat|autoriteit|authority|vereniging|stichting|universiteit|university|board|team|panel|task force|taskforce|college|brigade|leger|garde)",
    ),
)
_HEADED = (
    # "Verdrag van Montreux", "Akkoorden van Dayton", "Conventie van Genève", "Verklaring van Warschau"
    (
        "Treaty",
        expression(
            rf"\b(?:Verdrag|Conventie|Protocol|Akkoorden?|Statuut|Handvest|Overeenkomst|Vrede|Slotakte)\s+van\s+(?!de\b|het\b){_CAP}(?:[ -]{_CAP})*"
        ),
    ),
    (
        "Treaty",
        expression(rf"\b(?:{_CAP}-)+(?:verdrag|akkoord|akkoorden|conventie|protocol|associatieakkoord|overeenkomst)\b"),
    ),
    (
        "Treaty",
        expression(
            r"\b(?:VNVR[- ]?|VN[- ]?|Veiligheidsraad(?:s)?|VN-Veiligheidsraad(?:s)?)?[- ]?[Rr]esolutie\s?(\d{3,4})(?:\s?\(\d{4}\))?"
        ),
    ),
    (
        "Mission",
        expression(
            rf"\b(?:Operatie|Operation|[Mm]issie|EUNAVFOR|EUFOR|EUTM|EUCAP|EUPOL|EUMM|EUAM|EUBAM)\s+(?!de\b|het\b){_CAP}(?:\s{_CAP}){{0,2}}"
        ),
    ),
    ("Mission", expression(rf"\b(?:operatie|operation)\s+({_CAP}(?:\s{_CAP}){{0,2}})")),
    ("Instrument", expression(r"\b[A-Z][\w]+[- ]criteria\b")),
)


def slug(text: str) -> str:
    """Give a name as part of an id: lower case ASCII with hyphens."""
    flat = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return (
        re.sub(
            r"[^a-z0-9]+",
            "-",
            flat.replace("ı", "i").replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d"),
        ).strip("-")
        or "x"
    )


def definitions(letter: Letter, mentions: list[Mention]) -> tuple[Lookup, dict[str, Entity]]:
    """Give the abbreviations that the letter defines, as a lookup, and the things it defines with them that the registry does not know.

    "de NAVO Georgië Commissie (NGC)" gives NGC to what stands before it; "het Trans-Saharan Patrol Programme (TSPP)" makes an Instrument.
    """
    text = letter.text.clean
    lookup, new = Lookup(()), {}
    ending = {m.span.end: m for m in mentions}
    for found in _BRACKETS.finditer(text):
        short = found.group(1)
        if sum(c.isupper() for c in short) < 2 and not found.group().lower().startswith(
            (" (hierna", " (verder", "(hierna", "(verder")
        ):
            continue
        before = ending.get(found.start())
        if before:
            if before.span.of(text) != short:
                lookup.add(Form(short, before.entity, "abbreviation"))
            continue
        name = _initialled(text[max(found.start() - 120, 0) : found.start()], short)
        if name:
            kind = _type_of(name) or "Organisation"
            entity = Entity(f"{kind.lower()}/{slug(name)}", kind, name, known=False, abbreviation=short)
            new[entity.id] = entity
            lookup.add(Form(name, entity.id))
            lookup.add(Form(short, entity.id, "abbreviation"))
    return lookup, new


def formal_names(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give things that the registry does not know but whose name tells by its form what they are."""
    text = letter.text.clean
    busy = [m.span for m in taken]
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet", "heading"):
            continue
        part = block.span.of(text)
        if part.isupper():
            continue
        for kind, pattern in _HEADED:
            for found in pattern.finditer(part):
                span = Span(block.span.start + found.start(), block.span.start + found.end())
                if not _inside_longer(span, busy):
                    busy.append(span)
                    yield _made(span, text, kind, found)
        for found in _SEQUENCE.finditer(part):
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            kind_ = _type_of(found.group()) if found.start() else ""
            if (
                kind_
                and not any(span.overlaps(b) for b in busy)
                and not re.match(r"(?i)(?:minister|staatssecretaris|president|tijdens|in|op|de|het)\b", found.group())
            ):
                busy.append(span)
                yield _made(span, text, kind_, found)


def _made(span: Span, text: str, kind: str, found: re.Match[str]) -> tuple[Mention, Entity]:
    label = span.of(text)
    if kind == "Treaty" and found.lastindex and found.group(1).isdigit():
        label = f"VNVR-resolutie {found.group(1)}"
    elif kind == "Mission" and found.lastindex:
        span = Span(span.end - len(found.group(1)), span.end)
        label = found.group(1)
    entity = Entity(f"{kind.lower()}/{slug(label)}", kind, label, known=False)
    return Mention(span, entity.id), entity


def _inside_longer(span: Span, busy: list[Span]) -> bool:
    return any(b.overlaps(span) and (b.end - b.start >= span.end - span.start or not span.covers(b)) for b in busy)


def _type_of(name: str) -> str:
    """Give the type that a name's head word tells: its last word in Dutch compounds and English names, or its first before "van" and "of"."""
    first = re.split(r"\s(?:van|voor|of|for|on|inzake|tegen|over)\s", name)[0]
    for word in (first.split()[-1], name.rsplit(maxsplit=1)[-1]):
        for part in (word, word.split("-")[-1]):
            for kind, pattern in _TYPES:
                if re.fullmatch(rf"(?:{pattern[4:]})", part, re.IGNORECASE):
                    return kind
    return ""


def _initialled(before: str, short: str) -> str:
    """Give the words just before an abbreviation whose initials make it: "Trans-Saharan Patrol Programme" for TSPP."""
    words = re.findall(r"[\w’'&]+(?:-(?=[a-z])[\w’']+)*|[-/]|[^\w\s]", before)
    letters = [c for c in short.upper() if c.isalpha()]
    i, taken = len(words), 0
    for letter in reversed(letters):
        while i and taken < 12:
            i, taken = i - 1, taken + 1
            if (words[i][0].upper() == letter and words[i][0].isupper()) or (
                words[i][0].upper() == letter and len(words[i]) > 3
            ):
                break
            if words[i].lower() not in (
                "van",
                "de",
                "het",
                "der",
                "of",
                "for",
                "on",
                "the",
                "and",
                "en",
                "voor",
                "in",
                "to",
                "-",
                "/",
                "inzake",
            ):
                return ""
        else:
            return ""
    name = before[before.rindex(words[i]) :] if words[i:].count(words[i]) == 1 else ""
    if not name:
        at = len(before)
        for word in reversed(words[i:]):
            at = before.rindex(word, 0, at)
        name = before[at:]
    return name.strip() if name[:1].isupper() and len(name.split()) > 1 else ""
