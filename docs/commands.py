"""Writes `docs/commands.md` from the help of the commands: `python docs/commands.py`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import COMMANDS, main

__all__ = ["commands"]

PAGE = Path(__file__).with_name("commands.md")

_HEAD = """\
# Commands

Made from the help of the commands by `python docs/commands.py`. `kg COMMAND --help` tells the same.
Results go to standard output, all else to standard error. The exit code is 0 when all went well, 1 when something did
not, 2 when the command was not understood, 130 after Ctrl-C. `NO_COLOR` in the environment turns colours off.
"""


def commands() -> str:
    """Give the reference of all commands and their options as Markdown."""
    root = click.Context(main, info_name="kg", **main.context_settings)
    parts = [_HEAD, _section("kg", main, root)]
    for name in COMMANDS:
        command = main.get_command(root, name)
        assert command is not None, name  # noqa: S101 (the list and the modules go together)
        context = click.Context(command, info_name=name, parent=root)
        parts.append(_section(f"kg {name}", command, context))
        for sub, below in getattr(command, "commands", {}).items():
            parts.append(_section(f"kg {name} {sub}", below, click.Context(below, info_name=sub, parent=context)))
    return "\n".join(parts)


def _section(name: str, command: click.Command, context: click.Context) -> str:
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    lines = [f"## {name}", "", "```text", usage, "```", "", _paragraphs(command.help or ""), ""]
    lines += ["| option | what it does |", "|---|---|"]
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            option, text = record
            lines.append(f"| `{option.replace('|', ', ')}` | {text} |")
    if command.epilog:
        lines += ["", f"Example: `{command.epilog.removeprefix('Example: ')}`"]
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


if __name__ == "__main__":
    PAGE.write_text(commands(), encoding="utf-8", newline="\n")
