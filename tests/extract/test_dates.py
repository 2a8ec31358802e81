"""Dates as letters write them, to ISO as precise as the text."""

from __future__ import annotations

import pytest

from kg.dutch.dates import find_dates

REFERENCE = "2015-09-10"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("op 4 september 2015", "2015-09-04", "2015-09-04"),
        ("op 3 en 4 september jl.", "2015-09-03", "2015-09-04"),
        ("van 28 september tot en met 2 oktober a.s.", "2015-09-28", "2015-10-02"),
        ("van 30 december 2014 tot 2 januari 2015", "2014-12-30", "2015-01-02"),
        ("op dinsdag 1 en woensdag 2 december 2015", "2015-12-01", "2015-12-02"),
        ("op 12, 13 en 14 mei 2015", "2015-05-12", "2015-05-14"),
        ("op 7-8 oktober 2014", "2014-10-07", "2014-10-08"),
        ("in juli 2018", "2018-07", "2018-07"),
        ("in december jl.", "2014-12", "2014-12"),
        ("op 20 november jl.", "2014-11-20", "2014-11-20"),
        ("op 3 maart a.s.", "2016-03-03", "2016-03-03"),
        ("op 14 oktober", "--10-14", "--10-14"),
        ("in 2021", "2021", "2021"),
        ("in maart en april 2014", "2014-03", "2014-04"),
        ("in mei vorig jaar", "2014-05", "2014-05"),
        ("in juni van volgend jaar", "2016-06", "2016-06"),
        ("afgelopen maart", "2015-03", "2015-03"),
        ("a.s. donderdag 17 december", "2015-12-17", "2015-12-17"),
        ("op 30 juni en 1 juli jl.", "2015-06-30", "2015-07-01"),
        ("op 05-11-2014", "2014-11-05", "2014-11-05"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, start: str, end: str) -> None:
    found = find_dates(text, REFERENCE)
    assert [(d.start, d.end) for d in found] == [(start, end)]


@pytest.mark.parametrize(
    "text",
    ["artikel 5", "Kamerstuk 28 676, nr. 248", "2.500 militairen", "resolutie 1325", "12,5 procent", "nr. 2015/33"],
)
def test_a_number_is_no_date(text: str) -> None:
    assert [d for d in find_dates(text, REFERENCE) if len(d.start) > 4] == []
