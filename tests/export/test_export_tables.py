"""Tables open with what their metadata says, and statements make a network of actors and topics."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import csvw
import networkx as nx
import rdflib

from kg.export.description import description
from kg.export.tables import TABLES, statements, write_tables
from kg.questions import load
from kg.store import LocalStore, ask

DCAT, VOID = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("http://rdfs.org/ns/void#")


def test_the_tables_are_valid_by_their_metadata_and_have_typed_cells(store: LocalStore, tmp_path: Path) -> None:
    write_tables(store, tmp_path)
    group = csvw.TableGroup.from_file(tmp_path / "csv-metadata.json")
    tables = {table.local_name.removesuffix(".csv"): list(table.iterdicts()) for table in group.tables}
    assert tuple(tables) == TABLES
    assert {name: len(rows) for name, rows in tables.items()} == {
        name: len(ask(store, load(name).text).rows()) for name in TABLES
    }
    for row in tables["stances"]:
        assert isinstance(row["start"], int)
        assert isinstance(row["holders"], list)
    assert {row["primary"] for row in tables["meetings"]} == {True, False}


def test_statements_are_in_the_layout_of_discourse_networks(store: LocalStore) -> None:
    rows = list(csv.DictReader(io.StringIO(statements(store).decode(), newline="")))
    assert list(rows[0]) == ["date", "meeting", "actor", "topic", "agreement", "sentence", "source"]
    assert {row["agreement"] for row in rows} == {"1", "0", ""}
    assert all(row["actor"] and row["sentence"] and "\n" not in row["sentence"] for row in rows)
    network = nx.Graph()
    for row in rows:
        if row["agreement"] and row["topic"]:
            network.add_edge(("actor", row["actor"]), ("topic", row["topic"]), agreement=row["agreement"])
    assert nx.is_bipartite(network)
    assert Counter(kind for kind, _ in network).keys() == {"actor", "topic"}


def test_every_stance_with_a_holder_is_a_statement(store: LocalStore) -> None:
    rows = list(csv.DictReader(io.StringIO(statements(store).decode(), newline="")))
    held = ask(store, "SELECT DISTINCT ?s { ?s kg:holder ?h }").rows()
    assert len({row["source"] for row in rows}) <= len(held)
    told = {row["source"].partition("#")[0] for row in rows}
    assert told == {
        row[0] for row in ask(store, "SELECT DISTINCT ?f { ?s kg:holder ?h ; kg:letter/kg:file ?f }").rows()
    }


def test_the_description_counts_what_there_is(store: LocalStore) -> None:
    told = rdflib.Graph().parse(data=description(store), format="turtle")
    dataset = told.value(predicate=rdflib.RDF.type, object=DCAT.Dataset)
    assert (dataset, rdflib.RDF.type, VOID.Dataset) in told
    assert told.value(dataset, VOID.triples).toPython() == len({quad.triple for quad in store.raw})  # type: ignore[union-attr]
    parts = {
        str(told.value(p, VOID["class"])): told.value(p, VOID.entities)
        for p in told.objects(dataset, VOID.classPartition)
    }
    stances = ask(store, "SELECT DISTINCT ?s { ?s a kg:Stance }").rows()
    assert int(parts["https://w3id.org/kamergraph/def#Stance"]) == len(stances)  # type: ignore[arg-type]
    assert description(store) == description(store)


def test_a_description_of_nothing_is_still_one() -> None:
    with LocalStore.memory() as empty:
        told = rdflib.Graph().parse(data=description(empty), format="turtle")
    assert told.value(predicate=rdflib.RDF.type, object=DCAT.Dataset) is not None
