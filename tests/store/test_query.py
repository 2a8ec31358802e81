from __future__ import annotations

import json

import pytest
from pyoxigraph import Literal, NamedNode, Triple
from rdf.letters import letter

from kg.errors import QueryError
from kg.store import LocalStore, ask
from kg.store.query import FORMATS
from store.test_turtle import filled


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return filled([letter()])


def test_well_known_prefixes_need_no_declaration(store: LocalStore) -> None:
    answer = ask(store, "SELECT ?type WHERE { ?s kg:holder country:nederland ; kg:type ?type } ORDER BY ?type")
    assert answer.columns == ["type"]
    assert [row[0].rpartition("#")[2] for row in answer.rows()] == ["support", "urge"]


def test_the_prefixes_of_data_follow_the_base_of_the_store() -> None:
    store = filled([letter()], base="https://example.org/")
    assert ask(store, "ASK { ?s kg:holder country:nederland }").rows() == [["true"]]


@pytest.mark.parametrize(
    ("query", "where", "what"),
    [
        ("SELECT ?s WHERE {\n  ?s ?p }", "line 2, column", "something is missing before this point"),
        ("SELECT ?s WHERE {\n  ?s nu:is ?o }", "line 2, column", "the prefix 'nu' is not declared"),
        ("SELECT ?s WHERE {", "line 1, column", "something is missing before this point"),
        ("", "line 1, column 1", "something is missing before this point"),
        ("DELETE WHERE { ?s ?p ?o }", "line 1, column 1", "cannot stand here"),
        ("SELECT * WHERE {\n SERVICE <https://example.org/> { ?s ?p ?o } }", "line 2, column 2", "another server"),
        ("SELECT * WHERE { ?s kg:x 'a' .service silent ?x { ?s ?p ?o } }", "line 1", "another server"),
    ],
)
def test_a_wrong_query_tells_where_and_what(store: LocalStore, query: str, where: str, what: str) -> None:
    with pytest.raises(QueryError) as error:
        ask(store, query)
    assert where in error.value.where
    assert what in error.value.what
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { ?s rdfs:label 'SERVICE' } # SERVICE",
        'SELECT ?service WHERE { ?service rdfs:label """SERVICE\n SERVICE""" }',
        "SELECT * WHERE { ?s a <https://example.org/SERVICE> ; rdfs:label \"a\\\" SERVICE\" }",
    ],
)  # fmt: skip
def test_the_word_service_may_stand_in_names_and_texts(store: LocalStore, query: str) -> None:
    assert ask(store, query).rows() == []


def test_tables_come_in_the_usual_formats(store: LocalStore) -> None:
    query = "SELECT ?file ?nothing WHERE { ?l kg:file ?file }"
    assert json.loads(ask(store, query).to("json"))["results"]["bindings"] == [
        {"file": {"type": "literal", "value": "navo-2017-12.txt"}}
    ]
    assert ask(store, query).to("csv") == b"file,nothing\r\nnavo-2017-12.txt,\r\n"
    comma = "SELECT ?w ?n WHERE { VALUES (?w ?n) { (<https://example.org/text#char=3,9> 'a \"b\"') } }"
    assert ask(store, comma).to("csv") == b'w,n\r\n"https://example.org/text#char=3,9","a ""b"""\r\n'
    assert ask(store, query).to("tsv") == b'?file\t?nothing\n"navo-2017-12.txt"\t\n'
    assert ask(store, query).rows() == [["navo-2017-12.txt", ""]]


def test_triples_come_as_sorted_turtle() -> None:
    store = LocalStore.memory()
    node = NamedNode("https://example.org/a")
    store.write(node, [Triple(node, node, Literal(v)) for v in (3, 1, 2)])
    answer = ask(store, "CONSTRUCT WHERE { ?s ?p ?o }").to("turtle").decode()
    assert answer.endswith("<https://example.org/a> <https://example.org/a> 1 , 2 , 3 .\n")
    assert ask(store, "CONSTRUCT WHERE { ?s ?p ?o }").rows()[0] == [
        "https://example.org/a",
        "https://example.org/a",
        "1",
    ]


def test_a_format_that_does_not_fit_the_answer_is_told(store: LocalStore) -> None:
    for query, format_ in (("ASK {}", "turtle"), ("ASK {}", "docx"), ("CONSTRUCT WHERE { ?s ?p ?o }", "csv")):
        with pytest.raises(QueryError, match="cannot be written as"):
            ask(store, query).to(format_)
    assert all(ask(store, "ASK {}").to(format_) for format_ in FORMATS if format_ != "turtle")
