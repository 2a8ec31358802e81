from __future__ import annotations

import itertools

from kg.model import Entity
from kg.resolve import why
from kg.resolve.things import Thing, thing_ids, things_in

DEFINED = Thing("a", "organisation/commissie-voor-de-zandbanken", "Commissie voor de Zandbanken", "CVZB")
SHORT = Thing("b", "organisation/cvzb", "CVZB", "CVZB")
NAMED = Thing("c", "organisation/commissie-voor-de-zandbanken", "Commissie voor de Zandbanken", "")
RIVAL = Thing("d", "organisation/coalitie-van-zuidelijke-badplaatsen", "Coalitie van Zuidelijke Badplaatsen", "CVZB")
MISSION = Thing("e", "mission/waarnemers-zuidkust", "Waarnemers Zuidkust", "WZK")
SHORT_MISSION = Thing("f", "organisation/wzk", "WZK", "WZK")


def test_an_abbreviation_and_a_name_are_one_when_a_third_letter_ties_them() -> None:
    assert thing_ids([SHORT, NAMED]) == {}
    assert thing_ids([DEFINED, SHORT, NAMED]) == {("b", SHORT.id): NAMED.id}


def test_an_abbreviation_for_which_two_compete_stays_apart() -> None:
    assert thing_ids([DEFINED, SHORT, NAMED, RIVAL]) == {}


def test_the_definition_tells_the_type() -> None:
    assert thing_ids([MISSION, SHORT_MISSION]) == {("f", SHORT_MISSION.id): MISSION.id}


def test_the_order_of_reading_makes_no_difference() -> None:
    things = [DEFINED, SHORT, NAMED, MISSION, SHORT_MISSION]
    found = [thing_ids(order) for order in itertools.permutations(things)]
    assert all(one == found[0] for one in found)


def test_what_the_registry_holds_is_left_alone() -> None:
    known = Entity("organisation/navo", "Organisation", "NAVO")
    assert things_in("a", [known]) == []


def test_a_merge_has_its_reason() -> None:
    short = Entity(SHORT.id, "Organisation", "CVZB", known=False, abbreviation="CVZB")
    assert why(short, DEFINED.id).startswith("CVZB: abbreviation of the only thing")
    assert why(short, SHORT.id) == ""
