"""`kg view`: a page to look at."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._options import SETTINGS, Where, expect, graph_option, open_whole, texts_of, write

if TYPE_CHECKING:
    from kg.store import LocalStore

__all__ = ["command"]

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def _date(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 (click's protocol)
    if value and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date; write 2018, 2018-07 or 2018-07-11")
    return value


@click.command(context_settings=SETTINGS, epilog="Example: kg view Nederland --steps 2 -o nederland.html --open")
@click.argument("thing", required=False)
@graph_option
@click.option("--steps", type=click.IntRange(1), default=1, show_default=True, help="How far around THING to look.")
@click.option("--since", default="", callback=_date, metavar="DATE", help="Leave out what is earlier: 2018 or 2018-07.")
@click.option("--until", default="", callback=_date, metavar="DATE", help="Leave out what is later: 2018 or 2018-07.")
@click.option("--letter", default="", metavar="FILE", help="Only what this letter says, by the name of its file.")
@click.option("--query", "sparql", metavar="SPARQL", help="Only what the answer to this query holds.")
@click.option("--title", default="", metavar="TEXT", help="What the page is called.")
@click.option("-o", "--output", default="view.html", show_default=True, metavar="FILE", help="The file, or - to print.")
@click.option("--open", "show", is_flag=True, help="Open the page in a browser.")
def command(
    thing: str | None,
    folder: Where,
    steps: int,
    since: str,
    until: str,
    letter: str,
    sparql: str | None,
    title: str,
    output: str,
    show: bool,
) -> None:
    """Write a page to look at the graph with.

    With THING (a label or an IRI) it holds what lies around that. A period, a letter and a query narrow it down; all
    that is given must hold. Of an answer it shows the stances, or what is said of its other things. A question of
    the library makes one with its `--view`. The page is one file that needs no network.
    """
    from kg.view import Excerpt, page_of

    if show and output == "-":
        raise click.UsageError("--open needs a file; leave out -o -")
    expect(output)
    with open_whole(folder) as store:
        found = _answer(store, sparql)
        excerpt = Excerpt(thing, steps, since, until, letter, found, title)
        page = page_of(store, excerpt, texts_of(folder))
    write(output, page.encode("utf-8"))
    if output != "-":
        click.echo(f"Wrote {output}", err=True)
    if show:
        webbrowser.open(Path(output).resolve().as_uri())


def _answer(store: LocalStore, sparql: str | None) -> frozenset[str] | None:
    """Give all values of an answer; None where nothing was asked."""
    from kg.store import ask

    if sparql is None:
        return None
    return frozenset(value for row in ask(store, sparql).rows() for value in row)
