"""HTML: the main content of a page, its headings and footnotes, and the records in its head."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.model import Metadata, Source
from kg.read.markup import BREAK, Piece, Role, Walker, folded, laid_out, local, words
from kg.read.metadata import from_records
from kg.read.txt import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_html"]

# fmt: off
_INLINE = (
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
)
_DROPPED = (
    "aside", "audio", "button", "canvas", "del", "footer", "head", "header", "iframe", "input", "link", "map",
    "meta", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
)
# fmt: on
_ROLES: dict[str, Role] = {
    **dict.fromkeys(_INLINE, "inline"),
    **dict.fromkeys(_DROPPED, "drop"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), "rows"),
    **dict.fromkeys(("td", "th"), "cell"),
    "br": "break",
    "li": "item",
    "table": "table",
    "tr": "row",
}
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{1,40})")
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NUMBER = re.compile(r"^\W{0,2}(\d{1,3}|[*†‡])\W{0,2}$")


def read_html(name: str, data: bytes, sha256: str) -> Source:
    """Read a page. Raises `ReadError` for bytes that are no text and for a page without any."""
    from lxml import etree, html

    page = _XML_HEAD.sub("", _decoded(name, data))
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(page.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ReadError(name, "holds no text", "save the page anew") from None
    walker = _Page(root)
    for note in walker.found:
        walker.note(note)
    walker.walk(_main(root))
    walker.flush()
    text, headings, notes = laid_out([*walker.pieces, *walker.notes])
    return Source(name, text, sha256, "html", _metadata(root), headings, notes)


def _decoded(name: str, data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        label = declared[1].decode("ascii").lower()
        # what calls itself Latin 1 on the web is Windows-1252 (WHATWG Encoding Standard)
        encoding = "cp1252" if label in ("iso-8859-1", "latin1", "ascii", "us-ascii") else label
        try:
            return decode(name, data.decode(encoding).encode())
        except (LookupError, UnicodeError):
            pass
    return decode(name, data)


def _main(root: _Element) -> _Element:
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    bodies = [element for element in elements if element.get("id") == "broodtekst"]
    articles = [element for element in elements if local(element) == "article"]
    mains = [element for element in elements if local(element) == "main" or element.get("role") == "main"]
    # several articles are a list of pages, so none of them is the letter
    for group in (bodies, articles if len(articles) == 1 else [], mains, list(root.iter("body"))):
        for element in group:
            if words(element):
                return element
    return root


def _metadata(root: _Element) -> Metadata:
    records = [(meta.get("name") or "", meta.get("content") or "") for meta in root.iter("meta")]
    found = from_records(records)
    title = next((words(title) for title in root.iter("title")), "")
    return found if found.title else replace(found, title=title)


class _Page(Walker):
    """The notes of a page are found first: what a note reference leads to, and what is marked as a note."""

    def __init__(self, root: _Element) -> None:
        super().__init__()
        self.found: list[_Element] = []
        self._inside: set[_Element] = set()
        self._numbers: dict[_Element, str] = {}
        self._references: set[_Element] = set()
        self._counts: dict[_Element, int] = {}
        targets = {key: element for element in root.iter() for key in (element.get("id"), element.get("name")) if key}
        for element in root.iter():
            if "noot" in _classes(element) or element.get("role") == "doc-footnote":
                self._add(element)
        for link in root.iter("a"):
            target = targets.get((link.get("href") or "")[1:]) if (link.get("href") or "").startswith("#") else None
            if _is_reference(link) and not any(parent in self._inside for parent in (link, *link.iterancestors())):
                self._references.add(link)
                if target is not None and (note := _block_of(target)) is not None and link not in note.iter():
                    self._add(note)
                    self._numbers.setdefault(note, words(link).strip("[]() "))

    def _add(self, note: _Element) -> None:
        if note not in self._inside and not any(parent in self._inside for parent in note.iterancestors()):
            self.found.append(note)
            self._inside.add(note)

    def role(self, element: _Element) -> Role:
        classes = _classes(element)
        if element in self._inside or element in self._references or "note-close" in classes:
            return "drop"
        if element.get("hidden") is not None:
            return "drop"
        return _ROLES.get(local(element), "block")

    def label(self, element: _Element) -> str:
        parent = element.getparent()
        if parent is None or local(parent) != "ol":
            return "- "
        start = element.get("value") or (parent.get("start") if parent not in self._counts else "") or ""
        self._counts[parent] = int(start) if start.isdecimal() else self._counts.get(parent, 0) + 1
        return f"{self._counts[parent]}. "

    def number(self, element: _Element) -> str:
        return self._numbers.get(element, "")

    def note(self, element: _Element) -> None:
        """Lay a note down; its number is that of its reference, or the one it begins with."""
        known = self.number(element)
        text = "\n".join(piece.text for piece in self.apart(element))
        for mark in (known, f"[{known}]", f"({known})", f"{known}.") if known else ():
            if re.match(rf"{re.escape(mark)}(?!\w)", text):
                text = text[len(mark) :]
                break
        text = folded(text.replace("\n", BREAK).rstrip("↩︎↑^ \n"))
        if text:
            self._inside.add(element)
            self.notes.append(Piece(f"{known} {text}".strip(), "note"))


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _is_reference(link: _Element) -> bool:
    if "nootnum" in _classes(link) or link.get("role") == "doc-noteref":
        return True
    if not (link.get("href") or "").startswith("#") or not _NUMBER.match(words(link)):
        return False
    parent = link.getparent()
    return (parent is not None and local(parent) == "sup") or any(local(child) == "sup" for child in link)


def _block_of(element: _Element) -> _Element | None:
    """Give the list item or paragraph that an anchor stands in."""
    for candidate in (element, *element.iterancestors()):
        if local(candidate) in ("body", "html", "article", "main"):
            return None
        if _ROLES.get(local(candidate)) not in ("inline", "drop") or local(candidate) == "aside":
            return candidate
    return None
