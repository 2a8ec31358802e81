"""Requests to a SPARQL endpoint."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg import __version__
from kg.errors import StoreError
from kg.store.credentials import handlers

__all__ = ["Client", "RefusedError", "Response"]

_WAIT = 600  # seconds without a word from the other side
_FORBIDDEN = (401, 403)
_HUNG_UP = (BrokenPipeError, ConnectionResetError, ConnectionAbortedError)


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: the media type without its parameters, the headers, and the body."""

    type: str
    headers: http.client.HTTPMessage
    body: bytes


class RefusedError(Exception):
    """The other side answered, and not with what was asked: `status` is that of HTTP, or 0; `text` its first line."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(status, text)
        self.status = status
        self.text = text

    def __str__(self) -> str:
        """Give both, as far as they are known."""
        return ": ".join(part for part in (str(self.status or ""), self.text) if part)

    @property
    def is_forbidden(self) -> bool:
        """Whether it would rather know who asks."""
        return self.status in _FORBIDDEN


class Client:
    """Sends requests to the server of one endpoint, with the name and password that the environment or netrc has for it."""

    def __init__(self, endpoint: str) -> None:
        parts = urlsplit(endpoint)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(
                endpoint, "is no address of a SPARQL endpoint", "give one such as http://localhost:8890/sparql"
            )
        if parts.username or parts.password:
            where = f"{parts.scheme}://{parts.hostname}"
            raise StoreError(where, "holds a password, which others can see", "set KG_USER and KG_PASSWORD instead")
        self.endpoint = endpoint
        self._opener = urllib.request.build_opener(*handlers(endpoint))

    def send(self, method: str, url: str, body: bytes | None = None, **headers: str) -> Response:
        """Send a request; `content_type="text/turtle"` is a header.

        Raises a `RefusedError` where the answer is an error, and a `StoreError` where there is none.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(  # noqa: S310 (the address is one of http or https: see above)
            url, body, {"User-Agent": f"kamergraph/{__version__}", **named}, method=method
        )
        try:
            with self._opener.open(request, timeout=_WAIT) as got:
                return Response(got.headers.get_content_type(), got.headers, got.read())
        except urllib.error.HTTPError as error:
            with error:
                text = error.read(2000).decode("utf-8", "replace")
            raise RefusedError(error.code, _first_line(text, error.headers.get_content_type())) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(getattr(error, "reason", error), _HUNG_UP):
                raise RefusedError(0, "the server hung up") from None
            raise StoreError(
                self.endpoint, f"cannot be reached ({_reason(error)})", "check the address and the server"
            ) from None


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLError):
        return f"TLS: {reason.reason}"
    return getattr(reason, "strerror", None) or str(reason) or type(reason).__name__


def _first_line(text: str, media_type: str) -> str:
    """Give the first line that people can read; pages of HTML have none."""
    lines = () if media_type == "text/html" else (line.strip() for line in text.splitlines())
    return next((line for line in lines if line), "")
