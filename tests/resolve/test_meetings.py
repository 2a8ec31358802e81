from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Meeting, Span
from kg.resolve.meetings import ids_in, seen_in, slug, whole_ids


def meeting(key: str, start: str = "", body: str = "organisation/navo", **more: object) -> Meeting:
    at = more.pop("at", 0)
    assert isinstance(at, int)
    return Meeting(key, **{"label": key, "span": Span(at, at + 1), "start": start, "body": body, **more})  # type: ignore[arg-type]


def resolve_meetings(letters: Mapping[str, Sequence[Meeting]]) -> dict[tuple[str, str], str]:
    wholes = whole_ids(seen for letter, meetings in letters.items() for seen in seen_in(letter, meetings))
    return {
        place: id_ for letter, meetings in letters.items() for place, id_ in ids_in(letter, meetings, wholes).items()
    }


LEVEL = "ministers van Buitenlandse Zaken"


def test_one_meeting_in_two_letters_is_one() -> None:
    ids = resolve_meetings(
        {
            "a": [meeting("m", "2017-12-05", level=LEVEL)],
            "b": [meeting("x", "2017-12-05", level=LEVEL, kind="bijeenkomst")],
        }
    )
    assert set(ids.values()) == {"meeting/navo-ministers-van-buitenlandse-zaken-2017-12-05"}


def test_other_levels_on_the_same_day_are_other_meetings() -> None:
    ids = resolve_meetings(
        {
            "a": [meeting("m", "2017-12-05", level=LEVEL)],
            "b": [meeting("m", "2017-12-05", level="ministers van Defensie")],
        }
    )
    assert len(set(ids.values())) == 2


def test_a_meeting_without_a_level_joins_the_only_one_of_that_day() -> None:
    ids = resolve_meetings({"a": [meeting("m", "2017-12-05", level=LEVEL)], "b": [meeting("m", "2017-12-05")]})
    assert len(set(ids.values())) == 1


def test_a_month_joins_the_one_meeting_that_fits() -> None:
    top = {
        "a": [meeting("m", "2018-07-11", kind="top")],
        "b": [meeting("m", "2018-07", kind="top")],
        "c": [meeting("m", "2018", kind="top")],
    }
    assert set(resolve_meetings(top).values()) == {"meeting/navo-top-2018-07-11"}


def test_a_month_that_fits_two_or_none_stands_alone() -> None:
    ids = resolve_meetings(
        {
            "a": [meeting("m", "2018-07-11", kind="top"), meeting("n", "2018-07-25", kind="top")],
            "b": [meeting("m", "2018-07", kind="top"), meeting("n", "2016-07", kind="top")],
        }
    )
    assert ids["b", "m"] == "meeting/navo-top-2018-07"
    assert ids["b", "n"] == "meeting/navo-top-2016-07"


def test_what_has_no_date_or_no_body_stays_with_its_letter() -> None:
    ids = resolve_meetings(
        {
            "a": [meeting("gesprek"), meeting("los", "2017-12-05", "")],
            "b": [meeting("gesprek"), meeting("los", "2017-12-05", "")],
        }
    )
    assert ids["a", "gesprek"] == "meeting/letter/a/gesprek"
    assert len(set(ids.values())) == 4


def test_two_meetings_of_one_letter_are_never_one() -> None:
    ids = resolve_meetings(
        {"a": [meeting("m", "2017-12-05"), meeting("n", "2017-12-05", at=9)], "b": [meeting("m", "2017-12-05")]}
    )
    assert ids["a", "m"] == ids["b", "m"] != ids["a", "n"]


def test_a_part_is_named_after_its_whole_and_its_kind() -> None:
    whole = meeting("m", "2017-12-05", level=LEVEL)
    ids = resolve_meetings(
        {
            "a": [whole, meeting("d", "2017-12-05", "", kind="werkdiner", part_of="m", label="werkdiner over Rusland")],
            "b": [whole, meeting("e", "", "", kind="werkdiner", part_of="m", label="werkdiner")],
        }
    )
    assert ids["a", "d"] == ids["b", "e"] == "meeting/navo-ministers-van-buitenlandse-zaken-2017-12-05/werkdiner"


def test_parts_of_one_kind_are_told_apart_by_label_and_then_by_order() -> None:
    ids = resolve_meetings(
        {
            "a": [
                meeting("m", "2017-12-05"),
                meeting("x", "2017-12-05", "", kind="werksessie", part_of="m", label="werksessie Rusland", at=1),
                meeting("z", "2017-12-05", "", kind="werksessie", part_of="m", label="werksessie", at=3),
                meeting("y", "2017-12-05", "", kind="werksessie", part_of="m", label="werksessie", at=2),
                meeting("c", "2017-12-06", "organisation/ngc", kind="bijeenkomst", part_of="m"),
            ]
        }
    )
    assert [ids["a", key].rpartition("/")[2] for key in "xyzc"] == [
        "werksessie-rusland",
        "werksessie",
        "werksessie-2",
        "ngc-2017-12-06",
    ]


def test_a_part_of_itself_is_a_whole() -> None:
    ids = resolve_meetings({"a": [meeting("m", part_of="n"), meeting("n", part_of="m"), meeting("o", part_of="m")]})
    assert set(ids) == {("a", "m"), ("a", "n"), ("a", "o")}


_LETTERS = st.dictionaries(
    st.sampled_from("abcd"),
    st.lists(
        st.builds(
            meeting,
            st.sampled_from("klmnop"),
            st.sampled_from(["", "2018", "2018-07", "2018-07-11", "2018-07-12"]),
            st.sampled_from(["", "organisation/navo", "organisation/eu"]),
            kind=st.sampled_from(["", "top", "gesprek", "werkdiner"]),
            level=st.sampled_from(["", LEVEL]),
            part_of=st.sampled_from(["", "k", "l", "m"]),
            at=st.integers(0, 9),
        ),
        unique_by=lambda m: m.key,
    ),
)


@given(_LETTERS, st.randoms())
def test_the_order_of_letters_and_meetings_makes_no_difference(
    letters: dict[str, list[Meeting]], random: Random
) -> None:
    shuffled = [(name, random.sample(meetings, len(meetings))) for name, meetings in letters.items()]
    random.shuffle(shuffled)
    assert resolve_meetings(dict(shuffled)) == resolve_meetings(letters)


@given(_LETTERS)
def test_each_meeting_of_a_letter_has_an_id_of_its_own(letters: dict[str, list[Meeting]]) -> None:
    ids = resolve_meetings(letters)
    for name, meetings in letters.items():
        assert len({ids[name, meeting.key] for meeting in meetings}) == len(meetings)


@given(st.text(st.characters()))
def test_a_slug_is_short_plain_and_empty_only_for_nothing(text: str) -> None:
    assert bool(slug(text)) == bool(text)
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug(text)) <= 89
