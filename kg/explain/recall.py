"""A letter as the last build read it: from what the build kept, by the name of its file or by a stance in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from kg.build.folder import Folder
from kg.build.kept import unpack
from kg.build.manifest import read_manifest
from kg.build.shelf import Shelf
from kg.errors import StoreError
from kg.model import Letter
from kg.rdf import DEFAULT_BASE

__all__ = ["place_of", "recall"]


def recall(output: Path, name: str) -> Letter:
    """Give the letter with that file name (with or without its ending) as the build in the folder `output` read it.

    A `StoreError` where that build has no such letter, or what it kept is gone.
    """
    folder = Folder(output)
    letters = read_manifest(folder.manifest).letters
    if not letters:
        raise StoreError(str(output), "keeps no letters", f"build them: `kg build LETTERS -o {output}`")
    fits = [file for file in sorted(letters) if name in (file, Path(file).stem)]
    if not fits:
        raise StoreError(str(output), f"holds no letter {name!r}", f"it holds {_some(letters)}")
    packed = Shelf(folder.facts).get(letters[fits[0]])
    if packed is None:
        raise StoreError(str(output), f"no longer keeps what was found in {fits[0]}", "build again")
    return unpack(packed)


def place_of(iri: str, base: str = DEFAULT_BASE) -> tuple[str, str]:
    """Give the letter and the key of a stance by its IRI, whole or as `stance:letter/key`; two empty texts where it is none."""
    for start in (f"{base}stance/", f"{DEFAULT_BASE}stance/", "stance:", "stance/"):
        if iri.startswith(start):
            letter, _, key = iri.removeprefix(start).partition("/")
            return unquote(letter), unquote(key)
    return "", ""


def _some(letters: Iterable[str], most: int = 3) -> str:
    names = sorted(letters)
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
