"""Graphs on their way into a store: they are gathered in files, each of which is loaded in bulk while the next one fills."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from io import BufferedWriter
from pathlib import Path

from pyoxigraph import NamedNode

from kg.store import LocalStore
from kg.store.turtle import Pen

__all__ = ["Batches"]

_LARGEST = 36_000_000  # bytes of Turtle; some 750,000 triples, for which Oxigraph needs some 400 MB
_LEAST = 8  # a batch is an eighth of all that is expected, or more: the store merges small ones over and over


class Batches:
    """Loads graphs into `store`, in the order in which they are put; what waits lies in `folder`, and one batch is loaded at a time, so that memory has a bound."""

    def __init__(self, store: LocalStore, folder: Path, pen: Pen) -> None:
        self._store, self._folder, self._pen = store, folder, pen
        self._thread = ThreadPoolExecutor(1)  # Oxigraph loads in Rust, while Python goes on
        self._loading: list[Future[None]] = []
        self._batch = 0
        self._size = self._graphs = self._bytes = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._file = self._new()

    def alone(self, name: str, turtle: Callable[[str], bytes]) -> None:
        """Load a graph by itself; its Turtle (without prefixes) is asked for where it is loaded."""

        def load() -> None:
            path = self._folder / "alone.trig"
            path.write_bytes(self._pen.head.encode() + self._framed(name, turtle(name)))
            self._load(path)

        self._loading.append(self._thread.submit(load))

    def put(self, name: str, turtle: bytes, to_come: int) -> None:
        """Load a graph that is not there yet, from its Turtle (without prefixes), when that is due. About so many graphs are `to_come`.

        Batches grow smaller towards the end, so that little is left to load when all letters are read.
        """
        framed = self._framed(name, turtle)
        self._file.write(framed)
        self._size += len(framed)
        self._bytes += len(framed)
        self._graphs += 1
        rest = to_come * self._bytes / self._graphs
        if self._size > _LARGEST or (self._idle() and self._size > max(rest, (self._bytes + rest) / _LEAST)):
            self._send()

    def finish(self) -> None:
        """Wait until all is in the store. A `StoreError` where it cannot be."""
        if self._size:
            self._send()
        self._wait()

    def close(self) -> None:
        """End, whatever was not loaded."""
        self._thread.shutdown()
        self._file.close()

    def _send(self) -> None:
        self._wait()
        self._file.close()
        self._loading.append(self._thread.submit(self._load, Path(self._file.name)))
        self._batch += 1
        self._size = 0
        self._file = self._new()

    def _new(self) -> BufferedWriter:
        file = (self._folder / f"{self._batch}.trig").open("wb")
        file.write(self._pen.head.encode())
        return file

    def _load(self, path: Path) -> None:
        self._store.load(path)
        path.unlink()

    def _idle(self) -> bool:
        return all(loading.done() for loading in self._loading)

    def _wait(self) -> None:
        for loading in self._loading:
            loading.result()
        self._loading = []

    def _framed(self, name: str, turtle: bytes) -> bytes:
        return b"".join((self._pen.opening(NamedNode(name)).encode(), turtle, self._pen.closing.encode()))
