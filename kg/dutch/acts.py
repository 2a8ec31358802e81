"""The lexicon of acts as records: verbs and nouns by which a letter reports a position.

The lexicon is data, a table for each type in `kg/dutch/lexicon`, one row an act; `docs/stances.md` tells its columns.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.dutch import table

__all__ = ["MARKS", "TYPES", "Acts", "NounAct", "VerbAct", "acts"]

TYPES = ("support", "oppose", "urge", "emphasise", "concern", "commit", "observe")
MARKS = ("settled", "clausal", "active", "refrains", "joint", "planned", "asking")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbAct:
    """A verb, with what must stand beside it, and the type of position that it reports.

    `fixed` holds one tuple of alternatives per required expression; an alternative is a tuple of words in order. `content` are the prepositions that carry
    what is wanted or said, `addressee` is "obj", a preposition, or ""; `holder` is "subject", "obj" or a preposition; `negated` is the type that a negation
    makes of it, or "" ("-" in the table) where nobody then takes a position; `marks` are of `MARKS`, which `docs/stances.md` explains.
    `example` has the holders in square brackets; in `silent` nobody takes a position.
    """

    rule: str
    type: str
    verb: str
    particle: str = ""
    fixed: tuple[tuple[Words, ...], ...] = ()
    content: Words = ()
    addressee: str = ""
    holder: str = "subject"
    negated: str = ""
    marks: frozenset[str] = frozenset()
    example: str = ""
    silent: str = ""


@dataclass(frozen=True, slots=True)
class NounAct:
    """A noun that names a position ("steun", "bezwaar"), with the prepositions that carry its content. The nouns of one row share its sentences."""

    rule: str
    type: str
    noun: Words
    content: Words
    example: str = ""
    silent: str = ""


@dataclass(frozen=True)
class Acts:
    """The whole lexicon. `by_verb` finds acts by infinitive without particle, `by_noun` by the noun's last word."""

    verbs: tuple[VerbAct, ...]
    nouns: tuple[NounAct, ...]
    by_verb: dict[str, tuple[VerbAct, ...]]
    by_noun: dict[str, tuple[NounAct, ...]]


@cache
def acts() -> Acts:
    """Give the lexicon, read once in a process."""
    verbs = tuple(_verb(row, kind) for kind in TYPES for row in _rows(kind))
    nouns = tuple(noun for row in _rows("nouns") for noun in _nouns(row))
    by_verb: dict[str, list[VerbAct]] = defaultdict(list)
    by_noun: dict[str, list[NounAct]] = defaultdict(list)
    for act in verbs:
        by_verb[act.verb].append(act)
    for noun in nouns:
        by_noun[noun.noun[-1]].append(noun)
    return Acts(verbs, nouns, {k: tuple(v) for k, v in by_verb.items()}, {k: tuple(v) for k, v in by_noun.items()})


def _rows(name: str) -> Iterable[dict[str, str]]:
    text = files("kg.dutch").joinpath("lexicon", f"{name}.csv").read_text("utf-8")
    return csv.DictReader(text.splitlines())


def _verb(row: dict[str, str], kind: str) -> VerbAct:
    """Read a row: before the infinitive stand the words that always go with it ("zich", "van de hand"), in `with` those of which one does."""
    *before, head = row["act"].split()
    particle, _, verb = head.rpartition("|")
    groups = [tuple(tuple(words.split()) for words in _parts(group)) for group in row["with"].split(" + ") if group]
    always = [("zich",)] if "zich" in before else []
    others = tuple(word for word in before if word != "zich")
    fixed = [*((words,) for words in (*always, others) if words), *groups]
    slug = re.sub(r"[^\w]+", "-", " ".join([*before, head, *(groups[0][0] if groups else ())]))
    return VerbAct(
        f"verb.{kind}.{slug}",
        kind,
        verb,
        particle,
        tuple(fixed),
        _parts(row["content"]),
        row["addressee"],
        row["holder"] or "subject",
        (row["negated"] or table("acts")["negated"][kind]).removeprefix("-"),
        frozenset(row["marks"].split()),
        row["example"],
        row["silent"],
    )


def _nouns(row: dict[str, str]) -> list[NounAct]:
    kind = row["type"]
    return [
        NounAct(
            f"noun.{kind}.{name.replace(' ', '_')}",
            kind,
            tuple(name.split()),
            _parts(row["content"]),
            row["example"],
            row["silent"],
        )
        for name in _parts(row["noun"])
    ]


def _parts(cell: str) -> Words:
    return tuple(cell.split("/")) if cell else ()
