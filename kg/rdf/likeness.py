"""What stayed apart but may be one, as the triples of a named graph of its own: no single letter says it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Triple

from kg.rdf.iris import Iris
from kg.rdf.literals import plain
from kg.rdf.vocabulary import KG, PROV, RDF
from kg.resolve import Likeness

__all__ = ["likenesses"]


def likenesses(found: Iterable[Likeness], iris: Iris | None = None) -> list[Triple]:
    """Give the triples of the graph of resolution: a link between the two, and a node with both and the reason."""
    iris = iris or Iris()
    graph = iris.graph("resolution")
    triples = [Triple(graph, RDF["type"], KG["ResolutionGraph"]), Triple(graph, RDF["type"], PROV["Entity"])]
    for one, other, reason in found:
        node, first, second = iris.likeness(one, other), iris.of(one), iris.of(other)
        triples += (
            Triple(first, KG["possiblySameAs"], second),
            Triple(node, RDF["type"], KG["Likeness"]),
            Triple(node, KG["one"], first),
            Triple(node, KG["other"], second),
            Triple(node, KG["likeBecause"], plain(reason)),
        )
    return list(dict.fromkeys(triples))
