"""Putting a question: words for its parameters become terms, and the graph is asked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.questions.page import ROWS, Page, page
from kg.questions.question import Parameter, Question, Values
from kg.questions.things import find, near
from kg.rdf.vocabulary import XSD
from kg.store import Answer, GraphSource, ask

__all__ = ["fill", "meant", "nothing", "put", "put_page"]

Given = Mapping[str, Sequence[str]]
"""What somebody gave for parameters, by their names: the words as they were typed, several where any of them may do."""

_ENOUGH = 20  # rows that show that there are some

_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")


def put(source: GraphSource, question: Question, given: Given | None = None) -> Answer:
    """Put a question to a graph with what was `given`, and get all of its answer.

    A `QueryError` when a parameter is unknown or lacking, when its words mean nothing, or when the query is wrong.
    """
    return ask(source, fill(source, question, given or {}))


def fill(source: GraphSource, question: Question, given: Given) -> str:
    """Give the query with the terms that the words mean."""
    return question.filled(meant(source, question, given))


def put_page(source: GraphSource, question: Question, given: Given, rows: int | None = ROWS) -> Page:
    """Put a question and get no more of a long answer than the days that fill a page of about so many `rows`; all if None."""
    return page(source, question, meant(source, question, given), rows)


def meant(source: GraphSource, question: Question, given: Given) -> Values:
    """Give the terms that the words for each parameter mean."""
    known = [parameter.name for parameter in question.parameters]
    for name in given:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            remedy = f"did you mean {close[0]}?" if close else f"it has {', '.join(known) or 'none'}"
            raise QueryError(question.name, f"has no parameter {name!r}", remedy)
    return {p.name: list(_terms(source, question, p, given)) for p in question.parameters}


def nothing(source: GraphSource, question: Question, given: Given) -> list[str]:
    """Say why a question found nothing: which other names are spelt alike, and what there is without each condition."""
    told: list[str] = []
    for parameter in question.parameters:
        words = list(given.get(parameter.name, ()))
        for word in words if parameter.is_thing else ():
            alike = near(source, parameter.types, word)
            if alike:
                told.append(f"Names like {word!r}: {', '.join(alike)}.")
        if words and not parameter.required:
            fewer = {name: value for name, value in given.items() if name != parameter.name}
            found = put_page(source, question, fewer, _ENOUGH)
            rows = len(found.answer.rows())
            if rows:
                more = " or more" if found.rest else ""
                told.append(f"Without --{parameter.name}: {rows} row{'s' if rows > 1 else ''}{more}.")
    return told


def _terms(
    source: GraphSource, question: Question, parameter: Parameter, given: Given
) -> Iterator[NamedNode | Literal]:
    words = list(given.get(parameter.name, ()))
    if not words and parameter.default is not None:
        if not parameter.is_thing:
            yield _number(parameter.default) if parameter.types == ("number",) else Literal(parameter.default)
            return
        words = [parameter.default]
    if not words and parameter.required:
        raise QueryError(question.name, f"needs --{parameter.name}", f"for example: {question.example}")
    for word in words:
        match parameter.types[0]:
            case "date" if not _DATE.fullmatch(word):
                raise QueryError(parameter.name, f"{word!r} is no date", "write 2018, 2018-07 or 2018-07-11")
            case "number" if not _NUMBER.fullmatch(word):
                raise QueryError(parameter.name, f"{word!r} is no number", "write one such as 0.7")
            case "number":
                yield _number(word)
            case "date" | "text":
                yield Literal(word)
            case _:
                yield from find(source, parameter.types, word)


def _number(word: str) -> Literal:
    return Literal(word, datatype=XSD["decimal"])
