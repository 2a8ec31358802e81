"""`kg push`: the graph for a SPARQL store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli._bar import Bar
from kg.cli._options import SETTINGS, folder_option, open_folder

__all__ = ["command", "run"]


@click.command(context_settings=SETTINGS, epilog="Example: kg push http://localhost:8890/sparql")
@click.argument("endpoint")
@folder_option
@click.option("--quiet", is_flag=True, help="Tell nothing when all goes well.")
def command(endpoint: str, folder: Path, quiet: bool) -> None:
    """Bring the graph to the SPARQL 1.1 store that answers at ENDPOINT.

    Each letter is a named graph. Only those that changed are sent; what broke off goes on when it is started again. What
    was brought earlier and has left the folder leaves the store. The name and password are those of KG_USER and
    KG_PASSWORD in the environment, or those that ~/.netrc has for the host.
    """
    run(folder, endpoint, quiet=quiet)


def run(folder: Path, endpoint: str, *, quiet: bool) -> None:
    """Push, and tell how it went on standard error."""
    from kg.store.push import push

    bar = Bar("Sending", hidden=quiet or not sys.stderr.isatty())
    with open_folder(folder) as store:
        try:
            pushed = push(store, endpoint, bar.move)
        finally:
            bar.close()
    if not quiet:
        click.echo(str(pushed), err=True)
