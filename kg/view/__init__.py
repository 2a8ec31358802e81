"""The page to look at a graph with: one HTML file that works without a network."""

from __future__ import annotations

from kg.store import LocalStore
from kg.view.excerpt import Excerpt
from kg.view.page import render
from kg.view.passages import Texts, in_folder, nowhere
from kg.view.projection import project

__all__ = ["Excerpt", "Texts", "in_folder", "nowhere", "page_of"]


def page_of(store: LocalStore, excerpt: Excerpt | None = None, texts: Texts = nowhere) -> str:
    """Give the page as HTML text, the same for the same graph and texts; write it as UTF-8.

    Without an excerpt it holds the whole graph and opens on the latest meeting. `texts` gives the letters to read in
    it. A `QueryError` where the graph has nothing of what the excerpt asks for.
    """
    return render((excerpt or Excerpt()).of(project(store, texts)))
