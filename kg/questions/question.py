"""A question: SPARQL with a name, a title, and parameters that can be filled in.

A question is one `.rq` file that any SPARQL 1.1 tool can run. Its first lines are comments that begin with `#+`; without
these two characters they are TOML:

    #+ title.nl = "Standpunten"
    #+ title.en = "Positions"
    #+ description.nl = "Wat iemand ergens van vindt."
    #+ description.en = "What somebody holds of something."
    #+ view = "network"
    #+ parameters.about = { type = "Entity", description.nl = "Waarover.", description.en = "On what.", suggest = ["China"] }
    #+ calendar = ["about", "kg:Stance"]
    #+ since = "2016"

Each parameter is a variable that a `VALUES ?about { ... }` block binds, as often as need be; what stands in the block is
an example, which other values take the place of, and `suggest = [...]` lists more. `type` is "text", "date", "number", or the classes of the things that
it can be, with Entity for all that letters name. What asks for a value that may be left out stands between two comments
of its own, and goes where there is none:

    # with about
    VALUES ?about { <https://w3id.org/kamergraph/id/country/china> }
    # end

Two more comments are each the place of a line that this module writes. `# period` keeps `?date` (a `kg:day`) within the
parameters `from` and `until`, which a question with this line has without saying so; `since` suggests one. `# page` keeps an answer that can be long to some days, in
the letters that tell of them: it becomes a `VALUES` block of days and graphs. `calendar` says whose days they are: those of the first of these parameters that is given, or of
what comes last, a class or what few things have; all that the question finds is in the calendar of that. The oldest come first, or the newest with
`newest = true`; a question with `counts = true` looks at a number of the newest, however few rows they give.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError

__all__ = ["VIEWS", "Calendar", "Parameter", "Question", "parse"]

VIEWS = ("table", "network", "timeline")
"""How an answer can be shown."""

LITERALS = ("text", "date", "number")
"""The types of a parameter that is no thing."""

_HEAD = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_BLOCK = r"VALUES\s+[?$]{name}\s*\{{(?:[^{{}}\"'<]|<[^<>]*>|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')*\}}"
_SECTION = re.compile(r"^[ \t]*# with (\w+)\n(.*?)^[ \t]*# end\n", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"[a-z][a-z_]*")
_MARK = re.compile(r"^([ \t]*)# (period|page)$", re.MULTILINE)
_SELECT = re.compile(r"^SELECT\s+(?:DISTINCT\s+)?(.*)$", re.MULTILINE)
_TOKEN = re.compile(r"[()]|\bAS\s+[?$](?P<alias>\w+)|[?$](?P<plain>\w+)")


Values = Mapping[str, Sequence[NamedNode | Literal]]
"""The terms that parameters have, by their names."""


class Entry(NamedTuple):
    """Of a calendar: a day, the graph of a letter that tells of it, and whose calendar it is."""

    day: str
    graph: str
    thing: str


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
class Calendar:
    """Whose days an answer is given by: those of the first of `parameters` that has a value, else of the class `kind`.

    The oldest come first, or the newest. A question that counts looks at a number of days, and not of rows.
    """

    parameters: tuple[str, ...]
    kind: str
    newest: bool
    counts: bool

    @property
    def is_mark(self) -> bool:
        """Whether `kind` is a property or a type that few things have, and no class."""
        return self.kind.partition(":")[2][:1].islower()


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
    calendar: Calendar | None = None

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

    def filled(self, values: Values, entries: Collection[Entry] | None = None) -> str:
        """Give the query with terms in the blocks of its parameters; what asks for one without any is left out.

        Of an answer that is given by days, what these entries of a calendar tell of is asked for; all if None.
        """
        text = _without(self.text, [name for name in values if not values[name]])
        for name, terms in values.items():
            block = _values(name, terms)
            text = _block(name).sub(lambda _, block=block: block, text)  # type: ignore[misc]
        lines = {"period": period(values), "page": self._page(values, entries)}
        return _MARK.sub(lambda mark: mark[1] + lines[mark[2]] if lines[mark[2]] else "", text)

    def _page(self, values: Values, entries: Collection[Entry] | None) -> str:
        """Give the table of a page, with what was asked about in each row: so a store begins there, and not with all that is told of it."""
        if entries is None or self.calendar is None:
            return ""
        named = next((name for name in self.calendar.parameters if values.get(name)), None)
        others = [p.name for p in self.parameters if p.is_thing and values.get(p.name) and p.name != named]
        asked = list(product(*(values[name] for name in others)))
        rows = (
            (Literal(entry.day), NamedNode(entry.graph), *(NamedNode(entry.thing) for _ in (0,) if named), *terms)
            for entry in entries
            for terms in asked
        )
        return table(("date", "graph", *(name for name in (named,) if name), *others), rows)


def table(names: Sequence[str], rows: Iterable[Sequence[NamedNode | Literal]]) -> str:
    """Give rows of terms as a block that binds variables of these names."""
    told = " ".join(f"({' '.join(map(str, row))})" for row in rows)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {told} }}"


def period(values: Values) -> str:
    """Give what keeps `?date` between the values of `from` and `until`; what has no more than a month or a year may be in it."""
    lines = []
    for since in values.get("from", ()):
        within = ", ".join(str(Literal(since.value[:length])) for length in (0, 4, 7) if length < len(since.value))
        lines.append(f"FILTER (?date >= {since} || ?date IN ({within}))")
    lines += [f"FILTER (?date < {Literal(until.value + '~')})" for until in values.get("until", ())]
    return " ".join(lines)


def parse(name: str, text: str) -> Question:
    """Read a question. A `QueryError` says what is wrong with its first lines."""
    try:
        head = tomllib.loads("\n".join(_HEAD.findall(text)))
        parameters = tuple(_parameter(key, value, text) for key, value in head.get("parameters", {}).items())
        titles, told = _both(head["title"]), _both(head["description"])
        calendar = _calendar(head)
        marks = {mark[2] for mark in _MARK.finditer(text)}
        for lacking in ({"period", "page"} if calendar else set()) - marks:
            raise ValueError(f"with a calendar the query needs a line `# {lacking}`")
        if "period" in marks:
            parameters += _period(head.get("since"))
        question = Question(name, *titles, *told, head["view"], text, parameters, calendar)
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


def _calendar(head: Mapping[str, Any]) -> Calendar | None:
    if "calendar" not in head:
        return None
    *parameters, kind = head["calendar"]
    counts = bool(head.get("counts", False))
    return Calendar(tuple(parameters), kind, counts or bool(head.get("newest", False)), counts)


def _period(since: str | None) -> tuple[Parameter, Parameter]:
    return (
        Parameter(
            "from",
            ("date",),
            "Vanaf deze dag, maand of dit jaar.",
            "From this day, month or year on.",
            (since,) if since else (),
        ),
        Parameter(
            "until",
            ("date",),
            "Tot en met deze dag, maand of dit jaar.",
            "Until this day, month or year, that included.",
        ),
    )


def _both(told: Mapping[str, str]) -> tuple[str, str]:
    return told["nl"], told["en"]


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _without(text: str, names: Collection[str]) -> str:
    """Leave out what asks for parameters of these names; lines keep their numbers."""
    return _SECTION.sub(lambda part: "\n" * part.group().count("\n") if part[1] in names else part.group(), text)


def _values(name: str, terms: Iterable[NamedNode | Literal]) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"


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
