"""What a graph holds, as a data set that a catalogue can list: DCAT and VoID, in Turtle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.rdf.literals import count, dutch, moment, plain
from kg.rdf.vocabulary import DCT, KG, RDF
from kg.store import LocalStore
from kg.store.query import known_prefixes
from kg.store.turtle import turtle

__all__ = ["description"]

_DCAT = "http://www.w3.org/ns/dcat#"
_VOID = "http://rdfs.org/ns/void#"
_LANGUAGE = NamedNode("http://publications.europa.eu/resource/authority/language/NLD")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FILES = (("graph.ttl", "text/turtle"), ("graph.trig", "application/trig"))


def description(store: LocalStore) -> bytes:
    """Give the description of all that the store holds. The same graph gives the same bytes."""
    prefixes = known_prefixes(store.base) | {"dcat": _DCAT, "void": _VOID}
    return turtle(_described(store), prefixes).encode()


def _described(store: LocalStore) -> Iterator[Triple]:
    dataset = NamedNode(store.base + "dataset")
    for kind in (_dcat("Dataset"), _void("Dataset")):
        yield Triple(dataset, RDF["type"], kind)
    yield Triple(
        dataset, DCT["title"], dutch("Kamergraph: wie wat vond op internationale vergaderingen, volgens Kamerbrieven")
    )
    english = "Kamergraph: who held what position at international meetings, by letters to the Dutch parliament"
    yield Triple(dataset, DCT["title"], Literal(english, language="en"))
    yield Triple(dataset, DCT["language"], _LANGUAGE)
    yield Triple(dataset, _void("uriSpace"), plain(store.base))
    yield Triple(dataset, _void("vocabulary"), NamedNode(KG.iri))
    for quad in store.raw.quads_for_pattern(None, KG["madeWith"], None, None):
        yield Triple(dataset, KG["madeWith"], quad.object)
    for quad in store.raw.quads_for_pattern(None, KG["registryHash"], None, None):
        yield Triple(dataset, KG["registryHash"], quad.object)
    yield from _period(store, dataset)
    yield from _counts(store, dataset)
    for name, media in _FILES:
        file = NamedNode(f"{store.base}dataset/{name}")
        yield Triple(dataset, _dcat("distribution"), file)
        yield Triple(file, RDF["type"], _dcat("Distribution"))
        yield Triple(file, DCT["title"], plain(name))
        yield Triple(file, _dcat("mediaType"), NamedNode(_MEDIA + media))


def _period(store: LocalStore, dataset: NamedNode) -> Iterator[Triple]:
    issued = store.raw.quads_for_pattern(None, DCT["issued"], None, None)
    dates = sorted(quad.object.value for quad in issued if isinstance(quad.object, Literal))
    if dates:
        period = BlankNode("period")
        yield Triple(dataset, DCT["temporal"], period)
        yield Triple(period, RDF["type"], DCT["PeriodOfTime"])
        for term, date in (("startDate", dates[0]), ("endDate", dates[-1])):
            day = moment(date)
            if day is not None:
                yield Triple(period, _dcat(term), day)


def _counts(store: LocalStore, dataset: NamedNode) -> Iterator[Triple]:
    triples = {quad.triple for quad in store.raw}
    subjects = {triple.subject for triple in triples}
    properties = Counter(triple.predicate for triple in triples)
    classes = Counter(t.object for t in triples if t.predicate == RDF["type"] and isinstance(t.object, NamedNode))
    for name, number in (
        ("triples", len(triples)),
        ("distinctSubjects", len(subjects)),
        ("properties", len(properties)),
        ("classes", len(classes)),
        ("documents", classes[KG["Letter"]]),
    ):
        yield Triple(dataset, _void(name), count(number))
    for part, what, sizes, size in (
        ("classPartition", "class", classes, "entities"),
        ("propertyPartition", "property", properties, "triples"),
    ):
        for place, thing in enumerate(sorted(sizes, key=str), start=1):
            node = BlankNode(f"{what}{place}")
            yield Triple(dataset, _void(part), node)
            yield Triple(node, _void(what), thing)
            yield Triple(node, _void(size), count(sizes[thing]))


def _dcat(name: str) -> NamedNode:
    return NamedNode(_DCAT + name)


def _void(name: str) -> NamedNode:
    return NamedNode(_VOID + name)
