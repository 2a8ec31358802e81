"""Each row of the lexicon fires in its example, with the right holder and type, and stays silent in its other sentence."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from kg.dutch.acts import acts
from kg.model import Letter, Stance

from .conftest import Reader

# the rows of nouns share their sentences: any of the row's nouns will do
ROWS = defaultdict(set)
for entry in (*acts().verbs, *acts().nouns):
    ROWS[entry.type, entry.example, entry.silent].add(entry.rule)
CASES = [pytest.param(*row, rules, id=min(rules)) for row, rules in ROWS.items()]

BRACKETED = re.compile(r"\[([^\]]+)\]")


def held(letter: Letter, stance: Stance) -> set[str]:
    """Give the holders as the text names them: a country's mention, or the label of a group."""
    ids = {h.id for h in stance.holders}
    names = {m.entity: m.span.of(letter.text.clean) for m in letter.mentions if m.entity in ids}
    labels = {e.id: e.label for e in letter.entities}
    return {names.get(i, labels[i]).removeprefix("de ").removeprefix("De ") for i in ids}


@pytest.mark.parametrize(("kind", "example", "silent", "rules"), CASES)
def test_an_act_fires_in_its_example_and_not_in_the_other_sentence(
    kind: str, example: str, silent: str, rules: set[str], read: Reader
) -> None:
    letter = read(BRACKETED.sub(r"\1", example))
    holders = {name.removeprefix("de ").removeprefix("De ") for name in BRACKETED.findall(example)}
    assert [(s.rule in rules, s.type, held(letter, s)) for s in letter.stances] == [(True, kind, holders)]
    assert [s.rule for s in read(silent).stances] == []
