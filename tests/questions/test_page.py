"""How much of a long answer a page is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.questions import load, names
from kg.questions.page import page
from kg.questions.put import meant
from kg.questions.question import parse
from kg.rdf.vocabulary import KG
from kg.store import LocalStore

HEAD = '#+ title.nl = "a"\n#+ title.en = "b"\n#+ description.nl = "c"\n#+ description.en = "c"\n#+ view = "table"\n'
BODY = "  # page\n  GRAPH ?graph { ?stance a kg:Stance ; kg:day ?date ; kg:about ?about }\n  # period\n}\nORDER BY ?date ?stance"
CALENDAR = '#+ calendar = ["kg:Stance"]\n'
STANCES = parse("q", f"{HEAD}{CALENDAR}SELECT ?date ?stance WHERE {{\n{BODY}")


@pytest.fixture(scope="module")
def many() -> Iterator[LocalStore]:
    """A stance on each of 400 days, each in a letter of its own; only the last hundred are about something."""
    with LocalStore.memory() as store:
        quads = []
        for number in range(400):
            day = Literal(f"20{number // 20:02}-01-{number % 20 + 1:02}")
            stance, graph = NamedNode(f"http://e.org/{number:03}"), NamedNode(f"http://e.org/graph/letter/{number}")
            quads += [Quad(KG["Stance"], KG["calendar"], day, graph), Quad(stance, KG["day"], day, graph)]
            quads.append(
                Quad(stance, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), KG["Stance"], graph)
            )
            if number >= 300:
                quads.append(Quad(stance, KG["about"], KG["something"], graph))
        store.raw.extend(quads)
        yield store


def test_a_page_is_the_first_days_and_tells_where_the_rest_begins(many: LocalStore) -> None:
    question = parse("q", STANCES.text.replace(" ; kg:about ?about", ""))
    found = page(many, question, {}, 20)
    rows = [row[0] for row in found.answer.rows()]
    assert rows == sorted(rows)
    assert 10 <= len(rows) < 400
    assert found.rest is not None
    assert rows[-1] < found.rest
    after = page(many, question, {"from": [Literal(found.rest)]}, 20)
    assert after.answer.rows()[0][0] == found.rest


def test_days_that_give_nothing_make_no_empty_page(many: LocalStore) -> None:
    found = page(many, STANCES, {}, 20)
    assert found.answer.rows()[0] == ["2015-01-01", "http://e.org/300"]


def test_a_page_that_is_large_enough_is_all_and_asks_for_no_days(many: LocalStore) -> None:
    found = page(many, STANCES, {}, 1000)
    assert (len(found.answer.rows()), found.rest) == (100, None)
    assert "VALUES" not in found.sparql


def test_a_question_that_counts_looks_at_the_newest_days(many: LocalStore) -> None:
    text = f"{HEAD}#+ counts = true\n{CALENDAR}SELECT (COUNT(?stance) AS ?n) (MIN(?date) AS ?first) WHERE {{\n{BODY.partition('ORDER')[0]}"
    found = page(many, parse("q", text), {}, 30)
    assert found.answer.rows() == [["30", "2018-01-11"]]


@pytest.mark.parametrize("name", [name for name in names() if load(name).calendar])
def test_pages_together_are_the_whole_answer(graph_of_all: Path, name: str) -> None:
    """Asked in days two by two, each row comes once, for the calendar of a question holds all days that it finds."""
    question = load(name)
    assert question.calendar is not None
    if question.calendar.counts:
        return
    with LocalStore.read(graph_of_all / "store") as store:
        words = {p.name: [p.suggest[0]] for p in question.parameters if p.suggest and p.name not in ("from", "until")}
        values = meant(store, question, words)
        whole = page(store, question, values, 10**6)
        first = page(store, question, values, 10)
        assert whole.rest is None
        rows, kept = whole.answer.rows(), first.answer.rows()
        assert [row for row in rows if row in kept] == kept
        if "date" in question.columns and first.rest is not None:
            at = question.columns.index("date")
            newest = question.calendar.newest
            told = [row for row in rows if (row[at] > first.rest if newest else row[at] < first.rest)]
            assert sorted(kept) == sorted(told)
