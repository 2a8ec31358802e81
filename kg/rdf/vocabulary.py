"""The vocabularies that the graph is written in, each a namespace that gives its terms: `KG["holder"]`."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

__all__ = ["DCT", "FOAF", "KG", "NIF", "OA", "ORG", "OWL", "PREFIXES", "PROV", "RDF", "RDFS", "SCHEMA", "SKOS", "XSD"]


class _Namespace:
    """An IRI that the terms of one vocabulary start with."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    @cache  # noqa: B019 (a dozen of these live as long as the program)
    def __getitem__(self, name: str) -> NamedNode:
        """Give the term that is called `name`."""
        return NamedNode(self.iri + name)


DCT = _Namespace("http://purl.org/dc/terms/")
FOAF = _Namespace("http://xmlns.com/foaf/0.1/")
KG = _Namespace("https://w3id.org/kamergraph/def#")
NIF = _Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
OA = _Namespace("http://www.w3.org/ns/oa#")
ORG = _Namespace("http://www.w3.org/ns/org#")
OWL = _Namespace("http://www.w3.org/2002/07/owl#")
PROV = _Namespace("http://www.w3.org/ns/prov#")
RDF = _Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = _Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = _Namespace("https://schema.org/")
SKOS = _Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = _Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "dct": DCT.iri,
    "foaf": FOAF.iri,
    "kg": KG.iri,
    "nif": NIF.iri,
    "oa": OA.iri,
    "org": ORG.iri,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "schema": SCHEMA.iri,
    "skos": SKOS.iri,
    "wd": "http://www.wikidata.org/entity/",
    "xsd": XSD.iri,
}
