"""What somebody means by a name: the things of a graph by their labels, aliases, codes and IRIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.model import slug
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import KG
from kg.registry import fold
from kg.registry.spelling import alike
from kg.store import GraphSource, ask
from kg.store.query import known_prefixes

__all__ = ["Named", "find", "named", "near"]

ENTITIES = ("Country", "Organisation", "Person", "Group", "Treaty", "Instrument", "Mission", "Place")
"""The classes that a parameter of the type Entity stands for."""

_MOST = 3  # names that are offered instead
_RANKS = {"label": 0, "code": 1, "alias": 2}

# A group of one stance alone ("veel Bondgenoten") is found by the group that it is some of.
_NAMES = """
SELECT DISTINCT ?thing ?rank ?name WHERE {
  {
    VALUES (?term ?rank) {
      (skos:prefLabel "label") (rdfs:label "label") (kg:file "label")
      (kg:abbreviation "code") (kg:iso2 "code") (kg:iso3 "code") (dct:identifier "code")
      (skos:altLabel "alias") (skos:hiddenLabel "alias") (foaf:familyName "alias") (kg:collective "alias")
    } SPELT
    GRAPH ?there { ?thing ?term ?name }
  } UNION {
    VALUES ?rank { "alias" } SPELT
    GRAPH ?there { ?former kg:form ?name . ?thing kg:formerName ?former }
  }
  VALUES ?class { CLASSES }
  GRAPH ?here { ?thing a ?class }
  FILTER NOT EXISTS { GRAPH ?here { ?thing kg:base ?some } }
}
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a thing, with how well it tells which one: 0 for a label, 1 for a code, 2 for another name."""

    thing: str
    rank: int
    name: str


def named(
    source: GraphSource, classes: Sequence[str], spelt: Iterable[str] = (), graph: NamedNode | None = None
) -> list[Named]:
    """Give the names of all things of some classes (names of the ontology, or Entity), sorted; or only those `spelt` so, or in one graph."""
    forms = " ".join(f"{Literal(text)} {Literal(text, language='nl')} {Literal(text, language='en')}" for text in spelt)
    query = _NAMES.replace("SPELT", f"VALUES ?name {{ {forms} }}" if forms else "")
    if graph is not None:
        query = query.replace("?there", str(graph)).replace("?here", str(graph))
    answer = ask(source, query.replace("CLASSES", _classes(classes)))
    return sorted(
        (Named(thing, _RANKS[rank], name) for thing, rank, name in answer.rows()),
        key=lambda one: (one.rank, one.name, one.thing),
    )


def find(source: GraphSource, classes: Sequence[str], text: str) -> list[NamedNode]:
    """Give the things that `text` means: an IRI (whole, with a prefix, or without the base) or any name.

    A label or a code of the registry comes before what only letters call so. Several things can have the name; they are
    all given. A `QueryError` names what comes near.
    """
    iri = _iri(source, classes, text)
    if iri is not None:
        return [iri]
    registry = Iris(source.base).graph("registry")
    known = [one for one in named(source, classes, [text], registry) if one.rank < _RANKS["alias"]]
    if known:
        return _best(known)
    group = _group(source, classes, text)
    if group is not None:
        return [group]
    exact = named(source, classes, [text])
    if exact:
        return _best(exact)
    names: list[Named] = []
    for graph in (registry, None):  # all names of many letters take seconds
        names = named(source, classes, graph=graph)
        for same in (str.casefold, fold):
            fits = [one for one in names if same(one.name) == same(text)]
            if fits:
                return _best(fits)
    close = alike(text, (one.name for one in names), _MOST)
    remedy = f"did you mean {' or '.join(close)}?" if close else "`kg query --name entities` lists what there is"
    raise QueryError("", f"nothing in this graph is called {text!r}", remedy)


def _best(names: Sequence[Named]) -> list[NamedNode]:
    best = min(one.rank for one in names)
    return [NamedNode(thing) for thing in sorted({one.thing for one in names if one.rank == best})]


def near(source: GraphSource, classes: Sequence[str], text: str) -> list[str]:
    """Give at most three names that are spelt like `text`, and of other things than those that it names."""
    names = named(source, classes)
    same = {one.thing for one in names if fold(one.name) == fold(text)}
    return alike(text, (one.name for one in names if one.thing not in same), _MOST)


def _group(source: GraphSource, classes: Sequence[str], text: str) -> NamedNode | None:
    """Give the group with this label by its IRI, which is made of it: each of many letters has the label anew."""
    if not {"Entity", "Group"} & set(classes):
        return None
    node = Iris(source.base).of(f"group/{slug(text)}")
    label = Literal(text, language="nl")
    query = f"ASK {{ GRAPH ?graph {{ {node} a kg:Group ; rdfs:label {label} }} }}"
    return node if ask(source, query).rows() == [["true"]] else None


def _classes(classes: Iterable[str]) -> str:
    names = dict.fromkeys(name for one in classes for name in (ENTITIES if one == "Entity" else (one,)))
    return " ".join(str(KG[name]) for name in names)


def _iri(source: GraphSource, classes: Sequence[str], text: str) -> NamedNode | None:
    """Give the IRI that `text` is, when it is that of a thing of these classes."""
    for written in _spellings(source, text):
        try:
            node = NamedNode(written)
        except ValueError:
            continue
        query = f"ASK {{ VALUES ?class {{ {_classes(classes)} }} GRAPH ?graph {{ {node} a ?class }} }}"
        if ask(source, query).rows() == [["true"]]:
            return node
    return None


def _spellings(source: GraphSource, text: str) -> Iterator[str]:
    name, colon, rest = text.partition(":")
    if "://" in text:
        yield text
    elif colon and (start := known_prefixes(source.base).get(name)):
        yield start + rest
    elif text.isalpha():
        yield KG.iri + text  # a type of stance: support
    elif "/" in text:
        yield source.base + text
