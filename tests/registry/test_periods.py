from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.registry import Period


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        ("2004-03-29", "", "2004-03-28", False),
        ("2004-03-29", "", "2004-03-29", True),
        ("2004-03-29", "", "2004-03", True),
        ("2004-03-29", "", "2004-02", False),
        ("2004-03-29", "", "2004", True),
        ("2004-03-29", "", "2003", False),
        ("2004", "", "2004-01-01", True),
        ("2004", "", "2003-12-31", False),
        ("2004-03", "", "2004-02-29", False),
        ("2004-03", "", "2004-03-01", True),
        ("", "2019-02-12", "2019-02-12", True),
        ("", "2019-02-12", "2019-02-13", False),
        ("", "2019-02-12", "2019", True),
        ("", "2019-02-12", "2020", False),
        ("", "2019", "2019-12-31", True),
        ("", "2019", "2020-01-01", False),
        ("1949", "1990", "1960-05-05", True),
        ("1949", "1990", "1948-12-31", False),
        ("1949", "1990", "", True),
        ("", "", "2020-01-01", True),
    ],
)
def test_a_period_holds_as_precisely_as_its_dates(start: str, end: str, date: str, held: bool) -> None:
    assert Period(start, end).holds(date) is held


DAYS = st.dates().map(lambda d: d.isoformat())


@given(DAYS, DAYS, DAYS)
def test_whole_dates_compare_as_dates(start: str, end: str, date: str) -> None:
    assert Period(start, end).holds(date) is (start <= date <= end)


@given(DAYS, DAYS)
def test_what_holds_on_a_day_holds_in_its_month_and_year(start: str, date: str) -> None:
    period = Period(start)
    if period.holds(date):
        assert period.holds(date[:7])
        assert period.holds(date[:4])
