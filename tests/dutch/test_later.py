"""Days told by their distance from another."""

from __future__ import annotations

import pytest

from kg.dutch.later import find_laters


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
