"""What is kept of a letter that was read: first the little that a build needs of every letter, then all that was found in it."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

import msgspec

from kg.build.report import Line, line
from kg.model import Letter
from kg.resolve import Outline, outline

__all__ = ["Short", "pack", "short_of", "unpack"]

_SIZE = 4  # bytes that tell how long the first part is


class Short(NamedTuple):
    """The little that a build holds of every letter: its line in the report, its outline, the SHA-256 of its text as it is written."""

    line: Line
    outline: Outline
    text: str


def pack(letter: Letter) -> bytes:
    """Give a letter as bytes. A `UnicodeEncodeError` where its text holds half a character."""
    text = sha256(letter.source.text.encode()).hexdigest()
    short = msgspec.msgpack.encode(Short(line(letter), outline(letter), text))
    return len(short).to_bytes(_SIZE, "big") + short + msgspec.msgpack.encode(letter)


def short_of(packed: bytes) -> Short | None:
    """Give the short of a packed letter; None where the bytes are no packed letter."""
    try:
        return msgspec.msgpack.decode(packed[_SIZE : _end(packed)], type=Short)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def unpack(packed: bytes) -> Letter:
    """Give the packed letter. A `msgspec.MsgspecError` where the bytes are none."""
    return msgspec.msgpack.decode(memoryview(packed)[_end(packed) :], type=Letter)


def _end(packed: bytes) -> int:
    return _SIZE + int.from_bytes(packed[:_SIZE], "big")
