"""What every question of the library finds: in the example letters, and where there is nothing; other engines are asked in tests/store."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import rdf
from kg.questions import load, names, put
from kg.store import LocalStore, ask

EXPECTED: dict[str, Any] = tomllib.loads(Path(__file__).with_name("expected.toml").read_text("utf-8"))
ELSEWHERE = {"letters", "meetings", "attendance", "entities", "stances"}  # in tests/store/test_questions.py
WITHOUT_ROWS = {"evidence", "possible-duplicates"}  # the tests at the end are of these


@pytest.fixture(scope="module")
def demo(graph_of_all: Path) -> Iterator[LocalStore]:
    with LocalStore.read(graph_of_all / "store") as store:
        yield store


def table(store: LocalStore, name: str, given: dict[str, list[str]] | None = None) -> list[dict[str, str]]:
    answer = put(store, load(name), given)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]


def test_there_are_expectations_of_every_question() -> None:
    assert set(names()) == set(EXPECTED) | ELSEWHERE | WITHOUT_ROWS


@pytest.mark.parametrize("name", EXPECTED)
def test_a_question_finds_what_the_letters_say(demo: LocalStore, name: str) -> None:
    rows = table(demo, name, EXPECTED[name]["given"])
    for cells in EXPECTED[name]["rows"]:
        fits = [
            row
            for row in rows
            if all(cell in row[column] if column == "date" else cell == row[column] for column, cell in cells.items())
        ]
        assert fits, (cells, rows[:5])


@pytest.mark.parametrize("name", names())
def test_where_there_is_nothing_a_question_finds_nothing(name: str) -> None:
    with LocalStore.memory() as empty:
        empty.write(rdf.Iris().graph("ontology"), rdf.ontology())
        assert ask(empty, load(name).text).rows() == []


def test_the_columns_that_are_told_of_are_those_of_the_answer(demo: LocalStore) -> None:
    for name in names():
        assert ask(demo, load(name).text).columns == load(name).columns, name


def test_the_evidence_of_a_stance_is_what_stands_in_the_table(demo: LocalStore) -> None:
    stance = table(demo, "stances")[0]
    [row] = table(demo, "evidence", {"stance": [stance["stance"]]})
    assert [row[key] for key in ("file", "quote", "start", "end")] == [
        stance[key] for key in ("file", "quote", "start", "end")
    ]
    assert row["cue_words"]
    assert row["rule"]
    short = stance["stance"].removeprefix(demo.base)
    assert table(demo, "evidence", {"stance": [short]}) == [row]


def test_duplicates_are_pairs_of_different_things(demo: LocalStore) -> None:
    rows = table(demo, "possible-duplicates")
    links = ask(demo, "SELECT ?one ?other { ?one kg:possiblySameAs ?other }").rows()
    assert rows
    assert sorted([row["thing"], row["other"]] for row in rows) == sorted(links)
    assert all(row["thing"] != row["other"] and row["reason"] and row["name"] for row in rows)


def test_an_example_in_a_question_means_what_its_suggestion_means(demo: LocalStore) -> None:
    for name in names():
        question = load(name)
        given = {p.name: [p.suggest[0]] for p in question.parameters if p.suggest}
        if name not in WITHOUT_ROWS:
            assert table(demo, name, given), f"{name}: the example that its help gives finds nothing"
