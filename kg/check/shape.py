"""The shapes of the ontology (SHACL), read: what each is about and what it asks."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

from kg import data
from kg.rdf.vocabulary import RDF

__all__ = ["SH", "Node", "Shapes"]

SH = "http://www.w3.org/ns/shacl#"

Node = NamedNode | BlankNode | Literal
"""What can stand for a shape, or for a value that it asks for."""


class Shapes:
    """The shapes that come with Kamergraph."""

    def __init__(self) -> None:
        self._store = Store()
        self._store.load(path=data.ontology() / "shapes.ttl", format=RdfFormat.TURTLE)

    def with_a(self, name: str) -> list[tuple[Node, Node]]:
        """Give the shapes of which `sh:name` is told, each with what is told, in the order of their names."""
        quads = self._store.quads_for_pattern(None, NamedNode(SH + name), None)
        return sorted(((quad.subject, quad.object) for quad in quads), key=str)  # type: ignore[misc]

    def all(self, shape: Node, name: str) -> list[Node]:
        """Give all that `sh:name` of a shape is, sorted."""
        return sorted(self._objects(shape, NamedNode(SH + name)), key=str)

    def number(self, shape: Node, name: str, default: int) -> int:
        """Give the number that `sh:name` of a shape is."""
        return int(next((value.value for value in self.all(shape, name)), default))

    def asked(self, shape: Node) -> set[str]:
        """Give the names of all that SHACL tells of a shape."""
        quads = self._store.quads_for_pattern(shape, None, None)  # type: ignore[arg-type]
        return {quad.predicate.value.removeprefix(SH) for quad in quads if quad.predicate.value.startswith(SH)}

    def members(self, list_: Node) -> list[Node]:
        """Give the members of a list, in order."""
        return list(self._members(list_))

    def message(self, shape: Node) -> str:
        """Give what a shape says in English of what breaks it."""
        found = [m.value for m in self.all(shape, "message") if isinstance(m, Literal) and m.language == "en"]
        return found[0] if found else "It is not as the shapes ask."

    def _members(self, list_: Node) -> Iterator[Node]:
        while list_ != RDF["nil"]:
            yield from self._objects(list_, RDF["first"])
            (list_,) = self._objects(list_, RDF["rest"])

    def _objects(self, subject: Node, predicate: NamedNode) -> list[Node]:
        quads = self._store.quads_for_pattern(subject, predicate, None)  # type: ignore[arg-type]
        return [quad.object for quad in quads]  # type: ignore[misc]
