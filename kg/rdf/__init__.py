"""From the model to triples: the only place that knows IRIs."""

from __future__ import annotations

from kg.rdf.dataset import base_of, ontology, registry, registry_hash
from kg.rdf.iris import DEFAULT_BASE, Iris
from kg.rdf.letter import Made, describe, statements
from kg.rdf.likeness import likenesses

__all__ = [
    "DEFAULT_BASE",
    "Iris",
    "Made",
    "base_of",
    "describe",
    "likenesses",
    "ontology",
    "registry",
    "registry_hash",
    "statements",
]
