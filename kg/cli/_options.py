"""What several subcommands share: options, opening a graph, and writing a result."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store import LocalStore, RemoteStore
    from kg.view import Texts

__all__ = [
    "SETTINGS",
    "Where",
    "build_option",
    "expect",
    "folder_option",
    "graph_option",
    "open_folder",
    "open_graph",
    "open_whole",
    "registry_option",
    "texts_of",
    "write",
]

SETTINGS = {"help_option_names": ["-h", "--help"]}
"""What every command shares; a command that is started alone must know it too."""

Where = Path | str
"""Where a graph is: the folder that a build wrote, or the address of an endpoint."""


class _Graph(click.Path):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        is_address = isinstance(value, str) and value.startswith(("http://", "https://"))
        return value if is_address else Path(value)


graph_option = click.option(
    "--graph",
    "folder",
    type=_Graph(),
    default="output",
    show_default=True,
    metavar="DIR|ENDPOINT",
    help="The folder that `kg build` wrote, or the address of a SPARQL endpoint.",
)

folder_option = click.option(
    "--graph",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default="output",
    show_default=True,
    metavar="DIR",
    help="The folder that `kg build` wrote.",
)

build_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default="output",
    show_default=True,
    metavar="DIR",
    help="The folder to write.",
)

registry_option = click.option(
    "--registry",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of Turtle with names of your own to know; can be given more than once.",
)


def open_graph(where: Where) -> LocalStore | RemoteStore:
    """Open a graph for reading. A `StoreError` when there is none."""
    from kg.store import RemoteStore

    return RemoteStore(where) if isinstance(where, str) else open_folder(where)


def open_folder(folder: Path) -> LocalStore:
    """Open the graph in a folder that a build wrote, for reading. A `StoreError` when there is none."""
    from kg.store import LocalStore, aside

    store = folder / "store"
    if not store.is_dir() and not aside(store).is_dir():
        raise StoreError(str(folder), "holds no graph", f"make one with `kg build LETTERS -o {folder}`")
    return LocalStore.read(store)


def open_whole(where: Where) -> LocalStore:
    """Open a graph for what needs all of it: what lies behind an endpoint is fetched. A `StoreError` when there is none."""
    from kg.store import LocalStore

    store = open_graph(where)
    return store if isinstance(store, LocalStore) else store.copy()


def texts_of(where: Where) -> Texts:
    """Give the letters' texts, which lie beside a graph in a folder; an endpoint has none."""
    from kg.view import in_folder, nowhere

    return in_folder(where / "text") if isinstance(where, Path) else nowhere


def expect(target: str) -> None:
    """Tell that nothing can be written to `target`, before a result takes its time. A `click.UsageError` where that is so."""
    path = Path(target)
    if path.is_dir():
        raise click.UsageError(f"{target} is a folder; give the name of a file")
    if not path.parent.is_dir():
        raise click.UsageError(f"{path.parent} is no folder; make it first, or write elsewhere")


def write(target: str, content: bytes) -> None:
    """Write a result to standard output where `target` is "-", else to a file, whole or not at all."""
    if target == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    expect(target)
    path = Path(target)
    new = path.with_name(path.name + ".new")
    new.write_bytes(content)
    new.replace(path)
