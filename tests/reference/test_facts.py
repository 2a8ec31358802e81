from __future__ import annotations

import pytest
from facts import REFERENCE, read
from rdflib import Graph


@pytest.mark.parametrize("name", sorted(path.stem for path in REFERENCE.glob("*.ttl")))
def test_two_libraries_read_as_many_facts_and_none_stands_twice(name: str) -> None:
    written = [objects for about in read(name).values() for objects in about.values()]
    assert len(Graph().parse(REFERENCE / f"{name}.ttl")) == sum(map(len, written))
