"""Positions within what somebody says: "A meldde dat B het voorstel verwerpt" is B's, as A told it; and acts whose verb is left out the second time."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.stances.found import Found, evidence
from kg.extract.stances.match import find_act
from kg.extract.stances.parties import party_at
from kg.extract.stances.scene import Scene
from kg.extract.stances.subjects import own_subject
from kg.extract.stances.verdict import evaluate
from kg.text.clauses import Clause

__all__ = ["gapped", "relayed"]

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


def gapped(scene: Scene, found: Found) -> list[Found]:
    """Give the acts that share the verb before them: "Oekraïne vroeg om sancties, Georgië om een perspectief, Roemenië om een vloot"."""
    begin = found.content[0]
    lead = scene.low(begin)
    if lead not in _LEADS or found.party is None:
        return []
    out: list[Found] = []
    for i in range(begin + 1, found.last):
        if scene.low(i) not in (",", "en"):
            continue
        party = party_at(scene, i + 1, joined=True)
        if (
            party is None
            or scene.low(party.end) != lead
            or {h.id for h in party.holders} & {h.id for h in found.party.holders}
        ):
            continue
        out.append(
            replace(
                found,
                first=i + 1,
                content=(party.end, found.last),
                party=party,
                confidence=round(0.8 * found.confidence, 2),
                reason="deelt het werkwoord van de vorige",
                addressee=None,
            )
        )
    ends = [f.first for f in out[1:]]
    return [replace(f, last=end, content=(f.content[0], end)) for f, end in zip(out, [*ends, found.last], strict=False)]


_LEADS = frozenset(["om", "op", "voor", "tot", "tegen", "over", "naar", "aan"])
