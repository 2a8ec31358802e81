"""Kamerstukken as XML, in both dialects, laid down in the order of print.

`officiele-publicatie` (2010 and later) and `kamerwrk` (1995 to 2009); the element names are those of published
files of officielebekendmakingen.nl. The running head (chamber, parliamentary year) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.model import Metadata, Signatory, Source
from kg.read.markup import Piece, Role, Walker, laid_out, local, marker, parse_xml, words
from kg.read.metadata import dossier_number, from_records, iso_date

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_xml"]

_ROLES: dict[str, Role] = {
    "al": "block",
    "bijlage": "block",
    "colspec": "drop",
    "divisie": "block",
    "entry": "cell",
    "kop": "heading",
    "li": "item",
    "li.nr": "drop",
    "lijst": "list",
    "metadata": "drop",
    "noot": "note",
    "noot.nr": "drop",
    "row": "row",
    "table": "table",
    "tbody": "rows",
    "tgroup": "rows",
    "thead": "rows",
    "tuskop": "heading",
    "tussenkop": "heading",
    "voetnoot": "note",
    "voetref": "drop",
    "witreg": "drop",
}
_RECEIVED = re.compile(r"(?i)\s*(ontvangen|ter griffie)")  # the day it came in, not the day of the letter
_ARTICLE = re.compile(r"^[Dd]e\s+(?=\S)")


def read_xml(name: str, data: bytes, sha256: str) -> Source:
    """Read a Kamerstuk. Raises `ReadError` for broken XML, and for XML that is no Kamerstuk."""
    root = parse_xml(name, data)
    kind = local(root)
    walker = _Kamerstuk()
    if kind == "officiele-publicatie":
        piece = root.find("kamerstuk")
        if piece is None:
            inner = next((local(child) for child in root if isinstance(child.tag, str) and child.tag != "metadata"), "")
            what = f"is an official publication but no Kamerstuk ({inner or 'empty'})"
            raise ReadError(name, what, "give the letter itself")
        found = walker.modern(piece)
    elif kind == "kamerwrk":
        found = walker.older(root)
    elif kind == "metadata_gegevens":
        raise ReadError(name, "is the metadata of a Kamerstuk, not its text", "give the Kamerstuk's own XML file")
    else:
        what = f"is XML that is no Kamerstuk: its root is <{kind[:40]}>"
        raise ReadError(name, what, "save the letter as .txt, .docx, .odt, .html or .pdf")
    text, headings, notes = laid_out([*walker.pieces, *walker.notes])
    return Source(name, text, sha256, "xml", _merged(found, _records(root)), headings, notes)


def _records(root: _Element) -> Metadata:
    records = ((meta.get("name") or "", meta.get("content") or "") for meta in root.iterfind("metadata/meta"))
    return from_records(records)


def _merged(found: Metadata, said: Metadata) -> Metadata:
    return replace(
        found,
        identifier=said.identifier,
        dossier=found.dossier or said.dossier,
        number=found.number or said.number,
        date=found.date or said.date,
        title=said.title or found.title,
        signatories=found.signatories or said.signatories,
    )


class _Kamerstuk(Walker):
    def __init__(self) -> None:
        super().__init__()
        self._signatories: list[Signatory] = []

    def role(self, element: _Element) -> Role:
        tag = local(element)
        if tag == "tussenkop" and element.get("kopopmaak") == "rom" and words(element).endswith((".", ":", ";")):
            return "block"  # a sentence in the shape of a heading
        known = _ROLES.get(tag)
        if known:
            return known
        parent = element.getparent()
        return "inline" if parent is not None and (_has_text(parent) or self._kind) else "block"

    def label(self, element: _Element) -> str:
        return marker(words(element.find("li.nr")))

    def number(self, element: _Element) -> str:
        return words(element.find("noot.nr")) or (element.get("nr") or "").strip()

    def visit(self, element: _Element) -> None:
        tag = local(element)
        if tag in ("ondertekening", "ondtek"):
            self.flush()
            self._signature(element)
        elif tag == "kop":
            self._heading(element)
        else:
            super().visit(element)

    def modern(self, kamerstuk: _Element) -> Metadata:
        """Lay down an `officiele-publicatie/kamerstuk` and give what its own elements say of it."""
        dossier = ""
        for element in kamerstuk.iterfind("dossier"):
            number = " ".join(words(part) for part in element.iterfind("dossiernummer/*"))
            number = number or words(element.find("dossiernummer"))
            dossier = dossier or dossier_number(number)
            self._title_line(number, element.find("titel"))
        number = title = day = ""
        for stuk in kamerstuk.iterfind("stuk"):
            self._title_line(words(stuk.find("stuknr")), stuk.find("titel"))
            number = number or words(stuk.find("stuknr/ondernummer"))
            title = title or self._words(stuk.find("titel"))
            day = day or _day(stuk.find("datumtekst"))
            self._children(stuk, {"stuknr", "titel"})
        self._children(kamerstuk, {"kamerstukkop", "dossier", "stuk"})
        return Metadata("", dossier, number, day, title, tuple(self._signatories))

    def older(self, root: _Element) -> Metadata:
        """Lay down a `kamerwrk` and give what its own elements say of it."""
        dossier = ""
        for element in root.iterfind("frontm/onderw"):
            number = words(element.find("nummer"))
            dossier = dossier or dossier_number(number)
            self._title_line(number, element.find("naam"))
        number = title = ""
        for stuk in root.iterfind("body/stuk"):
            label = f"{words(stuk.find('ltrlabel'))} {words(stuk.find('nummer'))}".strip()
            self._title_line(label, stuk.find("titel"))
            number = number or words(stuk.find("nummer"))
            title = title or self._words(stuk.find("titel"))
            self._children(stuk, {"ltrlabel", "nummer", "titel"})
        for body in root.iterfind("body"):
            self._children(body, {"stuk"})
        self._children(root, {"metadata", "kop", "frontm", "body"})
        return Metadata("", dossier, number, "", title, tuple(self._signatories))

    def _children(self, element: _Element, but: set[str]) -> None:
        for child in element:
            if isinstance(child.tag, str) and local(child) not in but:
                self.visit(child)
                self.flush()

    def _title_line(self, number: str, title: _Element | None) -> None:
        named = "" if title is None else " ".join(piece.text for piece in self.apart(title))
        line = "  ".join(part for part in (number, named) if part)
        if line:
            self.pieces.append(Piece(line))

    def _words(self, element: _Element | None) -> str:
        noted = len(self.notes)
        text = "" if element is None else " ".join(piece.text for piece in self.apart(element))
        del self.notes[noted:]  # its notes were taken when it was laid down
        return text

    def _heading(self, element: _Element) -> None:
        self.flush()
        parts = [self._kept(child) for child in element if isinstance(child.tag, str)]
        text = " ".join(part for part in parts if part) or words(element)
        if text:
            self.pieces.append(Piece(text, "heading"))

    def _kept(self, element: _Element) -> str:
        return " ".join(piece.text for piece in self.apart(element))

    def _signature(self, element: _Element) -> None:
        for role, name in _signed(element):
            lines = "\n".join(line for line in (role, name) if line)
            if lines:
                self.pieces.append(Piece(lines))
            if name and not name.endswith(","):
                self._signatories.append(Signatory(name, _ARTICLE.sub("", role).rstrip(" ,")))


def _signed(element: _Element) -> Iterator[tuple[str, str]]:
    """Give role and name of each who signed, as written: ("De Minister van Defensie,", "J.A. Hennis-Plasschaert")."""
    role = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and local(child) in ("naam", "deze"):
            yield " ".join("".join(role).split()), " ".join(" ".join(str(text) for text in child.itertext("*")).split())
            role = []
        elif isinstance(child.tag, str):
            role += [" ", words(child)]
        role.append(child.tail or "")
    rest = " ".join("".join(role).split())
    if rest:
        yield rest, ""


def _day(element: _Element | None) -> str:
    """Give the ISO date that the paper itself tells, save the one on which it was received."""
    if element is None or _RECEIVED.match(words(element)):
        return ""
    return next((iso_date(found.get("isodatum") or "") for found in element.iter("datum")), "")


def _has_text(element: _Element) -> bool:
    return bool((element.text or "").strip() or any((child.tail or "").strip() for child in element))
