"""What clients that others wrote rely on: SPARQLWrapper, rdflib's SPARQLStore, and `kg` itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.cli import main

KG = "https://w3id.org/kamergraph/def#"
SELECT = f"SELECT ?file WHERE {{ ?letter <{KG}file> ?file }}"
FILE = "benelux-2020-10-verslag.txt"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def wrapper(address: str) -> SPARQLWrapper:
    return SPARQLWrapper(f"{address}sparql")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(("method", "how"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_selects(wrapper: SPARQLWrapper, method: str, how: str) -> None:
    wrapper.setMethod(method)
    wrapper.setRequestMethod(how)
    wrapper.setQuery(SELECT)
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["results"]["bindings"] == [{"file": {"type": "literal", "value": FILE}}]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_sparqlwrapper_reads_every_format(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery(SELECT)
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert() == f"file\r\n{FILE}\r\n".encode()
    wrapper.setReturnFormat(XML)
    assert FILE in wrapper.queryAndConvert().toxml()
    wrapper.setQuery(f"ASK {{ ?letter a <{KG}Letter> }}")
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["boolean"] is True
    wrapper.setQuery(f"CONSTRUCT WHERE {{ ?letter <{KG}file> ?file }}")
    for form in (TURTLE, RDFXML):
        wrapper.setReturnFormat(form)
        found = wrapper.queryAndConvert()
        graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
        assert len(graph) == 1


def test_sparqlwrapper_knows_a_bad_query(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("SELECT * {")
    with pytest.raises(QueryBadFormed, match="line 1, column 11"):
        wrapper.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_takes_it_for_a_graph(address: str, method: str) -> None:
    graph = Graph(
        SPARQLStore(f"{address}sparql", method=method),
        identifier=URIRef("https://w3id.org/kamergraph/id/graph/letter/benelux-2020-10-verslag"),
    )
    assert [str(row[0]) for row in graph.query(SELECT)] == [FILE]
    assert (None, URIRef(f"{KG}file"), None) in graph
    assert next(iter(graph.objects(None, URIRef(f"{KG}file")))).toPython() == FILE
    assert graph.query(f"ASK {{ ?letter a <{KG}Letter> }}").askAnswer
    assert len(graph.query(f"CONSTRUCT WHERE {{ ?letter <{KG}file> ?file }}").graph) == 1  # type: ignore[arg-type]


def test_rdflib_is_told_of_a_bad_query(address: str) -> None:
    with pytest.raises(ValueError, match="your SPARQL query"):
        Graph(SPARQLStore(f"{address}sparql")).query("SELECT * {")


@pytest.mark.parametrize(
    "command",
    [
        ("query", "--name", "stances", "--format", "csv"),
        ("ask", "positions", "--holder", "België", "--format", "json"),
        ("export", "--to", "trig"),
        ("export", "--to", "gexf"),
        ("export", "--to", "statements"),
    ],
)
def test_kg_reads_it_as_it_reads_the_folder(address: str, graph: Path, command: tuple[str, ...]) -> None:
    here, there = run(*command, "--graph", str(graph)), run(*command, "--graph", f"{address}sparql")
    assert (there.exit_code, there.stderr) == (0, here.stderr)
    assert there.stdout_bytes == here.stdout_bytes


def test_kg_checks_it_but_for_the_texts_that_are_not_there(address: str) -> None:
    told = run("check", "--graph", f"{address}sparql")
    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr == "The evidence was not checked: the texts are in the folder of the build\nAll is well\n"


def test_nothing_can_be_pushed_there(address: str, graph: Path) -> None:
    told = run("push", f"{address}sparql", "--graph", str(graph))
    assert told.exit_code == 1
    assert "this endpoint is read-only" in told.stderr
    assert told.stderr.count("\n") == 1
