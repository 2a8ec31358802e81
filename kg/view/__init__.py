"""The page to look at a graph with: one HTML file that works without a network."""

from __future__ import annotations

from kg.store import LocalStore
from kg.view.focus import find
from kg.view.page import render
from kg.view.projection import project

__all__ = ["page_of"]


def page_of(store: LocalStore, focus: str | None = None, steps: int = 1) -> str:
    """Give the page as HTML text, the same for the same graph; write it as UTF-8.

    Without `focus` it holds the whole graph and opens on the latest meeting. With it (an IRI, a label or another
    name) it holds what lies within `steps` steps of that thing. Where nothing is called so, a `QueryError` names what
    comes near.
    """
    scene = project(store)
    if focus is None:
        return render(scene)
    found = find(scene, focus)
    return render(scene.around(found, steps), found, steps)
