"""The example letters, built as users build them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from build_samples import outputs

from kg import data
from kg.questions import load
from kg.store import LocalStore, ask


def _build(output: Path, seed: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "build", "-o", str(output), *options]
    environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(data.letters().parents[1])}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    letters = sorted(map(str, data.letters().iterdir()))[:2]
    one = _build(tmp_path / "one", "1", *letters)
    two = _build(tmp_path / "two", "2", "--jobs", "1", *reversed(letters))
    assert (one.returncode, one.stdout, one.stderr) == (0, "", "2 letters: 2 read, 0 unchanged, 0 skipped\n")
    assert (two.returncode, two.stderr) == (0, one.stderr)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")
    report = json.loads((tmp_path / "one" / "report.json").read_text("utf-8"))
    assert [line["file"] for line in report["letters"]] == [Path(name).name for name in letters]
    assert report["totals"]["stances"] == sum(line["stances"] for line in report["letters"]) > 0


def test_the_text_of_a_letter_is_what_its_quotes_index(graph_of_all: Path) -> None:
    with LocalStore.read(graph_of_all / "store") as store:
        answer = ask(store, load("stances").text)
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]
    assert rows
    for row in rows:
        text = (graph_of_all / "text" / f"{Path(row['file']).stem}.txt").read_bytes().decode("utf-8")
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
