"""`report.json`: what a graph was made from, what was skipped and why, and what it was made with.

It tells of the letters and the graph, not of this run: it is the same after a build that kept most of what there was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

import kg
from kg.build.manifest import code_hash, plugins
from kg.errors import KamergraphError
from kg.model import Letter
from kg.resolve import stem

__all__ = ["Line", "line", "report"]


@dataclass(frozen=True, slots=True)
class Line:
    """What the report tells of one letter: the file, its hash and format, and how much was found in it."""

    file: str
    letter: str
    sha256: str
    format: str
    date: str
    meetings: int
    attendances: int
    entities: int
    stances: int


def line(letter: Letter) -> Line:
    """Give a letter's line in the report."""
    source = letter.source
    found = (letter.meetings, letter.attendances, letter.entities, letter.stances)
    return Line(source.name, stem(letter), source.sha256, source.format, letter.date, *map(len, found))


def report(lines: Iterable[Line], skipped: Iterable[KamergraphError], registry: str, base: str) -> bytes:
    """Give the report as JSON. `registry` is the hash of the registry, `base` what the IRIs of the data start with."""
    lines = list(lines)
    counted = ("meetings", "attendances", "entities", "stances")
    told: dict[str, Any] = {
        "made": {
            "program": f"kamergraph {kg.__version__}",
            "code": code_hash(),
            "registry": registry,
            "base": base,
            "plugins": plugins(),
        },
        "totals": {"letters": len(lines)} | {name: sum(getattr(one, name) for one in lines) for name in counted},
        "letters": lines,
        "skipped": [{"file": error.where, "what": error.what, "remedy": error.remedy} for error in skipped],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"
