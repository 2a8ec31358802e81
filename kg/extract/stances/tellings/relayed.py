"""Positions within what somebody says: "A meldde dat B het voorstel verwerpt" is B's, as A told it."""

from __future__ import annotations

from dataclasses import replace

from kg.dutch import word_set
from kg.dutch.verbs import finite_forms
from kg.extract.stances.acts.match import find_act
from kg.extract.stances.acts.verdict import evaluate
from kg.extract.stances.found import Found, evidence
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.holders.subjects import own_subject
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["relayed", "speaks_for", "told_by"]

_SIDES = frozenset(["support", "oppose"])
_ACCUSING = word_set("acts", "verbs.accusing")
_KINDS = ("country", "organisation", "person", "group")
_SUPPOSED = finite_forms(word_set("auxiliaries", "possibility", "necessity")) | word_set(
    "auxiliaries", "irrealis", "unreal_past"
)


def relayed(scene: Scene, clause: Clause, told: Found) -> Found | None:
    """Give the side that somebody else takes in a "dat" clause of what was told, with the teller; None where the clause only tells what is."""
    if told.type != "observe" or told.party is None or clause.opener != "dat" or clause.finite < 0:
        return None
    if scene.low(clause.finite) in _SUPPOSED or not told.first < clause.tokens[0] < told.last:
        return None
    party = own_subject(scene, clause.tokens, clause.tokens[0] + 1, clause.finite)
    match = find_act(scene, clause) if party else None
    if party is None or match is None or match.passive or match.act.type not in _SIDES or match.act.verb in _ACCUSING:
        return None
    tellers = {h.id for h in told.party.holders}
    if any(h.id in tellers or h.how == "anaphor" or h.id.split("/")[0] not in _KINDS for h in party.holders):
        return None
    first, last = evidence(scene, clause)
    kind, deny = evaluate(scene, clause, match, range(match.verb + 1, last))
    return Found(
        match.act.rule,
        kind,
        first + 1,
        last,
        match.words,
        (party.end, last),
        party,
        round(0.6 * party.sure, 2),
        "standpunt in wat een ander meldt",
        negated=deny,
        finite=clause.finite,
        relayed=told.party,
    )


def told_by(scene: Scene, clause: Clause, found: Found) -> Found:
    """Give a position, with its teller where somebody else tells it: "Volgens Rusland steunde Duitsland de oppositie", "..., aldus Rusland"."""
    teller = _teller(scene, clause)
    if teller is None or found.party is None or speaks_for(scene, teller, found.party):
        return found
    return replace(
        found,
        relayed=teller,
        confidence=round(0.65 * found.confidence, 2),
        reason="standpunt in wat een ander meldt",
        addressee=None,
    )


def _teller(scene: Scene, clause: Clause) -> Party | None:
    for i in clause.tokens:
        if scene.low(i) == "volgens":
            return party_at(scene, i + 1)
    behind = next((c for c in scene.clauses[clause.index + 1 :] if c.kind in ("main", "shared", "aside")), None)
    told = behind is not None and behind.kind == "aside" and scene.low(behind.tokens[0]) == "aldus"
    return party_at(scene, behind.tokens[0] + 1) if behind and told else None


def speaks_for(scene: Scene, speaker: Party, party: Party) -> bool:
    """Tell whether the one who says it is the holder, or a person of the holder's country."""
    ids = {h.id for h in party.holders}
    lands = {e.country for e in scene.letter.entities if any(e.id == h.id for h in speaker.holders)}
    return bool(ids & ({h.id for h in speaker.holders} | lands))
