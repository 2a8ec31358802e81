"""The places of the registry: complete, unambiguous, and linked to what is there."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import pyoxigraph as ox
import pytest
from facts import BASE, DCT, KG, SKOS, TYPE, key, read

LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", KG + "abbreviation", KG + "adjective")
KINDS = {
    *("city", "province", "region", "territory", "continent", "island", "building", "site"),
    *("sea", "strait", "river", "canal"),
}

PLACE_FACTS = read("places")


def values(place: str, *properties: str) -> list[str]:
    return [term.value for prop in properties for term in PLACE_FACTS[place].get(prop, [])]


def located(place: str) -> str:
    """Give the one thing that a place lies in, or an empty string."""
    return next((v.removeprefix(BASE) for v in values(place, KG + "locatedIn")), "")


def slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "")).strip("-")


def found(name: str) -> set[str]:
    """Give the places that a name can stand for, spelled exactly so."""
    return {place for place in PLACE_FACTS if name in values(place, *LABELS)}


def test_there_are_enough_places_in_alphabetical_order_of_slug() -> None:
    assert len(PLACE_FACTS) >= 400
    assert list(PLACE_FACTS) == sorted(PLACE_FACTS)


def test_every_entry_is_a_place_with_one_known_type_and_one_source() -> None:
    for place in PLACE_FACTS:
        assert place.startswith("place/"), place
        assert values(place, TYPE) == [KG + "Place"], place
        assert len(kinds := values(place, DCT + "type")) == 1, place
        assert set(kinds) <= KINDS, place
        assert len(sources := values(place, DCT + "source")) == 1, place
        assert sources[0].strip(), place


def test_every_entry_has_one_dutch_and_one_english_label() -> None:
    for place, about in PLACE_FACTS.items():
        languages = sorted(str(label.language) for label in about[SKOS + "prefLabel"] if isinstance(label, ox.Literal))
        assert languages == ["en", "nl"], place


def test_the_slug_is_the_dutch_label() -> None:
    for place, about in PLACE_FACTS.items():
        dutch = next(x.value for x in about[SKOS + "prefLabel"] if isinstance(x, ox.Literal) and x.language == "nl")
        assert place == "place/" + slug(dutch)


def test_names_have_no_stray_space_and_none_stands_twice_in_an_entry() -> None:
    for place, about in PLACE_FACTS.items():
        names = [(x.value, x.language) for p in LABELS for x in about.get(p, []) if isinstance(x, ox.Literal)]
        assert len(names) == len(set(names)), place
        assert all(name == " ".join(name.split()) for name, _ in names), place


def test_a_name_stands_for_two_places_only_where_both_need_context() -> None:
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for place in PLACE_FACTS:
        for name in values(place, *LABELS):
            holders[key(name)].add(place)
    for words, places in holders.items():
        if len(places) > 1:
            assert all(words in {key(n) for n in values(p, KG + "needsContext")} for p in places), (words, places)


def test_what_needs_context_is_a_name_of_the_place_in_all_its_spellings() -> None:
    for place in PLACE_FACTS:
        names, context = set(values(place, *LABELS)), set(values(place, KG + "needsContext"))
        assert context <= names, place
        keys = {key(name) for name in context}
        assert {name for name in names if key(name) in keys} == context, place


def test_a_place_lies_in_a_country_or_in_a_place_that_is_here() -> None:
    for place in PLACE_FACTS:
        assert len(values(place, KG + "locatedIn")) <= 1, place
        inside, steps = located(place), 0
        while inside.startswith("place/"):
            assert inside in PLACE_FACTS, (place, inside)
            inside, steps = located(inside), steps + 1
            assert steps < 10, place
        assert inside == "" or inside.startswith("country/"), place


def test_places_and_countries_link_to_each_other() -> None:
    countries = read("countries")
    inside = {located(place) for place in PLACE_FACTS}
    assert {x for x in inside if x.startswith("country/")} - set(countries) == set()
    for country, about in countries.items():
        for capital in (
            term.value.removeprefix(BASE) for p in ("capital", "seatOfGovernment") for term in about.get(KG + p, [])
        ):
            assert capital in PLACE_FACTS, country
            assert KG + "until" in about or located(capital) in {"", country}, (country, capital)


def test_a_name_that_is_also_a_country_needs_context() -> None:
    countries = {
        key(term.value)
        for about in read("countries").values()
        for prop in (*LABELS, KG + "form")
        for term in about.get(prop, [])
    }
    for place in PLACE_FACTS:
        names = {key(name) for name in values(place, *LABELS)}
        if values(place, KG + "until"):
            continue  # what became a state keeps its name, and the date tells which is meant
        assert names & countries <= {key(name) for name in values(place, KG + "needsContext")}, place


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (("Kabul", "Kaboel"), "kabul"),
        (("Kiev", "Kyiv", "Kyjiv"), "kiev"),
        (("Beijing", "Peking"), "beijing"),
        (("Washington", "Washington DC", "Washington D.C."), "washington"),
        (("Den Haag", "'s-Gravenhage", "’s-Gravenhage", "The Hague"), "den-haag"),
        (("Nagorno-Karabach", "Nagorno Karabach", "Nagorno-Karabakh"), "nagorno-karabach"),
        (("Loehansk", "Luhansk"), "loehansk"),
        (("Donbas", "Donbass"), "donbas"),
        (("Charkov", "Charkiv"), "charkov"),
        (("Marioepol", "Mariupol"), "marioepol"),
        (("Istanbul", "Istanboel"), "istanbul"),
        (("Evian", "Évian"), "evian"),
        (("Gazastrook", "Gaza"), "gazastrook"),
        (("Middellandse Zee", "Middellandse-Zeegebied", "Middellandse Zeegebied"), "middellandse-zee"),
        (("Oostzee", "Baltische Zee"), "oostzee"),
        (("Arctisch gebied", "Arctis", "Noordpoolgebied", "Arctische"), "arctisch-gebied"),
        (("Westelijke Balkan", "Westelijke-Balkan"), "westelijke-balkan"),
        (("Hongkong", "Hong Kong"), "hongkong"),
        (("Spitsbergen", "Svalbard"), "spitsbergen"),
    ],
)
def test_the_spellings_that_letters_use_stand_for_one_place(names: tuple[str, ...], place: str) -> None:
    for name in names:
        assert found(name) == {"place/" + place}, name


@pytest.mark.parametrize(
    ("place", "inside", "source"),
    [
        ("krim", "country/oekraine", "68/262"),
        ("abchazie", "country/georgie", "1808"),
        ("zuid-ossetie", "country/georgie", "63/307"),
        ("nagorno-karabach", "country/azerbeidzjan", "884"),
        ("transnistrie", "country/moldavie", "72/282"),
        ("golanhoogten", "", "497"),
        ("westelijke-sahara", "", "690"),
        ("kasjmir", "", "47"),
        ("jeruzalem", "", "478"),
    ],
)
def test_a_disputed_place_lies_where_its_source_says(place: str, inside: str, source: str) -> None:
    assert located("place/" + place) == inside
    assert source in values("place/" + place, DCT + "source")[0]


@pytest.mark.parametrize(
    ("place", "kind", "inside"),
    [
        ("tarin-kowt", "city", "country/afghanistan"),
        ("uruzgan", "province", "country/afghanistan"),
        ("erbil", "city", "country/irak"),
        ("mons", "city", "country/belgie"),
        ("brunssum", "city", "country/nederland"),
        ("vredespaleis", "building", "place/den-haag"),
        ("rafah", "city", "place/gazastrook"),
        ("sebastopol", "city", "place/krim"),
        ("straat-van-hormuz", "strait", ""),
        ("zwarte-zee", "sea", ""),
        ("donau", "river", ""),
        ("slangeneiland", "island", "country/oekraine"),
        ("afrika", "continent", ""),
        ("bonaire", "island", "country/nederland"),
        ("aruba", "territory", ""),
    ],
)
def test_a_place_has_its_type_and_location(place: str, kind: str, inside: str) -> None:
    assert (values("place/" + place, DCT + "type"), located("place/" + place)) == ([kind], inside)


@pytest.mark.parametrize("name", ["Nice", "Laken", "Split", "Moss", "Male", "Essen", "Maas", "Luxemburg", "Singapore"])
def test_an_ordinary_word_or_a_country_needs_context(name: str) -> None:
    (place,) = found(name)
    assert name in values(place, KG + "needsContext")


@pytest.mark.parametrize("name", ["Gymnich", "Benelux", "Binnenhof", "Baltische", "Europese"])
def test_what_is_no_place_is_not_here(name: str) -> None:
    assert found(name) == set()
