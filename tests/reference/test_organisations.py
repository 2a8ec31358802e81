"""The organisations of the registry and who belonged to them when: complete, unambiguous and linked."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import pyoxigraph as ox
import pytest
from facts import BASE, DATES, DCT, KG, ORG, REFERENCE, SKOS, TYPE, read

from kg.registry import Lookup, Period, fold, words
from kg.registry.load import forms, read_turtle, to_entries

WIKIDATA = "http://www.wikidata.org/entity/"
NAMES = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", KG + "abbreviation")
KINDS = {"intergovernmental", "body", "parliament", "ministry", "court", "armed-group", "company", "ngo"} | {
    "coalition",
    "agency",
    "format",
    "party",
}

GENERIC = "Raad Commissie Groep Kamer Coalitie Comité Hof Tribunaal Contactgroep Senaat Congres"
WIKIDATA_IDS = """
navo 7184 nar 944947 militair-comite-van-de-navo 1959817 shape 1432908 aco 55858714 act 2001035 vn 1065 avvn 47423
vn-veiligheidsraad 37470 eu 458 europese-raad 8886 raad-van-de-europese-unie 8896 raad-buitenlandse-zaken 973809
europese-commissie 8880 edeo 672941 eda 1134173 ovse 81299 raad-van-europa 8908 iaea 41984 afrikaanse-unie 7159
arabische-liga 7172 gcc 217172 icc 47488
"""

ALL = read("organisations")
ORGANISATION = {subject: about for subject, about in ALL.items() if subject.startswith("organisation/")}
MEMBERSHIP = read("memberships")
EVERYTHING = ALL | MEMBERSHIP


def values(subject: str, *properties: str) -> list[str]:
    return [term.value.removeprefix(BASE) for prop in properties for term in EVERYTHING[subject].get(prop, [])]


def one(subject: str, prop: str) -> str:
    (value,) = values(subject, prop) or [""]
    return value


def key(name: str) -> tuple[str, ...]:
    return tuple(fold(word.group()) for word in words(name))


def slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def period(subject: str) -> Period:
    return Period(one(subject, KG + "from"), one(subject, KG + "until"))


def members(organisation: str, day: str, role: str = "lid") -> set[str]:
    return {
        one(m, ORG + "member").partition("/")[2]
        for m in MEMBERSHIP
        if one(m, ORG + "organization") == "organisation/" + organisation
        and one(m, KG + "role") == role
        and period(m).holds(day)
    }


def found(name: str) -> set[str]:
    """Give the organisations that a name stands for without context, whatever signs stand between its words."""
    return {
        organisation.removeprefix("organisation/")
        for organisation in ORGANISATION
        if key(name) in {key(n) for n in values(organisation, *NAMES)}
        and key(name) not in {key(n) for n in values(organisation, KG + "needsContext")}
    }


@pytest.mark.parametrize("name", ["organisations", "memberships"])
def test_entries_are_in_alphabetical_order_of_slug(name: str) -> None:
    slugs = [subject.partition("/")[2] for subject in read(name)]
    assert slugs == sorted(slugs)


def test_no_entry_is_written_twice() -> None:
    for name in ("organisations", "memberships"):
        turtle = (REFERENCE / f"{name}.ttl").read_text(encoding="utf-8")
        subjects = re.findall(r"^(\w+:\S+) a ", turtle, re.MULTILINE)
        assert len(subjects) == len(set(subjects)) == len(read(name))


def test_there_are_enough_organisations_and_memberships() -> None:
    assert len(ORGANISATION) >= 350
    assert len(MEMBERSHIP) >= 700


def test_every_entry_has_its_type_and_one_source() -> None:
    kinds = {"organisation": "Organisation", "name": "Name", "membership": "Membership"}
    for subject in EVERYTHING:
        assert values(subject, TYPE) == [KG + kinds[subject.partition("/")[0]]], subject
        assert one(subject, DCT + "source").strip(), subject


def test_every_organisation_has_one_dutch_and_one_english_label_and_a_known_kind() -> None:
    for subject, about in ORGANISATION.items():
        languages = sorted(str(label.language) for label in about[SKOS + "prefLabel"] if isinstance(label, ox.Literal))
        assert languages == ["en", "nl"], subject
        assert one(subject, DCT + "type") in KINDS, subject


def test_the_slug_is_a_name_or_an_abbreviation_of_the_organisation() -> None:
    for subject in ORGANISATION:
        assert subject.partition("/")[2] in {slug(n) for n in values(subject, *NAMES, KG + "needsContext")}, subject


def test_names_have_no_stray_space_and_none_stands_twice_in_an_entry() -> None:
    for subject, about in ORGANISATION.items():
        names = [(x.value, x.language) for p in NAMES[:3] for x in about.get(p, []) if isinstance(x, ox.Literal)]
        assert len(names) == len(set(names)), subject
        written = values(subject, *NAMES, KG + "collective", KG + "needsContext")
        assert all(name and name == " ".join(name.split()) for name in written), subject


def test_a_name_stands_for_two_organisations_only_where_all_but_one_need_context() -> None:
    holders: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for subject in ORGANISATION:
        for name in values(subject, *NAMES):
            holders[key(name)].add(subject)
        for former in values(subject, KG + "formerName"):
            holders[key(one(former, KG + "form"))].add(subject)
    for same, subjects in holders.items():
        if len(subjects) > 1:
            free = [s for s in subjects if same not in {key(n) for n in values(s, KG + "needsContext")}]
            assert len(free) < 2, (same, subjects)


def test_a_collective_belongs_to_one_organisation() -> None:
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for subject in ORGANISATION:
        for word in values(subject, KG + "collective"):
            holders[word].add(subject)
    assert {word: subjects for word, subjects in holders.items() if len(subjects) > 1} == {}


def test_no_country_has_the_name_of_an_organisation() -> None:
    facts = read("countries").values()
    countries = {key(term.value) for about in facts for p in (*NAMES, KG + "form") for term in about.get(p, [])}
    for subject in ORGANISATION:
        context = {key(n) for n in values(subject, KG + "needsContext")}
        assert {key(n) for n in values(subject, *NAMES)} & countries <= context, subject


@pytest.mark.parametrize("word", GENERIC.split())
def test_a_word_that_many_bodies_go_by_needs_context(word: str) -> None:
    assert found(word) == set()
    assert any(word in values(subject, KG + "needsContext") for subject in ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        "Op de top sprak het kabinet af dat er voor het eind van het jaar een nota is.",
        "Er is in de raad gesproken; de commissaris en de groep waren er al, en de unie ook niet.",
        "Is dat zo? Al met al mag het, eer het te laat is. Wie act wil, moet het ook doen. Ana en Eva kwamen.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    facts = read_turtle([REFERENCE / "organisations.ttl"])
    lookup = Lookup(form for entry in to_entries(facts) for form in forms(facts, entry))
    assert [hit.span.of(text) for hit in lookup.scan(text) if not all(form.context for form in hit.forms)] == []


def test_no_short_word_is_recognised_in_small_letters() -> None:
    for subject in ORGANISATION:
        for name in values(subject, *NAMES[:3]):
            assert len(name) > 2 or any(c.isdigit() for c in name), (subject, name)


def test_a_body_belongs_to_an_organisation_that_is_here_and_never_to_itself() -> None:
    for subject in ORGANISATION:
        above, seen = one(subject, ORG + "subOrganizationOf"), {subject}
        while above:
            assert above in ORGANISATION, (subject, above)
            assert above not in seen, subject
            seen.add(above)
            above = one(above, ORG + "subOrganizationOf")


def test_former_names_are_here_and_used_once() -> None:
    used = [former for subject in ORGANISATION for former in values(subject, KG + "formerName")]
    assert sorted(used) == sorted(subject for subject in ALL if subject.startswith("name/"))
    assert all(one(name, KG + "form") for name in used)


def test_dates_are_as_precise_as_they_say_and_begin_before_they_end() -> None:
    for subject, about in EVERYTHING.items():
        for term in about.get(KG + "from", []) + about.get(KG + "until", []):
            assert isinstance(term, ox.Literal)
            assert re.fullmatch(DATES[term.datatype.value], term.value), (subject, term)
        span = period(subject)
        if span.start and span.end:
            shared = min(len(span.start), len(span.end))
            assert span.start[:shared] <= span.end[:shared], subject
            assert span.start != span.end, subject


def test_a_membership_links_an_organisation_with_a_member_and_is_named_after_both() -> None:
    for subject in MEMBERSHIP:
        organisation, member = one(subject, ORG + "organization"), one(subject, ORG + "member")
        assert organisation in ORGANISATION, subject
        assert member in ORGANISATION or member.startswith("country/"), subject
        own = f"membership/{organisation.partition('/')[2]}-{member.partition('/')[2]}"
        assert re.fullmatch(re.escape(own) + r"(-[2-9])?", subject), subject
        assert one(subject, KG + "role") in {"lid", "permanent lid", "partner", "waarnemer", "kandidaat"}, subject


def test_the_countries_that_are_members_are_in_the_registry() -> None:
    there = {one(subject, ORG + "member") for subject in MEMBERSHIP}
    assert {member for member in there if member.startswith("country/")} - set(read("countries")) == set()


def test_nobody_is_a_member_twice_on_the_same_day() -> None:
    for organisation in {one(m, ORG + "organization").partition("/")[2] for m in MEMBERSHIP}:
        for day in ("1990-01-01", "2017-12-05", "2024-06-01"):
            assert not members(organisation, day) & members(organisation, day, "partner"), organisation
    both = [(one(m, ORG + "organization"), one(m, ORG + "member"), one(m, KG + "role")) for m in MEMBERSHIP]
    assert len(both) == len(set(both))


@pytest.mark.parametrize(
    ("organisation", "counts"),
    [
        (
            "navo",
            {
                "1949-04-04": 12,
                "1990-01-01": 16,
                "2004-03-29": 26,
                "2010-06-10": 28,
                "2017-12-05": 29,
                "2020-12-01": 30,
                "2023-05-01": 31,
                "2024-06-01": 32,
            },
        ),
        (
            "eu",
            {
                "1960-01-01": 6,
                "2000-01-01": 15,
                "2004-05-17": 25,
                "2007-06-14": 27,
                "2016-01-01": 28,
                "2020-01-31": 28,
                "2021-01-01": 27,
            },
        ),
        ("vn", {"1945-12-31": 49, "2024-06-01": 193}),
        ("ovse", {"2005-01-01": 55, "2017-12-07": 57}),
        ("raad-van-europa", {"2010-01-01": 47, "2026-01-01": 46}),
        ("benelux", {"2020-12-01": 3}),
        ("g7", {"2020-01-01": 7}),
        ("g8", {"2010-01-01": 8, "2018-01-01": 0}),
        ("g20", {"2019-06-08": 20, "2024-01-01": 21}),
        ("oeso", {"2019-06-08": 36, "2024-01-01": 38}),
        ("brics", {"2023-01-01": 5}),
        ("eva", {"2020-01-01": 4}),
        ("asean", {"2020-01-01": 10}),
        ("gcc", {"2020-01-01": 6}),
        ("arabische-liga", {"2020-01-01": 22}),
        ("afrikaanse-unie", {"2020-01-01": 54}),
        ("ecowas", {"2023-08-01": 15}),
        ("weu", {"2005-01-01": 10, "2012-01-01": 0}),
        ("b9", {"2020-01-01": 9}),
        ("nb8", {"2020-01-01": 8}),
        ("jef", {"2024-01-01": 10}),
        ("visegradgroep", {"2020-01-01": 4}),
        ("weimardriehoek", {"2020-01-01": 3}),
        ("partnerschap-voor-de-vrede", {"2024-06-01": 18}),
        ("mediterrane-dialoog", {"2024-06-01": 7}),
        ("istanbul-cooperation-initiative", {"2024-06-01": 4}),
    ],
)
def test_an_organisation_has_as_many_members_on_a_day_as_it_had(organisation: str, counts: dict[str, int]) -> None:
    assert {day: len(members(organisation, day)) for day in counts} == counts


@pytest.mark.parametrize(
    ("organisation", "day", "role", "inside", "outside"),
    [
        ("navo", "2017-12-05", "lid", "montenegro", "noord-macedonie"),
        ("navo", "2017-12-05", "partner", "zweden", "montenegro"),
        ("navo", "2024-06-01", "lid", "zweden", "oostenrijk"),
        ("navo", "2024-06-01", "partner", "japan", "zweden"),
        ("eu", "2020-02-01", "lid", "kroatie", "verenigd-koninkrijk"),
        ("eu", "2023-01-01", "kandidaat", "oekraine", "georgie"),
        ("raad-van-europa", "2022-03-17", "lid", "oekraine", "rusland"),
        ("g8", "2013-01-01", "lid", "rusland", "china"),
        ("g20", "2023-10-01", "lid", "afrikaanse-unie", "nederland"),
        ("vn-veiligheidsraad", "2020-01-01", "permanent lid", "frankrijk", "duitsland"),
        ("vn", "2020-01-01", "waarnemer", "vaticaanstad", "zwitserland"),
        ("ecowas", "2025-06-01", "lid", "nigeria", "niger"),
    ],
)
def test_a_state_is_in_or_out_on_a_day(organisation: str, day: str, role: str, inside: str, outside: str) -> None:
    there = members(organisation, day, role)
    assert inside in there
    assert outside not in there


@pytest.mark.parametrize(
    ("names", "organisation"),
    [
        ("NAVO|Navo|NATO|Noord-Atlantische Verdragsorganisatie|Bondgenootschap|Atlantisch Bondgenootschap", "navo"),
        ("Noord-Atlantische Raad|Noord Atlantische Raad|NAR|NAC", "nar"),
        ("NAVO-Rusland Raad|NAVO Rusland Raad|NAVO-Rusland-raad|Navo-Rusland Raad|NAVO-Ruslandraad|NRR", "nrr"),
        ("NAVO-Oekraïne Commissie|NAVO Oekraïne Commissie|NUC", "nuc"),
        ("NAVO-Oekraïne Raad|NAVO Oekraïne Raad|NATO Ukraine Council|NUR", "nur"),
        ("NAVO-Georgië Commissie|Navo-Georgië Commissie|NGC", "ngc"),
        ("Nuclear Planning Group|Nucleaire Planningsgroep|Nucleaire Planning Groep|NPG", "npg"),
        ("Defence Planning Committee|Defensie Planning Comité|DPC", "dpc"),
        (
            "anti-ISIS-coalitie|anti-ISIS Coalitie|Anti ISIS coalitie|anti-IS-coalitie|coalitie tegen ISIS",
            "anti-isis-coalitie",
        ),
        ("Islamitische Staat|IS|ISIS|ISIL|Daesh|Da'esh", "islamitische-staat"),
        ("Helsinki Centre of Excellence on Countering Hybrid Warfare|Hybrid CoE", "hybrid-coe"),
        ("Al Qaida|Al-Qaida|Al Qaeda", "al-qaida"),
        ("Houthi's|Houthi’s|Houthi-rebellen", "houthi-s"),
        ("Europese Unie|EU", "eu"),
        ("Raad Buitenlandse Zaken|RBZ", "raad-buitenlandse-zaken"),
        ("Raad Buitenlandse Zaken Defensie|RBZ Defensie|RBZ-Defensie", "rbz-defensie"),
        ("Europees Defensieagentschap|Europees Defensie Agentschap|EDA", "eda"),
        ("Militair Comité van de EU|EUMC", "eumc"),
        ("Militair Comité van de NAVO|NAVO Militair Comité", "militair-comite-van-de-navo"),
        ("Verenigde Naties|VN", "vn"),
        ("VN-Veiligheidsraad|VN Veiligheidsraad|Veiligheidsraad|VNVR", "vn-veiligheidsraad"),
        ("OVSE|OSCE|Organisatie voor Veiligheid en Samenwerking in Europa", "ovse"),
        ("ODIHR|Bureau voor Democratische Instellingen en Mensenrechten", "odihr"),
        ("Minsk Groep|Minsk-groep|OVSE Minsk Groep", "minsk-groep"),
        ("Tweede Kamer|Tweede Kamer der Staten-Generaal|uw Kamer", "tweede-kamer"),
        ("Doema|Staatsdoema", "doema"),
        ("Benelux|Benelux Unie|Benelux-Unie", "benelux"),
        ("Internationaal Gerechtshof|ICJ", "icj"),
        ("Arabische Liga|AL", "arabische-liga"),
    ],
)
def test_the_spellings_that_letters_use_stand_for_one_organisation(names: str, organisation: str) -> None:
    for name in names.split("|"):
        assert found(name) == {organisation}, name


@pytest.mark.parametrize(
    ("organisation", "words_for_members"),
    [
        ("navo", {"Bondgenoten", "Bondgenoot", "bondgenoten", "NAVO-landen"}),
        ("eu", {"lidstaten", "EU-lidstaten", "de Zevenentwintig", "de Vijfentwintig"}),
        ("ovse", {"deelnemende Staten", "deelnemende staten"}),
        ("benelux", {"Benelux-landen"}),
    ],
)
def test_the_members_together_have_their_own_word(organisation: str, words_for_members: set[str]) -> None:
    assert words_for_members <= set(values("organisation/" + organisation, KG + "collective"))


@pytest.mark.parametrize(
    ("body", "whole"),
    [("nar", "navo"), ("npg", "navo"), ("eda", "eu"), ("odihr", "ovse"), ("ehrm", "raad-van-europa")],
)
def test_a_body_is_part_of_its_organisation(body: str, whole: str) -> None:
    assert one("organisation/" + body, ORG + "subOrganizationOf") == "organisation/" + whole


def test_wikidata_ids_are_those_that_a_curated_list_confirms() -> None:
    """OpenSanctions' registry of international organisations, 2026-08."""
    confirmed = WIKIDATA_IDS.split()
    written = {
        subject.removeprefix("organisation/"): match.removeprefix(WIKIDATA)
        for subject in ORGANISATION
        for match in values(subject, SKOS + "exactMatch")
        if match.startswith(WIKIDATA)
    }
    assert written == {name: f"Q{number}" for name, number in zip(confirmed[::2], confirmed[1::2], strict=True)}
