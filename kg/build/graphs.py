"""The named graphs of a build: which there must be, which of those the store holds already, and writing the rest."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Triple

import kg
from kg import rdf
from kg.build.cache import Cache
from kg.build.folder import Folder
from kg.build.manifest import digest
from kg.errors import StoreError
from kg.rdf.literals import plain
from kg.rdf.vocabulary import KG
from kg.resolve import Resolution
from kg.store import LocalStore

__all__ = ["Graphs", "open_new_store"]


@dataclass(frozen=True, slots=True)
class Graphs:
    """All that the graphs of a build are made from.

    `letters` leads from the stem of a letter to the key of its facts in `cache`; `folders` are those that the user
    added to the registry, `registry` is the hash of it all, and `code` that of the program.
    """

    letters: Mapping[str, str]
    cache: Cache
    resolution: Resolution
    iris: rdf.Iris
    code: str
    registry: str
    folders: tuple[Path, ...] = ()

    def digests(self) -> dict[str, str]:
        """Give the hash of what each graph is made from, by the graph's name."""
        made = (self.iris.base, self.code, self.registry)
        named: dict[str, list[str]] = defaultdict(list)
        for kind, names in (("meeting", self.resolution.meetings), ("entity", self.resolution.entities)):
            for (letter, own), id_ in sorted(names.items()):
                named[letter] += (kind, own, id_)
        found = {self.iris.graph(name).value: digest(name, *made) for name in ("ontology", "registry")}
        for stem, key in self.letters.items():
            found[self.iris.letter_graph(stem).value] = digest(key, *made, *named[stem])
        return found

    def triples(self, names: Iterable[str]) -> Iterator[tuple[NamedNode, Iterable[Triple]]]:
        """Give each graph of those names with its triples."""
        wanted = set(names)
        if self.iris.graph("ontology").value in wanted:
            yield self.iris.graph("ontology"), rdf.ontology()
        if self.iris.graph("registry").value in wanted:
            yield self.iris.graph("registry"), self._registry()
        made = rdf.Made(f"kamergraph {kg.__version__}", self.registry)
        for stem, key in self.letters.items():
            graph = self.iris.letter_graph(stem)
            if graph.value in wanted:
                letter = self.cache.get(key)
                if letter is None:
                    raise StoreError(str(self.cache.folder), "was changed during the build", "build again")
                yield graph, rdf.describe(letter, self.resolution, made, self.iris)

    def _registry(self) -> Iterator[Triple]:
        """Give the registry with the user's own folders in it, and with the hash of it all."""
        yield Triple(self.iris.graph("registry"), KG["registryHash"], plain(self.registry))
        for folder in (None, *self.folders):
            yield from (t for t in rdf.registry(self.iris, folder) if t.predicate != KG["registryHash"])


@contextmanager
def open_new_store(folder: Folder, held: Mapping[str, str], graphs: Graphs) -> Iterator[LocalStore]:
    """Make the new store of a build, from a copy of the last one where `held` tells what that holds."""
    wanted = graphs.digests()
    if held and (folder.store / "CURRENT").is_file():
        try:
            with LocalStore.read(folder.store) as last:
                last.raw.backup(str(folder.new_store))
        except (OSError, StoreError):
            held = {}  # it cannot be used; all is made anew
            shutil.rmtree(folder.new_store, ignore_errors=True)
    else:
        held = {}
    with LocalStore.create(folder.new_store) as store:
        gone = set(store.graphs()) - set(wanted)
        for name in sorted(gone):
            store.drop(NamedNode(name))
        stale = [name for name in wanted if held.get(name) != wanted[name]]
        store.write_all(graphs.triples(stale))
        yield store
