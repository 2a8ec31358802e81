"""Positions within what somebody says: "A meldde dat B het voorstel verwerpt" is B's, as A told it."""

from __future__ import annotations

from kg.extract.stances.found import Found, evidence
from kg.extract.stances.match import find_act
from kg.extract.stances.scene import Scene
from kg.extract.stances.subjects import own_subject
from kg.extract.stances.verdict import evaluate
from kg.text.clauses import Clause

__all__ = ["relayed"]

_SIDES = frozenset(["support", "oppose"])
# an accusation and no position: "stelde dat Oekraïne de uitvoering tegenhoudt"
_DEEDS = frozenset(
    [
        "houden",
        "werken",
        "verhinderen",
        "traineren",
        "dwarsbomen",
        "torpederen",
        "verijdelen",
        "blokkeren",
        "verbieden",
        "sluiten",
        "ontkennen",
        "schorten",
        "zeggen",
    ]
)
_KINDS = ("country", "organisation", "person", "group")
_WISHED = frozenset(
    ["zou", "zouden", "moet", "moeten", "moest", "dient", "dienen", "mag", "kan", "kunnen", "had", "hadden"]
)


def relayed(scene: Scene, clause: Clause, told: Found) -> Found | None:
    """Give the side that somebody else takes in a "dat" clause of what was told, with the teller; None where the clause only tells what is."""
    if told.type != "observe" or told.party is None or clause.opener != "dat" or clause.finite < 0:
        return None
    if scene.low(clause.finite) in _WISHED or not told.first < clause.tokens[0] < told.last:
        return None
    party = own_subject(scene, clause.tokens, clause.tokens[0] + 1, clause.finite)
    match = find_act(scene, clause) if party else None
    if party is None or match is None or match.passive or match.act.type not in _SIDES or match.act.verb in _DEEDS:
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
