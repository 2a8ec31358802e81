"""The embedded Oxigraph store: a folder on disk that holds named graphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple

from kg.errors import QueryError, StoreError
from kg.rdf.dataset import base_of
from kg.store.source import Found

__all__ = ["LocalStore", "aside"]


class LocalStore:
    """A store in a folder or in memory, made with `create`, `read` or `memory`. A context manager."""

    def __init__(self, store: Store, where: str) -> None:
        self._store: Store | None = store
        self._where = where

    @classmethod
    def create(cls, folder: Path) -> LocalStore:
        """Open the store in `folder` for writing, and make it if need be. A `StoreError` when that cannot be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return cls(Store(str(folder)), str(folder))
        except (OSError, RuntimeError, ValueError) as error:
            remedy = "close the other program that has it open, or build into another folder"
            raise StoreError(str(folder), f"cannot be written ({_first_line(error)})", remedy) from None

    @classmethod
    def read(cls, folder: Path) -> LocalStore:
        """Open the store in `folder` for queries only, or the one that was put aside where a new one is just taking its place.

        A `StoreError` when there is none.
        """
        trouble: Exception | None = None
        for place in (folder, aside(folder), folder):  # the third time for a new one that came while we looked aside
            if (place / "CURRENT").is_file():  # RocksDB, which Oxigraph stores in, has this file in every database
                try:
                    return cls(Store.read_only(str(place)), str(folder))
                except (OSError, RuntimeError, ValueError) as error:
                    trouble = error
        if trouble is None:
            raise StoreError(str(folder), "holds no graph", "make one with `kg build LETTERS -o FOLDER`")
        what = f"cannot be read ({_first_line(trouble)})"
        raise StoreError(str(folder), what, "build it again into an empty folder")

    @classmethod
    def memory(cls) -> LocalStore:
        """Make an empty store that is gone when it is closed."""
        return cls(Store(), "the store in memory")

    def __enter__(self) -> LocalStore:
        """Give the store."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the folder. What was written is on disk."""
        self._store = None

    @property
    def raw(self) -> Store:
        """The Oxigraph store itself. A `StoreError` after it was closed."""
        if self._store is None:
            raise StoreError(self._where, "is closed", "open it again")
        return self._store

    @property
    def base(self) -> str:
        """The base of the data's IRIs in this store."""
        return base_of(self._graphs())  # the first of ten thousand names tells it

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> Found:
        """Answer a query, as every `GraphSource` does."""
        try:
            return self.raw.query(sparql, prefixes=dict(prefixes), use_default_graph_as_union=True)
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError("query", _first_line(error), "put another question") from None

    def graphs(self) -> list[str]:
        """Give the names of all graphs, sorted."""
        return sorted(self._graphs())

    def _graphs(self) -> Iterator[str]:
        return (name.value for name in self.raw.named_graphs() if isinstance(name, NamedNode))

    def write(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Put `triples` in place of what `graph` held."""
        self.write_all([(graph, triples)])

    def write_all(self, graphs: Iterable[tuple[NamedNode, Iterable[Triple]]]) -> None:
        """Put each graph's triples in place of what it held, all in one go, which is far quicker for many.

        The triples may be made on the way, but not from this store.
        """
        all_of_them = list(graphs)
        for graph, _ in all_of_them:
            self.drop(graph)
        quads = (Quad(t.subject, t.predicate, t.object, graph) for graph, triples in all_of_them for t in triples)
        self._change(lambda: self.raw.bulk_extend(quads))

    def load(self, path: Path) -> None:
        """Put in all that a TriG file of our own holds, in bulk; whether IRIs in it are ones is not looked at."""
        self._change(lambda: self.raw.bulk_load(path=path, format=RdfFormat.TRIG, lenient=True))

    def place(self, graphs: Iterable[str]) -> list[str]:
        """Make a place for graphs with these names; give the names of all there are, in the order in which they are kept on disk."""
        for graph in graphs:
            self._change(partial(self.raw.add_graph, NamedNode(graph)))
        return list(self._graphs())

    def drop(self, graph: NamedNode) -> None:
        """Take out a graph with all it holds; nothing happens where it is not there."""
        self._change(lambda: self.raw.remove_graph(graph))

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except (OSError, RuntimeError) as error:
            remedy = "check the disk, and that the store was opened for writing"
            raise StoreError(self._where, f"cannot be written ({_first_line(error)})", remedy) from None

    def triples(self, graph: NamedNode) -> Iterator[Triple]:
        """Give what a graph holds, in no order to rely on."""
        return (quad.triple for quad in self.raw.quads_for_pattern(None, None, None, graph))


def aside(folder: Path) -> Path:
    """Give where the store in `folder` is put aside while a new one takes its place."""
    return folder.with_name(f"{folder.name}.old")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
