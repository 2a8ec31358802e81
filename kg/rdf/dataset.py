"""The graphs that come with the package: the registry and the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, Quad, Triple, parse

from kg import data
from kg.errors import RegistryError
from kg.rdf.iris import DEFAULT_BASE, Iris
from kg.rdf.literals import plain
from kg.rdf.vocabulary import KG, PROV, RDF

__all__ = ["base_of", "ontology", "registry", "registry_hash"]

_T = TypeVar("_T")


def ontology() -> list[Triple]:
    """Give the triples of the ontology and of its links to other vocabularies."""
    return [triple for name in ("kamergraph.ttl", "alignments.ttl") for triple in _read(data.ontology() / name)]


def registry(iris: Iris | None = None, folder: Path | None = None) -> list[Triple]:
    """Give the triples of the registry, under the base of `iris`.

    It is all Turtle files of `folder`, the package's own if None. A `RegistryError` tells of a file that is not Turtle.
    """
    iris = iris or Iris()
    graph = iris.graph("registry")
    about = [
        Triple(graph, RDF["type"], KG["RegistryGraph"]),
        Triple(graph, RDF["type"], PROV["Entity"]),
        Triple(graph, KG["registryHash"], plain(registry_hash(folder))),
    ]
    read = (triple for path in _files(folder) for triple in _read(path))
    return about + [Triple(_move(t.subject, iris), t.predicate, _move(t.object, iris)) for t in read]


def registry_hash(folder: Path | None = None) -> str:
    """Give the SHA-256 of the registry's files, in hexadecimal: it changes when any of them does."""
    total = sha256()
    for path in _files(folder):
        total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def base_of(graphs: Iterable[str]) -> str:
    """Give the base that a store was written with, by the names of its graphs; the default where none tells."""
    for name in graphs:
        for ending in ("graph/registry", "graph/ontology"):
            if name.endswith(f"/{ending}"):
                return name.removesuffix(ending)
        if "/graph/letter/" in name:
            return name.rpartition("graph/letter/")[0]
    return DEFAULT_BASE


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder or data.ontology() / "reference").glob("*.ttl"))


def _read(path: Path) -> Iterator[Triple]:
    try:
        for quad in parse(path=path):
            yield quad.triple if isinstance(quad, Quad) else quad
    except SyntaxError as error:
        where = f"{path.name}:{error.lineno}" if error.lineno else path.name
        raise RegistryError(where, f"this is not Turtle: {error.msg}", "mend the line") from None


def _move(term: _T, iris: Iris) -> _T | NamedNode:
    if isinstance(term, NamedNode) and term.value.startswith(DEFAULT_BASE):
        return NamedNode(iris.base + term.value.removeprefix(DEFAULT_BASE))
    return term
