"""Showing answers: as a table for people, or in a format for tools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kg.cli._options import write

if TYPE_CHECKING:
    from kg.store import Answer

__all__ = ["FORMATS", "format_option", "show"]

FORMATS = ("table", "json", "csv", "tsv", "markdown", "turtle")

format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), help="A table by default, Turtle for triples."
)


def show(answer: Answer, form: str | None, output: str = "-", *, labels: bool = False) -> list[list[str]] | None:
    """Write an answer, and give its rows where it is a table for people; None where it is in another format.

    With `labels` a table for people leaves out columns that hold nothing but IRIs, unless all of them do, and has commas
    between labels.
    """
    form = form or ("turtle" if answer.is_triples else "table")
    if form != "table":
        write(output, answer.to(form))
        return None
    columns, rows = answer.columns, answer.rows()
    found = rows
    if labels:
        columns, rows = _without_iris(columns, rows)
        rows = [[", ".join(value.split("|")) for value in row] for row in rows]
    lines = _lines(columns, rows, answer)
    if output == "-":
        for line in lines:
            click.echo(line)
    else:
        write(output, "".join(click.unstyle(line) + "\n" for line in lines).encode())
    return found


def _lines(columns: Sequence[str], rows: Sequence[Sequence[str]], answer: Answer) -> list[str]:
    from kg.cli._table import shorten, table, terminal_width

    if columns == ["answer"] and rows and not answer.is_triples and rows[0] in (["true"], ["false"]):
        return [rows[0][0]]
    return list(table(columns, shorten(rows, answer.prefixes), terminal_width()))


def _without_iris(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    kept = [n for n in range(len(columns)) if not rows or not all("://" in row[n] for row in rows)]
    kept = kept or list(range(len(columns)))
    return [columns[n] for n in kept], [[row[n] for n in kept] for row in rows]
