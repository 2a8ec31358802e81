"""`kg demo`: the first thing to try."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

import click

from kg import data
from kg.cli._options import SETTINGS, build_option
from kg.cli.build import run

__all__ = ["command"]


@click.command(context_settings=SETTINGS, epilog="Example: kg demo -o /tmp/demo")
@build_option
def command(output: Path) -> int:
    """Build the example letters, and say what to try."""
    code = run((data.letters(),), output)
    kg = _program()
    graph = "" if output == Path("output") else f" --graph {shlex.quote(str(output))}"
    click.echo(f"Open this page in a browser:\n  {(output / 'index.html').resolve()}")
    click.echo("Then try:")
    for example in ("query --name meetings", "view Nederland --open", "export --to csv -o tables/"):
        click.echo(f"  {kg} {example}{graph}")
    return code


def _program() -> str:
    """Give what to type for `kg` here: where no shell finds it, the path by which it was started."""
    started = sys.argv[0]
    if shutil.which("kg") or not os.access(started, os.X_OK):
        return "kg"
    return shlex.quote(started)
