"""A folder with one good letter among bad ones: the good one is in the graph, each bad one has its line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from build_samples import letter, outputs
from click.testing import CliRunner, Result
from docx import Document
from pypdf import PdfWriter

from kg.cli import main

TRUNCATED = "verslag-half.docx"


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "goed.txt").write_text(letter(1), encoding="utf-8")
    (folder / "leeg.txt").touch()
    (folder / "foto.pdf").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(500))
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    writer.write(folder / "geheim.pdf")
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph("Nederland steunde Georgië. " * 50)
    document.save(buffer)
    (folder / TRUNCATED).write_bytes(buffer.getvalue()[: len(buffer.getvalue()) // 2])
    (folder / "regel.txt").write_bytes(b"woord " * (5_000_000 // 6))
    (folder / "bytes.txt").write_bytes(bytes(range(128, 256)) * 50 + b"\x00\x01\x02" * 50)
    return folder


@pytest.fixture(scope="module", params=["1", "2"])
def told(request: pytest.FixtureRequest, bad: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    output = tmp_path_factory.mktemp("built") / "out"
    return CliRunner().invoke(main, ["build", str(bad), "-o", str(output), "--jobs", request.param]), output


def test_the_exit_code_tells_that_something_was_skipped(told: tuple[Result, Path]) -> None:
    result, _ = told
    assert result.exit_code == 1
    assert result.stdout == ""


def test_the_good_letter_is_in_the_graph(told: tuple[Result, Path]) -> None:
    _, output = told
    report = json.loads((output / "report.json").read_text("utf-8"))
    assert [line["file"] for line in report["letters"]] == ["goed.txt"]
    assert [name for name in outputs(output) if name.startswith("text/")] == ["text/goed.txt"]
    assert 'kg:file "goed.txt"' in (output / "graph.ttl").read_text("utf-8")


def test_each_bad_letter_has_one_line_with_its_name_and_no_more(told: tuple[Result, Path], bad: Path) -> None:
    result, output = told
    names = sorted(path.name for path in bad.iterdir() if path.name != "goed.txt")
    *lines, summary = result.stderr.splitlines()
    assert [line.partition(": ")[2].partition(": ")[0] for line in lines] == names
    assert all(line.startswith("Skipped: ") and "; " in line for line in lines)
    assert summary == f"1 letter: 1 read, 0 unchanged, {len(names)} skipped"
    assert "Traceback" not in result.stderr
    report = json.loads((output / "report.json").read_text("utf-8"))
    assert [line["file"] for line in report["skipped"]] == names
    assert all(line["what"] and line["remedy"] for line in report["skipped"])
