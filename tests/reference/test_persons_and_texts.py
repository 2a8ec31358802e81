"""The treaties, missions, instruments and persons of the registry: complete, unambiguous, right where checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pyoxigraph as ox
import pytest
from facts import BASE, DATES, DCT, FOAF, KG, ORG, REFERENCE, SKOS, TYPE, Facts, key, read

FILES = {
    "treaties": {"treaty": "Treaty"},
    "missions": {"mission": "Mission"},
    "instruments": {"instrument": "Instrument"},
    "persons": {"person": "Person", "term": "Term"},
}
SORTS = {
    "treaty": {"treaty", "agreement", "resolution"},
    "instrument": {"strategy", "programme", "plan", "declaration", "policy", "fund", "process"},
}
BZ, DEFENCE = "organisation/ministerie-van-buitenlandse-zaken", "organisation/ministerie-van-defensie"


def rows(table: str) -> list[tuple[str, ...]]:
    """Give the rows of a table with a bar between its columns."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


FOREIGN_AFFAIRS = rows(
    """
    1995-07-11 | hans-van-mierlo
    1999-04-24 | jozias-van-aartsen
    2003-06-03 | jaap-de-hoop-scheffer
    2005-12-08 | ben-bot
    2007-06-15 | maxime-verhagen
    2012-05-21 | uri-rosenthal
    2014-04-01 | frans-timmermans
    2016-05-19 | bert-koenders
    2017-12-05 | halbe-zijlstra
    2020-12-01 | stef-blok
    2021-06-01 | sigrid-kaag
    2021-11-30 | ben-knapen
    2022-06-29 | wopke-hoekstra
    2024-01-22 | hanke-bruins-slot
    2025-06-24 | caspar-veldkamp
    2025-12-03 | david-van-weel
    """
)
DEFENCE_MINISTERS = rows(
    """
    1995-07-11 | joris-voorhoeve
    1999-03-24 | frank-de-grave
    2005-09-13 | henk-kamp
    2010-06-10 | eimert-van-middelkoop
    2011-03-10 | hans-hillen
    2014-09-05 | jeanine-hennis-plasschaert
    2019-02-13 | ank-bijleveld-schouten
    2021-10-21 | henk-kamp
    2023-02-14 | kajsa-ollongren
    2025-06-05 | ruben-brekelmans
    """
)
LEADERS = rows(
    """
    navo | Secretaris-Generaal | 2007-06-15 | jaap-de-hoop-scheffer
    navo | Secretaris-Generaal | 2010-06-10 | anders-fogh-rasmussen
    navo | Secretaris-Generaal | 2020-12-01 | jens-stoltenberg
    navo | Secretaris-Generaal | 2025-06-24 | mark-rutte
    navo | Plaatsvervangend Secretaris-Generaal | 2019-04-03 | rose-gottemoeller
    eu | Hoge Vertegenwoordiger | 2007-06-15 | javier-solana
    eu | Hoge Vertegenwoordiger | 2020-12-01 | josep-borrell
    eu | Hoge Vertegenwoordiger | 2025-03-17 | kaja-kallas
    ovse | Secretaris-Generaal | 2017-12-07 | thomas-greminger
    ovse | Hoge Commissaris inzake Nationale Minderheden | 2017-12-07 | lamberto-zannier
    vn | Secretaris-Generaal | 2017-12-07 | antonio-guterres
    raad-van-europa | Secretaris-Generaal | 2012-05-01 | thorbjorn-jagland
    europese-raad | Voorzitter van de Europese Raad | 2016-03-18 | donald-tusk
    europese-commissie | Voorzitter van de Europese Commissie | 2016-03-18 | jean-claude-juncker
    """
)
WRITTEN = rows(
    """
    verdrag inzake het kernwapenverbod | treaty/kernwapenverbod
    INF verdrag | treaty/inf-verdrag
    New START verdrag | treaty/new-start
    NPV | treaty/npv
    CSE-verdrag | treaty/cse-verdrag
    Verdrag van Washington | treaty/noord-atlantisch-verdrag
    akkoorden van Minsk | treaty/minsk-akkoorden
    Minsk II | treaty/minsk-akkoorden
    Klimaatakkoord van Parijs | treaty/overeenkomst-van-parijs
    VNVR-resolutie 1325 | treaty/vnvr-resolutie-1325
    VN-Veiligheidsraadresolutie 1325 | treaty/vnvr-resolutie-1325
    resolutie 1244 | treaty/vnvr-resolutie-1244
    UNSCR 1373 | treaty/vnvr-resolutie-1373
    RSM | mission/resolute-support
    Resolute Support Missie | mission/resolute-support
    KFOR | mission/kfor
    EUFOR Althea | mission/althea
    operatie Irini | mission/irini
    MINUSMA | mission/minusma
    Special Monitoring Mission | mission/smm
    Strategische Concept | instrument/strategisch-concept
    Membership Action Plan | instrument/membership-action-plan
    Substantial NATO Georgia Package | instrument/substantial-nato-georgia-package
    Europees Defensiefonds | instrument/edf
    Europese Vredesfaciliteit | instrument/epf
    Weens Document | instrument/weens-document
    Belgrado-Pristina dialoog | instrument/belgrado-pristina-dialoog
    Putin | person/vladimir-poetin
    Sergei Lavrov | person/sergej-lavrov
    Mevlut Cavusoglu | person/mevlut-cavusoglu
    Zelenskyy | person/volodymyr-zelensky
    """
)

BY_FILE = {name: read(name) for name in FILES}
FACTS: Facts = {subject: about for facts in BY_FILE.values() for subject, about in facts.items()}
NAMED = [subject for subject in FACTS if not subject.startswith("term/")]
TERMS = [subject for subject in FACTS if subject.startswith("term/")]
PERSONS = [subject for subject in FACTS if subject.startswith("person/")]


def values(subject: str, *properties: str) -> list[str]:
    return [term.value.removeprefix(BASE) for prop in properties for term in FACTS[subject].get(prop, [])]


def one(subject: str, prop: str) -> str:
    return next(iter(values(subject, prop)), "")


def names(subject: str) -> set[str]:
    """Give the names that stand for a thing by themselves."""
    forms = values(subject, SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", KG + "abbreviation")
    return {key(form) for form in forms} - {key(form) for form in values(subject, KG + "needsContext")}


def within(term: str, date: str) -> bool:
    """Tell whether a term of office surely or possibly holds on a date: a year or month counts with all its days."""
    begin, end = one(term, KG + "from"), one(term, KG + "until")
    return (not begin or begin <= date[: len(begin)]) and (not end or date[: len(end)] <= end)


def holders(organisation: str, role: str, date: str) -> set[str]:
    """Give the persons who held an office on a date; the role may be only the beginning of its name."""
    return {
        one(term, ORG + "member")
        for term in TERMS
        if one(term, ORG + "organization") == organisation
        and one(term, KG + "role").startswith(role)
        and within(term, date)
    }


def found(name: str) -> set[str]:
    return {subject for subject in NAMED if key(name) in names(subject)}


def overlapping(first: str, second: str) -> bool:
    """Tell whether two persons were ever in office in the same year, give or take what is not known."""

    def years(person: str) -> Iterator[tuple[str, str]]:
        for term in TERMS:
            if one(term, ORG + "member") == person:
                yield one(term, KG + "from")[:4] or "0000", one(term, KG + "until")[:4] or "9999"

    return any(a < d and c < b for a, b in years(first) for c, d in years(second))


@pytest.mark.parametrize(
    ("name", "least"), [("treaties", 90), ("missions", 100), ("instruments", 90), ("persons", 300)]
)
def test_each_file_holds_at_least_what_the_letters_need(name: str, least: int) -> None:
    assert len(BY_FILE[name]) >= least


@pytest.mark.parametrize("name", FILES)
def test_entries_are_of_the_kind_of_their_file_and_in_order(name: str) -> None:
    for kind, cls in FILES[name].items():
        subjects = [subject for subject in BY_FILE[name] if subject.startswith(kind + "/")]
        assert subjects == sorted(subjects)
        assert all(values(subject, TYPE) == [KG + cls] for subject in subjects)
    assert all(subject.split("/")[0] in FILES[name] for subject in BY_FILE[name])
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", subject) for subject in BY_FILE[name])


def test_every_entry_has_one_source_and_every_name_its_labels() -> None:
    for subject in FACTS:
        assert len(values(subject, DCT + "source")) == 1, subject
    for subject in NAMED:
        languages = sorted(
            term.language or "" for term in FACTS[subject][SKOS + "prefLabel"] if isinstance(term, ox.Literal)
        )
        assert languages == (["nl"] if subject.startswith("person/") else ["en", "nl"]), subject


def test_the_finer_sort_is_one_of_those_in_use() -> None:
    for subject in NAMED:
        allowed = SORTS.get(subject.split("/")[0])
        assert (
            (set(values(subject, DCT + "type")) <= allowed and values(subject, DCT + "type"))
            if allowed
            else not values(subject, DCT + "type")
        )


def test_dates_are_well_formed_and_nothing_ends_before_it_begins() -> None:
    for subject, about in FACTS.items():
        for term in (*about.get(KG + "from", []), *about.get(KG + "until", [])):
            assert isinstance(term, ox.Literal)
            assert re.fullmatch(DATES[term.datatype.value], term.value), subject
        begin, end = one(subject, KG + "from"), one(subject, KG + "until")
        if begin and end:
            shared = min(len(begin), len(end))
            assert begin[:shared] <= end[:shared], subject


def test_no_name_stands_for_two_things() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for subject in NAMED:
        for name in names(subject):
            bearers[name].add(subject)
    assert not {name: subjects for name, subjects in bearers.items() if len(subjects) > 1}


def test_a_surname_shared_by_two_in_office_at_once_needs_context() -> None:
    families: dict[str, list[str]] = defaultdict(list)
    for person in PERSONS:
        if one(person, FOAF + "familyName") not in values(person, KG + "needsContext"):
            families[key(one(person, FOAF + "familyName"))].append(person)
    assert not [pair for people in families.values() for pair in combinations(people, 2) if overlapping(*pair)]


@pytest.mark.parametrize("person", ["ben-bot", "henk-kamp", "stef-blok", "heiko-maas", "jeremy-hunt", "theresa-may"])
def test_a_surname_that_is_also_a_word_or_a_place_needs_context(person: str) -> None:
    assert one(f"person/{person}", FOAF + "familyName") in values(f"person/{person}", KG + "needsContext")


def test_the_label_of_every_person_shows_its_given_and_family_name() -> None:
    for person in PERSONS:
        given, family, label = (
            one(person, FOAF + "givenName"),
            one(person, FOAF + "familyName"),
            one(person, SKOS + "prefLabel"),
        )
        assert family, person
        assert given in label, person  # none of "Charles III"
        assert family in label, person  # "van der Wal" of "Christianne van der Wal-Zeggelink"


def test_every_term_is_of_a_person_with_a_role_and_is_named_after_both() -> None:
    for term in TERMS:
        person, role = one(term, ORG + "member"), one(term, KG + "role")
        assert person in PERSONS
        office = key(role).replace(" ", "-")
        assert re.fullmatch(rf"term/{re.escape(person.removeprefix('person/'))}-{office}(-\d)?", term), term


def test_countries_and_organisations_that_are_named_are_in_the_registry() -> None:
    known = {name: (REFERENCE / f"{name}.ttl").read_text(encoding="utf-8") for name in ("countries", "organisations")}
    for subject in FACTS:
        for thing in values(subject, KG + "nationality", ORG + "organization"):
            kind, slug = thing.split("/")
            file, cls = ("countries", "Country") if kind == "country" else ("organisations", "Organisation")
            assert f"{kind}:{slug} a kg:{cls}" in known[file], f"{subject}: {thing}"


@pytest.mark.parametrize(("date", "minister"), FOREIGN_AFFAIRS)
def test_who_was_minister_of_foreign_affairs(date: str, minister: str) -> None:
    assert holders(BZ, "Minister van Buitenlandse Zaken", date) == {f"person/{minister}"}


@pytest.mark.parametrize(("date", "minister"), DEFENCE_MINISTERS)
def test_who_was_minister_of_defence(date: str, minister: str) -> None:
    assert holders(DEFENCE, "Minister van Defensie", date) == {f"person/{minister}"}


@pytest.mark.parametrize(("organisation", "role", "date", "person"), LEADERS)
def test_who_led_an_organisation(organisation: str, role: str, date: str, person: str) -> None:
    assert holders(f"organisation/{organisation}", role, date) == {f"person/{person}"}


@pytest.mark.parametrize(
    "organisation",
    ["navo", "vn", "ovse", "raad-van-europa", "europese-raad", "ministerie-van-algemene-zaken"],
)
def test_nobody_shares_the_lead_of_an_organisation_in_march_or_august(organisation: str) -> None:
    leads = ("Secretaris-Generaal", "Voorzitter van de Europese Raad", "Minister-President")
    for year in range(1996, 2027):
        both = [
            holders(f"organisation/{organisation}", role, f"{year}-{day}")
            for role in leads
            for day in ("03-20", "08-20")
        ]
        assert all(len(people) <= 1 for people in both), year


@pytest.mark.parametrize(("name", "thing"), WRITTEN)
def test_a_name_as_letters_write_it_is_found(name: str, thing: str) -> None:
    assert found(name) == {thing}


@pytest.mark.parametrize(
    ("treaty", "begin", "end"),
    [("inf-verdrag", "1988-06-01", "2019-08-02"), ("new-start", "2011-02-05", "2026-02-05"), ("npv", "1970-03-05", "")],
)
def test_when_a_treaty_was_in_force(treaty: str, begin: str, end: str) -> None:
    assert (one(f"treaty/{treaty}", KG + "from"), one(f"treaty/{treaty}", KG + "until")) == (begin, end)
