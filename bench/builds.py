"""What builds cost: `python bench/builds.py 100 1000 [--words 400] [--jobs 1] [--folder DIR]`. Prints tables.

For each number of letters: a first build, one without changes, one with a letter changed; then what each thousand letters cost in the first
build. CPU is user and system time of all processes; memory the most that the main process held. Letters are those of `bench/letters.py`.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from letters import write

STEP = 1000


class Took(NamedTuple):
    """Seconds of CPU and by the clock, and the most memory of the main process in MB."""

    cpu: float
    clock: float
    memory: float


def run(letters: Path, output: Path, jobs: int, steps: Path | None = None) -> Took:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, __file__, "--one", str(letters), str(output), str(jobs), str(steps or "")]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(cpu, time.monotonic() - start, float(told.split()[-1]))


def one(letters: str, output: str, jobs: str, steps: str) -> None:
    """Build, in a process of its own; write after each thousand letters how much CPU this process had."""
    from kg.build import build

    marks = []

    def progress(done: int, _all: int) -> None:
        if done % STEP == 0:
            marks.append(time.process_time())

    build([Path(letters)], Path(output), jobs=int(jobs), progress=progress)
    if steps:
        Path(steps).write_text(" ".join(map(str, [0.0, *marks])))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def size(folder: Path) -> float:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6


def bench(folder: Path, count: int, words: int, jobs: int) -> None:
    letters, output, steps = folder / f"letters-{count}", folder / f"out-{count}", folder / "steps"
    write(letters, count, words)
    shutil.rmtree(output, ignore_errors=True)
    text = size(letters)
    first = run(letters, output, jobs, steps)
    nothing = run(letters, output, jobs)
    changed = sorted(letters.iterdir())[count // 2]
    changed.write_text(changed.read_text("utf-8").replace("Geachte Voorzitter", "Geachte voorzitter"), encoding="utf-8")
    single = run(letters, output, jobs)
    print(
        f"\n{count} letters ({text:.1f} MB), {jobs} process{'es' if jobs > 1 else ''}, load {os.getloadavg()[0]:.1f}\n"
    )
    print("| build | CPU s | clock s | ms CPU a letter | of the first | memory MB |\n|---|---|---|---|---|---|")
    for name, took in (("first", first), ("nothing changed", nothing), ("one letter changed", single)):
        print(
            f"| {name} | {took.cpu:.1f} | {took.clock:.1f} | {took.cpu / count * 1000:.2f} | {took.cpu / first.cpu:.1%} | {took.memory:.0f} |"
        )
    print(
        f"\ngraph.ttl {(output / 'graph.ttl').stat().st_size / 1e6:.1f} MB, store {size(output / 'store'):.1f} MB, cache {size(output / 'cache'):.1f} MB"
    )
    marks = [float(mark) for mark in steps.read_text().split()]
    if len(marks) > 2 and jobs == 1:
        cost = [b - a for a, b in pairwise(marks)]
        print(
            f"CPU s of each thousand: {' '.join(f'{c:.1f}' for c in cost)}; the last is {cost[-1] / cost[0]:.2f} of the first",
            flush=True,
        )


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:6])
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for count in given.counts:
            bench(given.folder or Path(temporary), count, given.words, given.jobs)


if __name__ == "__main__":
    main()
