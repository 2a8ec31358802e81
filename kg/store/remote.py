"""A graph behind a SPARQL 1.1 endpoint, which is asked as the embedded store is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import QueryError, StoreError
from kg.rdf.dataset import base_of
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import KG, XSD
from kg.store.http import Client, RefusedError
from kg.store.local import LocalStore
from kg.store.source import Found

__all__ = ["RemoteStore", "content_hash"]

_A_GRAPH = "SELECT ?graph WHERE { GRAPH ?graph { ?graph kg:registryHash ?hash } } LIMIT 1"
_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?graph a ?kind } VALUES ?kind { kg:LetterGraph kg:RegistryGraph kg:ResolutionGraph } }"
_TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <GRAPH> { ?s ?p ?o } }"
_KNOWN = {"kg": KG.iri}
_TABLE = "application/sparql-results+json"
_RDF = "application/n-triples, text/turtle;q=0.5"
_BOOLEANS = {"0": "false", "1": "true"}


class RemoteStore:
    """A graph behind an endpoint, as a `GraphSource` and a context manager. Nothing is sent before it is asked something.

    What is no SPARQL 1.1 is told here and not sent. Prefixes that a query needs are sent with it.
    """

    def __init__(self, endpoint: str) -> None:
        self.client = Client(endpoint)

    def __enter__(self) -> RemoteStore:
        """Give the store."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is held open."""

    @cached_property
    def base(self) -> str:
        """The base of the data's IRIs. A `StoreError` where the endpoint holds no graph of ours."""
        return base_of(self._column(_A_GRAPH) or self._nothing())

    def query(self, sparql: str, prefixes: Mapping[str, str]) -> Found:
        """Answer a query, as every `GraphSource` does. The default graph is what the endpoint takes for it."""
        kind = Store().query(sparql, prefixes=dict(prefixes))  # a SyntaxError is the same as the embedded store's
        is_table = isinstance(kind, QuerySolutions | QueryBoolean)
        body = urlencode({"query": _declared(sparql, prefixes)}).encode()
        try:
            got = self.client.send(
                "POST",
                self.client.endpoint,
                body,
                accept=_TABLE if is_table else _RDF,
                content_type="application/x-www-form-urlencoded",
            )
        except RefusedError as error:
            raise self._refused(error) from None
        try:
            if not is_table:
                format_ = RdfFormat.from_media_type(got.type) or RdfFormat.TURTLE
                return [quad.triple if isinstance(quad, Quad) else quad for quad in parse(got.body, format=format_)]
            table = json.loads(got.body, strict=False)
            most = got.headers.get("X-SPARQL-MaxRows")  # Virtuoso tells so where it left rows out
            if most and len(table["results"]["bindings"]) >= int(most):
                raise QueryError(
                    self.client.endpoint, f"gives no more than {most} rows", "ask for less, or let it give more"
                )
            return _found(table, isinstance(kind, QueryBoolean))
        except (ValueError, KeyError, TypeError, AttributeError, SyntaxError):
            what = f"gave an answer that cannot be read ({got.type})"
            raise StoreError(self.client.endpoint, what, "check that it is a SPARQL 1.1 endpoint") from None

    def copy(self) -> LocalStore:
        """Fetch the whole graph into a store in memory, a named graph at a time. Close it after use.

        A `StoreError` when what `kg push` wrote comes back less than whole.
        """
        store = LocalStore.memory()
        iris = Iris(self.base)
        own = [name for name in self._column(_GRAPHS) if name.startswith(iris.base)]
        for name in sorted({*own, iris.graph("ontology").value}):
            graph = NamedNode(name)
            found = self.query(_TRIPLES.replace("<GRAPH>", str(graph)), {})
            assert not isinstance(found, QuerySolutions | QueryBoolean)  # noqa: S101 (CONSTRUCT gives triples)
            triples = list(found)
            said = {t.object.value for t in triples if t.predicate == KG["contentHash"] and t.subject == graph}
            rest = [t for t in triples if t.predicate != KG["contentHash"]]
            if said and said != {content_hash(rest)}:
                remedy = "let it give more rows in one answer, or push again"
                raise StoreError(self.client.endpoint, f"did not give all that {name} holds", remedy)
            store.write(graph, rest)
        return store

    def _column(self, sparql: str) -> list[str]:
        found = self.query(sparql, _KNOWN)
        assert isinstance(found, QuerySolutions)  # noqa: S101 (SELECT gives solutions)
        return [row[0].value for row in found if isinstance(row[0], NamedNode)]

    def _nothing(self) -> list[str]:
        raise StoreError(self.client.endpoint, "holds no graph", "bring one there with `kg push ENDPOINT`")

    def _refused(self, error: RefusedError) -> QueryError | StoreError:
        if error.is_forbidden:
            remedy = "set KG_USER and KG_PASSWORD, or put them in ~/.netrc"
            return StoreError(self.client.endpoint, f"does not let this be asked ({error})", remedy)
        if error.status == 404:
            return StoreError(self.client.endpoint, "has no endpoint there (404)", "check the address")
        return QueryError(self.client.endpoint, f"cannot answer ({error})", "put another question")


def content_hash(triples: list[Triple]) -> str:
    """Give the SHA-256 of triples as N-Triples in the order of their lines; in hexadecimal."""
    from hashlib import sha256

    total = sha256()
    for line in sorted(f"{triple} .\n" for triple in triples):
        total.update(line.encode())
    return total.hexdigest()


def _declared(sparql: str, prefixes: Mapping[str, str]) -> str:
    """Put declarations before a query for the prefixes that it may use; what it declares itself comes after and holds."""
    used = set(re.findall(r"([\w-]+):", sparql))
    heads = [f"PREFIX {name}: <{iri}>" for name, iri in sorted(prefixes.items()) if name in used]
    return "\n".join([*heads, sparql])


def _found(table: dict[str, Any], is_yes_or_no: bool) -> QuerySolutions | QueryBoolean:
    """Read a table of JSON results. Virtuoso's yes is a table with one number, its no an empty one, its booleans are 0 and 1."""
    if is_yes_or_no and "boolean" not in table:
        values = [cell["value"] for row in table["results"]["bindings"] for cell in row.values()]
        table = {"head": {}, "boolean": values in (["1"], ["true"])}
    for row in table.get("results", {}).get("bindings", ()):
        for cell in row.values():
            if cell.get("datatype") == XSD["boolean"].value:
                cell["value"] = _BOOLEANS.get(cell["value"], cell["value"])
    return parse_query_results(json.dumps(table).encode(), format=QueryResultsFormat.JSON)
