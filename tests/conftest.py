"""The options of the tests.

`pytest --update-golden` writes the files in `tests/golden/` anew from what the code gives today; read the difference before keeping it.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import settings

from kg import data
from kg.build import build
from kg.errors import StoreError

settings.register_profile("same", derandomize=True, deadline=None)  # a run today and a run tomorrow try the same texts
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected files in tests/golden/ anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def graph_of_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of one example letter wrote, to look at and not to change; so are the next two."""
    return _built_once(tmp_path_factory, "one", "benelux-2020-10-verslag.txt")


@pytest.fixture(scope="session")
def graph_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built_once(tmp_path_factory, "two", "benelux-2020-10-verslag.txt", "navo-2018-07-verslag.txt")


@pytest.fixture(scope="session")
def graph_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built_once(tmp_path_factory, "all", ".")


def _built_once(factory: pytest.TempPathFactory, name: str, *letters: str) -> Path:
    """Build once for all processes of a run: who comes later waits, and finds that nothing changed."""
    base = factory.getbasetemp()
    own = base.name.startswith("popen-")  # the base of one process, in that of the run
    folder = (base.parent if own else base) / f"graph-of-{name}" / "output"
    while True:
        try:
            build([data.letters() / letter for letter in letters], folder, jobs=1)
        except StoreError as error:
            if "is being built by another program" not in str(error):
                raise
            time.sleep(0.1)
        else:
            return folder
