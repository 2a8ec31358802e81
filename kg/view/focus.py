"""Which thing somebody means: by its IRI, by what follows the base in it, by its name or by another name."""

from __future__ import annotations

import difflib

from kg.errors import QueryError
from kg.view.scene import Scene, Thing

__all__ = ["find"]


def find(scene: Scene, focus: str) -> tuple[str, ...]:
    """Give the keys of the things that `focus` means: one, or each wording of a collective.

    A name that several things have means the one that most is said about. A `QueryError` names what comes near.
    """
    key = focus.strip().removeprefix(scene.base)
    exact = tuple(thing.key for thing in scene.things.values() if key in (thing.key, thing.base))
    if exact:
        return exact
    name = key.casefold()
    for names in (_labels, _aliases):
        named = [thing for thing in scene.things.values() if name in names(thing)]
        if named:
            return (max(named, key=lambda thing: (_weight(scene, thing.key), thing.key)).key,)
    shown: dict[str, str] = {}
    for thing in scene.things.values():
        for known in sorted(_labels(thing) | _aliases(thing)):
            shown.setdefault(known, thing.label)
    alike = difflib.get_close_matches(name, sorted(shown), n=6)
    near = list(dict.fromkeys(shown[known] for known in alike))[:3]
    listed = "give a name or an IRI that `kg query --name entities` lists"
    remedy = f"did you mean {' or '.join(near)}?" if near else listed
    raise QueryError("", f"nothing in this graph is called {focus!r}", remedy)


def _labels(thing: Thing) -> set[str]:
    return {thing.label.casefold(), thing.english.casefold()} - {""}


def _aliases(thing: Thing) -> set[str]:
    return {alias.casefold() for alias in thing.aliases}


def _weight(scene: Scene, key: str) -> int:
    return sum(key in item.touches for item in scene.items)
