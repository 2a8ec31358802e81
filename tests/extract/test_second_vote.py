"""A parser's vote makes stances surer or doubtful, and finds and loses none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ParserError
from kg.extract.second_vote import AGREES, CONFLICTS, SecondVote
from kg.model import Stance

from .conftest import Reader
from .toy_pipeline import train

pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'kamergraph[parser]'")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("toy"))


@pytest.fixture(scope="module")
def vote(folder: Path) -> SecondVote:
    return SecondVote.load(str(folder))


def before_and_after(read: Reader, vote: SecondVote, sentence: str) -> tuple[Stance, Stance]:
    letter = read(sentence)
    (before,), (after,) = letter.stances, vote(letter).stances
    return before, after


@pytest.mark.parametrize(
    "sentence",
    [
        "Polen verwierp het voorstel van Duitsland.",
        "Daarnaast benadrukte Nederland de rol.",
        "Italië steunde het voorstel.",
    ],
)
def test_a_holder_that_the_parser_names_too_is_surer(read: Reader, vote: SecondVote, sentence: str) -> None:
    before, after = before_and_after(read, vote, sentence)
    assert (after.vote, after.holders) == (AGREES, before.holders)
    assert before.confidence < after.confidence <= 1


class _Token:
    """A token as a parser gives it."""

    def __init__(self, text: str, idx: int, dep: str) -> None:
        self.text, self.idx, self.dep_, self.head = text, idx, dep, self
        self.children: list[_Token] = []

    @property
    def subtree(self) -> list[_Token]:
        return [self]


def parser_that_takes(word: str, verb: str) -> SecondVote:
    def parse(sentence: str) -> list[_Token]:
        head = _Token(verb, sentence.index(verb), "ROOT")
        subject = _Token(word, sentence.index(word), "nsubj")
        subject.head = head
        head.children = [subject]
        return [head, subject]

    return SecondVote(parse, "one that is wrong")


def test_a_holder_that_the_parser_contradicts_is_doubtful_and_says_why(read: Reader) -> None:
    vote = parser_that_takes("Duitsland", "verwierp")
    before, after = before_and_after(read, vote, "Polen verwierp het voorstel van Duitsland.")
    assert (after.vote, after.holders) == (CONFLICTS, before.holders)
    assert after.confidence < before.confidence
    assert "'Duitsland' voor het onderwerp" in after.reason


def test_a_pronoun_is_left_to_the_rules(read: Reader, vote: SecondVote) -> None:
    letter = read("Minister Le Drian sprak als eerste. Hij benadrukte het belang.")
    assert [s.vote for s in vote(letter).stances] == [""]


def test_nothing_but_vote_confidence_and_reason_changes(read: Reader, vote: SecondVote) -> None:
    letter = read(
        "Frankrijk benadrukte het belang van dialoog. Spanje verwierp het voorstel. Er bestond brede steun voor het plan."
    )
    after = vote(letter)
    kept = [(s.key, s.type, s.span, s.holders, s.about, s.rule) for s in letter.stances]
    assert [(s.key, s.type, s.span, s.holders, s.about, s.rule) for s in after.stances] == kept


def test_a_parser_is_known_by_its_name_and_weights(folder: Path) -> None:
    assert SecondVote.load(str(folder)).name == SecondVote.load(str(folder)).name
    assert SecondVote.load(str(folder)).name.startswith("nl_pipeline-0.0.0-")


@pytest.mark.parametrize("pipeline", ["no_such_pipeline", "/nowhere"])
def test_a_pipeline_that_is_not_there_is_told_in_one_line(pipeline: str) -> None:
    with pytest.raises(ParserError) as error:
        SecondVote.load(pipeline)
    assert pipeline in str(error.value)
    assert "\n" not in str(error.value)


def test_a_pipeline_without_a_parser_is_told(tmp_path: Path) -> None:
    import spacy

    spacy.blank("nl").to_disk(tmp_path)
    with pytest.raises(ParserError, match="no dependency parser"):
        SecondVote.load(str(tmp_path))


def test_a_build_with_a_parser_marks_the_votes_and_keeps_all_else(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg import rdf
    from kg.build import build
    from kg.store import LocalStore, ask

    monkeypatch.setattr(rdf, "registry", lambda *_: [])  # it takes most of the time, and nobody votes on it
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "brief.txt").write_text("Polen verwierp het voorstel van Duitsland.", "utf-8")
    query = (
        "SELECT ?rule ?vote WHERE { ?stance a kg:Stance ; kg:rule ?rule . OPTIONAL { ?stance kg:secondVote ?vote } }"
    )
    rows = []
    for parser in ("", str(folder), ""):
        build([tmp_path / "letters"], tmp_path / "output", jobs=1, parser=parser)
        with LocalStore.read(tmp_path / "output" / "store") as store:
            rows.append(ask(store, query).rows())
    assert [[row[1] for row in found] for found in rows] == [[""], [AGREES], [""]]
    assert rows[0][0][0] == rows[1][0][0]
