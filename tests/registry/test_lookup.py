from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.registry import Form, Lookup, Registry, fold, load

FORMS = (
    Form("Noord-Atlantische Raad", "organisation/nar"),
    Form("Noord-Atlantische Verdragsorganisatie", "organisation/navo"),
    Form("NAVO", "organisation/navo", "abbreviation"),
    Form("NAVO-Rusland Raad", "organisation/nrr"),
    Form("Rusland", "country/rusland"),
    Form("Russische", "country/rusland", "adjective"),
    Form("Oekraïne", "country/oekraine"),
    Form("IS", "organisation/is", "abbreviation"),
    Form("VS", "country/verenigde-staten", "abbreviation"),
    Form("Verenigde Staten", "country/verenigde-staten"),
    Form("Open Skies", "treaty/open-skies"),
    Form("Korea", "country/zuid-korea", context=True),
)


def found(text: str) -> list[tuple[str, str]]:
    lookup = Lookup(FORMS)
    return [(hit.span.of(text), hit.forms[0].entity) for hit in lookup.scan(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("de NAVO-Rusland Raad", [("NAVO-Rusland Raad", "organisation/nrr")]),
        ("de NAVO en Rusland", [("NAVO", "organisation/navo"), ("Rusland", "country/rusland")]),
        ("de Noord-Atlantische Raad", [("Noord-Atlantische Raad", "organisation/nar")]),
        ("de Noord Atlantische Raad", [("Noord Atlantische Raad", "organisation/nar")]),
        ("de NAVO Rusland Raad", [("NAVO Rusland Raad", "organisation/nrr")]),
        ("de NAVO–Rusland Raad", [("NAVO–Rusland Raad", "organisation/nrr")]),
        ("de Noord-Atlantische kust", []),
        ("de Navo", [("Navo", "organisation/navo")]),
        ("de navo", []),
        ("dit is mooi", []),
        ("Is dit mooi", []),
        ("strijd tegen IS", [("IS", "organisation/is")]),
        ("in de VS en de vs", [("VS", "country/verenigde-staten")]),
        ("Vs", []),
        ("Oekraine", [("Oekraine", "country/oekraine")]),
        ("OEKRAÏNE", [("OEKRAÏNE", "country/oekraine")]),
        ("rusland", []),
        ("Russische dreiging", [("Russische", "country/rusland")]),
        ("russische dreiging", []),
        ("verenigde staten", []),
        ("de Verenigde staten", [("Verenigde staten", "country/verenigde-staten")]),
        ("Verenigde, Staten", []),
        ("Verenigde. Staten", []),
        ("Prusland", []),
        ("het Open Skies-verdrag", [("Open Skies", "treaty/open-skies")]),
        ("NAVO’s toekomst", [("NAVO", "organisation/navo")]),
        ("", []),
    ],
)
def test_names_are_found_longest_first_and_with_their_capitals(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text) == hits


def test_spans_are_shifted_by_the_start() -> None:
    assert Lookup(FORMS).scan("de NAVO", 100)[0].span.start == 103


def test_a_form_added_later_is_found() -> None:
    lookup = Lookup(FORMS)
    lookup.add(Form("NGC", "organisation/ngc", "abbreviation"))
    assert [hit.forms[0].entity for hit in lookup.scan("de NGC en de Ngc")] == ["organisation/ngc"]


def test_one_form_of_two_things_gives_both() -> None:
    lookup = Lookup([Form("Congo", "country/a"), Form("Congo", "country/b")])
    assert [f.entity for f in lookup.scan("in Congo")[0].forms] == ["country/a", "country/b"]


def test_the_word_that_needs_context_is_marked_so() -> None:
    assert Lookup(FORMS).scan("in Korea")[0].forms[0].context


@pytest.mark.parametrize(("a", "b"), [("Oekraïne", "OEKRAINE"), ("Çavuşoğlu", "cavusoglu"), ("Straße", "strasse")])
def test_folding_drops_case_and_accents(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@given(st.lists(st.sampled_from([f.text for f in FORMS] + ["en", ", ", "de", ". ", "-", "x\n"]), max_size=12))
def test_hits_never_overlap_and_stand_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    spans = [hit.span for hit in Lookup(FORMS).scan(text)]
    assert spans == sorted(spans)
    assert all(not a.overlaps(b) for a, b in itertools.pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


@given(st.text(max_size=60))
def test_any_text_can_be_scanned(text: str) -> None:
    for hit in Lookup(FORMS).scan(text):
        assert hit.span.of(text)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def entities(registry: Registry, text: str) -> list[str]:
    return [hit.forms[0].entity for hit in registry.names.scan(text)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Nederland", ["country/nederland"]),
        ("de Russische Federatie", ["country/rusland"]),
        ("Macedonië", ["country/noord-macedonie"]),
        ("Noord-Macedonië", ["country/noord-macedonie"]),
        ("Noord-Korea en Zuid-Korea", ["country/noord-korea", "country/zuid-korea"]),
        ("de NAVO en de EU", ["organisation/navo", "organisation/eu"]),
        ("navo", []),
        ("Navo", ["organisation/navo"]),
    ],
)
def test_the_registry_knows_its_names(registry: Registry, text: str, ids: list[str]) -> None:
    assert entities(registry, text) == ids


def test_no_bare_surname_is_among_the_names(registry: Registry) -> None:
    assert entities(registry, "Stoltenberg zei") == []
    assert "person/jens-stoltenberg" in {f.entity for f in registry.surnames[fold("Stoltenberg")]}


def test_a_capital_stands_for_its_country(registry: Registry) -> None:
    assert registry.capitals["place/moskou"] == "country/rusland"
    assert registry.capitals["place/den-haag"] == "country/nederland"
