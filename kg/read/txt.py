"""Plain text: bytes to characters, and nothing else. Line ends stay as they are; only a BOM is taken off."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError
from kg.model import Source

__all__ = ["decode", "read_txt"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PLAIN = 0.7  # share of a UTF-16 text's characters that are Latin letters, which leave one byte of the two zero


def read_txt(name: str, data: bytes, sha256: str) -> Source:
    """Read plain text. Raises `ReadError` for what is no text."""
    return Source(name, decode(name, data), sha256, "txt")


def decode(name: str, data: bytes) -> str:
    """Give the characters of UTF-8, UTF-16 or Windows-1252, without a BOM.

    Raises `ReadError` for bytes that are none of these, and for text with control characters.
    """
    text = _decoded(data)
    if text is None:
        raise ReadError(name, "is not text in UTF-8, UTF-16 or Windows-1252", "save it as UTF-8 text")
    control = _CONTROL.search(text)
    if control:
        what = f"is not text in UTF-8, UTF-16 or Windows-1252: character {control.start():,} is U+{ord(control[0]):04X}"
        raise ReadError(name, what, "save it as UTF-8 text without control characters")
    return text


def _decoded(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if b"\0" in data:
        wide = _wide(data)
        return _strict(data, wide) if wide else None
    text = _strict(data, "utf-8")
    return _windows(data) if text is None else text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str:
    """Name the UTF-16 that bytes without a BOM plainly are, or ""."""
    half = len(data) // 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd >= half * _PLAIN and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even >= half * _PLAIN and odd == 0 else ""


def _windows(data: bytes) -> str | None:
    # A UTF-8 text with a damaged byte would decode as "MinisteriÃ«le": it has more sound than broken sequences.
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    sound = sum(character > "\x7f" for character in loose) - broken
    return None if sound > broken else _strict(data, "cp1252")
