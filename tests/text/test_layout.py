from __future__ import annotations

import pytest

from .sources import LETTERHEAD, blocks, mended

PARAGRAPH = (
    "De ministers bespraken in de eerste werksessie de toestand in het oosten van Oekraïne. "
    "De sessie duurde anderhalf uur en werd om zes uur gesloten.\n\n"
)


def headings(text: str) -> list[tuple[str, int]]:
    found = mended(LETTERHEAD + text)
    return [(s.heading.of(found.clean), s.level) for s in found.sections if s.heading]


@pytest.mark.parametrize(
    "line",
    [
        "Oekraïne",
        "Lastenverdeling en uitgaven",
        "1. Oekraïne",
        "2.1 Afschrikking en verdediging",
        "IV. Diversen",
        "A. Westelijke Balkan",
        "WESTELIJKE BALKAN",
        "Werksessie 2: Rusland",
        "Relatie met de EU (vervolg)",
        "“Open deur”-beleid",
    ],
)
def test_a_short_line_on_its_own_is_a_heading(line: str) -> None:
    assert [words for kind, words in blocks(PARAGRAPH + line + "\n\n" + PARAGRAPH) if kind == "heading"] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "De sessie duurde een uur.",
        "Daarna sloot hij de vergadering;",
        "- een bijdrage aan de missie van de OVSE in Oekraïne en aan het waarnemen van verkiezingen;",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert all(kind != "heading" for kind, _ in blocks(PARAGRAPH + line + "\n\n" + PARAGRAPH))


def test_numbers_give_headings_their_depth() -> None:
    text = (
        "1. Raad\n\n"
        + PARAGRAPH
        + "1.1 Oekraïne\n\n"
        + PARAGRAPH
        + "1.2 Syrië\n\n"
        + PARAGRAPH
        + "2. Diner\n\n"
        + PARAGRAPH
    )
    assert headings(text) == [("1. Raad", 1), ("1.1 Oekraïne", 2), ("1.2 Syrië", 2), ("2. Diner", 1)]


def test_capitals_stand_over_plain_headings() -> None:
    text = "RAAD\n\n" + PARAGRAPH + "Oekraïne\n\n" + PARAGRAPH + "DINER\n\n" + PARAGRAPH + "Syrië\n\n" + PARAGRAPH
    assert headings(text) == [("RAAD", 1), ("Oekraïne", 2), ("DINER", 1), ("Syrië", 2)]


def test_a_topic_stands_under_its_session() -> None:
    text = (
        "Sessie 1\n\n" + PARAGRAPH + "Oekraïne\n\n" + PARAGRAPH + "Sessie 2\n\n" + PARAGRAPH + "Syrië\n\n" + PARAGRAPH
    )
    found = mended(LETTERHEAD + text)
    parents = {
        s.heading.of(found.clean): (found.sections[s.parent].heading if s.parent else None)
        for s in found.sections
        if s.heading
    }
    assert {name: span and span.of(found.clean) for name, span in parents.items()} == {
        "Sessie 1": None,
        "Oekraïne": "Sessie 1",
        "Sessie 2": None,
        "Syrië": "Sessie 2",
    }


def test_plain_headings_stand_side_by_side() -> None:
    text = "Oekraïne\n\n" + PARAGRAPH + "Syrië\n\n" + PARAGRAPH
    assert headings(text) == [("Oekraïne", 1), ("Syrië", 1)]


@pytest.mark.parametrize("mark", ["- ", "• ", "– ", "a) ", "(ii) ", "* "])
def test_bullets_are_kept_apart(mark: str) -> None:
    items = ["een bijdrage aan de missie van de OVSE;", "een bezoek aan de hoofdstad van Georgië."]
    text = PARAGRAPH + "".join(f"{mark}{item}\n" for item in items) + "\n" + PARAGRAPH
    assert [words for kind, words in blocks(text) if kind == "bullet"] == [mark + item for item in items]


def test_a_numbered_note_is_a_note() -> None:
    text = PARAGRAPH.replace("Oekraïne.", "Oekraïne.3") + "3 Zie het verslag van de missie.\n"
    assert ("note", "3 Zie het verslag van de missie.") in blocks(text)


@pytest.mark.parametrize(
    "foot",
    [
        "De Minister van Buitenlandse Zaken,\n\nStef Blok\n",
        "Hoogachtend,\n\nde Minister van Buitenlandse Zaken,\nS.A. Blok\n",
        "De minister van Defensie\n\nDrs. A.Th.B. Bijleveld-Schouten\n",
    ],
)
def test_what_stands_below_is_the_signature(foot: str) -> None:
    kinds = [kind for kind, _ in blocks(PARAGRAPH + foot)]
    assert kinds == ["paragraph"] + ["signature"] * (len(kinds) - 1)
    assert kinds.count("signature") >= 2


def test_an_annex_ends_the_signature() -> None:
    found = blocks(PARAGRAPH + "De Minister van Buitenlandse Zaken,\n\nStef Blok\n\nBijlage: verslag\n\n" + PARAGRAPH)
    assert [kind for kind, _ in found][-1] == "paragraph"
    assert ("signature", "Bijlage: verslag") not in found


def test_the_letterhead_ends_at_the_salutation() -> None:
    found = mended(LETTERHEAD + PARAGRAPH)
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["letterhead"] * 3 + ["salutation", "paragraph"]


def test_a_notice_above_the_letterhead_is_no_running_text() -> None:
    notice = "Deze brief is op 12 februari 2019 ook in een opgemaakte versie beschikbaar gesteld op de website van de Kamer.\n\n"
    found = mended(notice + LETTERHEAD + PARAGRAPH)
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["letterhead"] * 4 + ["salutation", "paragraph"]


def test_a_letter_without_salutation_begins_with_its_first_paragraph() -> None:
    found = mended("28 676\nNr. 282\nDen Haag, 12 februari 2019\n\n" + PARAGRAPH)
    assert [block.kind for block in found.blocks][-1] == "paragraph"
    assert found.blocks[0].kind == "letterhead"
    assert len(found.sentences) == 2


def test_headings_and_signature_give_no_sentences() -> None:
    found = mended(LETTERHEAD + "Oekraïne\n\n" + PARAGRAPH + "De Minister van Buitenlandse Zaken,\n\nStef Blok\n")
    assert len(found.sentences) == 2
    assert {found.sections[s.section].heading is not None for s in found.sentences} == {True}
