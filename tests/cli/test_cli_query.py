from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.cli._table import shorten, table

FILES = "SELECT ?file ?date { ?letter kg:file ?file ; dct:issued ?date } ORDER BY ?file"
ROWS = [("benelux-2020-10-verslag.txt", "2020-11-02"), ("navo-2018-07-verslag.txt", "2018-07-20")]


def query(graph: Path, *arguments: str, **options: object) -> Result:
    told = CliRunner().invoke(main, ["query", "--graph", str(graph), *arguments], **options)  # type: ignore[arg-type]
    assert told.exit_code == 0, told.output
    assert told.stderr == ""
    return told


def test_json_is_sparql_json(graph: Path) -> None:
    told = json.loads(query(graph, FILES, "--format", "json").stdout)
    assert told["head"]["vars"] == ["file", "date"]
    assert [(row["file"]["value"], row["date"]["value"]) for row in told["results"]["bindings"]] == ROWS


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_and_tsv_hold_the_same_rows(graph: Path, form: str, delimiter: str) -> None:
    read = list(csv.reader(io.StringIO(query(graph, FILES, "--format", form).stdout), delimiter=delimiter))
    assert [name.lstrip("?") for name in read[0]] == ["file", "date"]
    assert [row[0] for row in read[1:]] == [file for file, _ in ROWS]


def test_a_table_is_what_people_see(graph: Path) -> None:
    head, *rows = query(graph, FILES).stdout.splitlines()
    assert head.split() == ["file", "date"]
    assert [tuple(row.split()) for row in rows] == ROWS


def test_ask_is_true_or_false(graph: Path) -> None:
    assert query(graph, "ASK { ?letter a kg:Letter }").stdout == "true\n"
    assert query(graph, "ASK { ?letter a kg:Nothing }").stdout == "false\n"
    assert json.loads(query(graph, "ASK {}", "--format", "json").stdout)["boolean"] is True


@pytest.mark.parametrize("form", [[], ["--format", "turtle"]])
def test_triples_are_turtle(graph: Path, form: list[str]) -> None:
    told = query(graph, "CONSTRUCT { ?l kg:file ?f } WHERE { ?l kg:file ?f }", *form).stdout
    assert 'letter:navo-2018-07-verslag kg:file "navo-2018-07-verslag.txt" .' in told


def test_triples_in_a_table_format_are_refused(graph: Path) -> None:
    arguments = ["query", "--graph", str(graph), "DESCRIBE country:nederland", "--format", "csv"]
    told = CliRunner().invoke(main, arguments)
    assert (told.exit_code, told.stdout) == (1, "")
    assert "ask for turtle" in told.stderr


def test_the_query_comes_from_a_file_or_standard_input_too(graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "files.rq"
    path.write_text(FILES, encoding="utf-8")
    expected = query(graph, FILES).stdout
    assert query(graph, "-f", str(path)).stdout == expected
    assert query(graph, "-", input=FILES).stdout == expected
    assert query(graph, "-f", "-", input=FILES).stdout == expected


@pytest.mark.parametrize("name", ["letters", "meetings", "attendance", "entities", "stances"])
def test_a_question_with_a_name_gives_its_table(graph: Path, name: str) -> None:
    told = json.loads(query(graph, "--name", name, "--format", "json").stdout)
    assert told["head"]["vars"][0] == "file"
    assert {row["file"]["value"] for row in told["results"]["bindings"]} == {file for file, _ in ROWS}


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_is_no_wider_than_the_terminal_and_loses_no_word(graph: Path, width: int) -> None:
    told = query(graph, "--name", "stances", env={"COLUMNS": str(width)}).stdout
    assert max(map(len, told.splitlines())) <= width
    whole = query(graph, "SELECT ?q { ?s a kg:Stance ; kg:evidence/oa:hasSelector/oa:exact ?q }").stdout
    if width == 200:
        assert whole.splitlines()[1].split()[0] in told


def test_a_table_shortens_iris_and_lets_no_text_steer_the_terminal() -> None:
    cells = ["https://e.org/id/a", "red \x1b[31m\nalarm", "https://e.org/id/ and more"]
    rows = shorten([cells], {"e": "https://e.org/id/"})
    assert rows == [["e:a", "red [31m alarm", "https://e.org/id/ and more"]]


def test_a_table_wraps_its_widest_columns_first() -> None:
    lines = list(table(["id", "quote"], [["1", "een twee drie vier vijf zes zeven"]], 24))
    assert lines[1].startswith("1   een twee drie")
    assert " ".join(" ".join(lines[1:]).split()) == "1 een twee drie vier vijf zes zeven"


def test_a_table_of_too_many_columns_becomes_records() -> None:
    columns = [f"column{n}" for n in range(9)]
    lines = list(table(columns, [["a value of some length"] * 9, ["", *["x"] * 8]], 60))
    assert [line.split(maxsplit=1)[-1] for line in lines[:9]] == ["a value of some length"] * 9
    assert lines[9] == ""
    assert len(lines) == 9 + 1 + 8


def test_an_empty_table_says_so() -> None:
    assert list(table(["file"], [], 80))[1:] == ["(nothing)"]
