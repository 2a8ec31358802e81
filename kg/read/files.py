"""The letters among files, folders and zip files: each once, under a name of its own.

The list depends on what the files hold and are called, not on where they lie or the order in which they are given:
what has the same bytes is read once, under the smallest of its names; of different files with one name all but
the first by hash get the beginning of their hash in it ("brief~1a2b3c4d.txt").
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from kg.errors import ReadError
from kg.read.sniff import HEAD, ZIP_FAULTS, is_zip, zip_kind

__all__ = ["LARGEST_FILE", "LARGEST_ZIP", "Found", "content", "find"]

LARGEST_FILE = 200_000_000  # bytes of one file, or of one file in a zip when unpacked
LARGEST_ZIP = 1_000_000_000  # bytes of all that is in a zip when unpacked

_INNER = "!/"  # stands between a zip in a zip and what is in it
_FURNITURE = frozenset(("__macosx", "thumbs.db", "desktop.ini"))
_ODD = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a letter: `name` is unique in a list; `member` is its name in the zip `path`, or ""."""

    name: str
    path: Path
    member: str = ""


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


def content(found: Found) -> bytes:
    """Give the bytes of a found file. Raises `ReadError` when they cannot be had, or are too many."""
    try:
        if found.member:
            return _member(found)
        size = found.path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_large(found.name, size)
        return found.path.read_bytes()
    except ZIP_FAULTS as error:
        raise _fault(found.name, error) from None


# --- looking ---------------------------------------------------------------------------------------------------------


def _under(path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    name = _tidy(path.name) or str(path)
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
        errors.append(_fault(name, error))


def _folder(path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    def failed(error: OSError) -> None:
        errors.append(_fault(_tidy(Path(error.filename or path).name), error))

    for folder, inner, names in os.walk(path, onerror=failed):
        inner[:] = sorted(name for name in inner if not _passed_over(name))
        for name in sorted(names):
            file = Path(folder, name)
            if _passed_over(name) or not file.is_file() or _is_metadata_file(file):
                continue
            try:
                yield from _file(file, errors)
            except ZIP_FAULTS as error:
                errors.append(_fault(_tidy(name), error))


def _file(path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    with path.open("rb") as file:
        head = file.read(4)
    if is_zip(head) and _is_archive(path):
        with ZipFile(path) as archive:
            yield from _archive(archive, path, errors)
        return
    yield _Candidate(Found(_tidy(path.name), path), path.stat().st_size)


def _is_archive(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return zip_kind(archive) == "zip"
    except ZIP_FAULTS:
        return False  # a broken document or archive: reading it tells


def _archive(archive: ZipFile, path: Path, errors: list[ReadError]) -> Iterator[_Candidate]:
    name = _tidy(path.name)
    members = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.flag_bits & 1 for info in members):
        errors.append(ReadError(name, "is an encrypted zip file", "unpack it with its password first"))
        return
    left = LARGEST_ZIP - sum(info.file_size for info in members)
    if left < 0:
        errors.append(_too_large(name, LARGEST_ZIP - left))
        return
    for info in members:
        own = _base(info.filename)
        if any(_passed_over(part) for part in re.split(r"[/\\]", info.filename)):
            continue
        if info.file_size > LARGEST_FILE:
            errors.append(_too_large(own, info.file_size))
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
                        errors.append(_too_large(own, LARGEST_ZIP - left))
                        return
                    yield from _nested(inner, info.filename, path, errors)
                continue
        except ZIP_FAULTS as error:
            errors.append(_fault(own, error))
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
        errors.append(ReadError(_base(outer), "is an encrypted zip file", "unpack it with its password first"))
        return
    for info in members:
        if any(_passed_over(part) for part in re.split(r"[/\\]", info.filename)):
            continue
        if info.file_size > LARGEST_FILE:
            errors.append(_too_large(_base(info.filename), info.file_size))
            continue
        with inner.open(info) as file:
            if _base(info.filename).endswith("metadata.xml") and b"<metadata_gegevens" in file.read(HEAD):
                continue
        yield _Candidate(Found(_base(info.filename), path, f"{outer}{_INNER}{info.filename}"), info.file_size)


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


# --- bytes -----------------------------------------------------------------------------------------------------------


def _member(found: Found) -> bytes:
    status = found.path.stat()
    archive = _opened(found.path, status.st_mtime_ns, status.st_size, os.getpid())
    if found.member in archive.NameToInfo:
        return _unpacked(archive, found.name, found.member)
    outer, _, inner = found.member.partition(_INNER)
    nested = _opened_inner(found.path, status.st_mtime_ns, status.st_size, os.getpid(), outer)
    return _unpacked(nested, found.name, inner)


def _unpacked(archive: ZipFile, name: str, member: str) -> bytes:
    info = archive.getinfo(member)
    if info.file_size > LARGEST_FILE:
        raise _too_large(name, info.file_size)
    return archive.read(info)


# A zip of many letters is opened once, not once a letter. The process is part of the key, because a file that is
# open on both sides of a fork has one reading position for the two.
@lru_cache(maxsize=2)
def _opened(path: Path, changed: int, size: int, process: int) -> ZipFile:
    del changed, size, process
    return ZipFile(path)


@lru_cache(maxsize=1)
def _opened_inner(path: Path, changed: int, size: int, process: int, member: str) -> ZipFile:
    return ZipFile(BytesIO(_unpacked(_opened(path, changed, size, process), _base(member), member)))


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


def _base(member: str) -> str:
    return _tidy(re.split(r"[/\\]", member)[-1]) or "unnamed"


def _tidy(name: str) -> str:
    """Give a file's name in one Unicode form, without characters that no output can carry."""
    return unicodedata.normalize("NFC", _ODD.sub("\ufffd", name))


def _too_large(name: str, size: int) -> ReadError:
    return ReadError(name, f"is no letter: {size:,} bytes when unpacked", "give the letters themselves")


def _fault(name: str, error: Exception) -> ReadError:
    if isinstance(error, PermissionError):
        return ReadError(name, "may not be read", "ask for leave to read it")
    if isinstance(error, FileNotFoundError):
        return ReadError(name, "is not there", "give the path of a letter, a folder or a zip file")
    if isinstance(error, OSError) and error.strerror:
        return ReadError(name, f"cannot be read ({error.strerror})", "copy it to this computer and try again")
    return ReadError(name, "is in a broken zip file", "fetch or pack the zip file anew")
