"""Reads letters on all cores. Whatever happens to one of them, the others are read.

A process that dies takes the letters down that it and its neighbours had in hand; these are then read one by one, and the
one that kills a process which has read nothing else is told.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Protocol

from kg.build.work import TELL, Again, Outcome, Work
from kg.errors import ReadError
from kg.read import Found
from kg.registry import load

__all__ = ["Crew", "Pool", "Tasks", "cores", "lots"]

_LARGEST_LOT = 16  # letters; a lot is what a worker takes at a time
_FEW_CYCLES = 100_000  # new objects before Python looks for cycles among them; what reads letters makes none

Tasks = Sequence[Found | Again]


def cores() -> int:
    """Give the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def lots(tasks: Tasks, workers: int) -> list[Tasks]:
    """Cut tasks into lots: large enough to be worth sending, and enough of them for all workers."""
    size = max(1, min(_LARGEST_LOT, len(tasks) // (4 * workers)))
    return [tasks[at : at + size] for at in range(0, len(tasks), size)]


class Crew(Protocol):
    """Those who do the work, here or elsewhere."""

    def do(self, tasks: Tasks) -> Iterator[Outcome]:
        """Do all of it, and give what became of each letter as soon as it is known."""
        ...


@dataclass(frozen=True, slots=True)
class Pool:
    """Does `work` with `jobs` processes of this machine, or in this one where that is 1."""

    work: Work
    jobs: int

    def do(self, tasks: Tasks) -> Iterator[Outcome]:
        """Do all of it, and give what became of each letter as soon as it is known."""
        if self.jobs == 1 or len(tasks) < 2:
            return map(self.work.do, tasks)
        return _do_all(tasks, self.work, self.jobs)


def _do_all(tasks: Tasks, work: Work, jobs: int) -> Iterator[Outcome]:
    waiting = lots(tasks, jobs)
    while waiting:
        suspects: list[Tasks] = []
        done: set[str] = set()
        for outcome in _pool(waiting, work, min(jobs, len(waiting)), suspects):
            done.add(outcome.name)
            yield outcome
        waiting = [lot for lot in waiting if lot[0].name not in done and lot not in suspects]
        yield from _one_by_one([task for lot in suspects for task in lot], work)


def _pool(waiting: Sequence[Tasks], work: Work, jobs: int, suspects: list[Tasks]) -> Iterator[Outcome]:
    """Do lots until all are done or a process dies; then `suspects` holds those that were in hand."""
    left = list(reversed(waiting))
    running: dict[Future[list[Outcome]], Tasks] = {}
    with _executor(work, jobs) as pool:
        try:
            while left or running:
                while left and len(running) < jobs + 1 and not suspects:  # few, so that few are suspects
                    running[pool.submit(_do_lot, left[-1])] = left[-1]
                    left.pop()
                ready, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in ready:
                    lot = running.pop(future)
                    try:
                        outcomes = future.result()
                    except BrokenProcessPool:
                        suspects.append(lot)
                    else:
                        yield from outcomes
                if suspects and not running:
                    return
        except BrokenProcessPool:  # it broke between two lots
            suspects.extend(list(running.values()) or left[-1:])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _one_by_one(tasks: Tasks, work: Work) -> Iterator[Outcome]:
    """Do each by itself, in one process for as long as that lives. A letter is told of when it ends one that has done nothing else."""
    left = list(reversed(tasks))
    while left:
        before = len(left)
        with _executor(work, 1) as pool:
            try:
                while left:
                    outcomes = pool.submit(_do_lot, left[-1:]).result()
                    left.pop()
                    yield from outcomes
            except BrokenProcessPool:
                if len(left) == before:
                    name = left.pop().name
                    yield Outcome(name, error=ReadError(name, "ends the program that reads it", TELL))


def _executor(work: Work, jobs: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["__main__", "kg.build.ready"])
    return ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(work,))


_work: Work | None = None


def _start(work: Work) -> None:
    global _work  # noqa: PLW0603 (what a process is started with has no other place to be)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    _work = work
    threading.Thread(target=_end_with_parent, daemon=True).start()
    load(work.registry)
    gc.freeze()  # the registry lives as long as the process: it need not be looked through for garbage
    gc.set_threshold(_FEW_CYCLES)


def _end_with_parent() -> None:
    """End when the process that started this one is gone, however it went: nobody waits for an answer any more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do_lot(tasks: Tasks) -> list[Outcome]:
    assert _work is not None  # noqa: S101 (every process begins with _start)
    return [_work.do(task) for task in tasks]
