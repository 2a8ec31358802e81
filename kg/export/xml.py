"""Text that XML can hold."""

from __future__ import annotations

import re

__all__ = ["xml_text"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # the complement of Char in XML 1.0


def xml_text(text: str) -> str:
    """Give `text` with U+FFFD for each character that XML 1.0 cannot hold, such as a form feed."""
    return _NOT_XML.sub("\ufffd", text)
