"""Running the server."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from kg.errors import StoreError
from kg.serve.app import Settings, app

__all__ = ["serve"]

_WAIT = 5  # seconds that an answer may still take when the server is stopped


def serve(settings: Settings, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until it is interrupted; `ready` is called with the address. A `StoreError` when the port is taken."""
    config = uvicorn.Config(app(settings), log_level="warning", server_header=False, timeout_graceful_shutdown=_WAIT)
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError:
        raise StoreError(f"{host}:{port}", "cannot be served on", "give another --port or --host") from None
    name = f"[{host}]" if ":" in host else host
    with listening:
        ready(f"http://{name}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])
