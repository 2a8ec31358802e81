"""Reads letters on all cores. Whatever happens to one of them, the others are read.

The order of what comes back is the order of what was asked. A process that dies takes the letters down that it and its
neighbours had in hand; each of these is then read in a process of its own, and the one that kills that too is told.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from kg.build.cache import Cache
from kg.errors import KamergraphError, ReadError
from kg.rdf import Made, describe
from kg.read import Found, read
from kg.registry import load
from kg.resolve import resolve

__all__ = ["Outcome", "Work", "cores", "read_all"]

_LARGEST_CHUNK = 16  # letters; a chunk is what a worker takes at a time, and what the progress bar moves by
_TELL = "the rest is built without it; tell the makers of Kamergraph"

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Work:
    """All that a worker needs: where to keep what it finds, and which folders the user added to the registry."""

    cache: Cache
    registry: tuple[Path, ...] = ()

    def read(self, found: Found) -> Outcome:
        """Read one letter, find what is in it, and keep that. Never raises because of the letter."""
        from kg import pipeline

        try:
            letter = pipeline.extract(read(found), load(self.registry))
            describe(letter, resolve([letter]), Made("", ""))  # what makes no graph must be told of here, by its name
        except KamergraphError as error:
            return Outcome(found.name, error=error)
        except Exception as error:  # one letter must not stop the others
            return Outcome(found.name, error=ReadError(found.name, f"cannot be understood ({_place(error)})", _TELL))
        try:
            return Outcome(found.name, key=self.cache.put(letter))
        except UnicodeEncodeError:
            return Outcome(found.name, error=ReadError(found.name, "holds half a character", "save it as UTF-8"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter: the key of what was kept of it, or why it was not read."""

    name: str
    key: str = ""
    error: KamergraphError | None = None


def cores() -> int:
    """Give the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(found: Sequence[Found], work: Work, jobs: int, progress: Progress) -> list[Outcome]:
    """Read all letters with `jobs` processes, or in this one where that is 1; tell `progress` of each lot done."""
    if jobs == 1 or not found:
        outcomes = []
        for file in found:
            outcomes.append(work.read(file))
            progress(1)
        return outcomes
    size = max(1, min(_LARGEST_CHUNK, len(found) // (4 * jobs)))
    waiting = [found[at : at + size] for at in range(0, len(found), size)]
    done: dict[str, Outcome] = {}
    while waiting:
        suspects: list[Sequence[Found]] = []
        for outcome in _pool(waiting, work, min(jobs, len(waiting)), suspects, progress):
            done[outcome.name] = outcome
        waiting = [chunk for chunk in waiting if chunk[0].name not in done and chunk not in suspects]
        for file in (file for chunk in suspects for file in chunk):
            done[file.name] = _alone(file, work)
            progress(1)
    return [done[file.name] for file in found]


def _pool(
    chunks: Sequence[Sequence[Found]], work: Work, jobs: int, suspects: list[Sequence[Found]], progress: Progress
) -> Iterator[Outcome]:
    """Read chunks until all are read or a process dies; then `suspects` holds those that were in hand."""
    left = list(reversed(chunks))
    running: dict[Future[list[Outcome]], Sequence[Found]] = {}
    with _executor(work, jobs) as pool:
        try:
            while left or running:
                while left and len(running) < jobs + 1 and not suspects:  # few, so that few are suspects
                    running[pool.submit(_read_chunk, left[-1])] = left[-1]
                    left.pop()
                ready, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in ready:
                    chunk = running.pop(future)
                    try:
                        outcomes = future.result()
                    except BrokenProcessPool:
                        suspects.append(chunk)
                    else:
                        progress(len(outcomes))
                        yield from outcomes
                if suspects and not running:
                    return
        except BrokenProcessPool:  # it broke between two chunks
            suspects.extend(list(running.values()) or left[-1:])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _alone(file: Found, work: Work) -> Outcome:
    with _executor(work, 1) as pool:
        try:
            return pool.submit(_read_chunk, [file]).result()[0]
        except BrokenProcessPool:
            return Outcome(file.name, error=ReadError(file.name, "ends the program that reads it", _TELL))


def _executor(work: Work, jobs: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(work,))


_work: Work | None = None


def _start(work: Work) -> None:
    global _work  # noqa: PLW0603 (what a process is started with has no other place to be)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    _work = work


def _read_chunk(found: Sequence[Found]) -> list[Outcome]:
    assert _work is not None  # noqa: S101 (every process begins with _start)
    return [_work.read(file) for file in found]


def _place(error: Exception) -> str:
    """Tell what went wrong and where in the code, without what differs from run to run."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "kg" in Path(frame.filename).parts]
    where = Path(frames[-1].filename).name if frames else ""
    return f"{type(error).__name__} in {where}, line {frames[-1].lineno}" if frames else type(error).__name__
