from __future__ import annotations

import warnings
from pathlib import Path
from random import Random

import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse
from rdf.letters import letter, synthetic

from kg.model import Letter
from kg.rdf import Iris, Made, describe, ontology
from kg.rdf.vocabulary import PREFIXES, XSD
from kg.resolve import resolve, stem
from kg.store import LocalStore, write_trig, write_turtle
from kg.store.turtle import turtle

LETTERS = [letter(), letter("navo-2017-12-bis.txt"), synthetic(1), synthetic(2)]


def filled(
    letters: list[Letter], random: Random | None = None, base: str = "https://w3id.org/kamergraph/id/"
) -> LocalStore:
    store, iris = LocalStore.memory(), Iris(base)
    made = Made("kamergraph 0.1.0", "0" * 64)
    graphs = [(iris.letter_graph(stem(one)), describe(one, resolve(letters), made, iris)) for one in letters]
    graphs.append((iris.graph("ontology"), ontology()))
    for graph, triples in graphs if random is None else random.sample(graphs, len(graphs)):
        store.write(graph, triples if random is None else random.sample(triples, len(triples)))
    return store


def test_shuffled_triples_give_the_same_bytes(tmp_path: Path) -> None:
    for write in (write_turtle, write_trig):
        write(filled(LETTERS), tmp_path / "one")
        write(filled(LETTERS[::-1], Random(7)), tmp_path / "other")
        assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_turtle_holds_all_triples_of_the_store_each_once_a_graph(tmp_path: Path) -> None:
    store = filled(LETTERS)
    write_turtle(store, tmp_path / "graph.ttl")
    expected = {quad.triple for quad in store.raw}
    assert len(expected) < len(list(store.raw))  # two letters tell of the same meetings
    read = [quad.triple for quad in parse(path=tmp_path / "graph.ttl")]
    assert len(read) == len(list(store.raw))
    assert set(read) == expected
    assert len(rdflib.Graph().parse(tmp_path / "graph.ttl")) == len(expected)


def test_trig_holds_each_graph_of_the_store(tmp_path: Path) -> None:
    store = filled(LETTERS)
    write_trig(store, tmp_path / "graph.trig")
    read = Store()
    read.load(path=tmp_path / "graph.trig")
    assert set(read) == set(store.raw)
    with warnings.catch_warnings(), (tmp_path / "graph.trig").open("rb") as file:
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 warns of itself
        assert len(list(rdflib.Dataset().parse(file, format="trig").quads())) == len(list(store.raw))


def test_a_type_is_short_only_where_it_is_a_property() -> None:
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    told = Triple(kind, kind, kind)
    assert [quad.triple for quad in parse(turtle([told], {}).encode(), format=RdfFormat.TURTLE)] == [told]


def test_turtle_is_written_to_be_read(tmp_path: Path) -> None:
    write_turtle(filled([letter()]), tmp_path / "graph.ttl")
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert '\n\nmeeting:navo-top-2018-07 a schema:Event , kg:Meeting ;\n    rdfs:label "NAVO Top"@nl ;\n' in text
    assert text.startswith("@prefix country: <https://w3id.org/kamergraph/id/country/> .\n")
    assert text.count("\nmeeting:navo-top-2018-07 ") == 1


def test_prefixes_follow_the_base(tmp_path: Path) -> None:
    write_turtle(filled([letter()], base="https://example.org/"), tmp_path / "graph.ttl")
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert "@prefix meeting: <https://example.org/meeting/> ." in text
    assert "w3id.org/kamergraph/id/" not in text


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    st.builds(Literal, TEXT),
    st.builds(lambda t: Literal(t, language="nl"), TEXT),
    st.builds(
        lambda t, kind: Literal(t, datatype=XSD[kind]),
        st.one_of(TEXT, st.sampled_from(["true", "1", "+1", "0.5", ".5", "1.", "01", "-0"])),
        st.sampled_from(["boolean", "integer", "decimal", "date", "string", "nonNegativeInteger"]),
    ),
)
_LOCAL = ("a", "a.", ".a", "a/b", "", "-a", "a%20b", "é", "a#char=1,2")
NODES = st.sampled_from([NamedNode(f"https://schema.org/{local}") for local in _LOCAL] + [NamedNode("urn:a:b")])


@given(st.lists(st.builds(Triple, NODES, NODES, st.one_of(NODES, LITERALS))))
def test_any_triples_come_back_from_turtle_as_they_were(triples: list[Triple]) -> None:
    read = {quad.triple for quad in parse(turtle(triples, PREFIXES).encode(), RdfFormat.TURTLE)}
    assert read == set(triples)
