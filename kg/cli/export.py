"""`kg export`: the graph, or a part of it, for other tools."""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._options import SETTINGS, Where, expect, graph_option, open_whole, write

if TYPE_CHECKING:
    from kg.store import Answer, LocalStore

__all__ = ["command"]

_RDF = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml")
_FORMATS = (*_RDF, "csv", "statements", "graphml", "gexf", "dcat")
_SPARQL = re.compile(r"\s*(?:SELECT|ASK|CONSTRUCT|DESCRIBE|PREFIX|BASE|#)", re.IGNORECASE)


@click.command(context_settings=SETTINGS, epilog="Example: kg export --to gexf -o graph.gexf")
@graph_option
@click.option("--to", "form", type=click.Choice(_FORMATS), required=True, help="The format.")
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write, or - to print; a folder for csv.")
@click.option(
    "--where",
    metavar="QUESTION",
    help="Only the part that an answer names: to a question as `kg ask` takes it, or to SPARQL.",
)
def command(folder: Where, form: str, output: str, where: str | None) -> None:
    """Write the graph in a format that other tools read.

    csv gives five tables (letters, meetings, attendance, entities and stances) with a description of their columns;
    statements is one table for discourse network analysis. graphml and gexf give a network of who took which stance
    on what, for Gephi, Cytoscape and networkx. dcat describes the data set. The others give all triples.

    A stance brings its holders, words and meeting, a letter all that it says; of CONSTRUCT just its triples.
    """
    if form == "csv" and output == "-":
        raise click.UsageError("csv gives five tables; give the folder for them with -o")
    if form != "csv":
        expect(output)
    with open_whole(folder) as whole, _part(whole, where) as store:
        if form == "csv":
            from kg.export.tables import write_tables

            write_tables(store, Path(output))
        else:
            write(output, _bytes(store, form))
    if output != "-":
        click.echo(f"Wrote {output}", err=True)


def _bytes(store: LocalStore, form: str) -> bytes:
    if form == "statements":
        from kg.export.tables import statements

        return statements(store)
    if form == "dcat":
        from kg.export.description import description

        return description(store)
    if form in ("graphml", "gexf"):
        from kg.export.network import network_bytes

        return network_bytes(store, form)
    from kg.export.rdf import rdf_bytes

    return rdf_bytes(store, form)


def _part(store: LocalStore, where: str | None) -> LocalStore | nullcontext[LocalStore]:
    if where is None:
        return nullcontext(store)
    from kg.export.part import part

    return part(store, _answer(store, where))


def _answer(store: LocalStore, where: str) -> Answer:
    """Answer `where`: SPARQL, or the name of a question with its parameters as words of a command."""
    from kg.questions import load, put
    from kg.store import ask

    if _SPARQL.match(where):
        return ask(store, where)
    given: dict[str, list[str]] = defaultdict(list)
    try:
        name, *words = shlex.split(where)
        for option, value in zip(words[::2], words[1::2], strict=True):
            given[option.removeprefix("--")].append(value)
    except ValueError:
        raise click.UsageError(f"--where {where!r}: give a name, and a value after each --parameter") from None
    return put(store, load(name), given)
