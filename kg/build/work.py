"""What is made of one letter, and kept: all that was found in it, and its graph. Done by many processes at once, none of which needs another."""

from __future__ import annotations

import traceback
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import kg
from kg.build.kept import pack, unpack
from kg.build.limit import TooLongError, no_longer_than
from kg.build.manifest import digest
from kg.build.shelf import Shelf
from kg.errors import KamergraphError, ReadError, StoreError
from kg.extract.second_vote import SecondVote
from kg.model import Letter
from kg.rdf import Iris, Made, statements
from kg.rdf.vocabulary import PREFIXES
from kg.read import Found, content, read_bytes
from kg.registry import load
from kg.resolve import agree, outline, stem, within
from kg.store.turtle import Pen

__all__ = [
    "FAST",
    "TELL",
    "Again",
    "Outcome",
    "Product",
    "Recipe",
    "SpoiltError",
    "Work",
    "made_with",
    "pen",
    "second_vote",
]

TELL = "the rest is built without it; tell the makers of Kamergraph"
FAST = 1  # the zlib level that is fastest; graphs shrink to a sixth even so


class Recipe(NamedTuple):
    """What decides, beside the letter, what is found in it and how its graph is written: hashes of code and registry, versions of libraries, the base of IRIs."""

    code: str
    registry: str
    base: str
    versions: tuple[str, ...] = ()

    def key(self, name: str, sha: str) -> str:
        """Give the key of what was found in the letter with that file name and that SHA-256 of its bytes."""
        return digest(name, sha, self.code, self.registry, *self.versions)

    def graph_key(self, key: str, wholes: Mapping[str, str]) -> str:
        """Give the key of the graph of the letter with that key, whose whole meetings (by their keys in it) have these ids."""
        return digest("graph", key, self.base, *(part for pair in sorted(wholes.items()) for part in pair))

    def graph(self, letter: Letter, wholes: Mapping[str, str]) -> bytes:
        """Give the graph of a letter as Turtle without prefixes, packed."""
        made = Made(f"kamergraph {kg.__version__}", self.registry)
        said = statements(letter, within(letter, wholes), made, Iris(self.base))
        return zlib.compress(pen(self.base).subjects(said).encode(), FAST)


def made_with(graph: bytes, before: str, now: str) -> bytes:
    """Give a packed graph of a letter with the hash of another registry in it, and nothing else changed."""
    then, told = (f'kg:registryHash "{registry}"'.encode() for registry in (before, now))
    return zlib.compress(zlib.decompress(graph).replace(then, told, 1), FAST)


@cache
def pen(base: str) -> Pen:
    """Give the pen that writes graphs with that base."""
    return Pen(PREFIXES | Iris(base).prefixes())


@cache
def second_vote(parser: str) -> SecondVote | None:
    """Give the vote of the parser with that name or path, loaded once in a process; None for none. A `ParserError` where it cannot be loaded."""
    return SecondVote.load(parser) if parser else None


class Product(NamedTuple):
    """What was made of a letter: the keys to keep it under, and what to keep; or why nothing was."""

    name: str
    key: str = ""
    facts: bytes = b""
    graph_key: str = ""
    graph: bytes = b""
    error: KamergraphError | None = None


class Outcome(NamedTuple):
    """What became of a letter: the keys of what was kept of it and of its graph, or why it was not read."""

    name: str
    key: str = ""
    graph: str = ""
    error: KamergraphError | None = None


class Again(NamedTuple):
    """A letter that is known, with the key of what was found in it, whose whole meetings now have these ids (by their keys)."""

    name: str
    key: str
    wholes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Work:
    """All that a worker needs: where to keep what it makes, and how to make it.

    `registry` are the folders that the user added to the registry, `parser` is the name or path of the pipeline that votes
    on holders, or "", `limit` the seconds that one letter may take.
    """

    facts: Shelf
    graphs: Shelf
    recipe: Recipe
    registry: tuple[Path, ...] = ()
    parser: str = ""
    limit: float = 60.0

    def do(self, task: Found | Again) -> Outcome:
        """Read a letter, or write the graph of one that is known; keep what was made. Never raises because of the letter."""
        try:
            return self._again(task) if isinstance(task, Again) else self.keep(self.make(task.name, content(task)))
        except KamergraphError as error:
            return Outcome(task.name, error=error)

    def letter(self, key: str) -> Letter:
        """Give the letter that was kept under a key. A `SpoiltError` where it is gone."""
        packed = self.facts.get(key)
        if packed is None:
            raise SpoiltError(str(self.facts.folder), "was changed during the build", "build again")
        return unpack(packed)

    def keep(self, product: Product) -> Outcome:
        """Keep what was made of a letter."""
        if product.error is None:
            self.graphs.put(product.graph_key, product.graph)
            self.facts.put(product.key, product.facts)  # last: whoever finds it may believe that all is there
        return Outcome(product.name, product.key, product.graph_key, product.error)

    def make(self, name: str, data: bytes) -> Product:
        """Read the bytes of a letter, find what is in it, and write its graph as if no other letter told of its meetings."""
        from kg import pipeline

        try:
            with no_longer_than(self.limit):
                letter = pipeline.extract(read_bytes(name, data), load(self.registry), second_vote(self.parser))
                key = self.recipe.key(name, letter.source.sha256)
                alone = agree([outline(letter)]).get(stem(letter), {})
                graph = self.recipe.graph(letter, alone)
                return Product(name, key, pack(letter), self.recipe.graph_key(key, alone), graph)
        except KamergraphError as error:
            return Product(name, error=error)
        except UnicodeEncodeError:
            return Product(name, error=ReadError(name, "holds half a character", "save it as UTF-8"))
        except TooLongError:
            return Product(name, error=ReadError(name, f"takes longer than {self.limit:g} seconds to read", TELL))
        except Exception as error:  # one letter must not stop the others
            return Product(name, error=ReadError(name, f"cannot be understood ({_place(error)})", TELL))

    def _again(self, task: Again) -> Outcome:
        wholes = dict(task.wholes)
        key = self.recipe.graph_key(task.key, wholes)
        self.graphs.put(key, self.recipe.graph(self.letter(task.key), wholes))
        return Outcome(task.name, task.key, key)


class SpoiltError(StoreError):
    """What was kept of a letter is gone or spoilt; the next build reads it anew."""


def _place(error: Exception) -> str:
    """Tell what went wrong and where in the code, without what differs from run to run."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "kg" in Path(frame.filename).parts]
    where = Path(frames[-1].filename).name if frames else ""
    return f"{type(error).__name__} in {where}, line {frames[-1].lineno}" if frames else type(error).__name__
