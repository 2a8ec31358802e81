"""What somebody's line is: "De Nederlandse inzet is gericht op een spoedig akkoord", "Inzet van het kabinet is om ..."."""

from __future__ import annotations

from kg.dutch import table, word_set
from kg.extract.stances.acts.judgement import judged
from kg.extract.stances.found import Found
from kg.extract.stances.holders.owners import beside, opening
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["SIGNALS", "aim"]

_AIMS = {noun: kind for kind, nouns in table("acts")["aims"].items() for noun in nouns}
SIGNALS = frozenset(_AIMS)
"""The words of which a sentence has one wherever `aim` finds something."""
_BETWEEN = word_set("words", "between") | {","}
_ARTICLES = word_set("words", "articles")
_COORDINATORS = word_set("words", "clauses.coordinators")


def aim(scene: Scene, clause: Clause) -> Found | None:
    """Give the position of a clause that tells what somebody's line, wish or goal is; None where the noun has no owner, or another verb than of being or aiming."""
    first = clause.tokens[0]
    if clause.kind not in ("main", "shared") or clause.finite <= first:
        return None
    for i in range(first, min(clause.finite, first + 7)):
        kind = _AIMS.get(scene.low(i))
        if not kind or not opening(scene, first, i):
            continue
        owner = beside(scene, i)
        begin = _content(scene, clause) if owner and owner[1] == clause.finite else -1
        if owner is None or begin < 0:
            return None
        return _found(scene, clause, kind, owner[0], (i,), begin, "wat iemands inzet is", f"noun.{kind}.{scene.low(i)}")
    return None


def _content(scene: Scene, clause: Clause) -> int:
    """Give the token where it is told what the line is: at "om", "dat" or "op" behind "is (gericht)", "richt zich", or a noun behind "was"; -1 where the verb tells something else."""
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    i = clause.finite + 1
    aimed = "richten" in lemmas
    if not aimed and not lemmas & {"zijn", "blijven"}:
        return -1
    while (scene.low(i) in _BETWEEN and scene.low(i) != "dat") or scene.low(i) in ("gericht", "erop"):
        aimed = aimed or scene.low(i) == "gericht"
        i += 1
    if not aimed and scene.low(i) in _ARTICLES:
        alone = not any(scene.tokens[j].verb for j in clause.tokens if j > i)
        return i if alone and not judged(" ".join(["", *(scene.low(j) for j in clause.tokens if j >= i), ""])) else -1
    return i if scene.low(i) in (("op", "dat", "om") if aimed else ("dat", "om")) else -1


def _found(
    scene: Scene, clause: Clause, kind: str, party: Party, cue: tuple[int, ...], begin: int, reason: str, rule: str
) -> Found:
    first = clause.tokens[0] + (scene.low(clause.tokens[0]) in _COORDINATORS)
    confidence = round(0.75 * party.sure, 2)
    content = (begin, clause.end)
    return Found(rule, kind, first, clause.end, cue, content, party, confidence, reason, finite=clause.finite)
