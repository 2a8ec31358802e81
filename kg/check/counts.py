"""How many values each property has, by the shapes, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.check.finding import Finding
from kg.check.shape import Shapes
from kg.rdf.vocabulary import KG
from kg.store import LocalStore, ask

__all__ = ["counts"]

# a letter says of a thing what it says of it in its own graph, and so it is counted there
_FEW = """
SELECT DISTINCT ?thing (COUNT(DISTINCT ?value) AS ?n) WHERE {{
  GRAPH ?graph {{ ?thing a <{cls}> OPTIONAL {{ ?thing <{path}> ?value }} }}
}} GROUP BY ?graph ?thing HAVING ({condition})
"""


@dataclass(frozen=True, slots=True)
class _Rule:
    """At least `least` and at most `most` (-1 is any) values of `path` for the things of a class."""

    cls: str
    path: str
    least: int
    most: int
    message: str


def counts(store: LocalStore) -> Iterator[Finding]:
    """Give the things that have too few or too many values of a property."""
    for rule in _rules():
        conditions = [f"COUNT(DISTINCT ?value) < {rule.least}"] if rule.least else []
        conditions += [f"COUNT(DISTINCT ?value) > {rule.most}"] if rule.most >= 0 else []
        if conditions:
            query = _FEW.format(cls=rule.cls, path=rule.path, condition=" || ".join(conditions))
            for thing, number in ask(store, query).rows():
                name = rule.path.rpartition("#")[2].rpartition("/")[2]
                yield Finding("counts", thing, f"{rule.message} It has {number} of {name}.")


def _rules() -> Iterator[_Rule]:
    shapes = Shapes()
    for shape, cls in shapes.with_a("targetClass"):
        for of in shapes.all(shape, "property"):
            for path in shapes.all(of, "path"):
                if cls.value.startswith(KG.iri) and isinstance(path, NamedNode):
                    least, most = shapes.number(of, "minCount", 0), shapes.number(of, "maxCount", -1)
                    yield _Rule(cls.value, path.value, least, most, shapes.message(of))
