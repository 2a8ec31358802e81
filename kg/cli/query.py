"""`kg query`: a question to the graph."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from kg.cli._answer import format_option, show
from kg.cli._options import SETTINGS, Where, graph_option, open_graph

__all__ = ["command"]


@click.command(context_settings=SETTINGS, epilog='Example: kg query "SELECT ?letter WHERE { ?letter a kg:Letter }"')
@click.argument("sparql", required=False)
@click.option("-f", "--file", type=click.File(encoding="utf-8"), help="A file with the query, or - for standard input.")
@click.option("--name", help="A question with a name, such as letters or stances; `kg ask` lists them.")
@graph_option
@format_option
def command(sparql: str | None, file: TextIO | None, name: str | None, folder: Where, form: str | None) -> None:
    """Put SPARQL to the graph, and print the answer.

    SPARQL is the query itself, or - to read it from standard input. The usual prefixes are known: kg, schema, skos,
    rdfs, country, meeting and so on. SELECT gives a table, ASK true or false, CONSTRUCT and DESCRIBE Turtle.
    """
    from kg.questions import load, put
    from kg.store import ask

    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise click.UsageError("give a query, or --file, or --name: one of them")
    with open_graph(folder) as store:
        show(ask(store, _text(sparql, file)) if name is None else put(store, load(name)), form)


def _text(sparql: str | None, file: TextIO | None) -> str:
    try:
        if sparql == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return file.read() if file is not None else sparql or ""
    except UnicodeDecodeError:
        raise click.UsageError("the query is not UTF-8; save it as UTF-8") from None
