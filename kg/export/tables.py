"""CSV: the five tables that the named queries give, with what their columns mean; and statements for discourse networks."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from kg.questions import load
from kg.store import GraphSource, ask

__all__ = ["TABLES", "metadata", "statements", "write_tables"]

TABLES = ("letters", "meetings", "attendance", "entities", "stances")


def write_tables(store: GraphSource, folder: Path) -> None:
    """Write `letters.csv` and the others into `folder`, in UTF-8 with a row of names; make it if need be.

    `csv-metadata.json` beside them says what they hold; tools that know CSV on the Web look for it by that name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"{name}.csv": ask(store, load(name).text).to("csv") for name in TABLES}
    for name, content in (files | {"csv-metadata.json": metadata()}).items():
        new = folder / f"{name}.new"
        new.write_bytes(content)
        new.replace(folder / name)


def metadata() -> bytes:
    """Give what the five tables hold, as CSV on the Web (https://www.w3.org/TR/tabular-metadata/) in JSON."""
    columns = tomllib.loads((resources.files(__package__) / "columns.toml").read_text("utf-8"))
    told = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "tables": [_table(name, columns[name]) for name in TABLES],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _table(name: str, columns: dict[str, dict[str, Any]]) -> dict[str, Any]:
    question = load(name)
    return {
        "url": f"{name}.csv",
        "dc:title": question.title_nl,
        "dc:description": {"@value": question.description_en, "@language": "en"},
        "tableSchema": {"columns": [_column(name, columns[name]) for name in question.columns]},
    }


def _column(name: str, told: dict[str, Any]) -> dict[str, Any]:
    column = {"name": name, "titles": {"und": name, "nl": told["nl"], "en": told["en"]}}
    column["datatype"] = told.get("datatype", "string")
    return column | ({"separator": "|"} if told.get("list") else {})


def statements(store: GraphSource) -> bytes:
    """Give all stances as CSV in the layout of discourse network analysis: a row per actor and topic.

    `agreement` is 1 in favour, 0 against or worried, and empty where a stance is neither. `topic` is what it is about, or
    the heading; `source` is the file and the place in its text (RFC 5147).
    """
    return ask(store, (resources.files(__package__) / "queries" / "statement.rq").read_text("utf-8")).to("csv")
