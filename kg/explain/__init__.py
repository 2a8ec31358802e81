"""The way from a sentence to its stances, and why other words in it gave none."""

from __future__ import annotations

from kg.explain.recall import place_of, recall
from kg.explain.sentence import Explanation, Line, explain, explain_text

__all__ = ["Explanation", "Line", "explain", "explain_text", "place_of", "recall"]
