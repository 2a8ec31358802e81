"""What the formats with markup share: a tree of elements laid down as text that keeps its headings and notes.

A `Walker` goes through a tree and gives `Piece`s; `laid_out` makes one text of them, a blank line between
each two, the notes at the end, and tells where the headings and notes are (spans in code points of that text).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import ReadError
from kg.model import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "BREAK",
    "SPACE",
    "TAB",
    "Piece",
    "Role",
    "Walker",
    "folded",
    "laid_out",
    "local",
    "marker",
    "parse_xml",
    "words",
]

BREAK, SPACE, TAB = "\v", "\x1f", "\x1e"  # marks that no XML can hold: a forced line break, space or tab
WIDEST_CELL = 120  # characters; a row of cells no wider than this is one line of text

Kind = Literal["", "heading", "note"]
Role = Literal["inline", "block", "heading", "item", "list", "break", "drop", "table", "rows", "row", "cell", "note"]

_WHITE = re.compile(r"[ \t\r\n\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1d\x7f-\x84\x86-\x9f]")
_BULLETS = frozenset("-–—‒•·○▪■\uf0b7*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with a blank line before and after it."""

    text: str
    kind: Kind = ""


def folded(text: str) -> str:
    """Give text whose white space is one space, with line breaks, spaces and tabs only where they were forced."""
    lines = _WHITE.sub(" ", _CONTROL.sub("", text)).split(BREAK)
    kept = [line.strip(" ").replace(SPACE, " ").replace(TAB, "\t") for line in lines]
    return "\n".join(kept).strip()


def laid_out(pieces: Iterable[Piece]) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """Make one text of the pieces, notes last; give it with the spans of its headings and of its notes."""
    texts: list[str] = []
    spans: dict[Kind, list[Span]] = {"": [], "heading": [], "note": []}
    at = 0
    for piece in sorted(pieces, key=lambda piece: piece.kind == "note"):
        spans[piece.kind].append(Span(at, at + len(piece.text)))
        texts.append(piece.text)
        at += len(piece.text) + 2
    return "\n\n".join(texts), tuple(spans["heading"]), tuple(spans["note"])


def local(element: _Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def words(element: _Element | None) -> str:
    """Give all text in an element on one line, or "" where there is no element."""
    return "" if element is None else _WHITE.sub(" ", "".join(str(text) for text in element.itertext("*"))).strip()


def marker(label: str) -> str:
    """Give what stands before a list item: "- " for any bullet, otherwise its own label and a space."""
    label = label.strip()
    return "- " if not label or label in _BULLETS else f"{label} "


def parse_xml(name: str, data: bytes) -> _Element:
    """Parse XML with entities, DTDs and the network off, and give its root.

    Raises `ReadError` for what is not well-formed, and for a document that declares entities of its own.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, f"is broken XML ({_one_line(error)})", "fetch or export it anew") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.entities()):
        raise ReadError(name, "declares XML entities, which are never expanded", "save it without a DOCTYPE")
    return root


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


class Walker:
    """Lays a tree down as `pieces` and `notes`. A dialect says in `role` what each element is."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self._run: list[str] = []
        self._marker = ""
        self._kind: Kind = ""

    def role(self, element: _Element) -> Role:
        """Say what an element is."""
        raise NotImplementedError

    def label(self, element: _Element) -> str:
        """Give what stands before a list item."""
        del element
        return "- "

    def number(self, element: _Element) -> str:
        """Give the number or mark of a note."""
        del element
        return ""

    def walk(self, element: _Element) -> None:
        """Lay down what is in an element."""
        self._run.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self.visit(child)
            elif (entity := getattr(child, "name", "")) and (child.text or "").startswith("&"):
                self._run.append(html5.get(f"{entity};", "\ufffd"))  # one that only an unread DTD declares
            self._run.append(child.tail or "")

    def visit(self, element: _Element) -> None:
        """Lay down an element as its role asks."""
        match self.role(element):
            case "drop":
                pass
            case "inline":
                self.walk(element)
            case "break":
                self._run.append(BREAK)
            case "note":
                self.note(element)
            case "table":
                self.flush()
                self._table(element)
            case "heading":
                self.flush()
                self._kind = "heading"
                self.walk(element)
                self.flush()
                self._kind = ""
            case "item":
                self.flush()
                self._marker = self.label(element)
                self.walk(element)
                self.flush()
                self._marker = ""
            case _:
                self.flush()
                self.walk(element)
                self.flush()

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        text = folded("".join(self._run))
        self._run.clear()
        if text:
            self.pieces.append(Piece(self._marker + text, self._kind))
            self._marker = ""

    def apart(self, element: _Element) -> list[Piece]:
        """Lay down what is in an element away from the running text, and give its pieces."""
        kept = self.pieces, self._run, self._marker, self._kind
        self.pieces, self._run, self._marker, self._kind = [], [], "", ""
        self.walk(element)
        self.flush()
        inner = self.pieces
        self.pieces, self._run, self._marker, self._kind = kept
        return inner

    def note(self, element: _Element) -> None:
        """Take a note out of the running text; it comes at the end, its number before it."""
        text = "\n".join(piece.text for piece in self.apart(element))
        if text:
            self.notes.append(Piece(f"{self.number(element)} {text}".strip(), "note"))

    def _table(self, element: _Element) -> None:
        lines: list[str] = []
        for row in self._rows(element):
            cells = [self.apart(cell) for cell in row if isinstance(cell.tag, str) and self.role(cell) == "cell"]
            if all(len(cell) < 2 and all(_narrow(piece) for piece in cell) for cell in cells):
                lines.append("\t".join(piece.text for cell in cells for piece in cell))
            else:
                self._lines(lines)
                self.pieces.extend(piece for cell in cells for piece in cell)
        self._lines(lines)

    def _lines(self, lines: list[str]) -> None:
        text = "\n".join(line for line in lines if line)
        lines.clear()
        if text:
            self.pieces.append(Piece(text))

    def _rows(self, element: _Element) -> Iterator[_Element]:
        for child in element:
            if not isinstance(child.tag, str):
                continue
            role = self.role(child)
            if role == "row":
                yield child
            elif role == "rows":
                yield from self._rows(child)
            elif role != "drop":
                self.flush()
                self.walk(child)
                self.flush()


def _narrow(piece: Piece) -> bool:
    return not piece.kind and len(piece.text) <= WIDEST_CELL and "\n" not in piece.text
