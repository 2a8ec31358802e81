"""A position found in a sentence, and the stretch of words that is its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.dutch import word_set
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["Found", "evidence"]

_COORDINATORS = word_set("words", "clauses.coordinators")


@dataclass(frozen=True)
class Found:
    """A position in a sentence: token indexes of the evidence, the act's own words and what is said; `party` is None where nobody is named; `relayed` is who said it of the party."""

    rule: str
    type: str
    first: int
    last: int
    cue: tuple[int, ...]
    content: tuple[int, int]
    party: Party | None
    confidence: float
    reason: str
    addressee: Party | None = None
    negated: bool = False
    modal: str = ""
    finite: int = -1
    relayed: Party | None = None


def evidence(scene: Scene, clause: Clause) -> tuple[int, int]:
    """Give the tokens of the evidence: a clause with what hangs in it, up to the next main or coordinated one."""
    first, n = clause.tokens[0], clause.index
    if first == clause.finite and len(clause.tokens) > 1 and clause.tokens[1] > first + 1:
        return clause.tokens[1], clause.end  # the second of two acts under one auxiliary
    if clause.kind == "shared" or scene.low(first) in ("en", "maar"):
        first += scene.low(first) in _COORDINATORS
    if clause.kind == "sub":
        last = clause.tokens[-1] + 1
        for other in scene.clauses[n + 1 :]:
            if other.kind in ("main", "shared") or other.tokens[0] > last + 1:
                break
            if other.kind in ("sub", "inf") and other.tokens[0] >= last - 1:
                last = other.tokens[-1] + 1
        return first, last
    before = [c for c in scene.clauses[:n] if c.kind == "sub" and c.tokens[-1] + 1 == first and c.opener != "dat"]
    lead = [c for c in scene.clauses[:n] if c.kind == "sub" and c.tokens[-1] + 1 == first and c.opener == "dat"]
    if lead and clause.kind == "main" and not before:
        first = lead[0].tokens[0]
    return first, clause.end
