"""What was made once and can be used again, kept from one build to the next: a file for each thing, by the hash of all that went into it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from kg.errors import StoreError

__all__ = ["Shelf"]

_HASH = 32  # bytes of a SHA-256


class Shelf:
    """Files in `folder`, each under a key. One that is cut off, changed or not ours is as good as absent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """Give what was put under a key, or None; what is spoilt is thrown away."""
        path = self.folder / key
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        if self._seal(key, kept[_HASH:]) != kept[:_HASH]:
            path.unlink(missing_ok=True)
            return None
        return kept[_HASH:]

    def put(self, key: str, content: bytes) -> None:
        """Keep something, whole or not at all. A `StoreError` when the disk takes no more."""
        new = self.folder / f"{key}.{os.getpid()}-{get_ident()}.new"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(self._seal(key, content) + content)
            new.replace(self.folder / key)
        except OSError as error:
            what = f"cannot be written ({error.strerror})"
            raise StoreError(str(self.folder), what, "make room on the disk") from None

    def move(self, old: str, new: str) -> None:
        """Put what lies under one key under another too."""
        kept = self.get(old)
        if kept is not None:
            self.put(new, kept)

    def keys(self) -> Iterator[str]:
        """Give the keys under which something lies."""
        try:
            with os.scandir(self.folder) as entries:
                yield from (entry.name for entry in entries if "." not in entry.name)
        except OSError:
            return

    def sift(self) -> None:
        """Throw away all that is spoilt."""
        for key in list(self.keys()):
            self.get(key)

    def keep_only(self, keys: Collection[str]) -> None:
        """Throw away all but these."""
        try:
            gone = [entry for entry in os.scandir(self.folder) if entry.name not in keys]
        except OSError:
            return
        for entry in gone:
            Path(entry.path).unlink(missing_ok=True)

    @staticmethod
    def _seal(key: str, content: bytes) -> bytes:
        return sha256(key.encode() + content).digest()
