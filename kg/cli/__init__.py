"""The command `kg`. Each subcommand is the `command` of the module of its name, which is loaded when it is asked for.

Results go to standard output, all else to standard error. The exit code is 0 when all went well, 1 when something
did not, 2 when the command was not understood, 130 after Ctrl-C.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import Any

import click

from kg import __version__
from kg.errors import KamergraphError

__all__ = ["COMMANDS", "main"]

COMMANDS = ("demo", "build", "ask", "query", "view", "export", "explain", "check", "serve", "push", "registry")
"""The subcommands, in the order in which help tells of them."""

_INTERRUPTED = 130  # what a shell gives for a program that Ctrl-C ended
_PIPE_CLOSED = 141  # what a shell gives for a program whose reader left


class _Commands(click.Group):
    """Loads a subcommand when it is asked for, and turns what a user can mend into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click gives it)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click gives it)
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KamergraphError as error:
            raise click.ClickException(str(error)) from None
        except BrokenPipeError:
            _silence()
            raise click.exceptions.Exit(_PIPE_CLOSED) from None
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}; check the folder and the disk") from None

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command and leave the program with its exit code."""
        options["standalone_mode"] = False
        try:
            code = super().main(*args, **options)
            sys.stdout.flush()
        except click.Abort:
            code = _INTERRUPTED
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except BrokenPipeError:
            _silence()
            code = _PIPE_CLOSED
        sys.exit(code if isinstance(code, int) else 0)


def _silence() -> None:
    """Let nothing more be written to a reader that left, not even while Python closes down."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: kg build letters/ -o output/",
)
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn Dutch ministerial letters about international meetings into a knowledge graph.

    Every fact in it points at the words that say it. Nothing is sent anywhere, nothing is downloaded.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
