"""The named graphs of a build: which there must be, what each is made from, and its Turtle."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock

from pyoxigraph import Triple

from kg import rdf
from kg.build.kept import Short
from kg.build.manifest import digest
from kg.build.work import FAST, Again, SpoiltError, Work, pen
from kg.rdf.literals import plain
from kg.rdf.vocabulary import KG
from kg.registry import load
from kg.resolve import agree, alike

__all__ = ["Graphs", "Own"]


class Graphs:
    """The graphs of letters, of what may be one, of the registry and of the ontology. `keys` leads from the name of each to the key of what it is made from, by name."""

    def __init__(self, work: Work, letters: Mapping[str, str], shorts: Mapping[str, Short], own: Own) -> None:
        """`letters` leads from the name of a letter's file to the key of what was found in it, `shorts` from there to its outline."""
        self.work, recipe = work, work.recipe
        self._iris = rdf.Iris(recipe.base)
        self._letters: dict[str, Again] = {}
        outlines = [short.outline for short in shorts.values()]
        wholes = agree(outlines)
        self._alike = alike(outlines, wholes, load(work.registry))
        keys: dict[str, str] = {}
        for file, key in letters.items():
            stem = shorts[file].outline.letter
            ids = wholes.get(stem, {})
            name = self._iris.letter_graph(stem).value
            keys[name] = recipe.graph_key(key, ids)
            self._letters[name] = Again(file, key, tuple(ids.items()))
        self._resolution = self._iris.graph("resolution").value
        keys[self._resolution] = digest(
            "graph", recipe.code, recipe.base, *(part for likeness in self._alike for part in likeness)
        )
        self._own = own
        keys |= own.keys
        self.keys = dict(sorted(keys.items()))

    def unwritten(self) -> list[Again]:
        """Give the letters whose graph was not written yet, or was written before another letter told of the same meeting."""
        there = set(self.work.graphs.keys())
        return [again for name, again in self._letters.items() if self.keys[name] not in there]

    def turtle(self, name: str) -> bytes:
        """Give the Turtle (without prefixes) of the graph of that name."""
        if name in self._own.keys:
            return self._own.turtle(name)
        if name == self._resolution:
            return pen(self._iris.base).subjects(rdf.likenesses(self._alike, self._iris)).encode()
        return zlib.decompress(self.work.graphs.get(self.keys[name]) or self._made(name))

    def _made(self, name: str) -> bytes:
        outcome = self.work.do(self._letters[name])
        kept = self.work.graphs.get(outcome.graph) if outcome.error is None else None
        if kept is None:
            raise outcome.error or SpoiltError(
                str(self.work.graphs.folder), "was changed during the build", "build again"
            )
        return kept


class Own:
    """The graphs that are there whatever the letters: of the registry and of the ontology. `keys` as those of `Graphs`."""

    def __init__(self, work: Work) -> None:
        self._work, recipe = work, work.recipe
        self._lock = Lock()  # the store asks in a thread of its own while the files are written
        self._iris = rdf.Iris(recipe.base)
        self._names = {self._iris.graph(name).value: name for name in ("ontology", "registry")}
        self.keys = {
            name: digest("graph", own, recipe.code, recipe.registry, recipe.base) for name, own in self._names.items()
        }

    def turtle(self, name: str) -> bytes:
        """Give the Turtle (without prefixes) of the graph of that name."""
        with self._lock:
            kept = self._work.graphs.get(self.keys[name])
            if kept is not None:
                return zlib.decompress(kept)
            triples: Iterable[Triple] = rdf.ontology() if self._names[name] == "ontology" else self._registry()
            turtle = pen(self._iris.base).subjects(triples).encode()
            self._work.graphs.put(self.keys[name], zlib.compress(turtle, FAST))
            return turtle

    def _registry(self) -> Iterator[Triple]:
        """Give the registry with the user's own folders in it, and with the hash of it all."""
        yield Triple(self._iris.graph("registry"), KG["registryHash"], plain(self._work.recipe.registry))
        for folder in (None, *self._work.registry):
            yield from (t for t in rdf.registry(self._iris, folder) if t.predicate != KG["registryHash"])
