"""Towns whose name is also something else: a country ("te Luxemburg"), a first name ("in Florence"), a word ("te Split")."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from kg.dutch import table
from kg.dutch.dates import find_dates
from kg.expression import Expression, expression
from kg.model import Letter, Span
from kg.registry import Form, Hit

__all__ = ["town"]

_BEFORE = re.compile(r"\b(?:([Ii]n)|[Tt]e)\s$")
_LONGER = re.compile(r"[-’']?\s?[A-ZÀ-Þ]")  # "in Victoria Nuland"
_DAY = re.compile(r"-\d\d-\d\d$")


def town(hit: Hit, letter: Letter) -> Form | None:
    """Give the form of a town that a hit has where it is a town that is named, or None.

    Behind "te" it is. Behind "in" a country could be named as well, but what was held on a day was held in the town:
    "de Raad die op 5 april in Luxemburg plaatsvond".
    """
    forms = [form for form in hit.forms if form.context and form.entity.startswith("place/")]
    text = letter.text.clean
    before = _BEFORE.search(text[max(hit.span.start - 4, 0) : hit.span.start]) if forms else None
    if not before or _LONGER.match(text, hit.span.end) or (before[1] and not _held(_sentence(letter, hit.span))):
        return None
    return forms[0]


def _held(sentence: str) -> bool:
    return bool(_holding().search(sentence)) or any(_DAY.search(date.start) for date in find_dates(sentence))


@cache
def _holding() -> Expression:
    words = sorted(table("meetings")["words"]["held_there"], key=len, reverse=True)
    return expression(rf"\b(?:{'|'.join(words)})\b")


def _sentence(letter: Letter, span: Span) -> str:
    sentences = letter.text.sentences
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[at].span.of(letter.text.clean) if at >= 0 else ""
