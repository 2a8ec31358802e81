"""What part of a graph a page holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.errors import QueryError
from kg.view.focus import find
from kg.view.scene import Item, Scene

__all__ = ["Excerpt", "Excerpted"]


@dataclass(frozen=True, slots=True)
class Excerpted:
    """A part of a scene, and what its page opens on: `opening` (keys) with `steps` around it, or the `whole` of it.

    `focused` tells that somebody asked for what it opens on.
    """

    scene: Scene
    opening: tuple[str, ...] = ()
    steps: int = 1
    whole: bool = False
    focused: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What to take out of a graph; all that is given must hold, and nothing given means all of it.

    `thing` is an IRI, a label or another name, and `steps` how far around it to look. `since` and `until` are ISO
    dates as precise as one likes ("2017" is all of that year). `letter` is the name of a letter's file, with or
    without its ending. `found` are IRIs of an answer: the stances among them, else what is said of the other things.
    `title` is what the page calls itself; it opens on the `whole` of what it holds where that is asked or narrowed down.
    """

    thing: str | None = None
    steps: int = 1
    since: str = ""
    until: str = ""
    letter: str = ""
    found: Collection[str] | None = None
    title: str = ""
    whole: bool = False

    def of(self, scene: Scene) -> Excerpted:
        """Take it out of a scene. Where there is nothing of the kind, a `QueryError` says so."""
        graph = scene
        if self.found is not None:
            scene = scene.only(_among(scene, self.found))
        if self.letter:
            scene = _of_letter(scene, self.letter)
        if self.since or self.until:
            scene = scene.only(item for item in scene.items if self._in_time(item))
        if scene is not graph and not scene.items and graph.items:
            raise QueryError("", "nothing that the graph says is within what was asked for", "ask for more")
        if self.thing is None:
            if self.whole or scene is not graph:
                return Excerpted(scene, whole=True, title=self.title)
            return Excerpted(scene, tuple(filter(None, (scene.opening(),))), title=self.title)
        around = find(scene, self.thing)
        return Excerpted(scene.around(around, self.steps), around, self.steps, focused=True, title=self.title)

    def _in_time(self, item: Item) -> bool:
        """Compare as much of the date as both tell: "2018-07" is since "2018-07-15" for all that is known."""
        shared, known = len(self.since), len(item.date)
        early = bool(self.since) and item.date[: min(shared, known)] < self.since[: min(shared, known)]
        late = bool(self.until) and item.date[: len(self.until)] > self.until
        return bool(item.date) and not early and not late


def _of_letter(scene: Scene, name: str) -> Scene:
    named = [
        letter.key
        for letter in scene.letters.values()
        if name in (letter.file, letter.key, letter.key.removeprefix("letter/"), scene.base + letter.key)
    ]
    if not named:
        raise QueryError("", f"there is no letter {name!r} in this graph", "`kg query --name letters` lists them")
    return scene.only(item for item in scene.items if item.letter in named)


def _among(scene: Scene, iris: Collection[str]) -> list[Item]:
    keys = {iri.removeprefix(scene.base) for iri in iris}
    said = [item for item in scene.items if item.key in keys]
    if said:
        return said
    return [item for item in scene.items if item.letter in keys or keys.intersection(item.touches)]
