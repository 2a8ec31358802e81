"""A local server: a SPARQL endpoint on a graph, a page for every thing and every letter, and the questions as forms.

It reads and never writes. All that touches the graph happens in processes of its own that are ended when they take too
long; the server itself only speaks HTTP.
"""

from __future__ import annotations

from kg.serve.app import Settings, app
from kg.serve.run import serve

__all__ = ["Settings", "app", "serve"]
