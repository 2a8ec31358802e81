"""What a graph must be able to do to be asked: the embedded store does it, an endpoint somewhere else can."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from pyoxigraph import QueryBoolean, QuerySolutions, Triple

__all__ = ["Found", "GraphSource"]

Found = QuerySolutions | QueryBoolean | Iterable[Triple]
"""What a query finds: solutions (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE)."""


class GraphSource(Protocol):
    """A graph that answers SPARQL 1.1."""

    @property
    def base(self) -> str:
        """What the IRIs of its data start with."""

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> Found:
        """Answer a query in which `prefixes` (name to IRI) need no declaration; the default graph is the union of all graphs.

        Raises SyntaxError with "error at LINE:COLUMN: what was expected" where the query is no SPARQL, and a
        `KamergraphError` where the graph cannot answer.
        """
