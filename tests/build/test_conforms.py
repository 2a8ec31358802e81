"""What a build writes conforms to the shapes, and reads the same in two libraries."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.build import build
from kg.check import conforms
from kg.data import letters


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of all example letters, with the registry and the ontology, as one Turtle file."""
    folder = tmp_path_factory.mktemp("conforms") / "output"
    build([letters()], folder, jobs=1)
    return folder / "graph.ttl"


def test_the_demo_graph_conforms_and_both_libraries_read_as_many_triples(turtle: Path) -> None:
    assert conforms(turtle) == []
    data = rdflib.Graph().parse(turtle)
    read = pyoxigraph.parse(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(data) == len({quad.triple for quad in read})
