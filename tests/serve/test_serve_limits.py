"""What the server does not do: answer for ever, give everything, fetch, write, leave its folder, or go stale."""

from __future__ import annotations

import shutil
import socket
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from kg import data
from kg.build import build
from kg.cli import main
from kg.serve import Settings, app

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(DISTINCT ?letter) AS ?n) { ?letter a kg:Letter }"


def counted(client: TestClient) -> str:
    value = client.get("/sparql", params={"query": COUNT}).json()["results"]["bindings"][0]["n"]["value"]
    assert isinstance(value, str)
    return value


def test_a_query_that_takes_too_long_is_cut_off_and_the_next_is_answered(graph: Path) -> None:
    with TestClient(app(Settings(graph, seconds=4, workers=1)), base_url="http://localhost") as client:
        assert counted(client) == "1"
        answer = client.get("/sparql", params={"query": ENDLESS})
        assert answer.status_code == 503
        assert answer.text == "The answer took longer than 4 seconds; ask for less.\n"
        assert counted(client) == "1"


def test_an_answer_with_too_many_rows_is_refused_not_cut(graph: Path) -> None:
    with TestClient(app(Settings(graph, rows=10, workers=1)), base_url="http://localhost") as client:
        for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
            answer = client.get("/sparql", params={"query": query})
            assert answer.status_code == 500
            assert "more than 10 rows" in answer.text
            assert client.get("/sparql", params={"query": f"{query} LIMIT 10"}).status_code == 200


@pytest.mark.parametrize(
    "hidden",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "PREFIX e: <http://e/> SELECT * {{ OPTIONAL {{ ?s e:a\\# ?o }} SERVICE <{url}> {{ ?s ?p ?o }}\n}}",
        "SELECT * {{ BIND ('''\\'''' AS ?x) SERVICE <{url}> {{ ?s ?p ?o }} #'\n}}",
        "SELECT * {{ VALUES ?g {{ <{url}> }} service ?g {{ ?s ?p ?o }} }}",
    ],
)
def test_no_query_leaves_the_machine(client: TestClient, hidden: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(0.2)
        query = hidden.format(url=f"http://127.0.0.1:{other.getsockname()[1]}/")
        answer = client.get("/sparql", params={"query": query})
        assert (answer.status_code, "SERVICE" in answer.text) == (400, True)
        with pytest.raises(TimeoutError):
            other.accept()


@pytest.mark.parametrize(
    "path",
    [
        "/letters/..%2F..%2Freport.json",
        "/letters/../report.json",
        "/letters/%2e%2e%2freport",
        "/page/text/..%2F..%2Freport.json",
        "/static/..%2Fapp.py",
        "/static/%2e%2e/app.py",
        "/data/letter/..%2F..%2Freport.json",
        "/report.json",
        "/store/CURRENT",
        "/page/%3Cscript%3E",
        "/data/%20%3E%20",
        "/page/a%0Ab",
    ],
)
def test_nothing_but_the_graph_is_given(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code in (303, 404)
    if answer.status_code == 303:
        assert answer.headers["Location"].startswith("/letters/")
        assert client.get(answer.headers["Location"]).status_code == 404
    assert "<script>" not in answer.text.replace('<script src="/static/serve.js"', "")


def test_a_server_on_loopback_is_called_by_no_other_name(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 400


def test_a_build_that_lands_is_what_the_next_answer_comes_from(graph: Path, tmp_path: Path) -> None:
    folder, name = tmp_path / "out", "navo-2019-11-agenda.txt"
    shutil.copytree(graph, folder)
    with TestClient(app(Settings(folder, workers=1)), base_url="http://localhost") as client:
        assert counted(client) == "1"
        build([data.letters() / "benelux-2020-10-verslag.txt", data.letters() / name], folder, jobs=1)
        assert counted(client) == "2"
        assert client.get(f"/letters/{name}").status_code == 200


def test_many_at_once_are_all_answered(client: TestClient) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(counted(client))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["1"] * 8


def test_a_port_that_is_taken_and_a_folder_without_a_graph_are_one_line(graph: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for folder, says in ((graph, "cannot be served on"), (tmp_path, "holds no graph")):
            told = CliRunner().invoke(main, ["serve", "--graph", str(folder), "--port", port])
            assert told.exit_code == 1
            assert says in told.stderr.splitlines()[-1]
