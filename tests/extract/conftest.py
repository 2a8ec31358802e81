"""What the tests of the extractors share: a sentence read inside a minimal letter."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from kg.extract.entities import EntityExtractor
from kg.extract.letter import LetterExtractor
from kg.extract.meetings import MeetingExtractor
from kg.extract.stances import StanceExtractor
from kg.model import Letter, Source
from kg.registry import Registry, load
from kg.text import mend

HEAD = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 februari 2019

Betreft: Verslag van de bijeenkomst van de NAVO-ministers van Buitenlandse Zaken te Brussel

Geachte Voorzitter,

Op 6 en 7 februari 2019 vond in Brussel de bijeenkomst van de NAVO-ministers van Buitenlandse Zaken plaats.

"""
FOOT = """

De Minister van Buitenlandse Zaken,

Stef Blok
"""

Reader = Callable[..., Letter]


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load()


@pytest.fixture(scope="session")
def read_text(registry: Registry) -> Reader:
    """Read a whole letter's text."""
    chain = (LetterExtractor(), EntityExtractor(registry), MeetingExtractor(registry), StanceExtractor(registry))

    def read_text(text: str) -> Letter:
        source = Source("brief.txt", text, hashlib.sha256(text.encode()).hexdigest(), "txt")
        letter = Letter(source, mend(source))
        for extractor in chain:
            letter = extractor(letter)
        return letter

    return read_text


@pytest.fixture(scope="session")
def read(read_text: Reader) -> Reader:
    """Read a sentence or paragraph inside a letter of 12 February 2019 on a meeting of NATO ministers."""

    def read(paragraph: str, date: str = "12 februari 2019") -> Letter:
        return read_text(HEAD.replace("12 februari 2019", date) + paragraph + FOOT)

    return read
