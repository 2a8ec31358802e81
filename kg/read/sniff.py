"""What kind of file this is: by its first bytes, and only then by its name."""

from __future__ import annotations

import lzma
import re
import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from kg.errors import ReadError

__all__ = ["HEAD", "ZIP_FAULTS", "is_zip", "kind", "suffix", "zip_kind"]

# what zipfile and the decompressors under it raise for damaged bytes
ZIP_FAULTS = (
    ArithmeticError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
HEAD = 4096  # bytes from the start that tell what a file is

_LETTERS = "save it as .docx, .odt, .pdf, .html or .txt"
_OCR = "make a PDF of it with a text layer (such as with ocrmypdf)"
_UNPACK = "unpack it, or pack it as .zip"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xd8\xff", "is a picture (JPEG)", _OCR),
    (b"\x89PNG\r\n", "is a picture (PNG)", _OCR),
    (b"GIF8", "is a picture (GIF)", _OCR),
    (b"II*\0", "is a picture (TIFF)", _OCR),
    (b"MM\0*", "is a picture (TIFF)", _OCR),
    (b"{\\rtf", "is a Rich Text file", _LETTERS),
    (b"\x1f\x8b", "is packed with gzip", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip file", _UNPACK),
    (b"Rar!\x1a", "is a RAR file", _UNPACK),
    (b"BZh", "is packed with bzip2", _UNPACK),
    (b"\xfd7zXZ\0", "is packed with xz", _UNPACK),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_OFFICE = {
    ".xls": ("opens as an old Excel file", _LETTERS),
    ".ppt": ("opens as an old PowerPoint file", _LETTERS),
    ".msg": ("is an Outlook message", "save the letter that is attached to it"),
}
_IN_ZIP = (
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("xl/workbook.bin", "xlsb"),
)
_NO_LETTER = {
    "xlsx": ("is an Excel workbook", _LETTERS),
    "xlsb": ("is an Excel workbook", _LETTERS),
    "pptx": ("is a PowerPoint presentation", _LETTERS),
    "office": ("is an Office file but no Word document", _LETTERS),
    "opendocument": ("is an OpenDocument file but no text", _LETTERS),
    "epub": ("is an e-book", _LETTERS),
    "zip": ("is a zip file inside a zip file inside a zip file", "unpack it first"),
}
_BINARY = {".pdf": "a PDF", ".docx": "a Word file", ".odt": "an OpenDocument text", ".zip": "a zip file"}
_HTML = re.compile(r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
_XML = re.compile(r"(?is)\s*(?:<\?xml\b|(?:<!--.*?-->\s*)*<(?:officiele-publicatie|kamerwrk|metadata_gegevens)\b)")
_MAIL = re.compile(r"(?im)\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*(?:mime-version|message-id|received):")
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}$")


def suffix(name: str) -> str:
    """Give a name's extension in small letters (".pdf"), or "" for none; ". 15 dec" and ".2017" are none."""
    found = PurePosixPath(name).suffix
    return found.lower() if _SUFFIX.match(found) else ""


def is_zip(head: bytes) -> bool:
    """Tell whether bytes begin as a zip file does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def zip_kind(archive: ZipFile) -> str:
    """Tell what a zip file is: "docx", "odt", another kind of document, or "zip" for an archive."""
    names = set(archive.namelist())
    for member, found in _IN_ZIP:
        if member in names:
            return found
    if "[Content_Types].xml" in names:
        types = _part(archive, "[Content_Types].xml")
        return "docx" if b"wordprocessingml" in types or "word/document.xml" in names else "office"
    if "mimetype" in names:
        mime = _part(archive, "mimetype")
        if b"opendocument.text" in mime:
            return "odt"
        if b"opendocument" in mime:
            return "opendocument"
        return "epub" if b"epub" in mime else "zip"
    return "odt" if {"content.xml", "META-INF/manifest.xml"} <= names else "zip"


def _part(archive: ZipFile, member: str) -> bytes:
    with archive.open(member) as part:
        return part.read(1 << 20)


def kind(name: str, data: bytes) -> str:
    """Tell which reader a file is for: "pdf", "docx", "odt", "html", "xml" or "txt".

    Raises `ReadError`, with what to do about it, for a kind of file that is no letter.
    """
    head, ending = data[:HEAD], suffix(name)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\f\0").startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    if is_zip(head):
        return _zipped(name, data)
    if head.startswith(_OLE):
        raise _old_office(name, data, ending)
    for magic, what, remedy in _MAGIC:
        if head.startswith(magic):
            raise ReadError(name, what if ending != ".pdf" else f"{what}, not a PDF", remedy)
    return _texts(name, _glimpse(head), ending)


def _zipped(name: str, data: bytes) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = zip_kind(archive)
    except ZIP_FAULTS:
        raise ReadError(name, "is broken (no sound zip container)", "fetch or save it anew") from None
    if found in _NO_LETTER:
        raise ReadError(name, *_NO_LETTER[found])
    return found


def _old_office(name: str, data: bytes, ending: str) -> ReadError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError(name, "is encrypted", "save it without a password")
    what, remedy = _OLD_OFFICE.get(ending, ("opens as an old Word file", "save it as .docx or .pdf"))
    return ReadError(name, what, remedy)


def _glimpse(head: bytes) -> str:
    """Give the first characters, near enough to see markup in them."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if head[1:2] == b"\0" or head[:1] == b"\0":
        return head.replace(b"\0", b"").decode("latin-1")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _texts(name: str, glimpse: str, ending: str) -> str:
    if _HTML.match(glimpse) or ending in (".html", ".htm", ".xhtml"):
        return "html"
    if _XML.match(glimpse) or ending == ".xml":
        return "xml"
    if ending == ".eml" or _MAIL.match(glimpse):
        raise ReadError(name, "is an e-mail", "save the letter that is attached to it")
    if ending in ("", ".txt", ".text"):
        return "txt"
    if ending in _BINARY:
        raise ReadError(name, f"is not {_BINARY[ending]}, though its name says so", "fetch or save it anew")
    raise ReadError(name, f"is of a kind that is not read ({ending})", _readable())


def _readable(kinds: Iterable[str] = (".txt", ".pdf", ".docx", ".odt", ".html", ".xml")) -> str:
    return "give " + ", ".join(kinds) + " or a .zip of these"
