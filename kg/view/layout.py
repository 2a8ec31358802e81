"""Where things stand in the network: worked out once, here, so that nothing moves when the page opens."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import networkx as nx
from numpy.random import RandomState

__all__ = ["positions"]

_CORE = 300  # things placed by forces; from 500 on networkx wants scipy, and the time grows with the square
_ROUNDS, _STEPS = 6, 10
_SCALE = 90  # pixels between neighbours, roughly
_GOLDEN = 0.381966


def positions(things: Collection[str], edges: Mapping[tuple[str, str], int]) -> dict[str, tuple[int, int]]:
    """Give each thing a place in whole pixels. `edges` weighs each pair that is drawn.

    The busiest things are placed by forces, the others around the thing they are tied to most, those without ties in
    rows below.
    """
    graph: nx.Graph[str] = nx.Graph()
    for (one, other), weight in sorted(edges.items()):
        if one != other:
            tied = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=tied + weight)
    busiest = sorted(graph, key=lambda key: (-graph.degree(key, weight="weight"), key))
    core = sorted(busiest[:_CORE])
    placed = _forced(graph.subgraph(core).copy())
    for turn, key in enumerate(busiest[_CORE:]):
        placed[key] = _beside(graph, key, placed, turn)
    _rows(sorted(set(things) - set(placed)), placed)
    return placed


def _forced(graph: nx.Graph[str]) -> dict[str, tuple[int, int]]:
    """Place a small graph by forces.

    Places are rounded every few steps: the last digit of a sum may differ from one processor to another, and
    would grow with every step; rounded away while it is small, the same graph has the same picture everywhere.
    """
    order = sorted(graph)
    if not order:
        return {}
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(order)
    for one, other in sorted((min(pair), max(pair)) for pair in graph.edges):
        ordered.add_edge(one, other, weight=min(graph[one][other]["weight"], 4))
    start = RandomState(7).rand(len(order), 2).round(6).tolist()
    where = dict(zip(order, start, strict=True))
    for _ in range(_ROUNDS if len(order) > 1 else 0):
        moved = nx.spring_layout(ordered, pos=where, iterations=_STEPS, scale=1.0, seed=7)
        where = {key: [round(float(x), 6) for x in moved[key]] for key in order}
    size = _SCALE * len(order) ** 0.5
    return {key: (round(x * size * 1.4), round(y * size)) for key, (x, y) in where.items()}


def _beside(graph: nx.Graph[str], key: str, placed: Mapping[str, tuple[int, int]], turn: int) -> tuple[int, int]:
    """Give a place near the placed thing that `key` is tied to most, each turn at another side of it."""
    known = (other for other in graph[key] if other in placed)
    near = max(known, key=lambda other: (graph[key][other]["weight"], other), default="")
    x, y = placed.get(near, (0, 0))
    side = (turn * _GOLDEN) % 1 * 8  # around a square, which needs no sine
    reach = _SCALE + turn % 5 * 30
    step, along = int(side / 2), side % 2 - 1
    dx, dy = ((1, along), (-along, 1), (-1, -along), (along, -1))[step]
    return x + round(dx * reach), y + round(dy * reach)


def _rows(rest: list[str], placed: dict[str, tuple[int, int]]) -> None:
    top = max((y for _, y in placed.values()), default=0) + 2 * _SCALE
    width = max(int(len(rest) ** 0.5) * 2, 1)
    for at, key in enumerate(rest):
        placed[key] = ((at % width - width // 2) * 2 * _SCALE, top + at // width * _SCALE)
