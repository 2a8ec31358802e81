from __future__ import annotations

import itertools

from kg.resolve.persons import Named, person_ids, why

FULL = Named("a", "person/zurab-kapanadzisi", "Zurab Kapanadzisi", "country/georgie")
SURNAME = Named("b", "person/kapanadzisi", "Kapanadzisi", "country/georgie")
INITIAL = Named("c", "person/z-kapanadzisi", "Z. Kapanadzisi", "country/georgie")
OTHER_INITIAL = Named("d", "person/g-kapanadzisi", "G. Kapanadzisi", "country/georgie")
ABROAD = Named("e", "person/kapanadzisi", "Kapanadzisi", "country/armenie")
NAMESAKE = Named("f", "person/giorgi-kapanadzisi", "Giorgi Kapanadzisi", "country/georgie")


def test_surname_and_initials_are_the_person_named_in_full_of_that_country() -> None:
    assert person_ids([FULL, SURNAME, INITIAL, OTHER_INITIAL, ABROAD]) == {
        ("b", "person/kapanadzisi"): FULL.id,
        ("c", "person/z-kapanadzisi"): FULL.id,
    }


def test_a_surname_that_two_persons_share_stays_apart_but_initials_tell() -> None:
    assert person_ids([FULL, NAMESAKE, SURNAME, INITIAL, OTHER_INITIAL]) == {
        ("c", "person/z-kapanadzisi"): FULL.id,
        ("d", "person/g-kapanadzisi"): NAMESAKE.id,
    }


def test_the_order_of_reading_makes_no_difference() -> None:
    named = [FULL, SURNAME, INITIAL, ABROAD, NAMESAKE]
    found = [person_ids(order) for order in itertools.permutations(named)]
    assert all(one == found[0] for one in found)


def test_a_merge_has_its_reason() -> None:
    assert why("Z. Kapanadzisi").startswith("Z. Kapanadzisi: same surname, initial and country")
