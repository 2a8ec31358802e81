"""`kg view`: a page to look at."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg.cli._options import SETTINGS, graph_option, open_graph, write

__all__ = ["command"]


@click.command(context_settings=SETTINGS, epilog="Example: kg view Nederland --steps 2 -o nederland.html --open")
@click.argument("thing", required=False)
@graph_option
@click.option("--steps", type=click.IntRange(1), default=1, show_default=True, help="How far around THING to look.")
@click.option("-o", "--output", default="view.html", show_default=True, metavar="FILE", help="The file, or - to print.")
@click.option("--open", "show", is_flag=True, help="Open the page in a browser.")
def command(thing: str | None, folder: Path, steps: int, output: str, show: bool) -> None:
    """Write a page to look at the graph with.

    With THING (a label or an IRI) it holds what lies around that. The page is one file that needs no network.
    """
    from kg.view import page_of

    if show and output == "-":
        raise click.UsageError("--open needs a file; leave out -o -")
    with open_graph(folder) as store:
        page = page_of(store, thing, steps)
    write(output, page.encode("utf-8"))
    if output != "-":
        click.echo(f"Wrote {output}", err=True)
    if show:
        webbrowser.open(Path(output).resolve().as_uri())
