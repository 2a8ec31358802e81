"""Links that lead nowhere: things of the data that are named but of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.check.finding import Finding
from kg.rdf.vocabulary import KG
from kg.store import LocalStore

__all__ = ["links"]

_PLACES = KG["occursAt"]  # a place in a text says all by its IRI


def links(store: LocalStore) -> Iterator[Finding]:
    """Give each link to a thing of the data, or to a term of the ontology, of which no graph tells anything."""
    ours = (store.base, KG.iri)
    told = {quad.subject for quad in store.raw}
    for quad in store.raw:
        target = quad.object
        if not isinstance(target, NamedNode) or quad.predicate == _PLACES or target in told:
            continue
        if target.value.startswith(ours):
            verb = quad.predicate.value.rpartition("#")[2].rpartition("/")[2]
            what = f"its {verb} is {target.value}, of which nothing is told"
            yield Finding("links", str(quad.subject).strip("<>"), what)
