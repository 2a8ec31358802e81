"""An expression finds what the regular expression finds, only sooner where there is nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.expression import expression

SOURCES = [
    r"(?i)\b(?:nam|namen)\b[^;:.]*?\bdeel\b(?!\s+uit)|\bdeelgenomen\b",
    r"\b(?:u|uw Kamer)\b",
    r"(?P<name>[A-Z]\w+)\s*\((?P<land>[A-Z]\w+)\)",
    r"\bdoor\s+(?=[^.;:]*?\b(?:ingeleid|geopend)\b)",
    r"(?i)(?<!samen )\b(?:ge)?met\s+",
    r"[;:]\s|,\s+(?:maar|en)\s+",
    r"\w+",
    r"(?:een){2,3} \d*",
]
WORDS = [
    "nam",
    "Namen",
    "deel",
    "uit",
    "deelgenomen",
    "uw Kamer",
    "Klimkin",
    "(",
    ")",
    "Oekraïne",
    "door",
    "DOOR",
    "ingeleid",
    ".",
    ";",
    "samen met ",
    "gemet",
    ", maar ",
    "eeneen 5",
    "İ",
    "\n",
]


@pytest.mark.parametrize("source", SOURCES)
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=25),
    long=st.booleans(),
    cut=st.tuples(st.integers(0, 80), st.integers(0, 80)),
)
def test_it_finds_what_re_finds(source: str, words: list[str], long: bool, cut: tuple[int, int]) -> None:
    text = " ".join(words) + ("." * 2001 if long else "")
    start, end = cut
    wanted, got = re.compile(source), expression(source)
    assert [m.span() for m in got.finditer(text)] == [m.span() for m in wanted.finditer(text)]
    assert [m.span() for m in got.finditer(text, start, end)] == [m.span() for m in wanted.finditer(text, start, end)]
    one, other = got.search(text, start, end), wanted.search(text, start, end)
    assert (one and one.span()) == (other and other.span())


def test_a_word_cut_off_by_the_end_is_no_word() -> None:
    text = "Zij namen allen deel." + "." * 2001
    assert expression(SOURCES[0]).search(text, 0, 19) is None
    assert expression(SOURCES[0]).search(text, 0, 20)
