"""How a question is read and filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError
from kg.questions import load, names
from kg.questions.question import Calendar, Entry, parse, period
from kg.store import LocalStore, ask

HEAD = '#+ title.nl = "a"\n#+ title.en = "b"\n#+ description.nl = "c"\n#+ description.en = "c"\n#+ view = "table"\n'
TEXT = '#+ parameters.x = { type = "text", description.nl = "d", description.en = "d" }\n'
BODY = 'SELECT ?x (COUNT(?s) AS ?n) WHERE {\n  # with x\n  VALUES ?x { "}" }\n  # end\n  ?s ?p ?x .\n}\n'


def test_what_asks_for_a_parameter_goes_where_it_has_no_value() -> None:
    question = parse("q", HEAD + TEXT + BODY)
    assert "VALUES" not in question.filled({"x": []})
    assert question.filled({"x": []}).count("\n") == question.text.count("\n")
    assert 'VALUES ?x { "a" <https://e.org/b> }' in question.filled({"x": [Literal("a"), NamedNode("https://e.org/b")]})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_gets_out_of_its_place(text: str) -> None:
    question = parse(
        "q",
        HEAD
        + TEXT.replace('"text"', '"text"')
        + 'SELECT ?x WHERE {\n  # with x\n  VALUES ?x { "example" }\n  # end\n}\n',
    )
    assert [row["x"] for row in Store().query(question.filled({"x": [Literal(text)]}))] == [Literal(text)]  # type: ignore[union-attr,call-overload,index]


def test_columns_are_variables_and_what_expressions_are_called() -> None:
    assert parse("q", HEAD + TEXT + BODY).columns == ["x", "n"]
    assert load("line").columns == ["date", "position", "before", "change", "quote", "file", "stance"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("SELECT * {}", "no title"),
        (HEAD.replace('"table"', '"pie"'), "view is 'pie'"),
        (HEAD.replace("description.nl", "description.fr"), "no nl"),
        (HEAD + "#+ nonsense\n", "its first lines"),
        (HEAD + TEXT + "SELECT * {}", "nothing in the query says VALUES"),
        (HEAD + TEXT + 'SELECT * { VALUES ?x { "a" } }', "can be left out"),
        (HEAD + '#+ parameters.x = "text"\n', "not as they should be"),
    ],
)
def test_a_file_that_makes_no_sense_is_told_of_with_its_name(text: str, what: str) -> None:
    with pytest.raises(QueryError, match=what) as error:
        parse("mine", text)
    assert error.value.where == "mine.rq"


def test_there_are_enough_questions_and_each_has_its_titles() -> None:
    assert len(names()) >= 30
    for name in names():
        question = load(name)
        assert all((question.title_nl, question.title_en, question.columns))
        for told in (question, *question.parameters):
            assert told.description_nl
            assert told.description_en
            assert told.description_nl != told.description_en


DATED = (
    HEAD
    + '#+ calendar = ["x", "kg:Stance"]\n#+ since = "2016"\n#+ parameters.x = { type = "Entity", description.nl = "d", description.en = "d" }\n'
    + "SELECT ?date WHERE {\n  # page\n  # with x\n  VALUES ?x { kg:a }\n  # end\n  GRAPH ?graph { ?s kg:about ?x ; kg:day ?date }\n  # period\n}\n"
)


def test_a_question_with_a_calendar_can_be_kept_to_a_period_and_to_days() -> None:
    question = parse("q", DATED)
    assert question.calendar == Calendar(("x",), "kg:Stance", newest=False, counts=False)
    assert [p.name for p in question.parameters] == ["x", "from", "until"]
    assert question.example == "kg ask q --from 2016"
    assert "FILTER" not in question.filled({})
    assert "# p" not in question.filled({})
    graph = "http://e.org/graph/letter/a"
    kept = question.filled({"from": [Literal("2016")]}, [Entry("2017-12-05", graph, "")])
    assert 'FILTER (?date >= "2016" || ?date IN (""))' in kept
    assert f'VALUES (?date ?graph) {{ ("2017-12-05" <{graph}>) }}' in kept
    assert kept.count("\n") == question.text.count("\n")


def test_the_table_of_a_page_tells_what_was_asked_about_in_each_row() -> None:
    x = NamedNode("http://e.org/x")
    kept = parse("q", DATED).filled({"x": [x]}, [Entry("2017", "http://e.org/g", x.value)])
    assert f'VALUES (?date ?graph ?x) {{ ("2017" <http://e.org/g> {x}) }}' in kept


@pytest.mark.parametrize(
    ("day", "since", "until", "within"),
    [
        ("2016-03-01", "2016", "2016", True),
        ("2016", "2016-05", None, True),
        ("2015", "2016-05", None, False),
        ("2016-04", "2016-05-02", None, False),
        ("2016-05", "2016-05-02", None, True),
        ("", "2016", None, True),
        ("2016-12-31", None, "2016", True),
        ("2017", None, "2016-12", False),
        ("2016-05-03", None, "2016-05", True),
        ("2016-06-01", None, "2016-05", False),
    ],
)
def test_a_period_holds_what_may_be_in_it(day: str, since: str | None, until: str | None, within: bool) -> None:
    values = {"from": [Literal(since)] if since else [], "until": [Literal(until)] if until else []}
    query = f"ASK {{ VALUES ?date {{ {Literal(day)} }} {period(values)} }}"
    with LocalStore.memory() as store:
        assert ask(store, query).rows() == [["true" if within else "false"]]


@pytest.mark.parametrize("mark", ["  # page\n", "  # period\n"])
def test_a_calendar_needs_both_its_places(mark: str) -> None:
    with pytest.raises(QueryError, match=f"needs a line `{mark.strip()}`"):
        parse("mine", DATED.replace(mark, ""))
