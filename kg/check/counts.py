"""How many values each property has, by the shapes, letter by letter. It needs no library and is fast on many letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple, parse

from kg import data
from kg.check.finding import Finding
from kg.rdf.vocabulary import KG
from kg.store import LocalStore, ask

__all__ = ["counts"]

_SH = "http://www.w3.org/ns/shacl#"

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
    facts: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for triple in parse(path=data.ontology() / "shapes.ttl"):
        if isinstance(triple, Triple) or isinstance(triple.object, NamedNode | Literal):
            facts.setdefault(str(triple.subject), {}).setdefault(triple.predicate.value, []).append(triple.object)
    for shape in facts.values():
        for cls in shape.get(f"{_SH}targetClass", []):
            for name in shape.get(f"{_SH}property", []):
                told = facts.get(str(name), {})
                for path in told.get(f"{_SH}path", []):
                    if cls.value.startswith(KG.iri) and isinstance(path, NamedNode):
                        least, most = (
                            int(_one(told, key, str(default))) for key, default in (("minCount", 0), ("maxCount", -1))
                        )
                        yield _Rule(cls.value, path.value, least, most, _english(told))


def _one(told: dict[str, list[NamedNode | Literal]], key: str, default: str) -> str:
    values = told.get(_SH + key, [])
    return values[0].value if values else default


def _english(told: dict[str, list[NamedNode | Literal]]) -> str:
    found = [v.value for v in told.get(f"{_SH}message", []) if isinstance(v, Literal) and v.language == "en"]
    return found[0] if found else ""
