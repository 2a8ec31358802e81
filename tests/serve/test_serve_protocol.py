"""The SPARQL 1.1 Protocol: methods, media types, status codes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from starlette.testclient import TestClient

from kg.serve import Settings, app

SELECT = "SELECT ?file { ?letter a kg:Letter ; kg:file ?file }"
CONSTRUCT = "CONSTRUCT { ?letter kg:file ?file } WHERE { ?letter kg:file ?file }"
JSON = "application/sparql-results+json"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}


def test_a_query_is_taken_by_get_by_a_form_and_as_it_is(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": SELECT}),
        client.post("/sparql", data={"query": SELECT}),
        client.post("/sparql", content=SELECT, headers=QUERY),
        client.post("/sparql", content=SELECT, headers={"Content-Type": "application/sparql-query; charset=utf-8"}),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    (row,) = answers[0].json()["results"]["bindings"]
    assert row == {"file": {"type": "literal", "value": "benelux-2020-10-verslag.txt"}}


def test_head_is_get_without_a_body(client: TestClient) -> None:
    answer = client.head("/sparql", params={"query": SELECT})
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    ("query", "accept", "given"),
    [
        (SELECT, "*/*", JSON),
        (SELECT, JSON, JSON),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        (SELECT, "application/rdf+xml, */*;q=0.1", JSON),
        ("ASK { ?s a kg:Letter }", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK { ?s a kg:Letter }", "text/csv", "text/csv; charset=utf-8"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        ("DESCRIBE <https://w3id.org/kamergraph/id/country/belgie>", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_an_answer_comes_as_the_client_would_have_it(client: TestClient, query: str, accept: str, given: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == given
    assert answer.headers["Vary"] == "Accept"
    assert answer.content


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_a_format_can_be_asked_for_in_the_address(client: TestClient, form: str) -> None:
    answer = client.get("/sparql", params={"query": SELECT, "format": form}, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert form in answer.headers["Content-Type"] or form == "tsv"


@pytest.mark.parametrize(
    ("method", "arguments", "status", "says"),
    [
        ("GET", {"params": {"query": "SELECT * {"}}, 400, "line 1, column 11"),
        ("GET", {"params": {"query": "SELECT * { ?s a nosuch:Thing }"}}, 400, "'nosuch'"),
        ("GET", {"params": {"query": "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
        ("GET", {"params": {"other": "x"}}, 400, "no query"),
        ("GET", {"params": [("query", SELECT), ("query", SELECT)]}, 400, "more than one"),
        ("GET", {"params": {"query": SELECT, "default-graph-uri": "no iri"}}, 400, "IRI"),
        ("GET", {"params": {"query": SELECT}, "headers": {"Accept": "image/png"}}, 406, "text/turtle"),
        ("GET", {"params": {"query": SELECT}, "headers": {"Accept": "text/turtle"}}, 406, JSON),
        ("POST", {"content": "", "headers": FORM}, 400, "no query"),
        ("POST", {"content": b"query=%FF", "headers": FORM}, 400, "UTF-8"),
        ("POST", {"content": b"\xff", "headers": QUERY}, 400, "UTF-8"),
        ("POST", {"content": SELECT, "headers": {"Content-Type": "text/plain"}}, 415, "application/sparql-query"),
        ("POST", {"content": "#" * (1 << 20) + SELECT, "headers": QUERY}, 413, "bytes"),
        ("POST", {"content": "update=DROP+ALL", "headers": FORM}, 403, "read-only"),
        ("POST", {"content": "DROP ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403, "read-only"),
        ("GET", {"params": {"query": "DROP ALL"}}, 400, "query"),
        ("PUT", {"params": {"query": SELECT}}, 405, ""),
        ("DELETE", {"params": {"query": SELECT}}, 405, ""),
    ],
)
def test_what_cannot_be_answered_is_told_as_text(
    client: TestClient, method: str, arguments: dict[str, object], status: int, says: str
) -> None:
    answer = client.request(method, "/sparql", **arguments)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert says in answer.text
    assert "Traceback" not in answer.text


def test_whoever_asks_nothing_gets_a_description_of_the_service(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    triples = list(pyoxigraph.parse(answer.content, format=pyoxigraph.RdfFormat.TURTLE))
    assert any("SPARQL11Query" in str(triple) for triple in triples)


def test_a_browser_gets_pages(client: TestClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert client.get("/sparql", headers=browser).headers["Location"] == "/query"
    answer = client.get("/sparql", params={"query": SELECT}, headers=browser)
    assert (answer.status_code, answer.headers["Location"].partition("=")[0]) == (303, "/query?query")


def test_the_graphs_of_a_query_can_be_chosen(client: TestClient) -> None:
    letter = "https://w3id.org/kamergraph/id/graph/letter/benelux-2020-10-verslag"
    registry = "https://w3id.org/kamergraph/id/graph/registry"
    count = "SELECT (COUNT(*) AS ?n) { ?s a kg:Stance }"

    def counted(**parameters: str) -> int:
        answer = client.get(
            "/sparql", params={"query": count} | {n.replace("_", "-"): v for n, v in parameters.items()}
        )
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    assert counted() == counted(default_graph_uri=letter) > 0
    assert counted(default_graph_uri=registry) == 0
    assert counted(named_graph_uri=letter) == 0  # then the default graph is empty
    named = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": registry}
    rows = client.get("/sparql", params=named).json()["results"]["bindings"]
    assert [row["g"]["value"] for row in rows] == [registry]


def test_values_come_back_as_they_are(client: TestClient) -> None:
    query = 'SELECT * { BIND ("\\"é\\" \\n" AS ?a) BIND ("zee"@nl AS ?b) BIND (1.5 AS ?c) BIND (BNODE() AS ?d) OPTIONAL { ?e a kg:None } }'
    (row,) = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert row["a"] == {"type": "literal", "value": '"é" \n'}
    assert row["b"] == {"type": "literal", "value": "zee", "xml:lang": "nl"}
    assert row["c"] == {"type": "literal", "value": "1.5", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}
    assert row["d"]["type"] == "bnode"
    assert "e" not in row


def test_no_other_site_may_read_answers_unless_it_is_said(client: TestClient, graph: Path) -> None:
    other = {"Origin": "http://elsewhere.example"}
    assert "Access-Control-Allow-Origin" not in client.get("/sparql", params={"query": SELECT}, headers=other).headers
    with TestClient(
        app(Settings(graph, workers=1, origins=("http://elsewhere.example",))), base_url="http://localhost"
    ) as open_:
        answer = open_.get("/sparql", params={"query": SELECT}, headers=other)
        assert answer.headers["Access-Control-Allow-Origin"] == "http://elsewhere.example"
