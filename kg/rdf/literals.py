"""Values as literals, whatever text a letter holds.

RDF knows no lone surrogates, and XML (which query results and other tools use) no control characters
but tab and line ends. Each such character becomes U+FFFD, one for one, so that lengths stay true. Quotations keep
their control characters, because they must be the very text that they quote.

Numbers have the type and the form that Oxigraph keeps them in (it knows one type of integers only), so that what comes
out of a store is what went in.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pyoxigraph import Literal

from kg.rdf.vocabulary import XSD

__all__ = ["boolean", "count", "decimal", "dutch", "moment", "plain", "verbatim"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # the complement of Char in XML 1.0
_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@lru_cache(maxsize=4096)  # rules, roles, reasons, names: the same ones come back
def plain(text: str) -> Literal:
    """Give text as a string."""
    return Literal(_clean(text))


@lru_cache(maxsize=4096)
def dutch(text: str) -> Literal:
    """Give text as words of the Dutch language."""
    return Literal(_clean(text), language="nl")


def _clean(text: str) -> str:
    return text if text.isprintable() else _NOT_XML.sub("\ufffd", text)


def verbatim(text: str) -> Literal:
    """Give a quotation as a string, character for character."""
    try:
        return Literal(text)
    except UnicodeEncodeError:  # half a character
        return Literal(_SURROGATE.sub("\ufffd", text))


def boolean(value: bool) -> Literal:
    """Give true or false."""
    return Literal("true" if value else "false", datatype=XSD["boolean"])


@lru_cache(maxsize=4096)
def count(value: int) -> Literal:
    """Give a number of things, or a place in a text."""
    return Literal(str(value), datatype=XSD["integer"])


def decimal(value: float) -> Literal:
    """Give a number between 0 and 1 in at most three decimals."""
    return Literal(f"{value:.3f}".rstrip("0").removesuffix("."), datatype=XSD["decimal"])


def moment(iso: str) -> Literal | None:
    """Give an ISO date (`2018-07-11`, `2018-07`, `2018`) with the type that is as precise; None when it is none."""
    if not _ISO.fullmatch(iso):
        return None
    day = {10: iso, 7: f"{iso}-01", 4: f"{iso}-01-01"}[len(iso)]
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return Literal(iso, datatype=XSD[{10: "date", 7: "gYearMonth", 4: "gYear"}[len(iso)]])
