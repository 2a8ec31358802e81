"""Days told by their distance from another."""

from __future__ import annotations

import pytest

from kg.dutch.later import find_laters, find_seasons


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("De Ecofinraad komt een dag later bijeen.", [1]),
        ("Vier dagen later volgde de top.", [4]),
        ("Twee weken eerder was dit besproken.", [-14]),
        ("De dag erna sprak ik met hem, en diezelfde avond vertrok ik.", [1, 0]),
        ("Daags tevoren kwam de NAR bijeen.", [-1]),
        ("De volgende ochtend was er een ontbijt.", [1]),
        ("Enkele dagen later bleek dit onjuist.", []),
        ("Later werd dit anders; een dag is kort.", []),
    ],
)
def test_words_for_a_day_give_its_distance(text: str, days: list[int]) -> None:
    assert [later.days for later in find_laters(text)] == days


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("De volgende top is in het najaar.", ["2019"]),
        ("Komend voorjaar volgt een conferentie.", ["2019"]),
        ("Volgend voorjaar volgt een conferentie.", ["2020"]),
        ("Afgelopen najaar was dit anders.", ["2018"]),
        ("In het najaar van 2016 was dit anders.", []),
    ],
)
def test_a_season_gives_the_year_that_it_means(text: str, years: list[str]) -> None:
    assert [d.start for d in find_seasons(text, "2019-02-12")] == years


def test_a_season_that_is_over_is_in_doubt() -> None:
    assert find_seasons("In het voorjaar volgt een conferentie.", "2019-11-12") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Aanstaande donderdag komt de groep bijeen.", "2019-02-14"),
        ("De bijeenkomst van afgelopen dinsdag duurde kort.", "2019-02-05"),
        ("Vorige week vrijdag sprak hij anders.", "2019-02-08"),
        ("Op maandag jl. bleek dat niet.", "2019-02-11"),
        ("Volgende week dinsdag volgt meer.", "2019-02-19"),
    ],
)
def test_a_weekday_is_counted_from_the_letter(text: str, day: str) -> None:
    assert [(d.start, d.end) for d in find_seasons(text, "2019-02-12")] == [(day, day)]
