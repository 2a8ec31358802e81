"""Who is named beside the subject as the one who did it: the agent of a passive, the owner of a speech, a side."""

from __future__ import annotations

from kg.extract.stances.anaphors import possessor
from kg.extract.stances.parties import party_at
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["agent", "in_speech", "side"]

_SIDES = frozenset(["zijde", "kant", "hoek"])
_SPEECHES = frozenset(
    ["verklaring", "interventie", "bijdrage", "inbreng", "toespraak", "tussenkomst", "rede", "betoog", "speech"]
)


def agent(scene: Scene, clause: Clause) -> Party | None:
    """Give who a passive says did it: "door veel Bondgenoten", "door mij", "van Nederlandse zijde", "van de kant van Cyprus"."""
    for i in clause.tokens:
        low = scene.low(i)
        if low not in ("door", "van", "vanuit"):
            continue
        party = _by(scene, i + 1) if low == "door" else side(scene, i + 1)
        if low == "door" and scene.low(i + 1) == "niemand":
            return None
        if party:
            return party
    return in_speech(scene, clause)


def _by(scene: Scene, i: int) -> Party | None:
    if scene.low(i) in ("hem", "haar", "mij", "ons", "hen", "dezen") and not scene.tokens[i + 1].text[0].isupper():
        return possessor(scene, i)
    return party_at(scene, i)


def in_speech(scene: Scene, clause: Clause) -> Party | None:
    """Give whose speech it was said in: "In de Nederlandse verklaring is benadrukt", "In diens bijdrage lag de nadruk op"."""
    for i in clause.tokens:
        if scene.low(i) not in _SPEECHES:
            continue
        before = scene.at.get(i - 1)
        if before and before[0].form == "adjective" and before[0].entity.startswith("country/"):
            return Party([Holder(before[0].entity)], i + 1)
        if scene.low(i - 2) == "in" and (owner := possessor(scene, i - 1)):
            owner.end = i + 1
            return owner
        if scene.low(i - 2) == "in" and scene.low(i + 1) == "van":
            return party_at(scene, i + 2)
    return None


def side(scene: Scene, i: int) -> Party | None:
    """Read "Nederlandse zijde", "Griekse en Spaanse zijde", "mijn kant", "de kant van Cyprus"."""
    if scene.low(i) in ("mijn", "onze") and scene.low(i + 1) in _SIDES:
        return Party([Holder(NEDERLAND, "speaker")], i + 2)
    if scene.low(i) in ("de", "het") and (scene.low(i + 1), scene.low(i + 2)) in (("kant", "van"), ("zijde", "van")):
        return party_at(scene, i + 3)
    j, holders = i, []
    while j in scene.at and scene.at[j][0].form == "adjective" and scene.at[j][0].entity.startswith("country/"):
        holders.append(Holder(scene.at[j][0].entity))
        j = scene.at[j][1] + (scene.low(scene.at[j][1]) in ("en", ","))
    return Party(holders, j + 1, plural=len(holders) > 1) if holders and scene.low(j) in _SIDES else None
