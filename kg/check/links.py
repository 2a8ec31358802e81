"""Links that lead nowhere: things of the data that are named but of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

from kg.check.finding import Finding
from kg.rdf.vocabulary import KG
from kg.store import LocalStore, ask

__all__ = ["links"]

# a place in a text (kg:occursAt) says all by its IRI, and a calendar is of what points here
_NOWHERE = """
SELECT DISTINCT ?thing ?link ?target WHERE {{
  ?thing ?link ?target
  FILTER (isIRI(?target) && (STRSTARTS(STR(?target), "{base}") || STRSTARTS(STR(?target), "{ontology}")))
  FILTER (?link != kg:occursAt)
  FILTER NOT EXISTS {{ ?target ?tells ?what FILTER (?tells != kg:calendar) }}
}}
"""


def links(store: LocalStore) -> Iterator[Finding]:
    """Give each link to a thing of the data, or to a term of the ontology, of which no graph tells anything."""
    for thing, link, target in ask(store, _NOWHERE.format(base=store.base, ontology=KG.iri)).rows():
        verb = link.rpartition("#")[2].rpartition("/")[2]
        yield Finding("links", thing, f"its {verb} is {target}, of which nothing is told")
