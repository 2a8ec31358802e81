"""One core beside two, and a Dask cluster beside the pool: `python bench/workers.py [300] [--words 400] [--rounds 3]`. Prints a table.

Each way builds the same letters (of `bench/letters.py`) anew in every round, in turn, so that what else the machine does weighs on all of them; the median
counts. "1 core" is what `kg build` does where it may use one core alone. CPU is that of all processes. Ends with an error where the bytes differ.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from distributed import Client, LocalCluster
from kills import outputs
from letters import write

_ADOPT = 36  # PR_SET_CHILD_SUBREAPER of prctl(2): whose parent is gone becomes a child of this process


def build(letters: Path, output: Path, cores: int, *more: str) -> tuple[float, float]:
    """Build anew with so many cores; give seconds by the clock and of CPU."""
    shutil.rmtree(output, ignore_errors=True)
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    command = [sys.executable, "-m", "kg", "build", str(letters), "-o", str(output), "--quiet", *more]
    told = subprocess.run(
        [sys.executable, __file__, "--run", *command],
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
    )
    clock, cpu = told.stdout.split()[-2:]
    return float(clock), float(cpu)


def run(command: list[str]) -> None:
    """Run a command and wait for all that it started, also what outlives it; print seconds by the clock and of CPU."""
    ctypes.CDLL(None).prctl(_ADOPT, 1)
    start = time.monotonic()
    subprocess.run(command, check=True)
    clock = time.monotonic() - start
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(clock, used.ru_utime + used.ru_stime)


def on_cluster(letters: Path, output: Path, workers: int) -> tuple[float, float]:
    """Build anew on a cluster of this machine that has its workers ready; their CPU counts too."""
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        before = sum(client.run(time.process_time).values())
        clock, cpu = build(letters, output, os.cpu_count() or 1, "--scheduler", cluster.scheduler_address)
        return clock, cpu + sum(client.run(time.process_time).values()) - before


WAYS = {
    "pool, 1 core": lambda letters, output: build(letters, output, 1),
    "pool, 2 cores": lambda letters, output: build(letters, output, 2),
    "Dask, 1 worker": lambda letters, output: on_cluster(letters, output, 1),
    "Dask, 2 workers": lambda letters, output: on_cluster(letters, output, 2),
}


def main() -> None:
    if sys.argv[1:2] == ["--run"]:
        run(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=300)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    took: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        letters, output = Path(folder, "letters"), Path(folder, "output")
        write(letters, given.count, given.words)
        made: dict[str, bytes] = {}
        for _ in range(given.rounds):
            for way, work in WAYS.items():
                took[way].append(work(letters, output))
                made = made or outputs(output)
                assert outputs(output) == made, f"{way}: other bytes"
    clock = {way: median(c for c, _ in times) for way, times in took.items()}
    print(
        f"{given.count} letters of {given.words} words or more, median of {given.rounds} rounds, load {os.getloadavg()[0]:.1f}\n"
    )
    print("| way | clock s | CPU s | times as fast as one core |\n|---|---|---|---|")
    for way, times in took.items():
        print(
            f"| {way} | {clock[way]:.1f} | {median(c for _, c in times):.1f} | {clock['pool, 1 core'] / clock[way]:.2f} |"
        )


if __name__ == "__main__":
    main()
