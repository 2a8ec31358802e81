"""Whether a graph is as it should be: its shapes, its evidence, its links, and how many there are of what.

finding.py   what a check finds
counts.py    how many values a property has, by the shapes, in each named graph
evidence.py  quotations against the untouched text
links.py     links that lead nowhere
shape.py       the shapes, read
constraint.py  what a shape asks, as SPARQL
shapes.py    everything that the shapes ask, of a graph and of Turtle
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.check.counts import counts
from kg.check.evidence import evidence
from kg.check.finding import Finding
from kg.check.links import links
from kg.check.shapes import conforms, shapes
from kg.store import LocalStore

__all__ = ["Finding", "check_graph", "conforms"]


def check_graph(store: LocalStore, texts: Path | None) -> list[Finding]:
    """Give all that is wrong with a graph, sorted.

    `texts` is the folder of untouched texts that its evidence indexes; without it evidence is not checked.
    """
    found: Iterable[Finding] = (
        *(evidence(store, texts) if texts else ()),
        *links(store),
        *counts(store),
        *shapes(store),
    )
    return sorted(set(found))
