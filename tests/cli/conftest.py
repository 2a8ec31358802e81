from __future__ import annotations

from pathlib import Path

import pytest

from kg import data
from kg.build import build


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of two example letters wrote."""
    folder = tmp_path_factory.mktemp("cli") / "out"
    letters = [data.letters() / name for name in ("navo-2018-07-verslag.txt", "benelux-2020-10-verslag.txt")]
    assert build(letters, folder, jobs=1).letters == 2
    return folder
