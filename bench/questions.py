"""How long each question takes on many letters: `python bench/questions.py [LETTERS]`. Prints the median of five for the example that help gives, in milliseconds.

The graph is made of the example letters over and over (see `many.py`); a thousand letters take about a minute and a gigabyte.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from many import made

from kg import data
from kg.build import build
from kg.questions import load, names
from kg.questions.put import fill
from kg.store import LocalStore, ask

RUNS = 5


def main() -> None:
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        build([data.letters()], Path(folder, "few"), jobs=1)
        made(Path(folder, "few"), Path(folder, "many"), letters)
        print(f"{letters} letters, median of {RUNS}")
        with LocalStore.read(Path(folder, "many")) as store:
            for name in names():
                question = load(name)
                query = fill(store, question, {p.name: [p.suggest[0]] for p in question.parameters if p.suggest}) if question.example != f"kg ask {name}" else question.text
                spent = []
                for _ in range(RUNS):
                    begin = time.perf_counter()
                    rows = len(ask(store, query).rows())
                    spent.append(time.perf_counter() - begin)
                print(f"{name:24} {statistics.median(spent) * 1000:9.1f} ms {rows:7} rows", flush=True)


if __name__ == "__main__":
    main()
