"""The registry's Turtle as the tests look at it: what is written in the files, in their order, and nothing made of it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pyoxigraph as ox

REFERENCE = Path(__file__).parents[2] / "ontology" / "reference"
BASE = "https://w3id.org/kamergraph/id/"
KG = "https://w3id.org/kamergraph/def#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
DATES = {XSD + "date": r"\d{4}-\d\d-\d\d", XSD + "gYearMonth": r"\d{4}-\d\d", XSD + "gYear": r"\d{4}"}

Facts = dict[str, dict[str, list[ox.Literal | ox.NamedNode]]]
"""Subject, without the base -> property -> objects."""


@cache
def read(name: str) -> Facts:
    """Give the facts of one file, by its name, in its order."""
    facts: Facts = {}
    for triple in ox.parse(path=REFERENCE / f"{name}.ttl", format=ox.RdfFormat.TURTLE):
        assert isinstance(triple.subject, ox.NamedNode), "no blank nodes"
        assert isinstance(triple.object, ox.Literal | ox.NamedNode), "no blank nodes"
        about = facts.setdefault(triple.subject.value.removeprefix(BASE), {})
        about.setdefault(triple.predicate.value, []).append(triple.object)
    return facts


def key(form: str) -> str:
    """Give a form as the lookup compares it: without case, accents and what stands between its words."""
    bare = "".join(c for c in unicodedata.normalize("NFD", form.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare))
