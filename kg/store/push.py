"""Bringing a graph to a SPARQL 1.1 store: one named graph per letter, and only what changed.

Each graph carries the hash of its content, written in the same request (or the last of several), so what broke off goes on
where it was, and what is there already is not sent again. A graph that was brought so and is no longer in the build goes.

The Graph Store Protocol is tried first, then SPARQL Update, at the addresses where stores have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from kg.errors import StoreError
from kg.rdf.vocabulary import KG
from kg.store.http import Client, RefusedError
from kg.store.local import LocalStore
from kg.store.remote import RemoteStore, content_hash

__all__ = ["Pushed", "push"]

_AT_ONCE = 500  # triples in one update; Virtuoso compiles it as one statement
_PAGE = 5000  # graphs in one answer
_HASHES = """\
SELECT ?graph ?hash WHERE {{
  GRAPH ?graph {{ ?graph kg:contentHash ?hash }}
  FILTER (STRSTARTS(STR(?graph), {base}) && STR(?graph) > {after})
}} ORDER BY STR(?graph) LIMIT {page}"""

# Where stores have their Graph Store Protocol and their updates, by how the address of their queries ends. By their manuals.
_GRAPH_STORES = (
    ("/sparql", "/sparql-graph-crud-auth"),  # Virtuoso
    ("/query", "/store"),  # Oxigraph
    ("/query", "/data"),  # Fuseki
    ("/sparql", "/data"),
    ("", "/rdf-graphs/service"),  # RDF4J, GraphDB
)
_UPDATES = (
    ("/query", "/update"),  # Oxigraph, Fuseki
    ("/sparql", "/update"),
    ("/sparql", "/sparql-auth"),  # Virtuoso
    ("", "/statements"),  # RDF4J, GraphDB
    ("", ""),  # Blazegraph, and many more
)


@dataclass(frozen=True, slots=True)
class Pushed:
    """How it went, in named graphs: written now, there already, and taken out."""

    written: int
    unchanged: int
    gone: int

    def __str__(self) -> str:
        """Give it as a line."""
        parts = [f"{self.written} written", f"{self.unchanged} unchanged"] + (
            [f"{self.gone} gone"] if self.gone else []
        )
        return f"{self.written + self.unchanged} graphs: {', '.join(parts)}"


class _Writer(Protocol):
    def put(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        """Put triples in the place of what a graph holds, the last of them last. A `RefusedError` where that cannot be."""

    def drop(self, graph: NamedNode) -> None:
        """Take out a graph. A `RefusedError` where that cannot be."""


def push(store: LocalStore, endpoint: str, progress: Callable[[int, int], None] = lambda _done, _all: None) -> Pushed:
    """Bring what `store` holds to `endpoint`; `progress` is told how many graphs are done, of how many.

    A `StoreError` where it cannot be reached, takes no writes, or wants to know who writes.
    """
    remote = RemoteStore(endpoint)
    there = _hashes(remote, store.base)
    writer: _Writer | None = None
    names = store.graphs()
    written = 0
    for done, name in enumerate(names, start=1):
        graph = NamedNode(name)
        triples = list(store.triples(graph))
        now = content_hash(triples)
        if there.get(name) != now:
            content = [*triples, Triple(graph, KG["contentHash"], Literal(now))]
            writer = _first(remote, graph, content) if writer is None else _again(remote, writer, graph, content)
            written += 1
        progress(done, len(names))
    gone = sorted(there.keys() - set(names))
    for name in gone:
        _drop(remote, [writer] if writer else list(_writers(remote.client)), NamedNode(name))
    return Pushed(written, len(names) - written, len(gone))


def _hashes(remote: RemoteStore, base: str) -> dict[str, str]:
    """Give the hashes of the graphs that were brought there, page by page: stores limit the rows of an answer."""
    found: dict[str, str] = {}
    start = f"{base}graph/"
    while True:
        query = _HASHES.format(base=Literal(start), after=Literal(max(found, default=start)), page=_PAGE)
        rows = remote.query(query, {"kg": KG.iri})
        assert isinstance(rows, QuerySolutions)  # noqa: S101 (SELECT gives solutions)
        page = {row["graph"].value: row["hash"].value for row in rows}
        found |= page
        if len(page) < _PAGE:
            return found


def _first(remote: RemoteStore, graph: NamedNode, triples: Sequence[Triple]) -> _Writer:
    """Write a graph in the first way that the store knows, and give that way: what was written can be asked back."""
    refused: list[RefusedError] = []
    for writer in _writers(remote.client):
        try:
            writer.put(graph, triples)
        except RefusedError as error:
            refused.append(error)
            continue
        if _holds(remote, graph, triples[-1]):
            return writer
    raise _not_written(remote, refused)


def _again(remote: RemoteStore, writer: _Writer, graph: NamedNode, triples: Sequence[Triple]) -> _Writer:
    try:
        writer.put(graph, triples)
    except RefusedError as error:
        raise _not_written(remote, [error]) from None
    return writer


def _drop(remote: RemoteStore, writers: Sequence[_Writer], graph: NamedNode) -> None:
    refused: list[RefusedError] = []
    for writer in writers:
        try:
            writer.drop(graph)
        except RefusedError as error:
            refused.append(error)
            continue
        if not remote.query(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}", {}):
            return
    raise _not_written(remote, refused)


def _holds(remote: RemoteStore, graph: NamedNode, triple: Triple) -> bool:
    return bool(remote.query(f"ASK {{ GRAPH {graph} {{ {triple} }} }}", {}))


def _not_written(remote: RemoteStore, refused: Sequence[RefusedError]) -> StoreError:
    where = remote.client.endpoint
    for error in refused:
        if error.is_forbidden:
            remedy = "set KG_USER and KG_PASSWORD to those of somebody who may, or put them in ~/.netrc"
            return StoreError(where, f"does not let this be written ({error})", remedy)
    told = next((f" ({error})" for error in reversed(refused) if error.text), "")
    return StoreError(where, f"takes no writes{told}", "give the endpoint of a store that does")


def _writers(client: Client) -> Iterator[_Writer]:
    for url in _addresses(client.endpoint, _GRAPH_STORES):
        yield _GraphStore(client, url)
    for url in _addresses(client.endpoint, _UPDATES):
        yield _Update(client, url)


def _addresses(endpoint: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    for ending, other in endings:
        if endpoint.endswith(ending):
            yield endpoint.removesuffix(ending) + other


class _GraphStore:
    """Writes by the SPARQL 1.1 Graph Store HTTP Protocol."""

    def __init__(self, client: Client, url: str) -> None:
        self._client = client
        self._url = url

    def put(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        body = "".join(f"{triple} .\n" for triple in triples).encode()
        with suppress(RefusedError):  # so that the server has asked who writes before a large body comes
            self._client.send("GET", self._of(NamedNode(f"{graph.value}/none")))
        self._client.send("PUT", self._of(graph), body, content_type="application/n-triples")

    def drop(self, graph: NamedNode) -> None:
        self._client.send("DELETE", self._of(graph))

    def _of(self, graph: NamedNode) -> str:
        return f"{self._url}?graph={quote(graph.value, safe='')}"


class _Update:
    """Writes by SPARQL 1.1 Update."""

    def __init__(self, client: Client, url: str) -> None:
        self._client = client
        self._url = url

    def put(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        self.drop(graph)
        for start in range(0, len(triples), _AT_ONCE):
            some = "".join(f"{triple} .\n" for triple in triples[start : start + _AT_ONCE])
            self._update(f"INSERT DATA {{ GRAPH {graph} {{\n{some}}} }}")

    def drop(self, graph: NamedNode) -> None:
        self._update(f"DROP SILENT GRAPH {graph}")

    def _update(self, text: str) -> None:
        body = urlencode({"update": text}).encode()
        self._client.send("POST", self._url, body, content_type="application/x-www-form-urlencoded")
