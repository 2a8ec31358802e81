"""Evidence against the untouched text: the words at the offsets must be the words of the quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from kg.check.finding import Finding
from kg.store import LocalStore, ask

__all__ = ["evidence"]

_QUOTATIONS = """
SELECT DISTINCT ?words ?text ?start ?end ?exact ?before ?after WHERE {
  ?words oa:hasSource ?text ; nif:beginIndex ?start ; nif:endIndex ?end ; oa:hasSelector ?quote .
  ?quote oa:exact ?exact .
  OPTIONAL { ?quote oa:prefix ?before }
  OPTIONAL { ?quote oa:suffix ?after }
}
"""


def evidence(store: LocalStore, texts: Path) -> Iterator[Finding]:
    """Cut every quotation out of its text again, and give those that differ, and texts that are not there."""
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for row in ask(store, _QUOTATIONS).rows():
        rows[row[1]].append(row)
    for iri, quoted in sorted(rows.items()):
        path = texts / f"{unquote(iri.rpartition('/')[2])}.txt"
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            yield Finding("evidence", iri, f"its text cannot be read: {path}")
            continue
        for words, _, start, end, exact, before, after in quoted:
            first, last = int(start), int(end)
            if text[first:last] != exact:
                yield Finding("evidence", words, f"the text has {_short(text[first:last])} there, not {_short(exact)}")
            elif not text[:first].endswith(before) or not text[last:].startswith(after):
                yield Finding("evidence", words, "the text around it is not what its prefix and suffix say")


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")
