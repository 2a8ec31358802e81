"""The named queries: each a `.rq` file in this package, with a title and a description in comment lines at its head."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from importlib import resources

from kg.errors import QueryError

__all__ = ["Question", "load", "names"]

_HEAD = re.compile(r"^#\+ ([a-z.]+): (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name. `view` is how its answer is best shown; `text` is SPARQL 1.1."""

    name: str
    title_nl: str
    title_en: str
    description: str
    view: str
    text: str


def names() -> list[str]:
    """Give the names of all questions, sorted."""
    files = resources.files(__name__).iterdir()
    return sorted(file.name.removesuffix(".rq") for file in files if file.name.endswith(".rq"))


def load(name: str) -> Question:
    """Give the question that is called `name`. A `QueryError` when there is none."""
    known = names()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        raise QueryError("", f"no question is called {name!r}", remedy)
    text = (resources.files(__name__) / f"{name}.rq").read_text("utf-8")
    head = dict(_HEAD.findall(text))
    return Question(name, head["title.nl"], head["title.en"], head["description"], head["view"], text)
