"""A build that was killed goes on where it was: the next one reads only the rest, and gives the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from build_samples import built, folder_of, letter, letter_graphs, outputs

from kg.store import LocalStore

PROGRAM = (
    "import sys; from build_samples import *; rdf.registry = shortened; built(Path(sys.argv[1]), Path(sys.argv[2]))"
)


def facts(output: Path) -> int:
    return len(list((output / "cache" / "facts").glob("[0-9a-f]*"))) if (output / "cache" / "facts").is_dir() else 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_killed_build_goes_on_where_it_was(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", **{f"brief-{n}": letter(n % 20) + f"\n\nNummer {n}.\n" for n in range(24)})
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    for share in (3, 14):
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path / "out"), str(letters)], env=environment
        )
        while facts(tmp_path / "out") < share and process.poll() is None:
            time.sleep(0.01)
        process.kill()
        process.wait()
        kept = facts(tmp_path / "out")
        assert kept >= share
    again = built(tmp_path / "out", letters)
    assert again.letters == 24
    assert again.read <= 24 - kept + 1  # one may have been on its way to the disk
    built(tmp_path / "fresh", letters)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")
    with LocalStore.read(tmp_path / "out" / "store") as store:
        assert letter_graphs(store) == 24
