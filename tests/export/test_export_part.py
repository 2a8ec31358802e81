"""A part of a graph: what an answer names, complete enough for every format."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.export.graph import network
from kg.export.part import part
from kg.export.tables import statements
from kg.questions import load, put
from kg.rdf.vocabulary import KG, RDF
from kg.store import Answer, LocalStore, ask
from kg.view import page_of


def sides(store: LocalStore) -> Answer:
    return put(store, load("sides"), {"about": ["Georgië"]})


def test_the_part_of_stances_has_those_and_all_that_tells_of_them(store: LocalStore) -> None:
    named = {row[-1] for row in sides(store).rows()}
    with part(store, sides(store)) as found:
        held = {q.subject.value for q in found.raw.quads_for_pattern(None, RDF["type"], KG["Stance"], None)}
        assert held == named
        assert set(found.raw) <= set(store.raw)
        for name in ("holder", "about", "evidence", "cue", "meeting", "letter"):
            for quad in found.raw.quads_for_pattern(None, KG[name], None, None):
                assert list(found.raw.quads_for_pattern(quad.object, None, None, None)), quad
        assert sides(found).rows() == sides(store).rows()


def test_a_part_can_be_a_network_a_table_and_a_page(store: LocalStore) -> None:
    with part(store, sides(store)) as found:
        edges = [data for _, _, data in network(found).edges(data=True) if data["kind"] == "stance"]
        assert {edge["stance"] for edge in edges} == {row[-1] for row in sides(store).rows()}
        assert all(data["label"] for _, data in network(found).nodes(data=True))
        assert "Litouwen" in page_of(found)
        assert "Litouwen" in statements(found).decode()


def test_a_letter_brings_all_that_it_says(store: LocalStore) -> None:
    answer = ask(store, "SELECT ?l { ?l kg:file 'navo-2018-07-verslag.txt' }")
    graph = NamedNode(f"{store.base}graph/letter/navo-2018-07-verslag")
    with part(store, answer) as found:
        assert set(found.triples(graph)) == set(store.triples(graph))
        assert not list(found.triples(NamedNode(f"{store.base}graph/letter/benelux-2020-10-verslag")))


def test_of_a_construct_it_is_the_triples(store: LocalStore) -> None:
    with part(store, ask(store, "CONSTRUCT { ?l kg:file ?f } WHERE { ?l a kg:Letter ; kg:file ?f }")) as found:
        assert {quad.predicate for quad in found.raw} == {KG["file"]}


@pytest.mark.parametrize("query", ["ASK {}", "SELECT (1 AS ?n) {}", "SELECT ?f { ?l kg:file ?f }"])
def test_an_answer_that_names_nothing_is_no_part(store: LocalStore, query: str) -> None:
    with pytest.raises(QueryError):
        part(store, ask(store, query))
