"""How a question is read and filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError
from kg.questions import load, names
from kg.questions.put import is_whole
from kg.questions.question import Page, parse

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


def test_a_question_that_says_so_gives_a_page_or_all() -> None:
    question = parse(
        "q", HEAD + "SELECT ?x WHERE { { SELECT ?x WHERE { ?x ?p ?o } ORDER BY ?x\n  LIMIT 2 # page of x\n} }\n"
    )
    assert question.page == Page(2, ("x",))
    assert "LIMIT" not in question.filled({})
    assert "LIMIT 5\n" in question.filled({}, 5)
    assert not is_whole(question, [["a"], ["b"]], 2)
    assert is_whole(question, [["a"], ["a"]], 2)
