"""A letter as a page: its untouched text, cut where a mention or a stance begins or ends. Runs in a worker."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import NamedNode

from kg.rdf.iris import Iris
from kg.store import LocalStore, ask

__all__ = ["Letter", "Mark", "Piece", "Stance", "letter", "letters", "text_of"]

_ALL = """\
SELECT ?letter ?file ?date ?title WHERE {
  GRAPH ?graph { ?letter a kg:Letter ; kg:file ?file . OPTIONAL { ?letter dct:issued ?date } OPTIONAL { ?letter dct:title ?title } }
} ORDER BY ?date ?file"""
_MENTIONS = """\
SELECT ?entity ?class ?label ?words WHERE {{
  GRAPH {graph} {{ ?mention a kg:Mention ; kg:entity ?entity ; dct:type ?class ; rdfs:label ?label ; kg:occursAt ?words }}
}}"""
_STANCES = """\
SELECT DISTINCT ?stance ?class ?start ?end ?part ?name WHERE {{
  GRAPH {graph} {{
    ?stance a kg:Stance ; kg:type ?class ; kg:evidence ?words .
    ?words nif:beginIndex ?start ; nif:endIndex ?end .
    OPTIONAL {{
      VALUES ?part {{ kg:holder kg:about kg:addressee }}
      ?stance ?part ?who
      OPTIONAL {{ ?who rdfs:label ?own }}
      OPTIONAL {{ ?mention kg:entity ?who ; rdfs:label ?named }}
    }}
  }}
  BIND (STR(COALESCE(?own, ?named, "")) AS ?name)
}}"""
_CHARACTERS = re.compile(r"#char=(\d+),(\d+)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, in code points: what it names (an entity), or which stance it is the evidence of."""

    start: int
    end: int
    iri: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance for the list beside the text: its number there, its type, and who and what it is about, by label."""

    number: int
    iri: str
    kind: str
    start: int
    end: int
    parts: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a border in it: the entity that it names, the stances that it is evidence of, what begins here."""

    text: str
    mention: Mark | None = None
    stances: list[Stance] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    ends: list[Stance] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter for its page."""

    iri: str
    file: str
    date: str
    title: str
    pieces: list[Piece]
    stances: list[Stance]


def letters(store: LocalStore) -> list[list[str]]:
    """Give all letters: IRI, file, date and title, the oldest first."""
    return ask(store, _ALL).rows()


def letter(store: LocalStore, folder: Path, name: str) -> Letter | None:
    """Give the letter whose file, or whose stem, is `name`; None where the graph has none."""
    start = f"{store.base}letter/"
    for iri, file, date, title in letters(store):
        stem = unquote(iri.removeprefix(start))
        if name in (file, stem):
            text = text_of(folder, stem)
            graph = Iris(store.base).letter_graph(stem)
            stances = _stances(store, graph)
            return Letter(iri, file, date, title, _pieces(text, _mentions(store, graph), stances), stances)
    return None


def text_of(folder: Path, stem: str) -> str:
    """Give the untouched text of a letter, "" where the folder does not hold it."""
    path = folder / "text" / f"{stem}.txt"
    inside = path.resolve().parent == (folder / "text").resolve()
    return path.read_bytes().decode("utf-8") if inside and path.is_file() else ""


def _mentions(store: LocalStore, graph: NamedNode) -> list[Mark]:
    found = []
    for iri, kind, label, words in ask(store, _MENTIONS.format(graph=graph)).rows():
        place = _CHARACTERS.search(words)
        if place:
            found.append(Mark(int(place[1]), int(place[2]), iri, kind.rpartition("#")[2], label))
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.iri))


def _stances(store: LocalStore, graph: NamedNode) -> list[Stance]:
    parts: dict[tuple[int, int, str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for iri, kind, start, end, part, name in sorted(ask(store, _STANCES.format(graph=graph)).rows()):
        names = parts[int(start), int(end), iri, kind.rpartition("#")[2]]
        if part and name:
            names[part.rpartition("#")[2]].append(name)
    return [
        Stance(number, iri, kind, start, end, dict(names))
        for number, ((start, end, iri, kind), names) in enumerate(sorted(parts.items()), start=1)
    ]


def _pieces(text: str, mentions: list[Mark], stances: list[Stance]) -> list[Piece]:
    """Cut the text. Of two mentions on one character the one that begins first, and is longest, is shown."""
    named: list[Mark | None] = [None] * len(text)
    for mark in mentions:
        for at in range(mark.start, min(mark.end, len(text))):
            named[at] = named[at] or mark
    marks: list[Mark | Stance] = [*mentions, *stances]
    borders = {0, len(text)} | {at for one in marks for at in (one.start, one.end) if at <= len(text)}
    cuts = sorted(borders)
    begins: dict[int, list[str]] = defaultdict(list)
    for one in marks:
        place = f"char={one.start},{one.end}"
        if place not in begins[one.start]:
            begins[one.start].append(place)
    return [
        Piece(
            text[start:end],
            named[start],
            [stance for stance in stances if stance.start <= start < stance.end],
            begins[start],
            [stance for stance in stances if stance.end == end],
        )
        for start, end in pairwise(cuts)
    ]
