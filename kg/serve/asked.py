"""Questions of the library, asked by a form. Each runs in a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.questions import Question, load, nothing, put_page
from kg.serve.answers import Table, network, table_of
from kg.store import LocalStore

__all__ = ["Asked", "asked", "drawn"]

Given = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put: as SPARQL, its answer, and what to try where that is empty."""

    sparql: str
    table: Table
    hints: list[str]


def asked(store: LocalStore, name: str, given: Given, folders: Sequence[Path], most: int) -> Asked:
    """Put a question; its answer has at most `most` rows. A `QueryError` as `kg.questions.put` has it."""
    question = load(name, folders)
    page = put_page(store, question, given)
    found = table_of(page.answer, most)
    if page.rest is not None:
        found = replace(found, more=True)
    return Asked(_bare(question, page.sparql), found, [] if found.rows else nothing(store, question, given))


def drawn(store: LocalStore, name: str, given: Given, folders: Sequence[Path], folder: Path) -> str:
    """Give the page of what the answer names."""
    question = load(name, folders)
    return network(store, put_page(store, question, given).sparql, folder, question.title_nl)


def _bare(question: Question, sparql: str) -> str:
    """Leave out the first lines, which only tell of the question."""
    assert question.text.startswith("#+")  # noqa: S101 (else it would be no question)
    return "".join(line for line in sparql.splitlines(keepends=True) if not line.startswith("#+"))
