"""All triples, in the RDF formats. The same graph gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.rdf.iris import Iris
from kg.rdf.vocabulary import KG, OWL, PREFIXES, RDF
from kg.store import LocalStore, write_trig, write_turtle

__all__ = ["rdf_bytes"]


def rdf_bytes(store: LocalStore, form: str) -> bytes:
    """Give all that the store holds as turtle, trig, ntriples, nquads, jsonld or rdfxml.

    TriG and N-Quads keep the named graphs; in the others each triple stands once, whichever graphs hold it.
    """
    return _FORMATS[form](store)


def _written(write: Callable[[LocalStore, Path], None]) -> Callable[[LocalStore], bytes]:
    def give(store: LocalStore) -> bytes:
        with TemporaryDirectory() as folder:
            path = Path(folder, "graph")
            write(store, path)
            return path.read_bytes()

    return give


def _triples(store: LocalStore) -> list[Triple]:
    return sorted({quad.triple for quad in store.raw}, key=str)


def _lines(things: Iterable[Triple | Quad]) -> bytes:
    return "".join(sorted({f"{thing} .\n" for thing in things})).encode()


def _rdfxml(store: LocalStore) -> bytes:
    prefixes = PREFIXES | Iris(store.base).prefixes()
    return serialize(_triples(store), format=RdfFormat.RDF_XML, prefixes=prefixes) or b""


def _jsonld(store: LocalStore) -> bytes:
    from rdflib import Graph

    graph = Graph().parse(BytesIO(_lines(quad.triple for quad in store.raw)), format="nt")
    told = json.loads(graph.serialize(format="json-ld", context=_context(store), auto_compact=False))
    return (json.dumps(_ordered(told), ensure_ascii=False, indent=1) + "\n").encode()


def _context(store: LocalStore) -> dict[str, Any]:
    """Let the ontology's own terms stand without a prefix, and links be plain IRIs."""
    links = sorted(
        quad.subject.value.removeprefix(KG.iri)
        for quad in store.raw.quads_for_pattern(None, RDF["type"], OWL["ObjectProperty"], None)
        if not isinstance(quad.subject, Triple) and quad.subject.value.startswith(KG.iri)
    )
    context: dict[str, Any] = {"@vocab": KG.iri, "id": "@id", "type": "@type"}
    context |= dict(sorted((PREFIXES | Iris(store.base).prefixes()).items()))
    return context | {name: {"@id": KG.iri + name, "@type": "@id"} for name in links if name != "type"}


def _ordered(value: Any) -> Any:
    """Put keys and values in an order of their own: rdflib's is another in every run."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value, key=lambda key: (key != "@context", key))}
    if isinstance(value, list):
        return sorted((_ordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


_FORMATS: dict[str, Callable[[LocalStore], bytes]] = {
    "jsonld": _jsonld,
    "nquads": lambda store: _lines(store.raw),
    "ntriples": lambda store: _lines(quad.triple for quad in store.raw),
    "rdfxml": _rdfxml,
    "trig": _written(write_trig),
    "turtle": _written(write_turtle),
}
