"""A file that may be a letter, by itself or in a zip: its name, its bytes, and what can be wrong with it."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from kg.errors import ReadError
from kg.read.sniff import ZIP_FAULTS

__all__ = ["INNER", "LARGEST_FILE", "Found", "base", "content", "fault", "tidy", "too_large"]

LARGEST_FILE = 200_000_000  # bytes of one file, or of one file in a zip when unpacked
INNER = "!/"  # stands between a zip in a zip and what is in it
_ODD = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a letter: `name` is unique in a list; `member` is its name in the zip `path`, or ""."""

    name: str
    path: Path
    member: str = ""


def content(found: Found) -> bytes:
    """Give the bytes of a found file. Raises `ReadError` when they cannot be had, or are too many."""
    try:
        if found.member:
            return _member(found)
        size = found.path.stat().st_size
        if size > LARGEST_FILE:
            raise too_large(found.name, size)
        return found.path.read_bytes()
    except ZIP_FAULTS as error:
        raise fault(found.name, error) from None


def _member(found: Found) -> bytes:
    status = found.path.stat()
    archive = _opened(found.path, status.st_mtime_ns, status.st_size, os.getpid())
    if found.member in archive.NameToInfo:
        return _unpacked(archive, found.name, found.member)
    outer, _, inner = found.member.partition(INNER)
    nested = _opened_inner(found.path, status.st_mtime_ns, status.st_size, os.getpid(), outer)
    return _unpacked(nested, found.name, inner)


def _unpacked(archive: ZipFile, name: str, member: str) -> bytes:
    info = archive.getinfo(member)
    if info.file_size > LARGEST_FILE:
        raise too_large(name, info.file_size)
    return archive.read(info)


# A zip of many letters is opened once, not once a letter. The process is part of the key, because a file that is
# open on both sides of a fork has one reading position for the two.
@lru_cache(maxsize=2)
def _opened(path: Path, changed: int, size: int, process: int) -> ZipFile:
    del changed, size, process
    return ZipFile(path)


@lru_cache(maxsize=1)
def _opened_inner(path: Path, changed: int, size: int, process: int, member: str) -> ZipFile:
    return ZipFile(BytesIO(_unpacked(_opened(path, changed, size, process), base(member), member)))


def base(member: str) -> str:
    """Give the last part of a path in a zip, tidied."""
    return tidy(re.split(r"[/\\]", member)[-1]) or "unnamed"


def tidy(name: str) -> str:
    """Give a file's name in one Unicode form, without characters that no output can carry."""
    return unicodedata.normalize("NFC", _ODD.sub("\ufffd", name))


def too_large(name: str, size: int) -> ReadError:
    """Give the error for a file of more bytes than a letter has."""
    return ReadError(name, f"is no letter: {size:,} bytes when unpacked", "give the letters themselves")


def fault(name: str, error: Exception) -> ReadError:
    """Give the error for a file that the system or the zip does not yield."""
    if isinstance(error, PermissionError):
        return ReadError(name, "may not be read", "ask for leave to read it")
    if isinstance(error, FileNotFoundError):
        return ReadError(name, "is not there", "give the path of a letter, a folder or a zip file")
    if isinstance(error, OSError) and error.strerror:
        return ReadError(name, f"cannot be read ({error.strerror})", "copy it to this computer and try again")
    return ReadError(name, "is in a broken zip file", "fetch or pack the zip file anew")
