"""An excerpt of a graph as one HTML page that needs nothing from outside it."""

from __future__ import annotations

import base64
import json
import tomllib
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.view.columns import columns, texts
from kg.view.excerpt import Excerpted
from kg.view.network import lay_out, script

__all__ = ["render"]

_MODULES = (
    "words",
    "dom",
    "graph",
    "letters",
    "state",
    "selection",
    "lines",
    "places",
    "crowd",
    "canvas",
    "network",
    "agreement",
    "pairs",
    "facets",
    "search",
    "table",
    "grid",
    "timeline",
    "matrix",
    "strip",
    "reading",
    "evidence",
    "node",
    "panel",
    "export",
    "picture",
    "page",
)  # in the order in which they need each other
_UNSAFE = "<>&\u2028\u2029"


def render(excerpt: Excerpted) -> str:
    """Give the page."""
    files = resources.files(__package__)
    strings = tomllib.loads((files / "strings.toml").read_text("utf-8"))
    scripts = [script(), "\n".join((files / "static" / f"{name}.js").read_text("utf-8") for name in _MODULES)]
    templates = Environment(
        loader=PackageLoader("kg.view"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    view = {
        "opening": excerpt.opening,
        "steps": excerpt.steps,
        "whole": excerpt.whole,
        "focused": excerpt.focused,
        "title": excerpt.title,
        "strings": strings,
    }
    scene = excerpt.scene
    return templates.get_template("page.html").render(
        data=_json(view | columns(scene, lay_out(scene))),
        texts=_json(texts(scene)),
        style=(files / "static" / "page.css").read_text("utf-8"),
        scripts=scripts,
        hashes=[_hash(text) for text in scripts],
        words=strings["nl"],
        title=excerpt.title,
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()


def _json(data: Any) -> str:
    """Give JSON that can stand in a page: it holds nothing that HTML could take for the end of a script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in _UNSAFE:  # far quicker than to translate them all at once
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
