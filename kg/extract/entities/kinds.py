"""What the head of a name tells of the thing that bears it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.dutch import table

__all__ = ["kind_of", "kind_of_head"]

_KINDS = ("Treaty", "Mission", "Instrument", "Organisation")
_RELATION = re.compile(r"\s(?:van|voor|of|for|on|inzake|tegen|over|in|to|tot|met|tussen)\s")
_SHORTEST_IN_COMPOUND = 4


@cache
def _heads() -> dict[str, str]:
    return {word: kind for kind in reversed(_KINDS) for word in table("kinds")[kind]}


@lru_cache(maxsize=50_000)
def kind_of_head(word: str) -> str:
    """Give the kind that one word tells as the head of a name, "" where it tells none; the end of a compound tells too ("waarnemingsmissie")."""
    low = word.lower().rsplit("-", 1)[-1]
    heads = _heads()
    if low in heads:
        return heads[low]
    long = [h for h in heads if len(h) >= _SHORTEST_IN_COMPOUND and low.endswith(h)]
    return heads[max(long, key=len)] if long else ""


def kind_of(name: str) -> str:
    """Give the kind that a whole name tells: by its last word before "van" or "of" ("Comité voor ..."), else by its very last."""
    first = _RELATION.split(name)[0]
    heads = _heads()
    if pair := heads.get(" ".join(first.split()[-2:]).lower()):
        return pair  # "Security Force", where a force is a mission
    for word in (first.split()[-1], name.rsplit(maxsplit=1)[-1]):
        for part in (word, word.split("-")[-1]):
            if part.lower() in heads:
                return heads[part.lower()]
    return ""
