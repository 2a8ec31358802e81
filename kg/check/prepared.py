"""A graph that parses each query once: a shape with a query in it asks the same of every node, and parsing it takes longer than answering it."""

from __future__ import annotations

from functools import cache
from typing import Any

from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

__all__ = ["Prepared"]

_prepared = cache(prepareQuery)


class Prepared(Graph):
    """A graph like any other in what it answers."""

    def query(self, query_object: str | Query, *arguments: Any, **options: Any) -> Any:
        """Answer a query, text or parsed, as `Graph.query` does; text with prefixes of its own is left to that."""
        plain = isinstance(query_object, str) and not options.get("initNs")
        return super().query(_prepared(query_object) if plain else query_object, *arguments, **options)
