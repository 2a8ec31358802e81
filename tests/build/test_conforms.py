"""What a build writes conforms to the shapes, and reads the same in two libraries."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import rdflib

from kg.check import conforms


def test_the_demo_graph_conforms_and_both_libraries_read_as_many_triples(graph_of_all: Path) -> None:
    turtle = graph_of_all / "graph.ttl"
    assert conforms(turtle) == []
    data = rdflib.Graph().parse(turtle)
    read = pyoxigraph.parse(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(data) == len({quad.triple for quad in read})
