from __future__ import annotations

import pytest

from kg.model import Letter, Stance

from .conftest import Reader
from .sentences import Row, read_stances

ROWS = [
    pytest.param(
        row,
        id=row.text[:60],
        marks=[pytest.mark.xfail(reason=row.fault, raises=AssertionError, strict=True)] if row.fault else [],
    )
    for row in read_stances()
]


WRAPPED = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 februari 2019

Geachte Voorzitter,

Op 6 en 7 februari 2019 vond in Brussel de bijeenkomst van de
NAVO-ministers van Buitenlandse Zaken plaats. Nederland bena-
drukte het belang van een goede samenwerking met de Verenigde
Staten. De sessie duurde anderhalf uur en werd om zes uur in de
middag gesloten.
"""


def held(letter: Letter) -> list[tuple[str, list[str]]]:
    return [(stance.type, [holder.id for holder in stance.holders]) for stance in letter.stances]


def only(letter: Letter) -> Stance:
    assert len(letter.stances) == 1
    return letter.stances[0]


def words(letter: Letter, stance: Stance) -> str:
    return stance.span.of(letter.text.clean)


@pytest.mark.parametrize("row", ROWS)
def test_a_sentence_gives_the_positions_a_reader_finds(row: Row, read: Reader) -> None:
    letter = read(row.text)
    assert len(letter.stances) == len(row.expected), held(letter)
    wrong = [e.differs(s) for e, s in zip(row.expected, letter.stances, strict=True)]
    assert not any(wrong), [w for w in wrong if w]


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 120


def test_evidence_is_the_clause_without_the_full_stop(read: Reader) -> None:
    letter = read("Frankrijk steunde het voorstel.")
    assert words(letter, only(letter)) == "Frankrijk steunde het voorstel"


def test_evidence_of_the_second_act_begins_behind_en(read: Reader) -> None:
    letter = read("Nederland benadrukte de eenheid en riep Turkije op tot terughoudendheid.")
    assert [words(letter, s) for s in letter.stances] == [
        "Nederland benadrukte de eenheid",
        "riep Turkije op tot terughoudendheid",
    ]


def test_the_cue_is_the_word_of_the_act(read: Reader) -> None:
    letter = read("Nederland riep Turkije op tot terughoudendheid.")
    assert only(letter).cue.of(letter.text.clean) == "riep"


def test_content_begins_at_the_preposition_of_the_act(read: Reader) -> None:
    letter = read("Nederland riep Turkije op tot terughoudendheid.")
    content = only(letter).content
    assert content is not None
    assert content.of(letter.text.clean).startswith("tot terughoudendheid")


def test_evidence_leads_to_the_untouched_words_over_a_line_end(read_text: Reader) -> None:
    letter = read_text(WRAPPED)
    found = letter.evidence(only(letter).span)
    assert found.exact == "Nederland bena-\ndrukte het belang van een goede samenwerking met de Verenigde\nStaten"
    assert letter.source.text[found.start : found.end] == found.exact
    assert "Nederland benadrukte het belang" in letter.text.clean


def test_a_topic_is_the_heading_above(read: Reader) -> None:
    letter = read("Rusland\n\nNederland steunde het voorstel van de Secretaris-Generaal om de dialoog voort te zetten.")
    assert [s.topic for s in letter.stances] == ["Rusland"]


def test_the_same_sentence_twice_gives_two_keys(read: Reader) -> None:
    letter = read("Frankrijk steunde het voorstel. Frankrijk steunde het voorstel.")
    assert len({s.key for s in letter.stances}) == 2


def test_a_key_does_not_hang_on_what_stands_before(read: Reader) -> None:
    alone = only(read("Frankrijk steunde het voorstel."))
    behind = only(read("De sessie duurde een uur. Frankrijk steunde het voorstel."))
    assert alone.key == behind.key


def test_every_stance_tells_its_rule_and_reason(read: Reader) -> None:
    for row in read_stances()[:40]:
        for stance in read(row.text).stances:
            assert stance.rule
            assert stance.reason
            assert 0 < stance.confidence <= 1


def test_an_inferred_holder_is_never_sure(read: Reader) -> None:
    assert only(read("Er werd opgeroepen tot terughoudendheid.")).confidence <= 0.5


def test_every_holder_and_addressee_is_among_the_entities(read: Reader) -> None:
    for row in read_stances():
        letter = read(row.text)
        known = {entity.id for entity in letter.entities}
        for stance in letter.stances:
            assert {h.id for h in stance.holders} <= known
            assert {*stance.addressees, *stance.about} <= known


def test_a_group_knows_whose_members_it_speaks_of(read: Reader) -> None:
    letter = read("Veel Bondgenoten steunden het voorstel.")
    group = next(entity for entity in letter.entities if entity.id == "group/bondgenoten")
    assert (group.type, group.base) == ("Group", "organisation/navo")


def test_a_footnote_takes_no_position(read: Reader) -> None:
    plain = "Nederland steunde de tekst van het verdrag¹ in deze sessie van de Raad.\n\n"
    letter = read(plain + "¹ Zie de brief waarin Frankrijk de tekst van het verdrag verwierp.")
    assert ("oppose", ["country/frankrijk"]) not in held(letter) or all(
        letter.text.blocks[s.block].kind != "note" for s in letter.text.sentences
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Nederland uitte zorgen over Belarus en Rusland.", ("country/belarus", "country/rusland")),
        ("Tijdens de lunch in Wenen benadrukte Polen de rol van de OVSE.", ("organisation/ovse",)),
        ("Nederland sprak steun uit voor New START.", ("treaty/new-start",)),
        ("Duitsland benadrukte de dreiging van de Russische raketten.", ("country/rusland",)),
        ("Frankrijk benadrukte het belang van dialoog.", ()),
        ("Nederland steunde het voorstel tijdens de NAVO-top in Warschau.", ()),
        ("Nederland benadrukte het belang van dialoog met Peking.", ("country/china",)),
        ("Frankrijk was bezorgd over de betrekkingen met Ankara.", ("country/turkije",)),
        ("Polen toonde begrip voor de positie van Washington.", ("country/verenigde-staten",)),
        ("Nederland veroordeelde de aanslag op Kaboel.", ("place/kabul",)),
    ],
)
def test_what_a_position_is_about(text: str, ids: tuple[str, ...], read: Reader) -> None:
    assert only(read(text)).about == ids


def test_an_agenda_letter_announces(read_text: Reader) -> None:
    letter = read_text(
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 1 februari 2019\n\n"
        "Betreft: Geannoteerde agenda Raad Buitenlandse Zaken van 18 februari 2019\n\nGeachte Voorzitter,\n\n"
        "Hierbij bied ik u de geannoteerde agenda aan van de Raad Buitenlandse Zaken van 18 februari 2019 in Brussel.\n\n"
        "Nederland zal in de Raad pleiten voor een nieuwe missie in Venezuela.\n"
    )
    stance = only(letter)
    assert (stance.type, stance.intended) == ("urge", True)


def test_positions_stand_in_the_order_of_the_text(read: Reader) -> None:
    letter = read("Polen verwierp de tekst. Estland steunde de tekst. Italië uitte zorgen over Libië.")
    assert [t for t, _ in held(letter)] == ["oppose", "support", "concern"]
    assert [s.span.start for s in letter.stances] == sorted(s.span.start for s in letter.stances)
