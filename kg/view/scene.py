"""What a page shows: things, what is said between them, and the letters that say it. Nothing of how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Item", "Letter", "Scene", "Thing"]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: `file` its name, `date` an ISO date or "", `signed` the names under it."""

    key: str
    file: str
    date: str = ""
    title: str = ""
    number: str = ""
    dossier: str = ""
    signed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: an entity, a meeting, a collective as letters word it, or a letter in which something was said.

    `key` is its IRI without the base of the store (a collective's has its wording behind it). `label` is Dutch,
    `english` "" where no English one is known. `aliases` are the other names by which letters or the registry know it;
    `letters` says which letters name it and how often. `start`, `end`, `place`, `mode` and `part_of` (a key) are of
    meetings only; `base` (a key) of collectives only.
    """

    key: str
    type: str
    label: str
    english: str = ""
    aliases: tuple[str, ...] = ()
    letters: tuple[tuple[str, int], ...] = ()
    start: str = ""
    end: str = ""
    place: str = ""
    mode: str = ""
    part_of: str = ""
    base: str = ""
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a letter says.

    `kind` is the type of a stance; for a meeting attendance, invitation, absence (of somebody), or part (of another).
    `sources` and `targets` are the keys of the things that its edges lead from and to; `touches` of all that it has to
    do with. `holders` go with how the words say so (`kg.model.Holder`). `words` are the exact words of the untouched
    text in pieces, each with what it is: "cue", "holder", "about" or ""; `before` and `after` the characters around
    them; `start` and `end` their place in code points. `whole` is the meeting that `meeting` is part of in the end.
    """

    key: str
    kind: str
    letter: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    holders: tuple[tuple[str, str], ...] = ()
    about: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    meeting: str = ""
    whole: str = ""
    year: str = ""
    words: tuple[tuple[str, str], ...] = ()
    before: str = ""
    after: str = ""
    start: int = 0
    end: int = 0
    role: str = ""
    topic: str = ""
    rule: str = ""
    confidence: str = ""
    reason: str = ""
    intended: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one page holds, each kind in the order of its keys. `base` is what the keys' IRIs start with."""

    base: str
    letters: dict[str, Letter] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    items: tuple[Item, ...] = ()

    def around(self, keys: Iterable[str], steps: int) -> Scene:
        """Give what lies within `steps` steps of things: the items that touch them, then those near them, and so on."""
        reached, kept = set(keys), set[str]()
        for _ in range(steps):
            found = [item for item in self.items if item.key not in kept and reached.intersection(item.touches)]
            kept.update(item.key for item in found)
            reached.update(key for item in found for key in item.touches)
        named = {letter for key in reached for letter, _ in self.things[key].letters}
        items = tuple(item for item in self.items if item.key in kept)
        letters = named | {item.letter for item in items}
        return Scene(
            self.base,
            {key: letter for key, letter in self.letters.items() if key in letters},
            {key: thing for key, thing in self.things.items() if key in reached},
            items,
        )

    def opening(self) -> str:
        """Give the key of what a page opens on: the latest meeting with a stance, else the busiest thing, else ""."""
        busy: dict[str, int] = {}
        for item in self.items:
            for key in item.touches:
                busy[key] = busy.get(key, 0) + 1
        spoken = {item.whole for item in self.items if item.holders and item.whole}
        meetings = [self.things[key] for key in spoken]
        if meetings:
            return max(meetings, key=lambda meeting: (meeting.start, meeting.key)).key
        return max(self.things, key=lambda key: (busy.get(key, 0), key), default="")
