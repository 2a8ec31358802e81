"""How long each question takes on many letters: `python bench/questions.py [LETTERS] [--folder DIR] [--rdflib LETTERS]`.

Prints ms of CPU for the example that help gives, its first page where it has one: median and 95th percentile, and ms for
finding what the words of the example mean. With `--rdflib`, on a graph of the same making with that many letters, also
the ms of rdflib and how many times those of the embedded store they are.
The graph is made of the example letters over and over (see `many.py`): ten thousand take a quarter of an hour and 11 GB
the first time; `--folder` keeps it. A question that takes a minute is left at that.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import rdflib
from many import made

from kg import data
from kg.build import build
from kg.export.rdf import rdf_bytes
from kg.questions import ROWS, load, names, put_page
from kg.questions.page import page
from kg.questions.put import meant
from kg.store import LocalStore, ask

ENOUGH = 60  # seconds for all rounds of a question


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", type=int, nargs="?", default=1000)
    parser.add_argument("--folder", type=Path, help="where the graphs stay; a new one that goes away by default")
    parser.add_argument("--rdflib", type=int, metavar="LETTERS")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=names(), metavar="NAME")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or Path(passing)
        with LocalStore.read(graph(folder, given.letters)) as store:
            print("| question | rows | median ms | p95 ms | words ms |\n|---|---|---|---|---|")
            for name in given.only:
                row(name, store, given.rounds)
        if given.rdflib:
            with LocalStore.read(graph(folder, given.rdflib)) as store:
                other = rdflib.Dataset(default_union=True)
                other.parse(data=rdf_bytes(store, "nquads"), format="nquads")
                print(f"\n| question, {given.rdflib} letters | rows | ms | rdflib ms | times |\n|---|---|---|---|---|")
                for name in given.only:
                    beside(name, store, other, given.rounds)


def graph(folder: Path, letters: int) -> Path:
    """Give the store with so many letters, and make it if need be."""
    path = folder / f"many-{letters}"
    if not path.exists():
        if not (folder / "few").exists():
            build([data.letters()], folder / "few", jobs=1)
        made(folder / "few", path, letters)
    return path


def row(name: str, store: LocalStore, rounds: int) -> None:
    begin = time.process_time()
    values = meant(store, load(name), example(name, store))
    words = (time.process_time() - begin) * 1000
    rows, spent = measured(lambda: len(page(store, load(name), values, ROWS).answer.rows()), rounds)
    p95 = spent[round(0.95 * (len(spent) - 1))]
    print(f"| {name} | {rows} | {statistics.median(spent):.0f} | {p95:.0f} | {words:.0f} |", flush=True)


def beside(name: str, store: LocalStore, other: rdflib.Dataset, rounds: int) -> None:
    query = put_page(store, load(name), example(name, store)).sparql
    rows, spent = measured(lambda: len(ask(store, query).rows()), rounds)
    ours = statistics.median(spent)
    signal.alarm(ENOUGH)
    try:
        also, (theirs, *_) = measured(lambda: len(list(other.query(query))), 1)
        told = f"{theirs:.0f} | {theirs / ours:.0f}" if also == rows else f"{also} rows | "
    except TimeoutError:
        told = f"over {ENOUGH * 1000} | "
    signal.alarm(0)
    print(f"| {name} | {rows} | {ours:.1f} | {told} |", flush=True)


def example(name: str, store: LocalStore) -> dict[str, list[str]]:
    """Give what the example of a question fills in."""
    if name == "evidence":
        return {"stance": [ask(store, "SELECT ?s { ?s a kg:Stance } LIMIT 1").rows()[0][0]]}
    return {p.name: [p.suggest[0]] for p in load(name).parameters if p.suggest}


def measured(answer: Callable[[], int], rounds: int) -> tuple[int, list[float]]:
    """Give how many rows an answer has, and the ms of CPU of some rounds, sorted."""
    spent, begun, rows = [], time.monotonic(), 0
    while not spent or (len(spent) < rounds and time.monotonic() - begun < ENOUGH):
        begin = time.process_time()
        rows = answer()
        spent.append((time.process_time() - begin) * 1000)
    return rows, sorted(spent)


def enough(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, enough)
    main()
