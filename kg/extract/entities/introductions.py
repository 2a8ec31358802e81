"""The ways in which a letter brings a person in: under an office or title, in an apposition, with a country, by a full name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.dutch import table
from kg.dutch.verbs import readings
from kg.expression import expression
from kg.extract.entities.kinds import kind_of
from kg.extract.entities.person_names import FULL_NAME, INITIALS, NAME, NAME_WORD, PARTICLE, is_other, trim
from kg.model import Mention, Span
from kg.registry import fold

__all__ = ["Introduction", "introductions"]

_LISTS = table("people")
_PORTFOLIO = "|".join(re.escape(w) for w in sorted(_LISTS["portfolios"], key=len, reverse=True))
_SPACED_NAME = re.compile(rf"\s+({NAME_WORD}\s+(?:(?:{PARTICLE})\s+)*{NAME_WORD})")
_OFFICE_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
# behind the office and before the name: a comma, what the office is of, an abbreviation, an academic title
_BEFORE_NAME = re.compile(
    rf",?(?P<of>\s+(?i:{_PORTFOLIO})(?:(?:,\s[A-ZÀ-Þ][\w-]+)*\sen\s[A-ZÀ-Þ][\w-]+(?=\s+[A-ZÀ-Þ]))?|\s+(?:van|voor|inzake)\s+[a-zà-ž-]{{5,}}(?:\s+en\s+[a-zà-ž-]{{5,}})?(?=\s+[A-ZÀ-Þ]))?"
    r"(?:\s*\([A-Z]{2,4}\))?(?:\s+(?:drs|dr|mr|ir|ing|prof|jhr)\.)*\s+"
)
_OF = re.compile(r"(?:van )?(de |het )?")
_BEHIND = re.compile(rf"\s*(?:\([A-Z]+\))?(?:,(?=\s+{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}(?:[,.)]|\s+\()))?\s*")
_JUST_PORTFOLIO = re.compile(rf"(?i:{_PORTFOLIO})\b")
# "de minister van Planning, Fakhoury, schoof aan"; "de commandant van de troepen in het noorden, Jan de Boer."
_APPOSED = re.compile(
    rf"\s+(?:van|voor|inzake|bij|uit|in|tegen|op)\s(?:[^.,;:()]|\([A-Z]\w+\)){{2,90}}, (?:(?:de heer|mevrouw|generaal|ambassadeur)\s)?"
    rf"(?P<name>(?:(?:De|Van|Den|Ter|Le|La|Von|Al)\s)*{NAME_WORD}(?:\s+(?:(?:{PARTICLE})\s+)*{NAME_WORD})*)(?=[,.)])"
)
_BRACKETED = expression(
    rf"(?P<name>(?=[{INITIALS}])(?:(?:{PARTICLE})\s+)*{NAME})\s*\((?P<country>{NAME_WORD}(?:\s{NAME_WORD})?)\)"
)
# "Paterson (VK) en Le Foll (FR) drongen aan"; "in Luleå (Zweden)" names a place
_SURNAME_OF = expression(
    rf"(?<![\w-])(?P<name>(?=[{INITIALS}])(?:(?:{PARTICLE})\s+)*{NAME})\s*\((?P<country>{NAME_WORD}(?:\s{NAME_WORD}){{0,2}})\)(?=(?P<after>,?\s+(?:en\s+)?[\w’'-]+)?)"
)
_AT_A_PLACE = re.compile(
    r"(?i)(?<![\w-])(?:in|te|uit|naar|bij|nabij|rond|van|voor|op|tot|vanuit|via|tussen|richting)\s+(?:de\s+|het\s+)?$"
)
_SPEAKS_BEFORE = re.compile(r"(?i)(?<![\w-])(?:aldus|door|met|namens|volgens|tegenover)\s+$")
# "de ministers van India (Krishna) en Iran (Salehi)"
_HOLDER_BEHIND = re.compile(rf"\s*\((?P<name>(?=[{INITIALS}])(?:(?:{PARTICLE})\s+)*{NAME})\)")
_LEADERS_OF = expression(
    rf"(?P<office>[\w’'-]+)\s+(?:(?i:{_PORTFOLIO})\s+)?(?:van|uit)\s+(?:(?:de\s+|het\s+)?{NAME_WORD}(?:[ -]{NAME_WORD})*\s*\([^()]*\)(?:,|\s+en|,\s+en)\s+)*(?:de\s+|het\s+)?$"
)
# "Amina Mohammed, speciaal adviseur van", "Gulbis, de Letse minister van"
_OFFICE_BEHIND = expression(
    rf"(?<![\w-])(?P<name>(?=[{INITIALS}])(?:(?:{PARTICLE})\s+)*{NAME}),\s+(?:(?:de|het|een|zijn|haar)\s+)?(?P<of>(?:[A-ZÀ-Þ]?[a-zà-ž-]+\s+){{0,2}}?)(?P<office>[a-zà-ž-]+)(?=\s+(?:van|voor|bij|in|te|inzake|namens|uit)\s|[,.)])"
)
_NEXT_IN_LIST = re.compile(
    rf"\s*(?:\([^)]*\)|van\s+{NAME_WORD}(?:[ -]{NAME_WORD})*)?\s*(?:,|en)\s+(?P<name>(?:(?:{PARTICLE})\s+)*{NAME})"
)
_GIVEN_AND_FAMILY = expression(
    rf"(?<![\w-])(?!(?:De|Het|Een|In|Op|Ook|Aan|Met|Voor|Van|Dat|Als|Toen)\s){NAME_WORD}\s+(?:(?:{PARTICLE})\s+)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}"
)
_THE = re.compile(r"(?<![\w-])[Dd]e\s$")
_LISTS_SOMETHING = re.compile(r",? (?:en|of) |, [A-ZÀ-Þ]")
_LOWER_PARTICLE = re.compile(r"(?:van|der|den|de|het|op|in|te|la|le|al)\s")


@dataclass(frozen=True, slots=True)
class Introduction:
    """Where a name stands that a letter brings in, with the office and the country (an id) that it gives there, or ""."""

    span: Span
    name: str
    role: str = ""
    country: str = ""


@cache
def _offices() -> tuple[frozenset[str], dict[str, str], tuple[str, ...]]:
    words = {w for w in _LISTS["offices"] if " " not in w} | set(_LISTS["titles"]) | set(_LISTS["heads"])
    plurals = dict(_LISTS["plurals"])
    return frozenset(words | set(plurals)), plurals, (*_LISTS["heads"], *(p for p in plurals if p != "heren"))


def introductions(
    block: str, start: int, mentions: list[Mention], known: Callable[[str], bool]
) -> Iterator[Introduction]:
    """Give the persons whom a block of text (at `start` in its letter) brings in; `mentions` are those of other things in it.

    `known` tells whether somebody of the registry has a surname.
    """
    things = [m for m in mentions if not m.entity.startswith("person/")]
    for sure, found in (
        (True, _under_office(block, start, things, known)),
        (False, _with_country(block, start, things)),
        (True, _under_nation(block, start, things)),
        (False, _full(block)),
        (True, _surnamed(block, start, things)),
    ):
        for at, name, role, country in found:
            short = trim(name)
            span = Span(start + at, start + at + len(short))
            if not short or is_other(short, things, span, known):
                continue
            if sure or (" " in short and not any(m.span.overlaps(span) for m in things)):
                yield Introduction(span, short, role, country)


def _under_office(
    block: str, start: int, things: list[Mention], known: Callable[[str], bool]
) -> Iterator[tuple[int, str, str, str]]:
    for m in _OFFICE_WORD.finditer(block):
        low = _office(m.group())
        if not low:
            continue
        end = m.start() + len(low)
        country = _country_before(block, m.start(), start, things)
        many = _of_several(low)
        name = _name_behind(block, end, start, things)
        if name is None or (_LOWER_PARTICLE.match(name[1]) and not known(name[1])):
            # "minister van Planning" holds no name, "minister van Planning, Fakhoury, ..." does
            apposed = None if many else _APPOSED.match(block, end)
            if apposed and not _LISTS_SOMETHING.match(block, apposed.end()):
                at = apposed.start("name")
                if not any(m.span.start == start + at for m in things):
                    yield at, apposed["name"], low, country
            continue
        at, text = name
        yield at, text, many or low, country
        after = _NEXT_IN_LIST.match(block, at + len(text)) if many else None
        while after:
            at = after.start("name")
            text = _up_to_known(after["name"], at, start, things)
            if not text:
                break
            yield at, text, many, ""
            after = _NEXT_IN_LIST.match(block, at + len(text))


@lru_cache(maxsize=1024)
def _of_several(office: str) -> str:
    """Give the office of each where a word names several ("ministers"); else ""."""
    return next((one for plural, one in _offices()[1].items() if office.endswith(plural)), "")


@lru_cache(maxsize=8192)  # every word of every letter is asked about
def _office(word: str) -> str:
    """Give a word in lower case if it names an office or title, without a full stop that is no part of it; else ""."""
    words, _, heads = _offices()
    low = word.lower()
    if low in words:
        return low
    low = low.rstrip(".")
    return low if low in words or low.rsplit("-", 1)[-1] in words or low.endswith(heads) else ""


def _name_behind(block: str, at: int, start: int, things: list[Mention]) -> tuple[int, str] | None:
    """Give the name behind an office and what the office is of: "SG NAVO Stoltenberg", "de voorzitter van de Europese Raad Tusk"."""
    before = _BEFORE_NAME.match(block, at)
    if not before:
        return None
    first = before.end()
    of = _OF.match(block, first)
    thing = of.end() if of else first
    for m in things:
        if m.span.start - start == thing:
            behind = _BEHIND.match(block, m.span.end - start)
            first = behind.end() if behind else m.span.end - start
            found = FULL_NAME.match(block, first)
            return (first, _up_to_known(found.group(), first, start, things)) if found else None
    if _JUST_PORTFOLIO.match(block, first) or (of and of.group(1)):
        return None
    found = FULL_NAME.match(block, first)
    text = _up_to_known(found.group(), first, start, things) if found else ""
    return (first, text) if text else None


def _up_to_known(name: str, at: int, start: int, things: list[Mention]) -> str:
    """Cut a name where another thing's begins: "Lagarde" of "Lagarde van het IMF"."""
    known = [m.span.start - start for m in things if at < m.span.start - start < at + len(name)]
    return trim(name[: min(known) - at] if known else name)


def _with_country(block: str, start: int, things: list[Mention]) -> Iterator[tuple[int, str, str, str]]:
    """Find "Kapanadzisi (Georgië)", "de Nederlandse Herna Verhagen" and "de Serviër Jeremić"."""
    countries = {m.span.start: m for m in things if m.entity.startswith("country/")}
    for found in _BRACKETED.finditer(block):
        if start + found.start("country") in countries:
            yield found.start("name"), found["name"], "", ""
    for m in countries.values():
        if m.form == "adjective":
            named = _SPACED_NAME.match(block, m.span.end - start)
            if named and not re.match(r"(?i)(?:minister|staats|president|premier|ministerie)", named.group(1)):
                yield named.start(1), named.group(1), "", m.entity


def _under_nation(block: str, start: int, things: list[Mention]) -> Iterator[tuple[int, str, str, str]]:
    """Find "de Serviër Jeremić" and "de Canadees Patry": an inhabitant with a name."""
    for m in things:
        before = block[: m.span.start - start]
        if (
            m.entity.startswith("country/")
            and (m.form == "inhabitant" or _bare_adjective(m, block, start))
            and _THE.search(before)
        ):
            found = FULL_NAME.match(block, m.span.end - start + 1)
            if found and block[m.span.end - start] == " " and block[found.start()].isupper():
                yield found.start(), found.group(), "", m.entity


def _bare_adjective(mention: Mention, block: str, start: int) -> bool:
    return mention.form == "adjective" and block[mention.span.end - start - 1] != "e"


def _surnamed(block: str, start: int, things: list[Mention]) -> Iterator[tuple[int, str, str, str]]:
    """Find who is told by surname and country, or by an office behind: "Paterson (VK) vroeg", "India (Krishna)", "Gulbis, de Letse minister van Financiën,"."""
    countries = {m.span.start: m for m in things if m.entity.startswith("country/")}
    for found in _SURNAME_OF.finditer(block):
        country = countries.get(start + found.start("country"))
        before, after = block[: found.start()], (found["after"] or "").strip(", ").split()
        verb = bool(after) and any(r.form == "fin" for r in readings(after[-1].lower()))
        listed = _SURNAME_OF.match(block, found.end("country") + 1 + len(", ")) or _SURNAME_OF.match(
            block, found.end("country") + 1 + len(" en ")
        )
        told = verb or listed or _SPEAKS_BEFORE.search(before) or _spoken_before(before)
        here = Span(start + found.start("name"), start + found.end("name"))
        if country and told and not _AT_A_PLACE.search(before) and not any(m.span.overlaps(here) for m in things):
            yield found.start("name"), found["name"], "", country.entity
    for m in countries.values():
        held = _HOLDER_BEHIND.match(block, m.span.end - start)
        of = _LEADERS_OF.search(block, max(0, m.span.start - start - 160), m.span.start - start) if held else None
        if held and of and _office(of["office"]):
            yield held.start("name"), held["name"], _offices()[1].get(of["office"].lower(), ""), m.entity
    for found in _OFFICE_BEHIND.finditer(block):
        here = Span(start + found.start("name"), start + found.end("name"))
        if (
            _office(found["office"])
            and not any(m.span.overlaps(here) for m in things)
            and not _AT_A_PLACE.search(block[: found.start()])
        ):
            country_ = next(
                (m.entity for at, m in countries.items() if start + found.start("of") <= at < start + found.end("of")),
                "",
            )
            yield found.start("name"), found["name"], found["office"], country_


def _spoken_before(before: str) -> bool:
    """Tell whether a verb stands right before a name: "daarop vroeg Paterson (VK)"."""
    words = before.split()
    return bool(words) and words[-1].islower() and any(r.form == "fin" for r in readings(words[-1]))


def _full(block: str) -> Iterator[tuple[int, str, str, str]]:
    given = _given_names()
    for found in _GIVEN_AND_FAMILY.finditer(block):
        first, _, rest = found.group().partition(" ")
        before = block[: found.start()].rsplit(maxsplit=1)[-1:]
        longer = before and before[0][0].isupper() and before[0][-1].isalnum()  # "San José Costa"
        if fold(first) in given and not longer and not kind_of(rest):
            yield found.start(), found.group(), "", ""


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for key in ("given_names", "women") for name in _LISTS[key])


def _country_before(block: str, at: int, start: int, things: list[Mention]) -> str:
    """Give the country whose adjective stands right before an office: "de Georgische Minister ... Janelidze"."""
    for m in things:
        if (
            m.form == "adjective"
            and m.entity.startswith("country/")
            and m.span.end <= start + at
            and not block[m.span.end - start : at].strip(" ")
        ):
            return m.entity
    return ""
