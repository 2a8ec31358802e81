"""The Dutch language as data: TOML tables beside this file, a class of words to each key, and the few readers they need.

Each table says in its first lines what it holds and where it comes from; `docs/extractors.md` tells which class lies where.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table", "word_set"]


@cache
def table(name: str) -> dict[str, Any]:
    """Give one table of the language by name, read once in a process."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


def word_set(name: str, *classes: str) -> frozenset[str]:
    """Give the words of some classes of a table as one set: `word_set("auxiliaries", "perfect", "passive")`, and with a dot those of a part (`"clauses.openers"`)."""
    found: set[str] = set()
    for one in classes:
        held: Any = table(name)
        for key in one.split("."):
            held = held[key]
        found.update(held)
    return frozenset(found)
