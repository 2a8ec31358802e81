"""What a name means: the registry before the letters, and a group by its own IRI."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError
from kg.questions.things import find
from kg.rdf import Iris
from kg.rdf.vocabulary import KG, RDF, RDFS, SKOS
from kg.store import LocalStore

IRIS = Iris()
KNOWN = {"country/china": "China", "organisation/navo": "NAVO", "person/stef-blok": "Stef Blok"}
TOLD = {"group/veel-landen": "veel landen", "person/xie": "Xie", "person/blok": "Blok", "organisation/navo-2": "navo"}


@pytest.fixture(scope="module")
def store() -> Iterator[LocalStore]:
    """A registry of three, and two letters that name four others."""
    registry, first, second = IRIS.graph("registry"), IRIS.letter_graph("a"), IRIS.letter_graph("b")
    graphs = [*((registry, SKOS["prefLabel"], id_, name) for id_, name in KNOWN.items())]
    graphs += [(graph, RDFS["label"], id_, name) for graph in (first, second) for id_, name in TOLD.items()]
    with LocalStore.memory() as made:
        for graph, term, id_, name in graphs:
            class_ = KG[id_.partition("/")[0].capitalize()]
            made.raw.add(Quad(IRIS.of(id_), RDF["type"], class_, graph))
            made.raw.add(Quad(IRIS.of(id_), term, Literal(name, language="nl"), graph))
        made.raw.add(Quad(IRIS.of("person/stef-blok"), SKOS["altLabel"], Literal("Blok", language="nl"), registry))
        yield made


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("China", "country/china"),
        ("china", "country/china"),
        ("CHINÁ", "country/china"),
        ("NAVO", "organisation/navo"),
        ("navo", "organisation/navo-2"),  # as a letter writes it, to the letter
        ("Navo", "organisation/navo"),
        ("veel landen", "group/veel-landen"),
        ("Veel Landen", "group/veel-landen"),
        ("Blok", "person/blok"),  # a label of a letter tells more than an alias
        ("stef blok", "person/stef-blok"),
        ("xie", "person/xie"),
    ],
)
def test_a_name_means_what_is_called_so_most_exactly(store: LocalStore, text: str, thing: str) -> None:
    assert find(store, ["Entity"], text) == [IRIS.of(thing)]


def test_a_group_is_found_only_where_a_group_is_asked_for(store: LocalStore) -> None:
    with pytest.raises(QueryError, match="veel landen"):
        find(store, ["Country"], "veel landen")


def test_what_nothing_is_called_is_told_with_names_of_letters_and_registry(store: LocalStore) -> None:
    with pytest.raises(QueryError, match=r"Chinaa.*China"):
        find(store, ["Entity"], "Chinaa")
    with pytest.raises(QueryError, match=r"Xies.*Xie"):
        find(store, ["Entity"], "Xies")
    assert isinstance(find(store, ["Entity"], "Xie")[0], NamedNode)
