"""The lexicon of acts as records: verbs and nouns by which a letter reports a position."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.dutch import table

__all__ = ["TYPES", "Acts", "NounAct", "VerbAct", "acts"]

TYPES = ("support", "oppose", "urge", "emphasise", "concern", "commit", "observe")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbAct:
    """A verb, with what must stand beside it, and the type of position that it reports.

    `fixed` holds one tuple of alternatives per required expression; an alternative is a tuple of words in order. `content` are the prepositions that carry
    what is wanted or said, `addressee` is "obj", a preposition, or ""; `settled` tells that what is said never changes the type,
    `clausal` that it is a position only with a "dat" clause ("zette uiteen dat", not "zette uiteen wat").
    """

    rule: str
    type: str
    verb: str
    particle: str = ""
    fixed: tuple[tuple[Words, ...], ...] = ()
    content: Words = ()
    addressee: str = ""
    settled: bool = False
    clausal: bool = False


@dataclass(frozen=True, slots=True)
class NounAct:
    """A noun that names a position ("steun", "bezwaar"), with the prepositions that carry its content."""

    rule: str
    type: str
    noun: Words
    content: Words


@dataclass(frozen=True)
class Acts:
    """The whole lexicon. `by_verb` finds acts by infinitive without particle, `by_noun` by the noun's last word."""

    verbs: tuple[VerbAct, ...]
    nouns: tuple[NounAct, ...]
    by_verb: dict[str, tuple[VerbAct, ...]]
    by_noun: dict[str, tuple[NounAct, ...]]


@cache
def acts() -> Acts:
    """Give the lexicon, read once in a process from `acts.toml`."""
    lists = table("acts")
    verbs = tuple(dict.fromkeys(_verb(line, kind) for kind in TYPES for line in lists[kind]["verbs"]))
    nouns = tuple(noun for kind in TYPES for line in lists[kind].get("nouns", []) for noun in _nouns(line, kind))
    by_verb: dict[str, list[VerbAct]] = defaultdict(list)
    by_noun: dict[str, list[NounAct]] = defaultdict(list)
    for act in verbs:
        by_verb[act.verb].append(act)
    for noun in nouns:
        by_noun[noun.noun[-1]].append(noun)
    return Acts(verbs, nouns, {k: tuple(v) for k, v in by_verb.items()}, {k: tuple(v) for k, v in by_noun.items()})


def _verb(line: str, kind: str) -> VerbAct:
    head, *rest = line.split()
    particle, _, verb = head.rpartition("|")
    fixed: list[tuple[Words, ...]] = []
    content: Words = ()
    addressee, settled, clausal = "", False, False
    for part in rest:
        if part.startswith("/"):
            content = tuple(part[1:].split(","))
        elif part.startswith("@"):
            addressee = part[1:]
        elif part == "=":
            settled = True
        elif part == "!dat":
            clausal = True
        else:
            fixed.append(tuple(tuple(alternative.split("_")) for alternative in part.split(",")))
    slug = re.sub(
        r"[^a-z]+", "-", (line.replace(" !dat", "").split(" /", maxsplit=1)[0].split(" @", maxsplit=1)[0]).split(",", maxsplit=1)[0]
    ).strip("-")
    if "_" in particle:
        # "in_het_vooruitzicht|stellen": an expression, not a particle
        fixed.append((tuple(particle.split("_")),))
        particle = ""
    return VerbAct(f"verb.{kind}.{slug}", kind, verb, particle, tuple(fixed), content, addressee, settled, clausal)


def _nouns(line: str, kind: str) -> list[NounAct]:
    names, _, content = line.partition(" /")
    return [
        NounAct(f"noun.{kind}.{name}", kind, tuple(name.split("_")), tuple(content.split(",")) if content else ())
        for name in names.split(",")
    ]
