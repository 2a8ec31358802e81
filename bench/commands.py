"""How much CPU the commands take that people wait for: `python bench/commands.py`. Prints a table; builds the demo graph in a temporary folder first."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = {
    "kg --help": ["--help"],
    "kg --version": ["--version"],
    "kg query --name letters": ["query", "--graph", "{graph}", "--name", "letters"],
    "kg query --name stances": ["query", "--graph", "{graph}", "--name", "stances"],
}
RUNS = 7


def cpu(arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        graph = str(Path(folder, "graph"))
        subprocess.run(
            [sys.executable, "-m", "kg", "demo", "-o", graph],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        print(f"Python {sys.version.split()[0]}, median of {RUNS} runs, seconds of CPU (user and system)")
        for name, arguments in COMMANDS.items():
            took = [cpu([a.replace("{graph}", graph) for a in arguments]) for _ in range(RUNS)]
            print(f"{name:26} {statistics.median(took):.2f}")


if __name__ == "__main__":
    main()
