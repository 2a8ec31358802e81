"""Whatever the order in which letters are read, at once or one after the other: one graph, byte for byte."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from build_samples import CLOSE, built, folder_of, outputs

from kg import data, pipeline
from kg.build.work import Recipe
from kg.model import Letter
from kg.rdf import DEFAULT_BASE, likenesses
from kg.read import read_bytes
from kg.registry import load
from kg.resolve import Resolution, agree, alike, outline, resolve, stem
from kg.store.turtle import Pen

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "letters"
OPENING = (
    "Den Haag, {day} maart 2017\n\nGeachte voorzitter,\n\nHierbij bied ik u het verslag aan van de NAVO-top {when}.\n\n"
)
DEFINED = OPENING.format(day=1, when="op 11 en 12 juli 2018 in Brussel") + (
    "De Commissie voor de Zandbanken (CVZB) steunde Georgië. De Georgische minister Zurab Kapanadzisi sprak."
)
SHORT = (
    OPENING.format(day=2, when="in juli 2018")
    + "Nederland sprak met de CVZB. De Georgische minister Kapanadzisi sprak."
)
NAMED = OPENING.format(day=3, when="van 2018") + "De Commissie voor de Zandbanken steunde Oekraïne."
RIVAL = (
    OPENING.format(day=4, when="in juli 2018")
    + "De Coalitie van Zuidelijke Badplaatsen (CVZB) sprak zich uit tegen Rusland."
)


def read(*paths: Path) -> list[Letter]:
    return [pipeline.extract(read_bytes(path.name, path.read_bytes()), load()) for path in paths]


def graphs(letters: list[Letter]) -> dict[str, bytes]:
    """The graph of each letter, and of what may be one, as these letters read in this order give them."""
    outlines = [outline(letter) for letter in letters]
    agreed, recipe = agree(outlines), Recipe("", "", DEFAULT_BASE)
    made = {stem(letter): recipe.graph(letter, agreed.get(stem(letter), {})) for letter in letters}
    pen = Pen({})
    return made | {"": pen.subjects(likenesses(alike(outlines, agreed, load()))).encode()}


def ids(found: Resolution, letters: list[Letter]) -> list[set[str]]:
    """What each letter names, meetings and bodies, by the graph's ids."""
    return [
        {id_ for (letter, _), id_ in found.meetings.items() if letter == stem(one)} | {e.id for e in one.entities}
        for one in letters
    ]


@pytest.fixture
def four(tmp_path: Path) -> Path:
    bodies = {"a": DEFINED, "b": SHORT, "c": NAMED, "d": RIVAL}
    return folder_of(tmp_path / "letters", **{name: body + CLOSE for name, body in bodies.items()})


def test_every_order_of_four_letters_that_tell_of_the_same_gives_the_same_bytes(four: Path) -> None:
    letters = read(*sorted(four.iterdir()))
    for some in (letters[:3], letters):
        found = [graphs(list(order)) for order in itertools.permutations(some)]
        assert all(one == found[0] for one in found)


def test_three_letters_tie_an_organisation_and_a_fourth_unties_it(four: Path) -> None:
    letters = read(*sorted(four.iterdir()))
    short = ("b", "organisation/cvzb")
    assert resolve(letters[:3]).entities[short] == "organisation/commissie-voor-de-zandbanken"
    assert short not in resolve(letters).entities


def test_a_build_of_some_and_then_of_the_rest_gives_what_one_build_gives(four: Path, tmp_path: Path) -> None:
    a, b, c, d = sorted(four.iterdir())
    built(tmp_path / "at-once", four)
    for number, steps in enumerate((((a, b), (a, b, c, d)), ((d,), (d, b, a), (c, a, b, d)))):
        output = tmp_path / str(number)
        for step in steps:
            built(output, *step)
        assert outputs(output) == outputs(tmp_path / "at-once")


def test_letters_on_one_meeting_share_its_node_in_every_order() -> None:
    paths = [path for path in sorted(data.letters().iterdir()) if path.name.startswith("navo-")]
    letters = read(*paths)
    first, second, _ = ids(resolve(letters), letters)
    assert "meeting/navo-staatshoofden-en-regeringsleiders-2018-07-11" in first & second
    found = [graphs(list(order)) for order in itertools.permutations(letters)]
    assert all(one == found[0] for one in found)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample letters are not there")
def test_the_sample_letters_of_navo_share_summits_and_bodies_in_every_order() -> None:
    letters = read(*(SHARED / f"{name}.txt" for name in ("navo-2016-05", "navo-2017-12", "navo-def-2019-02")))
    first, second, third = ids(resolve(letters), letters)
    assert "meeting/navo-top-2016-07-08" in first & second
    assert {id_ for id_ in second & third if id_.startswith("meeting/navo-top-2018-07")}
    assert {id_ for id_ in first & second if id_.startswith("organisation/")}
    found = [graphs(list(order)) for order in itertools.permutations(letters)]
    assert all(one == found[0] for one in found)
