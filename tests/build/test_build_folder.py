"""What a build reads, and which folders it writes to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from build_samples import built, folder_of, letter, outputs

from kg.build.folder import claim
from kg.errors import KamergraphError, StoreError


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "in", a=letter(1))


def test_a_folder_that_no_build_made_is_refused_and_left_alone(tmp_path: Path, letters: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(StoreError, match="not empty and no build made it"):
        built(tmp_path / "out", letters)
    assert outputs(tmp_path / "out") == {"thesis.docx": b"mine"}


def test_a_file_is_no_output_folder(tmp_path: Path, letters: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(StoreError, match="is no folder"):
        built(tmp_path / "out", letters)


def test_hidden_files_do_not_make_a_folder_foreign(tmp_path: Path, letters: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".gitkeep").touch()
    assert built(tmp_path / "out", letters).letters == 1


def test_the_second_of_two_builds_at_one_time_is_refused(tmp_path: Path, letters: Path) -> None:
    program = "import sys; from build_samples import *; built(Path(sys.argv[1]), Path(sys.argv[2]))"
    with claim(tmp_path / "out"):
        command = [sys.executable, "-c", program, str(tmp_path / "out"), str(letters)]
        told = subprocess.run(command, capture_output=True, text=True, env=_environment(), check=False)
    assert "is being built by another program" in told.stderr
    assert built(tmp_path / "out", letters).letters == 1


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def test_what_an_earlier_build_wrote_is_no_letter(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2))
    assert built(letters / "output", letters).letters == 2
    assert built(letters / "output", letters).letters == 2
    with pytest.raises(KamergraphError, match="lies in the output folder"):
        built(letters / "output", letters / "output" / "text")


def test_letters_of_one_stem_are_two_letters(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", brief=letter(1))
    (letters / "brief.htm").write_text("<p>" + letter(2) + "</p>", encoding="utf-8")
    (letters / "brief.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (letters / "Brief.html").write_text("<p>" + letter(3) + "</p>", encoding="utf-8")
    told = built(tmp_path / "out", letters)
    assert (told.letters, [error.where for error in told.skipped]) == (3, ["brief.jpg"])
    texts = [name for name in outputs(tmp_path / "out") if name.startswith("text/")]
    assert len({name.casefold() for name in texts}) == 3
    assert "text/Brief.txt" in texts  # of Brief.html, which comes first


def test_nothing_to_read_changes_nothing(tmp_path: Path, letters: Path) -> None:
    built(tmp_path / "out", letters)
    before = outputs(tmp_path / "out")
    (letters / "a.txt").unlink()
    with pytest.raises(KamergraphError, match="there are no letters there"):
        built(tmp_path / "out", letters)
    assert outputs(tmp_path / "out") == before


def test_a_zip_is_read_as_the_letters_in_it(tmp_path: Path, letters: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as archive:
        archive.write(letters / "a.txt", "deep/a.txt")
    built(tmp_path / "one", letters)
    built(tmp_path / "two", tmp_path / "letters.zip", jobs=2)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")
