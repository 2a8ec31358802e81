"""vis-network's own script, which pyvis carries, and where it is to draw each thing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pyvis.network import Network

from kg.view.layout import positions
from kg.view.scene import Scene

__all__ = ["lay_out", "script"]


def lay_out(scene: Scene) -> dict[str, tuple[int, int]]:
    """Give each thing its place in whole pixels. What is tied by more is nearer."""
    weights: Counter[tuple[str, str]] = Counter()
    for item in scene.items:
        weights.update((source, target) for source, target, _ in item.edges())
    return positions(scene.things, weights)


@cache
def script() -> str:
    """Give vis-network's script, without any link to elsewhere, as pyvis puts it into its pages."""
    page = str(Network(directed=True, cdn_resources="in_line").generate_html())
    scripts: list[str] = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    return max(scripts, key=len)
