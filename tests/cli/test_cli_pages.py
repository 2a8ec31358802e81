"""`kg demo`, `kg build`, `kg view` and `kg export` as they are typed."""

from __future__ import annotations

import shutil
import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import data
from kg.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_demo_says_where_the_page_is_and_what_to_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = tmp_path / "letters"
    few.mkdir()
    for name in ("benelux-2020-10-verslag.txt", "navo-2018-07-verslag.txt"):
        shutil.copy(data.letters() / name, few)
    monkeypatch.setattr(data, "letters", lambda: few)
    monkeypatch.chdir(tmp_path)
    told = run("demo")
    assert told.exit_code == 0
    page = tmp_path / "output" / "index.html"
    assert str(page) in told.stdout
    assert page.is_file()
    tries = [line.split()[1:] for line in told.stdout.splitlines() if line.startswith("  ") and " --" in line]
    assert len(tries) == 3
    for words in tries:
        assert run(*(word for word in words if word != "--open")).exit_code == 0, words
    assert len(list(data.letters().iterdir())) == len(list((tmp_path / "output" / "text").iterdir()))


def test_quiet_tells_only_of_what_was_skipped(tmp_path: Path) -> None:
    letter = data.letters() / "navo-2018-07-verslag.txt"
    assert run("build", letter, "-o", tmp_path / "out", "--quiet").output == ""
    told = run("build", letter, tmp_path / "nothing.txt", "-o", tmp_path / "out", "--quiet")
    assert told.exit_code == 1
    assert told.stderr.splitlines() == [
        "Skipped: nothing.txt: is not there; give the path of a letter, a folder or a zip file"
    ]


def test_another_base_makes_other_iris(tmp_path: Path) -> None:
    letter = data.letters() / "navo-2018-07-verslag.txt"
    base = "https://data.example.org/kg/"
    assert run("build", letter, "-o", tmp_path / "out", "--base", base, "--jobs", "1").exit_code == 0
    told = run("query", "--graph", tmp_path / "out", "SELECT ?l { ?l a kg:Letter }", "--format", "csv")
    assert told.stdout.split() == ["l", f"{base}letter/navo-2018-07-verslag"]


def test_the_view_of_a_thing_is_a_page(graph: Path, tmp_path: Path) -> None:
    told = run("view", "Nederland", "--graph", graph, "-o", tmp_path / "nl.html")
    assert (told.exit_code, told.stdout) == (0, "")
    page = (tmp_path / "nl.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert run("view", "Nederland", "--graph", graph, "-o", "-").stdout == page


def test_a_page_is_narrowed_down_to_a_period_a_letter_or_an_answer(graph: Path, tmp_path: Path) -> None:
    whole = len(run("view", "--graph", graph, "-o", "-").stdout)
    query = "SELECT ?s { ?s a kg:Stance ; kg:type kg:oppose }"
    for narrow in (
        ["--since", "2020"],
        ["--letter", "navo-2018-07-verslag.txt"],
        ["--query", query, "--title", "Tegen"],
    ):
        told = run("view", *narrow, "--graph", graph, "-o", "-")
        assert told.exit_code == 0
        assert len(told.stdout) < whole
    told = run("view", "--since", "vorig jaar", "--graph", graph, "-o", "-")
    assert told.exit_code == 2
    assert "'vorig jaar' is no date; write 2018, 2018-07 or 2018-07-11" in told.stderr
    told = run("view", "--letter", "geen.txt", "--graph", graph, "-o", tmp_path / "a.html")
    assert told.exit_code == 1
    assert told.stderr.count("\n") == 1


def test_open_shows_the_page_in_a_browser(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    assert run("view", "--graph", graph, "-o", tmp_path / "a b.html", "--open").exit_code == 0
    assert shown == [(tmp_path / "a b.html").as_uri()]


def test_an_export_goes_to_a_file_whole_or_to_standard_output(graph: Path, tmp_path: Path) -> None:
    told = run("export", "--graph", graph, "--to", "turtle")
    assert told.stdout == (graph / "graph.ttl").read_text("utf-8")
    assert run("export", "--graph", graph, "--to", "turtle", "-o", tmp_path / "g.ttl").stdout == ""
    assert (tmp_path / "g.ttl").read_text("utf-8") == told.stdout
    assert run("export", "--graph", graph, "--to", "turtle", "-o", tmp_path / "no" / "g.ttl").exit_code == 2
    assert run("export", "--graph", graph, "--to", "turtle", "-o", tmp_path).exit_code == 2


@pytest.mark.parametrize(
    "where",
    ["sides --about Georgië", 'sides --about "Georgië" --from 2018', "SELECT ?s { ?s kg:about country:georgie }"],
)
def test_a_part_can_be_exported_by_a_question_or_by_sparql(graph: Path, where: str) -> None:
    told = run("export", "--graph", graph, "--to", "statements", "--where", where)
    assert told.exit_code == 0
    assert "Litouwen" in told.stdout
    assert len(told.stdout) < len(run("export", "--graph", graph, "--to", "statements").stdout)


@pytest.mark.parametrize(
    ("where", "code"),
    [("sides --about", 2), ("sides --over Georgië", 1), ("SELECT", 1), ("ASK {}", 1), ("nothing --of that", 1)],
)
def test_a_part_that_cannot_be_had_is_told_of_in_one_line(graph: Path, where: str, code: int) -> None:
    told = run("export", "--graph", graph, "--to", "turtle", "--where", where)
    assert (told.exit_code, told.stdout) == (code, "")
    assert "Error: " in told.stderr
