"""A small SPARQL store on loopback, for tests: what it can do is chosen, and what it was asked is kept."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, serialize

READS, GRAPHS, UPDATES = "queries", "graph store", "updates"
JSON = "application/sparql-results+json"


class Endpoint:
    """`can` holds what it does beside queries; `password` is "user:word"; `most` is how many triples CONSTRUCT gives."""

    def __init__(self, can: set[str], password: str | None = None, most: int | None = None) -> None:
        self.store = Store()
        self.can = can
        self.password = password
        self.most = most
        self.writes_left: int | None = None
        self.asked: list[tuple[str, str, str | None]] = []
        self.url = ""

    @property
    def written(self) -> list[str]:
        """The methods and paths of the requests that wrote."""
        return [
            f"{method} {path}"
            for method, path, _ in self.asked
            if (method, path) != ("POST", "/query") and method != "GET"
        ]

    def answer(self, method: str, path: str, parameters: dict[str, list[str]], body: bytes) -> tuple[int, str, bytes]:
        fields = parameters | parse_qs(body.decode()) if method == "POST" else parameters
        if path == "/query" and "query" in fields:
            return self._queried(fields["query"][0])
        if self.writes_left == 0:
            return 500, "text/plain", b"the disk is full\n"
        if path == "/store" and GRAPHS in self.can and method in ("PUT", "DELETE"):
            self._count()
            graph = NamedNode(fields["graph"][0])
            self.store.remove_graph(graph)
            if method == "PUT":
                self.store.load(body, format=RdfFormat.N_TRIPLES, to_graph=graph)
            return 204, "text/plain", b""
        if path == "/update" and UPDATES in self.can and "update" in fields:
            self._count()
            self.store.update(fields["update"][0])
            return 204, "text/plain", b""
        return 404, "text/html", b"<p>nothing here</p>"

    def _count(self) -> None:
        if self.writes_left is not None:
            self.writes_left -= 1

    def _queried(self, text: str) -> tuple[int, str, bytes]:
        found = self.store.query(text, use_default_graph_as_union=True)
        if isinstance(found, QuerySolutions | QueryBoolean):
            return 200, JSON, found.serialize(format=QueryResultsFormat.JSON) or b""
        return 200, "application/n-triples", serialize(list(found)[: self.most], format=RdfFormat.N_TRIPLES) or b""


@contextmanager
def serving(endpoint: Endpoint) -> Iterator[Endpoint]:
    """Let it answer on a free port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        def _handle(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told = self.headers.get("Authorization")
            endpoint.asked.append((self.command, parts.path, told))
            wanted = endpoint.password and "Basic " + base64.b64encode(endpoint.password.encode()).decode()
            if wanted and told != wanted:
                status, kind, content = 401, "text/plain", b"who are you?\n"
            else:
                status, kind, content = endpoint.answer(self.command, parts.path, parse_qs(parts.query), body)
            self.send_response(status)
            if status == 401:
                self.send_header("WWW-Authenticate", 'Basic realm="store"')
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = _handle  # noqa: N815 (http.server calls them so)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/query"
        try:
            yield endpoint
        finally:
            server.shutdown()
            thread.join()
