"""Processes that answer: one question at a time each, ended when they take too long, made anew when a build lands."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from kg.errors import KamergraphError, StoreError
from kg.store import LocalStore

__all__ = ["BusyError", "TimeUpError", "Workers"]

P = ParamSpec("P")
T = TypeVar("T")

_START = 120  # seconds in which a process must have opened the store
_SPAWN = multiprocessing.get_context("spawn")  # a fork would copy the server with its open connections


class TimeUpError(Exception):
    """An answer that took longer than it may."""


class BusyError(Exception):
    """No process was free for as long as an answer may take."""


class Workers:
    """Runs functions of a store elsewhere: functions that a module holds, with arguments and a result that can be pickled.

    `seconds` is how long one may take. Each process opens the store under `folder` that is there when it starts; one that a
    build has put another in the place of is opened by the next question.
    """

    def __init__(self, folder: Path, count: int, seconds: float) -> None:
        self._folder = folder
        self._seconds = seconds
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all = [_Worker(folder) for _ in range(count)]
        for worker in self._all:
            self._idle.put_nowait(worker)

    async def run(self, work: Callable[Concatenate[LocalStore, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Give what `work(store, ...)` gives, or raise what it raises: `KamergraphError`, `TimeUpError`, `BusyError`."""
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._seconds)
        except TimeoutError:
            raise BusyError from None
        try:
            return await asyncio.to_thread(worker.do, self._seconds, work, args, named)
        finally:
            self._idle.put_nowait(worker)

    def close(self) -> None:
        """End the processes."""
        for worker in self._all:
            worker.end()


class _Worker:
    """One process, started when it is needed first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: Any = None
        self._line: Connection | None = None
        self._stamp: object = None

    def do(self, seconds: float, work: Callable[..., T], args: Any, named: Any) -> T:
        stamp = _stamp(self._folder)
        try:
            if self._process is None or not self._process.is_alive() or stamp not in (self._stamp, None):
                self.end()
                self._start(stamp)
            assert self._line is not None  # noqa: S101 (it was just started)
            self._line.send((work, args, named))
            if not self._line.poll(seconds):
                raise TimeUpError
            result = self._line.recv()
        except TimeUpError:
            self.end()
            raise
        except (EOFError, OSError):
            self.end()
            raise StoreError(str(self._folder), "could not be read to the end", "ask again, or ask for less") from None
        if isinstance(result, BaseException):
            raise result
        return result  # type: ignore[no-any-return]

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _start(self, stamp: object) -> None:
        self._line, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_answer, args=(self._folder, theirs), daemon=True)
        self._process.start()
        theirs.close()
        if not self._line.poll(_START):
            raise TimeUpError
        trouble = self._line.recv()
        if trouble is not None:
            raise trouble
        self._stamp = stamp


def _stamp(folder: Path) -> object:
    """Give what is another when a build has landed: which file the store's own record is; None while one takes its place."""
    with suppress(OSError):
        found = (folder / "store" / "CURRENT").stat()
        return found.st_ino, found.st_mtime_ns
    return None


def _answer(folder: Path, line: Connection) -> None:
    """Answer on `line` until nobody asks any more."""
    try:
        store = LocalStore.read(folder / "store")
    except KamergraphError as error:
        line.send(error)
        return
    with store, suppress(EOFError, OSError, KeyboardInterrupt):
        line.send(None)
        while True:
            work, args, named = line.recv()
            try:
                result: object = work(store, *args, **named)
            except Exception as error:
                result = error
            line.send(result)
