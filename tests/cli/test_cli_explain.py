from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.explain import recall


def kg(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, arguments)])


def test_a_sentence_is_explained() -> None:
    done = kg("Polen riep Rusland op tot overleg.")
    assert done.exit_code == 0
    assert "holder: Polen" in done.stdout


def test_a_silent_sentence_ends_with_one() -> None:
    done = kg("Polen moet Rusland nog oproepen tot overleg.")
    assert done.exit_code == 1
    assert "no stance from\n  oproepen: verb.urge.op-roepen" in done.stdout


def test_a_stance_of_the_graph_is_explained_by_iri_and_by_offset(graph_of_two: Path) -> None:
    letter = recall(graph_of_two, "navo-2018-07-verslag")
    stance = letter.stances[0]
    by_iri = kg(f"https://w3id.org/kamergraph/id/stance/navo-2018-07-verslag/{stance.key}", "--graph", graph_of_two)
    at = letter.text.offsets.at(stance.cue.start)
    by_offset = kg("--letter", "navo-2018-07-verslag.txt", "--at", at, "--graph", graph_of_two)
    assert (by_iri.exit_code, by_offset.exit_code) == (0, 0)
    assert by_iri.stdout == by_offset.stdout


def test_a_stance_that_is_not_there_is_told_in_one_line(graph_of_two: Path) -> None:
    done = kg("stance:navo-2018-07-verslag/weg", "--graph", graph_of_two)
    assert done.exit_code == 1
    assert "holds no stance 'weg'" in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--letter", "a.txt"), ("--at", "3"), ("zin", "--letter", "a.txt", "--at", "1")]
)
def test_one_of_three_ways_must_be_chosen(arguments: tuple[str, ...]) -> None:
    assert kg(*arguments).exit_code == 2
