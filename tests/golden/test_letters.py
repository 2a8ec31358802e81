"""Whole letters: the positions found in an example letter, compared exactly with a file that can be read.

A line holds the type, the holders and the first words of the evidence. After a change that was meant, `pytest tests/golden --update-golden`
writes the files anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.data import letters
from kg.model import Letter, Stance
from kg.pipeline import extract
from kg.read import read_bytes
from kg.registry import load

HERE = Path(__file__).parent
WORDS = 8


def read(name: str) -> Letter:
    return extract(read_bytes(name, (letters() / name).read_bytes()), load())


def line(letter: Letter, stance: Stance) -> str:
    holders = ", ".join(h.id if h.how == "subject" else f"{h.id} ({h.how})" for h in stance.holders)
    quantifier = f" [{stance.quantifier}]" if stance.quantifier else ""
    first = " ".join(stance.span.of(letter.text.clean).split()[:WORDS])
    return f"{stance.type} | {holders}{quantifier} | {first}"


@pytest.mark.parametrize("name", ["navo-2018-07-verslag.txt", "benelux-2020-10-verslag.txt"])
def test_the_positions_of_a_letter(name: str, update_golden: bool) -> None:
    letter = read(name)
    found = "".join(line(letter, stance) + "\n" for stance in letter.stances)
    golden = HERE / f"{Path(name).stem}.stances.txt"
    if update_golden:
        golden.write_text(found, "utf-8")
    assert found.splitlines() == golden.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", ["navo-2018-07-verslag.txt", "benelux-2020-10-verslag.txt"])
def test_all_evidence_of_a_letter_slices_exactly(name: str) -> None:
    letter = read(name)
    spans = (
        [s.span for s in letter.stances] + [m.span for m in letter.mentions] + [s.span for s in letter.text.sentences]
    )
    assert spans
    for span in spans:
        found = letter.evidence(span)
        assert letter.source.text[found.start : found.end] == found.exact


@pytest.mark.parametrize("name", ["navo-2018-07-verslag.txt", "benelux-2020-10-verslag.txt"])
def test_reading_a_letter_twice_gives_the_same(name: str) -> None:
    assert read(name) == read(name)
