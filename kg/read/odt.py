"""OpenDocument text (.odt): headings, paragraphs, lists, tables and notes of `content.xml`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from kg.errors import ReadError
from kg.model import Metadata, Source
from kg.read.markup import SPACE, TAB, Role, Walker, laid_out, local, parse_xml, words
from kg.read.pdf import useful_title

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_odt"]

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ROLES: dict[str, Role] = {
    "h": "heading",
    "p": "block",
    "line-break": "break",
    "list": "list",
    "list-item": "item",
    "note": "note",
    "note-citation": "drop",
    "table": "table",
    "table-header-rows": "rows",
    "table-row": "row",
    "table-row-group": "rows",
    "table-rows": "rows",
    "table-cell": "cell",
    **dict.fromkeys(("section", "frame", "text-box", "list-header", "note-body", "g", "index-body"), "block"),
    **dict.fromkeys(("annotation", "annotation-end", "tracked-changes", "table-of-content", "image"), "drop"),
    **dict.fromkeys(("sequence-decls", "variable-decls", "forms", "covered-table-cell", "table-column"), "drop"),
}
_MOST_SPACES = 200


def read_odt(name: str, data: bytes, sha256: str) -> Source:
    """Read an OpenDocument text. Raises `ReadError` for one that is encrypted, broken or without content."""
    with ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ReadError(name, "is encrypted", "save it without a password")
        root = parse_xml(name, archive.read("content.xml"))
        meta = parse_xml(name, archive.read("meta.xml")) if "meta.xml" in names else None
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ReadError(name, "holds no text", "save it as an OpenDocument text (.odt)")
    walker = _Letter(_numbered(root))
    walker.walk(body)
    walker.flush()
    text, headings, notes = laid_out([*walker.pieces, *walker.notes])
    title = "" if meta is None else words(meta.find(".//{http://purl.org/dc/elements/1.1/}title"))
    return Source(name, text, sha256, "odt", Metadata(title=useful_title(title)), headings, notes)


def _numbered(root: _Element) -> dict[str, str]:
    """Give the list styles whose first level has numbers, with what stands behind the number (".")."""
    found: dict[str, str] = {}
    for style in root.iter(f"{_TEXT}list-style"):
        level = next((child for child in style if child.get(f"{_TEXT}level") == "1"), None)
        if level is not None and local(level) == "list-level-style-number" and level.get(f"{_STYLE}num-format") == "1":
            found[style.get(f"{_STYLE}name") or ""] = level.get(f"{_STYLE}num-suffix") or ""
    return found


class _Letter(Walker):
    def __init__(self, numbered: dict[str, str]) -> None:
        super().__init__()
        self._numbered = numbered
        self._counts: dict[_Element, int] = {}

    def role(self, element: _Element) -> Role:
        return _ROLES.get(local(element), "inline")

    def visit(self, element: _Element) -> None:
        tag = local(element)
        if tag == "s":
            count = element.get(f"{_TEXT}c") or "1"
            self._run.append(SPACE * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif tag == "tab":
            self._run.append(TAB)
        else:
            super().visit(element)

    def label(self, element: _Element) -> str:
        parent = element.getparent()
        style = "" if parent is None else parent.get(f"{_TEXT}style-name") or ""
        if parent is None or style not in self._numbered:
            return "- "
        self._counts[parent] = self._counts.get(parent, 0) + 1
        return f"{self._counts[parent]}{self._numbered[style]} "

    def number(self, element: _Element) -> str:
        return words(element.find(f"{_TEXT}note-citation"))
