"""GraphML and GEXF of the network, for Gephi, Cytoscape, yEd and networkx. The same graph gives the same bytes."""

from __future__ import annotations

import re
from io import BytesIO

import networkx as nx

from kg.export.graph import network
from kg.export.xml import xml_text
from kg.store import LocalStore

__all__ = ["network_bytes"]

_CLOCK = re.compile(rb' lastmodifieddate="[^"]*"')


def network_bytes(store: LocalStore, form: str) -> bytes:
    """Give the network as "graphml" or "gexf". Characters that XML cannot hold become U+FFFD, one for one."""
    graph = _fit_for_xml(network(store))
    out = BytesIO()
    if form == "graphml":
        nx.write_graphml(graph, out, named_key_ids=True, prettyprint=True)
        return out.getvalue()
    nx.write_gexf(graph, out, version="1.2draft")
    return _CLOCK.sub(b"", out.getvalue(), count=1)


def _fit_for_xml(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    for attributes in (*(a for _, a in graph.nodes(data=True)), *(a for _, _, a in graph.edges(data=True))):
        for name, value in attributes.items():
            if isinstance(value, str):
                attributes[name] = xml_text(value)
    return graph
