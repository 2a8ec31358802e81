"""The pages, as HTML without anything from elsewhere; in Dutch or English."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response

from kg.errors import KamergraphError, QueryError
from kg.questions import Question, load, names
from kg.rdf.iris import DEFAULT_BASE
from kg.serve import answers, letters, things
from kg.serve import asked as questions
from kg.serve.data import base, local
from kg.serve.negotiate import best_language
from kg.serve.protocol import told
from kg.serve.workers import BusyError, TimeUpError, Workers
from kg.store.query import known_prefixes

__all__ = ["HANDLERS", "home", "letter", "query", "question", "static", "thing", "whole"]

_SHOWN = 1000  # rows of a table on a page
_LANGUAGES = ("nl", "en")
_STATIC = {
    "page.css": ("kg.view", "text/css"),
    "serve.css": ("kg.serve", "text/css"),
    "serve.js": ("kg.serve", "text/javascript"),
}
_NO_ANSWER = (KamergraphError, TimeUpError, BusyError)
_EXAMPLE = """\
SELECT ?date ?file ?title
WHERE {
  ?letter a kg:Letter ; kg:file ?file ; dct:issued ?date .
  OPTIONAL { ?letter dct:title ?title }
}
ORDER BY ?date"""


class _Page:
    """What every page needs: its language, and addresses that keep it."""

    def __init__(self, request: Request, base: str) -> None:
        self._request = request
        self._base = base
        given = request.query_params.get("lang", "")
        self.chosen = given if given in _LANGUAGES else ""
        self.language = self.chosen or best_language(request.headers.get("accept-language", ""), _LANGUAGES)
        self.words = _strings()[self.language]
        self._prefixes = sorted(known_prefixes(base).items(), key=lambda item: -len(item[1]))

    def render(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        content = _templates().get_template(template).render(page=self, words=self.words, **values)
        headers = {"Vary": "Accept-Language", "Content-Language": self.language}
        return HTMLResponse(content, status, headers)

    def href(self, path: str, **parameters: Any) -> str:
        """Give an address on this server, in the language that was chosen."""
        fields = {name: value for name, value in parameters.items() if value} | (
            {"lang": self.chosen} if self.chosen else {}
        )
        return path + (f"?{urlencode(fields, doseq=True)}" if fields else "")

    @property
    def other_language(self) -> tuple[str, str]:
        """The other language, and this page in it."""
        other = next(name for name in _LANGUAGES if name != self.language)
        return other, f"?{_with(self._request, lang=other)}"

    def of(self, iri: str) -> str:
        """Give the address of the page of something; "" where it is no thing of this graph."""
        name = iri.removeprefix(self._base)
        if name == iri:
            return ""
        if name.startswith("text/"):
            return self.href(f"/letters/{name.removeprefix('text/').partition('#')[0]}") + "".join(
                iri.partition("#")[1:]
            )
        return self.href(f"/page/{name}")

    def short(self, iri: str) -> str:
        """Give an IRI as people read it: without the base, or with a prefix."""
        if iri.startswith(self._base):
            return unquote(iri.removeprefix(self._base))
        for name, start in self._prefixes:
            if iri.startswith(start):
                return f"{name}:{iri.removeprefix(start)}"
        return iri

    def label(self, labels: Mapping[str, Mapping[str, str]], iri: str) -> str:
        """Give the name of something in the language of the page, or else another one, or else its IRI."""
        known = labels.get(iri, {})
        return next((known[tag] for tag in (self.language, "nl", "", "en") if tag in known), "") or self.short(iri)

    def word(self, name: str) -> str:
        """Give a word, or the name itself where there is none for it."""
        return self.words.get(name, name)

    def letter(self, file: str, stance: str = "") -> str:
        """Give the address of a letter, or of a stance in it."""
        place = f"#{quote(stance.removeprefix(self._base), safe='/%')}" if stance else ""
        return self.href(f"/letters/{quote(file, safe='')}") + place


async def home(request: Request) -> Response:
    """Tell what there is."""
    workers: Workers = request.app.state.workers
    page = await _page(request)
    found = await workers.run(letters.letters)
    return page.render("home.html", letters=found, questions=_library(request))


async def question(request: Request) -> Response:
    """Show a question as a form, and its answer where it can be put."""
    settings = request.app.state.settings
    page = await _page(request)
    try:
        found = load(request.path_params["name"], settings.questions)
    except QueryError as error:
        return page.render("error.html", 404, message=str(error))
    given = {p.name: [v for v in request.query_params.getlist(p.name) if v.strip()] for p in found.parameters}
    given = {name: values for name, values in given.items() if values}
    can = all(p.name in given or not p.required or p.default for p in found.parameters)
    arguments = (found.name, given, settings.questions)
    return await _answered(
        request, page, "question.html", can, questions.asked, questions.drawn, arguments, question=found, given=given
    )


async def query(request: Request) -> Response:
    """Show the editor, and the answer."""
    page = await _page(request)
    text = request.query_params.get("query", "").replace("\r\n", "\n")
    return await _answered(
        request, page, "query.html", bool(text.strip()), _put, answers.network, (text,), text=text or _EXAMPLE
    )


def _put(store: Any, text: str, most: int) -> questions.Asked:
    return questions.Asked(text, answers.table(store, text, most), [])


async def _answered(
    request: Request,
    page: _Page,
    template: str,
    can: bool,
    put: Callable[..., questions.Asked],
    draw: Callable[..., str],
    arguments: tuple[Any, ...],
    **values: Any,
) -> Response:
    """Show a form with an answer as a table or as a network, which stands in a frame of its own."""
    workers: Workers = request.app.state.workers
    form = request.query_params.get("as", "")
    answer, message, status = None, "", 200
    try:
        if can and form == "drawing":
            return _own_policy(HTMLResponse(await workers.run(draw, *arguments, request.app.state.settings.folder)))
        if can:
            answer = await workers.run(put, *arguments, _SHOWN)
    except _NO_ANSWER as error:
        message, status = told(error, request.app.state.settings.seconds)
        if form == "drawing":
            return page.render("error.html", status, message=message)
    links = {name: f"?{_with(request, **{'as': name})}" for name in ("table", "network", "drawing")}
    return page.render(
        template,
        status,
        answer=answer,
        message=message,
        shown=form if form == "network" else "table",
        links=links,
        **values,
    )


async def letter(request: Request) -> Response:
    """Show a letter with its mentions and stances marked."""
    state = request.app.state
    workers: Workers = state.workers
    name = unquote(local(request, "/letters/"))
    found = await workers.run(letters.letter, state.settings.folder, name)
    page = await _page(request)
    if found is None:
        return page.render("error.html", 404, message=page.words["noLetter"])
    return page.render("letter.html", letter=found)


async def thing(request: Request) -> Response:
    """Show a thing; a letter is shown as such."""
    workers: Workers = request.app.state.workers
    page = await _page(request)
    name = local(request, "/page/")
    if name.startswith(("letter/", "text/")):
        return RedirectResponse(page.href(f"/letters/{name.partition('/')[2]}"), 303)
    found = await workers.run(things.thing, await workers.run(base) + name)
    if found is None:
        return page.render("error.html", 404, message=page.words["noThing"])
    return page.render("thing.html", thing=found, name=name)


async def whole(request: Request) -> Response:
    """Show the page that the build wrote."""
    path = request.app.state.settings.folder / "index.html"
    if not path.is_file():
        return (await _page(request)).render("error.html", 404, message="index.html")
    return _own_policy(FileResponse(path, media_type="text/html"))


async def static(request: Request) -> Response:
    """Give a style sheet or a script."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    package, media_type = _STATIC[name]
    return Response((resources.files(package) / "static" / name).read_text("utf-8"), media_type=media_type)


async def _failed(request: Request, error: Exception) -> Response:
    """Tell of an error: as a page to whom wants one."""
    status, message = 500, "something went wrong"
    if isinstance(error, HTTPException):
        status, message = error.status_code, error.detail
    elif isinstance(error, _NO_ANSWER):
        message, status = told(error, request.app.state.settings.seconds)
    headers = getattr(error, "headers", None)
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{message}\n", status, headers)
    return _Page(request, DEFAULT_BASE).render("error.html", status, message=message)


HANDLERS: dict[Any, Callable[..., Any]] = {HTTPException: _failed} | dict.fromkeys(_NO_ANSWER, _failed)
"""What tells of errors, by their kinds."""


async def _page(request: Request) -> _Page:
    workers: Workers = request.app.state.workers
    return _Page(request, await workers.run(base))


def _own_policy(response: Response) -> Response:
    """Leave it to the page itself what may run in it, for it holds its scripts; no others may show it."""
    response.headers["Content-Security-Policy"] = "frame-ancestors 'self'"
    return response


def _with(request: Request, **changed: str) -> str:
    fields = [(name, value) for name, value in request.query_params.multi_items() if name not in changed]
    return urlencode([*fields, *changed.items()])


def _library(request: Request) -> list[Question]:
    folders: tuple[Path, ...] = request.app.state.settings.questions
    return [load(name, folders) for name in names(folders)]


@cache
def _strings() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files(__package__) / "strings.toml").read_text("utf-8"))


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("kg.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
