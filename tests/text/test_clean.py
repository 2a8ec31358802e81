from __future__ import annotations

import pytest

from kg.model import Letter, Span
from kg.text import mend

from .sources import LETTERHEAD, blocks, clean, mended, source, texts

LONG = (
    "De ministers bespraken in de eerste werksessie de toestand in het\n"
    "oosten van Oekraïne en de rol van de OVSE in het gebied, waar de\n"
)
REST = (
    "waarnemers sinds het voorjaar van 2014 dagelijks verslag doen van\n"
    "de schendingen van het bestand door beide partijen in het gebied.\n"
)


@pytest.mark.parametrize(
    "furniture",
    [
        "Pagina 2 van 4\n",
        "\nPagina 2 van 4\n\n",
        "\n2\n\f",
        "\n- 2 -\n\n",
        "\n2/4\n\n",
        "\f",
        "Tweede Kamer, vergaderjaar 2018–2019, 28 676, nr. 282\n",
        "\nkst-28676-282\nISSN 0921 - 7371\n’s-Gravenhage 2019\n\n",
        "\nblad 2\n\n",
    ],
)
def test_page_furniture_in_mid_sentence_is_dropped(furniture: str) -> None:
    whole = " ".join((LONG + REST).split())
    assert clean(LETTERHEAD + LONG + furniture + REST).endswith(whole)


def test_a_running_head_on_each_page_is_dropped() -> None:
    head = "Ministerie van Buitenlandse Zaken\n"
    text = LETTERHEAD + LONG + "\f" + head + REST + "\f" + head + LONG.replace("ministers", "leiders")
    assert "Ministerie" not in clean(text)


def test_a_number_of_the_text_is_no_page_number() -> None:
    assert "in 2019 waren 300 waarnemers" in clean(
        LETTERHEAD
        + LONG.replace("dagelijks", "")
        + "in 2019 waren\n300\nwaarnemers in het gebied, en dat aantal groeit nog steeds verder.\n"
    )


def test_a_footnote_digit_glued_to_a_word_is_dropped() -> None:
    text = (
        LETTERHEAD
        + LONG
        + "partijen het bestand3 sinds het voorjaar dagelijks schenden. Dat is\nin het rapport te lezen.\n\n3 Zie het verslag van de missie.\n"
    )
    assert "het bestand sinds" in clean(text)


@pytest.mark.parametrize("name", ["G7", "MH17", "CO2", "F35", "S400"])
def test_a_digit_that_belongs_to_the_word_stays(name: str) -> None:
    assert f"de {name} in het" in clean(
        LETTERHEAD + f"De minister sprak over de {name} in het gebied ten oosten van de rivier de Dnjepr.\n"
    )


@pytest.mark.parametrize("mark", ["¹", "²³", "[4]"])
def test_a_raised_footnote_mark_is_dropped(mark: str) -> None:
    assert "het bestand sinds" in clean(
        LETTERHEAD
        + f"De partijen schenden het bestand{mark} sinds het voorjaar van vorig jaar dagelijks, aldus de waarnemers.\n"
    )


def test_a_square_metre_stays() -> None:
    assert "300 m² groot" in clean(
        LETTERHEAD + "De nieuwe vergaderzaal van het hoofdkwartier is volgens het verslag 300 m² groot.\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_line_end_is_read_alike(end: str) -> None:
    text = LETTERHEAD + LONG + REST
    assert clean(text.replace("\n", end)) == clean(text)


def test_hard_wraps_become_one_paragraph() -> None:
    assert blocks(LONG + REST) == [("paragraph", " ".join((LONG + REST).split()))]


def test_one_line_a_paragraph_needs_no_blank_lines() -> None:
    one = "De ministers bespraken de toestand in Oekraïne. " * 5
    two = "De Raad sprak daarna over de situatie in Syrië. " * 5
    assert blocks(f"{one}\n{two}\n") == [("paragraph", one.strip()), ("paragraph", two.strip())]


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\ufeff", "\u200d", "\u2060"])
def test_invisible_characters_are_dropped_in_a_word(invisible: str) -> None:
    assert "samenwerking" in clean(
        LETTERHEAD + f"De samen{invisible}werking tussen de beide organisaties is in het afgelopen jaar gegroeid.\n"
    )


@pytest.mark.parametrize("blank", ["  ", "\u00a0", "\t", " \u2009 "])
def test_runs_of_blanks_become_one(blank: str) -> None:
    assert "de Europese Unie groeide" in clean(
        LETTERHEAD
        + f"De samenwerking met de{blank}Europese Unie groeide in het afgelopen jaar verder door, aldus de Raad.\n"
    )


def test_an_empty_text_is_empty() -> None:
    found = mended("")
    assert (found.clean, found.blocks, found.sentences) == ("", (), ())


def test_evidence_keeps_the_words_as_the_file_has_them() -> None:
    text = LETTERHEAD + LONG + "Pagina 2 van 4\n" + REST
    letter = Letter(source(text), mend(source(text)))
    at = letter.text.clean.index("waar de waarnemers")
    found = letter.evidence(Span(at, at + len("waar de waarnemers")))
    assert found.exact == "waar de\nPagina 2 van 4\nwaarnemers"
    assert text[found.start : found.end] == found.exact
    assert found.prefix.endswith("gebied, ")
    assert found.suffix.startswith(" sinds")


def test_a_heading_that_the_markup_names_is_one() -> None:
    body = "Wat volgde op de sessie.\nDe ministers bespraken in de eerste werksessie de toestand in Oekraïne en in Syrië.\n"
    text = LETTERHEAD + body
    at = text.index("Wat volgde")
    found = mend(source(text, headings=(Span(at, at + 24),)))
    assert [b.span.of(found.clean) for b in found.blocks if b.kind == "heading"] == ["Wat volgde op de sessie."]


def test_a_note_that_the_markup_names_is_one() -> None:
    body = "De ministers bespraken in de eerste werksessie de toestand in Oekraïne en in Syrië.\nZie het verslag van mei.\n"
    text = LETTERHEAD + body
    at = text.index("Zie het")
    found = mend(source(text, notes=(Span(at, at + 10),)))
    assert [b.span.of(found.clean) for b in found.blocks if b.kind == "note"] == ["Zie het verslag van mei."]


def test_a_sentence_goes_on_over_a_page() -> None:
    assert len(texts(LONG + "\nPagina 2 van 4\n\f\n" + REST)) == 1
