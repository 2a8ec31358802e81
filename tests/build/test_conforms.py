"""What a build writes conforms to the shapes, and reads the same in two libraries."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib

from kg.build import build
from kg.data import letters, ontology


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of all example letters, with the registry and the ontology, as one Turtle file."""
    folder = tmp_path_factory.mktemp("conforms") / "output"
    build([letters()], folder, jobs=1)
    return folder / "graph.ttl"


def test_the_demo_graph_conforms_and_both_libraries_read_as_many_triples(turtle: Path) -> None:
    data = rdflib.Graph().parse(turtle)
    shapes = rdflib.Graph().parse(ontology() / "shapes.ttl")
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    assert conforms, text[:3000]
    read = pyoxigraph.parse(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(data) == len({quad.triple for quad in read})
