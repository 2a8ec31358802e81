"""Positions told by a verb: who is its subject or agent, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.dutch import table
from kg.extract.stances.content import addressee, content_start, inner_type, restated, said_of_oneself
from kg.extract.stances.match import JUDGING, Match, evaluate, find_act
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.extract.stances.subjects import agent, led_by_stranger, own_subject, subject
from kg.text.clauses import Clause

__all__ = ["Found", "verbal"]

_CONDITIONAL = frozenset(table("words")["conditional"])
# clauses in which a position is reported and not only supposed; "mits Moskou instemt" supposes it
_REPORTING = frozenset(
    [
        "terwijl",
        "waarbij",
        "hoewel",
        "ofschoon",
        "al",
        "omdat",
        "aangezien",
        "hetgeen",
        "waarin",
        "waarna",
        "waarmee",
        "waarvoor",
        "waar",
        "doordat",
        "die",
        "dat",
        "waartegen",
        "waarover",
        "waarop",
        "waarvan",
        "nadat",
    ]
)
# an agentless passive reports the meeting's position only with these types
_COMMON = frozenset(["support", "oppose", "urge", "emphasise", "concern"])
# expected or wished in general: no position of the meeting without an agent
_NOBODYS = frozenset(
    ["verwachten", "vragen", "wensen", "vrezen", "begrijpen", "respecteren", "verlangen", "zien", "verhinderen"]
)
_DECIDED = frozenset(["besluiten", "beslissen", "komen", "spreken"])
_ZIJN_PERFECT = frozenset(["gaan", "komen", "worden", "blijven", "zijn", "worden"])


@dataclass(frozen=True)
class Found:
    """A position in a sentence: token indexes of the evidence, the act's own words and what is said; `party` is None where nobody is named."""

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


def verbal(scene: Scene) -> Iterator[Found]:
    """Give the positions that the verbs of a sentence report, clause by clause."""
    parties: dict[int, Party | None] = {}
    done: list[tuple[int, int]] = []
    for n, clause in enumerate(scene.clauses):
        party = parties[n] = subject(scene, clause, parties.get(clause.parent))
        if clause.kind in ("inf", "aside"):
            continue
        for part in _parts(scene, clause):
            match = find_act(scene, part)
            found = _report(scene, n, part, match, party, done) if match else _intention(scene, n, part, party)
            if found:
                done.append((found.first, found.last))
                yield found


def _parts(scene: Scene, clause: Clause) -> list[Clause]:
    """Cut a clause whose one auxiliary serves two acts: "zal Rusland verzoeken ... en zich waarderend uitlaten over"."""
    for c in clause.tokens:
        if c <= clause.finite or scene.low(c) not in ("en", "maar") or clause.kind == "sub":
            continue
        left = replace(clause, tokens=[i for i in clause.tokens if i < c])
        right = replace(clause, tokens=[clause.finite, *(i for i in clause.tokens if i > c)])
        one, two = find_act(scene, left), find_act(scene, right)
        if one and two and one.verb != clause.finite and two.verb > c:
            return [replace(left, end=c), replace(right, kind="shared", tokens=right.tokens)]
    return [clause]


def _intention(scene: Scene, n: int, clause: Clause, party: Party | None) -> Found | None:
    """Give what a holder wants to do: "wil Nederland de mogelijkheden verkennen"; with "niet" it refuses."""
    if party is None or clause.kind == "sub" or clause.finite < 0:
        return None
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    refuses = (
        "zullen" in lemmas
        and scene.low(clause.finite) in ("zal", "zullen")
        and any(scene.low(i) in ("niet", "geen") for i in clause.tokens)
    )
    if refuses and any(
        r.lemma in ("zijn", "plaatsvinden", "vinden", "komen", "worden", "lukken", "kunnen", "hebben")
        for i in clause.tokens
        for r in scene.tokens[i].verb
        if r.form == "inf"
    ):
        return None
    if (
        ("willen" not in lemmas and not refuses)
        or scene.low(clause.finite) in ("zou", "zouden")
        or not (
            _wants_that(scene, clause)
            or _ends_in_infinitive(scene, clause)
            or any(r.form == "inf" for i in clause.tokens for r in scene.tokens[i].verb)
        )
    ):
        return None
    if any(scene.low(i) in ("moeten", "kunnen", "niets") for i in clause.tokens):
        return None
    deny = any(scene.low(i) in ("niet", "geen", "nooit") for i in clause.tokens)
    first, last = _evidence(scene, n, clause)
    wants = _wants_that(scene, clause) and not refuses
    begin = max(clause.finite, party.end - 1 if party.end <= clause.end else 0) + 1
    rule = "verb.modal.zullen-niet" if refuses else "verb.modal.willen"
    return Found(
        rule,
        "oppose" if deny else ("urge" if wants else "commit"),
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


def _report(
    scene: Scene, n: int, clause: Clause, match: Match, party: Party | None, done: list[tuple[int, int]]
) -> Found | None:
    if clause.kind == "sub" and (clause.opener not in _REPORTING or clause.opener in _CONDITIONAL):
        return None
    if (
        clause.kind == "sub"
        and clause.opener == "dat"
        and not match.passive
        and own_subject(scene, clause.tokens, clause.tokens[0] + 1, clause.finite)
    ):
        return None  # "van belang dat de NAVO zich inzet": wished of the NAVO, not said by it
    if scene.low(clause.tokens[0]) in ("mocht", "mochten") or scene.tokens[-1].low == "?":
        return None
    passive = match.passive and match.act.verb not in _ZIJN_PERFECT and match.act.verb != "komen"
    reason = "onderwerp van het werkwoord"
    by = None
    if passive:
        by = agent(scene, clause)
        reason = "handelend voorwerp met 'door'" if by else "lijdende vorm zonder handelend voorwerp"
        if clause.opener == "dat" and by is None:
            return None
        party = by
    elif party is None:
        return None
    if (
        match.act.type == "commit"
        and clause.kind == "sub"
        and clause.opener not in ("terwijl", "hoewel", "al")
        and not passive
    ):
        return None  # "waarbij de Raad per project beslist": how things go
    if match.act.type in ("commit", "observe") and scene.low(clause.finite) in ("had", "hadden"):
        return None  # what was done before the meeting
    if clause.kind == "sub" and clause.opener == "dat" and any(a <= clause.tokens[0] < b for a, b in done):
        return None  # what somebody else says is that one's position
    first, last = _evidence(scene, n, clause)
    begin = content_start(scene, clause, match, party)
    match = replace(match, content=begin)
    kind, deny = evaluate(scene, clause, match, range(max(begin, 0) if begin >= 0 else match.verb + 1, last))
    if match.act.type in ("observe", "emphasise") and party:
        kind = said_of_oneself(scene, n, clause, party) or kind
    if deny and match.act.type in ("urge", "concern", "emphasise"):
        return None  # "heeft niet om steun gevraagd": nothing was asked
    inner = (
        inner_type(scene, clause, match)
        if kind in ("observe", "emphasise", "commit", "urge") and match.act.type in ("observe", "emphasise")
        else None
    )
    if inner:
        kind = inner
    if match.modal == "kunnen" and not (deny or match.act.type in ("support", "commit")):
        return None
    if deny and any(scene.low(i) == "nog" and scene.low(i + 1) in ("niet", "geen", "niets") for i in clause.tokens):
        return None  # "heeft nog niet beslist": neither for nor against
    if passive and by is None and scene.low(clause.finite) in ("wordt", "worden") and match.verb > clause.finite:
        return None  # "wordt gesteund met vliegtuigen": how things are, not what was said
    if (
        match.act.type == "commit"
        and match.modal == "zullen"
        and any(scene.low(i) in ("besluit", "besluiten") for i in match.words)
    ):
        return None  # that a decision will be taken says not which
    if passive and by is None and any(scene.low(i) == "door" and scene.low(i + 1) != "middel" for i in clause.tokens):
        return None  # "door zware pijlers gesteund": somebody unknown, not the meeting
    if (
        not passive
        and party
        and clause.kind == "main"
        and match.act.verb not in JUDGING
        and not match.act.fixed
        and led_by_stranger(scene, clause, party)
    ):
        return None  # "Het parlement riep Nederland op": the one addressed is no holder
    if passive and by is None:
        own = restated(scene, n, clause, match)
        if own:
            party, kind, reason = own[0], own[1] or kind, "wat herhaald wordt heeft een eigen onderwerp"
        elif _decided(scene, clause, match):
            reason = "besluit van de vergadering, zonder handelend voorwerp"
        elif (
            clause.kind == "sub"
            or deny
            or kind not in _COMMON
            or match.act.type in ("observe", "commit")
            or match.act.verb in _NOBODYS
            or _vague(scene, clause)
        ):
            return None
    confidence = 0.9 * (party.sure if party else 0.6) * (1.0 if clause.kind in ("main", "shared") else 0.85)
    if party is not None and any(h.how == "anaphor" for h in party.holders):
        reason += "; verwijswoord opgelost"
    if clause.kind == "shared":
        reason += "; gedeeld met de vorige deelzin"
    return Found(
        match.act.rule,
        kind,
        first,
        last,
        match.words,
        (begin if begin >= 0 else match.verb + 1, last),
        party,
        round(confidence, 2),
        reason,
        addressee(scene, clause, match, party),
        deny,
        match.modal,
        clause.finite,
    )


def _decided(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell whether an agentless passive tells a decision with its content: "Besloten is de structuur door te lichten", "Er is afgesproken dat"."""
    if match.act.type != "commit" or match.act.verb not in _DECIDED or clause.kind == "sub" or match.negated:
        return False
    own = range(match.verb + 1, clause.end)
    return any(scene.low(i) in ("dat", "te", "tot") for i in own) and not any(
        scene.low(i) in ("niet", "geen") for i in clause.tokens
    )


def _vague(scene: Scene, clause: Clause) -> bool:
    """Tell whether an agentless passive tells history: "In 2014 is opgeroepen tot"."""
    return any(
        scene.tokens[i].text.isdigit() and len(scene.tokens[i].text) == 4 and scene.low(i - 1) == "in"
        for i in clause.tokens
    )


def _evidence(scene: Scene, n: int, clause: Clause) -> tuple[int, int]:
    """Give the tokens of the evidence: a clause with what hangs in it, up to the next main or coordinated one."""
    first = clause.tokens[0]
    if first == clause.finite and len(clause.tokens) > 1 and clause.tokens[1] > first + 1:
        return clause.tokens[1], clause.end  # the second of two acts under one auxiliary
    if clause.kind == "shared" or scene.low(first) in ("en", "maar"):
        first += scene.low(first) in ("en", "maar", "want", "doch", "dus", "of", "alsmede", "noch")
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
