"""All that the shapes ask (SHACL), of our own graph or of anybody's Turtle, with messages in plain words."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kg import data
from kg.check.finding import Finding
from kg.errors import ReadError, StoreError

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["conforms", "has_pyshacl"]

_SH = "http://www.w3.org/ns/shacl#"


def has_pyshacl() -> bool:
    """Tell whether pyshacl is installed; it comes with the extra `check`."""
    return find_spec("pyshacl") is not None


def conforms(path: Path) -> list[Finding]:
    """Give where the Turtle in a file is not as the shapes ask, sorted.

    A `ReadError` where it is no Turtle, a `StoreError` where pyshacl is not installed.
    """
    if not has_pyshacl():
        raise StoreError("shapes", "cannot be checked without pyshacl", "pip install 'kamergraph[check]'")
    import pyshacl
    from rdflib import Graph

    from kg.check.prepared import Prepared

    graph = Prepared()
    try:
        graph.parse(path, format="turtle")
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror})", "give a file of Turtle") from None
    except Exception as error:  # what rdflib raises on bad Turtle has no type of its own
        reason = " ".join(str(error).split())[:120]
        raise ReadError(str(path), f"is no Turtle ({reason})", "mend it") from None
    shapes = Graph().parse(data.ontology() / "shapes.ttl")
    ontology = Graph().parse(data.ontology() / "kamergraph.ttl")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=ontology, advanced=True, inplace=True)
    return _findings(report)


def _findings(report: Graph) -> list[Finding]:
    from rdflib import Literal, URIRef

    found = set()
    for result in report.subjects(URIRef(_SH + "focusNode"), None):
        focus, path, value = (report.value(result, URIRef(_SH + n)) for n in ("focusNode", "resultPath", "value"))
        messages = [m for m in report.objects(result, URIRef(_SH + "resultMessage")) if isinstance(m, Literal)]
        message = next(
            (str(m) for m in messages if m.language == "en"),
            str(messages[0]) if messages else "It is not as the shapes ask.",
        )
        parts = [message]
        if path is not None:
            parts.append(
                f"See {str(path).rpartition('#')[2].rpartition('/')[2]}"
                + (f", which is {value}." if value is not None else ".")
            )
        found.add(Finding("shapes", str(focus), " ".join(parts)))
    return sorted(found)
