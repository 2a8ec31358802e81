from __future__ import annotations

import itertools

from kg.model import Span
from kg.registry import Entry, Form, Registry
from kg.resolve import Likeness, Outline, agree, alike
from kg.resolve.meetings import Seen
from kg.resolve.persons import Named
from kg.resolve.things import Thing

NOTHING = Registry((), (), ())
FULL = Named("a", "person/zurab-kapanadzisi", "Zurab Kapanadzisi", "country/georgie")
NAMESAKE = Named("b", "person/giorgi-kapanadzisi", "Giorgi Kapanadzisi", "country/georgie")
SURNAME = Named("c", "person/kapanadzisi", "Kapanadzisi", "country/georgie")
ELSEWHERE = Named("d", "person/kapanadzisi", "Kapanadzisi", "country/armenie")
COMMISSION = Thing("a", "organisation/commissie-voor-de-zandbanken", "Commissie voor de Zandbanken", "CVZB")
CENTRE = Thing("b", "organisation/coalitie-van-zuidelijke-badplaatsen", "Coalitie van Zuidelijke Badplaatsen", "CVZB")
SHORT = Thing("c", "organisation/cvzb", "CVZB", "CVZB")
FUND = Thing("d", "instrument/coalitie-van-zuidelijke-badplaatsen", "Coalitie van Zuidelijke Badplaatsen", "")


def met(letter: str, start: str, kind: str = "top", level: str = "") -> Seen:
    return Seen(letter, f"{kind}-{start}", "navo", level, kind, start, (False, Span(0, 1)))


def pairs(*outlines: Outline, registry: Registry = NOTHING) -> list[tuple[str, str]]:
    found = alike(outlines, agree(outlines), registry)
    assert all(likeness.reason for likeness in found)
    return [(one.rpartition("/")[2], other.rpartition("/")[2]) for one, other, _ in found]


def test_a_month_that_fits_two_meetings_is_like_both() -> None:
    letters = [Outline("a", (met("a", "2018-07-11"), met("a", "2018-07-25"))), Outline("b", (met("b", "2018-07"),))]
    assert pairs(*letters) == [
        ("navo-top-2018-07", "navo-top-2018-07-11"),
        ("navo-top-2018-07", "navo-top-2018-07-25"),
    ]


def test_another_word_for_a_meeting_of_that_month_is_like_it_but_not_for_one_of_that_year() -> None:
    top = Outline("a", (met("a", "2018-07-11"),))
    assert pairs(top, Outline("b", (met("b", "2018-07", "bijeenkomst"),))) == [
        ("navo-bijeenkomst-2018-07", "navo-top-2018-07-11")
    ]
    assert pairs(top, Outline("b", (met("b", "2018", "bijeenkomst"),))) == []


def test_meetings_of_one_day_are_alike_unless_their_levels_differ() -> None:
    one, two, neither = (met("abc"[n], "2018-07-11", level=level) for n, level in enumerate(("a", "b", "")))
    assert pairs(Outline("a", (one,)), Outline("b", (two,))) == []
    assert len(pairs(Outline("a", (one,)), Outline("b", (two,)), Outline("c", (neither,)))) == 2


def test_a_surname_is_like_each_who_bears_it_in_full() -> None:
    letters = [Outline(one.letter, persons=(one,)) for one in (FULL, NAMESAKE, SURNAME)]
    assert pairs(*letters) == [("giorgi-kapanadzisi", "kapanadzisi"), ("kapanadzisi", "zurab-kapanadzisi")]


def test_a_surname_is_like_a_person_of_the_registry() -> None:
    entry = Entry("person/levan-kapanadzisi", "Person", "Levan Kapanadzisi", given="Levan", family="Kapanadzisi")
    registry = Registry([entry], [Form("Kapanadzisi", entry.id, "surname")], ())
    assert pairs(Outline("c", persons=(SURNAME,)), registry=registry) == [("kapanadzisi", "levan-kapanadzisi")]


def test_namesakes_of_two_countries_are_two_and_alike() -> None:
    letters = [Outline(one.letter, persons=(one,)) for one in (SURNAME, ELSEWHERE)]
    assert agree(letters)["d"] == {ELSEWHERE.id: "person/kapanadzisi-armenie"}
    assert pairs(*letters) == [("kapanadzisi-armenie", "kapanadzisi-georgie")]


def test_an_abbreviation_for_which_two_compete_is_like_both() -> None:
    letters = [Outline(one.letter, things=(one,)) for one in (COMMISSION, CENTRE, SHORT)]
    assert pairs(*letters) == [
        ("coalitie-van-zuidelijke-badplaatsen", "cvzb"),
        ("commissie-voor-de-zandbanken", "cvzb"),
    ]


def test_one_name_of_two_types_is_alike() -> None:
    assert alike([Outline("b", things=(CENTRE,)), Outline("d", things=(FUND,))], {}, NOTHING) == [
        Likeness(FUND.id, CENTRE.id, "coalitie-van-zuidelijke-badplaatsen: one name, two types")
    ]


def test_the_order_of_reading_makes_no_difference() -> None:
    letters = [Outline(one.letter, persons=(one,)) for one in (FULL, NAMESAKE, SURNAME)]
    letters[0] = letters[0]._replace(things=(COMMISSION,), meetings=(met("a", "2018-07"),))
    letters[1] = letters[1]._replace(things=(CENTRE,), meetings=(met("b", "2018-07-11", "bijeenkomst"),))
    letters[2] = letters[2]._replace(things=(SHORT,))
    found = [alike(order, agree(order), NOTHING) for order in itertools.permutations(letters)]
    assert len(found[0]) == 5
    assert all(one == found[0] for one in found)


def test_many_that_are_alike_are_not_paired_with_each_other() -> None:
    many = [Thing(str(n), f"organisation/naam-{n}", f"Naam {n}", "CVZB") for n in range(100)]
    assert len(alike([Outline(one.letter, things=(one,)) for one in many], {}, NOTHING)) == 99
