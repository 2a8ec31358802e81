"""The store of a build while it is being made: a copy of the last one, or a new one, into which graphs are put in bulk."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import PurePosixPath

from pyoxigraph import NamedNode

from kg.build.folder import Folder
from kg.build.graphs import Graphs, Own
from kg.build.work import Outcome, Work
from kg.errors import StoreError
from kg.rdf import Iris
from kg.store import LocalStore
from kg.store.turtle import Pen

__all__ = ["NewStore", "open_new_store"]

_BATCH = 24_000_000  # bytes of Turtle; some 500,000 triples, for which Oxigraph needs some 300 MB; smaller ones are merged over and over


class NewStore:
    """Takes graphs in. `held` leads from the name of a graph that it holds to the key of what that was made from."""

    def __init__(self, store: LocalStore, held: Mapping[str, str], pen: Pen) -> None:
        self.store = store
        self.held = dict(held)
        self._pen = pen
        self._waiting: list[bytes] = []
        self._size = 0
        self._thread = ThreadPoolExecutor(1)  # Oxigraph loads in Rust, while Python goes on
        self._loading: Future[None] | None = None

    def put(self, name: str, key: str, turtle: bytes) -> None:
        """Let a graph that is not there yet hold this Turtle (without prefixes)."""
        self.held[name] = key
        self._waiting.append(self._graph(name, turtle))
        self._size += len(turtle)
        if self._size > _BATCH:
            self._load()

    def put_own(self, own: Own) -> None:
        """Let the store have, while letters are being read, the graphs that do not depend on them."""
        self.held |= own.keys
        self._loading = self._thread.submit(
            lambda: self.store.load(self._trig(self._graph(name, own.turtle(name)) for name in own.keys))
        )

    def put_letter(self, outcome: Outcome, work: Work) -> None:
        """Let the store have the graph of a letter that was just read."""
        kept = work.graphs.get(outcome.graph)
        if kept is not None:
            name = Iris(work.recipe.base).letter_graph(PurePosixPath(outcome.name).stem).value
            self.put(name, outcome.graph, zlib.decompress(kept))

    def hold(self, graphs: Graphs) -> None:
        """Let the store hold these graphs and no others."""
        stale = [name for name, key in self.held.items() if graphs.keys.get(name) != key]
        if stale:
            self.finish()
        for name in stale:
            self.store.drop(NamedNode(name))
            del self.held[name]
        for name, key in graphs.keys.items():
            if name not in self.held:
                self.put(name, key, graphs.turtle(name))

    def finish(self) -> None:
        """Wait until all is in the store that was put there."""
        self._load()
        self._wait()

    def _load(self) -> None:
        self._wait()  # one batch at a time, so that memory has a bound
        if self._waiting:
            trig = self._trig(self._waiting)
            self._waiting, self._size = [], 0
            self._loading = self._thread.submit(self.store.load, trig)

    def _wait(self) -> None:
        if self._loading is not None:
            self._loading.result()
            self._loading = None

    def _graph(self, name: str, turtle: bytes) -> bytes:
        return b"".join((self._pen.opening(NamedNode(name)).encode(), turtle, self._pen.closing.encode()))

    def _trig(self, graphs: Iterable[bytes]) -> bytes:
        return b"".join((self._pen.head.encode(), *graphs))

    def close(self) -> None:
        """Let go of the store."""
        self._thread.shutdown()
        self.store.close()


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
    store = NewStore(LocalStore.create(folder.new_store), held, pen)
    try:
        yield store
    finally:
        store.close()
