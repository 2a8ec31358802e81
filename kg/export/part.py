"""A part of a graph: what an answer names, with all that is needed to understand it.

Of a stance, a meeting or an attendance that is what letters say of it: holders, words, place, and how they name those.
Of an entity it is what the registry says of it. Of a letter it is all that it says. Triples (CONSTRUCT) are a part as
they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, Triple

from kg.errors import QueryError
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import KG
from kg.store import Answer, GraphSource, LocalStore, ask

__all__ = ["part"]

_AT_ONCE = 500  # things that one query tells of

# of Nederland each letter has a calendar
_OF_THINGS = (
    "SELECT DISTINCT ?g ?s ?p ?o WHERE {{ VALUES ?s {{ {} }} GRAPH ?g {{ ?s ?p ?o }} FILTER (?p != kg:calendar) }}"
)
_OF_GRAPHS = "SELECT DISTINCT ?g ?s ?p ?o WHERE {{ VALUES ?g {{ {} }} GRAPH ?g {{ ?s ?p ?o }} }}"
_MENTIONS = "SELECT DISTINCT ?m WHERE {{ VALUES (?g ?e) {{ {} }} GRAPH ?g {{ ?m kg:entity ?e }} }}"


def part(source: GraphSource, answer: Answer) -> LocalStore:
    """Give a store in memory with the part of `source` that `answer` names. Close it after use.

    A `QueryError` when the answer names no thing of the graph.
    """
    if not isinstance(answer.found, QuerySolutions | QueryBoolean):
        store = LocalStore.memory()
        store.write(Iris(source.base).graph("part"), answer.found)
        return store
    if isinstance(answer.found, QueryBoolean):
        raise QueryError("", "yes or no is no part of a graph", "give a SELECT or a CONSTRUCT")
    named = {value for row in answer.found for value in row if isinstance(value, NamedNode)}
    quads = _Part(source).around({node for node in named if node.value.startswith(source.base)})
    if not quads:
        raise QueryError(
            "", "the answer names nothing in the graph", "select IRIs, such as those of stances or letters"
        )
    store = LocalStore.memory()
    store.raw.bulk_extend(quads)
    return store


class _Part:
    """Collects the quads of a part, a round at a time."""

    def __init__(self, source: GraphSource) -> None:
        self._source = source
        self._iris = Iris(source.base)
        self._aside = {self._iris.graph("registry"), self._iris.graph("resolution")}
        self._quads: set[Quad] = set()
        self._seen: set[NamedNode] = set()

    def around(self, things: set[NamedNode]) -> set[Quad]:
        """Give all quads that are needed to understand `things`."""
        if not things:
            return set()
        letters = f"{self._source.base}letter/"
        whole = [self._iris.letter_graph(_stem(n, letters)) for n in things if n.value.startswith(letters)]
        self._quads |= self._ask(_OF_GRAPHS, map(str, whole))
        told = (quad.subject for quad in self._quads if quad.predicate != KG["calendar"])
        self._seen |= {subject for subject in told if isinstance(subject, NamedNode)}
        self._follow(things | _ends(self._quads))
        pairs = {(quad.graph_name, quad.object) for quad in self._quads if self._is_own(quad.object)}
        self._follow(set(self._mentions(f"({graph} {thing})" for graph, thing in pairs)))
        about = {quad.graph_name for quad in self._quads}
        self._follow({graph for graph in about if isinstance(graph, NamedNode)})
        return self._quads | self._ask(_OF_GRAPHS, [str(self._iris.graph("ontology"))])

    def _follow(self, things: set[NamedNode]) -> None:
        """Add what is said of things, and of what letters link them with; what the registry links, and what may be one, is left out."""
        while new := {thing for thing in things if self._is_own(thing)} - self._seen:
            self._seen |= new
            found = self._ask(_OF_THINGS, map(str, new))
            self._quads |= found
            things = _ends(
                quad for quad in found if quad.graph_name not in self._aside or quad.predicate == KG["formerName"]
            )

    def _is_own(self, term: object) -> bool:
        return isinstance(term, NamedNode) and term.value.startswith(self._source.base)

    def _mentions(self, pairs: Iterable[str]) -> Iterator[NamedNode]:
        for values in _some(pairs):
            yield from (row[0] for row in self._rows(_MENTIONS.format(values)))

    def _ask(self, query: str, terms: Iterable[str]) -> set[Quad]:
        return {Quad(s, p, o, g) for values in _some(terms) for g, s, p, o in self._rows(query.format(values))}

    def _rows(self, query: str) -> QuerySolutions:
        found = ask(self._source, query).found
        assert isinstance(found, QuerySolutions)  # noqa: S101 (that is what SELECT gives)
        return found


def _stem(letter: NamedNode, start: str) -> str:
    return letter.value.removeprefix(start)


def _ends(quads: Iterable[Quad | Triple]) -> set[NamedNode]:
    return {quad.object for quad in quads if isinstance(quad.object, NamedNode)}


def _some(terms: Iterable[str]) -> Iterator[str]:
    """Give terms in batches, each joined with spaces, in an order of their own."""
    ordered = sorted(set(terms))
    for start in range(0, len(ordered), _AT_ONCE):
        yield " ".join(ordered[start : start + _AT_ONCE])
