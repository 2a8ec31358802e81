"""A graph of many letters, made of the example letters over and over: each copy has letters, meetings and dates of its own, and other countries.

The words stay those of the examples, so what the copies say is nonsense; how much there is of everything is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.rdf.vocabulary import KG, RDF
from kg.store import LocalStore

YEARS = range(1995, 2025)
_OWN = ("attendance", "graph/letter", "letter", "meeting", "mention", "signatory", "stance", "text")
_Term = NamedNode | BlankNode | Literal | Triple


def multiply(source: LocalStore, target: LocalStore, letters: int) -> None:
    """Fill `target` with `letters` letters, made of those of `source`, and with its other graphs."""
    base = source.base
    kept = [NamedNode(name) for name in source.graphs() if "/graph/letter/" not in name]
    models = [list(source.triples(NamedNode(name))) for name in source.graphs() if "/graph/letter/" in name]
    names = [NamedNode(name) for name in source.graphs() if "/graph/letter/" in name]
    countries = sorted(
        t.subject.value
        for g in kept
        for t in source.triples(g)
        if t.predicate == RDF["type"] and t.object == KG["Country"]
    )
    target.write_all((graph, source.triples(graph)) for graph in kept)

    def quads() -> Iterator[Quad]:
        for number in range(letters):
            copy = _Copy(base, number // len(models), countries)
            graph = copy.term(names[number % len(models)])
            for triple in models[number % len(models)]:
                yield Quad(copy.term(triple.subject), triple.predicate, copy.term(triple.object), graph)

    target.raw.bulk_extend(quads())


class _Copy:
    """What the terms of the examples are called in one copy of them."""

    def __init__(self, base: str, number: int, countries: list[str]) -> None:
        random = Random(number)
        self._number = number
        self._later = timedelta(days=round(365.25 * (random.choice(YEARS) - 2018)) + random.randrange(365))
        others = [iri for iri in countries if not iri.endswith("/nederland")]
        self._countries = dict(zip(others, random.sample(others, len(others)), strict=True)) if number else {}
        self._own = re.compile(rf"({re.escape(base)}(?:{'|'.join(_OWN)})/[^/#]+)(.*)")
        self._known: dict[_Term, _Term] = {}

    def term(self, term: _Term) -> _Term:
        """Give what stands in the copy for a term."""
        if term not in self._known:
            self._known[term] = self._made(term)
        return self._known[term]

    def _made(self, term: _Term) -> _Term:
        if isinstance(term, NamedNode):
            found = self._own.fullmatch(term.value)
            if found:
                return NamedNode(f"{found[1]}-{self._number}{found[2]}")
            return NamedNode(self._countries.get(term.value, term.value))
        if isinstance(term, Literal):
            if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){1,2}", term.value) or term.datatype.value.endswith("#gYear"):
                day = date.fromisoformat(term.value + "-07-01"[len(term.value) - 4 :])
                return Literal((day + self._later).isoformat()[: len(term.value)], datatype=term.datatype)
            if re.fullmatch(r"[\w-]+\.(txt|pdf|docx|odt|html|xml)", term.value):
                return Literal(f"{self._number}-{term.value}")
        return term


def made(source: Path, folder: Path, letters: int) -> None:
    """Make the store in `folder`, of the graph that a build wrote into `source`."""
    with LocalStore.read(source / "store") as examples, LocalStore.create(folder) as many:
        multiply(examples, many, letters)
        many.raw.optimize()
