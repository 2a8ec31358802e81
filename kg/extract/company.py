"""Who is named in a stretch of text as somebody who can be in a room: persons, countries, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.dutch import table, word_set
from kg.expression import expression
from kg.extract.mentions import Places
from kg.model import Letter, Mention, Span
from kg.text.remember import remembered

__all__ = ["NOBODY", "actors", "allowed", "company", "office_word"]

_PEOPLE = table("people")
_OFFICES = frozenset(
    o.lower()
    for o in [
        *_PEOPLE["offices"],
        *(several for several, _ in _PEOPLE["plurals"]),
        *_PEOPLE["titles"],
        *_PEOPLE["heads"],
        *table("meetings")["company"]["offices"],
    ]
)
_OFFICE_WORDS = frozenset(w for o in _OFFICES for w in o.split())
_PREPOSITIONS = word_set("words", "prepositions")
_LAST_WORDS = frozenset(o.split()[-1] for o in _OFFICES)
_HEADS = (*_PEOPLE["heads"], *(several for several, _ in _PEOPLE["plurals"] if several != "heren"))
_SMALL = word_set("meetings", "company.small")
_ASIDE = expression(
    r"(?i)\b(?:over|in|rond|rondom|tegen|naar|inzake|jegens|aan|bij|op|vanuit|voor|richting|tussen|buiten|binnen|nabij|sinds|via)\s+(?:de |het |een )?$"
)
_SCOPE = expression(
    r"(?i)\b(?:situatie|oorlog|conflict|missie|troepen|ontwikkelingen|relatie|betrekkingen|samenwerking|steun|verkiezingen|toetreding|hulp|inval|agressie|annexatie|grens|grondgebied|toekomst|noorden|zuiden|oosten|westen|lidmaatschap|uitnodiging|stabiliteit|opbouw|hoofdstad|bevolking)\s+(?:van|met|tussen)\s+(?:de |het )?$"
)

_LISTED = re.compile(
    r"(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*)*(?:,\s|\s(?:en|of)\s)(?:de |het )?)+$"
)  # "gezant voor Afghanistan en"
_HYPHENED = re.compile(r"[-‐‑](?=\w)")
_HYPHEN_BEHIND = re.compile(r"\w[-‐‑]")
_OFFICE_OF = re.compile(r"([\w-]+)\s+(?:van|voor)\s+(?:(?:de|het)\s+)?$")
_WHERE_THEN_WHO = re.compile(
    r"(?:\s+(?:voor|in|te|bij)\s+(?:de |het )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)?\s*(?:\([^)]*\))?,\s+(?:[\w-]+\s+){0,2}"
)
_OFFICE_BEHIND = re.compile(r"\s+([\w-]+)(?:\s+(?:van|voor|bij)\s+[^,;:.]{2,40})?,(?!\s+(?:en|[A-Z]))")
_BRACKET = re.compile(r"\([^)]*\)?")
_ACADEMIC = re.compile(r"(?<!\w)(?i:dr|drs|ir|mr|prof|dhr|mw|plv)\.")
_OF_WHAT = re.compile(
    r"(?<=[a-z]) (?:van|voor) (?:de|het) [a-z]\w+(?=,)|(?<=\w) (?:te|in|bij) (?:de |het )?[A-Z][\w-]+(?: [A-Z][\w-]+)*(?=,)"
)  # "de Permanente Vertegenwoordiger te Genève, de heer Jansen"
# "de gezant van de VN voor Jemen, (Griffiths)", "de coördinator voor terrorismebestrijding, de heer (De Kerchove)"
_HOLDING = re.compile(
    r"([\w’'-]+)\s+(?:van|voor|inzake|bij|in|tegen|op|te|der)\s+[^,;:.]{2,90},\s+((?:(?:de|dr\.|ir\.|mr\.|drs\.|prof\.|heer|mevrouw|dame)\s+)*)$"
)
# "coördinator voor terrorismebestrijding (De Kerchove)"
_CHARGED_WITH = re.compile(
    r"([\w’'-]+)\s+(?:voor|inzake)\s+(?:(?:de|het)\s+)?[a-zà-ž-]{4,}(?:\s+en\s+[a-zà-ž-]{4,})?\s+$"
)
_PORTFOLIO = re.compile(r"([\w’'-]+)\s+[a-zà-ž-]{6,}\s+$")  # "coördinator terrorismebestrijding (De Kerchove)"
_SERVED = re.compile(
    r"(?<![\w-])(?:adviseur|gezante?|vertegenwoordiger|kabinetschef|plaatsvervanger|voorganger|opvolger|rapport|boodschap|oproep|verslag|brief|kabinet|woordvoerder)\s+van\s+de\s+$"
)
_QUALIFIED = re.compile(r"(?<![\w-])[a-zà-ž-]+(?:end|[^e]e|ig|air|iek|eel|aal)\s+(?=([\w’'-]+))")  # "de hoogste gezant"
_BETWEEN = re.compile(r"[^\W_]+(?:[-‐‑’'][^\W_]+)*|[;:.]")
# "mijn Deense en Zweedse ambtgenoten", "de Duitse, de Franse en de Italiaanse minister": the office stands behind the last
_WHOSE = re.compile(
    r"(?:(?:\s*,|\s+en|\s+alsmede|\s+evenals)\s+(?:de |het |mijn |hun )?[A-Z][\w’'-]*e(?![\w-]))*\s+((?:[a-z-]+\s+)?)([\w’'-]+)"
)
_HELD_BY = re.compile(r"\s+(?:[\w’'-]+)(?:\s+van\s+[A-Z]\w+(?:\s+[A-Z]\w+)*)?")
_ENDINGS = tuple(word_set("people", "ends_before_a_name"))

NOBODY = frozenset(
    (
        "organisation/tweede-kamer",
        "organisation/eerste-kamer",
        "organisation/staten-generaal",
        "organisation/tweede-kamer-der-staten-generaal",
    )
)


def office_word(word: str) -> bool:
    """Tell whether a word ends the name of an office: "minister", "ambtgenoot", "generaal"."""
    low = word.lower()
    return low in _LAST_WORDS or low.endswith(_HEADS)


def actors(letter: Letter, span: Span) -> Iterator[Mention]:
    """Give the mentions of a stretch that stand for somebody present, in reading order, each once; a person goes before the country or body named with it.

    "de Afghaanse minister Rabbani" is Rabbani, "mijn Duitse ambtgenoot" Duitsland, "de EU Hoge Vertegenwoordiger Borrell" Borrell, "NAVO-partnerlanden" nobody.
    """
    text, inside = letter.text.clean, _people(letter.mentions).within(span)
    persons = [m for m in inside if m.entity.startswith("person/")]
    found: set[str] = set()
    for m in inside:
        if m.entity in found:
            continue
        if (
            m.entity.startswith("person/")
            and not (m.form == "office" and _SERVED.search(text[max(0, m.span.start - 40) : m.span.start]))
        ) or (not any(p.span.overlaps(m.span) for p in persons) and _counts(text, span, m, persons)):
            found.add(m.entity)
            yield m


@remembered
def _people(mentions: tuple[Mention, ...]) -> Places:
    """Give those of a letter's mentions that can stand for somebody present."""
    return Places(
        [
            m
            for m in mentions
            if m.entity.startswith(("person/", "country/", "organisation/")) and m.entity not in NOBODY
        ]
    )


def _counts(text: str, span: Span, m: Mention, persons: list[Mention]) -> bool:
    before, after = text[span.start : m.span.start], text[m.span.end : span.end]
    if _HYPHENED.match(after) or _HYPHEN_BEHIND.match(before[-2:]):
        return False
    if (
        text[m.span.end : m.span.end + 1] == ")"
        and before.rstrip().endswith("(")
        and not re.search(r"(?:landen|lidstaten|partners|ministers|collega[’']s|ambtgenoten)\s*\(\s*$", before)
    ):
        return False  # "Zalkaliani (Georgië)", "het Militair Comité (EUMC)"
    if m.entity.startswith("country/") and any(
        re.fullmatch(r"\s*\(", text[m.span.end : p.span.start]) for p in persons
    ):
        return False  # "de ministers van India (Krishna) en Iran (Salehi)"
    follower = next((p for p in persons if p.span.start >= m.span.end), None)
    office = _OFFICE_OF.search(before) if follower else None
    if (
        follower
        and office
        and office_word(office.group(1))
        and _WHERE_THEN_WHO.fullmatch(text, m.span.end, follower.span.start)
    ):
        return False  # "de voorzitter van het Militair Comité, generaal Graziano"
    leader = next((p for p in reversed(persons) if p.span.end <= m.span.start), None)
    if leader and (_behind(text, m, leader) or re.fullmatch(r"\s*\([^)]*", text[leader.span.end : m.span.start])):
        return False
    if follower and _apposed(text, span, m, follower, persons):
        return False  # "de Hoge Commissaris voor de Vluchtelingen van de VN (UNHCR), Filippo Grandi"
    if leader and re.fullmatch(r"\s+(?:van|uit|namens)\s+(?:de |het )?", text[leader.span.end : m.span.start]):
        return False  # "secretaris-generaal Guterres van de VN"
    if follower is not None:
        between = text[m.span.end : follower.span.start]
        whose = _WHOSE.fullmatch(between.rstrip()) if m.form == "adjective" else None
        if whose and office_word(whose.group(2)):
            return False  # "mijn Deense en Noorse ambtgenoten Samuelsen en Søreide"
        if len(between) < 90 and not re.search(
            r"[,;:.(]|\b(?:en|met|alsmede|die|waar|evenals|over)\b",
            re.sub(r"\([A-Z]{2,4}\)|\ben Veiligheid\b|\ben Defensie\b|Zaken en ", "", between),
        ):
            return False
    if m.form in ("adjective", "inhabitant"):
        word = _WHOSE.match(after)
        return m.form == "inhabitant" or bool(
            word and (office_word(word.group(2)) or office_word(word.group(1).strip()))
        )
    if m.form == "capital":
        return True
    before = _LISTED.sub("", before)
    return not (_ASIDE.search(before) and before.strip()) and not _SCOPE.search(before)


def _behind(text: str, m: Mention, leader: Mention) -> bool:
    """Tell whether a name stands in what is said of somebody named just before: "generaal Beary, de Ierse commandant,", "Sall, president van Senegal"."""
    gap = text[leader.span.end : m.span.start]
    if m.form == "adjective":
        office = _OFFICE_BEHIND.match(text, m.span.end)
        return bool(
            office and office_word(office.group(1)) and re.fullmatch(r"(?:\s*\([^)]*\))?,\s+(?:de |het |een )?", gap)
        )
    office = re.fullmatch(
        r"(?:\s*\([^)]*\))?,\s+(?!(?:en|alsmede|alsook|evenals)\b)(?:[\w-]+\s+){0,2}?([\w-]+)\s+(?:(?:van|voor|inzake)\s+[^,;:.()]{2,50}\s+)?(?:van|uit|namens|bij|in|voor|te)\s+(?:de |het )?",
        gap,
    )
    return bool(
        office
        and office_word(office.group(1))
        and not re.match(r",?\s+(?:en|alsmede)\s|\s+[A-Z]", text[m.span.end : m.span.end + 12])
    )


def _apposed(text: str, span: Span, m: Mention, follower: Mention, persons: list[Mention]) -> bool:
    """Tell whether a name stands in an office whose holder follows behind a comma."""
    gap = text[m.span.end : follower.span.start]
    own = m.span.of(text).split()
    if any(office_word(w) for w in own[:2]) and re.fullmatch(r"\s*(?:\([^)]*\))?,\s+(?:de heer |mevrouw |dr\. )?", gap):
        return True  # "de Vertegenwoordiger voor Mediavrijheid, Désir"
    named = re.fullmatch(r"((?:(?:,|\s+en)\s+(?:de |het )?[A-Z][\w-]+)*),\s+", gap)
    others = [p for p in persons if p.span.start >= m.span.end + len(gap)]
    if named and len(others) > 1 and re.fullmatch(r"\s+en\s+", text[others[-2].span.end : others[-1].span.start]):
        lead = text[max(span.start - 20, 0, m.span.start - 80) : m.span.start]
        return any(
            office_word(w) for w in re.findall(r"[\w-]+", lead)
        )  # "de ministers van Georgië en Oekraïne, A en B"
    if m.form == "adjective":
        office = re.fullmatch(
            r"\s+([\w-]+)(?:\s+(?:van|voor|bij|inzake)\s+[^,;:.]{2,60})?,\s+(?:de heer |mevrouw |dr\. )?", gap
        )
        if office and office_word(office.group(1)):
            return True  # "de Turkse minister voor Europese Zaken, Bağış"
    if not re.fullmatch(r"[^,;:.]{0,60},\s+(?:(?:de |mevrouw |de heer )?[\w-]+\s+){0,2}", gap) or re.search(
        r"\b(?:en|met|over|dat|die)\b", gap
    ):
        return False
    lead = text[max(span.start, m.span.start - 80) : m.span.start]
    lead = lead[max(lead.rfind(","), lead.rfind(" en ")) + 1 :]
    return any(office_word(w) for w in re.findall(r"[\w-]+", lead))


def company(letter: Letter, start: int, end: int) -> tuple[list[Mention], int]:
    """Give the actors of the phrase that begins at `start` ("mijn collega's uit Australië en Canada"), and where it ends; none where the phrase begins with something else."""
    text = letter.text.clean
    found: list[Mention] = []
    place = start
    for m in actors(letter, Span(start, end)):
        if m.span.start < place:
            continue
        between = _OF_WHAT.sub(" ", _BRACKET.sub(" ", text[place : m.span.start]))
        if not _names_offices(between) and not _names_offices(_plainly(between, m)):
            break
        found.append(m)
        place = m.span.end
        if m.form == "adjective":
            more = _HELD_BY.match(text, place, end)
            place = more.end() if more else place
    return found, place


def _names_offices(between: str) -> bool:
    return all(map(allowed, _BETWEEN.findall(between)))


def _plainly(between: str, m: Mention) -> str:
    """Give the words before a mention without what an office is of, and without what is said of who holds it: "De hoogste gezant van de EU in Kosovo, " is "De gezant "."""
    between = _ACADEMIC.sub("", between)
    if m.entity.startswith("person/"):
        between = _CHARGED_WITH.sub(_just_office, between)
        between = _PORTFOLIO.sub(_just_office, _HOLDING.sub(_just_office, between))
    return _QUALIFIED.sub(_just_head, between)


def _just_office(found: re.Match[str]) -> str:
    rest = found.group(2) if len(found.groups()) > 1 else ""
    return f"{found.group(1)} {rest}" if office_word(found.group(1)) else found.group()


def _just_head(found: re.Match[str]) -> str:
    return "" if office_word(found.group(1)) else found.group()


@lru_cache(maxsize=4096)  # the same few words stand between names everywhere
def allowed(word: str) -> bool:
    """Tell whether a word can stand in the name of somebody present: an article, an office, a capital."""
    low = word.lower()
    if low in _SMALL or low in _OFFICE_WORDS:
        return True
    return (word[0].isupper() and low not in _PREPOSITIONS) or low.endswith(_ENDINGS) or low in ("-", "sg")
