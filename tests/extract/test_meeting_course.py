"""Whole letters with headings: the parts and their days, and the part in which each position was taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Letter

Reader = Callable[..., Letter]

TOP = "Hierbij doe ik u verslag van de NAVO-top van 12 en 13 maart 2019 in Brussel."
COUNCIL = (
    "Hierbij bied ik u het verslag aan van de Raad Justitie en Binnenlandse Zaken van 12 en 13 maart 2019 in Luxemburg."
)
TWO = (
    "Hierbij bied ik u het verslag aan van de Europese Raad die op 12 en 13 maart 2019 in Brussel plaatsvond, "
    "alsmede van de Eurotop van de leiders van de eurozone, die op de avond van 12 maart bijeenkwam."
)


def told(letter: Letter) -> list[str]:
    """Give each part with its day, and behind it the holders of the positions that were taken there."""
    names = {e.id: e.label for e in letter.entities}
    said = {
        m.key: [names[h.id] for s in letter.stances if s.meeting == m.key for h in s.holders] for m in letter.meetings
    }
    return [
        " ".join([m.label, m.start[-5:] or "?", *said[m.key]])
        for m in letter.meetings
        if m.part_of or (m.primary and said[m.key])
    ]


@pytest.mark.parametrize(
    ("opening", "body", "parts"),
    [
        (  # a day over headings of the next depth, whatever the sort of their numbers
            COUNCIL,
            "I. Binnenlandse Zaken, dinsdag 12 maart\n\n1. Terugkeer\n\nDuitsland steunde het voorstel.\n\n"
            "2. Lunch: grenzen\n\nTijdens de lunch drong Polen aan op strengere controles.\n\n"
            "II. Justitie, woensdag 13 maart\n\n3. Strafrecht\n\nIn de ochtendsessie steunde Italië het voorstel.",
            ["Raad Justitie en Binnenlandse Zaken 03-12 Duitsland", "Lunch: grenzen 03-12 Polen", "ochtendsessie 03-13 Italië"],
        ),
        (
            TOP,
            "Eerste dag\n\nAd 1. Rusland\n\nDe eerste werksessie ging over Rusland. Polen drong aan op strengheid.\n\n"
            "Tweede dag\n\nAd 2. Afghanistan\n\nIn de tweede werksessie steunde Italië de missie.",
            ["eerste werksessie 03-12 Polen", "tweede werksessie 03-13 Italië"],
        ),
        (  # what opens a day is not where the next topic was discussed
            TOP,
            "Dinsdag 12 maart\n\nDe dag begon met een werkontbijt. Duitsland steunde de missie.\n\n"
            "Rusland\n\nPolen drong aan op strengheid.",
            ["NAVO-top 03-12 Polen", "werkontbijt 03-12 Duitsland"],
        ),
        (
            COUNCIL,
            "5. Conferentie over de Balkanroute\n\nOp dinsdagavond werd de Raad voortgezet met een conferentie op hoog niveau "
            "over de route via de Balkan. Servië steunde de verklaring.",
            ["Conferentie over de Balkanroute 03-12 Servië"],
        ),
        (
            TWO,
            "Economie\n\nIn de eerste werksessie, in de namiddag van 12 maart, steunde Italië het voorstel.\n\n"
            "Tijdens het werkdiner is gesproken over werk. Spanje steunde het voorstel.\n\n"
            "Eurotop\n\nNa afloop van het diner kwamen de leiders bijeen. Slowakije drong aan op spoed.",
            ["Eurotop van de leiders van de eurozone 03-12 Slowakije", "eerste werksessie 03-12 Italië", "werkdiner 03-12 Spanje"],
        ),
        (  # a topic that a part with a heading of its own shares only half is not that part's
            COUNCIL,
            "Ontbijt\n\nHet ontbijt ging over de economische vooruitzichten. Duitsland steunde het voorstel.\n\n"
            "Vervoer\n\nItalië drong aan op spoed.\n\nEconomisch bestuur\n\nPolen steunde het pakket.\n\n"
            "Bestuur van de grenzen\n\nSpanje drong aan op geld.\n\nLunch over bestuur en grenzen\n\nMalta steunde dat.",
            ["Raad Justitie en Binnenlandse Zaken 03-12 Italië Polen Spanje", "Ontbijt ? Duitsland", "Lunch over bestuur en grenzen ? Malta"],
        ),
        (  # of two meetings the one on whose day it was
            TWO,
            "Eurotop\n\nDe leiders spraken over de munt. Slowakije drong aan op spoed.\n\n"
            "Rusland\n\nOp de tweede dag werd gesproken over Rusland. Polen drong aan op strengheid.\n\nSyrië\n\nSpanje steunde het voorstel.",
            ["Europese Raad 03-12 Polen Spanje", "Eurotop van de leiders van de eurozone 03-12 Slowakije"],
        ),
        (  # a body whose name alone is the heading, sitting beneath it
            COUNCIL,
            "I. Binnenlandse Zaken, dinsdag 12 maart\n\n1. Commissie A\n\nTijdens de Commissie A drong Polen aan op haast.\n\n"
            "2. Venetië-Commissie\n\nHet ging over de Venetië-Commissie. Spanje drong aan op haast.",
            ["Raad Justitie en Binnenlandse Zaken 03-12 Spanje", "Commissie A 03-12 Polen"],
        ),
    ],
)  # fmt: skip
def test_headings_and_first_words_place_what_follows(
    read_text: Reader, opening: str, body: str, parts: list[str]
) -> None:
    foot = "De Minister van Buitenlandse Zaken,\n\nStef Blok\n"
    letter = read_text(f"Den Haag, 20 maart 2019\n\nGeachte Voorzitter,\n\n{opening}\n\n{body}\n\n{foot}")
    assert told(letter) == parts


@pytest.mark.parametrize(
    ("words", "holder", "start"),
    [
        ("Tijdens de Raad Buitenlandse Zaken van 18 februari drong Polen aan op sancties.", "Polen", "2019-02-18"),
        ("Tijdens de Raad Buitenlandse Zaken van 18 februari ging het over gas. Polen wees dat toen af.", "Polen", "2019-02-18"),
        ("De Raad Buitenlandse Zaken komt op 8 april bijeen. Nederland zal daar aandringen op sancties.", "Nederland", "2019-04-08"),
        ("Op 15 maart kwam de OPCW bijeen in Den Haag. Polen drong aan op sancties.", "Polen", "2019-03-15"),
        ("Op 15 februari kwam de OPCW bijeen in Den Haag. Polen drong aan op sancties.", "Polen", "2019-03-12"),
    ],
)  # fmt: skip
def test_what_was_said_at_another_meeting_is_placed_there(
    read_text: Reader, words: str, holder: str, start: str
) -> None:
    foot = "De Minister van Buitenlandse Zaken,\n\nStef Blok\n"
    letter = read_text(f"Den Haag, 20 maart 2019\n\nGeachte Voorzitter,\n\n{TOP}\n\nRusland\n\n{words}\n\n{foot}")
    names, days = {e.id: e.label for e in letter.entities}, {m.key: m.start for m in letter.meetings}
    assert [(names[h.id], days[s.meeting]) for s in letter.stances for h in s.holders] == [(holder, start)]


@pytest.mark.parametrize(
    ("opening", "meetings"),
    [
        (
            "In deze brief vindt u het verslag van de Eurogroep en de Ecofinraad van 12 respectievelijk 13 maart 2019 in Brussel.",
            [("2019-03-12", "2019-03-12"), ("2019-03-13", "2019-03-13")],
        ),
        (  # what the agenda for another council held is no report of that
            "Van 10 tot en met 13 maart 2019 vond in Wenen de WTO-conferentie plaats. De inzet was opgenomen in de geannoteerde agenda voor de Raad Buitenlandse Zaken Handel van 10 februari jl.",
            [("2019-03-10", "2019-03-13")],
        ),
    ],
)
def test_each_meeting_of_a_letter_has_its_days(
    read_text: Reader, opening: str, meetings: list[tuple[str, str]]
) -> None:
    foot = "De Minister van Financiën,\n\nWopke Hoekstra\n"
    letter = read_text(f"Den Haag, 20 maart 2019\n\nGeachte Voorzitter,\n\n{opening}\n\n{foot}")
    assert [(m.start, m.end) for m in letter.meetings if m.primary] == meetings
