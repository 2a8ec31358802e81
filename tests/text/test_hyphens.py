from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.hyphens import hyphen_rule

from .sources import clean


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        # one word, broken by a printer
        ("samen", "werking", "join"),
        ("bond", "genoten", "join"),
        ("onderhande", "lingen", "join"),
        ("Oek", "raïne", "join"),
        ("VERDE", "DIGING", "join"),
        # a compound with a name, an abbreviation or a number
        ("Noord", "Atlantische", "keep"),
        ("NAVO", "partnerlanden", "keep"),
        ("NAVO", "Rusland", "keep"),
        ("EU", "lidstaten", "keep"),
        ("anti", "ISIS", "keep"),
        ("pan", "Europese", "keep"),
        ("artikel-5", "situatie", "keep"),
        ("A", "400M", "keep"),
        # vowels that would run together
        ("informatie", "uitwisseling", "keep"),
        ("zee", "eend", "keep"),
        ("defensie", "uitgaven", "keep"),
        ("auto", "ongeluk", "keep"),
        # first parts that always keep it
        ("vice", "voorzitter", "keep"),
        ("oud", "minister", "keep"),
        ("niet", "permanente", "keep"),
        ("ex", "president", "keep"),
        ("Co", "voorzitter", "keep"),
        # a small word inside a compound
        ("staakt", "het", "keep"),
        # what is left out of a pair
        ("veiligheids", "en defensiebeleid", "space"),
        ("land", "of zeestrijdkrachten", "space"),
        ("in", "en uitvoer", "space"),
        ("kort", "dan wel langlopende", "space"),
        ("begin", "tot eindpunt", "space"),
        # "en" is a word, not the beginning of one
        ("on", "enigheid", "join"),
        # nothing to join with
        ("woord", "", "keep"),
        ("", "woord", "keep"),
    ],
)
def test_the_hyphen_at_a_line_end(left: str, right: str, how: str) -> None:
    assert hyphen_rule("")(left, right) == how


@pytest.mark.parametrize(
    ("elsewhere", "left", "right", "how"),
    [
        ("de minister-president sprak", "minister", "president", "keep"),
        ("de ministerpresident sprak", "minister", "president", "join"),
        ("de Samenwerking is goed", "samen", "werking", "join"),
        ("de defensieuitgaven stegen", "defensie", "uitgaven", "join"),
        ("het staakt-het-vuren", "staakt-het", "vuren", "keep"),
        ("de raketdreiging", "raket", "dreiging", "join"),
        ("de cyber-aanval", "cyber", "aanval", "keep"),
    ],
)
def test_a_word_that_stands_unbroken_elsewhere_decides(elsewhere: str, left: str, right: str, how: str) -> None:
    assert hyphen_rule(elsewhere)(left, right) == how


WRAPPED = """\
De ministers van Buitenlandse Zaken bespraken in Brussel de samen-
werking met de Europese Unie en de rol van de Noord-
Atlantische Raad. Zij spraken ook over het veiligheids-
en defensiebeleid van de lidstaten en over de defensie-
uitgaven van de Bondgenoten in de komende vijf jaar, en daarna.
"""


def test_a_paragraph_is_mended_over_its_line_ends() -> None:
    assert clean(WRAPPED) == (
        "De ministers van Buitenlandse Zaken bespraken in Brussel de samenwerking met de Europese Unie en de rol van de "
        "Noord-Atlantische Raad. Zij spraken ook over het veiligheids- en defensiebeleid van de lidstaten en over de "
        "defensie-uitgaven van de Bondgenoten in de komende vijf jaar, en daarna."
    )


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑", "\u00ad"])
def test_every_hyphen_is_mended(hyphen: str) -> None:
    assert "de samenwerking met" in clean(WRAPPED.replace("samen-", "samen" + hyphen))


def test_a_dash_at_a_line_end_stays_apart() -> None:
    text = WRAPPED.replace("samen-\nwerking", "NAVO –\nen haar rol")
    assert "de NAVO – en haar rol" in clean(text)


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=40))
def test_any_break_is_decided(left: str, right: str, text: str) -> None:
    assert hyphen_rule(text)(left, right) in ("join", "keep", "space")
