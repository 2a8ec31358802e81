"""Oxigraph beside rdflib, our page beside pyvis's: `python bench/peers.py OUTPUT [--rounds 5]`, with a folder that a build wrote. Prints a table."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import rdflib
from pyoxigraph import RdfFormat, Store
from pyvis.network import Network

from kg.store import LocalStore, write_turtle
from kg.view import in_folder, page_of

QUERY = """PREFIX kg: <https://w3id.org/kamergraph/def#>
SELECT ?who (COUNT(DISTINCT ?stance) AS ?many) WHERE { ?stance a kg:Stance ; kg:holder ?who } GROUP BY ?who ORDER BY DESC(?many) LIMIT 10"""

EDGES = """PREFIX kg: <https://w3id.org/kamergraph/def#>
SELECT DISTINCT ?a ?b WHERE { ?stance kg:holder ?a ; kg:about ?b }"""


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
    with LocalStore.read(given.output / "store") as local, TemporaryDirectory() as folder:
        row(
            "write Turtle",
            cpu(lambda: write_turtle(local, Path(folder, "graph.ttl")))[0],
            cpu(lambda: graph.serialize(format="turtle"))[0],
        )
        ours, page = cpu(lambda: page_of(local, texts=in_folder(given.output / "text")))
    theirs, other = cpu(lambda: pyvis(store))
    row("page (ours with all evidence and texts, pyvis's with names and lines)", ours, theirs)
    print(
        f"\nSize of the page: {len(page) / 1e6:.2f} MB ours, {len(other) / 1e6:.2f} MB pyvis's, which loads scripts from the network."
    )


def pyvis(store: Store) -> str:
    net = Network()
    for solution in store.query(EDGES):
        holder, about = (term.value for term in solution)
        net.add_node(holder)
        net.add_node(about)
        net.add_edge(holder, about)
    return net.generate_html()


def row(name: str, ours: float, theirs: float) -> None:
    print(f"| {name} | {ours:.3f} | {theirs:.3f} | {theirs / ours:.1f} |", flush=True)


if __name__ == "__main__":
    main()
