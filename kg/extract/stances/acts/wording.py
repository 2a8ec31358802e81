"""Whether the words that an act needs stand in a clause: its particle, "zich", "bezwaar", "op tegen"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.dutch import word_set
from kg.dutch.acts import VerbAct
from kg.extract.stances.acts.particles import is_noun, other_particle, particle_of
from kg.extract.stances.scene import Scene

__all__ = ["COMPOUNDED", "SAME", "fixed_words"]

_PLACES = word_set("adverbs", "pronominal.places")
COMPOUNDED = word_set("acts", "nouns.compounded")
_BACKDROPS = word_set("acts", "nouns.backdrops")
_BEFORE_BACKDROPS = word_set("acts", "nouns.before_backdrops")
_ARTICLES = word_set("words", "articles")
_BETWEEN_SIDES = word_set("words", "clauses.between_sides")
_PREPOSITIONS = word_set("words", "prepositions")


def fixed_words(scene: Scene, own: Sequence[int], verb: int, act: VerbAct, particle: str) -> list[int] | None:
    """Give the indexes of an act's particle and fixed words in the clause, or None when one is missing."""
    found: list[int] = []
    if "clausal" in act.marks and not any(c.opener == "dat" and c.tokens[0] > verb for c in scene.clauses):
        return None
    if act.particle:
        if particle != act.particle:
            if particle or act.particle not in scene.words:
                return None
            apart = particle_of(scene, own, verb, act.particle)
            if apart is None:
                return None
            found.append(apart)
    elif particle or other_particle(scene, own, verb):
        return None
    for alternatives in act.fixed:
        hit = next((h for a in alternatives if (h := has_sequence(scene, own, a)) is not None and verb not in h), None)
        if hit is None or (act.verb == "zijn" and len(hit) == 1 and is_noun(scene, hit[0])):
            return None
        if (
            len(hit) == 1
            and scene.low(hit[0]) in ("voor", "tegen")
            and not _first_preposition(scene, [j for j in own if j not in found], verb, hit[0])
        ):
            return None
        found += hit
    return found


def _first_preposition(scene: Scene, own: Sequence[int], verb: int, at: int) -> bool:
    """Tell whether "voor" or "tegen" takes the side: "pleitte tegen een missie", not "pleitte voor sancties tegen Venezuela"."""
    if scene.low(at) == "tegen" and _for_time(scene, at):
        return False
    return not any(verb < j < at and scene.low(j) in _BETWEEN_SIDES for j in own)


def _for_time(scene: Scene, at: int) -> bool:
    """Tell whether "tegen" takes no side here: "tegen deze achtergrond", "tegen de zin van Duitsland", "tegen 2030", "tegen het einde van het jaar"."""
    if scene.low(at - 1) == "," and scene.low(at + 1) in ("was", "waren", "is", "zijn"):
        return True  # "Voor waren Polen en Italië, tegen was Spanje": of who comes next
    noun = at + 1 + (scene.low(at + 1) in _BEFORE_BACKDROPS)
    word = scene.low(noun)
    return word in _BACKDROPS or (word.isdigit() and len(word) == 4)


def has_sequence(scene: Scene, own: Iterable[int], words: Sequence[str]) -> list[int] | None:
    """Give the indexes where words stand in this order, at most four others between two of them; "zich" also as "mij", "me" or "ons"."""
    for word in words:
        if word not in scene.words and word not in COMPOUNDED and not (word in SAME and SAME[word] & scene.words):
            return None
    indexes = list(own)
    for n, start in enumerate(indexes):
        if not _same(scene.low(start), words[0]):
            continue
        hit, k = [start], n
        for word in words[1:]:
            near = range(k + 1, min(k + 6, len(indexes)))
            k = next((m for m in near if _same(scene.low(indexes[m]), word)), -1)
            between = [scene.low(indexes[m]) for m in near if m < k]
            led = scene.low(hit[-1]) == "geen" and not _PREPOSITIONS.isdisjoint(between)
            if k > 0 and (led or not _ARTICLES.isdisjoint(between)):
                k = -1  # "van het plan" is not "van plan", "geen geheim van bezwaren" not "geen bezwaren"
            if k < 0:
                break
            hit.append(indexes[k])
        if len(hit) == len(words):
            return hit
    return None


SAME = {
    "zich": frozenset(["zich", "mij", "me", "ons", "mezelf", "onszelf"]),
    "risico's": frozenset(["risico's", "risico’s"]),
    **{
        word: frozenset([word, *(f"{there}{word}" for there in _PLACES)])
        for word in ("voor", "tegen", "achter", "op", "naar", "aan", "over")
    },
}


def _same(low: str, word: str) -> bool:
    return low == word or (word in SAME and low in SAME[word]) or (word in COMPOUNDED and low.endswith(word))
