"""From the registry's Turtle to entries, forms and relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import RegistryError
from kg.registry.entry import Entry, Form, Period, Relation

__all__ = ["BASE", "Facts", "forms", "read_turtle", "to_entries", "to_relations"]

BASE = "https://w3id.org/kamergraph/id/"
_KG = "https://w3id.org/kamergraph/def#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_ORG = "http://www.w3.org/ns/org#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_DCT = "http://purl.org/dc/terms/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMED = frozenset({"Country", "Place", "Organisation", "Treaty", "Mission", "Instrument", "Person"})

_Properties = defaultdict[str, list[tuple[str, str]]]
Facts = Mapping[str, Mapping[str, list[tuple[str, str]]]]
"""Subject id -> property IRI -> (value, language) pairs; ids are without the base."""


def read_turtle(paths: Iterable[Path]) -> Facts:
    """Read Turtle files into facts, sorted so that the order of the files never matters.

    Raises RegistryError where a file is not Turtle, naming the line.
    """
    facts: defaultdict[str, _Properties] = defaultdict(lambda: _Properties(list))
    for path in paths:
        try:
            last, about = None, _Properties(list)
            for subject, predicate, value, _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                if subject != last:  # the triples of one subject stand together
                    last, about = subject, facts[_id(subject)]
                if isinstance(value, ox.Literal):
                    about[predicate.value].append((value.value, value.language or ""))
                else:
                    about[predicate.value].append((_id(value), ""))
        except (SyntaxError, OSError) as error:
            raise RegistryError(path.name, f"is not Turtle ({error})", "mend that line") from error
    return facts


def to_entries(facts: Facts) -> Iterator[Entry]:
    """Give an entry for each named thing, in the order of their ids."""
    for subject in sorted(facts):
        about = facts[subject]
        kind = next((t for v, _ in about.get(_TYPE, []) if (t := v.removeprefix(_KG)) in _NAMED), "")
        if not kind:
            continue
        labels = {lang: text for text, lang in about.get(_SKOS + "prefLabel", [])}
        if "nl" not in labels:
            raise RegistryError(subject, "has no Dutch skos:prefLabel", "add one")
        yield Entry(
            subject,
            kind,
            labels["nl"],
            labels.get("en", labels["nl"]),
            kind=_one(about, _DCT + "type"),
            part_of=_one(about, _ORG + "subOrganizationOf"),
            country=_one(about, _KG + "locatedIn") or _one(about, _KG + "nationality"),
            capital=_one(about, _KG + "capital"),
            seat=_one(about, _KG + "seatOfGovernment"),
            given=_one(about, _FOAF + "givenName"),
            family=_one(about, _FOAF + "familyName"),
            initials=_one(about, _KG + "initials"),
            collective=_all(about, _KG + "collective"),
            abbreviations=_all(about, _KG + "abbreviation"),
            period=_period(about),
        )


def forms(facts: Facts, entry: Entry) -> Iterator[Form]:
    """Give every form under which an entry is recognised."""
    about = facts[entry.id]
    context = set(_all(about, _KG + "needsContext"))

    def make(text: str, kind: str, period: Period = entry.period) -> Form:
        return Form(text, entry.id, kind, text in context, period)

    names = dict.fromkeys(v for p in ("prefLabel", "altLabel", "hiddenLabel") for v in _all(about, _SKOS + p))
    names.update(dict.fromkeys(v for v in context if v not in _all(about, _KG + "abbreviation") and v != entry.family))
    for text in names:
        yield make(text, "name")
        if entry.type == "Country" and text[-1] not in "sxz" and text not in context:
            yield make(text + "s", "name")
    for kind in ("abbreviation", "adjective", "inhabitant"):
        for text in _all(about, _KG + kind):
            yield make(text, kind)
    if entry.type == "Person" and entry.family:
        yield make(entry.family, "surname")
        for first in filter(None, (entry.given, entry.initials)):
            yield make(f"{first} {entry.family}", "name")
    for former, _ in about.get(_KG + "formerName", []):
        name = facts.get(former, {})
        for kind, prop in (("name", "form"), ("adjective", "adjective")):
            for text in _all(name, _KG + prop):
                yield Form(text, entry.id, kind, text in context, _period(name))


def to_relations(facts: Facts) -> Iterator[Relation]:
    """Give memberships and terms of office, in the order of their ids."""
    for subject in sorted(facts):
        if subject.startswith(("membership/", "term/")):
            about = facts[subject]
            yield Relation(
                _one(about, _ORG + "member"),
                _one(about, _ORG + "organization"),
                _one(about, _KG + "role"),
                _period(about),
            )


def _id(term: object) -> str:
    value = str(getattr(term, "value", term))
    return value.removeprefix(BASE)


def _all(about: Mapping[str, list[tuple[str, str]]], prop: str) -> tuple[str, ...]:
    values = about.get(prop, ())
    return tuple(sorted({v for v, _ in values})) if len(values) > 1 else tuple(v for v, _ in values)


def _one(about: Mapping[str, list[tuple[str, str]]], prop: str) -> str:
    return min((v for v, _ in about[prop]), default="") if prop in about else ""


def _period(about: Mapping[str, list[tuple[str, str]]]) -> Period:
    return Period(_one(about, _KG + "from"), _one(about, _KG + "until"))
