"""What a graph says of one thing, for its page and as triples. Each runs in a worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import NamedNode

from kg.questions import load, names
from kg.questions.things import ENTITIES
from kg.rdf.vocabulary import KG
from kg.serve.answers import Cell, rdf
from kg.store import LocalStore, ask

__all__ = ["Thing", "described", "thing"]

_SAID = "SELECT DISTINCT ?property ?value WHERE {{ GRAPH ?graph {{ {iri} ?property ?value }} FILTER (?property != kg:calendar) }} LIMIT {most}"
_SAID_BY = "SELECT DISTINCT ?property ?value WHERE {{ GRAPH ?graph {{ ?value ?property {iri} }} }} LIMIT {most}"
_LABELS = """\
SELECT ?thing ?term ?label (LANG(?label) AS ?language) WHERE {{
  VALUES ?thing {{ {iris} }}
  VALUES ?term {{ rdfs:label skos:prefLabel kg:file foaf:name oa:exact }}
  ?thing ?term ?label
}}"""
_BOTH = "CONSTRUCT {{ {iri} ?p ?o . ?s ?q {iri} }} WHERE {{ {{ GRAPH ?g {{ {iri} ?p ?o }} FILTER (?p != kg:calendar) }} UNION {{ GRAPH ?g {{ ?s ?q {iri} }} }} }}"
_HIDDEN = 500  # values of one direction on a page


@dataclass(frozen=True, slots=True)
class Thing:
    """What there is to show: names by language, types, what is said of it and by what it is named, questions about it.

    `said` and `said_by` lead from a property to its values; `labels` from an IRI to its names by language. `asked` holds
    questions with the parameter that this can be.
    """

    iri: str
    types: list[str]
    said: dict[str, list[Cell]]
    said_by: dict[str, list[Cell]]
    more: bool
    labels: dict[str, dict[str, str]]
    asked: list[tuple[str, str, str, str]] = field(default_factory=list)


def thing(store: LocalStore, iri: str) -> Thing | None:
    """Give what the graph says of `iri`; None where it says nothing."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return None
    said, much = _values(store, _SAID, node)
    said_by, more = _values(store, _SAID_BY, node)
    if not said and not said_by:
        return None
    types = [cell.text for cell in said.pop("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", [])]
    shown = [cell.text for part in (said, said_by) for cells in part.values() for cell in cells if cell.kind == "iri"]
    labels = _labels(store, {iri, *types, *said, *said_by, *shown})
    return Thing(iri, types, said, said_by, much or more, labels, _asked(types))


def described(store: LocalStore, iri: str, media_type: str, most: int) -> bytes | None:
    """Give all triples that `iri` is the subject or the object of; None where there are none, or where it is no IRI."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return None
    if not ask(store, f"ASK {{ {{ {node} ?p ?o }} UNION {{ ?s ?q {node} }} }}").found:
        return None
    return rdf(ask(store, _BOTH.format(iri=node)), media_type, most)


def _values(store: LocalStore, query: str, node: NamedNode) -> tuple[dict[str, list[Cell]], bool]:
    from kg.serve.answers import table

    found = table(store, query.format(iri=node, most=_HIDDEN + 1), _HIDDEN)
    values: dict[str, list[Cell]] = {}
    for property_, value in sorted(found.rows, key=lambda row: (row[0].text, row[1].text, row[1].language)):
        values.setdefault(property_.text, []).append(value)
    return values, found.more


def _labels(store: LocalStore, iris: set[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    nodes = " ".join(str(NamedNode(iri)) for iri in sorted(iris))
    for iri, _, label, language in sorted(ask(store, _LABELS.format(iris=nodes)).rows(), key=_order):
        found.setdefault(iri, {}).setdefault(language, label)
    return found


def _order(row: list[str]) -> Any:
    """Put a preferred label before the words of a quotation."""
    terms = ("prefLabel", "label", "name", "file", "exact")
    return row[0], terms.index(row[1].rpartition("#")[2].rpartition("/")[2]), row[2]


def _asked(types: list[str]) -> list[tuple[str, str, str, str]]:
    """Give the questions that can be asked about something of these types: name, parameter, both titles."""
    own = {iri.removeprefix(KG.iri) for iri in types if iri.startswith(KG.iri)}
    own |= {"Entity"} if own & set(ENTITIES) else set()
    found: list[tuple[str, str, str, str]] = []
    for question in map(load, names()):
        needed = {parameter.name for parameter in question.parameters if parameter.required}
        found.extend(
            (question.name, parameter.name, question.title_nl, question.title_en)
            for parameter in question.parameters
            if own & set(parameter.types) and needed <= {parameter.name}
        )
    return found
