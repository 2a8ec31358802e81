"""What the shapes ask is asked as SPARQL; pyshacl, which takes much longer over it, finds the same in a graph that is all wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize
from rdf.letters import letter
from rdflib import BNode, Graph, URIRef

from kg import data
from kg.check import conforms
from kg.check.constraint import Constraints
from kg.check.shape import SH, Shapes
from kg.rdf import Made, describe
from kg.rdf.vocabulary import KG, NIF, OA, RDF, XSD
from kg.resolve import resolve

REGISTRY = Path(__file__).parents[1] / "ontology" / "registry.ttl"
BASE = "https://w3id.org/kamergraph/id/"

Value = NamedNode | BlankNode | Literal

ODD: list[Value] = [
    BlankNode("nobody"),
    *(NamedNode(BASE + name) for name in ("nowhere", "country/nederland", "organisation/nar", "x#char=3,4", "a-session")),
    *(KG[name] for name in ("support", "Country", "veiligheid")),
    *(Literal(text) for text in ("", "video", "participant", "strong", "city", "NL", "nl", "0" * 64, "0" * 63)),
    *(Literal("woord", language=language) for language in ("nl", "nl-be", "en", "fr")),
    Literal("lid", language="nl"),
    *(Literal(text, datatype=XSD["date"]) for text in ("2019-02-28", "2019-02-31", "gisteren")),
    *(Literal(text, datatype=XSD[kind]) for kind, text in (("gYear", "2019"), ("gYearMonth", "2019-02"))),
    *(Literal(text, datatype=XSD["decimal"]) for text in ("0.5", "1.5", "-0.5", "half")),
    *(Literal(text, datatype=XSD["integer"]) for text in ("-1", "0", "1", "2", "een")),
    *(Literal(text, datatype=XSD["boolean"]) for text in ("true", "false")),
]  # fmt: skip
INDEXES = (NIF["beginIndex"], NIF["endIndex"])
NUMBERS = [Literal(number, datatype=XSD["integer"]) for number in ("-1", "0", "1", "2")]  # pyshacl compares only these
NAMES = [Literal("een", language="nl"), Literal("twee", language="nl"), Literal("one", language="en")]
OF_A_QUERY = (
    "The quoted words do not fit between the start and the end of the evidence."  # its language gets lost there
)
TOGETHER: list[list[Value]] = [[], [*ODD], NAMES[:1], NAMES[1:], NAMES[:2]]


def all_wrong() -> list[Triple]:
    """Things of every class, with values of every property that fit it and that do not, one and several and none."""
    shapes = Shapes()
    constraints = Constraints(shapes, {})
    targets = [(shape, RDF["type"], cls) for shape, cls in shapes.with_a("targetClass")]
    targets += [
        (shape, predicate, NamedNode(BASE + "nowhere")) for shape, predicate in shapes.with_a("targetSubjectsOf")
    ]  # type: ignore[misc]
    triples = [Triple(NamedNode(BASE + "a-session"), RDF["type"], KG["Session"])]
    for shape, predicate, thing in targets:
        paths = [constraints.path(of)[1] for of in shapes.all(shape, "property")]
        for number, values in enumerate(TOGETHER):
            one = NamedNode(f"{BASE}odd/{str(shape).rpartition('#')[2][:-1]}-{number}")
            triples.append(Triple(one, predicate, thing))
            triples += [
                Triple(one, path, value)
                for path in paths
                for value in values
                if path not in INDEXES or value in NUMBERS
            ]
        triples.append(Triple(BlankNode(), predicate, thing))
    return triples


def described() -> list[Triple]:
    """A letter that is well, but for some of its quotations and positions."""
    triples = describe(letter(), resolve([letter()]), Made("kamergraph 0.1.0", "0" * 64))
    quoted = sorted((t for t in triples if t.predicate == OA["exact"]), key=str)[::2]
    placed = sorted((t for t in triples if t.predicate == OA["start"]), key=str)[::3]
    wrong = [Triple(t.subject, t.predicate, Literal(f"{t.object.value}!")) for t in quoted]  # type: ignore[union-attr]
    return [t for t in triples if t not in quoted and t not in placed] + wrong


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shapes") / "wrong.ttl"
    triples = [*described(), *parse(path=REGISTRY, format=RdfFormat.TURTLE), *all_wrong()]
    serialize((t if isinstance(t, Triple) else t.triple for t in triples), path, format=RdfFormat.TURTLE)
    return path


def by_pyshacl(path: Path) -> set[tuple[str, str]]:
    _, report, _ = pyshacl.validate(
        Graph().parse(path).parse(data.ontology() / "kamergraph.ttl"),
        shacl_graph=Graph().parse(data.ontology() / "shapes.ttl"),
    )
    found = set()
    for result in report.subjects(URIRef(SH + "focusNode"), None):
        focus, of, value = (report.value(result, URIRef(SH + name)) for name in ("focusNode", "resultPath", "value"))
        said = report.objects(result, URIRef(SH + "resultMessage"))
        told = next((str(message) for message in said if message.language == "en"), OF_A_QUERY)
        if of is not None:
            told += f" See {'one' if isinstance(of, BNode) else re.split('[#/]', of)[-1]}"
            told += "." if value is None else f", which is {'_' if isinstance(value, BNode) else value}."
        found.add(("_" if isinstance(focus, BNode) else str(focus), told))
    return found


def test_pyshacl_finds_the_same(wrong: Path) -> None:
    ours = {(re.sub(r"^_:\w+$", "_", f.where), re.sub(r"_:\w+\.$", "_.", f.what)) for f in conforms(wrong)}
    assert ours == by_pyshacl(wrong)


def test_every_shape_is_broken_in_it(wrong: Path) -> None:
    shapes = Shapes()
    told = {finding.what.partition(" See ")[0] for finding in conforms(wrong)}
    of_targets = [shape for name in ("targetClass", "targetSubjectsOf") for shape, _ in shapes.with_a(name)]
    asked = [*of_targets, *(of for shape in of_targets for of in shapes.all(shape, "property"))]
    assert {shapes.message(shape) for shape in asked} <= told
