"""What a Kamerstuk says of itself in its records, the same in XML and HTML.

Names of the records (`DC.title`, `OVERHEIDop.dossiernummer`, ...) and their values are those of
officielebekendmakingen.nl, as seen in published files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kg.model import Metadata, Signatory

__all__ = ["dossier_number", "from_records", "iso_date"]

_DOSSIER = re.compile(r"\s*(\d\d)\s?(\d{3})(?:\s*[-–]\s*|\s+)?(?:(?<=[\s–-])(\d\d|[A-Z]{1,6})\b)?")
_IDENTIFIER = re.compile(r"\b((?:kst|blg|nds)-[0-9A-Za-z][0-9A-Za-z-]*)")


def dossier_number(text: str) -> str:
    """Give "28 676" as "28676", "21 501-02" as "21501-02", "36 600 V" as "36600-V"; "" for what is no dossier."""
    found = _DOSSIER.match(text)
    if not found:
        return ""
    head, tail, suffix = found.groups()
    return f"{head}{tail}-{suffix}" if suffix else f"{head}{tail}"


def iso_date(text: str) -> str:
    """Give the ISO date that a text begins with, or ""."""
    day = text.strip()[:10]
    try:
        return date.fromisoformat(day).isoformat() if len(day) == 10 else ""
    except ValueError:
        return ""


def from_records(records: Iterable[tuple[str, str]]) -> Metadata:
    """Make metadata of name and content, in any order; the first of a name counts, save for who signed.

    The date is that of the letter (`datumBrief`), else the one on which it was issued.
    """
    first: dict[str, str] = {}
    names: list[str] = []
    for raw, value in records:
        name, content = raw.strip().lower(), " ".join(value.split())
        if not content:
            continue
        first.setdefault(name, content)
        if name == "overheidop.indiener" and content not in names:
            names.append(content)

    def get(*keys: str) -> str:
        return next((first[key] for key in keys if key in first), "")

    record = _IDENTIFIER.search(get("dc.identifier", "dcterms.identifier")) or _IDENTIFIER.search(
        get("overheidop.externmetadatarecord")
    )
    title = get("overheidop.documenttitel") or get("dc.title", "dcterms.title").rpartition("; ")[2]
    return Metadata(
        identifier=record[1] if record else "",
        dossier=dossier_number(get("overheidop.dossiernummer")),
        number=get("overheidop.ondernummer"),
        date=iso_date(get("overheidop.datumbrief")) or iso_date(get("dcterms.issued", "dc.date.issued")),
        title=title,
        signatories=tuple(Signatory(name) for name in names),
    )
