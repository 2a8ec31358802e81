"""`kg check`: whether a graph is as it should be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from kg.cli._options import SETTINGS, Where, graph_option, open_whole

if TYPE_CHECKING:
    from kg.check import Finding
    from kg.store import LocalStore

__all__ = ["command"]


@click.command(context_settings=SETTINGS, epilog="Example: kg check --graph output")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@graph_option
@click.option("--no-shapes", is_flag=True, help="Leave out SHACL, which takes long on many letters.")
def command(files: tuple[Path, ...], folder: Where, no_shapes: bool) -> int:
    """Check a graph, or Turtle of anybody's.

    Of a graph it checks that all evidence stands in the texts at its offsets, that links lead somewhere, that there are
    as many values as there should be, that the registry makes sense, and the shapes (SHACL). With FILES it checks
    only these files, against the shapes. Ends with exit code 1 when something is wrong, with a line for each.
    """
    found = list(_files(files) if files else _graph(folder, no_shapes))
    for finding in found:
        click.echo(f"{finding.check}: {finding.where}: {finding.what}")
    click.echo(f"{len(found)} thing{'' if len(found) == 1 else 's'} to mend" if found else "All is well", err=True)
    return 1 if found else 0


def _files(files: Iterable[Path]) -> Iterable[Finding]:
    from kg.check import conforms

    for path in files:
        yield from conforms(path)


def _graph(where: Where, no_shapes: bool) -> Iterable[Finding]:
    from kg.check import Finding, check_graph, has_pyshacl
    from kg.registry import files
    from kg.registry.check import check

    shapes = not no_shapes and has_pyshacl()
    with open_whole(where) as store:
        yield from check_graph(store, where / "text" if isinstance(where, Path) else None)
        of_shapes = list(_shapes(store, where)) if shapes else []
    for fault in check(files()):
        yield Finding("registry", fault.entry, f"{fault.what}; {fault.remedy}")
    yield from of_shapes
    if not no_shapes and not shapes:
        click.echo("The shapes were not checked: pip install 'kamergraph[check]'", err=True)
    if isinstance(where, str):
        click.echo("The evidence was not checked: the texts are in the folder of the build", err=True)


def _shapes(store: LocalStore, where: Where) -> Iterable[Finding]:
    from kg.check import conforms
    from kg.store import write_turtle

    if isinstance(where, Path):
        yield from conforms(where / "graph.ttl")
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "graph.ttl")
        write_turtle(store, path)
        yield from conforms(path)
