"""Where questions lie: in this package, and in the user's own folders."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import QueryError
from kg.questions.question import Question, parse

__all__ = ["load", "names"]


def names(folders: Iterable[Path] = ()) -> list[str]:
    """Give the names of all questions, sorted. A `QueryError` where a folder is none."""
    return sorted(_files(folders))


def load(name: str, folders: Iterable[Path] = ()) -> Question:
    """Give the question that is called `name`. A `QueryError` when there is none, or when its file makes no sense."""
    files = _files(folders)
    if name not in files:
        near = difflib.get_close_matches(name, sorted(files), n=1)
        remedy = f"did you mean {near[0]}?" if near else "`kg ask` lists those that there are"
        raise QueryError("", f"no question is called {name!r}", remedy)
    try:
        return parse(name, files[name].read_text("utf-8"))
    except UnicodeDecodeError:
        raise QueryError(f"{name}.rq", "is not UTF-8", "save it as UTF-8") from None


def _files(folders: Iterable[Path]) -> dict[str, Traversable]:
    """Give the files by the names of their questions; a user's own comes in the place of ours."""
    found: dict[str, Traversable] = {}
    for folder in (resources.files(__package__), *folders):
        if not folder.is_dir():
            raise QueryError(str(folder), "is no folder of questions", "give a folder with .rq files in it")
        found |= {file.name.removesuffix(".rq"): file for file in folder.iterdir() if file.name.endswith(".rq")}
    return found
