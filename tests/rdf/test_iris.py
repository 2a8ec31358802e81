from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.errors import KamergraphError
from kg.rdf import Iris

ANYTHING = st.text(st.characters(), max_size=12)  # lone surrogates too
HOSTILE = st.one_of(ANYTHING, st.sampled_from(["", ".", "..", "~", "a/b", "%2F", "a b", "<>", "é", "é", "#", "\x00"]))


def test_an_entity_has_a_readable_iri() -> None:
    assert Iris().of("country/nederland").value == "https://w3id.org/kamergraph/id/country/nederland"


def test_evidence_is_a_fragment_of_the_text() -> None:
    assert Iris().characters("navo-2017-12", 1, 9).value == "https://w3id.org/kamergraph/id/text/navo-2017-12#char=1,9"


@given(HOSTILE)
def test_any_name_makes_an_iri_that_turtle_reads_back(name: str) -> None:
    iri = Iris().stance(name, name)
    read = next(parse(f"<a:b> <a:b> <{iri.value}> .".encode(), RdfFormat.TURTLE))
    assert read.object == iri
    assert iri.value.count("/") == "https://w3id.org/kamergraph/id/stance/letter/key".count("/")


@given(HOSTILE, HOSTILE)
def test_two_names_never_share_an_iri(one: str, other: str) -> None:
    assert (Iris().letter(one) == Iris().letter(other)) == (one == other)


@given(st.tuples(HOSTILE, HOSTILE), st.tuples(HOSTILE, HOSTILE))
def test_two_stances_never_share_an_iri(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert (Iris().stance(*one) == Iris().stance(*other)) == (one == other)


def test_another_base_starts_every_iri() -> None:
    iris = Iris("https://data.example.nl/navo")
    assert iris.of("country/nederland") == NamedNode("https://data.example.nl/navo/country/nederland")
    assert all(iri.startswith("https://data.example.nl/navo/") for iri in iris.prefixes().values())


@pytest.mark.parametrize(
    "base", ["", "navo", "/id/", "https://x.nl/#", "https://x.nl/a b/", "https://x.nl/?q=", "http://[", "x:\ud800"]
)
def test_a_base_that_is_no_iri_is_refused_in_one_line(base: str) -> None:
    with pytest.raises(KamergraphError) as error:
        Iris(base)
    assert "\n" not in str(error.value)
