"""`kg export`: the graph for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._options import SETTINGS, graph_option, open_graph, write

__all__ = ["command"]

_FORMATS = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml", "csv", "graphml", "gexf")


@click.command(context_settings=SETTINGS, epilog="Example: kg export --to gexf -o graph.gexf")
@graph_option
@click.option("--to", "form", type=click.Choice(_FORMATS), required=True, help="The format.")
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write, or - to print; a folder for csv.")
def command(folder: Path, form: str, output: str) -> None:
    """Write the graph in a format that other tools read.

    csv gives five tables: letters, meetings, attendance, entities and stances. graphml and gexf give a network of who
    took which stance on what, for Gephi, Cytoscape and networkx. The others give all triples.
    """
    if form == "csv" and output == "-":
        raise click.UsageError("csv gives five tables; give the folder for them with -o")
    with open_graph(folder) as store:
        if form == "csv":
            from kg.export.tables import write_tables

            write_tables(store, Path(output))
        elif form in ("graphml", "gexf"):
            from kg.export.network import network_bytes

            write(output, network_bytes(store, form))
        else:
            from kg.export.rdf import rdf_bytes

            write(output, rdf_bytes(store, form))
    if output != "-":
        click.echo(f"Wrote {output}", err=True)
