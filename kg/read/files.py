"""The letters among files, folders and zip files: each once, under a name of its own.

The list depends on what the files hold and are called, not on where they lie or the order in which they are given:
what has the same bytes is read once, under the smallest of its names; of different files with one name all but
the first by hash get the beginning of their hash in it ("brief~1a2b3c4d.txt").
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from kg.errors import ReadError
from kg.read.found import INNER, LARGEST_FILE, Found, base, content, fault, tidy, too_large
from kg.read.sniff import HEAD, ZIP_FAULTS, is_zip, zip_kind

__all__ = ["LARGEST_ZIP", "find"]

LARGEST_ZIP = 1_000_000_000  # bytes of all that is in a zip when unpacked

_FURNITURE = frozenset(("__macosx", "thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: Found
    size: int


def find(paths: Sequence[Path]) -> tuple[list[Found], list[ReadError]]:
    """List the files that `paths` (files, folders, zip files) hold, by name, and what could not be looked into."""
    errors: list[ReadError] = []
    seen: set[tuple[Path, str]] = set()
    candidates = []
    for path in paths:
        for candidate in _under(Path(path), errors):
            key = (candidate.found.path.absolute(), candidate.found.member)
            if key not in seen:
                seen.add(key)
                candidates.append(candidate)
    found = _named(_once(candidates, errors))
    return found, sorted(errors, key=str)


# --- looking ---------------------------------------------------------------------------------------------------------


def _under(path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    name = tidy(path.name) or str(path)
    try:
        if path.is_dir():
            yield from _folder(path, errors)
        elif not path.exists():
            errors.append(ReadError(name, "is not there", "give the path of a letter, a folder or a zip file"))
        elif not path.is_file():
            errors.append(ReadError(name, "is no ordinary file", "give a letter, a folder or a zip file"))
        else:
            yield from _file(path, errors)
    except ZIP_FAULTS as error:
        errors.append(fault(name, error))


def _folder(path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    def failed(error: OSError) -> None:
        errors.append(fault(tidy(Path(error.filename or path).name), error))

    for folder, inner, names in os.walk(path, onerror=failed):
        inner[:] = sorted(name for name in inner if not _passed_over(name))
        for name in sorted(names):
            file = Path(folder, name)
            if _passed_over(name) or not file.is_file() or _is_metadata_file(file):
                continue
            try:
                yield from _file(file, errors)
            except ZIP_FAULTS as error:
                errors.append(fault(tidy(name), error))


def _file(path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    with path.open("rb") as file:
        head = file.read(4)
    if is_zip(head) and _is_archive(path):
        with ZipFile(path) as archive:
            yield from _archive(archive, path, errors)
        return
    yield _Candidate(Found(tidy(path.name), path), path.stat().st_size)


def _is_archive(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return zip_kind(archive) == "zip"
    except ZIP_FAULTS:
        return False  # a broken document or archive: reading it tells


def _archive(archive: ZipFile, path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    name = tidy(path.name)
    members = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.flag_bits & 1 for info in members):
        errors.append(ReadError(name, "is an encrypted zip file", "unpack it with its password first"))
        return
    left = LARGEST_ZIP - sum(info.file_size for info in members)
    if left < 0:
        errors.append(too_large(name, LARGEST_ZIP - left))
        return
    for info in members:
        own = base(info.filename)
        if any(_passed_over(part) for part in re.split(r"[/\\]", info.filename)):
            continue
        if info.file_size > LARGEST_FILE:
            errors.append(too_large(own, info.file_size))
            continue
        try:
            with archive.open(info) as file:
                head = file.read(HEAD)
            if own.endswith("metadata.xml") and b"<metadata_gegevens" in head:
                continue
            if is_zip(head) and (inner := _inner(archive, info)) is not None:
                with inner:
                    left -= sum(item.file_size for item in inner.infolist())
                    if left < 0:
                        errors.append(too_large(own, LARGEST_ZIP - left))
                        return
                    yield from _nested(inner, info.filename, path, errors)
                continue
        except ZIP_FAULTS as error:
            errors.append(fault(own, error))
            continue
        yield _Candidate(Found(own, path, info.filename), info.file_size)


def _inner(archive: ZipFile, info: ZipInfo) -> ZipFile | None:
    """Open a zip in a zip, or give None for a document."""
    try:
        inner = ZipFile(BytesIO(archive.read(info)))
    except BadZipFile:
        return None
    return inner if zip_kind(inner) == "zip" else None


def _nested(inner: ZipFile, outer: str, path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    members = [info for info in inner.infolist() if not info.is_dir()]
    if any(info.flag_bits & 1 for info in members):
        errors.append(ReadError(base(outer), "is an encrypted zip file", "unpack it with its password first"))
        return
    for info in members:
        if any(_passed_over(part) for part in re.split(r"[/\\]", info.filename)):
            continue
        if info.file_size > LARGEST_FILE:
            errors.append(too_large(base(info.filename), info.file_size))
            continue
        with inner.open(info) as file:
            if base(info.filename).endswith("metadata.xml") and b"<metadata_gegevens" in file.read(HEAD):
                continue
        yield _Candidate(Found(base(info.filename), path, f"{outer}{INNER}{info.filename}"), info.file_size)


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _FURNITURE


def _is_metadata_file(path: Path) -> bool:
    if not path.name.endswith("metadata.xml"):
        return False
    try:
        with path.open("rb") as file:
            return b"<metadata_gegevens" in file.read(HEAD)
    except OSError:
        return False


# --- once, and under a name of its own -------------------------------------------------------------------------------


def _once(candidates: list[_Candidate], errors: list[ReadError]) -> list[tuple[Found, str]]:
    """Drop what has the same bytes as another; give the rest with a hash where names are shared, otherwise ""."""
    sizes = Counter(candidate.size for candidate in candidates)
    names = Counter(candidate.found.name for candidate in candidates)
    kept: list[tuple[Found, str]] = []
    by_hash: dict[str, Found] = {}
    for candidate in candidates:
        found = candidate.found
        if sizes[candidate.size] == 1 and names[found.name] == 1:
            kept.append((found, ""))  # nothing else can have its bytes or its name
            continue
        try:
            digest = hashlib.sha256(content(found)).hexdigest()
        except ReadError as error:
            errors.append(error)
            continue
        other = by_hash.get(digest)
        if other is None or (found.name, str(found.path), found.member) < (other.name, str(other.path), other.member):
            by_hash[digest] = found
    return [*kept, *((found, digest) for digest, found in by_hash.items())]


def _named(kept: list[tuple[Found, str]]) -> list[Found]:
    groups: dict[str, list[tuple[str, Found]]] = defaultdict(list)
    for found, digest in kept:
        groups[found.name].append((digest, found))
    named = {name: min(group, key=lambda pair: pair[0])[1] for name, group in groups.items()}
    for name in sorted(groups):
        for digest, found in sorted(groups[name], key=lambda pair: pair[0])[1:]:
            short = _suffixed(name, digest[:8])
            unique = _suffixed(name, digest) if short in named else short
            named[unique] = replace(found, name=unique)
    return [named[name] for name in sorted(named)]


def _suffixed(name: str, digits: str) -> str:
    path = Path(name)
    return f"{path.stem}~{digits}{path.suffix}"
