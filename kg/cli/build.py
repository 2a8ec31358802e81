"""`kg build`: from letters to a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kg.cli._bar import Bar
from kg.cli._options import SETTINGS, build_option, registry_option
from kg.cli.push import run as push

__all__ = ["command", "run"]


@click.command(context_settings=SETTINGS, epilog="Example: kg build letters/ more.zip brief.pdf -o output/")
@click.argument("letters", nargs=-1, required=True, type=click.Path(path_type=Path))
@build_option
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to read with; all cores by default.")
@click.option("--scheduler", metavar="ADDRESS", help="Let the workers of this Dask scheduler read: tcp://HOST:PORT.")
@click.option(
    "--parser", metavar="PIPELINE", help="Let this spaCy pipeline (a name or a folder) vote on who holds each stance."
)
@click.option(
    "--limit",
    type=click.FloatRange(0.1),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Time for one letter.",
)
@click.option("--base", metavar="IRI", help="What the IRIs of the data start with.")
@registry_option
@click.option(
    "--store", "endpoint", metavar="ENDPOINT", help="A SPARQL store to bring the graph to too, as `kg push` does."
)
@click.option("--quiet", is_flag=True, help="Tell only of letters that were skipped.")
def command(**options: Any) -> int:
    """Build the graph of LETTERS: files, folders and zip files.

    Reads txt, pdf, docx, odt, html and xml. What did not change since the last build is not read again, and letters
    that are gone leave the graph. Ends with exit code 1 when a letter had to be skipped; the others are in the graph.
    """
    return run(**options)


def run(
    letters: tuple[Path, ...],
    output: Path,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    parser: str | None = None,
    limit: float = 60.0,
    base: str | None = None,
    registry: tuple[Path, ...] = (),
    endpoint: str | None = None,
    quiet: bool = False,
) -> int:
    """Build, tell how it went on standard error, and give the exit code."""
    from kg.build import build
    from kg.rdf import DEFAULT_BASE

    bar = Bar("Reading", hidden=quiet or not sys.stderr.isatty())
    try:
        built = build(
            letters,
            output,
            jobs=jobs,
            scheduler=scheduler or "",
            parser=parser or "",
            base=base or DEFAULT_BASE,
            registry_folders=registry,
            limit=limit,
            progress=bar.move,
        )
    finally:
        bar.close()
    for error in built.skipped:
        click.echo(f"Skipped: {error}", err=True)
    if not quiet:
        click.echo(str(built), err=True)
    if endpoint is not None:
        push(output, endpoint, quiet=quiet)
    return 1 if built.skipped else 0
