"""What a page shows: things, what is said between them, and the letters that say it. Nothing of how it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

__all__ = ["Item", "Letter", "Passage", "Scene", "Thing"]

_MUCH = 2  # stances; a meeting with so many is worth opening on

Passage = tuple[int, str]
"""A piece of a letter's untouched text: the place of its first character (in code points), and the piece."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: `file` its name, `date` an ISO date or "", `signed` the names under it.

    `passages` are what is known of its text, in order and apart: one that holds all of it, or only what stands around
    evidence. `places` are where it names a thing: key, start and end in code points.
    """

    key: str
    file: str
    date: str = ""
    title: str = ""
    number: str = ""
    dossier: str = ""
    signed: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: an entity, a topic, a meeting, a collective as letters word it, or a letter in which something was said.

    `key` is its IRI without the base of the store. A collective's has its wording behind it; a topic that is no
    concept of the ontology is the heading that stands over a stance, as letters word it. `label` is Dutch, `english`
    "" where no English one is known. `aliases` are the other names by which letters or the registry know it; `letters`
    says which letters name it and how often. `start`, `end`, `place`, `mode` and `part_of` (a key) are of meetings
    only; `base` (a key) of collectives only.
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
    `holders` go with how the words say so (`kg.model.Holder`); `members` are a collective among them and whom the
    words name as one of it. `targets` are where its edges lead; `touches` all that it has to do with. `start` and
    `end` are its place in the letter's untouched text, in code points, as are `cue` and `content`, (0, 0) where there
    is none. `whole` is the meeting that `meeting` is part of in the end. `date` is that of the meeting, else of the
    letter.
    """

    key: str
    kind: str
    letter: str
    holders: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    meeting: str = ""
    whole: str = ""
    date: str = ""
    start: int = 0
    end: int = 0
    cue: tuple[int, int] = (0, 0)
    content: tuple[int, int] = (0, 0)
    role: str = ""
    heading: str = ""
    rule: str = ""
    confidence: str = ""
    reason: str = ""
    intended: bool = False
    negated: bool = False

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Give what is drawn of it: from whom, to what, and the kind of line."""
        for source, _ in self.holders:
            for target in self.targets:
                if source != target:
                    yield source, target, self.kind
        for group, member in self.members:
            yield member, group, "member"


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
        return self.only((item for item in self.items if item.key in kept), keys)

    def only(self, items: Iterable[Item], keys: Iterable[str] = ()) -> Scene:
        """Give the scene of some of its items, with all that they touch, the things of `keys`, and their letters."""
        kept = tuple(items)
        reached = {*keys, *(key for item in kept for key in item.touches)}
        while missing := {self.things[key].part_of for key in reached} & self.things.keys() - reached:
            reached |= missing
        letters = {item.letter for item in kept} | {key for thing in reached for key, _ in self.things[thing].letters}
        return Scene(
            self.base,
            {key: letter for key, letter in self.letters.items() if key in letters},
            {key: thing for key, thing in self.things.items() if key in reached},
            kept,
        )

    def opening(self) -> str:
        """Give the key of what a page opens on: the latest meeting with more than a single stance.

        Failing that it is the latest with one, or the busiest thing, and "" where there is none.
        """
        spoken = Counter(item.whole for item in self.items if item.cue[1] and item.holders and item.whole)
        enough = min(_MUCH, max(spoken.values(), default=0))
        meetings = [self.things[key] for key, number in spoken.items() if number >= enough]
        if meetings:
            return max(meetings, key=lambda meeting: (meeting.start, meeting.key)).key
        busy = Counter(key for item in self.items for key in item.touches)
        return max(self.things, key=lambda key: (busy[key], key), default="")
