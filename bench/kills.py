"""What is left when a build is killed: `python bench/kills.py [30] [--letters 60] [--jobs 2]`.

Builds some letters undisturbed; then again and again into another folder, each time killed (SIGKILL) at a random moment, with letters changed in between, and
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


def rounds(folder: Path, times: int, count: int, jobs: int, seed: int = 1) -> int:
    """Kill builds; give how many were killed at work. An AssertionError where something is not as it must be."""
    random = Random(seed)
    letters, output, fresh = folder / "letters", folder / "output", folder / "fresh"
    write(letters, count, 60)
    start = time.monotonic()
    subprocess.run(command(letters, fresh, jobs), check=True)
    whole = time.monotonic() - start
    killed = 0
    for turn in range(times):
        if turn % 3 == 0:
            shutil.rmtree(output, ignore_errors=True)  # a first build
        else:
            for path in random.sample(sorted(letters.iterdir()), max(count // 3, 1)):
                path.write_text(path.read_text("utf-8") + f"\nP.S. {turn}\n", encoding="utf-8")
        killed += kill_once(letters, output, jobs, random.uniform(0.05, whole))
        assert opens(output), f"turn {turn}: the store does not open"
        subprocess.run(command(letters, output, jobs), check=True)
        assert opens(output), f"turn {turn}: the store does not open after the next build"
        shutil.rmtree(fresh)
        subprocess.run(command(letters, fresh, jobs), check=True)
        assert outputs(output) == outputs(fresh), f"turn {turn}: other bytes"
    return killed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=30)
    parser.add_argument("--letters", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killed = rounds(Path(folder), given.times, given.letters, given.jobs)
    print(
        f"{given.times} builds of {given.letters} letters, {killed} killed at work: each time the store opened and the next build gave the same bytes (load {os.getloadavg()[0]:.1f})"
    )


if __name__ == "__main__":
    main()
