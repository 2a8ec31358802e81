"""CSV: the five tables that the named queries give, one file each."""

from __future__ import annotations

from pathlib import Path

from kg.questions import load
from kg.store import LocalStore, ask

__all__ = ["TABLES", "write_tables"]

TABLES = ("letters", "meetings", "attendance", "entities", "stances")


def write_tables(store: LocalStore, folder: Path) -> None:
    """Write `letters.csv` and the others into `folder`, in UTF-8 with a row of names; make it if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        new = folder / f"{name}.csv.new"
        new.write_bytes(ask(store, load(name).text).to("csv"))
        new.replace(folder / f"{name}.csv")
