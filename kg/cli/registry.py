"""`kg registry`: what a name means, and whether the registry makes sense."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from kg.cli._options import SETTINGS, registry_option
from kg.cli._table import table, terminal_width
from kg.errors import RegistryError

__all__ = ["command"]

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def _date(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date; write 2017-12-05, 2017-12 or 2017")
    return value


_date_option = click.option(
    "--date", default="", callback=_date, metavar="DATE", help="Only what held on a day, in a month or in a year."
)


@click.group(context_settings=SETTINGS, epilog="Example: kg registry find Russische")
def command() -> None:
    """Look names up in the registry, and check it."""


def _sub(name: str, example: str) -> Callable[[Callable[..., Any]], click.Command]:
    return command.command(name, context_settings=SETTINGS, epilog=f"Example: {example}")


@_sub("find", "kg registry find Macedonië --date 2017")
@click.argument("name", nargs=-1, required=True)
@_date_option
@registry_option
def find_names(name: tuple[str, ...], date: str, registry: tuple[Path, ...]) -> int:
    """Tell what NAME stands for: a name in Dutch or English, an abbreviation, an adjective, a surname.

    Ends with exit code 1 where nothing goes by that name; names that come near are told.
    """
    from kg.registry import load
    from kg.registry.find import find, near

    known = load(registry)
    asked = " ".join(name)
    found = find(known, asked, date)
    if not found:
        close = near(known, asked)
        hint = f"; near it: {', '.join(close)}" if close else ""
        click.echo(f"nothing goes by {asked!r}{f' in {date}' if date else ''}{hint}", err=True)
        return 1
    rows = [[f.entry.id, f.entry.type, f.entry.label, f.form.kind, _period(f.form.period)] for f in found]
    _print(("id", "type", "label", "found as", "in use"), rows)
    return 0


@_sub("members", "kg registry members NAVO --date 2017-12")
@click.argument("organisation")
@_date_option
@click.option("--role", default="lid", show_default=True, metavar="ROLE", help="lid, partner, waarnemer or kandidaat.")
@registry_option
def members(organisation: str, date: str, role: str, registry: tuple[Path, ...]) -> None:
    """Tell who belonged to ORGANISATION: a name, an abbreviation, or the word for its members ("Bondgenoten")."""
    from kg.registry import load
    from kg.registry.find import find

    known = load(registry)
    ids = [f.entry.id for f in find(known, organisation) if f.entry.type == "Organisation"]
    rows = [
        [known[r.member].label, _period(r.period)]
        for r in known.relations
        if r.organisation in ids and r.role == role and r.period.holds(date)
    ]
    if not rows:
        raise RegistryError(organisation, f"has no {role} in the registry", "see `kg registry find` for what it knows")
    _print((role, "from/until"), sorted(rows))


@_sub("check", "kg registry check --registry my-names/")
@registry_option
def check_names(registry: tuple[Path, ...]) -> int:
    """Check the registry: names that stand for one thing, dates in order, links that lead somewhere, a source for all.

    Ends with exit code 1 where something is wrong.
    """
    from kg.registry import files
    from kg.registry.check import check

    faults = check(files(registry))
    for fault in faults:
        click.echo(fault)
    click.echo("nothing wrong" if not faults else f"{len(faults)} wrong", err=True)
    return 1 if faults else 0


def _period(period: Any) -> str:
    return f"{period.start}/{period.end}".strip("/") if period.start or period.end else ""


def _print(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for line in table(columns, rows, terminal_width()):
        click.echo(line)
