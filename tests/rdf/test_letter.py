from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg.errors import KamergraphError, RegistryError
from kg.model import Attendance, Entity, Letter, Meeting, Mention, Offsets, Signatory, Source, Span, Stance, Text
from kg.rdf import Iris, Made, base_of, describe, registry, registry_hash
from kg.rdf.iris import DEFAULT_BASE
from kg.rdf.literals import moment
from kg.rdf.vocabulary import DCT, KG, OA, RDF, RDFS, SCHEMA, XSD
from kg.resolve import resolve
from rdf.letters import CLEAN, SOURCE, at, letter, synthetic

MADE = Made("kamergraph 0.1.0", "0" * 64)


def graph(of: Letter, iris: Iris | None = None) -> list[Triple]:
    return describe(of, resolve([of]), MADE, iris)


def values(triples: Iterable[Triple], subject: NamedNode, predicate: NamedNode) -> set[object]:
    return {triple.object for triple in triples if triple.subject == subject and triple.predicate == predicate}


STANCE = Iris().stance("navo-2017-12", "bondgenoten-steunden-georgie")
URGE = Iris().stance("navo-2017-12", "nederland-drong-aan")


def test_nothing_is_a_blank_node() -> None:
    assert not [t for t in graph(letter()) if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


def test_each_triple_is_given_once_and_always_in_the_same_order() -> None:
    once = graph(letter())
    assert len(once) == len(set(once))
    assert once == graph(letter())


def test_evidence_quotes_the_untouched_text_at_its_offsets() -> None:
    triples = graph(letter())
    found = 0
    for triple in triples:
        if triple.predicate == OA["exact"]:
            assert isinstance(triple.subject, NamedNode)
            assert isinstance(triple.object, Literal)
            begin, end = triple.subject.value.rpartition("=")[2].split(",")
            assert SOURCE[int(begin) : int(end)] == triple.object.value
            found += 1
    assert found >= 7
    assert Literal("drong Neder-\nland aan op contacten met Rusland") in {t.object for t in triples}


def test_surfaces_are_as_the_clean_text_has_them() -> None:
    mention = Iris().mention("navo-2017-12", "country/nederland")
    assert values(graph(letter()), mention, KG["surface"]) == {Literal("Nederland")}
    assert values(graph(letter()), mention, KG["count"]) == {Literal("2", datatype=XSD["integer"])}
    start = SOURCE.index("Neder-\nland")
    assert Iris().characters("navo-2017-12", start, start + 11) in values(graph(letter()), mention, KG["occursAt"])


def test_a_collective_holder_is_a_group_of_this_stance_with_its_named_members() -> None:
    triples = graph(letter())
    nederland, shared = Iris().of("country/nederland"), Iris().of("group/bondgenoten")
    group = Iris().stance_group("navo-2017-12", "bondgenoten-steunden-georgie", "group/bondgenoten")
    assert values(triples, STANCE, KG["holder"]) == {group, nederland}
    assert values(triples, STANCE, KG["subjectHolder"]) == {group}
    assert values(triples, STANCE, KG["memberHolder"]) == {nederland}
    assert values(triples, group, KG["base"]) == {shared}
    assert values(triples, group, KG["includes"]) == {nederland}
    assert values(triples, group, KG["quantifier"]) == {Literal("veel", language="nl")}
    assert values(triples, shared, KG["membersOf"]) == {Iris().of("organisation/nar")}
    assert not values(triples, shared, KG["quantifier"])


def test_the_reporter_is_the_person_who_signed_and_else_the_signature() -> None:
    assert values(graph(letter()), STANCE, KG["reportedBy"]) == {Iris().of("person/halbe-zijlstra")}
    stranger = replace(letter(), signatories=(Signatory("A. Onbekend"),))
    assert values(graph(stranger), STANCE, KG["reportedBy"]) == {Iris().signatory("navo-2017-12", "A. Onbekend")}


def test_only_a_line_that_is_announced_is_intended() -> None:
    assert values(graph(letter()), URGE, KG["intended"]) == {Literal("true", datatype=XSD["boolean"])}
    assert not values(graph(letter()), STANCE, KG["intended"])


def test_what_the_registry_knows_is_not_told_again() -> None:
    triples = graph(letter())
    assert not values(triples, Iris().of("country/nederland"), RDF["type"])
    person = Iris().of("person/janelidze")
    assert values(triples, person, RDF["type"]) == {KG["Person"]}
    assert values(triples, person, KG["country"]) == {Iris().of("country/georgie")}
    assert values(triples, person, RDFS["label"]) == {Literal("Janelidze", language="nl")}


def test_dates_are_as_precise_as_the_text() -> None:
    triples = graph(letter())
    top = Iris().of("meeting/navo-top-2018-07")
    assert values(triples, top, SCHEMA["startDate"]) == {Literal("2018-07", datatype=XSD["gYearMonth"])}
    assert values(triples, Iris().letter("navo-2017-12"), DCT["issued"]) == {
        Literal("2017-12-15", datatype=XSD["date"])
    }


@pytest.mark.parametrize("no_date", ["", "2018-13", "2018-02-30", "0000", "2018-W01-1", "２０１８", "18", "2018-7"])
def test_what_is_no_date_is_left_out(no_date: str) -> None:
    assert moment(no_date) is None


def test_a_heading_leads_to_the_topics_that_it_names() -> None:
    dinner = Iris().of("meeting/nar-ministers-van-buitenlandse-zaken-2017-12-05/werkdiner")
    assert values(graph(letter()), dinner, KG["onTopic"]) == {KG["topic-non-proliferation"], KG["topic-disarmament"]}


def test_another_base_changes_all_iris_of_data_and_none_of_the_ontology() -> None:
    other = Iris("https://example.org/id/")
    for here, there in zip(graph(letter()), graph(letter(), other), strict=True):
        for one, another in (
            (here.subject, there.subject),
            (here.predicate, there.predicate),
            (here.object, there.object),
        ):
            if isinstance(one, NamedNode) and one.value.startswith(DEFAULT_BASE):
                assert another == NamedNode(one.value.replace(DEFAULT_BASE, other.base))
            else:
                assert another == one


def test_a_stance_at_a_meeting_that_is_not_there_is_told() -> None:
    broken = replace(letter(), stances=(replace(letter().stances[0], meeting="nergens"),))
    with pytest.raises(KamergraphError, match=r"navo-2017-12\.txt: there is no meeting 'nergens'"):
        graph(broken)


def test_rdflib_and_oxigraph_count_the_same_triples() -> None:
    triples = graph(letter())
    turtle = serialize(triples, format=RdfFormat.TURTLE)
    assert turtle is not None
    assert (
        len(rdflib.Graph().parse(data=turtle, format="turtle"))
        == len(triples)
        == len(list(parse(turtle, RdfFormat.TURTLE)))
    )


def test_control_characters_stay_in_quotations_and_leave_other_text() -> None:
    text = "a\x0cb\x00c"
    odd = Letter(
        Source("a.txt", text, "0" * 64, "txt"),
        Text(text, Offsets((0,), (0,))),
        title="\x0ctitel\ud800",
        stances=(Stance("s", "urge", Span(0, 5), Span(0, 1), "r", 0.5, content=Span(0, 5)),),
    )
    triples = graph(odd)
    assert Literal("a\x0cb\x00c") in {t.object for t in triples if t.predicate == OA["exact"]}
    assert values(triples, Iris().letter("a"), DCT["title"]) == {Literal("�titel�", language="nl")}
    assert values(triples, Iris().stance("a", "s"), KG["content"]) == {Literal("a�b�c", language="nl")}


HOSTILE = st.text(st.characters(), max_size=8)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_a_letter_full_of_hostile_text_is_still_good_turtle(one: str, two: str, three: str) -> None:
    text = f"{one} {two} {three} "
    span = Span(0, len(text))
    hostile = Letter(
        Source(f"{one}.txt", text, "0" * 64, "txt"),
        Text(text, Offsets((0,), (0,))),
        *(one, two, three, one, two, three),
        signatories=(Signatory(one, two),),
        entities=(
            Entity(f"person/{one}", "Person", two, False, role=three, country=f"country/{two}", abbreviation=one),
        ),
        mentions=(Mention(span, f"person/{one}", two),),
        meetings=(
            Meeting(one, two, span, three, one, f"place/{two}", three, f"organisation/{one}", two, three, primary=True),
        ),
        attendances=(Attendance(one, f"person/{one}", two, span, three),),
        stances=(Stance(two, "urge", span, span, three, 0.1, reason=one, quantifier=two, meeting=one, content=span),),
    )
    triples = graph(hostile)
    turtle = serialize(triples, format=RdfFormat.TURTLE)
    assert turtle is not None
    assert {quad.triple for quad in parse(turtle, RdfFormat.TURTLE)} == set(triples)


def test_nothing_tells_of_clock_path_or_chance() -> None:
    one, other = synthetic(3), synthetic(3)
    assert graph(one) == graph(other)


def test_words_are_found_where_the_handmade_letter_has_them() -> None:
    assert at("Nederland").of(CLEAN) == "Nederland"


def test_the_registry_moves_to_another_base(tmp_path: Path) -> None:
    (tmp_path / "countries.ttl").write_text(
        f"<{DEFAULT_BASE}country/x> <{KG.iri}capital> <{DEFAULT_BASE}place/y> ; a <{KG.iri}Country> .", "utf-8"
    )
    moved = registry(Iris("https://example.org/"), tmp_path)
    x = NamedNode("https://example.org/country/x")
    assert values(moved, x, KG["capital"]) == {NamedNode("https://example.org/place/y")}
    assert values(moved, x, RDF["type"]) == {KG["Country"]}


def test_the_hash_of_the_registry_follows_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("", "utf-8")
    empty = registry_hash(tmp_path)
    assert empty == registry_hash(tmp_path)
    (tmp_path / "a.ttl").write_text("# more", "utf-8")
    assert registry_hash(tmp_path) != empty


def test_a_registry_that_is_no_turtle_tells_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "places.ttl").write_text("@prefix a: <a:> .\na:b a:c\n", "utf-8")
    with pytest.raises(RegistryError, match=r"^places\.ttl:[23]: this is not Turtle"):
        registry(folder=tmp_path)


def test_the_base_is_told_by_the_names_of_the_graphs() -> None:
    assert base_of([Iris("https://e.org/x/").letter_graph("a").value]) == "https://e.org/x/"
    assert base_of([Iris("https://e.org/x/").graph("registry").value]) == "https://e.org/x/"
    assert base_of([]) == DEFAULT_BASE
