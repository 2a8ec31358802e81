"""Names that the registry does not hold, by what stands around them; and what stands so and is no name."""

from __future__ import annotations

import pytest

from .conftest import Reader
from .test_entities import named


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("De commissie stond onder leiding van de Canadees Zandwijk.", [("Zandwijk", "person/zandwijk")]),
        (
            "Daar was ook de Nederlander Klaas van der Zandwijk.",
            [("Klaas van der Zandwijk", "person/klaas-van-der-zandwijk")],
        ),
        ("Staatssecretaris Zandwijk van Justitie leidt de delegatie.", [("Zandwijk", "person/zandwijk")]),
        ("Zandwijk (België), Ooster (Nieuw-Zeeland) en Wester (Zweden) spraken.", [("Ooster", "person/ooster")]),
        ("De Senegalese minister Ka sprak.", [("Ka", "person/ka")]),
        ("Minister van Sport en Politie Kenneth Zandwijk kwam.", [("Kenneth Zandwijk", "person/kenneth-zandwijk")]),
        ("Kenneth Zandwijk (CVZB) hield een inleiding.", [("CVZB", "organisation/cvzb")]),
        ("Zij sprak met CVZB en de Wereldbank.", [("CVZB", "organisation/cvzb")]),
        ("De Deense partij CVZB was tegen.", [("CVZB", "organisation/cvzb")]),
        ("De Afrikaanse Groep was tegen.", [("Afrikaanse Groep", "organisation/afrikaanse-groep")]),
        ("Het Deense Grondwettelijk Hof beslist.", [("Grondwettelijk Hof", "organisation/deense-grondwettelijk-hof")]),
        ("Er kwam een Groep van Lissabon.", [("Groep van Lissabon", "organisation/groep-van-lissabon")]),
        ("Het Visserijcomité kwam bijeen.", [("Visserijcomité", "organisation/visserijcomite")]),
        ("Hij noemde het verdrag (nr. 87) en verdrag nr. 87.", [("verdrag nr. 87", "treaty/verdrag-nr-87")]),
        ("Het associatieakkoord met Kenia geldt.", [("associatieakkoord", "treaty/associatieakkoord-eu-kenia")]),
        ("Het programma Groene Akkers loopt.", [("Groene Akkers", "instrument/groene-akkers")]),
        ("Er waren branden in Zandwijk, Ter Ooster en Westerdam.", [("Ter Ooster", "place/ter-ooster")]),
        ("De hoofden van EUAM spraken over Oekraïne.", [("EUAM", "mission/euam-oekraine")]),
        ("Het Gemengd Comité komt bijeen.", [("Gemengd Comité", "organisation/gemengd-comite")]),
    ],
)
def test_what_stands_around_a_name_tells_what_bears_it(
    text: str, mentions: list[tuple[str, str]], read: Reader
) -> None:
    found = named(read(text), text)
    assert [m for m in mentions if m not in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "Dat gebeurde in Werkgroepverband en in Fase twee.",
        "De Werkgroep kwam bijeen en de Stuurgroep niet.",
        "Ik heb vertrouwen in Merkel.",
        "De Geannoteerde Agenda volgt.",
        "De Raad in Antwerpen slaagde.",
        "Het Pensioenakkoord is besproken.",
        "Zij sprak over de EU en ICT.",
    ],
)
def test_other_words_with_a_capital_are_no_unknown_names(text: str, read: Reader) -> None:
    letter = read(text)
    assert [m for m in named(letter, text) if not next(e for e in letter.entities if e.id == m[1]).known] == []


def test_an_abbreviation_behind_a_long_name_can_be_of_its_last_part(read: Reader) -> None:
    text = "Het Comité van Ministers van de Raad van Europa (RvE) kwam bijeen. De RvE zweeg."
    assert ("RvE", "organisation/raad-van-europa") in named(read(text), text)


def test_an_office_tells_two_persons_of_one_name_apart(read: Reader) -> None:
    text = "Ook SG Rasmussen sprak."
    assert ("Rasmussen", "person/anders-fogh-rasmussen") in named(read(text, date="8 februari 2010"), text)
