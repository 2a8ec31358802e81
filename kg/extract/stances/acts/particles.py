"""Where the particle of a separable verb stands: "stelde ... voor", "zegde toe dat"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.dutch import word_set
from kg.dutch.acts import acts
from kg.extract.stances.scene import Scene

__all__ = ["is_noun", "other_particle", "particle_of"]

_PARTICLES = word_set("verbs", "particles")
_NOUNS = word_set("verbs", "noun_particles")
_PREPOSITIONS = word_set("words", "prepositions")
_LIKE_PREPOSITIONS = _PREPOSITIONS | {"af"}
_ARTICLES = word_set("words", "articles")
_BEHIND = word_set("words", "clauses.behind_own_particle")
_OPENERS = word_set("words", "clauses.behind_particle") | {"om"}
_SEPARABLE = frozenset(tuple(verb.split("|")) for verb in word_set("verbs", "separable"))


def particle_of(scene: Scene, own: Sequence[int], verb: int, particle: str) -> int | None:
    """Find a separated particle: at the clause's end, before what follows it, or before the verbs that end in its own ("beschikbaar heeft gesteld")."""
    for j in own:
        if (
            scene.low(j) != particle
            or is_noun(scene, j)
            or _of_infinitive(scene, verb, j)
            or _other_side(scene, verb, j)
        ):
            continue
        # "waarmee zij akkoord gingen", but not "die erop riep"
        finite_next = j == verb - 1 and scene.tokens[verb].verb[0].form == "fin" and particle in _PREPOSITIONS
        if (
            j < verb
            and not finite_next
            and all(scene.low(k) == "te" or scene.tokens[k].verb for k in range(j + 1, verb))
        ):
            return j
        if j > verb and _is_last(scene, own, j):
            return j
    return None


def is_noun(scene: Scene, j: int) -> bool:
    """Tell whether a particle that may be a noun is one, behind an article and perhaps an adjective: "een ambitieus akkoord", not "met een voorstel akkoord"."""
    before = scene.low(j - 1) if scene.low(j - 1) in _ARTICLES else scene.low(j - 2)
    led = scene.low(j - 3) in _PREPOSITIONS and before != scene.low(j - 1)
    return scene.low(j) in _NOUNS and not led and (before == scene.low(j - 1) or before in ("een", "geen"))


def _is_last(scene: Scene, own: Sequence[int], j: int) -> bool:
    """Tell whether a particle-like word stands where particles stand, and is no preposition with its noun behind it."""
    after = scene.low(j + 1)
    if scene.low(j) in _PARTICLES and scene.low(j) not in _LIKE_PREPOSITIONS:
        return True  # "zegde toe de richtlijn om te zetten"
    if not after or not scene.tokens[j + 1].is_word or (j + 1) not in own or after in _OPENERS:
        return True
    finite = any(r.form == "fin" and not r.particle for r in scene.tokens[j + 1].verb)
    if after in _PREPOSITIONS or (finite and scene.tokens[j + 1].only_finite()):
        return True
    # "gaf Nederland aan China als uitdaging te zien": an infinitive with "te" is still to come
    infinitive = next(
        (k for k in own if k > j and scene.low(k) == "te" and scene.low(k + 1).endswith(("en", "aan", "ien", "zijn"))),
        0,
    )
    if infinitive:
        return not any(scene.low(k) in (",", ";", "om") for k in range(j, infinitive))
    return after in _BEHIND and scene.low(j) != "in"


def _of_infinitive(scene: Scene, verb: int, j: int) -> bool:
    """Tell whether a particle belongs to the infinitive behind it: "stelde in het vooruitzicht de kwestie voor te leggen"."""
    if scene.low(j + 1) != "te" or j == verb + 1 or j + 2 == verb or j + 2 >= len(scene.tokens):
        return False
    return any(r.form == "inf" and _separable(scene.low(j), r.lemma) for r in scene.tokens[j + 2].verb)


def _other_side(scene: Scene, verb: int, j: int) -> bool:
    """Tell whether "tegen" counts those on the other side: "154 landen stemden voor, drie tegen"."""
    return scene.low(j) == "tegen" and any(
        scene.low(k) in ("voor", "vóór") and scene.low(k + 1) == "," for k in range(verb + 1, j)
    )


def other_particle(scene: Scene, own: Sequence[int], verb: int) -> bool:
    """Tell whether another particle makes it another verb: "stelde ... voor" is not "stellen"."""
    for j in scene.particles:
        if j > verb and j in own:
            low = scene.lows[j]
            idiom = scene.low(j - 1) == "af" and low == "aan"  # "van meet af aan"
            led = (
                low in _LIKE_PREPOSITIONS and scene.low(j + 1) in _ARTICLES
            )  # "in het vooruitzicht", "aan de hoofdsteden"
            if idiom or led or _of_infinitive(scene, verb, j) or _other_side(scene, verb, j):
                continue
            if any(_separable(low, r.lemma) for r in scene.tokens[verb].verb) and _is_last(scene, own, j):
                return True
    return False


@cache
def _separable(particle: str, lemma: str) -> bool:
    return (particle, lemma) in _SEPARABLE or any(a.particle == particle for a in acts().by_verb.get(lemma, ()))
