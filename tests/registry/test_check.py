"""What is wrong with a registry is told, one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.registry import files
from kg.registry.check import check

PREFIXES = """\
@prefix kg: <https://w3id.org/kamergraph/def#> .
@prefix organisation: <https://w3id.org/kamergraph/id/organisation/> .
@prefix country: <https://w3id.org/kamergraph/id/country/> .
@prefix membership: <https://w3id.org/kamergraph/id/membership/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
RAAD = """
organisation:noordraad a kg:Organisation ; skos:prefLabel "Noordraad"@nl ; kg:abbreviation "NRD" ; dct:source "eigen dossier" .
"""


def faults(tmp_path: Path, *bodies: str) -> list[str]:
    paths = []
    for number, body in enumerate(bodies):
        paths.append(tmp_path / f"{number}.ttl")
        paths[-1].write_text(PREFIXES + body, "utf-8")
    return [str(fault) for fault in check(paths)]


def test_the_registry_that_comes_with_kamergraph_makes_sense() -> None:
    assert [str(fault) for fault in check(files())] == []


def test_a_sound_entry_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, RAAD) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (RAAD.replace("eigen dossier", " "), "organisation/noordraad: has no source"),
        (
            RAAD.replace("NRD", 'NRD" ; org:subOrganizationOf organisation:weg ; kg:abbreviation "N'),
            "leads to organisation/weg",
        ),
        (
            RAAD.replace(" .\n", ' ; kg:from "2012"^^xsd:gYear ; kg:until "2011-05"^^xsd:gYearMonth .\n'),
            "ends (2011-05) before it begins (2012)",
        ),
        (RAAD.replace(" .\n", ' ; kg:from "mei 2012" .\n'), "is 'mei 2012', which is no date"),
        (RAAD.replace(" .\n", ' ; kg:from "2012"^^xsd:gYear , "2013"^^xsd:gYear .\n'), "has 2 dates for kg:from"),
    ],
)
def test_a_fault_is_told_with_its_entry(tmp_path: Path, body: str, told: str) -> None:
    assert any(told in fault for fault in faults(tmp_path, body))


OTHER = """
organisation:nationale-raad a kg:Organisation ; skos:prefLabel "Nationale Raad"@nl ; kg:abbreviation "NRD" ; dct:source "eigen dossier" .
"""


def test_a_name_that_two_things_have_at_one_time_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, RAAD, OTHER)
    assert "'NRD' is also a name of organisation/noordraad" in fault


def test_a_name_that_needs_context_may_be_shared(tmp_path: Path) -> None:
    assert faults(tmp_path, RAAD, OTHER.replace(" .\n", ' ; kg:needsContext "NRD" .\n')) == []


def test_a_name_may_pass_from_one_thing_to_the_next(tmp_path: Path) -> None:
    older = RAAD.replace(" .\n", ' ; kg:until "1999-05-01"^^xsd:date .\n')
    newer = OTHER.replace(" .\n", ' ; kg:from "1999-05-01"^^xsd:date .\n')
    assert faults(tmp_path, older, newer) == []


def test_a_country_may_have_the_name_of_an_organisation(tmp_path: Path) -> None:
    country = 'country:noordraad a kg:Country ; skos:prefLabel "Noordraad"@nl ; dct:source "eigen dossier" .'
    assert faults(tmp_path, RAAD, country) == []


def test_nobody_is_a_member_twice_at_one_time(tmp_path: Path) -> None:
    country = 'country:x a kg:Country ; skos:prefLabel "Xland"@nl ; dct:source "eigen dossier" .'
    member = 'membership:{} a kg:Membership ; org:member country:x ; org:organization organisation:noordraad ; kg:role "lid"@nl ; dct:source "eigen dossier" ; {} .'
    first = member.format("a", 'kg:from "1990"^^xsd:gYear ; kg:until "2000"^^xsd:gYear')
    assert faults(tmp_path, RAAD, country, first, member.format("b", 'kg:from "2000"^^xsd:gYear')) == []
    (fault,) = faults(tmp_path, RAAD, country, first, member.format("b", 'kg:from "1995"^^xsd:gYear'))
    assert fault.startswith("country/x: is lid of organisation/noordraad twice")
