from __future__ import annotations

import pytest

from kg.extract.letter import LetterExtractor
from kg.model import Letter, Metadata, Signatory, Source
from kg.text import mend

BODY = (
    "Op 6 en 7 februari 2019 spraken de ministers in Brussel over de toestand in het oosten van Oekraïne. "
    "De sessie duurde anderhalf uur en werd om zes uur gesloten.\n\n"
)


def letter(text: str, metadata: Metadata | None = None) -> Letter:
    source = Source("brief.txt", text, "0" * 64, "txt", metadata or Metadata())
    return LetterExtractor()(Letter(source, mend(source)))


def under(head: str, foot: str = "De Minister van Buitenlandse Zaken,\n\nStef Blok\n") -> Letter:
    return letter(f"{head}\n\n{BODY}{foot}")


PLAIN = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 12 februari 2019\n\nBetreft: Verslag\n\nGeachte Voorzitter,"
KAMERSTUK = (
    "Tweede Kamer der Staten-Generaal\n\n28 676 NAVO\n\nNr. 282 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\n"
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 december 2017"
)
FIELDS = (
    "Aan de\nVoorzitter van de Tweede Kamer\nder Staten-Generaal\nBinnenhof 4\nDen Haag\n\n"
    "Datum 5 maart 2021\nBetreft Verslag Raad Buitenlandse Zaken van 22 februari 2021\n\nGeachte voorzitter,"
)
BOTH = "Aan de Voorzitters van de Eerste en Tweede Kamer der Staten-Generaal\n\n’s-Gravenhage, 9 mei 2007\n\nGeachte voorzitters,"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (PLAIN, "2019-02-12"),
        (KAMERSTUK, "2017-12-03"),
        (FIELDS, "2021-03-05"),
        (BOTH, "2007-05-09"),
        (PLAIN.replace("Den Haag, 12 februari 2019", "Den Haag, 1 maart 2019"), "2019-03-01"),
        (PLAIN.replace("Den Haag, 12 februari 2019", "Datum: 12-02-2019"), "2019-02-12"),
        (PLAIN.replace("Den Haag, 12 februari 2019", "12 februari 2019"), "2019-02-12"),
        (PLAIN.replace("Betreft: Verslag", "Betreft: Verslag van de top van 11 juli 2018"), "2019-02-12"),
        (PLAIN.replace("Den Haag, 12 februari 2019\n\n", ""), ""),
    ],
)
def test_the_date_is_that_of_the_letter(head: str, date: str) -> None:
    assert under(head).date == date


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (PLAIN, "Den Haag"),
        (BOTH, "’s-Gravenhage"),
        (PLAIN.replace("Den Haag,", "Brussel,"), "Brussel"),
        (PLAIN.replace("Den Haag,", "'s-Gravenhage,"), "'s-Gravenhage"),
        (FIELDS, "Den Haag"),  # no dated place: that of the address
        (FIELDS.replace("Binnenhof 4\nDen Haag", "Postbus 20018\n2500 EA DEN HAAG"), "Den Haag"),
        (f"Retouradres Postbus 20401 2500 EK Den Haag\n\n{FIELDS}", "Den Haag"),
        (FIELDS.replace("Den Haag", "2513 AA 'S GRAVENHAGE"), "’s-Gravenhage"),
        (FIELDS.replace("\nBinnenhof 4\nDen Haag", ""), ""),
    ],
)
def test_the_place_stands_before_the_date(head: str, place: str) -> None:
    assert under(head).place == place


@pytest.mark.parametrize(
    ("head", "number", "dossier"),
    [
        (KAMERSTUK, "282", "28676"),
        (
            KAMERSTUK.replace("28 676 NAVO", "21 501-02 Raad Algemene Zaken").replace("Nr. 282", "Nr. 1999"),
            "1999",
            "21501-02",
        ),
        (
            KAMERSTUK.replace("28 676 NAVO", "35000-V Vaststelling van de begroting").replace("Nr. 282", "Nr. 7"),
            "7",
            "35000-V",
        ),
        (PLAIN, "", ""),
    ],
)
def test_number_and_dossier_are_read_from_the_head(head: str, number: str, dossier: str) -> None:
    found = under(head)
    assert (found.number, found.dossier) == (number, dossier)


@pytest.mark.parametrize(
    ("head", "addressee"),
    [
        (PLAIN, "Voorzitter van de Tweede Kamer der Staten-Generaal"),
        (FIELDS, "Voorzitter van de Tweede Kamer der Staten-Generaal"),
        pytest.param(
            BOTH,
            "Voorzitters van de Eerste en Tweede Kamer der Staten-Generaal",
            marks=pytest.mark.xfail(reason="the place of the date line, ’s-Gravenhage, is taken in", strict=True),
        ),
        ("Den Haag, 12 februari 2019\n\nGeachte Voorzitter,", ""),
    ],
)
def test_the_addressee(head: str, addressee: str) -> None:
    assert under(head).addressee == addressee


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (PLAIN.replace("Betreft: Verslag", "Betreft: Verslag NAVO-top"), "Verslag NAVO-top"),
        (PLAIN.replace("Betreft: Verslag", "Onderwerp: Verslag NAVO-top"), "Verslag NAVO-top"),
        (FIELDS, "Verslag Raad Buitenlandse Zaken van 22 februari 2021"),
        (KAMERSTUK, "NAVO"),
    ],
)
def test_the_title(head: str, title: str) -> None:
    assert under(head).title == title


BZ = "Minister van Buitenlandse Zaken"


@pytest.mark.parametrize(
    ("foot", "signatories"),
    [
        ("De Minister van Buitenlandse Zaken,\n\nStef Blok\n", [("Stef Blok", BZ)]),
        ("De Minister van Buitenlandse Zaken,\nS.A. Blok\n", [("S.A. Blok", BZ)]),
        ("De Minister van Buitenlandse Zaken, S.A. Blok\n", [("S.A. Blok", BZ)]),
        ("Hoogachtend,\n\nde minister van Buitenlandse Zaken,\n\nS.A. Blok\n", [("S.A. Blok", BZ)]),
        ("DE MINISTER VAN BUITENLANDSE ZAKEN,\n\nS.A. Blok\n", [("S.A. Blok", BZ)]),
        ("Met vriendelijke groet,\n\nStef Blok\nMinister van Buitenlandse Zaken\n", [("Stef Blok", BZ)]),
        (
            "De Minister van Buitenlandse Zaken,\n\nS.A. Blok\n\nDe Minister van Defensie,\n\nA.Th.B. Bijleveld-Schouten\n",
            [("S.A. Blok", BZ), ("A.Th.B. Bijleveld-Schouten", "Minister van Defensie")],
        ),
        (
            "De Minister-President,\nMinister van Algemene Zaken,\n\nMark Rutte\n",
            [("Mark Rutte", "Minister van Algemene Zaken")],
        ),
        ("De Minister van Buitenlandse Zaken,\n\nmr. J.G. de Hoop Scheffer\n", [("J.G. de Hoop Scheffer", BZ)]),
        ("De Minister van Buitenlandse Zaken,\n\nMr. J.G. de Hoop Scheffer\n", [("J.G. de Hoop Scheffer", BZ)]),
        ("(w.g.)   Stef A. Blok\nMinister van Buitenlandse Zaken\n", [("Stef A. Blok", BZ)]),
        (
            "De Minister-President, Minister van Algemene Zaken,\nW. Kok\n",
            [("W. Kok", "Minister-President, Minister van Algemene Zaken")],
        ),
        (
            "De minister van Onderwijs, Cultuur en Wetenschap,\nM. Bussemaker\n",
            [("M. Bussemaker", "Minister van Onderwijs, Cultuur en Wetenschap")],
        ),
        (
            "De Staatssecretaris van Buitenlandse Zaken,\n\nF.C.G.M. Timmermans\n",
            [("F.C.G.M. Timmermans", f"Staatssecretaris{BZ[8:]}")],
        ),
        ("Hoogachtend,\nde minister van Buitenlandse Zaken,\n\n\n\nS.A. Blok\n", [("S.A. Blok", BZ)]),
        (
            "De minister van Buitenlandse Zaken,         De minister van Defensie,\n\nDr. S.A. Blok                  Drs. A. Bijleveld\n",
            [("S.A. Blok", BZ), ("A. Bijleveld", "Minister van Defensie")],
        ),
        (
            "De Minister van Buitenlandse Zaken,          De Minister voor Buitenlandse Handel\n"
            "                                             en Ontwikkelingssamenwerking,\n\n"
            "Stef Blok                                    Sigrid Kaag\n",
            [("Stef Blok", BZ), ("Sigrid Kaag", "Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking")],
        ),
        (
            "De Minister voor Buitenlandse Handel en\nOntwikkelingssamenwerking,\nSigrid Kaag\n",
            [("Sigrid Kaag", "Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking")],
        ),
    ],
)
def test_signatories_are_paired_with_their_offices(foot: str, signatories: list[tuple[str, str]]) -> None:
    found = under(PLAIN, foot).signatories
    assert [(s.name, s.role) for s in found] == signatories


def test_an_office_in_the_header_alone_names_nobody() -> None:
    assert letter(KAMERSTUK + "\n\n" + BODY).signatories == ()


def test_the_metadata_of_the_file_goes_before_its_text() -> None:
    meta = Metadata("kst-28676-1", "28676", "1", "2001-01-01", "Een titel", (Signatory("J.J. van Aartsen", BZ),))
    found = letter(f"{KAMERSTUK}\n\n{BODY}De Minister van Buitenlandse Zaken,\n\nStef Blok\n", meta)
    assert (found.date, found.number, found.dossier, found.title) == ("2001-01-01", "1", "28676", "Een titel")
    assert found.signatories == meta.signatories
    assert found.place == "Den Haag"


def test_an_empty_letter_says_nothing() -> None:
    found = letter("")
    assert (found.date, found.place, found.number, found.dossier, found.title, found.addressee, found.signatories) == (
        *([""] * 6),
        (),
    )


def test_what_is_there_already_is_kept() -> None:
    source = Source("brief.txt", PLAIN + "\n\n" + BODY, "0" * 64, "txt")
    before = Letter(source, mend(source))
    after = LetterExtractor()(before)
    assert (after.source, after.text) == (before.source, before.text)
