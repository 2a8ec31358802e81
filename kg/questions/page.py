"""A page of an answer that can be long: the days, by the calendar of what is asked about, that give enough rows.

A calendar is read in one go, and the query looks only into the letters that tell of the days it is given, so a page costs
the same in ten letters as in ten thousand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from pyoxigraph import QueryResultsFormat, parse_query_results

from kg.questions.question import Calendar, Entry, Question, Values, period
from kg.store import Answer, GraphSource, ask

__all__ = ["ROWS", "Page", "page"]

ROWS = 25
"""Of a page, where nobody says how many."""

_FIRST = 2  # entries of a calendar to begin with: their rows tell how many a page takes
_AT_ONCE = 400  # entries that are read
# so many times as many are taken at most where few or none gave rows: of a thing, and of all letters
_FURTHER, _FURTHER_OF_ALL = 15, 4

_ENTRIES = """\
SELECT DISTINCT ?date ?graph ?thing WHERE {{ VALUES ?thing {{ {things} }} GRAPH ?graph {{ ?thing kg:calendar ?date }} {mark} {period} }}
ORDER BY {order} LIMIT {most}"""

_MARKED = "{{ SELECT ?date ?graph WHERE {{ GRAPH ?graph {{ {mark} kg:calendar ?date }} }} }}"


@dataclass(frozen=True, slots=True)
class Page:
    """Some of an answer. `sparql` is the query for it; `rest` the day that comes after its days, None where it is all."""

    sparql: str
    answer: Answer
    rest: str | None = None


def page(source: GraphSource, question: Question, values: Values, rows: int | None) -> Page:
    """Give the first days of an answer that together have about so many `rows` (at least half), all of it where there are no more or `rows` is None.

    Of a question that counts, `rows` is how often letters tell of the days.
    """
    if question.calendar is None or rows is None:
        sparql = question.filled(values)
        return Page(sparql, ask(source, sparql))
    wanted = rows if question.calendar.counts else _FIRST
    further = _FURTHER if any(values.get(name) for name in question.calendar.parameters) else _FURTHER_OF_ALL
    most = 0
    entries: list[Entry] = []
    while True:
        end = next((at for at in range(wanted, len(entries)) if entries[at].day != entries[wanted - 1].day), None)
        if end is None and len(entries) == most:  # there may be more entries
            most = max(_AT_ONCE, 2 * wanted, 2 * most)
            entries = _entries(source, question.calendar, values, most)
            continue
        rest = None if end is None else entries[end].day
        sparql = question.filled(values, None if end is None else entries[:end])
        answer, found = _counted(ask(source, sparql))
        if end is None or 2 * found >= rows or question.calendar.counts:
            return Page(sparql, answer, rest)
        wanted = min(end * rows // (found or 1), end * further)


def _entries(source: GraphSource, calendar: Calendar, values: Values, most: int) -> list[Entry]:
    """Give the days of a calendar in order, each with the letters that tell of it; no more than `most` of both together."""
    name = next((name for name in calendar.parameters if values.get(name)), None)
    query = _ENTRIES.format(
        things=" ".join(map(str, values[name])) if name else calendar.kind,
        mark=_MARKED.format(mark=calendar.kind) if name and calendar.is_mark else "",
        period=period(values),
        order="DESC(?date)" if calendar.newest else "?date",
        most=most,
    )
    return [Entry(*row) for row in ask(source, query).rows()]


def _counted(answer: Answer) -> tuple[Answer, int]:
    """Give an answer, which can be read once, and how many rows it has."""
    table = answer.to("json")
    rows = len(json.loads(table)["results"]["bindings"])
    return replace(answer, found=parse_query_results(table, format=QueryResultsFormat.JSON)), rows
