"""From files to texts: finds the letters and reads each into a `kg.model.Source`.

`find` lists what there is to read, `read` reads one. `read_bytes` is the same without a file: bytes in, `Source` out,
for any process. Whatever the bytes, what comes out is a `Source` or a `ReadError`.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from zipfile import ZipFile

from kg.errors import ReadError
from kg.model import Source
from kg.read.files import find
from kg.read.found import LARGEST_FILE, Found, content
from kg.read.sniff import kind

__all__ = ["MOST_CHARACTERS", "Found", "content", "find", "read", "read_bytes"]

MOST_CHARACTERS = 2_000_000  # of a letter; the longest reports of a meeting have about a tenth of that
MOST_MARKUP = 50_000_000  # bytes of HTML or XML, or of one XML part of a Word or OpenDocument file

_NO_LETTER = "give the letter alone"
_AGAIN = "fetch or save it anew"
_KINDS = {"pdf": "PDF", "docx": "Word file", "odt": "OpenDocument text", "html": "HTML", "xml": "XML", "txt": "text"}


def read(found: Found) -> Source:
    """Read a found file. Raises `ReadError` when it is no letter that can be read."""
    return read_bytes(found.name, content(found))


def read_bytes(name: str, data: bytes) -> Source:
    """Read the bytes of a file of that name; its kind is told by its bytes first, by its name second.

    Raises `ReadError` for what is broken, encrypted, scanned, empty, too long, or of a kind that is not read.
    """
    if not data.strip():
        raise ReadError(name, "is empty", _AGAIN)
    form = kind(name, data)
    try:
        source = _read(form, name, data)
    except ReadError:
        raise
    except RecursionError:
        raise ReadError(name, f"is {_KINDS[form]} nested too deep", _AGAIN) from None
    except Exception as error:  # libraries raise anything at all for broken files
        raise ReadError(name, f"is broken {_KINDS[form]} ({type(error).__name__})", _AGAIN) from None
    if len(source.text) > MOST_CHARACTERS:
        raise ReadError(name, f"is no letter: {len(source.text):,} characters", _NO_LETTER)
    if not source.text.strip():
        raise ReadError(name, "holds no text", _AGAIN)
    return source


def _read(form: str, name: str, data: bytes) -> Source:
    # each reader is imported when a file asks for it: pypdf, python-docx and lxml are slow to load
    sha256 = hashlib.sha256(data).hexdigest()
    if form == "pdf":
        from kg.read.pdf import read_pdf

        return read_pdf(name, data, sha256, MOST_CHARACTERS)
    if form == "docx":
        from kg.read.docx import read_docx

        _check_parts(name, data)
        return read_docx(name, data, sha256)
    if form == "odt":
        from kg.read.odt import read_odt

        _check_parts(name, data)
        return read_odt(name, data, sha256)
    if form == "html":
        from kg.read.html import read_html

        _check_size(name, data, MOST_MARKUP)
        return read_html(name, data, sha256)
    if form == "xml":
        from kg.read.xml import read_xml

        _check_size(name, data, MOST_MARKUP)
        return read_xml(name, data, sha256)
    from kg.read.txt import read_txt

    _check_size(name, data, 4 * MOST_CHARACTERS + 4)  # no encoding needs more for them
    return read_txt(name, data, sha256)


def _check_size(name: str, data: bytes, most: int) -> None:
    if len(data) > most:
        raise ReadError(name, f"is no letter: {len(data):,} bytes of text", _NO_LETTER)


def _check_parts(name: str, data: bytes) -> None:
    """Refuse a document whose parts unpack to more than any letter has."""
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    markup = max((part.file_size for part in parts if part.filename.lower().endswith(".xml")), default=0)
    if total > LARGEST_FILE or markup > MOST_MARKUP:
        raise ReadError(name, f"is no letter: {total:,} bytes when unpacked", _NO_LETTER)
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(name, "is encrypted", "save it without a password")
