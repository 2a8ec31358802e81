"""`kg query`: a question to the graph."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kg.cli._options import SETTINGS, graph_option, open_graph, write

if TYPE_CHECKING:
    from kg.store import Answer

__all__ = ["command"]

_FORMATS = ("table", "json", "csv", "tsv", "turtle")


@click.command(context_settings=SETTINGS, epilog='Example: kg query "SELECT ?letter WHERE { ?letter a kg:Letter }"')
@click.argument("sparql", required=False)
@click.option("-f", "--file", type=click.File(encoding="utf-8"), help="A file with the query, or - for standard input.")
@click.option("--name", help="A question with a name: letters, meetings, attendance, entities or stances.")
@graph_option
@click.option("--format", "form", type=click.Choice(_FORMATS), help="A table by default, Turtle for triples.")
def command(sparql: str | None, file: TextIO | None, name: str | None, folder: Path, form: str | None) -> None:
    """Put SPARQL to the graph, and print the answer.

    SPARQL is the query itself, or - to read it from standard input. The usual prefixes are known: kg, schema, skos,
    rdfs, country, meeting and so on. SELECT gives a table, ASK true or false, CONSTRUCT and DESCRIBE Turtle.
    """
    from kg.store import ask

    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise click.UsageError("give a query, or --file, or --name: one of them")
    text = _text(sparql, file, name)
    with open_graph(folder) as store:
        answer = ask(store, text)
        if form is None:
            form = "turtle" if _is_triples(answer) else "table"
        if form == "table":
            _print(answer)
        else:
            write("-", answer.to(form))


def _text(sparql: str | None, file: TextIO | None, name: str | None) -> str:
    if name is not None:
        from kg.questions import load

        return load(name).text
    try:
        if sparql == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return file.read() if file is not None else sparql or ""
    except UnicodeDecodeError:
        raise click.UsageError("the query is not UTF-8; save it as UTF-8") from None


def _is_triples(answer: Answer) -> bool:
    from pyoxigraph import QueryTriples

    return isinstance(answer.found, QueryTriples)


def _print(answer: Answer) -> None:
    from pyoxigraph import QueryBoolean

    from kg.cli._table import shorten, table

    if isinstance(answer.found, QueryBoolean):
        click.echo("true" if answer.found else "false")
        return
    for line in table(answer.columns, shorten(answer.rows(), answer.prefixes), _width()):
        click.echo(line)


def _width() -> int | None:
    """Give the width to wrap to: the terminal's, or what COLUMNS says; None where neither is known."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        return shutil.get_terminal_size().columns
    return None
