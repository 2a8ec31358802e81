"""The tables of the language: every list is one class, and every class is used."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.dutch import word_set

BY_WORD = ("extra.", "only_behind.")  # parts whose keys are words of the letter
HOME = Path(__file__).parents[2] / "kg"
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((HOME / "dutch").glob("*.toml"))}


def lists(table: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Give the lists of a table by their key, those of its parts too."""
    for key, held in table.items():
        if isinstance(held, dict):
            yield from ((f"{key}.{inner}", words) for inner, words in lists(held))
        elif isinstance(held, list):
            yield key, held


@pytest.mark.parametrize("name", TABLES)
def test_no_class_holds_a_word_twice(name: str) -> None:
    twice = {
        key: [word for word, count in Counter(words).items() if count > 1]
        for key, words in lists(TABLES[name])
        if all(isinstance(word, str) for word in words)
    }
    assert not {key: words for key, words in twice.items() if words}


@pytest.mark.parametrize("name", TABLES)
def test_no_two_classes_of_a_table_hold_the_same_words(name: str) -> None:
    same = Counter(frozenset(words) for _, words in lists(TABLES[name]) if all(isinstance(word, str) for word in words))
    assert not [sorted(words) for words, count in same.items() if count > 1 and len(words) > 2]


@pytest.mark.parametrize("name", sorted(TABLES.keys() - {"presidencies"}))  # whose keys are years
def test_every_class_is_used(name: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in sorted(HOME.rglob("*.py")))
    written = {part for key in re.findall(r"""["']([\w.]+)["']""", code) for part in key.split(".")}
    assert not [
        key for key, _ in lists(TABLES[name]) if key.split(".")[-1] not in written and not key.startswith(BY_WORD)
    ]


def test_the_documentation_tells_of_every_table() -> None:
    told = (HOME.parent / "docs" / "extractors.md").read_text("utf-8")
    assert not [name for name in TABLES if f"`{name}.toml`" not in told]


def test_classes_of_a_table_are_read_together() -> None:
    assert word_set("auxiliaries", "passive", "future") == {"worden", "zullen"}
    assert "om" in word_set("words", "clauses.infinitive")
