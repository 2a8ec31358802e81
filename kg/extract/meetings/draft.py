"""A meeting while it is being put together from its mentions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from kg.dutch import word_set
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.words import content_words
from kg.model import Meeting, Span

__all__ = ["MEALS", "Draft", "Said", "family", "overlap", "slug"]

MEALS = word_set("meetings", "words.meals")
_VISITS = tuple(word_set("meetings", "words.visits"))


@dataclass(slots=True)
class Said:
    """A mention of a gathering with what its sentence says of it: dates (ISO, or ""), place (an entity id, or ""), and whether it only could be."""

    unit: Unit
    gathering: Gathering
    start: str = ""
    end: str = ""
    place: str = ""
    possible: bool = False
    draft: Draft | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """What is known so far of one meeting; `words` are folded words that the text uses for what it is about."""

    kind: str
    label: str
    span: Span
    rule: str
    start: str = ""
    end: str = ""
    place: str = ""
    mode: str = ""
    body: str = ""
    level: str = ""
    whole: Draft | None = None
    primary: bool = False
    announced: bool = False
    ordinals: tuple[int, ...] = ()
    topics: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    partners: tuple[tuple[str, Span], ...] = ()

    @property
    def key(self) -> str:
        """A name made from what the meeting is."""
        return "-".join(
            part for part in (slug(self.label)[:80].strip("-"), self.start or (self.whole and "deel") or "") if part
        )

    @property
    def is_visit(self) -> bool:
        """Whether it is a visit or a journey: it consists of the talks that were had there."""
        return self.kind.endswith((*_VISITS, "consultaties"))

    def learn(self, s: Said) -> None:
        """Take from one more mention its place, its topic, and a name that says more."""
        g = s.gathering
        self.place = self.place or s.place
        self.ordinals = self.ordinals or g.ordinals[:1]
        if g.topic:
            self.topics.append(g.topic)
            self.words |= set(content_words(g.topic))
        if self.kind == "bijeenkomst" and g.sort == "part":
            self.kind, self.label = g.kind, g.label
        elif g.topic and len(self.label.split()) == 1 and s.unit.kind == "sentence" and not self.ordinals:
            self.label = g.label

    def meeting(self, whole: str) -> Meeting:
        """Give it as a record; `whole` is the key of what it is a part of."""
        return Meeting(
            self.key,
            self.label,
            self.span,
            self.start,
            self.end,
            self.place,
            self.mode,
            self.body,
            self.level,
            self.kind,
            whole,
            self.primary,
            self.announced,
            tuple(dict.fromkeys(self.topics)),
            self.rule,
        )


def family(kind: str) -> str:
    """Give what kinds of part can be the same one: "werksessie" and "sessie", "Isaf-diner" and "diner"."""
    for end in MEALS:
        if kind.endswith(end):
            return end
    for start in MEALS:
        if kind.startswith(start):
            return start
    if kind.startswith(("opening", "slot")):
        return re.sub(r"s?(?:sessie|zitting|plenaire|ceremonie|bijeenkomst|debat)$", "", kind)
    return "sessie" if kind.endswith("sessie") else kind


@lru_cache(maxsize=8192)  # most labels come back
def slug(text: str) -> str:
    """Give a text in lower case ASCII with hyphens."""
    flat = "".join(
        c for c in unicodedata.normalize("NFKD", text.replace("ı", "i").casefold()) if not unicodedata.combining(c)
    )
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-") or "bijeenkomst"


def overlap(one: str, words: set[str]) -> float:
    """Give which share of a phrase's content words stand in `words` (inflected and compound forms count: "zuidflank", "zuidelijke flank" do not)."""
    mine = list(dict.fromkeys(content_words(one)))
    return sum(w in words or any(_akin(w, other) for other in words) for w in mine) / len(mine) if mine else 0.0


def _akin(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: the same, or alike in their first five letters and three quarters of the longer."""
    if one == other or one[:5] != other[:5]:
        return one == other
    longer = max(len(one), len(other))
    common = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return common >= max(5, 0.75 * longer)
