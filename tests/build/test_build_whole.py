"""The example letters, built as users build them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from build_samples import outputs

from kg import data


def _build(output: Path, seed: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "build", "-o", str(output), *options]
    environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(data.letters().parents[1])}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    letters = sorted(map(str, data.letters().iterdir()))[:4]
    one = _build(tmp_path / "one", "1", *letters)
    two = _build(tmp_path / "two", "2", "--jobs", "1", *reversed(letters))
    assert (one.returncode, one.stdout, one.stderr) == (0, "", "4 letters: 4 read, 0 unchanged, 0 skipped\n")
    assert (two.returncode, two.stderr) == (0, one.stderr)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")
    report = json.loads((tmp_path / "one" / "report.json").read_text("utf-8"))
    assert [line["file"] for line in report["letters"]] == [Path(name).name for name in letters]
    assert report["totals"]["stances"] == sum(line["stances"] for line in report["letters"]) > 0


def test_the_text_of_a_letter_is_what_its_quotes_index(tmp_path: Path) -> None:
    assert _build(tmp_path / "out", "0", str(data.letters())).returncode == 0
    command = [sys.executable, "-m", "kg", "query", "--graph", str(tmp_path / "out"), "--name", "stances"]
    told = subprocess.run([*command, "--format", "json"], capture_output=True, check=True)
    rows = json.loads(told.stdout)["results"]["bindings"]
    assert rows
    for row in rows:
        stem = Path(row["file"]["value"]).stem
        text = (tmp_path / "out" / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        assert text[int(row["start"]["value"]) : int(row["end"]["value"])] == row["quote"]["value"]
