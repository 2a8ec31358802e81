"""The way back from the clean text to the untouched one, for any text at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Letter, Offsets, Span
from kg.text import mend

from .sources import LETTERHEAD, source

PIECES = st.sampled_from(
    [
        "De Raad sprak over Syrië. ", "samen-\nwerking ", "Noord-\r\nAtlantische ", "veiligheids-\nen ", "\n\n", "\r", "\f", "\n3\n",
        "\nPagina 2 van 4\n", "woord3 ", "\n3 Zie aldaar.\n", "- punt;\n", "1.2 Kop\n", "RAAD\n", "\u00ad", "\u200b", "\u00a0\u00a0", "\t",
        "¹", "[2]", "Geachte Voorzitter,\n", "De Minister van Defensie,\n", "VN. ", "m.b.t. ", "\u2028", "\x85", "😀", "e\u0301", "ß", "İ",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=25).map("".join),
    st.lists(PIECES, max_size=25).map(lambda p: LETTERHEAD + "".join(p)),
)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_each_clean_character_was_copied_from_its_place(text: str) -> None:
    found = mend(source(text))
    for i, char in enumerate(found.clean):
        origin = text[found.offsets.at(i)]
        assert origin == char or (char in " \n" and (origin.isspace() or origin in "\x1c\x1d\x1e"))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_place_in_the_source_leads_back_to_the_clean_character_at_or_before_it(text: str) -> None:
    offsets = (found := mend(source(text))).offsets
    for i in range(len(found.clean)):
        assert offsets.clean_at(offsets.at(i)) == i
    for here in range(len(text)):
        kept = [i for i in range(len(found.clean)) if offsets.at(i) <= here]
        assert not kept or min(offsets.clean_at(here), len(found.clean) - 1) == kept[-1]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_places_in_the_source_strictly_increase(text: str) -> None:
    found = mend(source(text))
    places = [found.offsets.at(i) for i in range(len(found.clean))]
    assert all(a < b for a, b in pairwise(places))
    assert all(0 <= place < len(text) for place in places)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_sentences_lie_in_blocks_and_blocks_in_sections(text: str) -> None:
    found = mend(source(text))
    for sentence in found.sentences:
        assert found.blocks[sentence.block].span.covers(sentence.span)
        assert found.sections[sentence.section].span.covers(sentence.span)
        words = sentence.span.of(found.clean)
        assert words
        assert words == words.strip()
    assert all(not a.span.overlaps(b.span) for a, b in pairwise(found.blocks))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found.sentences))


@given(TEXTS, st.data())
@settings(max_examples=150, deadline=None)
def test_the_evidence_of_any_span_slices_exactly(text: str, data: st.DataObject) -> None:
    letter = Letter(source(text), mend(source(text)))
    size = len(letter.text.clean)
    if not size:
        return
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    found = letter.evidence(Span(start, end))
    assert text[found.start : found.end] == found.exact
    assert text[: found.start].endswith(found.prefix)
    assert text[found.end :].startswith(found.suffix)
    kept = "".join(letter.text.clean[start:end].split())
    rest = iter(found.exact)
    assert all(char in rest for char in kept)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_mending_twice_gives_the_same(text: str) -> None:
    assert mend(source(text)) == mend(source(text))


def test_an_empty_span_is_empty_in_the_source() -> None:
    offsets = Offsets((0, 5), (0, 8))
    assert offsets.span(Span(5, 5)) == Span(8, 8)
    assert offsets.span(Span(3, 5)) == Span(3, 5)
    assert offsets.span(Span(3, 6)) == Span(3, 9)


@pytest.mark.parametrize(("text", "clean"), [("\xad\r:", ":"), ("\xad\r\xad", "")])
def test_a_line_with_nothing_to_see_leaves_nothing(text: str, clean: str) -> None:
    assert mend(source(text)).clean == clean
