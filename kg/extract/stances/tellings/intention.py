"""What a holder wants or will not do, told by "willen" or "zullen" and any verb at all."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.acts.verdict import denied, opposes
from kg.extract.stances.found import Found, evidence
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["intention"]

_NO_POSITION = word_set("acts", "verbs.no_position")
_HAPPENING = word_set("acts", "verbs.happening")
_NEGATION = word_set("adverbs", "negation.full")
_IRREALIS = word_set("auxiliaries", "irrealis")


def intention(scene: Scene, clause: Clause, party: Party | None) -> Found | None:
    """Give what a holder wants to do: "wil Nederland de mogelijkheden verkennen"; with "niet" it refuses."""
    if party is None or clause.kind == "sub" or clause.finite < 0:
        return None
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    refuses = (
        "zullen" in lemmas
        and scene.low(clause.finite) in ("zal", "zullen")
        and any(scene.low(i) in _NEGATION for i in clause.tokens)
    )
    if refuses and any(r.lemma in _HAPPENING for i in clause.tokens for r in scene.tokens[i].verb if r.form == "inf"):
        return None
    if (
        ("willen" not in lemmas and not refuses)
        or scene.low(clause.finite) in _IRREALIS
        or not (
            _wants_that(scene, clause)
            or _wants_thing(scene, clause, party)
            or _ends_in_infinitive(scene, clause)
            or any(r.form == "inf" for i in clause.tokens for r in scene.tokens[i].verb)
        )
    ):
        return None
    if any(scene.low(i) in _NO_POSITION for i in clause.tokens):
        return None
    deny = denied(scene, clause)
    lets = deny and opposes(scene, [i for i in clause.tokens if i > clause.finite])  # "wil het besluit niet blokkeren"
    first, last = evidence(scene, clause)
    wants = (_wants_that(scene, clause) or not _does(scene, clause)) and not refuses
    begin = max(clause.finite, party.end - 1 if party.end <= clause.end else 0) + 1
    rule = "verb.modal.zullen-niet" if refuses else "verb.modal.willen"
    return Found(
        rule,
        "observe" if lets else "oppose" if deny else ("urge" if wants or not _own(scene, clause, party) else "commit"),
        first,
        last,
        (clause.finite,),
        (begin, last),
        party,
        round(0.75 * party.sure, 2),
        "voornemen of weigering met 'willen' of 'zullen'",
        negated=deny,
        modal="willen",
        finite=clause.finite,
    )


def _own(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell whether it is the writer's own plan ("Nederland wil de mogelijkheden verkennen"), and not what others wanted of the meeting."""
    return party.holders[0].id == NEDERLAND and scene.low(clause.finite) in ("wil", "willen", "zal", "zullen")


def _does(scene: Scene, clause: Clause) -> bool:
    """Tell whether an infinitive stands in a clause, as of what somebody wants to do."""
    return _ends_in_infinitive(scene, clause) or any(
        r.form == "inf" for i in clause.tokens for r in scene.tokens[i].verb
    )


def _wants_thing(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell whether a thing is wanted: "Polen wil nieuwe steun", "Hij wil een vangstverbod"."""
    begin = max(clause.finite + 1, party.end if party.end <= clause.end else 0)
    rest = [i for i in clause.tokens if i >= begin and scene.tokens[i].is_word]
    return len(rest) > 1 and not any(scene.tokens[i].finite() and not scene.tokens[i].doubtful for i in rest)


def _ends_in_infinitive(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause ends in what looks like an infinitive, also of a verb that nobody listed: "wilde die passage schrappen"."""
    words = [i for i in clause.tokens if scene.tokens[i].is_word]
    return (
        bool(words)
        and words[-1] > clause.finite
        and scene.low(words[-1]).endswith("en")
        and scene.tokens[words[-1]].text[0].islower()
    )


def _wants_that(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause goes on with "dat": "Italië wil dat ..."."""
    return any(c.opener == "dat" and c.tokens[0] == clause.tokens[-1] + 1 for c in scene.clauses)
