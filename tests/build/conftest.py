from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Triple

from kg import rdf

_WHOLE = rdf.registry


@pytest.fixture(autouse=True)
def _short_registry_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a hundredth of the registry: these tests are about building, and the whole takes most of the time."""

    def registry(iris: rdf.Iris | None = None, folder: Path | None = None) -> list[Triple]:
        triples = _WHOLE(iris, folder)
        return triples if folder else triples[: len(triples) // 100]

    monkeypatch.setattr(rdf, "registry", registry)
