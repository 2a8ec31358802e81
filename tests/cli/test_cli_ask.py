"""`kg ask`: names for parameters, what is said when nothing is found, and completion."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from kg import questions
from kg.cli import main

OWN = """\
#+ title.nl = "Eigen vraag"
#+ title.en = "A question of my own"
#+ description.nl = "Bestanden."
#+ description.en = "Files."
#+ view = "table"
#+ parameters.name = { type = "text", description.nl = "Het bestand.", description.en = "The file.", default = "x" }
PREFIX kg: <https://w3id.org/kamergraph/def#>
SELECT ?letter WHERE { VALUES ?name { "x" } ?letter kg:file ?name }
"""


def ask(graph: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments, "--graph", str(graph)])


def completed(*words: str) -> set[str]:
    """What the tab key offers after some words, the last of which is not yet whole."""
    *before, last = words
    return {item.value for item in ShellComplete(main, {}, "kg", "_KG_COMPLETE").get_completions(before, last)}


def test_without_a_name_it_lists_all_questions() -> None:
    told = CliRunner().invoke(main, ["ask"])
    assert told.exit_code == 0
    assert {line.split()[0] for line in told.stdout.splitlines() if not line.startswith(" ")} == set(questions.names())


@pytest.mark.parametrize("name", questions.names())
def test_every_question_has_help_with_its_parameters_and_an_example(name: str) -> None:
    told = CliRunner().invoke(main, ["ask", name, "--help"])
    assert told.exit_code == 0
    assert f"Example: kg ask {name}" in " ".join(told.stdout.split())
    assert all(f"--{parameter.name} " in told.stdout for parameter in questions.load(name).parameters)


@pytest.mark.parametrize(
    "name", ["Georgië", "georgie", "GEORGIË", "Georgia", "GE", "country:georgie", "country/georgie"]
)
def test_a_thing_goes_by_any_of_its_names(graph: Path, name: str) -> None:
    told = ask(graph, "sides", "--about", name, "--format", "csv")
    assert told.stdout == ask(graph, "sides", "--about", "Georgië", "--format", "csv").stdout
    assert "Litouwen" in told.stdout


def test_a_parameter_that_is_given_twice_may_be_either(graph: Path) -> None:
    both = json.loads(ask(graph, "positions", "--holder", "Polen", "--holder", "Litouwen", "--format", "json").stdout)
    assert {"Polen", "Litouwen"} <= {row["who"]["value"] for row in both["results"]["bindings"]}


def test_a_table_for_people_has_no_iris_and_the_other_formats_have_them(graph: Path) -> None:
    assert "stance" not in ask(graph, "sides", "--about", "Georgië").stdout.splitlines()[0]
    for form in ("csv", "tsv", "markdown", "json"):
        assert "/id/stance/" in ask(graph, "sides", "--about", "Georgië", "--format", form).stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["sides", "--about", "Georgien"], "nothing in this graph is called 'Georgien'; did you mean Georgië"),
        (["sides"], "sides: needs --about; for example: kg ask sides --about China"),
        (["sides", "--about", "China", "--from", "gisteren"], "from: 'gisteren' is no date; write 2018, 2018-07"),
        (["review", "--below", "weinig"], "below: 'weinig' is no number"),
        (["sidse"], "no question is called 'sidse'; did you mean sides?"),
        (["evidence", "--stance", "Nederland"], "nothing in this graph is called 'Nederland'"),
    ],
)
def test_what_a_user_can_mend_is_told_in_one_line(graph: Path, arguments: list[str], error: str) -> None:
    told = ask(graph, *arguments)
    assert told.exit_code == 1
    assert told.stderr.startswith(f"Error: {error}")
    assert told.stderr.count("\n") == 1


def test_nothing_found_is_said_with_names_alike_and_what_there_is_without_a_condition(graph: Path) -> None:
    told = ask(graph, "positions", "--holder", "Polen", "--about", "Georgië", "--from", "2030")
    assert told.exit_code == 0
    assert "Nothing was found." in told.stderr
    assert "Without --from: 1 row." in told.stderr
    assert "Names like 'Polen': " in told.stderr
    assert "Polfer" in told.stderr
    assert "Poland" not in told.stderr


def test_no_value_can_change_the_query(graph: Path) -> None:
    told = ask(graph, "sides", "--about", 'Georgië" } ?s ?p ?o . #')
    assert told.exit_code == 1
    assert "is called" in told.stderr


def test_a_folder_of_ones_own_joins_the_library(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(OWN, encoding="utf-8")
    (tmp_path / "letters.rq").write_text(OWN, encoding="utf-8")
    file = "navo-2018-07-verslag.txt"
    command = ["ask", "--questions", str(tmp_path), "mine", "--name", file, "--graph", str(graph), "--format", "csv"]
    assert CliRunner().invoke(main, command).stdout.split() == [
        "letter",
        "https://w3id.org/kamergraph/id/letter/navo-2018-07-verslag",
    ]
    listed = CliRunner().invoke(main, ["ask"], env={"KG_QUESTIONS": str(tmp_path)}).stdout
    assert listed.count("A question of my own") == 2
    assert "sides" in listed
    assert CliRunner().invoke(main, ["ask", "--questions", str(tmp_path / "no")]).exit_code == 1


def test_an_answer_can_be_a_page(graph: Path, tmp_path: Path) -> None:
    told = ask(graph, "sides", "--about", "Georgië", "--view", str(tmp_path / "georgie.html"))
    assert (told.exit_code, told.stdout) == (0, "")
    page = (tmp_path / "georgie.html").read_text("utf-8")
    assert "Litouwen" in page
    assert len(page) < len((graph / "index.html").read_text("utf-8"))


def test_the_tab_key_completes_questions_parameters_and_values(
    graph: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").symlink_to(graph)
    assert completed("ask", "pos") >= {"positions", "possible-duplicates"}
    assert completed("ask", "positions", "--ho") == {"--holder"}
    assert "Nederland" in completed("ask", "positions", "--holder", "")
    assert {"Litouwen", "Lithuania"} <= completed("ask", "positions", "--holder", "Lit")
    assert completed("ask", "positions", "--type", "st") == {"steunt", "stelt vast"}
    assert completed("ask", "positions", "--graph", "nowhere", "--holder", "Lit") == set()


def test_the_options_of_questions_are_all_told_of() -> None:
    context = click.Context(main)
    group = main.get_command(context, "ask")
    assert isinstance(group, click.Group)
    for name in questions.names():
        command = group.get_command(click.Context(group, parent=context), name)
        assert command is not None
        assert all(getattr(option, "help", "") for option in command.params)


def test_a_long_table_is_a_page_that_says_so_and_other_formats_give_all(graph: Path) -> None:
    page, whole = (ask(graph, "positions", "--limit", most) for most in ("2", "0"))
    assert "There is more" in page.stderr
    assert "There may be more" not in whole.stderr
    assert len(page.stdout) < len(whole.stdout)
    tables = [ask(graph, "positions", *limit, "--format", "csv").stdout for limit in ((), ("--limit", "0"))]
    assert tables[0] == tables[1]
