"""What a clause tells of another time or place than the meeting: told to parliament, signed years ago, done in 2014."""

from __future__ import annotations

from kg.extract.stances.acts.match import Match
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["dated", "formerly", "signed_earlier", "to_parliament"]

_SIGNING = frozenset(["ratificeren", "bekrachtigen", "ondertekenen", "tekenen", "sluiten"])


def to_parliament(scene: Scene, clause: Clause) -> bool:
    """Tell whether something was told to the addressee of the letter: "die minister Jansen aan uw Kamer heeft gemeld"."""
    return any(
        scene.low(i) == "aan" and scene.low(i + 1) in ("uw", "de") and scene.low(i + 2) == "kamer"
        for i in clause.tokens
    )


def signed_earlier(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell whether a treaty was signed or ratified in another year: "heeft de wijziging in 2011 geratificeerd"."""
    year = any(_is_year(scene, i) for i in clause.tokens)
    return year and match.act.verb in _SIGNING and match.act.particle == ""


def dated(scene: Scene, clause: Clause) -> bool:
    """Tell whether an agentless passive tells history: "In 2014 is opgeroepen tot"."""
    return any(_is_year(scene, i) and scene.low(i - 1) == "in" for i in clause.tokens)


def formerly(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause tells what somebody held before: "was eerder nog tegenstander", "dat eerder een voorbehoud had gemaakt"."""
    low = scene.low(clause.finite)
    once = any(
        (scene.low(i), scene.low(i + 1)) == ("eerder", "nog") or scene.low(i) in ("voorheen", "vroeger")
        for i in clause.tokens
    )
    if low in ("was", "waren"):
        return once
    return (
        clause.kind == "sub"
        and low in ("had", "hadden")
        and (once or any(scene.low(i) == "eerder" for i in clause.tokens))
    )


def _is_year(scene: Scene, i: int) -> bool:
    return scene.low(i).isdigit() and len(scene.low(i)) == 4
