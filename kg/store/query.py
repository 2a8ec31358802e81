"""SPARQL on the store, with the well-known prefixes declared beforehand and answers in the usual formats.

The default graph is the union of all graphs. Nothing leaves the machine: a query that would fetch from another server
(`SERVICE`) is refused. A triple that several letters give is met once in each; count with `DISTINCT`.
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions

from kg.errors import QueryError
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import PREFIXES
from kg.store.source import Found, GraphSource
from kg.store.turtle import turtle

__all__ = ["FORMATS", "Answer", "ask", "known_prefixes"]

FORMATS = ("json", "csv", "tsv", "xml", "markdown", "turtle")

_OTHERS = {
    "csvw": "http://www.w3.org/ns/csvw#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "sh": "http://www.w3.org/ns/shacl#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "wdt": "http://www.wikidata.org/prop/direct/",
}

_TABLES = {
    "csv": QueryResultsFormat.CSV,
    "json": QueryResultsFormat.JSON,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# what is no keyword: strings, IRIs, comments, variables, names with a prefix, and signs that such a name escapes (\#)
_ASIDE = re.compile(
    r"'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|<[^<>\"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|\w*:[\w.-]*|\\.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: solutions (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE). It can be read once."""

    found: Found
    prefixes: Mapping[str, str]

    @property
    def is_triples(self) -> bool:
        """Whether it is triples, and no table."""
        return not isinstance(self.found, QuerySolutions | QueryBoolean)

    @property
    def columns(self) -> list[str]:
        """The names of the columns of a table, in the order of the query; one, "answer", for ASK; three for triples."""
        if isinstance(self.found, QuerySolutions):
            return [variable.value for variable in self.found.variables]
        return ["answer"] if isinstance(self.found, QueryBoolean) else ["subject", "predicate", "object"]

    def rows(self) -> list[list[str]]:
        """Give the table's rows as text, in the order of the columns; "" where a value is absent."""
        if isinstance(self.found, QuerySolutions):
            return [[_text(value) for value in row] for row in self.found]
        if isinstance(self.found, QueryBoolean):
            return [["true" if self.found else "false"]]
        return sorted([_text(t.subject), _text(t.predicate), _text(t.object)] for t in self.found)

    def to(self, format: str) -> bytes:  # noqa: A002 (the command line calls it so)
        """Give the answer in one of `FORMATS`: triples in turtle, the rest in any other. If not, a `QueryError`."""
        if not isinstance(self.found, QuerySolutions | QueryBoolean):
            if format == "turtle":
                return turtle(self.found, self.prefixes).encode()
            raise QueryError("", f"triples cannot be written as {format}", "ask for turtle")
        if format == "markdown":
            return _markdown(self.columns, self.rows()).encode()
        if format not in _TABLES:
            others = ", ".join((*_TABLES, "markdown"))
            raise QueryError("", f"a table cannot be written as {format}", f"ask for {others}")
        if format == "csv" and isinstance(self.found, QuerySolutions):
            return _csv(self.columns, self.rows()).encode()
        return self.found.serialize(format=_TABLES[format]) or b""


def known_prefixes(base: str) -> dict[str, str]:
    """Give the prefixes that graphs with this base are written with, by their names."""
    return PREFIXES | Iris(base).prefixes()


def ask(source: GraphSource, sparql: str) -> Answer:
    """Put a query to a graph. A `QueryError` says at which line and column the query is wrong."""
    prefixes = known_prefixes(source.base)
    _refuse_service(sparql)
    try:
        found = source.query(sparql, _OTHERS | prefixes)
    except SyntaxError as error:
        raise _explained(sparql, str(error), sorted(_OTHERS | prefixes)) from None
    return Answer(found, prefixes)


def _refuse_service(sparql: str) -> None:
    bare = _ASIDE.sub(lambda aside: re.sub(r"[^\n]", " ", aside.group()), sparql)
    found = re.search(r"\bSERVICE\b", bare, re.IGNORECASE)
    if found:
        where = _place(sparql.count("\n", 0, found.start()) + 1, found.start() - sparql.rfind("\n", 0, found.start()))
        raise QueryError(where, "SERVICE would send this query to another server", "ask only what this graph holds")


def _explained(sparql: str, message: str, prefixes: Sequence[str]) -> QueryError:
    found = _AT.match(message)
    if found is None:
        return QueryError("query", message, "check the query against SPARQL 1.1")
    line, column, wanted = int(found[1]), int(found[2]), " ".join(found[3].split())
    rest = (sparql.splitlines() or [""])[line - 1 : line]
    after = rest[0][column - 1 :] if rest else ""
    before = re.search(r"[\w-]*:[\w.-]*$", rest[0][: column - 1]) if rest else None
    if "Prefix not found" in wanted:
        name = (before.group() if before else after).partition(":")[0]
        near = difflib.get_close_matches(name, prefixes, n=1)
        remedy = "add a PREFIX line for it" + (f", or did you mean {near[0]!r}?" if near else "")
        return QueryError(_place(line, column), f"the prefix {name!r} is not declared", remedy)
    word = next(iter(after.split()), "")
    what = f"{word!r} cannot stand here" if word else "something is missing before this point"
    reason = re.search(
        r"[A-Z][a-z]* [^\[\],]+", wanted
    )  # a sentence of the parser's among the symbols it could have read
    remedy = f"{reason.group().strip()}" if reason else "check the query against SPARQL 1.1"
    return QueryError(_place(line, column), what, remedy)


def _place(line: int, column: int) -> str:
    return f"query, line {line}, column {column}"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table as in SPARQL 1.1 Query Results CSV. Oxigraph's own leaves an IRI with a comma (`#char=3,9`) without quotes, which makes two cells of it."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table of GitHub Flavored Markdown; white space of any kind is one space, for a cell is one line."""
    head = [columns, ["---"] * len(columns)]
    cells = [[" ".join(value.split()).replace("\\", "\\\\").replace("|", "\\|") for value in row] for row in rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in (*head, *cells))


def _text(value: object) -> str:
    if isinstance(value, NamedNode | Literal):
        return value.value
    return "" if value is None else str(value)
