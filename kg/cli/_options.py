"""What several subcommands share: options, opening a graph, and writing a result."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store import LocalStore

__all__ = ["SETTINGS", "graph_option", "open_graph", "write"]

SETTINGS = {"help_option_names": ["-h", "--help"]}
"""What every command shares; a command that is started alone must know it too."""

graph_option = click.option(
    "--graph",
    "folder",
    type=click.Path(path_type=Path),
    default="output",
    show_default=True,
    metavar="DIR",
    help="The folder that `kg build` wrote.",
)


def open_graph(folder: Path) -> LocalStore:
    """Open the graph in a folder that a build wrote, for reading. A `StoreError` when there is none."""
    from kg.store import LocalStore

    store = folder / "store"
    if not store.is_dir():
        raise StoreError(str(folder), "holds no graph", f"make one with `kg build LETTERS -o {folder}`")
    return LocalStore.read(store)


def write(target: str, content: bytes) -> None:
    """Write a result to standard output where `target` is "-", else to a file, whole or not at all."""
    if target == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    path = Path(target)
    if path.is_dir():
        raise click.UsageError(f"{target} is a folder; give the name of a file")
    if not path.parent.is_dir():
        raise click.UsageError(f"{path.parent} is no folder; make it first, or write elsewhere")
    new = path.with_name(path.name + ".new")
    new.write_bytes(content)
    new.replace(path)
