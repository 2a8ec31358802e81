"""SPARQL on the store, with the well-known prefixes declared beforehand and answers in the usual formats.

The default graph is the union of all graphs. Nothing leaves the machine: a query that would fetch from another server
(`SERVICE`) is refused. A triple that several letters give is met once in each; count with `DISTINCT`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Triple,
    Variable,
)

from kg.errors import QueryError
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import PREFIXES
from kg.store.local import LocalStore
from kg.store.turtle import turtle

__all__ = ["FORMATS", "Answer", "ask"]

FORMATS = ("json", "csv", "tsv", "xml", "turtle")

_TABLES = {
    "csv": QueryResultsFormat.CSV,
    "json": QueryResultsFormat.JSON,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# what is no keyword: strings, IRIs, comments, variables and names with a prefix
_ASIDE = re.compile(
    r"'''.*?'''|\"\"\".*?\"\"\"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|<[^<>\"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|\w*:[\w.-]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: solutions (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE). It can be read once."""

    found: QuerySolutions | QueryBoolean | QueryTriples
    prefixes: dict[str, str]

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
        if isinstance(self.found, QueryTriples):
            if format == "turtle":
                return turtle(self.found, self.prefixes).encode()
            raise QueryError("", f"triples cannot be written as {format}", "ask for turtle")
        if format not in _TABLES:
            raise QueryError("", f"a table cannot be written as {format}", f"ask for {', '.join(_TABLES)}")
        return self.found.serialize(format=_TABLES[format]) or b""


def ask(store: LocalStore, sparql: str, **values: NamedNode | Literal) -> Answer:
    """Put a query to the store, with `values` for some of the variables that it selects.

    A `QueryError` says at which line and column the query is wrong.
    """
    prefixes = PREFIXES | Iris(store.base).prefixes()
    _refuse_service(sparql)
    given: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): value for name, value in values.items()
    }
    try:
        found = store.raw.query(sparql, prefixes=prefixes, use_default_graph_as_union=True, substitutions=given)
    except SyntaxError as error:
        raise _explained(sparql, str(error)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError("query", str(error), "put another question") from None
    return Answer(found, prefixes)


def _refuse_service(sparql: str) -> None:
    bare = _ASIDE.sub(lambda aside: re.sub(r"[^\n]", " ", aside.group()), sparql)
    found = re.search(r"\bSERVICE\b", bare, re.IGNORECASE)
    if found:
        where = _place(sparql.count("\n", 0, found.start()) + 1, found.start() - sparql.rfind("\n", 0, found.start()))
        raise QueryError(where, "SERVICE would send this query to another server", "ask only what this graph holds")


def _explained(sparql: str, message: str) -> QueryError:
    found = _AT.match(message)
    if found is None:
        return QueryError("query", message, "check the query against SPARQL 1.1")
    line, column, wanted = int(found[1]), int(found[2]), " ".join(found[3].split())
    rest = (sparql.splitlines() or [""])[line - 1 : line]
    after = rest[0][column - 1 :] if rest else ""
    before = re.search(r"[\w-]*:[\w.-]*$", rest[0][: column - 1]) if rest else None
    if "Prefix not found" in wanted:
        name = (before.group() if before else after).partition(":")[0]
        return QueryError(_place(line, column), f"the prefix {name!r} is not declared", "add a PREFIX line for it")
    word = next(iter(after.split()), "")
    what = f"{word!r} cannot stand here" if word else "something is missing before this point"
    reason = re.search(
        r"[A-Z][a-z]* [^\[\],]+", wanted
    )  # a sentence of the parser's among the symbols it could have read
    remedy = f"{reason.group().strip()}" if reason else "check the query against SPARQL 1.1"
    return QueryError(_place(line, column), what, remedy)


def _place(line: int, column: int) -> str:
    return f"query, line {line}, column {column}"


def _text(value: object) -> str:
    if isinstance(value, NamedNode | Literal):
        return value.value
    return "" if value is None else str(value)
