"""Persons: whom the letter introduces, whom the registry knows, and afterwards either by surname alone."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.dutch import word_set
from kg.dutch.verbs import readings
from kg.expression import expression
from kg.extract.entities.introductions import introductions
from kg.extract.entities.person_names import NAME_WORD, PARTICLE, trim
from kg.extract.mentions import Places, Taken
from kg.model import Entity, Letter, Mention, Span, slug
from kg.registry import Registry, fold

__all__ = ["PersonFinder"]

_INITIALS = "A-ZÀ-ÖØ-ÞĀ-Ž" + "".join(sorted({p[0] for p in PARTICLE.replace("\\", "").split("|")}))
_ALONE = expression(rf"(?=[{_INITIALS}])(?:(?:{PARTICLE})\s+)*{NAME_WORD}(?:[ -]{NAME_WORD})?")
_FAMILY = re.compile(rf"\s+(?=(?:(?:{PARTICLE})\s)*{NAME_WORD}$)")
# "Lee Myung-bak", "Ban Ki-moon": the family name comes first
_FAMILY_FIRST = re.compile(r"[A-Z][a-z]+\s[A-Z][a-z]+-[a-z]+")
_CROWNED = word_set("people", "crowned")
_FULL_OFFICES = {"sg": "secretaris-generaal", "minister-president": "premier", "hv": "hoge vertegenwoordiger"}


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
            id_ = self._add(signatory.name, signatory.role, "country/nederland", letter, new, surnames)
            if id_ and (at := text.rfind(signatory.name)) >= 0:
                found.setdefault(Span(at, at + len(signatory.name)), id_)
        blocks = [block for block in letter.text.blocks if block.kind != "letterhead"]
        places, named = Places(mentions), Taken(len(text), found)
        for block in blocks:
            if block.kind == "signature":
                continue  # who signs is known already
            for one in introductions(
                block.span.of(text), block.span.start, places.within(block.span), self._is_surname
            ):
                if not named.overlaps(one.span):
                    named.take(one.span)
                    found[one.span] = self._add(one.name, one.role, one.country, letter, new, surnames)
        taken = Taken(len(text), [*(m.span for m in mentions if not m.entity.startswith("person/")), *found])
        for block in blocks:
            self._bare(block.span, letter, found, surnames, taken)
        persons = [Mention(span, id_, "surname" if " " not in span.of(text) else "name") for span, id_ in found.items()]
        named = Taken(len(text), found)
        rest = [m for m in mentions if not m.entity.startswith("person/") and not named.overlaps(m.span)]
        return sorted([*rest, *persons], key=lambda m: m.span), new

    def _is_surname(self, name: str) -> bool:
        return fold(name) in self._registry.surnames

    def _add(
        self, name: str, role: str, country: str, letter: Letter, new: dict[str, Entity], surnames: dict[str, str]
    ) -> str:
        name = trim(name)
        if not name:
            return ""
        id_ = surnames.get(fold(name)) or self._known(name, role, country, letter.date)
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
            name = new[id_].label
            words = _FAMILY.split(name, maxsplit=1)
            surnames.setdefault(fold(name.split()[0] if _FAMILY_FIRST.fullmatch(name) else words[-1]), id_)
            surnames.setdefault(fold(name.split()[-1]), id_)

    def _known(self, name: str, role: str, country: str, date: str) -> str:
        """Give the person of the registry that a name means: by full name, by initials and surname, or by surname with an office held about then.

        Where several fit, the one who held the office that the letter gives: "SG Rasmussen" was not the prime minister of that name.
        """
        hits = self._registry.names.scan(name)
        whole = [
            f
            for h in hits
            if h.span.end - h.span.start >= len(name) - 1
            for f in h.forms
            if f.entity.startswith("person/")
        ]
        crowned = role.rpartition(" ")[2] in _CROWNED
        if crowned:  # "koning Filip" goes by his first name, which is another's surname
            return next((f.entity for f in whole if self._held(f.entity, role, date)), "")
        if whole:
            return whole[0].entity
        parts = name.split()
        for size in range(min(len(parts), 4), 0, -1):
            forms = self._registry.surnames.get(fold(" ".join(parts[-size:])), ())
            fits = {f.entity for f in forms if self._fits(f.entity, parts[:-size], country, date)}
            if len(fits) > 1 and role:
                fits = {id_ for id_ in fits if self._held(id_, role, date)}
            if len(fits) == 1:
                return fits.pop()
        return ""

    def _held(self, id_: str, role: str, date: str) -> bool:
        """Tell whether a person held an office (as a letter writes it) on a date."""
        office = _FULL_OFFICES.get(role, role)
        return any(t.role.casefold().startswith(office) and t.period.holds(date) for t in self._registry.terms(id_))

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
        if not date or not terms:  # who never held an office is known at any time
            return True
        year = int(date[:4])
        return any(
            (not t.period.start or int(t.period.start[:4]) - slack <= year)
            and (not t.period.end or year <= int(t.period.end[:4]) + slack)
            for t in terms
        )

    def _bare(self, span: Span, letter: Letter, found: dict[Span, str], surnames: dict[str, str], taken: Taken) -> None:
        """Find surnames that stand alone: of persons the letter introduced, and of the registry's while in office."""
        for m in _ALONE.finditer(span.of(letter.text.clean)):
            name = m.group()
            for words in dict.fromkeys((name, name.split(" ")[0], name.split()[-1])) if " " in name else (name,):
                clean = words[:-2] if words.endswith(("’s", "'s")) else words
                folded = fold(clean)
                if folded not in surnames and folded not in self._registry.surnames:
                    continue
                at = span.start + m.start() + name.index(words)
                here = Span(at, at + len(words))
                id_ = surnames.get(folded) or self._registered(clean, letter, here)
                if id_ and not taken.overlaps(here):
                    place = Span(here.start, here.start + len(clean))
                    found[place] = id_
                    taken.take(place)
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
