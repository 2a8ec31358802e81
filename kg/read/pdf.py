"""PDF: the text layer of every page, laid out as on paper, each page after the first begun by a form feed."""

from __future__ import annotations

import logging
import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.model import Metadata, Source

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["read_pdf", "useful_title"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_NO_TITLE = re.compile(
    r"(?i)microsoft|\.(docx?|pdf|odt|dot[xm]?|rtf|txt)$|^\W?(anonymous|untitled|unnamed|naamloos|document\d*)\W?$"
)
_SCANNED = "run OCR over it first (such as ocrmypdf)"
_PAGE_BREAK = "\f"


def read_pdf(name: str, data: bytes, sha256: str, most: int) -> Source:
    """Read a PDF of at most about `most` characters; what goes beyond is left for the caller to refuse.

    Raises `ReadError` for one that is broken, encrypted with a password, or without a text layer.
    """
    logger = logging.getLogger("pypdf")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False  # what it says of odd files is no message for the user
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = _opened(name, data)
        pages: list[str] = []
        length = 0
        for page in reader.pages:
            pages.append(_text(page))
            length += len(pages[-1])
            if length > most:
                break
        if not pages:
            raise ReadError(name, "has no pages", "fetch or export it anew")
        if not any(page.strip() for page in pages):
            raise ReadError(name, "holds no text, only pictures", _SCANNED)
        return Source(name, f"\n{_PAGE_BREAK}".join(pages), sha256, "pdf", Metadata(title=_title(reader)))


def useful_title(title: str | None) -> str:
    """Give a title that somebody wrote, or "" for one that a program made up ("Microsoft Word - brief.doc")."""
    kept = " ".join(_CONTROL.sub("", title or "").split())
    return "" if _NO_TITLE.search(kept) else kept


def _opened(name: str, data: bytes) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("") != PasswordType.NOT_DECRYPTED
        except DependencyError:
            remedy = "save it without protection, or install the cryptography package"
            raise ReadError(name, "is encrypted", remedy) from None
        if not opened:
            raise ReadError(name, "is encrypted", "save it without a password")
    return reader


def _text(page: PageObject) -> str:
    try:
        text = page.extract_text(extraction_mode="layout")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        text = page.extract_text()  # the layout needs font metrics that some pages lack
    # halves of a character that were drawn apart belong together; a half alone is nothing
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROL.sub("", joined.replace(_PAGE_BREAK, "\n"))


def _title(reader: PdfReader) -> str:
    try:
        title = reader.metadata.title if reader.metadata else ""
    except Exception:  # a title is not worth refusing a letter for
        return ""
    return useful_title(title)
