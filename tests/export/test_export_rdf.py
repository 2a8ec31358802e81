"""What is written is what the store holds, in every RDF format."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Dataset, Quad, RdfFormat, Triple, parse

from kg.export.rdf import rdf_bytes
from kg.export.tables import TABLES, write_tables
from kg.store import LocalStore

TRIPLES = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}
QUADS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}


@pytest.mark.parametrize("form", TRIPLES)
def test_triples_come_back(store: LocalStore, form: str) -> None:
    read = {quad.triple for quad in parse(rdf_bytes(store, form), format=TRIPLES[form]) if isinstance(quad, Quad)}
    assert read == {quad.triple for quad in store.raw}


@pytest.mark.parametrize("form", QUADS)
def test_graphs_come_back(store: LocalStore, form: str) -> None:
    assert Dataset(parse(rdf_bytes(store, form), format=QUADS[form])) == Dataset(store.raw)


def test_rdfxml_comes_back_but_for_what_xml_cannot_hold(store: LocalStore) -> None:
    told = rdf_bytes(store, "rdfxml")
    read = {quad.triple for quad in parse(told, format=RdfFormat.RDF_XML) if isinstance(quad, Quad)}
    held = {quad.triple for quad in store.raw}
    lost = held - read
    assert len(read) == len(held)
    assert lost
    assert all("\x0c" in getattr(triple.object, "value", "") for triple in lost)
    assert {_subject(triple) for triple in read - held} == {_subject(triple) for triple in lost}
    rdflib.Graph().parse(data=told, format="xml")


def _subject(triple: Triple) -> str:
    return str(triple.subject)


def test_jsonld_comes_back_and_reads_well(store: LocalStore) -> None:
    told = rdf_bytes(store, "jsonld")
    read = {quad.triple for quad in parse(told, format=RdfFormat.JSON_LD) if isinstance(quad, Quad)}
    assert read == {quad.triple for quad in store.raw}
    nodes = {node["@id"]: node for node in json.loads(told)["@graph"]}
    letter = nodes["letter/navo-2018-07-verslag"]
    assert letter["file"] == "navo-2018-07-verslag.txt"
    assert set(letter["@type"]) == {"Letter", "foaf:Document"}


@pytest.mark.parametrize("form", ["turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld"])
def test_the_order_of_insertion_makes_no_difference(store: LocalStore, form: str) -> None:
    with LocalStore.memory() as other:
        for quad in reversed(list(store.raw)):
            other.raw.add(quad)
        assert rdf_bytes(other, form) == rdf_bytes(store, form)


def test_the_tables_are_those_of_the_named_queries(store: LocalStore, tmp_path: Path) -> None:
    write_tables(store, tmp_path / "tables")
    files = [*(f"{name}.csv" for name in TABLES), "csv-metadata.json"]
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(files)
    with (tmp_path / "tables" / "stances.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"file", "holders", "about", "quote", "start", "end"} <= set(rows[0])
    assert {row["file"] for row in rows} >= {"navo-2018-07-verslag.txt"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")  # of its own
@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")])
def test_rdflib_opens_the_triples(store: LocalStore, form: str, name: str) -> None:
    assert len(rdflib.Graph().parse(data=rdf_bytes(store, form), format=name)) == len({q.triple for q in store.raw})


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")  # of its own
@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_rdflib_opens_the_graphs(store: LocalStore, form: str) -> None:
    read = rdflib.Dataset()
    read.parse(data=rdf_bytes(store, form), format=form)
    assert {str(graph.identifier) for graph in read.graphs() if len(graph)} == set(store.graphs())
