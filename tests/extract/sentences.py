"""The sentence tables of this folder, read from their text files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Stance

__all__ = ["Expected", "Row", "read_stances", "read_without"]

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """A position as a table has it: `types` of which any one will do, and the marks that are given."""

    types: tuple[str, ...]
    holders: tuple[str, ...]
    marks: dict[str, str] = field(default_factory=dict)

    def differs(self, stance: Stance) -> str:
        """Tell in what a stance is not the expected one, or "" where it is."""
        held = sorted(h.id for h in stance.holders)
        given = {
            "about": " ".join(stance.about),
            "to": " ".join(stance.addressees),
            "except": " ".join(stance.exceptions),
            "q": stance.quantifier,
            "negated": str(stance.negated),
            "intended": str(stance.intended),
            "rule": stance.rule,
        }
        out = [] if stance.type in self.types else [f"type {stance.type}"]
        if held != sorted(_id(h) for h in self.holders):
            out.append(f"holders {held}")
        how = {h.id: h.how for h in stance.holders}
        out += [
            f"{_id(h)} as {how.get(_id(h))}" for h in self.holders if ":" in h and how.get(_id(h)) != h.split(":")[1]
        ]
        for name, wanted in self.marks.items():
            if name in ("about", "to", "except"):
                missing = [w for w in wanted.split(",") if _id(w) not in given[name].split()]
                out += [f"{name} {given[name] or 'nothing'}"] if missing else []
            elif given[name] != wanted:
                out.append(f"{name} {given[name]}")
        return ", ".join(out)


@dataclass(frozen=True)
class Row:
    """A sentence, what is expected of it, and why it is not yet so, if it is not."""

    text: str
    expected: tuple[Expected, ...]
    fault: str = ""


def _id(holder: str) -> str:
    name = holder.split(":", maxsplit=1)[0]
    return name if "/" in name else f"country/{name}"


def _expected(line: str) -> Expected:
    types, holders, *marks = line.split()
    pairs = (mark.partition("=") for mark in marks)
    return Expected(
        tuple(types.split("/")),
        tuple(holders.split(",")),
        {name: value.replace("_", " ") if equals else "True" for name, equals, value in pairs},
    )


def _rows(name: str) -> list[Row]:
    rows: list[Row] = []
    fault = ""
    for line in (_HERE / name).read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("! "):
            fault = line[2:]
        elif line.startswith(" "):
            last = rows[-1]
            rows[-1] = Row(last.text, (*last.expected, _expected(line)), last.fault)
        else:
            rows.append(Row(line, (), fault))
            fault = ""
    return rows


def read_stances() -> list[Row]:
    """Give the sentences that report positions."""
    return _rows("stances.txt")


def read_without() -> list[Row]:
    """Give the sentences in which nobody takes one."""
    return _rows("must_not_fire.txt")
