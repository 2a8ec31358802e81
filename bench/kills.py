"""What is left when a build is killed: `python bench/kills.py [30] [--letters 20] [--jobs 2]`.

Builds some letters again and again, first or with letters changed; each time it is killed (SIGKILL) at a random moment of the length that such a build has, and
built to the end afterwards. Each time the store must open and the bytes must be those of an undisturbed build. Prints a line; exit code 1 where they are not.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from letters import write

from kg.store import LocalStore


def command(letters: Path, output: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "kg", "build", str(letters), "-o", str(output), "--jobs", str(jobs), "--quiet"]


def outputs(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(("store/", "cache/"))}


def opens(output: Path) -> bool:
    """Tell whether the store of a folder opens, and holds something; a folder without a store has none that does not."""
    if not (output / "store").exists():
        return True
    with LocalStore.read(output / "store") as store:
        return len(store.graphs()) > 2


def kill_once(letters: Path, output: Path, jobs: int, after: float) -> bool:
    """Begin a build, kill it after some seconds; tell whether it was still at work."""
    process = subprocess.Popen(command(letters, output, jobs), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


class Trial:
    """Letters, a build of them that is killed, and an undisturbed one."""

    def __init__(self, folder: Path, count: int, jobs: int) -> None:
        self.letters, self.output, self.fresh = folder / "letters", folder / "output", folder / "fresh"
        self._count, self._jobs, self._random = count, jobs, Random(1)
        write(self.letters, count, 60)
        self._took: dict[bool, float] = {}  # seconds of a first build, and of one with letters changed
        for first in (True, False):
            self._prepare(first, -1)
            start = time.monotonic()
            subprocess.run(command(self.letters, self.output, jobs), check=True)
            self._took[first] = time.monotonic() - start

    def turn(self, number: int) -> int:
        """Kill one build at work and build again; give how many had to be begun. An AssertionError where something is not as it must be."""
        first, begun = number % 3 == 0, 0
        while True:
            begun += 1
            self._prepare(first, begun * 1000 + number)
            moment = self._random.uniform(0, self._took[first])
            if kill_once(self.letters, self.output, self._jobs, moment):
                break
            self._took[first] = moment  # it was done before that
        assert opens(self.output), f"turn {number}: the store does not open"
        subprocess.run(command(self.letters, self.output, self._jobs), check=True)
        assert opens(self.output), f"turn {number}: the store does not open after the next build"
        shutil.rmtree(self.fresh, ignore_errors=True)
        subprocess.run(command(self.letters, self.fresh, self._jobs), check=True)
        assert outputs(self.output) == outputs(self.fresh), f"turn {number}: other bytes"
        return begun

    def _prepare(self, first: bool, mark: int) -> None:
        if first:
            shutil.rmtree(self.output, ignore_errors=True)
            return
        for path in self._random.sample(sorted(self.letters.iterdir()), max(self._count // 3, 1)):
            path.write_text(path.read_text("utf-8") + f"\nP.S. {mark}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=30)
    parser.add_argument("--letters", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), given.letters, given.jobs)
        begun = sum(trial.turn(number) for number in range(given.times))
    print(
        f"{given.times} builds of {given.letters} letters killed at work ({begun - given.times} more were done before their moment came): "
        f"each time the store opened and the next build gave the same bytes (load {os.getloadavg()[0]:.1f})"
    )


if __name__ == "__main__":
    main()
