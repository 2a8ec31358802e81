"""Turtle and TriG that are the same bytes for the same triples, and that people can read.

Prefixes come first, then graph by graph, in the order of their names: every subject of a graph once, in the order of its
IRI, with its types before its other properties. What several letters say of one thing stands under each of them, as in
TriG; so a graph is written without looking at any other, and what did not change can be copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.rdf.iris import Iris
from kg.rdf.scene import Statement
from kg.rdf.vocabulary import PREFIXES, RDF, XSD
from kg.store.local import LocalStore

__all__ = ["Pen", "turtle", "write_trig", "write_turtle"]

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")  # a part of PN_LOCAL that needs no escapes
_BARE = {
    XSD["boolean"].value: re.compile("true|false"),
    XSD["integer"].value: re.compile(r"[+-]?[0-9]+"),
    XSD["decimal"].value: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")  # what cannot be seen
_TYPE = RDF["type"]
_A = "!"  # comes before "<", so that types come first


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Give triples as Turtle. Of `prefixes` (name to IRI) all are declared."""
    pen = Pen(prefixes)
    return pen.head + pen.subjects(triples)


def write_turtle(store: LocalStore, path: Path) -> None:
    """Write all that the store holds to one Turtle file, graph by graph."""
    pen = Pen(PREFIXES | Iris(store.base).prefixes())
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(pen.head)
        file.writelines(pen.subjects(store.triples(NamedNode(name))) for name in store.graphs())


def write_trig(store: LocalStore, path: Path) -> None:
    """Write all that the store holds to one TriG file, graph by graph."""
    pen = Pen(PREFIXES | Iris(store.base).prefixes())
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(pen.head)
        for name in store.graphs():
            graph = NamedNode(name)
            file.write(pen.opening(graph) + pen.subjects(store.triples(graph)) + pen.closing)


class Pen:
    """Writes terms with the prefixes that it declares: `head` declares them, `opening` and `closing` stand around a graph in TriG."""

    closing = "\n}\n"

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))
        self._names = {iri: name for name, iri in prefixes.items()}

    def opening(self, graph: NamedNode) -> str:
        """Give what opens a graph in TriG."""
        return f"\n{self._iri(graph.value)} {{\n"

    def subjects(self, triples: Iterable[Triple | Statement]) -> str:
        """Write what is said of each subject, in the order of their IRIs; each triple once, however often it is given."""
        lines = {f"{subject} {_verb(predicate)} {value}" for subject, predicate, value in triples}
        written = _Terms(self._term)
        out: list[str] = []
        subject = verb = ""
        for line in sorted(lines):
            first, second, third = line.split(" ", 2)
            property_ = "a" if second == _A else written[second]
            if first != subject:
                out.append(
                    f"{' .' if subject else ''}\n\n{written[first]} {property_} "
                    if out
                    else f"\n{written[first]} {property_} "
                )
            elif second != verb:
                out.append(f" ;\n    {property_} ")
            else:
                out.append(" , ")
            out.append(written[third])
            subject, verb = first, second
        return "".join(out) + " .\n" if out else ""

    def _term(self, term: str) -> str:
        """Write a term that is given as in N-Triples."""
        if term.startswith("<"):
            return self._iri(term[1:-1])
        if not term.startswith('"'):
            return term
        text, _, ending = term.rpartition('"')
        text = _ODD.sub(_escape, text) + '"'
        if not ending.startswith("^^"):
            return text + ending
        bare = _BARE.get(ending[3:-1])
        return text[1:-1] if bare and bare.fullmatch(text, 1, len(text) - 1) else f"{text}^^{self._iri(ending[3:-1])}"

    def _iri(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        name = self._names.get(iri[:cut])
        return f"{name}:{iri[cut:]}" if name and _NAME.fullmatch(iri, cut) else f"<{iri}>"


class _Terms(dict[str, str]):
    """Terms with how they are written; most come back many times."""

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, term: str) -> str:
        self[term] = written = self._write(term)
        return written


def _verb(predicate: NamedNode) -> str:
    return _A if predicate == _TYPE else str(predicate)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04X}"
