"""The addresses of the server.

/                       what there is
/questions/NAME         a question as a form, with its answer: ?holder=NL&about=China
/query                  an editor, with the answer: ?query=...
/sparql                 the SPARQL 1.1 Protocol
/letters/FILE           a letter with its mentions and stances marked
/network                the page of the whole graph, as the build wrote it
/page/THING             the page of a thing; its IRI leads here, or
/data/THING             to its triples (.ttl, .nt, .jsonld, .rdf)
the path of an IRI      to one of both, by the Accept header (303)
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Route

from kg.serve import data, pages, protocol
from kg.serve.headers import SafeHeaders
from kg.serve.workers import Workers

__all__ = ["Settings", "app"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served, and within which limits.

    `folder` is what a build wrote; `seconds` how long an answer may take, `rows` how many rows or triples it may have;
    `workers` how many questions are answered at one time; `questions` are folders with more questions; `origins` the web
    pages of others that may read the endpoint ("*" for all); `hosts` the names by which the server may be called.
    """

    folder: Path
    seconds: float = 30
    rows: int = 100_000
    workers: int = 2
    questions: tuple[Path, ...] = ()
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")


def app(settings: Settings) -> Starlette:
    """Make the server as an ASGI application; its processes are ended when it shuts down."""

    @asynccontextmanager
    async def working(made: Starlette) -> AsyncIterator[None]:
        made.state.settings = settings
        made.state.workers = Workers(settings.folder, settings.workers, settings.seconds)
        try:
            yield
        finally:
            made.state.workers.close()

    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts)), Middleware(SafeHeaders)]
    if settings.origins:
        middleware.append(
            Middleware(
                CORSMiddleware, allow_origins=settings.origins, allow_methods=["GET", "POST"], allow_headers=["Accept"]
            )
        )
    routes = [
        Route("/", pages.home),
        Route("/questions/{name}", pages.question),
        Route("/query", pages.query),
        Route("/sparql", protocol.endpoint, methods=["GET", "POST"]),
        Route("/letters/{name}", pages.letter),
        Route("/network", pages.whole),
        Route("/static/{name}", pages.static),
        Route("/page/{path:path}", pages.thing),
        Route("/data/{path:path}", data.triples),
        Route("/{path:path}", data.elsewhere),
    ]
    return Starlette(routes=routes, middleware=middleware, lifespan=working, exception_handlers=pages.HANDLERS)
