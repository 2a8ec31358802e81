from __future__ import annotations

import hashlib
import itertools
import os
import zipfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
import read_samples as make

from kg.errors import ReadError
from kg.read import Found, content, files, find, read
from kg.read import found as found_file


def put(folder: Path, **data: bytes) -> Path:
    for name, value in data.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(value)
    return folder


def names(*paths: Path) -> list[str]:
    found, errors = find(paths)
    assert errors == []
    return [one.name for one in found]


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_folders_and_zips_give_one_sorted_list(tmp_path: Path) -> None:
    write(tmp_path / "in/diep/b.txt", b"twee")
    write(tmp_path / "in/a.docx", make.docx())
    write(tmp_path / "in/c.odt", make.odt())
    archive = write(tmp_path / "z.zip", make.zipped({"map/d.txt": b"vier", "map/": b"", "e.txt": b"vijf!"}))
    found, errors = find([archive, tmp_path / "in"])
    assert errors == []
    assert [(one.name, one.member) for one in found] == [
        ("a.docx", ""),
        ("b.txt", ""),
        ("c.odt", ""),
        ("d.txt", "map/d.txt"),
        ("e.txt", "e.txt"),
    ]
    assert read(found[3]).text == "vier"
    assert read(found[3]).sha256 == hashlib.sha256(b"vier").hexdigest()


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "~$brief.docx", ".hidden.txt", "__MACOSX/brief.txt", ".git/brief.txt"]
)
def test_what_systems_leave_behind_is_passed_over_unless_it_is_named(tmp_path: Path, name: str) -> None:
    hidden = write(tmp_path / "in" / name, b"x")
    archive = write(tmp_path / "z.zip", make.zipped({name: b"x", "brief.txt": b"brief"}))
    assert names(tmp_path / "in") == []
    assert names(archive) == ["brief.txt"]
    assert names(hidden) == [hidden.name]


def test_metadata_beside_a_kamerstuk_is_passed_over_unless_it_is_named(tmp_path: Path) -> None:
    record = write(tmp_path / "in/metadata.xml", b"<metadata_gegevens></metadata_gegevens>")
    archive = write(tmp_path / "z.zip", make.zipped({"metadata.xml": record.read_bytes()}))
    assert names(tmp_path / "in", archive) == []
    found, _ = find([record])
    with pytest.raises(ReadError, match="is the metadata of a Kamerstuk"):
        read(found[0])


def test_the_same_bytes_are_read_once_under_the_smallest_name(tmp_path: Path) -> None:
    for name in ("c.txt", "map/a.txt", "b.txt"):
        write(tmp_path / "in" / name, b"gelijk")
    archive = write(tmp_path / "z.zip", make.zipped({"0.txt": b"gelijk"}))
    assert names(tmp_path / "in") == ["a.txt"]
    assert names(tmp_path / "in", archive, tmp_path / "in/c.txt") == ["0.txt"]


def test_different_files_of_one_name_get_names_that_do_not_depend_on_order(tmp_path: Path) -> None:
    paths = [write(tmp_path / str(number) / "brief.txt", f"brief {number}".encode()) for number in range(3)]
    digests = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    expected = sorted(["brief.txt", *(f"brief~{digest[:8]}.txt" for digest in digests[1:])])
    for order in itertools.permutations(paths):
        found, errors = find(order)
        assert (errors, [one.name for one in found]) == ([], expected)
        first = next(one for one in found if one.name == "brief.txt")
        assert hashlib.sha256(content(first)).hexdigest() == digests[0]


def test_a_name_made_from_a_hash_is_never_taken(tmp_path: Path) -> None:
    paths = [write(tmp_path / str(number) / "brief.txt", f"brief {number}".encode()) for number in range(2)]
    digest = max(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    taken = write(tmp_path / f"brief~{digest[:8]}.txt", b"een derde")
    found = names(*paths, taken)
    assert found == sorted(["brief.txt", taken.name, f"brief~{digest}.txt"])


def test_a_zip_in_a_zip_is_opened_and_deeper_ones_are_refused_when_read(tmp_path: Path) -> None:
    deepest = make.zipped({"c.txt": b"drie"})
    inner = make.zipped({"b.txt": b"twee", "dieper.zip": deepest, "w.docx": make.docx()})
    archive = write(tmp_path / "z.zip", make.zipped({"map/binnen.zip": inner, "a.txt": b"een"}))
    found, errors = find([archive])
    assert (errors, [one.name for one in found]) == ([], ["a.txt", "b.txt", "dieper.zip", "w.docx"])
    assert read(found[1]).text == "twee"
    assert make.LETTER in read(found[3]).text
    with pytest.raises(ReadError, match="unpack it first"):
        read(found[2])


def encrypted_zip() -> bytes:
    data = bytearray(make.zipped({"brief.txt": b"geheim"}))
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    data[local + 6] |= 1
    data[central + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [(encrypted_zip(), "is an encrypted zip file"), (make.zipped({"a.zip": encrypted_zip()}), "is an")],
)
def test_an_encrypted_zip_is_an_error(tmp_path: Path, data: bytes, what: str) -> None:
    found, errors = find([write(tmp_path / "z.zip", data)])
    assert (found, len(errors)) == ([], 1)
    assert what in errors[0].what


def test_zips_that_unpack_to_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_file, "LARGEST_FILE", 1_000)
    monkeypatch.setattr(files, "LARGEST_FILE", 1_000)
    monkeypatch.setattr(files, "LARGEST_ZIP", 3_000)
    found, errors = find([write(tmp_path / "een.zip", make.zipped({"a.txt": b"a" * 1_001, "b.txt": b"b"}))])
    assert ([one.name for one in found], [error.where for error in errors]) == (["b.txt"], ["a.txt"])
    many = make.zipped({f"{number}.txt": b"a" * 900 for number in range(4)})
    found, errors = find([write(tmp_path / "veel.zip", many)])
    assert ([one.name for one in found], errors[0].what) == ([], "is no letter: 3,600 bytes when unpacked")
    nested = make.zipped({f"{n}.zip": make.zipped({f"{n}.txt": bytes([97 + n]) * 900}) for n in range(4)})
    found, errors = find([write(tmp_path / "nest.zip", nested)])
    assert [error.what.split(":")[0] for error in errors] == ["is no letter"]
    with pytest.raises(ReadError, match="is no letter"):
        content(Found("a.txt", write(tmp_path / "a.txt", b"a" * 1_001)))


def test_what_is_not_there_or_broken_is_told(tmp_path: Path) -> None:
    (tmp_path / "weg.txt").symlink_to(tmp_path / "nergens")
    os.mkfifo(tmp_path / "pijp")
    found, errors = find([tmp_path / "niets.txt", tmp_path / "weg.txt", tmp_path / "pijp"])
    assert found == []
    assert [(error.where, error.what) for error in errors] == [
        ("niets.txt", "is not there"),
        ("pijp", "is no ordinary file"),
        ("weg.txt", "is not there"),
    ]
    broken = write(tmp_path / "stuk.zip", make.zipped({"a.txt": b"tekst" * 99})[:80])
    with pytest.raises(ReadError, match="broken"):
        read(find([broken])[0][0])
    gone = Found("a.txt", tmp_path / "a.txt")
    with pytest.raises(ReadError, match="is not there"):
        read(gone)


def test_a_damaged_member_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    data = make.zipped({"a.txt": bytes(range(65, 91)) * 9, "b.txt": b"goed"})
    at = data.index(b"a.txt") + 8
    archive = write(tmp_path / "z.zip", data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 9]) + data[at + 9 :])
    found, errors = find([archive])
    outcomes = {error.where: error.what for error in errors}
    for one in found:
        try:
            outcomes[one.name] = read(one).text
        except ReadError as error:
            outcomes[one.name] = error.what
    assert outcomes == {"a.txt": "is in a broken zip file", "b.txt": "goed"}


def test_names_from_odd_systems_are_one_form(tmp_path: Path) -> None:
    write(tmp_path / "in/Oekrai\u0308ne.txt", b"een")
    archive = write(tmp_path / "z.zip", make.zipped({"map\\brief.txt": b"twee!"}))
    assert names(tmp_path / "in", archive) == ["Oekra\u00efne.txt", "brief.txt"]


def _text(found: Found) -> str:
    return read(found).text


def test_many_processes_read_one_zip(tmp_path: Path) -> None:
    archive = write(tmp_path / "z.zip", make.zipped({f"{n:03}.txt": f"brief {n}" * 50 for n in range(200)}))
    found, _ = find([archive])
    content(found[0])  # the zip is now open in this process, as it may be before a fork
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        texts = list(pool.map(_text, found, chunksize=10))
    assert texts == [f"brief {n}" * 50 for n in range(200)]


def test_an_office_file_is_not_unpacked(tmp_path: Path) -> None:
    write(tmp_path / "in/a.xlsx", make.zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}))
    assert names(tmp_path / "in") == ["a.xlsx"]
    assert zipfile.is_zipfile(tmp_path / "in/a.xlsx")
