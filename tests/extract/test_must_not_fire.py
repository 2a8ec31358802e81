from __future__ import annotations

import pytest

from .conftest import Reader
from .sentences import Row, read_without

ROWS = [
    pytest.param(
        row,
        id=row.text[:60],
        marks=[pytest.mark.xfail(reason=row.fault, raises=AssertionError, strict=True)] if row.fault else [],
    )
    for row in read_without()
]


@pytest.mark.parametrize("row", ROWS)
def test_nobody_takes_a_position(row: Row, read: Reader) -> None:
    letter = read(row.text)
    found = [(s.type, [h.id for h in s.holders], s.rule) for s in letter.stances]
    assert not found


def test_the_sentences_give_no_positions_together_either(read: Reader) -> None:
    quiet = [row.text for row in read_without() if not row.fault and not row.text.endswith("?")]
    paragraphs = "\n\n".join(" ".join(quiet[i : i + 6]) for i in range(0, len(quiet), 6))
    letter = read(paragraphs)
    assert [s.span.of(letter.text.clean) for s in letter.stances] == []


def test_the_set_is_large_enough() -> None:
    assert len(ROWS) >= 150


def test_each_sentence_is_read_as_running_text(read: Reader) -> None:
    for row in read_without()[:60]:
        letter = read(row.text)
        texts = [s.span.of(letter.text.clean) for s in letter.text.sentences]
        assert row.text in texts
