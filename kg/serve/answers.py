"""Answers to SPARQL: in the formats of the protocol, as a table for a page, as a network. Each runs in a worker."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse_query_results,
    serialize,
)

from kg.errors import QueryError
from kg.rdf.vocabulary import XSD
from kg.store import Answer, LocalStore, ask
from kg.store.source import Found

__all__ = [
    "RDF_TYPES",
    "TABLE_TYPES",
    "Cell",
    "Dataset",
    "Table",
    "TooManyRowsError",
    "answer",
    "network",
    "rdf",
    "table",
    "table_of",
]

TABLE_TYPES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
"""The media types of tables, the one that is given to whom all are the same first."""

RDF_TYPES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
"""Those of triples."""

Term = NamedNode | BlankNode | Literal


class TooManyRowsError(QueryError):
    """An answer with more rows than may be given."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a query is put to: the graphs that the protocol names, all of them where it names none."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def of(self, store: LocalStore) -> LocalStore | _Chosen:
        """Give the part of a store that it is."""
        return _Chosen(store, self) if self.default or self.named else store


class _Chosen:
    """A store of which a query sees some graphs only."""

    def __init__(self, store: LocalStore, chosen: Dataset) -> None:
        self._store = store
        self._chosen = chosen

    @property
    def base(self) -> str:
        return self._store.base

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> Found:
        try:
            default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(name) for name in self._chosen.default]
            named: list[NamedNode | BlankNode] = [NamedNode(name) for name in self._chosen.named]
        except ValueError:
            raise QueryError("dataset", "the name of a graph is no IRI", "name graphs by absolute IRIs") from None
        try:
            return self._store.raw.query(sparql, prefixes=dict(prefixes), default_graph=default, named_graphs=named)
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError("query", str(error), "put another question") from None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a table: its kind ("iri", "literal", "blank" or "" for none), its text, and its language."""

    kind: str = ""
    text: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as a table; `more` tells that rows were left out."""

    columns: list[str]
    rows: list[list[Cell]]
    more: bool = False


def answer(
    store: LocalStore, sparql: str, dataset: Dataset, table_type: str | None, rdf_type: str | None, most: int
) -> tuple[bytes, str] | None:
    """Give an answer and its media type: `table_type` for tables, `rdf_type` for triples; None where that type is None.

    A `TooManyRowsError` where it has more than `most` rows.
    """
    found = ask(dataset.of(store), sparql)
    if found.is_triples:
        return (rdf(found, rdf_type, most), rdf_type) if rdf_type else None
    if table_type is None:
        return None
    results = found.found
    if isinstance(results, QuerySolutions):
        results = _limited(results, most)
    assert isinstance(results, QuerySolutions | QueryBoolean)  # noqa: S101 (triples were given above)
    form = TABLE_TYPES[table_type]
    if isinstance(results, QueryBoolean) and form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
        return (b"true\n" if results else b"false\n"), table_type
    if form == QueryResultsFormat.CSV:
        return Answer(results, found.prefixes).to("csv"), table_type
    return results.serialize(format=form) or b"", table_type


def rdf(found: Answer, media_type: str, most: int) -> bytes:
    """Give triples, each once, in a format of `RDF_TYPES`."""
    assert not isinstance(found.found, QuerySolutions | QueryBoolean)  # noqa: S101 (the caller looked)
    triples = list(islice(found.found, most + 1))
    if len(triples) > most:
        raise _too_many(most)
    if media_type == "text/turtle":
        return Answer(triples, found.prefixes).to("turtle")
    form = RDF_TYPES[media_type]
    prefixes = dict(found.prefixes) if form == RdfFormat.RDF_XML else None
    return serialize(sorted(set(triples), key=str), format=form, prefixes=prefixes) or b""


def table(store: LocalStore, sparql: str, most: int) -> Table:
    """Give the first `most` rows of the answer to a query for a page."""
    return table_of(ask(store, sparql), most)


def table_of(found: Answer, most: int) -> Table:
    """Give the first `most` rows of an answer for a page."""
    if isinstance(found.found, QueryBoolean):
        return Table(["answer"], [[Cell("literal", "true" if found.found else "false")]])
    if isinstance(found.found, QuerySolutions):
        rows = [[_cell(value) for value in row] for row in islice(found.found, most + 1)]
    else:
        rows = [[_cell(t.subject), _cell(t.predicate), _cell(t.object)] for t in islice(found.found, most + 1)]
    return Table(found.columns, rows[:most], len(rows) > most)


def network(store: LocalStore, sparql: str, folder: Path, title: str = "") -> str:
    """Give the page of what an answer names; `folder` is what the build wrote."""
    from kg.export.part import part
    from kg.view import Excerpt, in_folder, page_of

    with part(store, ask(store, sparql)) as found:
        return page_of(found, Excerpt(whole=True, title=title), in_folder(folder / "text"))


def _cell(value: Any) -> Cell:
    if value is None:
        return Cell()
    if isinstance(value, NamedNode):
        return Cell("iri", value.value)
    if isinstance(value, Literal):
        return Cell("literal", value.value, value.language or "")
    return Cell("blank", str(value))


def _limited(found: QuerySolutions, most: int) -> QuerySolutions | QueryBoolean:
    """Give the same solutions, read to the end, or a `TooManyRowsError`."""
    names = [variable.value for variable in found.variables]
    rows: list[dict[str, dict[str, str]]] = []
    for row in found:
        if len(rows) == most:
            raise _too_many(most)
        rows.append({name: _json(value) for name, value in zip(names, row, strict=True) if value is not None})
    told = json.dumps({"head": {"vars": names}, "results": {"bindings": rows}}, ensure_ascii=False)
    return parse_query_results(told.encode(), format=QueryResultsFormat.JSON)


def _json(value: Any) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, BlankNode):
        return {"type": "bnode", "value": value.value}
    if value.language:
        return {"type": "literal", "value": value.value, "xml:lang": value.language}
    typed = {} if value.datatype == XSD["string"] else {"datatype": value.datatype.value}
    return {"type": "literal", "value": value.value, **typed}


def _too_many(most: int) -> TooManyRowsError:
    return TooManyRowsError("query", f"the answer has more than {most} rows", "add LIMIT, or ask for less")
