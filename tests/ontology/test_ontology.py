from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdf.letters import letter

from kg import data
from kg.check.shape import Shapes
from kg.check.shapes import shapes
from kg.model import Letter
from kg.rdf import Made, describe, ontology, registry
from kg.rdf.vocabulary import KG, OA, RDF, RDFS, SKOS
from kg.resolve import resolve
from kg.store import LocalStore

ONTOLOGY = ontology()
MADE = Made("kamergraph 0.1.0", "0" * 64)
OWN = {
    t.subject.value.removeprefix(KG.iri)
    for t in ONTOLOGY
    if isinstance(t.subject, NamedNode) and t.subject.value.startswith(KG.iri) and t.predicate == RDF["type"]
}


def used_in(triples: list[Triple]) -> Iterator[str]:
    for triple in triples:
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, NamedNode) and term.value.startswith(KG.iri):
                yield term.value.removeprefix(KG.iri)


def test_each_own_term_has_a_label_and_a_comment_in_dutch_and_english() -> None:
    said = {
        (t.subject.value, t.predicate.value, t.object.language)
        for t in ONTOLOGY
        if isinstance(t.subject, NamedNode) and isinstance(t.object, Literal)
    }
    missing = [
        (name, kind, language)
        for name in sorted(OWN)
        for kind in ("label", "comment")
        for language in ("nl", "en")
        if (KG[name].value, RDFS[kind].value, language) not in said
    ]
    assert len(OWN) > 100
    assert not missing


def test_each_term_that_the_writer_uses_is_defined() -> None:
    assert not set(used_in(described(letter()))) - OWN


def test_each_term_that_the_code_names_is_defined() -> None:
    code = "".join(path.read_text("utf-8") for path in (Path(data.__file__).parent / "rdf").glob("*.py"))
    named = set(re.findall(r'KG\["([^"]+)"\]', code))
    assert len(named) > 50
    assert not named - OWN


def test_each_term_that_the_questions_and_shapes_name_is_defined() -> None:
    questions = Path(data.__file__).parent / "questions"
    text = "".join(path.read_text("utf-8") for path in [*questions.glob("*.rq"), data.ontology() / "shapes.ttl"])
    assert not set(re.findall(r"\bkg:([A-Za-z][\w-]*)", text)) - OWN


def test_each_term_of_the_registry_is_defined() -> None:
    docs = (Path(data.__file__).parent.parent / "docs" / "registry.md").read_text("utf-8")
    assert not set(re.findall(r"\bkg:([A-Za-z][\w-]*)", docs)) - OWN
    assert not set(used_in(registry())) - OWN


def test_each_type_of_stance_has_a_polarity_and_a_definition_in_both_languages() -> None:
    types = {t.subject for t in ONTOLOGY if t.predicate == RDF["type"] and t.object == KG["StanceType"]}
    assert {t.value.rpartition("#")[2] for t in types if isinstance(t, NamedNode)} == {
        "support", "oppose", "urge", "emphasise", "concern", "commit", "observe",
    }  # fmt: skip
    for type_ in types:
        assert len([t for t in ONTOLOGY if t.subject == type_ and t.predicate == KG["polarity"]]) == 1
        for property_ in ("definition", "prefLabel"):
            found = [t.object for t in ONTOLOGY if t.subject == type_ and t.predicate == SKOS[property_]]
            assert {label.language for label in found if isinstance(label, Literal)} == {"nl", "en"}


def test_the_ontology_has_no_blank_nodes() -> None:
    assert not [t for t in ONTOLOGY if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


def test_each_shape_has_a_message_in_dutch_and_english() -> None:
    shacl = "http://www.w3.org/ns/shacl#"
    triples = list(parse(path=data.ontology() / "shapes.ttl"))
    kinds = {f"{shacl}NodeShape", f"{shacl}PropertyShape", f"{shacl}SPARQLConstraint"}
    shapes = {t.subject for t in triples if isinstance(t.object, NamedNode) and t.object.value in kinds}
    assert len(shapes) > 100
    for shape in shapes:
        messages = [t.object for t in triples if t.subject == shape and t.predicate.value == f"{shacl}message"]
        assert {m.language for m in messages if isinstance(m, Literal)} == {"nl", "en"}, shape


def test_each_class_has_a_shape() -> None:
    targets = set(re.findall(r"sh:targetClass kg:(\w+)", (data.ontology() / "shapes.ttl").read_text("utf-8")))
    classes = {
        t.subject.value.removeprefix(KG.iri)
        for t in ONTOLOGY
        if isinstance(t.subject, NamedNode)
        and isinstance(t.object, NamedNode)
        and t.subject.value.startswith(KG.iri)
        and t.object.value.endswith("owl#Class")
    }
    assert classes - targets == {"Entity", "RegistryGraph", "ResolutionGraph", "StanceType", "Topic"}


REGISTRY = (Path(__file__).parent / "registry.ttl").read_text("utf-8")
SHAPES = "https://w3id.org/kamergraph/shapes#"


def report(triples: list[Triple], more: str = "", without: str = "") -> list[str]:
    """What the shapes say of a letter, with the ontology and a small registry."""
    with LocalStore.memory() as store:
        store.write(KG["a-letter"], triples)
        store.write(KG["ontology"], ONTOLOGY)
        registry_ = (REGISTRY.replace(without, "") + more).encode()
        store.raw.bulk_load(registry_, format=RdfFormat.TURTLE, to_graph=KG["registry"])
        return [finding.what for finding in shapes(store)]


def described(of: Letter) -> list[Triple]:
    return describe(of, resolve([of]), MADE)


def test_a_good_letter_conforms() -> None:
    assert report(described(letter())) == []


KG_ID = "https://w3id.org/kamergraph/id/"


@pytest.mark.parametrize(
    ("letter_", "more", "without", "shape"),
    [
        (replace(letter(), stances=(replace(letter().stances[0], confidence=1.5),)), "", "", "Stance-confidence"),
        (replace(letter(), attendances=(replace(letter().attendances[0], role="toerist"),)), "", "", "Attendance-role"),
        (replace(letter(), stances=(replace(letter().stances[0], about=("x/y",)),)), "", "", "Stance-about"),
        (letter(), "", ' , "Netherlands"@en', "Country"),
        (letter(), "", 'kg:form "Batavia"@nl ;', "Name-form"),
        (letter(), "", "org:member person:halbe-zijlstra ;", "Term-member"),
        (letter(), f'<{KG_ID}country/nederland> kg:iso2 "nl" .', "", "Country-iso2"),
        (letter(), "[] a kg:Stance .", "", "Stance-type"),
        (letter(), f"<{KG_ID}x> a kg:Session .", "", "Session-superEvent"),
        (letter(), f"<{KG_ID}x> a kg:Group .", "", "Group-label"),
        (letter(), f"<{KG_ID}x> a kg:Mention .", "", "Mention-entity"),
    ],
)  # fmt: skip
def test_bad_data_is_told_by_its_shape(letter_: Letter, more: str, without: str, shape: str) -> None:
    told = report(described(letter_), more, without)
    assert any(what.startswith(Shapes().message(NamedNode(SHAPES + shape))) for what in told)


def test_evidence_that_does_not_fit_its_offsets_is_told() -> None:
    broken = [
        Triple(t.subject, t.predicate, Literal(f"{t.object.value}!"))
        if isinstance(t.object, Literal) and t.predicate == OA["exact"]
        else t
        for t in described(letter())
    ]
    assert set(report(broken)) == {"The quoted words do not fit between the start and the end of the evidence."}
