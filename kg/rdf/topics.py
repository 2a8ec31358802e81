"""The subjects that a heading names, by the labels that the ontology gives its topics."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pyoxigraph import Literal, NamedNode, parse

from kg.data import ontology
from kg.rdf.vocabulary import KG, SKOS

__all__ = ["topics_in"]

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1024)  # each stance of a section has its heading
def topics_in(heading: str) -> tuple[NamedNode, ...]:
    """Give the topics (concepts of the ontology) one of whose Dutch labels stands in `heading`, whole words only."""
    words = _words(heading)
    return tuple(dict.fromkeys(topic for label, topic in _labels() if label in words))


@cache
def _labels() -> tuple[tuple[str, NamedNode], ...]:
    found = {
        (_words(triple.object.value), triple.subject.value)
        for triple in parse(path=ontology() / "kamergraph.ttl")
        if isinstance(triple.subject, NamedNode)
        and triple.subject.value.startswith(f"{KG.iri}topic-")
        and triple.predicate in (SKOS["prefLabel"], SKOS["altLabel"])
        and isinstance(triple.object, Literal)
        and triple.object.language == "nl"
    }
    return tuple((label, NamedNode(topic)) for label, topic in sorted(found))


def _words(text: str) -> str:
    """Give the words of `text` in lower case, each with a space on both sides, so that labels are found whole."""
    return "".join(f" {word} " for word in _WORD.findall(text.casefold())).replace("  ", " ")
