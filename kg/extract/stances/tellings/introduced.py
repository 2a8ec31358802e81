"""How a noun of an act comes into its clause: brought in anew, denied, or with nobody named whose it is."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.holders.subjects import subject_of
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["denied", "expletive", "indefinite", "unnamed"]

_FROM = frozenset(["van", "vanuit", "bij", "onder", "door", "uit"])
_MEASURES = word_set("acts", "terse.measures")
_MEASURING = word_set("acts", "beside_nouns.measuring")
_TAKEN_UP = word_set("acts", "beside_nouns.taken_up")
_EXPLETIVE = word_set("acts", "beside_nouns.expletive")
_DENYING = word_set("adverbs", "negation.full", "negation.near", "negation.scant")
_ARTICLES = word_set("acts", "beside_nouns.articles")


def unnamed(scene: Scene, clause: Clause, i: int) -> bool:
    """Tell whether a thing got or did not get support in the meeting, and nobody is told to give it: "Het plan kreeg brede steun", "kon op weinig bijval rekenen"."""
    if clause.kind != "main" or subject_of(scene, clause) or scene.low(clause.tokens[0]) not in _ARTICLES:
        return False
    measured = denied(scene, clause, i) or scene.low(i - 1) in _MEASURES
    behind = any(scene.low(j) in _FROM for j in clause.tokens if j > clause.finite)
    return measured and not behind and all(r.past for r in scene.tokens[clause.finite].verb if r.form == "fin")


def indefinite(scene: Scene, i: int) -> bool:
    """Tell whether the noun is brought in anew ("brede steun", "zorgen"), and not taken up ("de steun", "zijn zorgen", "met steun van")."""
    j = i - 1
    while (
        j >= 0
        and scene.tokens[j].is_word
        and (scene.low(j).endswith("e") or scene.low(j) in _MEASURING)
        and scene.low(j) not in ("de", "deze", "die", "onze")
        and not scene.tokens[j].finite()
    ):
        j -= 1
    return scene.low(j) not in _TAKEN_UP


def denied(scene: Scene, clause: Clause, i: int) -> bool:
    """Tell whether a "geen" or "weinig" stands before the noun at token i."""
    return any(scene.low(j) in _DENYING and 0 < i - j <= 3 for j in clause.tokens)


def expletive(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause brings something in, with "er" or a place for it: "Daarover bestaan zorgen"."""
    if scene.low(clause.tokens[0]) != "er" and any(scene.low(j) == "niet" for j in clause.tokens):
        return False  # "Steun kwam er van Polen niet"
    return "er" in [scene.low(j) for j in clause.tokens[:12]] or scene.low(clause.tokens[0]) in _EXPLETIVE
