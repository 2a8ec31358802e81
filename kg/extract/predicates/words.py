"""Small words that tell where a noun phrase begins and ends."""

from __future__ import annotations

from kg.dutch import word_set

__all__ = ["ARTICLES", "PREPOSITIONS", "PRONOUNS"]

ARTICLES = word_set("words", "articles", "demonstratives", "possessives")
PREPOSITIONS = word_set("words", "prepositions")
PRONOUNS = word_set(
    "pronouns",
    "third",
    "third_object",
    "address",
    "impersonal",
    "indefinite",
    "pointing",
    "expletive",
    "reciprocal",
)
