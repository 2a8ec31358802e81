"""Which files a build reads, each under a name whose stem no other has: a letter is called by its stem in the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath

from kg.errors import KamergraphError, ReadError
from kg.read import Found, content, find
from kg.read.sniff import kind

__all__ = ["letters_in"]


def letters_in(paths: Sequence[Path], output: Path) -> tuple[list[Found], list[ReadError]]:
    """List what is to be read, by name, and what could not be looked into. What an earlier build wrote is no letter.

    A `KamergraphError` when a path lies in the output folder, or when nothing at all is found.
    """
    found, errors = find([path.absolute() for path in _outside(paths, output.resolve())])
    if not found and not errors:
        raise KamergraphError("", "there are no letters there", "give letters, folders or zip files that hold some")
    return _distinct(found), errors


def _outside(paths: Iterable[Path], output: Path) -> Iterator[Path]:
    for path in paths:
        real = path.resolve()
        if real == output or output in real.parents:
            raise KamergraphError(str(path), "lies in the output folder", "give the letters themselves, or another -o")
        if real in output.parents and path.is_dir():
            inner = (p for p in sorted(path.iterdir()) if p.resolve() != output and not p.name.startswith((".", "~$")))
            yield from _outside(inner, output)
        else:
            yield path


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Let "brief.docx" and "brief.pdf" be two letters: all but the first by name get a part of their hash in it.

    Large and small letters are one here, as they are to the file systems on which the texts may be written.
    """
    stems: dict[str, list[Found]] = defaultdict(list)
    for file in found:
        stems[PurePath(file.name).stem.casefold()].append(file)
    return _by_name(file for same in stems.values() for file in (same if len(same) == 1 else _parted(same)))


def _parted(same: Iterable[Found]) -> Iterator[Found]:
    first = True
    for file in _by_name(same):
        mark, path = _mark(file), PurePath(file.name)
        yield replace(file, name=f"{path.stem}~{mark}{path.suffix}") if mark and not first else file
        first = first and not mark


def _by_name(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda file: file.name)


def _mark(file: Found) -> str:
    """Give the beginning of the hash of a letter, "" for what is none: reading it will tell why."""
    try:
        data = content(file)
        kind(file.name, data)
    except ReadError:
        return ""
    return sha256(data).hexdigest()[:8] if data.strip() else ""
