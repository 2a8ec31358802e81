"""The output folder: ours alone while a build goes on, and never half old and half new for longer than a rename."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.build.manifest import Stamp
from kg.errors import StoreError
from kg.store import aside

__all__ = ["Folder", "claim"]


class Folder:
    """Where the things of an output folder lie. What is being made lies under `new` until it is done."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = root / "store"
        self.cache = root / "cache"
        self.facts = self.cache / "facts"
        self.graphs = self.cache / "graphs"
        self.registry = self.cache / "registry.msgpack"
        self.manifest = self.cache / "manifest.json"
        self.lock = self.cache / "kamergraph.lock"
        self.new = self.cache / "new"
        self.new_store = self.cache / "new-store"
        self.batches = self.cache / "batches"
        self.old_store = aside(self.store)

    def tidy(self) -> None:
        """Clear what a build that was broken off left behind; a store that it had put aside comes back."""
        if self.old_store.exists() and not self.store.exists():
            self.old_store.rename(self.store)
        for left in (self.new, self.new_store, self.batches, self.old_store):
            shutil.rmtree(left, ignore_errors=True)

    def swap_store(self) -> None:
        """Put the new store in the place of the old one; in between readers find the old one aside.

        A `StoreError` where the system holds on to what another program has open, as Windows does.
        """
        try:
            if self.store.exists():
                self.store.rename(self.old_store)
            self.new_store.rename(self.store)
        except OSError as error:
            what = f"cannot be replaced ({error.strerror})"
            raise StoreError(str(self.store), what, "close what has it open, and build again") from None
        shutil.rmtree(self.old_store, ignore_errors=True)

    def staged(self) -> list[str]:
        """Give the files that lie ready under `new`, by their path in the output folder."""
        return sorted(path.relative_to(self.new).as_posix() for path in self.new.rglob("*") if path.is_file())

    def publish(self, names: Iterable[str]) -> None:
        """Put staged files in the places of the old ones."""
        for name in names:
            target = self.root / name
            target.parent.mkdir(exist_ok=True)
            (self.new / name).replace(target)

    def holds(self, files: Mapping[str, Stamp]) -> bool:
        """Tell whether the folder still holds all these files as they were written, and a store."""
        whole = (self.store / "CURRENT").is_file()
        return whole and all(self.is_as(files, name) for name in files)

    def is_as(self, files: Mapping[str, Stamp], name: str) -> bool:
        """Tell whether a file lies there as `files` tells that it was written."""
        return name in files and self.stamp(name) == files[name][:2]

    def stamp(self, name: str) -> tuple[int, int]:
        """Give the size of a file and when it was written, in nanoseconds; zeros where there is none."""
        try:
            known = os.stat(f"{self.root}/{name}")  # noqa: PTH116 (this is asked for every letter, and `Path` is slow)
        except OSError:
            return 0, 0
        return known.st_size, known.st_mtime_ns

    def remove(self, name: str) -> None:
        """Take a file out of the output folder."""
        with suppress(OSError):
            (self.root / name).unlink()


@contextmanager
def claim(root: Path) -> Iterator[Folder]:
    """Make the output folder if need be, and hold it while a build goes on.

    A `StoreError` when it holds what no build made, cannot be written, or another build has it.
    """
    folder = Folder(root)
    try:
        if root.exists() and not root.is_dir():
            raise StoreError(str(root), "is no folder", "give another one with -o")
        if _is_foreign(folder):
            raise StoreError(str(root), "is not empty and no build made it", "empty it, or give another folder with -o")
        folder.cache.mkdir(parents=True, exist_ok=True)
        lock = folder.lock.open("ab")
    except OSError as error:
        raise StoreError(str(root), f"cannot be written ({error.strerror})", "give another folder with -o") from None
    with lock:
        if not _locked(lock):
            raise StoreError(str(root), "is being built by another program", "wait until it is done")
        folder.tidy()
        try:
            yield folder
        finally:
            folder.tidy()


def _is_foreign(folder: Folder) -> bool:
    if not folder.root.exists() or folder.manifest.is_file() or folder.lock.is_file():
        return False
    return any(not path.name.startswith(".") for path in folder.root.iterdir())


if sys.platform == "win32":
    import msvcrt

    def _locked(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
