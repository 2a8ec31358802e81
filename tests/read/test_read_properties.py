from __future__ import annotations

import io
import zipfile

import pytest
import read_samples as make
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Source
from kg.read import read_bytes

SAMPLES = {
    "a.txt": make.LETTER.encode(),
    "a.pdf": make.pdf(make.LETTER, "Blad twee", title="Verslag"),
    "b.pdf": make.encrypted(make.pdf(make.LETTER), ""),
    "a.docx": make.docx(),
    "a.odt": make.odt("<text:h>Kop</text:h><text:p>Zin<text:note><text:p>noot</text:p></text:note></text:p>"),
    "a.html": make.html("<h1>NAVO</h1><p>Zin<sup><a href='#n'>1</a></sup></p><ol><li id='n'>noot</li></ol>"),
    "a.xml": make.KST.encode(),
    "b.xml": make.KAMERWRK.encode(),
}
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(name: str, data: bytes) -> tuple[Source | None, ReadError | None]:
    try:
        return read_bytes(name, data), None
    except ReadError as error:
        return None, error


def sound(name: str, data: bytes) -> Source | None:
    """Read bytes; what comes out is a source that holds together, or a `ReadError` that says what to do."""
    source, error = outcome(name, data)
    if source is None:
        assert error is not None
        assert (error.where, bool(error.what), bool(error.remedy)) == (name, True, True)
        return None
    source.text.encode()  # no half of a character
    assert source.text.strip()
    assert "\0" not in source.text
    for spans in (source.headings, source.notes):
        assert list(spans) == sorted(spans)
        for span in spans:
            assert span.of(source.text).strip() == span.of(source.text) != ""
    return source


Damage = tuple[float, int, bytes]  # where, from 0 to 1; how many bytes go; what comes instead

DAMAGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=6)


def damaged(data: bytes, damages: list[Damage], kept: float) -> bytes:
    result = bytearray(data)
    for where, width, instead in damages:
        at = int(where * len(result))
        result[at : at + width] = instead
    return bytes(result[: int(kept * len(result))])


@QUICK
@given(st.sampled_from(["a", "a.txt", "a.pdf", "a.docx", "a.odt", "a.html", "a.xml", "a.zip"]), st.binary(max_size=400))
@example("a.xml", b"<?xml version='1.0' encoding='utf-7'?><a/>")
@example("a.html", b"<meta charset='idna'>x")
@example("a.html", b"<meta charset='hex'>x")
@example("a.odt", b"PK\x05\x06" + bytes(18))
@example("a.html", b"<ol start='\xc2\xb2'><li>x</li></ol>")
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    sound(name, data)


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_are_read_or_refused(name: str) -> None:
    @QUICK
    @given(DAMAGES, st.just(1.0) | st.floats(0, 1))
    def check(damages: list[Damage], kept: float) -> None:
        sound(name, damaged(SAMPLES[name], damages, kept))

    check()
    assert sound(name, SAMPLES[name])


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_sound_zips_with_damaged_parts_are_read_or_refused(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}

    @QUICK
    @given(st.sampled_from(sorted(part for part in parts if not part.endswith(".jpeg"))), DAMAGES, st.booleans())
    def check(part: str, damages: list[Damage], gone: bool) -> None:
        rest = {**parts, part: damaged(parts[part], damages, 1)}
        if gone:
            del rest[part]
        sound(name, make.zipped(rest))

    check()


def test_a_zip_whose_first_part_cannot_be_unpacked_is_refused() -> None:
    data = SAMPLES["a.docx"]
    at = data.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    assert sound("a.docx", data[:at] + b"\xff" * 40 + data[at + 40 :]) is None


def plain(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=1).map(lambda text: f"Brief: {text}")


LATIN = st.characters(codec="cp1252", exclude_categories=["Cc"]) | st.sampled_from("\n\r\t\f")
ALL = st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\r\t\f")


@QUICK
@given(plain(ALL), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back_as_it_was_written(text: str, encoding: str) -> None:
    assert read_bytes("a.txt", text.encode(encoding)).text == text


@QUICK
@given(st.text(st.sampled_from("abc ëïéüö’“”–\r\n«»"), min_size=1).map(lambda text: f"Brief ë {text}"))
def test_dutch_in_windows_1252_comes_back_as_it_was_written(text: str) -> None:
    assert read_bytes("a.txt", text.encode("cp1252")).text == text


@QUICK
@given(st.lists(plain(st.sampled_from("abc é&<>’")), min_size=1, max_size=5), st.sampled_from(["html", "odt", "xml"]))
def test_paragraphs_of_markup_come_back_in_order(paragraphs: list[str], form: str) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in paragraphs]
    data = {
        "html": make.html("".join(f"<p>{text}</p>" for text in escaped)),
        "odt": make.odt("".join(f"<text:p>{text}</text:p>" for text in escaped)),
        "xml": (
            "<kamerwrk><body><stuk>" + "".join(f"<al>{text}</al>" for text in escaped) + "</stuk></body></kamerwrk>"
        ).encode(),
    }[form]
    assert read_bytes(f"a.{form}", data).text == "\n\n".join(" ".join(text.split()) for text in paragraphs)
