"""All that the shapes ask (SHACL), of our own graph or of anybody's Turtle, with messages in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat

from kg import data
from kg.check.constraint import Constraints
from kg.check.finding import Finding
from kg.check.shape import Node, Shapes
from kg.errors import ReadError
from kg.rdf.iris import Iris
from kg.store import LocalStore, ask

__all__ = ["conforms", "shapes"]

_BELOW = "SELECT DISTINCT ?cls ?sub { ?sub rdfs:subClassOf+ ?cls }"


def conforms(path: Path) -> list[Finding]:
    """Give where the Turtle in a file is not as the shapes ask, sorted. A `ReadError` where it is no Turtle."""
    with LocalStore.memory() as store:
        try:
            store.raw.bulk_load(path=path, format=RdfFormat.TURTLE, base_iri=path.resolve().as_uri())
        except OSError as error:
            raise ReadError(str(path), f"cannot be read ({error.strerror})", "give a file of Turtle") from None
        except (SyntaxError, ValueError) as error:  # the second where it is no UTF-8
            raise ReadError(str(path), f"is no Turtle ({' '.join(str(error).split())[:120]})", "mend it") from None
        store.raw.bulk_load(
            path=data.ontology() / "kamergraph.ttl", format=RdfFormat.TURTLE, to_graph=Iris().graph("ontology")
        )
        return sorted(set(shapes(store)))


def shapes(store: LocalStore) -> Iterator[Finding]:
    """Give where a graph, which holds the ontology, is not as the shapes ask, letters and registry taken together."""
    read = Shapes()
    below: dict[str, set[str]] = defaultdict(set)
    for above, sub in ask(store, _BELOW).rows():
        below[above].add(sub)
    constraints = Constraints(read, below)
    for shape, cls in read.with_a("targetClass"):
        among = f"VALUES ?class {{ {' '.join(constraints.classes(cls))} }} ?this a ?class ."
        yield from _of_shape(store, read, constraints, shape, among)
    for shape, predicate in read.with_a("targetSubjectsOf"):
        yield from _of_shape(store, read, constraints, shape, f"?this {predicate} ?something .")


def _of_shape(store: LocalStore, read: Shapes, constraints: Constraints, shape: Node, among: str) -> Iterator[Finding]:
    if itself := constraints.of_node(shape, "?this"):
        for (this,) in _found(store, "?this", f"{among} FILTER ({itself})"):
            yield Finding("shapes", this, read.message(shape))
    for query in read.all(shape, "sparql"):
        (select,) = read.all(query, "select")
        for (this,) in _found(store, "?this", f"{among} {{ {select.value} }}"):
            yield Finding("shapes", this, read.message(query))
    for of in read.all(shape, "property"):
        path, predicate = constraints.path(of)
        told = f"{read.message(of)} See {predicate.value.rpartition('#')[2].rpartition('/')[2]}"
        if together := constraints.of_all(of, "?this"):
            for (this,) in _found(store, "?this", f"{among} FILTER ({together})"):
                yield Finding("shapes", this, f"{told}.")
        if each := constraints.of_values(of, "?this", "?value"):
            for this, value in _found(store, "?this ?value", f"{among} ?this {path} ?value FILTER ({each})"):
                yield Finding("shapes", this, f"{told}, which is {value}.")


def _found(store: LocalStore, what: str, where: str) -> list[list[str]]:
    return ask(store, f"SELECT DISTINCT {what} WHERE {{ {where} }}").rows()
