"""Short names for things spoken of before: "het verdrag", "het fonds", "dat land", "beide landen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.dutch import table
from kg.extract.stances.party import NEDERLAND
from kg.extract.stances.scene import Scene

__all__ = ["short_names"]

_DEFINITE = frozenset(["het", "de", "dit", "dat", "deze", "die"])
_TAKEN_UP: dict[str, str] = table("kinds")["taken_up"]
_BY_NAME: dict[str, str] = table("kinds")["taken_up_by_name"]
_THINGS = ("treaty/", "instrument/", "mission/", "organisation/")
# behind these the noun is a thing of its own: "het verdrag inzake", "de missie in Mali"; one with the noun in its name only before the first
_OF_ITS_OWN = ("van", "tussen", "met", "inzake", "over", "in", "op", "naar", "voor", "tot", "rond")
_ALWAYS = 3


def short_names(scene: Scene, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Give the short names between two tokens, each with the id of the thing that it stands for; "beide landen" gives two."""
    for i in range(max(first, 0), last):
        low, before = scene.low(i), scene.low(i - 1)
        if low == "land" and before in ("het", "dat", "dit") and (country := _foreign(scene)):
            yield i, country
        elif low == "landen" and before == "beide" and _fresh(scene):
            yield from ((i, land) for land in scene.memory.pair)
        elif before in _DEFINITE and i not in scene.at and (thing := _called(scene, low, scene.low(i + 1))):
            yield i, thing


def _called(scene: Scene, noun: str, after: str) -> str:
    """Give the last thing that has a noun in its name, else the only one of the noun's kind; or ""."""
    kind = _TAKEN_UP.get(noun, "")
    endings = [noun] if kind else _BY_NAME.get(noun, "").split()
    if not endings or after in (_OF_ITS_OWN if kind else _OF_ITS_OWN[:_ALWAYS]):
        return ""
    things = [t for t in reversed(scene.memory.things) if t.startswith(f"{kind}/" if kind else _THINGS)]
    named = next((t for t in things if _has(scene, t, endings)), "")
    return named or (things[0] if kind and len(set(things)) == 1 else "")


def _has(scene: Scene, thing: str, endings: Sequence[str]) -> bool:
    """Tell whether the full name of a thing has a word with one of these endings: "Europees Defensiefonds" has "fonds"."""
    name = next((e.label for e in scene.letter.entities if e.id == thing), "")
    return any(word.endswith(tuple(endings)) for word in name.lower().replace("-", " ").split())


def _fresh(scene: Scene) -> bool:
    """Tell whether the last pair of countries are the last two spoken of, or named as a pair more than once in the section: else nothing is sure of "beide landen"."""
    countries = [t for t in scene.memory.things if t.startswith("country/")]
    pair = frozenset(scene.memory.pair)
    return bool(pair) and (set(countries[-2:]) == pair or scene.memory.pairs[pair] > 1)


def _foreign(scene: Scene) -> str:
    """Give the country other than Nederland that was spoken of last, or ""."""
    things = reversed(scene.memory.things)
    return next((t for t in things if t.startswith("country/") and t != NEDERLAND), "")
