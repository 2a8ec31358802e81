"""What a holder says of itself in the infinitive behind a verb of saying: "gaf aan het voorstel niet te kunnen steunen" opposes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.dutch import word_set
from kg.dutch.acts import VerbAct, acts
from kg.extract.stances.acts.judgement import JUDGING, judged
from kg.extract.stances.acts.match import Match
from kg.extract.stances.acts.verdict import FLIP, negated
from kg.extract.stances.acts.wording import fixed_words
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["appears", "of_itself"]

_COORDINATORS = word_set("words", "clauses.coordinators")
_DENIAL = word_set("adverbs", "negation.full", "negation.nobody")
_WILLING = {"willen": "urge", "wensen": "urge", "zullen": "commit"}
# what one wants to do oneself: "zei te willen bijdragen"
_OWN_DEEDS = word_set("acts", "own.deeds")
_HELPING = _WILLING.keys() | word_set(
    "auxiliaries", "perfect", "passive", "possibility", "necessity", "aspect", "causative"
)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """The verbs behind "te": `first` is the index of the first of them, `main` of the one that says what is done; `tokens` is what belongs to them."""

    first: int
    main: int
    tokens: list[int]


def of_itself(scene: Scene, clause: Clause, match: Match) -> str:
    """Give the type of what a verb of saying reports of its own subject in an infinitive: "zei in te stemmen" supports, "zei niet te zullen tekenen" opposes; "" without one."""
    own = [i for i in clause.tokens if i > max(match.verb, *match.words)]
    return next((kind for cluster in _clusters(scene, own) if (kind := _type(scene, clause, cluster))), "")


def appears(scene: Scene, clause: Clause) -> bool:
    """Tell whether a "dat" clause tells what came to light and not what somebody wishes: "Daarbij bleek dat Polen het plan steunt", "duidelijk werd dat"."""
    host = next((c for c in reversed(scene.clauses[: clause.index]) if c.kind in ("main", "shared")), None)
    if host is None or host.finite < 0 or any(scene.low(i) == "uit" for i in host.tokens):
        return False  # "Uit het rapport blijkt dat"
    lemmas = {r.lemma for r in scene.tokens[host.finite].verb if r.form == "fin"}
    return "blijken" in lemmas or ("worden" in lemmas and any(scene.low(i) == "duidelijk" for i in host.tokens))


def _clusters(scene: Scene, own: list[int]) -> list[_Cluster]:
    """Cut what is said into its infinitives with "te": "niet te kunnen instemmen, maar het debat te willen voortzetten" has two."""
    found: list[_Cluster] = []
    start = 0
    for n, i in enumerate(own):
        if scene.low(i) != "te" or not _infinite(scene, i + 1) or (found and i <= found[-1].main):
            continue
        main = i + 1
        while _infinite(scene, main + 1) and _helps(scene, main):
            main += 1
        begin = (
            next((k for k in range(n, start, -1) if scene.low(own[k - 1]) in _COORDINATORS), start) if found else start
        )
        if found:
            found[-1] = replace(found[-1], tokens=[j for j in found[-1].tokens if j < own[begin]])
        found.append(_Cluster(i + 1, main, own[begin:]))
        start = n + 1
    return found


def _infinite(scene: Scene, i: int) -> bool:
    return i < len(scene.tokens) and any(r.form in ("inf", "ptc") for r in scene.tokens[i].verb)


def _helps(scene: Scene, i: int) -> bool:
    return any(r.form == "inf" and r.lemma in _HELPING for r in scene.tokens[i].verb)


def _type(scene: Scene, clause: Clause, cluster: _Cluster) -> str:
    own = replace(clause, tokens=cluster.tokens)
    helpers = {r.lemma for i in range(cluster.first, cluster.main) for r in scene.tokens[i].verb if r.form == "inf"}
    if "worden" in helpers:
        return ""  # "zei te worden gesteund door"
    for reading in scene.tokens[cluster.main].verb:
        if reading.form != "fin" and reading.lemma in JUDGING:
            verdict = judged(" " + " ".join(scene.low(i) for i in cluster.tokens) + " ")
            if verdict:
                return verdict
    found = _act(scene, cluster)
    if found:
        act, words = found
        match = Match(act, act.type, cluster.first, tuple(sorted({cluster.main, *words})))
        if not negated(scene, own, match):
            return act.type
        return act.negated or FLIP.get(act.type, "observe")
    wish = next((kind for lemma, kind in _WILLING.items() if lemma in helpers | _lemmas(scene, cluster.first)), "")
    denied = any(scene.low(i) in _DENIAL for i in cluster.tokens)
    if wish and denied:
        return "oppose"
    return "commit" if wish and _lemmas(scene, cluster.main) & _OWN_DEEDS else wish


def _lemmas(scene: Scene, i: int) -> set[str]:
    return {r.lemma for r in scene.tokens[i].verb if r.form == "inf"}


def _act(scene: Scene, cluster: _Cluster) -> tuple[VerbAct, list[int]] | None:
    """Give the most specific act of a cluster that takes a position, with the indexes of its fixed words."""
    best: tuple[tuple[int, int], VerbAct, list[int]] | None = None
    for reading in scene.tokens[cluster.main].verb:
        if reading.form == "fin":
            continue
        for act in acts().by_verb.get(reading.lemma, ()):
            words = fixed_words(scene, cluster.tokens, cluster.main, act, reading.particle)
            if words is not None and (best is None or (len(words), len(act.fixed)) > best[0]):
                best = (len(words), len(act.fixed)), act, words
    return (best[1], best[2]) if best and best[1].type != "observe" else None
