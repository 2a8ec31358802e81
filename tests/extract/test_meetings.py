"""Meetings: the letter's own, its parts with their days, talks, others referred to, and where something was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.meetings import meeting_at
from kg.model import Letter, Meeting, Span

Reader = Callable[..., Letter]

LANDBOUW = """\
Ministerie van Landbouw, Natuur en Voedselkwaliteit

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 2 juli 2021

Betreft: Verslag Landbouw- en Visserijraad 28 en 29 juni 2021

Geachte Voorzitter,

Met deze brief informeer ik uw Kamer over de uitkomsten van de Landbouw- en Visserijraad die op 28 en 29 juni 2021 in Luxemburg plaatsvond.

{}

De Minister van Landbouw, Natuur en Voedselkwaliteit,

C.J. Schouten
"""


def primaries(letter: Letter) -> list[Meeting]:
    return [m for m in letter.meetings if m.primary]


def parts(letter: Letter) -> list[tuple[str, str]]:
    return [(m.kind, m.start) for m in letter.meetings if m.part_of]


def others(letter: Letter) -> list[tuple[str, str, str]]:
    return [(m.label, m.start, m.end) for m in letter.meetings if not m.primary and not m.part_of]


def key_at(letter: Letter, words: str) -> str:
    start = letter.text.clean.index(words)
    return meeting_at(letter, Span(start, start + len(words)))


def test_the_reported_meeting_has_its_days_place_and_level(read: Reader) -> None:
    (whole,) = primaries(read("Ministers spraken over de zuidflank."))
    assert (whole.start, whole.end, whole.place, whole.level) == (
        "2019-02-06",
        "2019-02-07",
        "place/brussel",
        "ministers van Buitenlandse Zaken",
    )
    assert not whole.announced


@pytest.mark.parametrize(
    ("opening", "label", "start", "end"),
    [
        (
            "Hierbij bied ik u het verslag aan van de Raad Buitenlandse Zaken van 18 maart 2019.",
            "Raad Buitenlandse Zaken",
            "2019-03-18",
            "2019-03-18",
        ),
        (
            "Op 14 en 15 maart jl. kwamen de leiders van de G20 bijeen in Brisbane.",
            "bijeenkomst van de leiders van de G20",
            "2019-03-14",
            "2019-03-15",
        ),
        (
            "Van 2 tot en met 13 maart 2019 vond in Katowice de 24e Conferentie van Partijen plaats. Hierbij doe ik u verslag van de conferentie.",
            "24e Conferentie van Partijen",
            "2019-03-02",
            "2019-03-13",
        ),
        (
            "Hierbij informeer ik u over de OVSE Ministeriële Raad, die op 5 en 6 maart jl. werd gehouden.",
            "OVSE Ministeriële Raad",
            "2019-03-05",
            "2019-03-06",
        ),
        ("Op 19 maart 2019 had in Luxemburg de Benelux-top plaats.", "Benelux-top", "2019-03-19", "2019-03-19"),
    ],
)
def test_the_primary_meeting_is_found_in_many_openings(
    read_text: Reader, opening: str, label: str, start: str, end: str
) -> None:
    letter = read_text(
        f"Den Haag, 1 april 2019\n\nGeachte Voorzitter,\n\n{opening}\n\nDe Minister van Buitenlandse Zaken,\n\nStef Blok\n"
    )
    assert [(m.label, m.start, m.end) for m in primaries(letter)] == [(label, start, end)]


def test_two_councils_in_one_letter_are_two_meetings(read_text: Reader) -> None:
    letter = read_text(
        "Den Haag, 10 mei 2013\n\nGeachte voorzitter,\n\nHierbij bied ik u de geannoteerde agenda aan van de Raad Algemene Zaken van 21 mei 2013 en de Raad Buitenlandse Zaken van 27 mei 2013.\n\n"
        "RAAD ALGEMENE ZAKEN\n\nDe Raad zal de begroting bespreken.\n\nRAAD BUITENLANDSE ZAKEN\n\nTijdens de lunch zal de Raad spreken over Mali.\n\n"
        "De Minister van Buitenlandse Zaken,\n\nFrans Timmermans\n"
    )
    assert [(m.label, m.start, m.announced) for m in primaries(letter)] == [
        ("Raad Algemene Zaken", "2013-05-21", True),
        ("Raad Buitenlandse Zaken", "2013-05-27", True),
    ]
    assert parts(letter) == [("lunch", "2013-05-27")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Op 6 februari vond een werksessie plaats over Irak, gevolgd door een werkdiner over energie.",
            [("werksessie", "2019-02-06"), ("werkdiner", "2019-02-06")],
        ),
        (
            "In de eerste sessie werd gesproken over Irak. Op de tweede dag volgde een sessie over Kosovo.",
            [("sessie", "2019-02-06"), ("sessie", "2019-02-07")],
        ),
        (
            "In de eerste sessie op 6 februari ging het over China. De tweede sessie en derde sessie vonden plaats op 7 februari.",
            [("sessie", "2019-02-06"), ("sessie", "2019-02-07"), ("sessie", "2019-02-07")],
        ),
        (
            "Woensdag begon met een zitting over Libië. Donderdag werd de bijeenkomst afgesloten met een werklunch.",
            [("zitting", "2019-02-06"), ("werklunch", "2019-02-07")],
        ),
        ("De bijeenkomst begon op de avond van 6 februari met een receptie.", [("receptie", "2019-02-06")]),
    ],
)
def test_parts_get_the_day_on_which_they_were(read: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(read(text)) == expected


def test_the_same_part_named_again_is_one(read: Reader) -> None:
    letter = read(
        "Op 6 februari vond een werkdiner plaats over energie.\n\nEnergie\n\nTijdens het werkdiner benadrukte Nederland het belang van infrastructuur. Het diner duurde lang."
    )
    assert parts(letter) == [("werkdiner", "2019-02-06")]


def test_a_body_that_met_during_the_meeting_is_a_part(read: Reader) -> None:
    letter = read("Op 7 februari kwam eerst de NAVO-Oekraïne Commissie bijeen en daarna de NAVO-Rusland Raad.")
    assert [(m.label, m.start) for m in letter.meetings if m.part_of] == [
        ("NAVO-Oekraïne Commissie", "2019-02-07"),
        ("NAVO-Rusland Raad", "2019-02-07"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tijdens de NAVO-top in juli 2018 werd dit afgesproken.", [("NAVO-top", "2018-07", "2018-07")]),
        (
            "De ministers van Defensie komen op 26 en 27 juni in Brussel bijeen.",
            [("bijeenkomst van de ministers van Defensie", "2019-06-26", "2019-06-27")],
        ),
        (
            "De volgende bijeenkomst van de NAVO-ministers van Defensie is voorzien voor eind oktober 2019.",
            [("volgende bijeenkomst van de NAVO-ministers van Defensie", "2019-10", "2019-10")],
        ),
        (
            "De internationale gemeenschap komt in oktober bijeen op een donorconferentie in Genève.",
            [("donorconferentie in Genève", "2019-10", "2019-10")],
        ),
        ("De NAVO-Rusland Raad kwam op 25 januari bijeen.", [("NAVO-Rusland Raad", "2019-01-25", "2019-01-25")]),
        ("In november is in Wenen een 5+2 overleg gehouden.", [("5+2 overleg", "2018-11", "2018-11")]),
        (
            "Op de NAVO-top in juli 2018 en sinds de NAVO-top in juli 2018 is dit herhaald.",
            [("NAVO-top", "2018-07", "2018-07")],
        ),
    ],
)
def test_other_meetings_have_dates_as_precise_as_the_text(
    read: Reader, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert others(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nederland stelde voor in 2020 een top over adaptatie te organiseren.",
        "De Groep wil meer informele bijeenkomsten organiseren.",
        "De ministers zullen vaker een gesprek met Rusland voeren.",
        "Het is van belang om met Noord-Korea in gesprek te blijven.",
        "De gesprekken met de Taliban verlopen moeizaam.",
        "Het verdrag van 8 april verbiedt deze wapens; de opzegging is in augustus van kracht.",
        "Nederland neemt deel aan de vergaderingen van de werkgroep.",
        "De stop op wapenleveranties geldt sinds maart 2018.",
    ],
)
def test_what_is_wished_for_or_usual_is_no_meeting(read: Reader, text: str) -> None:
    letter = read(text)
    assert others(letter) == []
    assert parts(letter) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "In de marge had ik een kort onderhoud met de Britse minister Hunt.",
            ["kort onderhoud met de Britse minister Hunt"],
        ),
        ("Ik sprak en marge met minister Maas over handel.", ["gesprek met Maas"]),
        ("Met mijn Turkse ambtgenoot had ik een apart gesprek.", ["apart gesprek met Turkije"]),
        (
            "Nederland heeft in een bilateraal gesprek met Hongarije zijn zorgen geuit.",
            ["bilateraal gesprek met Hongarije"],
        ),
        (
            "Ik heb bilaterale gesprekken gevoerd met mijn ambtgenoten uit Canada en Japan.",
            ["gesprek met Canada", "gesprek met Japan"],
        ),
        (
            "Ik had een gesprek met minister Maas. In het gesprek met minister Maas kwam ook Iran aan de orde.",
            ["gesprek met minister Maas"],
        ),
    ],
)
def test_bilateral_talks_are_meetings(read: Reader, text: str, labels: list[str]) -> None:
    assert [label for label, _, _ in others(read(text))] == labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De Raad sprak over de EU-Japan-top, die op 17 juli in Tokio wordt gehouden.",
            [("EU-Japan-top", "2019-07-17", "2019-07-17")],
        ),
        (
            "De Raad zal de EU-Japan-top voorbereiden, die op 17 juli in Tokio wordt gehouden.",
            [("EU-Japan-top", "2019-07-17", "2019-07-17")],
        ),
        (
            "Hij verwees naar de conferentie van 3 december in Genève.",
            [("conferentie", "2018-12-03", "2018-12-03")],
        ),
        ("Op 9 januari is in een brief verwezen naar de top.", []),
    ],
)
def test_a_date_belongs_to_what_its_clause_tells_of(
    read: Reader, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert others(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In Brussel werd ik ontvangen door premier Michel.", ["gesprek met Michel"]),
        ("Voorts vond een gesprek plaats met de Chinese delegatie.", ["gesprek met de Chinese delegatie"]),
        ("Minister Maas gaf mij in een kort gesprek te kennen dat hij aarzelt.", ["kort gesprek met Maas"]),
        ("De ministers hadden een gesprek met minister Maas.", []),
        ("Een ontmoeting met minister Maas ging niet door.", []),
    ],
)
def test_talks_are_told_by_verbs_as_by_nouns(read: Reader, text: str, labels: list[str]) -> None:
    assert [label for label, _, _ in others(read(text))] == labels


def test_a_side_event_is_no_part_of_the_meeting(read: Reader) -> None:
    letter = read("In de marge organiseerde Nederland op 7 februari een side event over water.")
    assert parts(letter) == []
    assert others(letter) == [("side event over water", "2019-02-07", "2019-02-07")]


def test_a_later_council_of_the_same_name_is_another(read_text: Reader) -> None:
    letter = read_text(
        LANDBOUW.format(
            "De volgende Landbouw- en Visserijraad staat gepland voor 19 juli. De informele Landbouwraad vindt van 5 tot en met 7 september plaats in Slovenië."
        )
    )
    assert [(m.label, m.start) for m in primaries(letter)] == [("Landbouw- en Visserijraad", "2021-06-28")]
    assert others(letter) == [
        ("Landbouw- en Visserijraad", "2021-07-19", "2021-07-19"),
        ("informele Landbouwraad", "2021-09-05", "2021-09-07"),
    ]
    assert all(m.announced for m in letter.meetings if not m.primary)


def test_keys_are_unique_and_do_not_shift_when_text_is_added(read: Reader) -> None:
    text = "Op 6 februari vond een werksessie plaats over Irak. Op 7 februari volgde een werksessie over Kosovo."
    before = [m.key for m in read(text).meetings]
    after = [m.key for m in read("Op 6 februari vond een receptie plaats. " + text).meetings]
    assert len(set(before)) == len(before) == 3
    assert set(before) < set(after)


def test_mode_is_read_from_the_introduction(read_text: Reader) -> None:
    letter = read_text(LANDBOUW.format("Wegens de pandemie vond deze bijeenkomst via videoverbinding plaats."))
    assert [m.mode for m in primaries(letter)] == ["video"]


STORY = (
    "Op 6 februari vond een werksessie plaats over Irak, gevolgd door een werkdiner over energie. Op 7 februari kwam de NAVO-Oekraïne Commissie bijeen. Ik had een gesprek met minister Maas.\n\n"
    "Irak\n\nVeel Bondgenoten steunden de missie.\n\nEnergie\n\nDuitsland vroeg aandacht voor gas. In het gesprek met minister Maas drong ik aan op spoed. Hij zegde dat toe.\n\n"
    "Frankrijk was kritisch.\n\n"
    "Oekraïne\n\nTijdens de NAVO-Oekraïne Commissie waren er zorgen. Polen riep op tot steun."
)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Veel Bondgenoten steunden", "werksessie over Irak"),
        ("Duitsland vroeg aandacht", "werkdiner over energie"),
        ("drong ik aan op spoed", "gesprek met minister Maas"),
        ("Hij zegde dat toe", "gesprek met minister Maas"),
        ("Frankrijk was kritisch", "werkdiner over energie"),
        ("Polen riep op", "NAVO-Oekraïne Commissie"),
    ],
)
def test_what_is_said_belongs_to_the_part_where_it_was_said(read: Reader, words: str, part: str) -> None:
    letter = read(STORY)
    labels = {m.key: m.label for m in letter.meetings}
    assert labels[key_at(letter, words)] == part


def test_a_meeting_of_the_past_in_the_sentence_is_not_where_something_is_said(read: Reader) -> None:
    letter = read("Nederland benadrukte dat sinds de NAVO-top in juli 2018 voortgang is geboekt.")
    assert key_at(letter, "Nederland benadrukte") == primaries(letter)[0].key


CHAPTERS = """\
Den Haag, 9 mei 2018

Geachte Voorzitter,

Hierbij doe ik u verslag van de Voorjaarsvergadering van het Internationaal Monetair Fonds (IMF), die van 20 tot en met 22 april 2018 in Washington werd gehouden.

1. Vergadering van de G20

Op 18 en 19 april kwamen de ministers van Financiën van de G20 bijeen. Duitsland drong aan op haast.

2. Kiesgroepvergadering

Op 20 april was er een bijeenkomst van de kiesgroep. Oekraïne verzocht om steun.

3. Terugblik Raad van 10 april

Op 10 april bereikte de Raad een akkoord. Spanje stemde tegen. Bij de lunch was de heer Juncker te gast.

4. Handel

Italië bepleitte open grenzen.

De Minister van Financiën,

W.B. Hoekstra
"""


def test_a_section_named_after_a_gathering_tells_of_that(read_text: Reader) -> None:
    letter = read_text(CHAPTERS)
    named = {m.key: m for m in letter.meetings}
    at = {words: named[key_at(letter, words)] for words in ("drong aan", "verzocht om", "stemde tegen", "bepleitte")}
    assert [(m.start, m.primary, bool(m.part_of)) for m in at.values()] == [
        ("2018-04-18", False, False),
        ("2018-04-20", False, True),
        ("2018-04-10", False, False),
        ("2018-04-20", True, False),
    ]
    lunch = next(m for m in letter.meetings if m.kind == "lunch")
    assert (lunch.start, named[lunch.part_of].start) == ("2018-04-10", "2018-04-10")


@pytest.mark.parametrize(
    ("opening", "days"),
    [
        (
            "Hierbij het verslag van de 125ste zitting van de Raad van Europa. De zitting had plaats op 19 mei jl. in Parijs.",
            "19/19",
        ),
        (
            "Op zondag 8 mei jl. werd in Tokio, op uitnodiging van dat land, een conferentie over Afghanistan gehouden. Hierbij doe ik u verslag.",
            "08/08",
        ),
        (
            "Hierbij informeer ik u over de conferentie over water, waaraan ik op 19 en 20 mei jl. in Praag heb deelgenomen.",
            "19/20",
        ),
        (
            "Op 14 en 15 mei jl. waren de ministers van Defensie van de NAVO voor informeel overleg bijeen te Berlijn. Ik informeer u hierbij.",
            "14/15",
        ),
    ],
)
def test_the_days_of_the_meeting_stand_in_the_opening(read_text: Reader, opening: str, days: str) -> None:
    foot = "De Minister van Buitenlandse Zaken,\n\nStef Blok\n"
    (whole,) = primaries(read_text(f"Den Haag, 11 juni 2018\n\nGeachte Voorzitter,\n\n{opening}\n\n{foot}"))
    first, last = days.split("/")
    assert (whole.start, whole.end) == (f"2018-05-{first}", f"2018-05-{last}")
