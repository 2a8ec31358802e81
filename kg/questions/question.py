"""A question: SPARQL with a name, a title, and parameters that can be filled in.

A question is one `.rq` file that any SPARQL 1.1 tool can run. Its first lines are comments that begin with `#+`; without
these two characters they are TOML:

    #+ title.nl = "Standpunten"
    #+ title.en = "Positions"
    #+ description.nl = "Wat iemand ergens van vindt."
    #+ description.en = "What somebody holds of something."
    #+ view = "network"
    #+ parameters.from = { type = "date", description.nl = "Vanaf deze dag.", description.en = "From this day on." }

Each parameter is a variable that a `VALUES ?from { ... }` block binds, as often as need be; what stands in the block is
an example, which other values take the place of, and `suggest = [...]` lists more. `type` is "text", "date", "number", or the classes of the things that
it can be, with Entity for all that letters name. What asks for a value that may be left out stands between two comments
of its own, and goes where there is none:

    # with from
    VALUES ?from { "2017" }
    FILTER (STR(?date) >= ?from)
    # end

An answer that can be long is given a page at a time. What its rows are picked by says in the query how many make a page,
and by which columns they are told apart; `letter` where they are the newest letters:

    LIMIT 100 # page of stance
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError

__all__ = ["VIEWS", "Page", "Parameter", "Question", "parse"]

VIEWS = ("table", "network", "timeline")
"""How an answer can be shown."""

LITERALS = ("text", "date", "number")
"""The types of a parameter that is no thing."""

_HEAD = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_BLOCK = r"VALUES\s+[?$]{name}\s*\{{(?:[^{{}}\"'<]|<[^<>]*>|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')*\}}"
_SECTION = re.compile(r"^[ \t]*# with (\w+)\n(.*?)^[ \t]*# end\n", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"[a-z][a-z_]*")
_PAGE = re.compile(r"^[ \t]*LIMIT (?P<most>[1-9][0-9]*) # page of (?P<of>[a-z_ ]+)$", re.MULTILINE)
_SELECT = re.compile(r"^SELECT\s+(?:DISTINCT\s+)?(.*)$", re.MULTILINE)
_TOKEN = re.compile(r"[()]|\bAS\s+[?$](?P<alias>\w+)|[?$](?P<plain>\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be filled in. `types` is one of `LITERALS` or names of classes; `default` is None where there is none."""

    name: str
    types: tuple[str, ...]
    description_nl: str
    description_en: str
    suggest: tuple[str, ...] = ()
    default: str | None = None
    required: bool = False

    @property
    def is_thing(self) -> bool:
        """Whether its values are things with an IRI."""
        return self.types[0] not in LITERALS


@dataclass(frozen=True, slots=True)
class Page:
    """How many things make a page of an answer, and the columns that tell them apart; `letter` where none does."""

    most: int
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name. `view` is how its answer is best shown; `text` is SPARQL 1.1 with examples filled in."""

    name: str
    title_nl: str
    title_en: str
    description_nl: str
    description_en: str
    view: str
    text: str
    parameters: tuple[Parameter, ...] = ()

    @property
    def columns(self) -> list[str]:
        """The names of the columns of its answer; none where it gives triples."""
        found = _SELECT.search(self.text)
        return list(_selected(found[1])) if found else []

    @property
    def example(self) -> str:
        """A command that asks it, with the first value that each parameter suggests."""
        options = [f"--{p.name} {_quoted(p.suggest[0])}" for p in self.parameters if p.suggest]
        return " ".join([f"kg ask {self.name}", *options])

    @property
    def page(self) -> Page | None:
        """What makes a page of its answer; None where it always gives all."""
        found = _PAGE.search(self.text)
        return Page(int(found["most"]), tuple(found["of"].split())) if found else None

    def filled(self, values: Mapping[str, Sequence[NamedNode | Literal]], most: int | None = None) -> str:
        """Give the query with terms in the blocks of its parameters; what asks for one without any is left out.

        A page is of `most` things; None leaves out its limit.
        """
        text = _without(self.text, [name for name in values if not values[name]])
        for name, terms in values.items():
            block = f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
            text = _block(name).sub(lambda _, block=block: block, text)  # type: ignore[misc]
        return _PAGE.sub(f"LIMIT {most}" if most else "", text)


def parse(name: str, text: str) -> Question:
    """Read a question. A `QueryError` says what is wrong with its first lines."""
    try:
        head = tomllib.loads("\n".join(_HEAD.findall(text)))
        parameters = tuple(_parameter(key, value, text) for key, value in head.get("parameters", {}).items())
        titles, told = _both(head["title"]), _both(head["description"])
        question = Question(name, *titles, *told, head["view"], text, parameters)
        if question.view not in VIEWS:
            raise ValueError(f"view is {question.view!r}, and not one of {', '.join(VIEWS)}")
    except KeyError as error:
        raise QueryError(f"{name}.rq", f"there is no {error.args[0]} in its first lines", "add it") from None
    except (TypeError, AttributeError):
        raise QueryError(f"{name}.rq", "its first lines are not as they should be", _REMEDY) from None
    except ValueError as error:  # the errors of TOML are too
        raise QueryError(f"{name}.rq", f"its first lines: {error}", _REMEDY) from None
    return question


_REMEDY = "see docs/questions.md"


def _parameter(name: str, told: Mapping[str, Any], text: str) -> Parameter:
    types = tuple(told["type"].split())
    if not _NAME.fullmatch(name) or not types:
        raise ValueError(f"{name!r} is no name of a parameter, or has no type")
    if not _block(name).search(text):
        raise ValueError(f"nothing in the query says VALUES ?{name} {{ ... }}")
    default = told.get("default")
    required = bool(told.get("required", False))
    if default is None and not required and _block(name).search(_without(text, {name})):
        raise ValueError(f"{name} can be left out, so all that asks for it stands between `# with {name}` and `# end`")
    return Parameter(name, types, *_both(told["description"]), tuple(told.get("suggest", ())), default, required)


def _both(told: Mapping[str, str]) -> tuple[str, str]:
    return told["nl"], told["en"]


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _without(text: str, names: Collection[str]) -> str:
    """Leave out what asks for parameters of these names; lines keep their numbers."""
    return _SECTION.sub(lambda part: "\n" * part.group().count("\n") if part[1] in names else part.group(), text)


def _block(name: str) -> re.Pattern[str]:
    return re.compile(_BLOCK.format(name=re.escape(name)))


def _selected(line: str) -> Iterator[str]:
    """Give the names of the columns of what follows SELECT: variables, and what expressions in brackets are called."""
    depth = 0
    for token in _TOKEN.finditer(line):
        depth += {"(": 1, ")": -1}.get(token.group(), 0)
        if token["alias"] and depth == 1:
            yield token["alias"]
        elif token["plain"] and depth == 0:
            yield token["plain"]
