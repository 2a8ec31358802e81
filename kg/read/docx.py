"""Word (.docx): paragraphs, tables, text boxes and footnotes in reading order.

python-docx opens the file and knows its styles; the text itself is taken from the elements, because
inserted text, content controls and text boxes are all part of a letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from kg.model import Metadata, Source
from kg.read.markup import BREAK, TAB, Piece, Role, Walker, laid_out, local, parse_xml
from kg.read.pdf import useful_title

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

__all__ = ["read_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROLES: dict[str, Role] = {
    "p": "block",
    "tbl": "table",
    "tr": "row",
    "tc": "cell",
    **dict.fromkeys(("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr", "tblPr"), "drop"),
    **dict.fromkeys(("tblGrid", "trPr", "tcPr", "sectPr", "sdtEndPr", "tblPrEx"), "drop"),
}
_CHARACTERS = {"tab": TAB, "br": BREAK, "cr": BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_HEADING = re.compile(r"(?i)^(heading|kop|berschrift|titre)\s*\d|^(title|titel)$")
_SIMPLE = re.compile(r"^%\d([.)]?)$")


def read_docx(name: str, data: bytes, sha256: str) -> Source:
    """Read a Word file. What python-docx raises for a broken one is for the caller to mend."""
    from docx import Document

    document = Document(BytesIO(data))
    walker = _Letter(_Styles.of(document))
    walker.walk(document.element.body)
    walker.flush()
    notes = [note for kind in ("footnotes", "endnotes") for note in _notes(name, document, walker, kind)]
    text, headings, found = laid_out([*walker.pieces, *notes])
    metadata = Metadata(title=useful_title(document.core_properties.title))
    return Source(name, text, sha256, "docx", metadata, headings, found)


def _notes(name: str, document: Document, walker: _Letter, kind: str) -> list[Piece]:
    """Give the notes of a kind ("footnotes") that the text refers to, in the order in which it does."""
    part = _part(document, kind)
    if part is None:
        return []
    known = {note.get(f"{_W}id"): note for note in parse_xml(name, part) if isinstance(note.tag, str)}
    pieces = []
    for number, key in enumerate(walker.references[kind], 1):
        if key in known:
            text = "\n".join(piece.text for piece in walker.apart(known[key]))
            pieces.append(Piece(f"{number} {text}".strip(), "note"))
    return pieces


@dataclass(slots=True)
class _Styles:
    """What the styles and the numbering say: which styles are headings or lists, and what a list's label looks like."""

    headings: set[str] = field(default_factory=set)
    lists: dict[str, _Element] = field(default_factory=dict)
    levels: dict[tuple[str, str], tuple[str, str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> _Styles:
        """Gather them from a document."""
        made = cls()
        styles = {style.get(f"{_W}styleId") or "": style for style in document.styles.element.iterfind(f"{_W}style")}
        for key, style in styles.items():
            for ancestor in _chain(styles, style):
                named = ancestor.find(f"{_W}name")
                title = "" if named is None else named.get(f"{_W}val") or ""
                if _HEADING.search(title) or _outlined(ancestor.find(f"{_W}pPr")):
                    made.headings.add(key)
                numbered = ancestor.find(f"{_W}pPr/{_W}numPr")
                if numbered is not None:
                    made.lists.setdefault(key, numbered)
        numbering = _part(document, "numbering")
        if numbering is not None:
            made._number(parse_xml("numbering", numbering))
        return made

    def _number(self, root: _Element) -> None:
        abstract = {item.get(f"{_W}abstractNumId"): item for item in root.iterfind(f"{_W}abstractNum")}
        for num in root.iterfind(f"{_W}num"):
            linked = num.find(f"{_W}abstractNumId")
            item = None if linked is None else abstract.get(linked.get(f"{_W}val"))
            for level in () if item is None else item.iterfind(f"{_W}lvl"):
                start = _value(level, "start")
                self.levels[num.get(f"{_W}numId") or "", level.get(f"{_W}ilvl") or "0"] = (
                    _value(level, "numFmt"),
                    _value(level, "lvlText"),
                    int(start) if start.isdecimal() else 1,
                )


class _Letter(Walker):
    def __init__(self, styles: _Styles) -> None:
        super().__init__()
        self._boxes: list[Piece] = []
        self.references: dict[str, list[str]] = {"footnotes": [], "endnotes": []}
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}

    def role(self, element: _Element) -> Role:
        return _ROLES.get(local(element), "inline")

    def walk(self, element: _Element) -> None:
        """Take text from `w:t` alone: white space between elements is not the letter's."""
        for child in element:
            if isinstance(child.tag, str):
                self.visit(child)

    def visit(self, element: _Element) -> None:
        tag = local(element)
        if tag == "t":
            self._run.append((element.text or "").replace("\n", " "))
        elif tag in _CHARACTERS and element.tag.startswith(_W):
            self._run.append(_CHARACTERS[tag])
        elif tag in ("footnoteReference", "endnoteReference"):
            self.references[f"{tag[:-9]}s"].append(element.get(f"{_W}id") or "")
        elif tag == "txbxContent":
            self._boxes.extend(self.apart(element))
        elif tag == "p":
            self._paragraph(element)
        else:
            super().visit(element)

    def _paragraph(self, element: _Element) -> None:
        self.flush()
        outer, self._boxes = self._boxes, []
        properties = element.find(f"{_W}pPr")
        style = "" if properties is None else _value(properties, "pStyle")
        heading = style in self._styles.headings or _outlined(properties)
        if any(node.text for node in element.iter(f"{_W}t")):
            self._marker = self._label(properties, style, heading)
        self._kind = "heading" if heading else ""
        self.walk(element)
        self.flush()
        self._kind, self._marker = "", ""
        self.pieces.extend(self._boxes)
        self._boxes = outer

    def _label(self, properties: _Element | None, style: str, heading: bool) -> str:
        numbered = None if properties is None else properties.find(f"{_W}numPr")
        if numbered is None:
            numbered = self._styles.lists.get(style)
        key = "" if numbered is None else _value(numbered, "numId")
        if numbered is None or key in ("", "0"):
            return ""
        level = _value(numbered, "ilvl") or "0"
        form, pattern, start = self._styles.levels.get((key, level), ("", "", 1))
        simple = _SIMPLE.match(pattern)
        depth = int(level) if level.isdecimal() else 0
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if form == "decimal" and simple:
            return f"{counts[depth]}{simple[1]} "
        return "" if heading else "- "


def _part(document: Document, kind: str) -> bytes | None:
    """Give the bytes of the part that the document relates to as `kind` ("footnotes"), or None."""
    ends = f"/{kind}"
    return next((rel.target_part.blob for rel in document.part.rels.values() if rel.reltype.endswith(ends)), None)


def _chain(styles: dict[str, _Element], style: _Element | None) -> list[_Element]:
    chain: list[_Element] = []
    while style is not None and style not in chain:
        chain.append(style)
        style = styles.get(_value(style, "basedOn"))
    return chain


def _outlined(properties: _Element | None) -> bool:
    level = "" if properties is None else _value(properties, "outlineLvl")
    return level.isdecimal() and int(level) < 9  # 9 is body text


def _value(element: _Element, tag: str) -> str:
    child = element.find(f"{_W}{tag}")
    return "" if child is None else child.get(f"{_W}val") or ""
