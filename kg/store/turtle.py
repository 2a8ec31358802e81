"""Turtle and TriG that are the same bytes for the same triples, and that people can read.

Prefixes come first; then every subject once, in the order of its IRI, with its types before its other
properties. Only a list of subjects is held in memory, not the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.rdf.iris import Iris
from kg.rdf.vocabulary import PREFIXES, RDF, XSD
from kg.store.local import LocalStore

__all__ = ["turtle", "write_trig", "write_turtle"]

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")  # a part of PN_LOCAL that needs no escapes
_BARE = {
    XSD["boolean"]: re.compile("true|false"),
    XSD["integer"]: re.compile(r"[+-]?[0-9]+"),
    XSD["decimal"]: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_Term = NamedNode | BlankNode | Literal | Triple


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Give triples as Turtle. Of `prefixes` (name to IRI) all are declared."""
    pen = _Pen(prefixes)
    subjects: dict[str, list[Triple]] = {}
    for triple in triples:
        subjects.setdefault(str(triple.subject), []).append(triple)
    return pen.head + "".join("\n" + pen.block(subjects[subject]) for subject in sorted(subjects))


def write_turtle(store: LocalStore, path: Path) -> None:
    """Write all that the store holds to one Turtle file, each triple once, whichever graphs hold it."""
    pen = _Pen(PREFIXES | Iris(store.base).prefixes())
    subjects = {str(quad.subject): quad.subject for quad in store.raw}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(pen.head)
        for subject in sorted(subjects):
            quads = store.raw.quads_for_pattern(subjects[subject], None, None, None)
            file.write("\n" + pen.block(quad.triple for quad in quads))


def write_trig(store: LocalStore, path: Path) -> None:
    """Write all that the store holds to one TriG file, graph by graph."""
    pen = _Pen(PREFIXES | Iris(store.base).prefixes())
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(pen.head)
        for name in store.graphs():
            graph = NamedNode(name)
            subjects: dict[str, list[Triple]] = {}
            for triple in store.triples(graph):
                subjects.setdefault(str(triple.subject), []).append(triple)
            file.write(f"\n{pen.term(graph)} {{\n")
            file.writelines("\n" + pen.block(subjects[subject]) for subject in sorted(subjects))
            file.write("\n}\n")


class _Pen:
    """Writes terms with the prefixes that it declares."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))
        self._names = {iri: name for name, iri in prefixes.items()}

    def block(self, triples: Iterable[Triple]) -> str:
        """Write what is said of one subject."""
        objects: dict[NamedNode, set[_Term]] = {}
        subject: _Term | None = None
        for triple in triples:
            subject = triple.subject
            objects.setdefault(triple.predicate, set()).add(triple.object)
        if subject is None:
            return ""
        order = sorted(objects, key=lambda predicate: (predicate != RDF["type"], predicate.value))
        return f"{self.term(subject)} " + " ;\n    ".join(self._said(p, objects[p]) for p in order) + " .\n"

    def _said(self, predicate: NamedNode, objects: set[_Term]) -> str:
        verb = "a" if predicate == RDF["type"] else self.term(predicate)
        return f"{verb} " + " , ".join(self._sorted(objects))

    def _sorted(self, objects: set[_Term]) -> Iterator[str]:
        for term in sorted(objects, key=str):
            yield self.term(term)

    def term(self, term: _Term) -> str:
        """Write one term."""
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        if not isinstance(term, Literal):
            return str(term)
        bare = _BARE.get(term.datatype)
        if bare and bare.fullmatch(term.value):
            return term.value
        text = '"' + _ESCAPED.sub(_escape, term.value) + '"'
        if term.language:
            return f"{text}@{term.language}"
        return text if term.datatype == XSD["string"] else f"{text}^^{self._iri(term.datatype.value)}"

    def _iri(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        name = self._names.get(iri[:cut])
        return f"{name}:{iri[cut:]}" if name and _NAME.fullmatch(iri[cut:]) else f"<{iri}>"


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
