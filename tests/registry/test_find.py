from __future__ import annotations

import pytest

from kg.registry import load
from kg.registry.find import find, near


@pytest.mark.parametrize(
    ("name", "ids", "form"),
    [
        ("Russische", ["country/rusland"], "adjective"),
        ("oekraine", ["country/oekraine"], "name"),
        ("NL", ["country/nederland"], "abbreviation"),
        ("Netherlands", ["country/nederland"], "name"),
        ("Bondgenoten", ["organisation/navo"], "collective"),
        ("country/nederland", ["country/nederland"], "name"),
        ("Zijlstra", ["person/halbe-zijlstra"], "surname"),
        ("", [], ""),
    ],
)
def test_a_name_leads_to_what_goes_by_it(name: str, ids: list[str], form: str) -> None:
    found = find(load(), name)
    assert [one.entry.id for one in found] == ids
    assert {one.form.kind for one in found} == ({form} if form else set())


@pytest.mark.parametrize(("date", "there"), [("2017", True), ("2019-02-12", True), ("2020", False), ("", True)])
def test_a_former_name_is_found_while_it_was_in_use(date: str, there: bool) -> None:
    assert bool(find(load(), "Macedonië", date)) is there


def test_what_is_misspelt_leads_to_names_that_come_near() -> None:
    assert near(load(), "Duitslnd")[0] == "Duitsland"
    assert near(load(), "qqqqqq") == []
