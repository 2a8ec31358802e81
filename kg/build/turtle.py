"""`graph.ttl` and `graph.trig`: graph by graph in the order of their names, each as it was written when its letter was read.

What did not change is copied from the files of the last build as it stands there, so few changes cost little more than the copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode

from kg.build.folder import Folder
from kg.build.graphs import Graphs
from kg.build.manifest import Manifest
from kg.build.work import pen

__all__ = ["write_turtle"]

_FILES = ("graph.ttl", "graph.trig")
_CHUNK = 1 << 20  # bytes copied at a time


def write_turtle(folder: Folder, last: Manifest, graphs: Graphs) -> dict[str, int]:
    """Write both files under `new`; give by name how many bytes of Turtle each graph has."""
    ink = pen(graphs.work.recipe.base)
    kept = last.sizes if all(folder.is_as(last.files, name) for name in _FILES) else {}
    closing = ink.closing.encode()
    openings = {name: ink.opening(NamedNode(name)).encode() for name in graphs.keys.keys() | kept.keys()}
    framed = {name: size + len(openings[name]) + len(closing) for name, size in kept.items()}
    sizes: dict[str, int] = {}
    head = ink.head.encode()
    with _Copy(folder, _FILES[0], kept, head) as ttl, _Copy(folder, _FILES[1], framed, head) as trig:
        for name, key in graphs.keys.items():
            if name in kept and last.graphs.get(name) == key:
                sizes[name] = kept[name]
                ttl.keep(name)
                trig.keep(name)
            else:
                turtle = graphs.turtle(name)
                sizes[name] = len(turtle)
                ttl.add(turtle)
                trig.add(openings[name] + turtle + closing)
    return sizes


class _Copy:
    """A file that is written anew, in part from its old self, of which `sizes` has the pieces by name and how long they are."""

    def __init__(self, folder: Folder, name: str, sizes: Mapping[str, int], head: bytes) -> None:
        self._files = ExitStack()
        self._new = self._files.enter_context((folder.new / name).open("wb"))
        self._old = self._files.enter_context((folder.root / name).open("rb")) if sizes else None
        self._places: dict[str, tuple[int, int]] = {}
        self._from = self._to = at = len(head)
        for graph, size in sorted(sizes.items()):
            self._places[graph] = at, at + size
            at += size
        self._new.write(head)

    def __enter__(self) -> Self:
        """Give the file."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it; it is whole unless there was an error."""
        with self._files:
            if error is None:
                self._flush()

    def add(self, piece: bytes) -> None:
        """Go on with a new piece."""
        self._flush()
        self._new.write(piece)

    def keep(self, graph: str) -> None:
        """Go on with an old piece; what stood together is copied together."""
        start, end = self._places[graph]
        if start != self._to:
            self._flush()
            self._from = start
        self._to = end

    def _flush(self) -> None:
        """Copy what is to be copied up to here."""
        if self._old is not None and self._to > self._from:
            self._old.seek(self._from)
            left = self._to - self._from
            while left and (chunk := self._old.read(min(left, _CHUNK))):
                self._new.write(chunk)
                left -= len(chunk)
        self._from = self._to
