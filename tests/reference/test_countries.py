"""The countries of the registry: complete, unambiguous, and right where it was checked by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from facts import BASE, DATES, DCT, KG, SKOS, TYPE, key, read

EU = "http://publications.europa.eu/resource/authority/country/"
LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
FORMS = (*LABELS, KG + "abbreviation", KG + "adjective", KG + "inhabitant", KG + "form")
KINDS = {"state", "observer state", "partially recognised", "territory", "former state"}

FACTS = read("countries")
STATES = [subject for subject in FACTS if subject.startswith("country/")]
NAMES = [subject for subject in FACTS if subject.startswith("name/")]


def values(subject: str, *properties: str) -> list[str]:
    return [term.value for prop in properties for term in FACTS[subject].get(prop, [])]


def slug(name: str) -> str:
    return key(name.replace("'", "")).replace(" ", "-")


def forms(country: str) -> Iterator[str]:
    """Give every form under which a country is found, its former names among them."""
    yield from values(country, *FORMS)
    for former in values(country, KG + "formerName"):
        yield from values(former.removeprefix(BASE), *FORMS)


def test_every_member_of_the_united_nations_is_there() -> None:
    assert sum(values(country, DCT + "type") == ["state"] for country in STATES) == 193


@pytest.mark.parametrize(
    ("kind", "slugs"),
    [
        ("observer state", {"palestijnse-gebieden", "vaticaanstad"}),
        ("partially recognised", {"kosovo", "taiwan"}),
        ("former state", {"ddr", "joegoslavie", "servie-en-montenegro", "sovjet-unie", "tsjechoslowakije"}),
    ],
)
def test_what_is_no_member_is_called_what_it_is(kind: str, slugs: set[str]) -> None:
    assert {c.removeprefix("country/") for c in STATES if values(c, DCT + "type") == [kind]} == slugs


@pytest.mark.parametrize("country", STATES)
def test_a_country_is_complete(country: str) -> None:
    assert values(country, TYPE) == [KG + "Country"]
    assert sorted(getattr(term, "language", "") for term in FACTS[country][SKOS + "prefLabel"]) == ["en", "nl"]
    assert len(values(country, DCT + "source")) == 1
    assert set(values(country, DCT + "type")) <= KINDS
    assert slug(country.removeprefix("country/")) in {slug(form) for form in forms(country)}


def test_entries_stand_in_the_order_of_their_slugs() -> None:
    slugs = [subject.split("/")[1] for subject in FACTS]
    assert len(FACTS) == len(STATES) + len(NAMES)
    assert slugs == sorted(slugs)


def test_no_fact_stands_twice() -> None:
    assert [
        (s, p) for s, about in FACTS.items() for p, objects in about.items() if len(objects) != len(set(objects))
    ] == []


def test_a_form_shared_by_two_countries_needs_context_in_both() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for country in STATES:
        for form in forms(country):
            owners[key(form)].add(country)
    shared = {form: countries for form, countries in owners.items() if len(countries) > 1}
    for form, countries in shared.items():
        for country in countries:
            assert form in {key(value) for value in values(country, KG + "needsContext")}, (form, country)
    assert set(shared) == {"congolees", "congolese", "congolezen"}


def test_what_needs_context_is_a_form_of_that_country() -> None:
    wanted = {country: values(country, KG + "needsContext") for country in STATES}
    assert {c: v for c, v in wanted.items() if not set(v) <= set(forms(c))} == {}


@pytest.mark.parametrize("form", ["Chad", "Congo", "Emiraten", "Frans", "Georgia", "Jordan", "Korea"])
def test_a_form_that_is_also_something_else_needs_context(form: str) -> None:
    assert any(form in values(country, KG + "needsContext") for country in STATES)


@pytest.mark.parametrize(
    "word", ["Est", "Fransen", "Let", "Letten", "Noor", "Pool", "Turk", "Amerika", "Hongkong", "Koreaans"]
)
def test_a_form_that_would_mislead_is_left_out(word: str) -> None:
    assert [country for country in STATES if word in forms(country)] == []


def test_adjectives_come_in_both_forms() -> None:
    wrong = []
    for subject in FACTS:
        found = [form for form in values(subject, KG + "adjective") if form != "Sovjet"]  # written before a hyphen only
        for bare, inflected in zip(found[::2], found[1::2], strict=True):
            if inflected != re.sub(r"(a|e)\1s$", r"\1s", bare) + "e":  # Chinees: Chinese, Indiaas: Indiase
                wrong.append((bare, inflected))
    assert wrong == []


def test_codes_are_in_pairs_unique_and_linked() -> None:
    two, three = (
        {country: values(country, KG + prop)[0] for country in STATES if values(country, KG + prop)}
        for prop in ("iso2", "iso3")
    )
    assert two.keys() == three.keys()
    assert len(set(two.values())) == len(set(three.values())) == len(two) == 196
    for country, code in three.items():
        assert re.fullmatch("[A-Z]{2}", two[country])
        assert EU + code in values(country, SKOS + "exactMatch")
    assert values("country/nederland", SKOS + "exactMatch") == [EU + "NLD", "http://www.wikidata.org/entity/Q55"]


def test_a_member_has_a_capital_unless_it_is_a_city_or_disputed() -> None:
    without = {
        c.removeprefix("country/")
        for c in STATES
        if values(c, DCT + "type") == ["state"] and not values(c, KG + "capital")
    }
    assert without == {"equatoriaal-guinea", "israel", "monaco", "nauru", "singapore"}


def test_no_two_living_states_share_a_capital() -> None:
    living = [country for country in STATES if not values(country, KG + "until")]
    capitals = [capital for country in living for capital in values(country, KG + "capital", KG + "seatOfGovernment")]
    assert len(capitals) == len(set(capitals))
    assert all(capital.startswith(BASE + "place/") for capital in capitals)


@pytest.mark.parametrize("name", NAMES)
def test_a_former_name_has_an_end_a_source_and_one_country(name: str) -> None:
    assert values(name, TYPE) == [KG + "Name"]
    assert slug(values(name, KG + "form")[0]) == name.removeprefix("name/")
    assert len(values(name, KG + "form")) == len(values(name, KG + "until")) == len(values(name, DCT + "source")) == 1
    assert sum(BASE + name in values(country, KG + "formerName") for country in STATES) == 1


def test_every_former_name_that_is_linked_is_there() -> None:
    assert {v.removeprefix(BASE) for c in STATES for v in values(c, KG + "formerName")} == set(NAMES)


def test_dates_are_written_as_their_datatype_says_and_in_order() -> None:
    for about in FACTS.values():
        for term in about.get(KG + "from", []) + about.get(KG + "until", []):
            assert isinstance(term, ox.Literal)
            assert re.fullmatch(DATES[term.datatype.value], term.value)
        for start, end in zip(about.get(KG + "from", []), about.get(KG + "until", []), strict=False):
            assert start.value < end.value


@pytest.mark.parametrize(
    ("country", "adjectives"),
    [
        ("denemarken", {"Deens", "Deense"}),
        ("duitsland", {"Duits", "Duitse"}),
        ("estland", {"Estisch", "Estische", "Ests", "Estse", "Estlands", "Estlandse"}),
        ("finland", {"Fins", "Finse"}),
        ("filipijnen", {"Filipijns", "Filipijnse"}),
        ("india", {"Indiaas", "Indiase"}),
        ("ivoorkust", {"Ivoriaans", "Ivoriaanse"}),
        ("kroatie", {"Kroatisch", "Kroatische"}),
        ("letland", {"Lets", "Letse"}),
        ("mali", {"Malinees", "Malinese"}),
        ("niger", {"Nigerees", "Nigerese"}),
        ("nigeria", {"Nigeriaans", "Nigeriaanse"}),
        ("noorwegen", {"Noors", "Noorse"}),
        ("oekraine", {"Oekraïens", "Oekraïense"}),
        ("rusland", {"Russisch", "Russische"}),
        ("slovenie", {"Sloveens", "Sloveense"}),
        ("slowakije", {"Slowaaks", "Slowaakse"}),
        ("tsjechie", {"Tsjechisch", "Tsjechische"}),
        ("verenigd-koninkrijk", {"Brits", "Britse"}),
        ("belarus", {"Belarussisch", "Belarussische", "Wit-Russisch", "Wit-Russische"}),
        ("zwitserland", {"Zwitsers", "Zwitserse"}),
    ],
)
def test_adjectives_are_right(country: str, adjectives: set[str]) -> None:
    assert set(values(f"country/{country}", KG + "adjective")) == adjectives


@pytest.mark.parametrize(
    ("country", "iso2", "iso3", "capital"),
    [
        ("congo-brazzaville", "CG", "COG", "brazzaville"),
        ("congo-kinshasa", "CD", "COD", "kinshasa"),
        ("duitsland", "DE", "DEU", "berlijn"),
        ("kazachstan", "KZ", "KAZ", "astana"),
        ("nederland", "NL", "NLD", "amsterdam"),
        ("noord-korea", "KP", "PRK", "pyongyang"),
        ("noord-macedonie", "MK", "MKD", "skopje"),
        ("oekraine", "UA", "UKR", "kiev"),
        ("slovenie", "SI", "SVN", "ljubljana"),
        ("slowakije", "SK", "SVK", "bratislava"),
        ("verenigd-koninkrijk", "GB", "GBR", "londen"),
        ("verenigde-staten", "US", "USA", "washington"),
        ("zuid-korea", "KR", "KOR", "seoel"),
        ("zwitserland", "CH", "CHE", "bern"),
    ],
)
def test_codes_and_capitals_are_right(country: str, iso2: str, iso3: str, capital: str) -> None:
    found = values(f"country/{country}", KG + "iso2", KG + "iso3", KG + "capital")
    assert found == [iso2, iso3, f"{BASE}place/{capital}"]


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Russische Federatie", "rusland"),
        ("Wit-Rusland", "belarus"),
        ("Groot-Brittannië", "verenigd-koninkrijk"),
        ("Tsjechische Republiek", "tsjechie"),
        ("Volksrepubliek China", "china"),
        ("Macedonië", "noord-macedonie"),
        ("Zaïre", "congo-kinshasa"),
        ("Heilige Stoel", "vaticaanstad"),
        ("Palestina", "palestijnse-gebieden"),
        ("VS", "verenigde-staten"),
        ("VAE", "verenigde-arabische-emiraten"),
        ("Oost-Duitse", "ddr"),
    ],
)
def test_a_form_leads_to_its_country(form: str, country: str) -> None:
    assert [c for c in STATES if form in forms(c)] == [f"country/{country}"]


def test_the_seat_of_the_dutch_government_is_not_its_capital() -> None:
    assert values("country/nederland", KG + "seatOfGovernment") == [BASE + "place/den-haag"]


@pytest.mark.parametrize(
    ("subject", "start", "end"),
    [
        ("country/kosovo", ["2008-02-17"], []),
        ("country/montenegro", ["2006-06-03"], []),
        ("country/zuid-soedan", ["2011-07-09"], []),
        ("country/ddr", ["1949-10-07"], ["1990-10-03"]),
        ("name/macedonie", ["1993-04-19"], ["2019-02-12"]),
        ("name/swaziland", [], ["2018-04-19"]),
    ],
)
def test_dates_are_right(subject: str, start: list[str], end: list[str]) -> None:
    assert values(subject, KG + "from") == start
    assert values(subject, KG + "until") == end
