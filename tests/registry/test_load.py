from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RegistryError
from kg.registry import Registry, files, load
from kg.registry.load import read_turtle, to_entries

PREFIXES = """\
@prefix kg: <https://w3id.org/kamergraph/def#> .
@prefix organisation: <https://w3id.org/kamergraph/id/organisation/> .
@prefix country: <https://w3id.org/kamergraph/id/country/> .
@prefix name: <https://w3id.org/kamergraph/id/name/> .
@prefix membership: <https://w3id.org/kamergraph/id/membership/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def folder(tmp_path: Path, body: str, name: str = "eigen.ttl") -> Path:
    (tmp_path / name).write_text(PREFIXES + body, "utf-8")
    return tmp_path


def test_nato_had_29_members_in_december_2017(registry: Registry) -> None:
    members = registry.members("organisation/navo", "2017-12-05")
    assert len(members) == 29
    assert "country/montenegro" in members
    assert "country/noord-macedonie" not in members


@pytest.mark.parametrize(
    ("date", "size"),
    [("1949-12-31", 12), ("1990-12-31", 16), ("2003-12-01", 19), ("2020-12-01", 30), ("2024-12-01", 32)],
)
def test_the_alliance_grew(registry: Registry, date: str, size: int) -> None:
    assert len(registry.members("organisation/navo", date)) == size


@pytest.mark.parametrize(
    ("date", "inside"), [("2020-01-31", True), ("2020-02-01", False), ("1972-12-31", False), ("1973-01-01", True)]
)
def test_the_united_kingdom_was_in_the_union_for_a_time(registry: Registry, date: str, inside: bool) -> None:
    assert ("country/verenigd-koninkrijk" in registry.members("organisation/eu", date)) is inside


def test_members_are_sorted_and_named_once(registry: Registry) -> None:
    members = registry.members("organisation/eu", "2015-06-01")
    assert list(members) == sorted(set(members))
    assert len(members) == 28


def test_an_unknown_organisation_has_no_members(registry: Registry) -> None:
    assert registry.members("organisation/bestaat-niet", "2017-12-05") == ()


def test_a_person_has_terms_of_office(registry: Registry) -> None:
    roles = {(term.role, term.organisation) for term in registry.terms("person/jens-stoltenberg")}
    assert ("Secretaris-Generaal", "organisation/navo") in roles


def test_the_registry_answers_like_a_mapping(registry: Registry) -> None:
    assert registry["country/nederland"].label == "Nederland"
    assert "country/nederland" in registry
    assert "country/atlantis" not in registry
    assert len(registry) == len(list(registry))
    with pytest.raises(KeyError):
        registry["country/atlantis"]


def test_every_relation_leads_to_entries(registry: Registry) -> None:
    for relation in registry.relations:
        assert relation.member in registry
        assert not relation.organisation or relation.organisation in registry


def test_a_broken_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    extra = folder(tmp_path, "organisation:klub a kg:Organisation skos:prefLabel", "kapot.ttl")
    with pytest.raises(RegistryError) as caught:
        load((extra,))
    assert caught.value.where == "kapot.ttl"
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_an_entry_without_a_dutch_label_is_named(tmp_path: Path) -> None:
    extra = folder(tmp_path, 'organisation:klub a kg:Organisation ; skos:prefLabel "Club"@en .')
    with pytest.raises(RegistryError, match="organisation/klub"):
        load((extra,))


def test_a_folder_of_the_user_adds_an_entry(tmp_path: Path, registry: Registry) -> None:
    extra = folder(
        tmp_path,
        'organisation:klub a kg:Organisation ; skos:prefLabel "Club van Zutphen"@nl ; kg:abbreviation "CVZ" .\n'
        "membership:klub-nederland a kg:Membership ; org:member country:nederland ; org:organization organisation:klub ;\n"
        '    kg:role "lid"@nl ; kg:from "2001"^^xsd:gYear .\n',
    )
    own = load((extra,))
    assert own["organisation/klub"].label == "Club van Zutphen"
    assert own["organisation/klub"].abbreviations == ("CVZ",)
    assert len(own) == len(registry) + 1
    assert own.members("organisation/klub", "2005-01-01") == ("country/nederland",)
    assert own.members("organisation/klub", "2000-12-31") == ()
    assert [h.forms[0].entity for h in own.names.scan("de Club van Zutphen (CVZ)")] == ["organisation/klub"] * 2
    assert own.digest != registry.digest


def test_the_users_files_come_last(tmp_path: Path) -> None:
    extra = folder(tmp_path, "")
    assert files((extra,))[-1] == extra / "eigen.ttl"


def test_the_order_of_files_does_not_matter() -> None:
    paths = files()
    assert list(to_entries(read_turtle(paths))) == list(to_entries(read_turtle(reversed(paths))))


def test_a_former_name_is_a_form_of_the_same_country(registry: Registry) -> None:
    former = [form for form in registry.forms if form.text == "Macedonië"]
    assert {form.entity for form in former} == {"country/noord-macedonie"}
    adjectives = [form for form in registry.forms if form.text == "Macedonische"]
    assert {form.entity for form in adjectives} == {"country/noord-macedonie"}


def test_a_name_that_needs_context_is_marked(tmp_path: Path) -> None:
    extra = folder(
        tmp_path,
        'organisation:kader a kg:Organisation ; skos:prefLabel "Groot Kader"@nl ; kg:abbreviation "KADER" ;\n'
        '    kg:needsContext "KADER" .\n',
    )
    forms = {form.text: form.context for form in load((extra,)).forms if form.entity == "organisation/kader"}
    assert forms == {"Groot Kader": False, "KADER": True}
