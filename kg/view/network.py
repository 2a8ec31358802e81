"""The network as vis-network draws it: pyvis gives its nodes, its edges and its script."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyvis.network import Network

from kg.view.layout import positions
from kg.view.scene import Scene

__all__ = ["Drawing", "draw", "script"]

_SHAPES = {
    "Country": "dot",
    "Group": "hexagon",
    "Instrument": "triangleDown",
    "Letter": "square",
    "Meeting": "square",
    "Mission": "star",
    "Organisation": "diamond",
    "Person": "dot",
    "Place": "triangleDown",
    "Treaty": "triangle",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and edges for vis-network. A node's `id` is its thing's place in the scene; an edge's `items` are too."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


def draw(scene: Scene) -> Drawing:
    """Lay the scene out. All items of one kind from one thing to another make one edge."""
    index = {key: at for at, key in enumerate(scene.things)}
    bundles: dict[tuple[str, str, str], list[int]] = {}
    for at, item in enumerate(scene.items):
        for source in item.sources:
            for target in item.targets:
                if source != target:
                    bundles.setdefault((source, target, item.kind), []).append(at)
    weights: Counter[tuple[str, str]] = Counter()
    for (source, target, _), items in bundles.items():
        weights[source, target] += len(items)
    where = positions(scene.things, weights)
    network = _network()
    for key, thing in scene.things.items():
        x, y = where[key]
        network.add_node(index[key], label=thing.label, shape=_SHAPES.get(thing.type, "dot"), x=x, y=y)
    for number, ((source, target, kind), items) in enumerate(sorted(bundles.items())):
        network.add_edge(index[source], index[target], id=number, kind=kind, items=items)
    return Drawing(
        _only(network.nodes, "id", "shape", "x", "y"), _only(network.edges, "id", "from", "to", "kind", "items")
    )


def _only(rows: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    """Leave out what the page decides for itself: labels by language, colours by theme."""
    return [{name: row[name] for name in names} for row in rows]


def _network() -> Network:
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    return network


@cache
def script() -> str:
    """Give vis-network's own script, without any link to elsewhere, as pyvis puts it into its pages."""
    page = str(_network().generate_html())
    scripts: list[str] = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    return max(scripts, key=len)
