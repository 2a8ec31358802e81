"""The letters of a build: what is kept of each, and what is read this time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

import msgspec

from kg.build.kept import Short, short_of
from kg.build.shelf import Shelf
from kg.build.store import NewStore
from kg.build.work import Work
from kg.build.workers import Crew
from kg.errors import KamergraphError, ReadError
from kg.read import Found, content

__all__ = ["Letters", "Progress"]

_SHORTS = "shorts"

Progress = Callable[[int, int], None]
"""Called with how many letters are done, of how many."""


class Letters:
    """`keys` leads from the name of each letter to the key of what is found in it, `errors` tells why some have none; `fresh` counts those read this time."""

    def __init__(self, found: Sequence[Found], work: Work, progress: Progress) -> None:
        self._found, self._work, self._progress = found, work, progress
        self.hashes: dict[str, str] = {}
        self.errors: dict[str, KamergraphError] = {}
        self.fresh = 0
        for file in found:
            try:
                self.hashes[file.name] = sha256(content(file)).hexdigest()
            except ReadError as error:
                self.errors[file.name] = error
        self._all = {name: work.recipe.key(name, sha) for name, sha in self.hashes.items()}

    @property
    def keys(self) -> dict[str, str]:
        """The keys by name, in the order of the names; without the letters that were not read."""
        return {name: key for name, key in sorted(self._all.items()) if name not in self.errors}

    def unread(self) -> list[Found]:
        """Give those of which nothing is kept."""
        settled = {"", *self._work.facts.keys()}
        return [file for file in self._found if self._all.get(file.name, "") not in settled]

    def read(self, files: Sequence[Found], crew: Crew, store: NewStore | None = None) -> None:
        """Read letters; let a store have their graphs at once, as they are if no other letter tells of their meetings."""
        for done, outcome in enumerate(crew.do(files), start=1):
            self._progress(done, len(files))
            if outcome.error is not None:
                self.errors[outcome.name] = outcome.error
            else:
                self.fresh += 1
                self._all[outcome.name] = outcome.key
                if store is not None:
                    store.put_letter(outcome, self._work)

    def shorts(self, crew: Crew, kept: Shelf) -> dict[str, Short]:
        """Give the little that is held of every letter, by name: as `kept` has it of the last build, else from what was found.

        A letter that turns out to be spoilt is read anew.
        """
        known = _known(kept)
        shorts = {name: known.get(key) or self._short(key) for name, key in self.keys.items()}
        spoilt = [file for file in self._found if file.name in shorts and shorts[file.name] is None]
        if spoilt:
            self.read(spoilt, crew)
            shorts |= {file.name: self._short(self._all[file.name]) for file in spoilt}
        found = {name: short for name, short in shorts.items() if short is not None and name not in self.errors}
        kept.put(_SHORTS, msgspec.msgpack.encode({self._all[name]: short for name, short in found.items()}))
        return found

    def _short(self, key: str) -> Short | None:
        packed = self._work.facts.get(key)
        return short_of(packed) if packed is not None else None


def _known(kept: Shelf) -> dict[str, Short]:
    try:
        return msgspec.msgpack.decode(kept.get(_SHORTS) or b"", type=dict[str, Short])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
