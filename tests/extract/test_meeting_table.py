"""The table of sentences in `meetings.txt`: which meetings each tells of, and which it must not make up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.model import Letter, Meeting

Reader = Callable[..., Letter]

LETTERS = {
    "navo": (
        "12 februari 2019",
        "Op 6 en 7 februari 2019 vond in Brussel de bijeenkomst van de NAVO-ministers van Buitenlandse Zaken plaats. Hierbij doe ik u verslag.",
    ),
    "rbz": (
        "25 maart 2019",
        "Hierbij bied ik u het verslag aan van de Raad Buitenlandse Zaken van 18 maart 2019 in Brussel.",
    ),
    "vn": (
        "10 oktober 2019",
        "Van 23 tot en met 27 september jl. vond in New York de ministeriële week van de 74e Algemene Vergadering van de VN plaats. Hierbij doe ik u verslag.",
    ),
    "visit": ("20 maart 2019", "Van 3 tot en met 5 maart 2019 bracht ik een werkbezoek aan Egypte."),
    "cop": (
        "20 december 2018",
        "Hierbij doe ik u verslag van de 24e Conferentie van Partijen (COP24) bij het VN-Klimaatverdrag, die van 2 tot en met 14 december 2018 in Katowice plaatsvond.",
    ),
}


def cases() -> Iterator[object]:
    head = group = ""
    for line in Path(__file__).with_name("meetings.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            head, group = line[1:].split("] ")
        elif line and not line.startswith("#"):
            sentence, _, expected = line.partition(" => ")
            yield pytest.param(head, sentence, expected, id=f"{head}: {group}: {sentence[:60]}")


@pytest.mark.parametrize(("head", "sentence", "expected"), list(cases()))
def test_a_sentence_tells_of_these_meetings(read_text: Reader, head: str, sentence: str, expected: str) -> None:
    date, opening = LETTERS[head]
    letter = read_text(
        f"Den Haag, {date}\n\nGeachte Voorzitter,\n\n{opening}\n\n{sentence}\n\nDe Minister van Buitenlandse Zaken,\n\nStef Blok\n"
    )
    found = [m for m in letter.meetings if not m.primary]
    wanted = [w for w in expected.split("; ") if w != "-"]
    told = [_told(m) for m in found]
    assert len(found) == len(wanted), told
    for meeting, line in zip(sorted(found, key=lambda m: m.span), wanted, strict=True):
        sort, *words, dates = line.split()
        start, _, end = dates.strip("?").partition("/")
        assert (bool(meeting.part_of), meeting.start, meeting.end) == (sort == "part", start, end or start), told
        assert set(words) <= set(re.findall(r"[\w-]+", meeting.label)), told


def _told(m: Meeting) -> str:
    return f"{'part' if m.part_of else 'other'} {m.label!r} {m.start}/{m.end}"
