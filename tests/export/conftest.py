from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import Literal, Quad

from kg import data, pipeline, rdf
from kg.rdf.vocabulary import KG
from kg.read import find, read
from kg.registry import load
from kg.resolve import resolve, stem
from kg.store import LocalStore

NAMES = ("navo-2018-07-verslag.txt", "benelux-2020-10-verslag.txt")


@pytest.fixture(scope="session")
def store() -> Iterator[LocalStore]:
    """A store in memory with two example letters, the ontology, and those of the registry that they name."""
    iris = rdf.Iris()
    found, _ = find([data.letters() / name for name in NAMES])
    letters = [pipeline.extract(read(file), load()) for file in found]
    letters[0] = replace(letters[0], title='A "title" with <marks> & a form feed \x0c, \r\n and an end')
    resolution = resolve(letters)
    with LocalStore.memory() as made:
        for letter in letters:
            triples = rdf.describe(letter, resolution, rdf.Made("kamergraph", "hash"), iris)
            made.write(iris.letter_graph(stem(letter)), triples)
        named = {quad.object for quad in made.raw.quads_for_pattern(None, KG["entity"], None, None)}
        made.write(iris.graph("registry"), [triple for triple in rdf.registry(iris) if triple.subject in named])
        made.write(iris.graph("ontology"), rdf.ontology())
        odd = Literal("a form feed \x0c, a bell \x07 and an end of line \r\n")
        made.raw.add(Quad(iris.letter("odd"), KG["file"], odd, iris.letter_graph("odd")))
        yield made
