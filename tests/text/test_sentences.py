from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.sentences import cut

from .sources import texts


def parts(block: str) -> list[str]:
    return [block[a:b] for a, b in cut(block)]


@pytest.mark.parametrize(
    "block",
    [
        "De ministers spraken m.b.t. Rusland over sancties.",
        "Het pakket (incl. Sancties) is groot.",
        "De top van 11 juli jl. in Brussel verliep goed.",
        "Minister H. Zijlstra sprak.",
        "Minister A.G. Koenders sprak.",
        "Voormalig SG J. de Hoop Scheffer sprak.",
        "Dit kost ca. 3 mln. euro per jaar.",
        "Zie art. 5 van het verdrag.",
        "De plv. SG sprak o.a. Duitsland aan.",
        "De bijdrage steeg met 2.5 procent.",
        pytest.param(
            "Generaal b.d. Dr. Petr Pavel sprak.",
            marks=pytest.mark.xfail(reason="'b.d.' is not among the abbreviations", strict=True),
        ),
        "De heer prof. Jansen, de heer drs. Pietersen e.a. spraken.",
        "Wat nu? zo vroeg de minister.",
        "Hij zei ‘genoeg!’ en ging zitten.",
        "Het gaat om nr. 282 van de Kamer.",
    ],
)
def test_these_are_one_sentence(block: str) -> None:
    assert parts(block) == [block]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("De missie valt onder de VN.", "De Raad is het eens."),
        ("Dit geldt ook voor de VS.", "Duitsland zweeg."),
        ("De SG sprak met de NAVO.", "Daarna volgde de lunch."),
        ("De top was op 11 juli jl.", "De volgende is in december."),
        ("Er waren sancties, waarnemers, etc.", "De Raad sprak."),
        ("Dit valt onder artikel 5.", "De Raad sprak."),
        ("Dat was in 2014.", "Rusland annexeerde de Krim."),
        ("Hij zei: ‘Het is genoeg.’", "Daarna ging hij zitten."),
        ("Wat nu?", "Dat bleef open."),
        ("Zover is het nog niet…", "De Raad wacht af."),
        ("Het akkoord ligt er!", "De Raad sprak."),
        ("Hij sprak met de EU.", "“Dat was goed,” zei hij."),
        ("(Dit is een terzijde.)", "De Raad sprak."),
        ("De bijdrage is 5 procent.", "’s Middags sprak de Raad."),
    ],
)
def test_these_are_two(first: str, second: str) -> None:
    assert parts(f"{first} {second}") == [first, second]


def test_a_number_that_opens_a_block_is_no_sentence() -> None:
    assert parts("1. De Raad sprak over Syrië.") == ["1. De Raad sprak over Syrië."]


def test_sentences_stand_in_reading_order_with_their_blocks() -> None:
    body = "De Raad sprak over Syrië. De sessie duurde anderhalf uur en werd om zes uur in de middag gesloten.\n\n"
    assert texts(
        body + "Irak\n\nDe Raad sprak over Irak en over de strijd tegen het terrorisme in de bredere regio.\n"
    ) == [
        "De Raad sprak over Syrië.",
        "De sessie duurde anderhalf uur en werd om zes uur in de middag gesloten.",
        "De Raad sprak over Irak en over de strijd tegen het terrorisme in de bredere regio.",
    ]


@given(st.text(alphabet='aB. ?!…"’)1é', max_size=60).map(str.strip))
def test_sentences_cover_all_but_the_blanks(block: str) -> None:
    block = " ".join(block.split())
    spans = list(cut(block))
    assert all(a < b for a, b in spans)
    covered = "".join(block[a:b] for a, b in spans)
    assert covered.replace(" ", "") == block.replace(" ", "")
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
