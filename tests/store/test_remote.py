"""Graphs behind an endpoint: what is sent to a store, and what comes back."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, Triple
from rdf.letters import letter

from kg.errors import QueryError, StoreError
from kg.rdf import Iris
from kg.rdf.vocabulary import RDFS
from kg.store import LocalStore, RemoteStore, ask
from kg.store.push import push
from store.endpoint import GRAPHS, UPDATES, Endpoint, serving
from store.test_turtle import filled

IRIS = Iris()
FIRST, SECOND = IRIS.letter_graph("navo-2017-12"), IRIS.letter_graph("navo-2018-01")
NEW = Triple(FIRST, RDFS["comment"], Literal("nieuw"))


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("KG_USER", "KG_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def store() -> LocalStore:
    return filled([letter(), letter("navo-2018-01.txt")])


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving(Endpoint({GRAPHS})) as made:
        yield made


@pytest.mark.parametrize(
    ("can", "by"), [({GRAPHS}, "PUT /store"), ({UPDATES}, "POST /update"), ({GRAPHS, UPDATES}, "PUT /store")]
)
def test_a_push_makes_a_named_graph_of_each_letter_in_the_way_that_the_store_knows(
    store: LocalStore, can: set[str], by: str
) -> None:
    with serving(Endpoint(can)) as made:
        assert str(push(store, made.url)) == f"{len(store.graphs())} graphs: {len(store.graphs())} written, 0 unchanged"
        assert made.written[-1] == by
        assert sorted(name.value for name in made.store.named_graphs()) == store.graphs()
        with RemoteStore(made.url).copy() as copy:
            assert set(copy.raw) == set(store.raw)


@pytest.mark.parametrize("can", [GRAPHS, UPDATES])
def test_only_what_changed_is_sent(store: LocalStore, can: str) -> None:
    with serving(Endpoint({can})) as made:
        push(store, made.url)
        made.asked.clear()
        assert push(store, made.url).written == 0
        assert made.written == []
        store.write(FIRST, [*store.triples(FIRST), NEW])
        assert push(store, made.url).written == 1
        assert ask(RemoteStore(made.url), f"ASK {{ {NEW} }}").found


@pytest.mark.parametrize("can", [GRAPHS, UPDATES])
def test_what_left_the_build_leaves_the_store_and_what_others_put_there_stays(store: LocalStore, can: str) -> None:
    with serving(Endpoint({can})) as made:
        made.store.update(f"INSERT DATA {{ GRAPH <{IRIS.base}graph/letter/theirs> {{ {NEW} }} }}")
        push(store, made.url)
        store.drop(SECOND)
        assert str(push(store, made.url)).endswith("1 gone")
        left = {name.value for name in made.store.named_graphs()}
        assert left == {*store.graphs(), f"{IRIS.base}graph/letter/theirs"}


def test_what_broke_off_goes_on_where_it_was(store: LocalStore, endpoint: Endpoint) -> None:
    endpoint.writes_left = 1
    with pytest.raises(StoreError, match="takes no writes \\(500: the disk is full\\)"):
        push(store, endpoint.url)
    endpoint.writes_left = None
    assert push(store, endpoint.url).unchanged == 1


def test_a_store_that_takes_no_writes_is_told_of(store: LocalStore) -> None:
    with serving(Endpoint(set())) as made, pytest.raises(StoreError, match="takes no writes; give the endpoint"):
        push(store, made.url)


def test_a_password_of_the_environment_is_told_only_when_it_is_asked_for(
    store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_USER", "jan")
    monkeypatch.setenv("KG_PASSWORD", "geheim")
    with serving(Endpoint({GRAPHS})) as open_to_all:
        push(store, open_to_all.url)
        assert {told for *_, told in open_to_all.asked} == {None}
    with serving(Endpoint({GRAPHS}, password="jan:geheim")) as closed:
        assert push(store, closed.url).written == len(store.graphs())


def test_a_password_of_netrc_is_used(store: LocalStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login jan password geheim\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with serving(Endpoint({GRAPHS}, password="jan:geheim")) as closed:
        assert push(store, closed.url).written == len(store.graphs())


def test_who_may_not_write_is_told_what_to_set(store: LocalStore) -> None:
    with (
        serving(Endpoint({GRAPHS}, password="jan:geheim")) as closed,
        pytest.raises(StoreError, match="set KG_USER and KG_PASSWORD"),
    ):
        push(store, closed.url)


def test_a_password_in_an_address_is_refused() -> None:
    with pytest.raises(StoreError, match="holds a password") as told:
        RemoteStore("http://jan:geheim@localhost/sparql")
    assert "geheim" not in str(told.value)


def test_a_server_that_is_not_there_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        with pytest.raises(StoreError, match="cannot be reached"):
            ask(RemoteStore(f"http://127.0.0.1:{taken.getsockname()[1]}/query"), "ASK {}")


def test_an_empty_store_says_how_to_fill_it(endpoint: Endpoint) -> None:
    with pytest.raises(StoreError, match="holds no graph; bring one there with `kg push ENDPOINT`"):
        ask(RemoteStore(endpoint.url), "ASK {}")


@pytest.mark.parametrize(
    "wrong", ["SELECT * {", "SELECT * { ?s a nosuch:Thing }", "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }"]
)
def test_what_is_no_query_is_told_as_by_the_embedded_store_and_not_sent(
    store: LocalStore, endpoint: Endpoint, wrong: str
) -> None:
    push(store, endpoint.url)
    remote = RemoteStore(endpoint.url)
    assert remote.base == store.base
    endpoint.asked.clear()
    with pytest.raises(QueryError) as here:
        ask(store, wrong)
    with pytest.raises(QueryError) as there:
        ask(remote, wrong)
    assert str(there.value) == str(here.value)
    assert endpoint.asked == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?o { ?s kg:file ?o }",
        "PREFIX kg: <https://w3id.org/kamergraph/def#> SELECT ?o { ?s kg:primary ?o }",
        "ASK { ?s a kg:Letter }",
        "ASK { ?s a kg:Nothing }",
        "CONSTRUCT { ?s kg:file ?o } WHERE { ?s kg:file ?o }",
    ],
)
def test_answers_are_those_of_the_embedded_store(store: LocalStore, endpoint: Endpoint, query: str) -> None:
    push(store, endpoint.url)
    here, there = ask(store, query), ask(RemoteStore(endpoint.url), query)
    assert here.columns == there.columns
    assert sorted(here.rows()) == sorted(there.rows())


def test_less_than_the_whole_is_no_copy(store: LocalStore) -> None:
    with serving(Endpoint({GRAPHS}, most=5)) as made:
        push(store, made.url)
        with pytest.raises(StoreError, match="did not give all that"):
            RemoteStore(made.url).copy()
