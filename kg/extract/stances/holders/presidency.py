"""Whose turn the chair is: the country that "het voorzitterschap" speaks for on the day of the meeting."""

from __future__ import annotations

from kg.dutch import table
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.model import Holder

__all__ = ["presidency"]

_TURNS = table("presidencies")


def presidency(scene: Scene, end: int) -> Party | None:
    """Give the country in the chair of the EU (or of the OSCE, in a letter on the OSCE) when the meeting was held, or None where the turn is not known."""
    primary = next((m for m in scene.letter.meetings if m.primary), None)
    date = (primary.start if primary else "") or scene.letter.date
    if len(date) < 7:
        return None
    turns: list[str] = [_TURNS["osce"].get(date[:4], "")] * 2
    if not (primary and primary.body.startswith("organisation/ovse")):
        turns = _TURNS["eu"].get(date[:4], ["", ""])
    country = turns[int(date[5:7]) > 6]
    return Party([Holder(f"country/{country}", "anaphor")], end, sure=0.8) if country else None
