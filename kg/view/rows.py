"""The answers of a store to the queries in `queries/`, row by row."""

from __future__ import annotations

from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from typing import Any, Protocol

import msgspec

from kg.store import LocalStore, ask

__all__ = ["Answers", "Row"]

_QUERIES = (
    "stances", "attendances", "mentions", "places", "parties", "surfaces", "names", "members", "topics", "meetings", "letters", "signatories",
)  # those first that take longest  # fmt: skip


class _Told(msgspec.Struct):
    """A table in SPARQL's JSON."""

    class Head(msgspec.Struct):
        vars: list[str]

    class Value(msgspec.Struct):
        value: str

    class Results(msgspec.Struct):
        bindings: list[dict[str, _Told.Value]]

    head: Head
    results: Results


class Row(Protocol):
    """A row of an answer, its values by column; "" where one is absent."""

    def __getattr__(self, name: str) -> str: ...


class Answers:
    """The answers of one store. It answers without Python, so several are worked at at a time."""

    def __init__(self, store: LocalStore, threads: ThreadPoolExecutor) -> None:
        self._told = {
            name: threads.submit(lambda query: ask(store, query).to("json"), _query(name)) for name in _QUERIES
        }

    def rows(self, name: str) -> list[Row]:
        """Give the answer to a query by its name, once; sorted, because a store gives its rows in no order to rely on."""
        told = msgspec.json.decode(self._told.pop(name).result(), type=_Told)
        columns = told.head.vars
        make = namedtuple("Row", columns)  # type: ignore[misc]
        rows: list[Any] = [make(*(row[c].value if c in row else "" for c in columns)) for row in told.results.bindings]
        return sorted(rows)


def _query(name: str) -> str:
    return (resources.files(__package__) / "queries" / f"{name}.rq").read_text("utf-8")
