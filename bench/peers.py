"""Oxigraph beside rdflib, our page beside pyvis's, our questions: `python bench/peers.py OUTPUT [--rounds 5]`, with a folder that a build wrote. Prints tables."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

import rdflib
from pyoxigraph import RdfFormat, Store
from pyvis.network import Network

from kg.errors import KamergraphError
from kg.questions import load, names, put
from kg.store import LocalStore, write_turtle

QUERY = """PREFIX kg: <https://w3id.org/kamergraph/def#>
SELECT ?who (COUNT(DISTINCT ?stance) AS ?many) WHERE { ?stance a kg:Stance ; kg:holder ?who } GROUP BY ?who ORDER BY DESC(?many) LIMIT 10"""


def cpu(work, rounds: int = 1):
    """Give the median CPU of some work in seconds, and what it gave last."""
    took = []
    for _ in range(rounds):
        start = time.process_time()
        made = work()
        took.append(time.process_time() - start)
    return statistics.median(took), made


def oxigraph(path: Path) -> Store:
    store = Store()
    store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    return store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    ttl = given.output / "graph.ttl"
    print("| CPU s | here | peer | times |\n|---|---|---|---|")
    ours, store = cpu(lambda: oxigraph(ttl))
    theirs, graph = cpu(lambda: rdflib.Graph().parse(ttl))
    row(f"load {len(graph)} triples (Oxigraph, rdflib)", ours, theirs)
    row(
        "query: who holds most",
        cpu(lambda: list(store.query(QUERY)), given.rounds)[0],
        cpu(lambda: list(graph.query(QUERY)), given.rounds)[0],
    )
    with LocalStore.read(given.output / "store") as local:
        row(
            "write Turtle",
            cpu(lambda: write_turtle(local, given.output.parent / "bench.ttl"))[0],
            cpu(lambda: graph.serialize(format="turtle"))[0],
        )
        page = given.output / "index.html"
        net = Network()
        for holder, about in graph.query(
            "PREFIX kg: <https://w3id.org/kamergraph/def#> SELECT DISTINCT ?a ?b { ?s kg:holder ?a ; kg:about ?b }"
        ):
            net.add_node(str(holder))
            net.add_node(str(about))
            net.add_edge(str(holder), str(about))
        took, html = cpu(net.generate_html)
        print(
            f"\npage: ours {page.stat().st_size / 1e6:.2f} MB with all evidence; pyvis {len(html) / 1e6:.2f} MB with names and lines alone, in {took:.2f} s, and it loads scripts from the network"
        )
        print("\n| question | rows | median ms | p95 ms |\n|---|---|---|---|")
        for name in names():
            question = load(name)
            given_words = {p.name: p.suggest[:1] for p in question.parameters if p.suggest and p.required}
            try:
                times, rows = [], 0
                for _ in range(given.rounds):
                    start = time.process_time()
                    rows = len(put(local, question, given_words).rows())
                    times.append((time.process_time() - start) * 1000)
            except KamergraphError as error:
                print(f"| {name} | - | {error} | |")
                continue
            print(
                f"| {name} | {rows} | {statistics.median(times):.1f} | {sorted(times)[int(0.95 * (len(times) - 1))]:.1f} |"
            )


def row(name: str, ours: float, theirs: float) -> None:
    print(f"| {name} | {ours:.3f} | {theirs:.3f} | {theirs / ours:.1f} |", flush=True)


if __name__ == "__main__":
    main()
