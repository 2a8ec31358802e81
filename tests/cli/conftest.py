from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def graph(graph_of_two: Path) -> Path:
    return graph_of_two
