"""A phrase that names holders, as the rules hand it to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Entity, Holder

__all__ = ["NEDERLAND", "Party", "participants"]

NEDERLAND = "country/nederland"


@dataclass
class Party:
    """A phrase that names holders.

    `start` is the index of its first token (-1 where the words do not stand together), `end` one past its last; `sure` is lower for pronouns; `human` tells of one man or woman ("de Franse minister"), for whom
    "hij" can stand. `groups` are collective holders not yet known as entities.
    """

    holders: list[Holder]
    end: int
    quantifier: str = ""
    sure: float = 1.0
    plural: bool = False
    human: bool = False
    start: int = -1
    groups: list[Entity] = field(default_factory=list)

    def join(self, other: Party, how: str = "") -> None:
        """Take in the holders of another phrase, as members or as equals."""
        known = {h.id for h in self.holders}
        self.holders += [Holder(h.id, how or h.how) for h in other.holders if h.id not in known]
        self.groups += other.groups
        self.end, self.plural = max(self.end, other.end), True
        self.quantifier = self.quantifier or other.quantifier


def participants(level: str, body: str = "") -> Entity:
    """Give the group of those who took part in a meeting of a level ("ministers van Defensie") or body (an organisation's id), for a position whose holder is not named."""
    if body in (
        "organisation/europese-raad",
        "organisation/iaea",
        "organisation/vn",
        "organisation/algemene-vergadering-van-de-vn",
    ):
        return Entity("group/lidstaten", "Group", "lidstaten")
    if "regeringsleiders" in level.lower():
        return Entity("group/staatshoofden-en-regeringsleiders", "Group", "staatshoofden en regeringsleiders")
    if "minister" in level.lower():
        return Entity("group/ministers", "Group", "Ministers")
    return Entity("group/deelnemers", "Group", "deelnemers")
