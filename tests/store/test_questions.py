from __future__ import annotations

from dataclasses import replace

import pytest
from rdf.letters import SOURCE, letter
from rdflib.plugins.sparql import prepareQuery

from kg.errors import QueryError
from kg.questions import load, names
from kg.rdf import Iris, registry
from kg.store import LocalStore, ask
from store.test_turtle import filled

COLUMNS = {
    "letters": "file date place number signatory role",
    "meetings": "file meeting label start end place mode body level part_of primary",
    "attendance": "file meeting attendee",
    "entities": "file entity type label surfaces",
    "stances": "file stance type holders quantifier about addressees meeting quote start end",
}
NAR = "https://w3id.org/kamergraph/id/meeting/nar-ministers-van-buitenlandse-zaken-2017-12-05"
TOP = "https://w3id.org/kamergraph/id/meeting/navo-top-2018-07"


@pytest.fixture(scope="module")
def store() -> LocalStore:
    store = filled([letter()])
    store.write(Iris().graph("registry"), registry())
    return store


def table(store: LocalStore, name: str) -> list[dict[str, str]]:
    answer = ask(store, load(name).text)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]


def test_the_promised_tables_are_there() -> None:
    assert set(COLUMNS) <= set(names())


@pytest.mark.parametrize("name", names())
def test_a_question_is_sparql_1_1_and_tells_what_it_asks(name: str) -> None:
    question = load(name)
    prepareQuery(question.text)  # rdflib knows SPARQL 1.1 and none of Oxigraph's extensions
    assert all((question.title_nl, question.title_en, question.description_nl, question.description_en, question.view))


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_the_promised_columns(store: LocalStore, name: str) -> None:
    assert ask(store, load(name).text).columns == COLUMNS[name].split()


def test_a_question_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"no question is called 'stance'; did you mean stances\?"):
        load("stance")


def test_letters(store: LocalStore) -> None:
    assert table(store, "letters") == [
        {
            "file": "navo-2017-12.txt",
            "date": "2017-12-15",
            "place": "Den Haag",
            "number": "282",
            "signatory": "H. Zijlstra",
            "role": "Minister van Buitenlandse Zaken",
        }
    ]


def test_a_letter_without_anything_still_has_a_row() -> None:
    bare = replace(letter(), signatories=(), date="", place="", number="")
    row = table(filled([bare]), "letters")[0]
    assert row == {"file": "navo-2017-12.txt", "date": "", "place": "", "number": "", "signatory": "", "role": ""}


def test_meetings(store: LocalStore) -> None:
    rows = table(store, "meetings")
    assert [row["meeting"] for row in rows] == [NAR, f"{NAR}/werkdiner", TOP]
    assert rows[0] == {
        "file": "navo-2017-12.txt",
        "meeting": NAR,
        "label": "Noord-Atlantische Raad",
        "start": "2017-12-05",
        "end": "2017-12-06",
        "place": "Brussel",
        "mode": "",
        "body": "Noord-Atlantische Raad",
        "level": "ministers van Buitenlandse Zaken",
        "part_of": "",
        "primary": "true",
    }
    assert (rows[1]["part_of"], rows[1]["place"], rows[1]["primary"]) == (NAR, "", "false")
    assert rows[2]["start"] == "2018-07"


def test_only_who_was_there_attended(store: LocalStore) -> None:
    assert table(store, "attendance") == [{"file": "navo-2017-12.txt", "meeting": NAR, "attendee": "Janelidze"}]


def test_entities(store: LocalStore) -> None:
    rows = {row["label"]: row for row in table(store, "entities")}
    assert set(rows) == {
        "Nederland",
        "Rusland",
        "Georgië",
        "Noord-Atlantische Raad",
        "Brussel",
        "Den Haag",
        "Halbe Zijlstra",
        "Janelidze",
    }
    assert rows["Noord-Atlantische Raad"]["surfaces"] == "NAR"
    assert rows["Janelidze"]["type"].endswith("#Person")


def test_surfaces_are_joined_in_order() -> None:
    first, *others = letter().mentions
    more = replace(first, span=first.span._replace(start=first.span.start - 3))  # "De NAR"
    rows = table(filled([replace(letter(), mentions=(first, more, *others))]), "entities")
    assert "De NAR|NAR" in {row["surfaces"] for row in rows}


def test_stances(store: LocalStore) -> None:
    rows = table(store, "stances")
    assert [row["type"].rpartition("#")[2] for row in rows] == ["urge", "support"]
    assert rows[0]["addressees"] == "Noord-Atlantische Raad"
    assert rows[0]["quantifier"] == ""
    assert rows[1]["holders"] == "Bondgenoten|Nederland"
    assert rows[1]["quantifier"] == "veel"
    assert rows[1]["about"] == "Georgië"
    assert rows[1]["meeting"] == f"{NAR}/werkdiner"
    assert all(SOURCE[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows)


def test_a_meeting_of_two_letters_has_a_row_in_each_with_what_that_one_says() -> None:
    other = letter("navo-2018-01.txt")
    whole = replace(other.meetings[0], label="NAR-bijeenkomst", place="", primary=False)
    other = replace(other, meetings=(whole, *other.meetings[1:]), stances=(), attendances=())
    rows = [row for row in table(filled([letter(), other]), "meetings") if row["meeting"] == NAR]
    assert [(row["file"], row["label"], row["place"], row["primary"]) for row in rows] == [
        ("navo-2017-12.txt", "Noord-Atlantische Raad", "Brussel", "true"),
        ("navo-2018-01.txt", "NAR-bijeenkomst", "", "false"),
    ]
    assert len(table(filled([letter(), other]), "stances")) == 2
