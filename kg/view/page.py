"""A scene as one HTML page that needs nothing from outside it."""

from __future__ import annotations

import base64
import json
import tomllib
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.view.network import draw, script
from kg.view.scene import Item, Scene, Thing

__all__ = ["render"]

_MODULES = ("words", "graph", "state", "selection", "drawing", "facets", "search", "table", "evidence", "page")
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(scene: Scene, focus: tuple[str, ...] = (), steps: int = 1) -> str:
    """Give the page. It opens on `focus` (keys), else on the latest meeting."""
    opening = focus or tuple(filter(None, (scene.opening(),)))
    files = resources.files(__package__)
    strings = tomllib.loads((files / "strings.toml").read_text("utf-8"))
    scripts = [script(), "\n".join((files / "static" / f"{name}.js").read_text("utf-8") for name in _MODULES)]
    templates = Environment(
        loader=PackageLoader("kg.view"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return templates.get_template("page.html").render(
        data=_json(_data(scene, opening, steps) | {"focused": bool(focus), "strings": strings}),
        style=(files / "static" / "page.css").read_text("utf-8"),
        scripts=scripts,
        hashes=[_hash(text) for text in scripts],
        words=strings["nl"],
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()


def _json(data: Any) -> str:
    """Give JSON that can stand in a page: it holds nothing that HTML could take for the end of a script."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _data(scene: Scene, opening: tuple[str, ...], steps: int) -> dict[str, Any]:
    things = {key: at for at, key in enumerate(scene.things)}
    letters = {key: at for at, key in enumerate(scene.letters)}
    drawing = draw(scene)
    return {
        "base": scene.base,
        "opening": list(opening),
        "steps": steps,
        "letters": [
            _slim(
                file=letter.file,
                date=letter.date,
                title=letter.title,
                number=letter.number,
                dossier=letter.dossier,
                signed=letter.signed,
            )
            for letter in scene.letters.values()
        ],
        "things": [_thing(thing, things, letters) for thing in scene.things.values()],
        "items": [_item(item, things, letters) for item in scene.items],
        "nodes": drawing.nodes,
        "edges": drawing.edges,
    }


def _thing(thing: Thing, things: dict[str, int], letters: dict[str, int]) -> dict[str, Any]:
    return _slim(
        key=thing.key,
        type=thing.type,
        nl=thing.label,
        en=thing.english,
        aliases=thing.aliases,
        letters=[[letters[key], count] for key, count in thing.letters if key in letters],
        start=thing.start,
        end=thing.end,
        place=thing.place,
        mode=thing.mode,
        partOf=things.get(thing.part_of),
        announced=thing.announced,
    )


def _item(item: Item, things: dict[str, int], letters: dict[str, int]) -> dict[str, Any]:
    return _slim(
        key=item.key,
        kind=item.kind,
        letter=letters[item.letter],
        sources=[] if item.holders else [things[key] for key in item.sources],
        holders=[[things[key], how] for key, how in item.holders],
        about=[things[key] for key in item.about],
        addressees=[things[key] for key in item.addressees],
        meeting=things.get(item.meeting),
        year=item.year,
        words=item.words,
        before=item.before,
        after=item.after,
        start=item.start,
        end=item.end,
        role=item.role,
        topic=item.topic,
        rule=item.rule,
        confidence=item.confidence,
        reason=item.reason,
        intended=item.intended,
        negated=item.negated,
    )


def _slim(**values: Any) -> dict[str, Any]:
    """Leave out what is empty; a thing's or a character's place 0 stays."""
    return {name: value for name, value in values.items() if value not in ("", None, [], ()) and value is not False}
