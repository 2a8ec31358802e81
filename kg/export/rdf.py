"""All triples, in the RDF formats. The same graph gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.export.xml import xml_text
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import KG, OWL, PREFIXES, RDF
from kg.store import LocalStore, write_trig, write_turtle

__all__ = ["rdf_bytes"]

Term = NamedNode | BlankNode | Literal | Triple


def rdf_bytes(store: LocalStore, form: str) -> bytes:
    """Give all that the store holds as turtle, trig, ntriples, nquads, jsonld or rdfxml.

    TriG and N-Quads keep the named graphs; in the others each triple stands once, whichever graphs hold it. In RDF/XML
    characters that XML cannot hold become U+FFFD, one for one.
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
    triples = [Triple(t.subject, t.predicate, _fit_for_xml(t.object)) for t in _triples(store)]
    return serialize(triples, format=RdfFormat.RDF_XML, prefixes=prefixes) or b""


def _fit_for_xml(term: Term) -> Term:
    """Give a term that XML can hold; the parser takes the quotation of a form feed for a broken file."""
    if not isinstance(term, Literal) or (text := xml_text(term.value)) == term.value:
        return term
    return Literal(text, language=term.language) if term.language else Literal(text, datatype=term.datatype)


def _jsonld(store: LocalStore) -> bytes:
    from rdflib import Graph

    links = _links(store)
    graph = Graph().parse(BytesIO(_lines(quad.triple for quad in store.raw)), format="nt")
    context: dict[str, Any] = dict(sorted(PREFIXES.items())) | {"@vocab": KG.iri}
    context |= {name: {"@id": KG.iri + name, "@type": "@id"} for name in links}
    told = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=False))
    told["@graph"] = _ordered(told["@graph"], store.base, frozenset(links))
    told["@context"]["@base"] = store.base
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _links(store: LocalStore) -> list[str]:
    """Give the names of the ontology's own properties whose values are things, not words."""
    properties = store.raw.quads_for_pattern(None, RDF["type"], OWL["ObjectProperty"], None)
    iris = [quad.subject.value for quad in properties if isinstance(quad.subject, NamedNode)]
    return sorted({iri.removeprefix(KG.iri) for iri in iris if iri.startswith(KG.iri)})


def _ordered(value: Any, base: str, links: frozenset[str], key: str = "") -> Any:
    """Put keys and values in an order of their own, for rdflib's is another in every run, and leave `base` out of IRIs."""
    if isinstance(value, dict):
        return {name: _ordered(value[name], base, links, name) for name in sorted(value)}
    if isinstance(value, list):
        return sorted((_ordered(item, base, links, key) for item in value), key=json.dumps)
    if isinstance(value, str) and (key == "@id" or key in links):
        return value.removeprefix(base)
    return value


_FORMATS: dict[str, Callable[[LocalStore], bytes]] = {
    "jsonld": _jsonld,
    "nquads": lambda store: _lines(store.raw),
    "ntriples": lambda store: _lines(quad.triple for quad in store.raw),
    "rdfxml": _rdfxml,
    "trig": _written(write_trig),
    "turtle": _written(write_turtle),
}
