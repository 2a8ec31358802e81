"""The questions of the library have the same answers whoever answers them: Oxigraph, rdflib, Virtuoso."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Dataset

from kg.errors import QueryError
from kg.export.part import part
from kg.export.rdf import rdf_bytes
from kg.questions import Question, load, names
from kg.questions.put import fill, put_page
from kg.questions.things import find, named
from kg.store import LocalStore, RemoteStore, ask
from kg.store.push import push
from store.virtuoso import PASSWORD, PROGRAM, USER, virtuoso

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")


@pytest.fixture(scope="module")
def store(graph_of_two: Path) -> Iterator[LocalStore]:
    """Two example letters with what the registry says of all that they name."""
    with (
        LocalStore.read(graph_of_two / "store") as whole,
        part(whole, ask(whole, "SELECT ?l { ?l a kg:Letter }")) as small,
    ):
        yield small


def questions(store: LocalStore, question: Question) -> list[str]:
    """The question as SPARQL: with what must be filled in, and with all that can be."""
    required = {p.name: _value(store, p) for p in question.parameters if p.required}
    every = {p.name: _value(store, p) for p in question.parameters if p.is_thing or p.required}
    first = put_page(store, question, {name: [v] for name, v in required.items()}, 2).sparql
    whole = [fill(store, question, {name: [v] for name, v in given.items()}) for given in (required, every)]
    return list(dict.fromkeys((first, *whole)))


def _value(store: LocalStore, parameter: object) -> str:
    """A value that it suggests and that the graph knows, or else the first thing that it can be."""
    types, suggested = parameter.types, parameter.suggest  # type: ignore[attr-defined]
    if not parameter.is_thing:  # type: ignore[attr-defined]
        return suggested[0]  # type: ignore[no-any-return]
    for word in suggested:
        try:
            return find(store, types, word)[0].value
        except QueryError:
            continue
    found = [one.thing for one in named(store, types)] or [
        row[0] for row in ask(store, f"SELECT ?x {{ ?x a kg:{types[0]} }} ORDER BY ?x LIMIT 1").rows()
    ]
    return found[0]


def test_the_question_on_evidence_is_put_of_a_stance_that_there_is(store: LocalStore) -> None:
    assert all(len(ask(store, sparql).rows()) == 1 for sparql in questions(store, load("evidence")))


@pytest.fixture(scope="module")
def rdflib_graph(store: LocalStore) -> Dataset:
    graph = Dataset(default_union=True)
    graph.parse(data=rdf_bytes(store, "trig"), format="trig")
    return graph


@pytest.mark.parametrize("name", names())
def test_rdflib_answers_as_the_embedded_store_does(store: LocalStore, rdflib_graph: Dataset, name: str) -> None:
    for sparql in questions(store, load(name)):
        answer = ask(store, sparql)
        found = rdflib_graph.query(sparql)
        assert [str(column) for column in found.vars or ()] == answer.columns
        assert [["" if value is None else str(value) for value in row] for row in found] == answer.rows()  # type: ignore[union-attr]


@pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="virtuoso-opensource-7-bin is not installed")
def test_virtuoso_takes_a_push_and_answers_as_the_embedded_store_does(
    store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with virtuoso(tmp_path) as endpoint:
        monkeypatch.setenv("KG_USER", USER)
        monkeypatch.setenv("KG_PASSWORD", PASSWORD)
        assert push(store, endpoint).written == len(store.graphs())
        assert push(store, endpoint).unchanged == len(store.graphs())
        monkeypatch.delenv("KG_USER")
        remote = RemoteStore(endpoint)
        with remote.copy() as copy:
            assert set(copy.raw) == set(store.raw)
        different = []
        for name in names():
            for sparql in questions(store, load(name))[-1:]:  # Virtuoso takes seconds to plan each
                here, there = ask(store, sparql), ask(remote, sparql)
                if (here.columns, here.rows()) != (there.columns, there.rows()):
                    different.append(name)
        assert different == []
