"""Small words that tell where a noun phrase begins and ends."""

from __future__ import annotations

from kg.dutch import table

__all__ = ["ARTICLES", "PREPOSITIONS", "PRONOUNS"]

_WORDS = table("words")
ARTICLES = frozenset([*_WORDS["articles"], *_WORDS["demonstratives"], *_WORDS["possessives"]])
PREPOSITIONS = frozenset(_WORDS["prepositions"])
PRONOUNS = frozenset(
    (
        "hij",
        "zij",
        "ze",
        "men",
        "hem",
        "hen",
        "hun",
        "er",
        "het",
        "dit",
        "dat",
        "deze",
        "elkaar",
        "u",
        "niemand",
        "iedereen",
        "allen",
    )
)
