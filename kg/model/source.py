"""A file as it was read, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Span

__all__ = ["Metadata", "Signatory", "Source"]


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, as the letter writes it: name "H. Zijlstra", role "Minister van Buitenlandse Zaken"."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself outside its running text; empty where it does not.

    `date` is an ISO date, `number` the Kamerstuk's own number ("282"), `dossier` its dossier
    ("28676"), `identifier` the publisher's name for it ("kst-28676-282").
    """

    identifier: str = ""
    dossier: str = ""
    number: str = ""
    date: str = ""
    title: str = ""
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read.

    `name` is the file's own name ("navo-2017-12.txt"); `text` is what was decoded or drawn from it,
    without a BOM, otherwise untouched; `sha256` is the hash of the file's bytes; `format` is the
    reader's name ("txt", "pdf", "docx", "odt", "html", "xml"). `headings` and `notes` are spans of
    `text` that the file's own markup calls a heading or a footnote.
    """

    name: str
    text: str
    sha256: str
    format: str
    metadata: Metadata = Metadata()
    headings: tuple[Span, ...] = ()
    notes: tuple[Span, ...] = ()
