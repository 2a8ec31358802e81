"""What was found in each letter, kept from one build to the next: one file per letter under `cache/facts/`.

A file's name is made from all that its facts depend on, and it begins with the hash of the rest. One that is cut off,
changed or not ours is as good as absent.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

import msgspec

from kg.build.manifest import digest
from kg.errors import StoreError
from kg.model import Letter

__all__ = ["Cache"]

_HASH = 32  # bytes of a SHA-256


class Cache:
    """Letters with their facts, in `folder`. `made` is what they were made with: code, libraries and registry."""

    def __init__(self, folder: Path, *made: str) -> None:
        self.folder = folder
        self.made = made

    def key(self, name: str, sha: str) -> str:
        """Give the key of the letter with that file name and that SHA-256 of its bytes."""
        return digest(name, sha, *self.made)

    def get(self, key: str) -> Letter | None:
        """Give the letter that was kept under `key`, or None."""
        try:
            kept = self._path(key).read_bytes()
            if sha256(kept[_HASH:]).digest() != kept[:_HASH]:
                return None
            letter = msgspec.msgpack.decode(kept[_HASH:], type=Letter)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None
        return letter if self.key(letter.source.name, letter.source.sha256) == key else None

    def put(self, letter: Letter) -> str:
        """Keep a letter, whole or not at all; give its key. A `StoreError` when the disk takes no more."""
        packed = msgspec.msgpack.encode(letter)
        key = self.key(letter.source.name, letter.source.sha256)
        path = self._path(key)
        new = path.with_suffix(".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(sha256(packed).digest() + packed)
            new.replace(path)
        except OSError as error:
            what = f"cannot be written ({error.strerror})"
            raise StoreError(str(self.folder), what, "make room on the disk") from None
        return key

    def keep_only(self, keys: Collection[str]) -> None:
        """Throw away all but these."""
        names = {f"{key}.facts" for key in keys}
        for path in self.folder.glob("*"):
            if path.name not in names:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.facts"
