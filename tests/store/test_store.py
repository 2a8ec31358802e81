from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple
from rdf.letters import letter

from kg.errors import StoreError
from kg.rdf import Iris, Made, describe
from kg.resolve import resolve
from kg.store import LocalStore

GRAPH = NamedNode("https://example.org/graph/letter/a")
OTHER = NamedNode("https://example.org/graph/letter/b")


def triple(value: int) -> Triple:
    return Triple(NamedNode("https://example.org/s"), NamedNode("https://example.org/p"), Literal(value))


def test_what_was_written_is_there_when_the_folder_is_read(tmp_path: Path) -> None:
    with LocalStore.create(tmp_path / "store") as store:
        store.write(GRAPH, [triple(1), triple(2)])
    with LocalStore.read(tmp_path / "store") as store:
        assert set(store.triples(GRAPH)) == {triple(1), triple(2)}
        assert store.graphs() == [GRAPH.value]
        assert store.base == "https://example.org/"


def test_writing_a_graph_again_replaces_it_and_leaves_the_others() -> None:
    store = LocalStore.memory()
    store.write_all([(GRAPH, [triple(1)]), (OTHER, [triple(1)])])
    store.write(GRAPH, [triple(2)])
    assert set(store.triples(GRAPH)) == {triple(2)}
    assert set(store.triples(OTHER)) == {triple(1)}


def test_a_dropped_graph_leaves_nothing_behind() -> None:
    store = LocalStore.memory()
    store.write_all([(GRAPH, [triple(1)]), (OTHER, [triple(2)])])
    store.drop(GRAPH)
    store.drop(GRAPH)
    assert store.graphs() == [OTHER.value]
    assert [quad.graph_name for quad in store.raw] == [OTHER]


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no graph; make one with"):
        LocalStore.read(tmp_path)


def test_a_broken_store_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("no such thing", "utf-8")
    with pytest.raises(StoreError) as error:
        LocalStore.read(tmp_path)
    assert "\n" not in str(error.value)


def test_a_store_that_another_holds_is_told(tmp_path: Path) -> None:
    with LocalStore.create(tmp_path / "store"), pytest.raises(StoreError, match="close the other program"):
        LocalStore.create(tmp_path / "store")


def test_a_store_open_for_reading_refuses_to_be_written(tmp_path: Path) -> None:
    with LocalStore.create(tmp_path / "store") as store:
        store.write(GRAPH, [triple(1)])
    with LocalStore.read(tmp_path / "store") as store, pytest.raises(StoreError):
        store.write(GRAPH, [triple(2)])


def test_a_closed_store_is_told() -> None:
    store = LocalStore.memory()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.graphs()


def test_a_whole_letter_comes_back_as_it_was() -> None:
    store, iris = LocalStore.memory(), Iris()
    triples = describe(letter(), resolve([letter()]), Made("kamergraph", "x"), iris)
    store.write(iris.letter_graph("navo-2017-12"), triples)
    assert set(store.triples(iris.letter_graph("navo-2017-12"))) == set(triples)


def test_nothing_of_this_loads_rdflib() -> None:
    code = "import sys, kg.rdf, kg.store, kg.questions; sys.exit('rdflib' in sys.modules or 'pyshacl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
