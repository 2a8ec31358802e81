"""The SPARQL 1.1 Protocol, for queries: by GET, by POST of a form, and by POST of the query itself."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import KamergraphError, QueryError
from kg.serve import answers
from kg.serve.answers import RDF_TYPES, TABLE_TYPES, Dataset, TooManyRowsError
from kg.serve.negotiate import best_type
from kg.serve.workers import BusyError, TimeUpError, Workers

__all__ = ["endpoint", "told"]

_LARGEST = 1 << 20  # bytes of a request
_FIELDS = 10_000  # parameters of a request
_FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
_DESCRIPTION = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .

[] a sd:Service ;
    sd:endpoint <{url}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV,
        formats:Turtle, formats:N-Triples, formats:JSON-LD, formats:RDF_XML .
"""


class _RefusedError(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


async def endpoint(request: Request) -> Response:
    """Answer a request to the endpoint; errors are text."""
    try:
        fields = await _fields(request)
        query = _query(fields)
        if query is None:
            return _described(request)
        accept = request.headers.get("accept", "*/*")
        form = next((value for name, value in fields if name == "format"), None)
        if form is None and best_type(accept, [*TABLE_TYPES, *RDF_TYPES, "text/html"]) == "text/html":
            return RedirectResponse(f"/query?{urlencode({'query': query})}", 303, {"Vary": "Accept"})
        wanted = _FORMATS.get(form or "", accept)  # SPARQLWrapper sends names of its own, and means its Accept header
        dataset = Dataset(_named(fields, "default-graph-uri"), _named(fields, "named-graph-uri"))
        state = request.app.state
        workers: Workers = state.workers
        types = best_type(wanted, list(TABLE_TYPES)), best_type(wanted, list(RDF_TYPES))
        given = await workers.run(answers.answer, query, dataset, *types, state.settings.rows)
        if given is None:
            offered = ", ".join((*TABLE_TYPES, *RDF_TYPES))
            raise _RefusedError(406, f"this answer cannot be given so; tables and triples are given as: {offered}")
    except _RefusedError as error:
        return _text(error.text, error.status)
    except (KamergraphError, TimeUpError, BusyError) as error:
        text, status = told(error, request.app.state.settings.seconds)
        return _text(text, status)
    content, media_type = given
    return Response(content, media_type=media_type, headers={"Vary": "Accept"})


def told(error: Exception, seconds: float) -> tuple[str, int]:
    """Give an error as a line and as a status: 400 for what is no query, 500 for what cannot be answered, 503 for later."""
    if isinstance(error, TimeUpError):
        return f"The answer took longer than {seconds:g} seconds; ask for less.", 503
    if isinstance(error, BusyError):
        return "Others are asking; try again later.", 503
    if isinstance(error, TooManyRowsError):
        return str(error), 500
    return str(error), 400 if isinstance(error, QueryError) else 500


def _text(text: str, status: int) -> Response:
    headers = {"Vary": "Accept"} | ({"Retry-After": "30"} if status == 503 else {})
    return PlainTextResponse(f"{text}\n", status, headers)


async def _fields(request: Request) -> list[tuple[str, str]]:
    """Give the parameters of a request, from wherever its kind has them."""
    fields = _parsed(request.url.query)
    if request.method != "POST":
        return fields
    body = await _body(request)
    match request.headers.get("content-type", "").partition(";")[0].strip().lower():
        case "application/x-www-form-urlencoded":
            return fields + _parsed(body)
        case "application/sparql-query":
            return [*fields, ("query", body)]
        case "application/sparql-update":
            return [("update", body)]
        case other:
            what = f"{other or 'a body of no type'} is not understood"
            raise _RefusedError(415, f"{what}; send application/sparql-query or application/x-www-form-urlencoded")


async def _body(request: Request) -> str:
    found = bytearray()
    async for piece in request.stream():
        found += piece
        if len(found) > _LARGEST:
            raise _RefusedError(413, f"the request has more than {_LARGEST} bytes; send a shorter query")
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError:
        raise _RefusedError(400, "the request is not UTF-8") from None


def _parsed(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        raise _RefusedError(400, "the parameters cannot be read; send them as UTF-8, percent-encoded") from None


def _query(fields: list[tuple[str, str]]) -> str | None:
    """Give the one query; None where nothing is asked."""
    if any(name == "update" for name, _ in fields):
        raise _RefusedError(403, "nothing can be written here; this endpoint is read-only")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise _RefusedError(400, "there is more than one query; send one")
    if not queries and fields:
        raise _RefusedError(400, "there is no query; send one as the parameter `query`")
    return queries[0] if queries else None


def _named(fields: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in fields if key == name)


def _described(request: Request) -> Response:
    """Describe the service (SPARQL 1.1 Service Description) to whom asks nothing; people get the editor."""
    if request.method == "POST":
        raise _RefusedError(400, "there is no query; send one as the parameter `query`")
    if best_type(request.headers.get("accept", ""), ["text/turtle", "text/html"]) == "text/html":
        return RedirectResponse("/query", 303, {"Vary": "Accept"})
    description = _DESCRIPTION.format(url=str(request.url.replace(query="")))
    return Response(description, media_type="text/turtle", headers={"Vary": "Accept"})
