"""A Virtuoso of the test's own, in a folder of the test's own, on free ports of loopback."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = "virtuoso-t"
USER, PASSWORD = "dba", "dba"  # what a new database has

_SETTINGS = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
MaxDirtyBuffers = 2000
ServerThreads = 8
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 20000
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Start it, give the address of its endpoint, and end it."""
    sql, http = _free_ports(2)
    (folder / "virtuoso.ini").write_text(_SETTINGS.format(sql=sql, http=http), "ascii")
    command = [PROGRAM, "+configfile", "virtuoso.ini", "+foreground"]
    with (folder / "out").open("wb") as out, subprocess.Popen(command, cwd=folder, stdout=out, stderr=out) as process:
        try:
            endpoint = f"http://127.0.0.1:{http}/sparql"
            _wait(endpoint, process)
            yield endpoint
        finally:
            process.kill()


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports: list[int] = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _wait(endpoint: str, process: subprocess.Popen[bytes]) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with opener.open(f"{endpoint}?query=ASK%7B%7D", timeout=10):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("virtuoso did not start")
