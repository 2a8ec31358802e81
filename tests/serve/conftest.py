from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.serve import Settings, app


@pytest.fixture(scope="session")
def graph(graph_of_one: Path) -> Path:
    return graph_of_one


@pytest.fixture(scope="session")
def client(graph: Path) -> Iterator[TestClient]:
    """A client of the server, without a socket between them."""
    with TestClient(app(Settings(graph, workers=1)), base_url="http://localhost", follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="session")
def address(graph: Path) -> Iterator[str]:
    """The address of a server as `kg serve` starts it."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", "0", "--jobs", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            yield next(word for word in process.stderr.readline().split() if word.startswith("http://"))
        finally:
            process.terminate()
