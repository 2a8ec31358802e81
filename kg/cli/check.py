"""`kg check`: whether a graph is as it should be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._options import SETTINGS, Where, graph_option, open_whole

if TYPE_CHECKING:
    from kg.check import Finding

__all__ = ["command"]


@click.command(context_settings=SETTINGS, epilog="Example: kg check --graph output")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@graph_option
def command(files: tuple[Path, ...], folder: Where) -> int:
    """Check a graph, or Turtle of anybody's.

    Of a graph it checks that all evidence stands in the texts at its offsets, that links lead somewhere, that there are
    as many values as there should be, that the registry makes sense, and the shapes (SHACL). With FILES it checks
    only these files, against the shapes. Ends with exit code 1 when something is wrong, with a line for each.
    """
    found = list(_files(files) if files else _graph(folder))
    for finding in found:
        click.echo(f"{finding.check}: {finding.where}: {finding.what}")
    click.echo(f"{len(found)} thing{'' if len(found) == 1 else 's'} to mend" if found else "All is well", err=True)
    return 1 if found else 0


def _files(files: Iterable[Path]) -> Iterable[Finding]:
    from kg.check import conforms

    for path in files:
        yield from conforms(path)


def _graph(where: Where) -> Iterable[Finding]:
    from kg.check import Finding, check_graph
    from kg.registry import files
    from kg.registry.check import check

    with open_whole(where) as store:
        yield from check_graph(store, where / "text" if isinstance(where, Path) else None)
    for fault in check(files()):
        yield Finding("registry", fault.entry, f"{fault.what}; {fault.remedy}")
    if isinstance(where, str):
        click.echo("The evidence was not checked: the texts are in the folder of the build", err=True)
