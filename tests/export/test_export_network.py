"""The network and its two formats."""

from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pytest

from kg.export.graph import EDGES, NODES, network
from kg.export.network import network_bytes
from kg.questions import load
from kg.store import LocalStore, ask

READERS = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}
BASE = "https://w3id.org/kamergraph/id/"


def nodes_of(graph: Any) -> dict[str, dict[str, Any]]:
    return {node: fit(attributes) for node, attributes in graph.nodes(data=True)}


def edges_of(graph: Any) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Edges by their key; GEXF adds a number to each when it is read."""
    return {
        key: (source, target, fit({name: value for name, value in attributes.items() if name != "id"}))
        for source, target, key, attributes in graph.edges(keys=True, data=True)
    }


def fit(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        n: v.replace("\x0c", "\ufffd").replace("\x07", "\ufffd") if isinstance(v, str) else v
        for n, v in attributes.items()
    }


@pytest.mark.parametrize("form", READERS)
def test_a_network_reads_back_equal(store: LocalStore, form: str) -> None:
    read = READERS[form](io.BytesIO(network_bytes(store, form)))
    graph = network(store)
    assert isinstance(read, nx.MultiDiGraph)
    assert nodes_of(read) == nodes_of(graph)
    assert edges_of(read) == edges_of(graph)


@pytest.mark.parametrize("form", READERS)
def test_a_network_holds_no_clock_and_no_order_of_insertion(
    store: LocalStore, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = network_bytes(store, form)
    monkeypatch.setattr("time.strftime", lambda *_: "1999-12-31")
    with LocalStore.memory() as other:
        for quad in reversed(list(store.raw)):
            other.raw.add(quad)
        assert network_bytes(other, form) == first
    assert b"lastmodified" not in first


def test_every_stance_with_a_holder_is_an_edge_with_its_words(store: LocalStore) -> None:
    graph = network(store)
    edges = [data for _, _, data in graph.edges(data=True) if data["kind"] == "stance"]
    answer = ask(store, load("stances").text)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]
    assert {edge["stance"] for edge in edges} == {row["stance"] for row in rows if row["holders"]}
    by_stance = {row["stance"]: row for row in rows}
    for edge in edges:
        row = by_stance[edge["stance"]]
        assert (edge["quote"], edge["letter"], str(edge["from"])) == (row["quote"], row["file"], row["start"])
        assert row["type"].endswith("#" + edge["stance_type"])
        assert 0 < edge["confidence"] <= 1


def test_what_a_stance_is_about_is_where_its_edge_ends(store: LocalStore) -> None:
    graph = network(store)
    about = ask(store, "SELECT ?s (STR(?a) AS ?t) { ?s kg:about ?a ; kg:holder ?h }").rows()
    ends = {(data["stance"], target) for _, target, data in graph.edges(data=True) if data.get("to") == "about"}
    assert ends == {(stance, target) for stance, target in about}


def test_parallel_stances_stay_apart(store: LocalStore) -> None:
    graph = network(store)
    pairs = [(source, target) for source, target, data in graph.edges(data=True) if data["kind"] == "stance"]
    assert len(pairs) > len(set(pairs))
    keys = [key for _, _, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))


def test_nodes_and_edges_are_of_the_kinds_that_are_promised(store: LocalStore) -> None:
    graph = network(store)
    assert {data["kind"] for _, data in graph.nodes(data=True)} == set(NODES)
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == set(EDGES)
    assert all(data["label"] for _, data in graph.nodes(data=True))
    assert graph.nodes[BASE + "country/nederland"] | {"letters": 0, "mentions": 0} == {
        "kind": "entity",
        "type": "Country",
        "label": "Nederland",
        "label_en": "Netherlands",
        "letters": 0,
        "mentions": 0,
    }
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    assert {type(value) for value in values} <= {str, int, float}
