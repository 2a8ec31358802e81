"""A sentence that breaks off, as in a list or at the end of a page, is read like any other: none of its letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Reader
from .sentences import read_stances, read_without

SENTENCES = [row.text for row in (*read_stances(), *read_without())]


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_sentence_may_break_off_at_any_word(data: st.DataObject, read: Reader) -> None:
    words = data.draw(st.sampled_from(SENTENCES)).split()
    cuts = data.draw(st.lists(st.integers(1, len(words)), min_size=1, max_size=6))
    paragraphs = [" ".join(words[:cut]) for cut in cuts]
    letter = read("\n".join(f"- {paragraph}" for paragraph in paragraphs))
    assert all(paragraph in letter.text.clean for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Polen steunde het plan, terwijl Turkije zweeg en ook", {"country/polen"}),
        ("Het voorstel werd gesteund door Noorwegen, maar niet door IJsland", {"country/noorwegen", "country/ijsland"}),
    ],
)
def test_what_stands_before_the_break_is_kept(sentence: str, holders: set[str], read: Reader) -> None:
    assert {holder.id for stance in read(f"- {sentence}").stances for holder in stance.holders} == holders
