"""The graph as a network: who took which stance on what, who was where, and which letter says so.

One projection for every tool that thinks in nodes and edges. Nodes are called by their IRIs; attributes are plain
strings and numbers, and those that are empty are left out.

    node kinds   letter, meeting, entity (a group is the collective itself: "Bondgenoten")
    edge kinds   stance      holder -> what it is about, or without that the addressee, the meeting or the letter
                 attendance  attendee -> meeting
                 part_of     session -> meeting
                 reports_on  letter -> meeting

A stance with three holders about two things makes six edges, all with its IRI as `stance`. One without a holder makes
none, for it has no place to begin; the table of stances holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import networkx as nx

from kg.store import LocalStore, ask

__all__ = ["EDGES", "NODES", "Attributes", "network"]

Attributes = dict[str, str | int | float]

NODES = ("letter", "meeting", "entity")
EDGES = ("stance", "attendance", "part_of", "reports_on")

_INTEGERS = ("from", "letters", "mentions", "until")
_TYPES: dict[str, type[int] | type[float]] = {"confidence": float} | dict.fromkeys(_INTEGERS, int)


def network(store: LocalStore) -> nx.MultiDiGraph[str]:
    """Give the network of all that the letters say, in the order of its names; every edge has a key of its own."""
    nodes: dict[str, Attributes] = {}
    for kind in NODES:
        for row in _rows(store, kind):
            _join(nodes.setdefault(str(row.pop("node")), {"kind": kind}), row)
    edges: list[tuple[str, str, Attributes]] = []
    for kind in EDGES:
        for row in _rows(store, kind):
            source, target = str(row.pop("source")), str(row.pop("target"))
            edges.append((source, target, {"kind": kind, **row}))
            for end in (source, target):  # one that no letter names itself, such as a participant who is implied
                nodes.setdefault(end, {"kind": "entity", "label": end.removeprefix(store.base)})
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(nodes):
        graph.add_node(node, **nodes[node])
    for number, (source, target, attributes) in enumerate(sorted(edges, key=_order), start=1):
        graph.add_edge(source, target, key=f"e{number}", **attributes)
    return graph


def _order(edge: tuple[str, str, Attributes]) -> tuple[str, str, list[str]]:
    return edge[0], edge[1], sorted(f"{name} {value}" for name, value in edge[2].items())


def _join(node: Attributes, row: Attributes) -> None:
    """Add what another letter says of a thing: counts add up, the first label stays, of the rest both are kept."""
    for name, value in row.items():
        known = node.get(name)
        if isinstance(known, int) and isinstance(value, int):
            node[name] = known + value
        elif known is not None and name != "label":
            node[name] = "|".join(sorted({*str(node[name]).split("|"), str(value)}))
        else:
            node.setdefault(name, value)


def _rows(store: LocalStore, kind: str) -> Iterator[Attributes]:
    """Give what the query of that name finds, without the cells that are empty."""
    answer = ask(store, (resources.files("kg.export") / "queries" / f"{kind}.rq").read_text("utf-8"))
    for row in answer.rows():
        yield {name: _TYPES.get(name, str)(value) for name, value in zip(answer.columns, row, strict=True) if value}
