"""The figures that the README gives hold: a build beside what careful readers found in the letters."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import build

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "tests" / "letters"
SHARED = ROOT.parent / "shared"

pytestmark = pytest.mark.skipif(
    not (SHARED / "score.py").exists(), reason="the scorer does not lie beside this checkout"
)


def figures(letters: Path, gold: Path, folder: Path) -> dict[str, dict[str, float]]:
    build(sorted(letters.glob("*.txt")), folder / "output", jobs=1)
    run = subprocess.run(
        [sys.executable, SHARED / "score.py", folder / "output", "--gold", gold, "--letters", letters, "--kg", f"{sys.executable} -m kg", "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, dict[str, float]] = json.loads(run.stdout)
    return found


def test_letters_that_rules_were_written_on(tmp_path: Path) -> None:
    found = figures(SHARED / "letters", SHARED / "gold", tmp_path)
    assert found["stances.evidence_exact"]["right"] == found["stances.evidence_exact"]["asked"]
    assert found["letter.fields"]["right"] == found["letter.fields"]["asked"]
    assert found["entities"]["f1"] >= 0.98
    assert found["meetings"]["f1"] >= 0.97
    assert found["attendance"]["f1"] >= 0.94
    assert found["stances.found"]["f1"] >= 0.94
    assert found["stances.found"]["precision"] >= 0.97
    assert found["stances.strict"]["f1"] >= 0.92
    assert found["stances.about"]["f1"] >= 0.85


def test_letters_that_played_no_part_in_the_rules(tmp_path: Path) -> None:
    found = figures(OURS, OURS / "gold", tmp_path)
    assert found["stances.evidence_exact"]["right"] == found["stances.evidence_exact"]["asked"]
    assert found["entities"]["f1"] >= 0.98
    assert found["meetings"]["f1"] >= 0.87
    assert found["attendance"]["f1"] >= 0.64
    assert found["stances.found"]["f1"] >= 0.87
    assert found["stances.found"]["precision"] >= 0.95
    assert found["stances.strict"]["f1"] >= 0.81
    assert found["stances.about"]["f1"] >= 0.79
