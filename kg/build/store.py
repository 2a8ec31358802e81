"""The store of a build while it is being made: a copy of the last one, or a new one, into which graphs are put in bulk."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath

from pyoxigraph import NamedNode

from kg.build.batches import Batches
from kg.build.folder import Folder
from kg.build.graphs import Graphs, Own
from kg.build.work import Outcome, Work
from kg.errors import StoreError
from kg.rdf import Iris
from kg.read import Found
from kg.store import LocalStore
from kg.store.turtle import Pen

__all__ = ["NewStore", "open_new_store"]


class NewStore:
    """Takes graphs in. `held` leads from the name of a graph that it holds to the key of what that was made from."""

    def __init__(self, store: LocalStore, held: Mapping[str, str], batches: Batches) -> None:
        self.store = store
        self.held = dict(held)
        self._batches = batches
        self._places: dict[str, int] = {}
        self._queue: list[str] = []
        self._read: dict[str, Outcome] = {}

    def expect(self, letters: Sequence[Found], unread: Sequence[Found], base: str) -> list[Found]:
        """Give the letters that will be read in the order in which the store keeps their graphs.

        What is loaded in that order lies side by side in half of its indexes, so that the store need not merge it there.
        """
        graphs = {file.name: _graph(file.name, base) for file in letters}
        self._places = {name: place for place, name in enumerate(self.store.place(graphs.values()))}
        ordered = sorted(unread, key=lambda file: self._places[graphs[file.name]])
        self._queue = [file.name for file in reversed(ordered)]
        return ordered

    def put_own(self, own: Own) -> None:
        """Let the store have, while letters are being read, the graphs that do not depend on them."""
        self.held |= own.keys
        for name in own.keys:
            self._batches.alone(name, own.turtle)

    def put_letter(self, outcome: Outcome, work: Work) -> None:
        """Let the store have the graph of a letter that was just read, as soon as it has those that come before it."""
        self._read[outcome.name] = outcome
        while self._queue and self._queue[-1] in self._read:
            done = self._read.pop(self._queue.pop())
            kept = work.graphs.get(done.graph) if done.error is None else None
            if kept is not None:
                name = _graph(done.name, work.recipe.base)
                self.held[name] = done.graph
                self._batches.put(name, zlib.decompress(kept), len(self._queue))

    def hold(self, graphs: Graphs) -> None:
        """Let the store hold these graphs and no others."""
        stale = {name for name, key in self.held.items() if graphs.keys.get(name) != key}
        empty = self._places.keys() - graphs.keys.keys()
        if stale or empty:
            self.finish()
        for name in sorted(stale | empty):
            self.store.drop(NamedNode(name))
            self.held.pop(name, None)
        missing = sorted(graphs.keys.keys() - self.held.keys(), key=lambda name: (self._places.get(name, 0), name))
        for to_come, name in zip(range(len(missing))[::-1], missing, strict=True):
            self.held[name] = graphs.keys[name]
            self._batches.put(name, graphs.turtle(name), to_come)

    def finish(self) -> None:
        """Wait until all is in the store that was put there."""
        self._batches.finish()

    def close(self) -> None:
        """Let go of the store."""
        self._batches.close()
        self.store.close()


def _graph(file: str, base: str) -> str:
    return Iris(base).letter_graph(PurePosixPath(file).stem).value


@contextmanager
def open_new_store(folder: Folder, held: Mapping[str, str], pen: Pen) -> Iterator[NewStore]:
    """Make the new store of a build: from a copy of the last one where `held` tells of graphs in it that can stay, else an empty one."""
    if held and (folder.store / "CURRENT").is_file():
        try:
            with LocalStore.read(folder.store) as last:
                last.raw.backup(str(folder.new_store))
        except (OSError, StoreError):
            held = {}  # it cannot be used; all is made anew
            shutil.rmtree(folder.new_store, ignore_errors=True)
    else:
        held = {}
    local = LocalStore.create(folder.new_store)
    store = NewStore(local, held, Batches(local, folder.batches, pen))
    try:
        yield store
    finally:
        store.close()
