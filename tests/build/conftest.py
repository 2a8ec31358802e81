from __future__ import annotations

import pytest
from build_samples import shortened

from kg import rdf


@pytest.fixture(autouse=True)
def _short_registry_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf, "registry", shortened)
