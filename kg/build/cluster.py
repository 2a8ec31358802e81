"""Reads letters on a Dask cluster, with the same bytes as on one machine: letters are sent along, and what was made of them comes back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.build.manifest import code_hash, versions
from kg.build.shelf import Shelf
from kg.build.work import TELL, Again, Outcome, Product, Recipe, Work
from kg.build.workers import Pool, Tasks, lots
from kg.errors import KamergraphError, ReadError
from kg.read import Found, content

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Cluster"]

_AHEAD = 2  # lots that wait for each worker, so that none is idle and little is in memory
_PATIENCE = 10  # seconds to wait for a scheduler
_DEATHS = 1  # workers that a lot may take down before its letters are tried one by one

Sent = list[tuple[str, bytes]]
"""Letters by name."""


class Cluster:
    """Lets the workers of the Dask scheduler at `address` do `work`. A context manager; a `KamergraphError` where it cannot be reached or is of another version."""

    def __init__(self, address: str, work: Work) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise KamergraphError("--scheduler", "needs Dask", "install kamergraph[cluster]") from None
        self._work = work
        self._folders = tuple(
            (p.name, p.read_bytes()) for folder in work.registry for p in sorted(folder.glob("*.ttl"))
        )
        try:
            self._client: Client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            first = next(iter(str(error).splitlines()), "")
            raise KamergraphError(
                address, f"no Dask scheduler answers there ({first})", "start one with `dask scheduler`"
            ) from None
        self._workers = self._ready(address)

    def _ready(self, address: str) -> int:
        known = self._client.run(_recipe)
        if not known:
            raise KamergraphError(address, "has no workers", "start some with `dask worker ADDRESS`")
        mine = _recipe()
        for worker, recipe in sorted(known.items()):
            if recipe != mine:
                raise KamergraphError(
                    worker, "has another version of Kamergraph or of its libraries", "install the same everywhere"
                )
        return len(known)

    def __enter__(self) -> Cluster:
        """Give the cluster."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of it."""
        self._client.close()

    def do(self, tasks: Tasks) -> Iterator[Outcome]:
        """Read letters there, and write again here the graphs of letters that are known; give what became of each."""
        yield from Pool(self._work, 1).do([task for task in tasks if isinstance(task, Again)])
        unread = [task for task in tasks if isinstance(task, Found)]
        again: list[Found] = []
        yield from self._lots(lots(unread, self._workers), again)
        yield from self._lots([[file] for file in again], None)

    def _lots(self, waiting: list[Tasks], suspects: list[Found] | None) -> Iterator[Outcome]:
        """Send lots, few at a time. Letters of a lot that took workers down go to `suspects`, or are told of where that is None."""
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        left = list(reversed(waiting))
        sent: dict[Any, Tasks] = {}
        done = as_completed(loop=self._client.loop)
        while left or sent:
            while left and len(sent) < self._workers * _AHEAD:
                lot = left.pop()
                letters, errors = _contents(lot)
                yield from errors
                here = self._work
                how = (here.recipe, self._folders, here.parser, here.limit)
                future = self._client.submit(_read, letters, *how, pure=False, retries=_DEATHS)
                sent[future] = lot
                done.add(future)
            if not sent:
                return
            future = next(done)
            lot = sent.pop(future)
            try:
                products: list[Product] = future.result()
            except KilledWorker:
                if suspects is None:
                    name = lot[0].name
                    yield Outcome(name, error=ReadError(name, "ends the program that reads it", TELL))
                else:
                    suspects += [task for task in lot if isinstance(task, Found)]
                continue
            yield from map(self._work.keep, products)


def _contents(lot: Tasks) -> tuple[Sent, list[Outcome]]:
    letters, errors = [], []
    for file in lot:
        assert isinstance(file, Found)  # noqa: S101 (only letters are sent)
        try:
            letters.append((file.name, content(file)))
        except ReadError as error:
            errors.append(Outcome(file.name, error=error))
    return letters, errors


def _recipe() -> tuple[str, ...]:
    return code_hash(), *versions()


def _read(
    letters: Sent, recipe: Recipe, folders: tuple[tuple[str, bytes], ...], parser: str, limit: float
) -> list[Product]:
    """Read letters on a worker; a parser must be there under the same name or path."""
    nowhere = Shelf(Path("/nowhere"))
    work = Work(nowhere, nowhere, recipe, _unpacked(folders), parser, limit)
    return [work.make(name, data) for name, data in letters]


@cache
def _unpacked(folders: tuple[tuple[str, bytes], ...]) -> tuple[Path, ...]:
    """Write the user's additions to the registry where the worker can read them; one folder a file, so that their order stays."""
    paths = []
    for name, data in folders:
        path = Path(tempfile.mkdtemp(prefix="kamergraph-"))
        (path / name).write_bytes(data)
        paths.append(path)
    return tuple(paths)
