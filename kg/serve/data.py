"""Things at the paths of their IRIs: which form a client gets, and the triples."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.serve import things
from kg.serve.answers import RDF_TYPES
from kg.serve.negotiate import best_type
from kg.serve.workers import Workers
from kg.store import LocalStore

__all__ = ["base", "elsewhere", "local", "triples"]

_ENDINGS = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
}


async def elsewhere(request: Request) -> Response:
    """See Other (303): from the path of an IRI to the page or the triples of the thing that it names."""
    workers: Workers = request.app.state.workers
    start = urlsplit(await workers.run(base)).path
    path = _raw(request)
    if not path.startswith(start) or path == start:
        raise HTTPException(404)
    name = path.removeprefix(start)
    wanted = best_type(request.headers.get("accept", ""), ["text/html", *RDF_TYPES])
    if wanted is None:
        raise HTTPException(406)
    ending = next((end for end, kind in _ENDINGS.items() if kind == wanted), None)
    target = f"/data/{name}{ending}" if ending else f"/page/{name}"
    return RedirectResponse(target, 303, {"Vary": "Accept"})


async def triples(request: Request) -> Response:
    """Give the triples of a thing; by its ending, or by the Accept header where it has none."""
    name = local(request, "/data/")
    ending = PurePosixPath(name).suffix
    if ending in _ENDINGS:
        name, wanted = name.removesuffix(ending), _ENDINGS[ending]
    else:
        wanted = best_type(request.headers.get("accept", ""), list(RDF_TYPES)) or "text/turtle"
    state = request.app.state
    workers: Workers = state.workers
    iri = await workers.run(base) + name
    content = await workers.run(things.described, iri, wanted, state.settings.rows)
    if content is None:
        raise HTTPException(404)
    return Response(content, media_type=wanted, headers={"Vary": "Accept"})


def base(store: LocalStore) -> str:
    """Give what the IRIs of the data start with."""
    return store.base


def local(request: Request, start: str) -> str:
    """Give what follows `start` in the path as it was sent: a percent-encoded slash is no slash."""
    return _raw(request).removeprefix(start)


def _raw(request: Request) -> str:
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw.partition(b"?")[0].decode("ascii", "replace")
