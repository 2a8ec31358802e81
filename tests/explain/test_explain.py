"""Every stance can be asked how it was read, and every silent sentence why it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.explain import Explanation, explain, explain_text, place_of, recall
from kg.registry import load
from kg.text.sentences import sentence_at


def only(text: str) -> Explanation:
    (explanation,) = explain_text(text, load())
    return explanation


def test_a_stance_is_told_with_the_words_that_it_rests_on() -> None:
    (stance,) = only("Daarnaast riep Polen Rusland op tot overleg.").stances
    told = {line.what: (line.words, line.why) for line in stance}
    assert told["evidence"][0] == "Daarnaast riep Polen Rusland op tot overleg"
    assert told["act"][0] == "riep"
    assert "rule verb.urge.op-roepen" in told["act"][1]
    assert told["type"][0] == "urge"
    assert told["holder"] == ("Polen", "named: 'Polen'")
    assert told["addressee"] == ("Rusland", "'Rusland'")
    assert told["content"][0] == "tot overleg"
    assert told["confidence"] == ("0.9", "onderwerp van het werkwoord")


@pytest.mark.parametrize(
    ("sentence", "rule", "why"),
    [
        ("Polen moet Rusland nog oproepen tot overleg.", "verb.urge.op-roepen", "onder 'moet'"),
        ("Indien Polen het voorstel steunt, volgt een tweede lezing.", "verb.support.steunen", "bijzin met 'indien'"),
        ("De fabriek steunde het voorstel.", "verb.support.steunen", "niemand die een standpunt kan innemen"),
        ("Steunt Polen het voorstel?", "sentence.question", "wie vraagt"),
        ("Hierbij bied ik u het verslag aan van de Raad.", "sentence.opening", "wat de brief zelf doet"),
    ],
)
def test_an_act_that_gave_no_stance_says_why(sentence: str, rule: str, why: str) -> None:
    explanation = only(sentence)
    assert explanation.stances == ()
    assert any(rule in line and why in line.why for line in explanation.silent), explanation.silent


def test_an_act_without_its_other_words_says_what_is_lacking() -> None:
    explanation = only("Polen hield een feest.")
    assert explanation.stances == ()
    assert any(line.what == "hield" and "lacks its other words" in line.why for line in explanation.silent)


def test_a_sentence_without_an_act_has_nothing_to_tell() -> None:
    explanation = only("De trein reed naar Utrecht.")
    assert (explanation.stances, explanation.silent) == ((), ())


def test_both_clauses_of_a_sentence_are_told() -> None:
    explanation = only("Polen steunde het voorstel, maar Hongarije verwierp de tekst.")
    assert [line.why for line in explanation.clauses] == ["finite verb: steunde", "finite verb: verwierp"]
    assert len(explanation.stances) == 2


def test_every_stance_of_a_letter_is_explained_from_its_place(graph_of_two: Path) -> None:
    letter = recall(graph_of_two, "navo-2018-07-verslag")
    assert letter.stances
    for stance in letter.stances:
        explanation = explain(letter, load(), stance.cue.start)
        assert explanation is not None
        words = " ".join(stance.span.of(letter.text.clean).split())
        assert words in [line.words for lines in explanation.stances for line in lines if line.what == "evidence"]


def test_what_is_read_again_gives_the_stances_that_the_graph_holds(graph_of_two: Path) -> None:
    letter = recall(graph_of_two, "navo-2018-07-verslag.txt")
    spans = [sentence_at(letter.text, stance.cue.start) for stance in letter.stances]
    for sentence in {s.span: s for s in spans if s}.values():
        explanation = explain(letter, load(), sentence.span.start)
        assert explanation is not None
        assert len(explanation.stances) == sum(sentence.span.covers(stance.cue) for stance in letter.stances)


def test_a_letter_that_is_not_there_is_told_with_those_that_are(graph_of_two: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="navo-2018-07-verslag"):
        recall(graph_of_two, "brief")
    with pytest.raises(StoreError, match="keeps no letters"):
        recall(tmp_path, "brief")


@pytest.mark.parametrize(
    ("iri", "place"),
    [
        ("https://w3id.org/kamergraph/id/stance/een%20brief/riep-1", ("een brief", "riep-1")),
        ("stance:brief/riep-1", ("brief", "riep-1")),
        ("Polen riep op.", ("", "")),
    ],
)
def test_the_iri_of_a_stance_leads_to_its_letter(iri: str, place: tuple[str, str]) -> None:
    assert place_of(iri) == place
