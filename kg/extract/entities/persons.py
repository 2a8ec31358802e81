"""Persons: under an office with a name, under a full name, and afterwards by surname alone."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.dutch import table
from kg.dutch.verbs import readings
from kg.extract.entities.defined import slug
from kg.model import Entity, Letter, Mention, Span
from kg.registry import Registry, fold
from kg.text.expression import expression

__all__ = ["PersonFinder"]

_LISTS = table("people")
_ALT = "|".join(re.escape(w) for w in sorted(_LISTS["offices"], key=len, reverse=True))
_PORTFOLIO = "|".join(re.escape(w) for w in sorted(_LISTS["portfolios"], key=len, reverse=True))
_PARTICLE = "|".join(re.escape(w) for w in _LISTS["name_particles"])
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*[\wà-ž]|[A-Z]\.(?:[A-Z]\.)*)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD}|-{_NAME_WORD})*"
_FIRST = "A-ZÀ-ÖØ-ÞĀ-Ž" + "".join(sorted({re.escape(w[0]) for w in _LISTS["name_particles"]}))
# to look at the first letter is much faster than to try all particles
_FULL = rf"(?=[{_FIRST}])(?:(?:{_PARTICLE})\s+)*{_NAME}"
_TITLED = expression(
    rf"(?i)(?<![\w-])(?P<office>(?:[\w-]+-)?(?:{_ALT}))(?:,)?(?:\s+(?i:{_PORTFOLIO}))?(?:\s*\((?:[A-Z]{{2,4}})\))?(?:\s+(?:drs|dr|mr|prof)\.)?\s+(?P<name>{_FULL})",
)
_OF = expression(r"(?:van )?(de |het )?")
_JUST_PORTFOLIO = expression(rf"(?i:{_PORTFOLIO})\b")
_ALONE = expression(rf"(?=[{_FIRST}])(?:(?:{_PARTICLE})\s+)*{_NAME_WORD}(?:[ -]{_NAME_WORD})?")
_CASED_NAME = expression(_FULL)
_BRACKETED = expression(rf"(?P<name>{_FULL})\s*\((?P<country>{_NAME_WORD}(?:\s{_NAME_WORD})?)\)")
_LEADING = expression(
    rf"(?:onder leiding van|voorgezeten door|aldus|volgens|namens|met|waaronder|\()\s+(?:de\s+\w+(?:se|e)\s+)?(?P<name>{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD})+)"
)
_APPOSED = expression(
    rf"(?<![\w-])(?i:{_ALT})\s[^.,;:()]{{2,70}}, (?P<name>{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD})+)(?=[,.)])"
)
# "de minister van Planning, Fakhoury, schoof aan": a surname alone, closed off by commas
_SET_OFF = expression(
    rf"(?<![\w-])(?i:de|mijn|haar|zijn) (?:[\w-]+ )?(?i:{_ALT})\s(?:van|voor|inzake) [^.,;:()]{{2,60}}, (?P<name>(?:(?:{_PARTICLE})\s+)*{_NAME_WORD})(?=, [a-z])"
)
_STOP = frozenset(
    [
        "De",
        "Het",
        "Een",
        "In",
        "Op",
        "Dit",
        "Die",
        "Ook",
        "Na",
        "Zij",
        "Hij",
        "Er",
        "Deze",
        "Tijdens",
        "Met",
        "Voor",
        "Aan",
        "Uit",
        "Bij",
        "Door",
        "Over",
        "Van",
        "Den",
        "Haag",
    ]
)


_GENERIC = frozenset(w.casefold() for w in [*_LISTS["offices"], *_LISTS["groups"]]) | frozenset(
    ["raad", "commissie", "groep", "kamer", "top", "verdrag", "unie", "zaken", "state", "staten"]
)


# "minister Van Quickenborne": a particle has a capital where no first name stands before it
_PARTICLED = expression(rf"(?:De|Van|Den|Der|Ter|Ten|Von|Zu)\s(?:(?:{_PARTICLE})\s)*[A-ZÀ-Þ][a-zà-ž]{{2,}}")


class PersonFinder:
    """Finds persons; those of the registry by their terms of office at the letter's date."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def find(self, letter: Letter, mentions: list[Mention]) -> tuple[list[Mention], dict[str, Entity]]:
        """Give all mentions, those of persons added (and others that they swallow removed), and the persons whom the registry does not hold."""
        text = letter.text.clean
        found: dict[Span, str] = {m.span: m.entity for m in mentions if m.entity.startswith("person/")}
        new: dict[str, Entity] = {}
        surnames: dict[str, str] = {}
        for id_ in found.values():
            self._remember(id_, surnames, new)
        for signatory in letter.signatories:
            self._add(signatory.name, signatory.role, "country/nederland", letter, new, surnames)
        for block in letter.text.blocks:
            if block.kind == "letterhead":
                continue
            for span, name, role, country in self._titled(block.span, text, mentions):
                if not any(span.overlaps(s) for s in found):
                    found[span] = self._add(name, role, country, letter, new, surnames)
        for block in letter.text.blocks:
            if block.kind != "letterhead":
                self._bare(block.span, letter, found, surnames, mentions)
        persons = [Mention(span, id_, "surname" if " " not in span.of(text) else "name") for span, id_ in found.items()]
        rest = [
            m
            for m in mentions
            if not m.entity.startswith("person/") and not any(m.span.overlaps(p.span) for p in persons)
        ]
        return sorted([*rest, *persons], key=lambda m: m.span), new

    def _titled(self, span: Span, text: str, mentions: list[Mention]) -> list[tuple[Span, str, str, str]]:
        block, out = span.of(text), []
        for m in _TITLED.finditer(block):
            cased = self._behind_known(block, m.start("name"), span.start, mentions)
            name = self._up_to_known(cased, span.start, mentions) if cased else ""
            if (
                cased
                and name
                and not self._is_other(
                    name, mentions, Span(span.start + cased.start(), span.start + cased.start() + len(name))
                )
            ):
                out.append(
                    (
                        cased.start(),
                        name,
                        m.group("office"),
                        self._country_before(block, m.start(), span.start, mentions),
                    )
                )
                # "ministers Zalkaliani (Georgië) en Klimkin (Oekraïne)", "de presidenten Bush en Poetin"
                rest = expression(rf"\s*(?:\([^)]*\))?\s*(?:,|en)\s+({_FULL})(?=\s*\(|\s|[.,])")
                after = rest.match(block, cased.end())
                while (
                    after
                    and m.group("office").lower().endswith("s")
                    and not self._is_other(
                        after.group(1), mentions, Span(span.start + after.start(1), span.start + after.end(1))
                    )
                ):
                    out.append((after.start(1), after.group(1), m.group("office").removesuffix("s"), ""))
                    after = rest.match(block, after.end())
        for pattern in (_BRACKETED, _LEADING, _APPOSED, _SET_OFF):
            for m in pattern.finditer(block):
                name = m.group("name")
                if pattern is _BRACKETED and not any(
                    x.span.start == span.start + m.start("country") and x.entity.startswith("country/")
                    for x in mentions
                ):
                    continue
                if pattern is _LEADING and not self._has_given_name(name):
                    continue
                second = expression(rf"\s+en\s+({_NAME_WORD}(?:\s+{_NAME_WORD})+)(?=\)|,|\s)").match(
                    block, m.end("name")
                )
                if pattern is _LEADING and second and self._has_given_name(second.group(1)):
                    out.append((second.start(1), second.group(1), "", ""))
                if not self._is_other(name, mentions, Span(span.start + m.start("name"), span.start + m.end("name"))):
                    out.append((m.start("name"), name, "", ""))
        out += [(s, n, "", c) for s, n, c in self._after_adjective(block, span.start, mentions)]
        return [
            (Span(span.start + at, span.start + at + len(_trim(name))), _trim(name), role, country)
            for at, name, role, country in out
            if _trim(name)
        ]

    def _behind_known(self, block: str, at: int, start: int, mentions: list[Mention]) -> re.Match[str] | None:
        """Give the name behind an office and what the office is of: "SG NAVO Stoltenberg", "de voorzitter van de Europese Raad Tusk"."""
        of = _OF.match(block, at)
        first = of.end() if of else at
        for m in mentions:
            if m.span.start - start == first and not m.entity.startswith("person/"):
                behind = expression(r"\s*(?:\([A-Z]+\))?\s*").match(block, m.span.end - start)
                return _CASED_NAME.match(block, behind.end() if behind else m.span.end - start)
        if _JUST_PORTFOLIO.match(block, at) or (of and of.group(1)):
            return None
        return _CASED_NAME.match(block, at)

    def _up_to_known(self, name: re.Match[str], start: int, mentions: list[Mention]) -> str:
        """Cut a name where another thing's begins: "Lagarde" of "Lagarde van het IMF"."""
        known = [
            m.span.start - start
            for m in mentions
            if name.start() < m.span.start - start < name.end() and not m.entity.startswith("person/")
        ]
        return _trim(name.group()[: min(known) - name.start()] if known else name.group())

    def _after_adjective(self, block: str, start: int, mentions: list[Mention]) -> list[tuple[int, str, str]]:
        """Find a full name right behind a country's adjective: "de Nederlandse Herna Verhagen"."""
        out = []
        for m in mentions:
            if m.form == "adjective" and m.entity.startswith("country/") and start <= m.span.start < start + len(block):
                name = expression(rf"\s+({_NAME_WORD}\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD})").match(
                    block, m.span.end - start
                )
                if (
                    name
                    and not self._is_other(name.group(1), mentions, Span(start + name.start(1), start + name.end(1)))
                    and not re.match(r"(?i)(?:minister|staats|president|premier|ministerie)", name.group(1))
                ):
                    out.append((name.start(1), name.group(1), m.entity))
        return out

    def _country_before(self, block: str, at: int, start: int, mentions: list[Mention]) -> str:
        """Give the country whose adjective stands right before an office: "de Georgische Minister ... Janelidze"."""
        for m in mentions:
            if (
                m.form == "adjective"
                and m.entity.startswith("country/")
                and m.span.end <= start + at
                and not block[m.span.end - start : at].strip(" ")
            ):
                return m.entity
        return ""

    def _is_other(self, name: str, mentions: list[Mention], span: Span) -> bool:
        """Tell whether a capitalised stretch is something else that is known, or an ordinary opening word."""
        if not re.search(r"[a-zà-ž]{2}", name.rsplit(maxsplit=1)[-1]) or re.search(r"\d", name):
            return True
        if (
            (name.split(maxsplit=1)[0] in _STOP and not _PARTICLED.match(name))
            or (name.isupper() and len(name) < 5)
            or name.casefold() in _GENERIC
        ):
            return True
        return any(
            m.span.overlaps(span)
            and not m.entity.startswith(("person/", "place/"))
            and m.span.start <= span.start
            and m.form != "adjective"
            for m in mentions
        )

    def _has_given_name(self, name: str) -> bool:
        return fold(name.split(maxsplit=1)[0]) in self._given

    @property
    def _given(self) -> set[str]:
        if not hasattr(self, "_given_names"):
            self._given_names = {fold(e.given.split()[0]) for e in self._registry if e.type == "Person" and e.given} | {
                fold(n) for n in _LISTS.get("given_names", [])
            }
        return self._given_names

    def _add(
        self, name: str, role: str, country: str, letter: Letter, new: dict[str, Entity], surnames: dict[str, str]
    ) -> str:
        name = _trim(name)
        if not name:
            return ""
        id_ = surnames.get(fold(name)) or self._known(name, country, letter.date)
        if (
            not id_
            and fold(name.split()[-1]) in surnames
            and (surnames[fold(name.split()[-1])] in new)
            and len(name.split()) == 1
        ):
            id_ = surnames[fold(name.split()[-1])]
        if not id_:
            id_ = f"person/{slug(name)}"
            new.setdefault(id_, Entity(id_, "Person", name, known=False, role=role, country=country))
        elif id_ in new and country and not new[id_].country:
            new[id_] = replace(new[id_], country=country)
        self._remember(id_, surnames, new)
        surnames.setdefault(fold(name), id_)
        return id_

    def _remember(self, id_: str, surnames: dict[str, str], new: dict[str, Entity]) -> None:
        if id_ in self._registry:
            surnames.setdefault(fold(self._registry[id_].family), id_)
        elif id_ in new:
            words = re.split(rf"\s+(?=(?:(?:{_PARTICLE})\s)*{_NAME_WORD}$)", new[id_].label, maxsplit=1)
            surnames.setdefault(fold(words[-1]), id_)
            surnames.setdefault(fold(new[id_].label.split()[-1]), id_)

    def _known(self, name: str, country: str, date: str) -> str:
        """Give the person of the registry that a name means: by full name, by initials and surname, or by surname with an office held about then."""
        hits = self._registry.names.scan(name)
        whole = [
            f
            for h in hits
            if h.span.end - h.span.start >= len(name) - 1
            for f in h.forms
            if f.entity.startswith("person/")
        ]
        if whole:
            return whole[0].entity
        parts = name.split()
        for size in range(min(len(parts), 4), 0, -1):
            forms = self._registry.surnames.get(fold(" ".join(parts[-size:])), ())
            fits = [f.entity for f in forms if self._fits(f.entity, parts[:-size], country, date)]
            if len(set(fits)) == 1:
                return fits[0]
        return ""

    def _fits(self, id_: str, first: list[str], country: str, date: str) -> bool:
        person = self._registry[id_]
        if country and person.country and country != person.country:
            return False
        if first:
            begin = first[0]
            return (
                bool(person.given)
                and (begin[0] == person.given[0] or begin[0] == person.initials[:1])
                and ("." in begin or fold(begin) == fold(person.given.split()[0]))
            )
        return self._in_office(id_, date)

    def _in_office(self, id_: str, date: str, slack: int = 1) -> bool:
        terms = self._registry.terms(id_)
        if not date:
            return bool(terms)
        year = int(date[:4])
        return any(
            (not t.period.start or int(t.period.start[:4]) - slack <= year)
            and (not t.period.end or year <= int(t.period.end[:4]) + slack)
            for t in terms
        )

    def _bare(
        self, span: Span, letter: Letter, found: dict[Span, str], surnames: dict[str, str], mentions: list[Mention]
    ) -> None:
        """Find surnames that stand alone: of persons the letter introduced, and of the registry's while in office."""
        text = letter.text.clean
        busy = [m.span for m in mentions if not m.entity.startswith("person/")] + list(found)
        for m in _ALONE.finditer(span.of(text)):
            for words in dict.fromkeys((m.group(), re.split(r"[ ]", m.group())[0], m.group().split()[-1])):
                at = span.start + m.start() + m.group().index(words)
                here = Span(at, at + len(words))
                clean = re.sub(r"[’']s$", "", words)
                id_ = surnames.get(fold(clean)) or self._registered(clean, letter, here)
                if id_ and not any(here.overlaps(b) for b in busy):
                    place = Span(here.start, here.start + len(clean))
                    found[place] = id_
                    busy.append(place)
                    self._remember(id_, surnames, {})
                    break

    def _registered(self, name: str, letter: Letter, span: Span) -> str:
        forms = self._registry.surnames.get(fold(name), ())
        fits = {
            f.entity
            for f in forms
            if self._in_office(f.entity, letter.date, 0) and (not f.context or self._acts(letter.text.clean, span))
        }
        return fits.pop() if len(fits) == 1 and name[0].isupper() else ""

    def _acts(self, text: str, span: Span) -> bool:
        """Tell whether a surname that is also a word stands where a person stands: before a finite verb, or behind "aldus"."""
        after = re.match(r"\s+(\w+)", text[span.end :])
        before = text[: span.start].rstrip()[-12:].lower()
        sentence_start = not before or before[-1] in ".:;"
        verb = bool(after) and any(r.form == "fin" for r in readings(after.group(1).lower())) if after else False
        return before.endswith(("aldus", "volgens", "met", "premier")) or (verb and bool(sentence_start))


def _trim(name: str) -> str:
    words = name.strip().split()
    # "riep Asselborn de Bondgenoten op": a group is no part of a name
    group = next((n for n, word in enumerate(words) if n and word.casefold() in _GENERIC), len(words))
    words = words[:group]
    while words and (words[-1] in _STOP or words[-1].casefold() in _LISTS["name_particles"]):
        words.pop()
    return re.sub(r"[’']s$", "", " ".join(words)).rstrip(",;:")
