"""Where the files that come with the package lie: the ontology with its registry, and the example letters.

In a checkout they are folders next to the package; in a wheel they were put into `kg/_data`.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["letters", "ontology"]

_PACKAGE = Path(__file__).resolve().parent


def _folder(packed: str, checkout: str) -> Path:
    inside = _PACKAGE / "_data" / packed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def ontology() -> Path:
    """Give the folder that holds `kamergraph.ttl`, `shapes.ttl`, `alignments.ttl` and `reference/`."""
    return _folder("ontology", "ontology")


def letters() -> Path:
    """Give the folder of example letters."""
    return _folder("letters", "examples/letters")
