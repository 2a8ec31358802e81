"""A graph that a build wrote is well; every kind of damage is found, and told in plain words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad

from kg.check import check_graph, conforms
from kg.check.counts import counts
from kg.check.evidence import evidence
from kg.check.links import links
from kg.cli import main
from kg.errors import ReadError
from kg.rdf.vocabulary import KG, OA
from kg.store import LocalStore

STRANGE = """
@prefix kg: <https://w3id.org/kamergraph/def#> .
<https://example.org/s> a kg:Stance ; kg:type kg:support ; kg:confidence 1.5 .
<https://example.org/l> a kg:Letter ; kg:file "a.txt", "b.txt" .
"""


@pytest.fixture
def store(graph_of_one: Path) -> Iterator[LocalStore]:
    """The graph in memory, to do damage to."""
    with LocalStore.read(graph_of_one / "store") as whole, LocalStore.memory() as copy:
        copy.raw.bulk_extend(whole.raw)
        yield copy


def stance(store: LocalStore) -> Quad:
    return min(store.raw.quads_for_pattern(None, KG["type"], None, None), key=str)


def test_what_a_build_wrote_is_well_and_is_not_touched(store: LocalStore, graph_of_one: Path) -> None:
    before = len(store.raw)
    assert check_graph(store, graph_of_one / "text") == []
    assert len(store.raw) == before


def test_a_quotation_that_is_not_in_the_text_is_found(store: LocalStore, graph_of_one: Path) -> None:
    quote = min(store.raw.quads_for_pattern(None, OA["exact"], None, None), key=str)
    store.raw.remove(quote)
    store.raw.add(Quad(quote.subject, quote.predicate, Literal("dat heeft niemand gezegd"), quote.graph_name))
    told = list(evidence(store, graph_of_one / "text"))
    assert {finding.check for finding in told} == {"evidence"}
    assert "not 'dat heeft niemand gezegd'" in told[0].what


def test_a_text_that_was_changed_or_is_gone_is_found(store: LocalStore, graph_of_one: Path, tmp_path: Path) -> None:
    shutil.copytree(graph_of_one / "text", tmp_path / "text")
    [text] = (tmp_path / "text").iterdir()
    text.write_bytes(b"x" + text.read_bytes())
    assert {finding.check for finding in evidence(store, tmp_path / "text")} == {"evidence"}
    text.unlink()
    [gone] = evidence(store, tmp_path / "text")
    assert "cannot be read" in gone.what


def test_a_link_to_nothing_is_found(store: LocalStore) -> None:
    one = stance(store)
    nobody = NamedNode(f"{store.base}country/nergens")
    store.raw.add(Quad(one.subject, KG["about"], nobody, one.graph_name))
    told = list(links(store))
    assert [(finding.check, finding.where) for finding in told] == [("links", one.subject.value)]  # type: ignore[union-attr]
    assert told[0].what == f"its about is {nobody.value}, of which nothing is told"


@pytest.mark.parametrize(("change", "number"), [("add", 2), ("remove", 0)])
def test_too_many_or_too_few_values_are_found(store: LocalStore, change: str, number: int) -> None:
    one = stance(store)
    if change == "add":
        other = KG["oppose"] if one.object != KG["oppose"] else KG["support"]
        store.raw.add(Quad(one.subject, KG["type"], other, one.graph_name))
    else:
        store.raw.remove(one)
    told = list(counts(store))
    assert [(finding.check, finding.where) for finding in told] == [("counts", one.subject.value)]  # type: ignore[union-attr]
    assert told[0].what == f"A stance has exactly one of the seven types. It has {number} of type."


def test_the_turtle_of_somebody_else_is_held_against_the_shapes(tmp_path: Path) -> None:
    (tmp_path / "strange.ttl").write_text(STRANGE, encoding="utf-8")
    told = [(finding.where.rpartition("/")[2], finding.what) for finding in conforms(tmp_path / "strange.ttl")]
    assert ("s", "A stance has exactly one piece of evidence. See evidence.") in told
    assert ("s", "The confidence of a stance is a number from 0 to 1. See confidence, which is 1.5.") in told
    assert ("l", "A letter has exactly one file name. See file.") in told


def test_the_command_lists_what_is_wrong_and_ends_with_one(tmp_path: Path) -> None:
    (tmp_path / "strange.ttl").write_text(STRANGE, encoding="utf-8")
    told = CliRunner().invoke(main, ["check", str(tmp_path / "strange.ttl")])
    assert told.exit_code == 1
    assert "shapes: https://example.org/l: A letter has exactly one file name." in told.stdout
    assert f"{len(told.stdout.splitlines())} things to mend" in told.stderr


def test_the_command_says_when_all_is_well(graph_of_one: Path) -> None:
    told = CliRunner().invoke(main, ["check", "--graph", str(graph_of_one)])
    assert (told.exit_code, told.stdout) == (0, ""), told.stdout
    assert "All is well" in told.stderr


@pytest.mark.parametrize("content", [None, "dit is geen Turtle"])
def test_a_file_that_is_no_turtle_is_told_of(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "a.ttl").write_text(content, encoding="utf-8")
    with pytest.raises(ReadError):
        conforms(tmp_path / "a.ttl")
    assert CliRunner().invoke(main, ["check", str(tmp_path / "a.ttl")]).exit_code == 1
