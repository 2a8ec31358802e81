"""Positions told by a verb: who is its subject or agent, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.dutch import table
from kg.extract.stances.match import Match, evaluate, find_act
from kg.extract.stances.parties import NEDERLAND, Party, party_at
from kg.extract.stances.scene import Scene
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["Found", "subject", "verbal"]

_WORDS = table("words")
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_BETWEEN = frozenset(_WORDS["between"])
_CONDITIONAL = frozenset(_WORDS["conditional"])
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
_NOBODYS = frozenset(["verwachten", "vragen", "wensen", "vrezen", "begrijpen", "respecteren", "verlangen", "zien"])
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
    if any(scene.low(i) in ("moeten", "kunnen") for i in clause.tokens):
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
        and _behind(scene, clause.tokens, clause.tokens[0] + 1, clause.finite)
    ):
        return None  # "van belang dat de NAVO zich inzet": wished of the NAVO, not said by it
    if scene.low(clause.tokens[0]) in ("mocht", "mochten") or scene.tokens[-1].low == "?":
        return None
    passive = match.passive and match.act.verb not in _ZIJN_PERFECT and match.act.verb != "komen"
    reason = "onderwerp van het werkwoord"
    agent = None
    if passive:
        agent = _agent(scene, clause)
        reason = "handelend voorwerp met 'door'" if agent else "lijdende vorm zonder handelend voorwerp"
        if clause.opener == "dat" and agent is None:
            return None
        party = agent
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
    begin = _content_start(scene, clause, match, party)
    match = replace(match, content=begin)
    kind, deny = evaluate(scene, clause, match, range(max(begin, 0) if begin >= 0 else match.verb + 1, last))
    if match.act.type in ("observe", "emphasise") and party:
        kind = _said_of_oneself(scene, n, clause, party) or kind
    if deny and match.act.type in ("urge", "concern", "emphasise"):
        return None  # "heeft niet om steun gevraagd": nothing was asked
    inner = (
        _inner(scene, clause, match)
        if kind in ("observe", "emphasise", "commit", "urge") and match.act.type in ("observe", "emphasise")
        else None
    )
    if inner:
        kind = inner
    if match.modal == "kunnen" and not (deny or match.act.type in ("support", "commit")):
        return None
    if passive and agent is None:
        own = _restated(scene, n, clause, match)
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
        _addressee(scene, clause, match, party),
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


def _restated(scene: Scene, n: int, clause: Clause, match: Match) -> tuple[Party, str] | None:
    """Give the party whose own position an agentless report repeats: "Daarbij is herhaald dat Nederland het verdrag niet zal tekenen"."""
    if match.act.type not in ("observe", "emphasise") or clause.kind == "sub":
        return None
    for other in scene.clauses[n + 1 :]:
        if other.opener == "dat" and other.tokens[0] in (clause.tokens[-1] + 1, match.verb + 1):
            party = subject(scene, other, None)
            if party and any(h.id == NEDERLAND for h in party.holders):
                return party, own_type(scene, other)
    return None


def _said_of_oneself(scene: Scene, n: int, clause: Clause, party: Party) -> str:
    """Give the type of a "dat" clause whose subject is the holder again: "herhaalden dat zij de annexatie niet erkennen"."""
    ids = {h.id for h in party.holders}
    for other in scene.clauses[n + 1 :]:
        if other.kind != "sub" or other.opener != "dat" or other.tokens[0] >= clause.end:
            continue
        again = subject(scene, other, None)
        first = scene.low(other.tokens[0] + 1)
        if (again and {h.id for h in again.holders} <= ids) or (
            first in ("zij", "hij", "het", "ze", "wij", "ik")
            and not (first == "het" and scene.low(other.tokens[0] + 2) not in (",", "zal", "niet", "geen", "de", "een"))
        ):
            return own_type(scene, other)
        return ""
    return ""


def own_type(scene: Scene, clause: Clause) -> str:
    """Give the type of what a holder says of itself: "dat Nederland niet zal tekenen" refuses, "dat zij zullen bijdragen" promises, "dat hij X steunt" supports."""
    match = find_act(scene, clause)
    deny = any(scene.low(i) in ("niet", "geen", "nooit") for i in clause.tokens)
    if match and match.act.type != "observe":
        kind, _ = evaluate(scene, clause, match, range(0))
        return kind
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb} if clause.finite >= 0 else set()
    if deny and (lemmas & {"zullen", "willen", "erkennen", "kunnen"} or match):
        return "oppose"
    return "commit" if lemmas & {"zullen"} and not deny else ""


def _vague(scene: Scene, clause: Clause) -> bool:
    """Tell whether an agentless passive tells history: "In 2014 is opgeroepen tot"."""
    return any(
        scene.tokens[i].text.isdigit() and len(scene.tokens[i].text) == 4 and scene.low(i - 1) == "in"
        for i in clause.tokens
    )


def subject(scene: Scene, clause: Clause, before: Party | None) -> Party | None:
    """Give the party that is the subject of a clause: before the finite verb, right behind it, or behind the word that opens a subordinate clause.

    A coordinated verb without a subject of its own takes that of the clause before ("benadrukte Nederland X en riep Turkije op").
    """
    finite = clause.finite
    if finite < 0:
        return None
    own = clause.tokens
    if clause.kind == "shared":
        return before
    if clause.kind == "sub" and clause.opener != "al":
        return _behind(scene, own, own[0] + 1, finite) or (
            _antecedent(scene, own[0]) if clause.opener in ("die", "dat") else None
        )
    lead = [i for i in own if i < finite]
    while lead and (
        scene.low(lead[0]) in ("en", "maar", "want", "doch", "dus", "of", "-", "•", "“", "‘", "«")
        or not scene.tokens[lead[0]].is_word
    ):
        lead = lead[1:]
    if lead:
        party = party_at(scene, lead[0])
        if party and _fills(scene, party, lead):
            return party
    after = _behind(scene, own, finite + 1, own[-1] + 1)
    if (
        after
        and lead
        and scene.low(lead[0]) in ("net", "evenals", "samen", "naast")
        and scene.low(lead[0] + 1) in ("als", "met")
    ) or (after and lead and scene.low(lead[0]) in ("evenals", "naast")):
        twin = party_at(scene, lead[0] + (2 if scene.low(lead[0] + 1) in ("als", "met") else 1))
        if twin and scene.low(lead[0]) in ("net", "evenals"):
            after.join(twin)
            after.end = max(finite + 1, after.end if after.end > finite else finite + 1)
    return after


def _fills(scene: Scene, party: Party, lead: list[int]) -> bool:
    """Tell whether a party is all that stands before the finite verb, but for what modifies it: "De NAR als geheel", "Nederland daarentegen"."""
    rest = [i for i in lead if i >= party.end and not (scene.tokens[i].only_finite() and i == lead[-1])]
    if not rest:
        return True
    first = scene.low(rest[0])
    if first in (
        "zelf",
        "daarentegen",
        "echter",
        "evenwel",
        "ook",
        "wel",
        "dan",
        "eveneens",
        ",",
        "allen",
        "(",
        "als",
        "uit",
        "van",
        "in",
        "binnen",
        "aan",
        "bij",
        "zoals",
        "met",
        "namens",
        "voor",
        "rond",
        "–",
        "op",
        "die",
        "dat",
        "en",
        ")",
    ):
        return not (first == "en" and any(scene.tokens[i].verb for i in rest)) and not (
            first == "," and not _apposition(scene, rest)
        )
    return False


def _apposition(scene: Scene, rest: list[int]) -> bool:
    return scene.low(rest[-1]) in (",", ")") or scene.low(rest[0] + 1) in (
        "die",
        "dat",
        "waaronder",
        "als",
        "met",
        "onder",
        "inclusief",
        "evenals",
        "gesteund",
        "mede",
        "namens",
    )


def _behind(scene: Scene, own: list[int], start: int, stop: int) -> Party | None:
    """Look for a subject from a place on, stepping over small words and adverbs only: what a preposition leads in is no subject."""
    i, steps = start, 0
    inside = set(own)
    while i < stop and steps < 8:
        if i not in inside:
            return None
        low = scene.low(i)
        if low in ("door",):
            return None
        party = (
            party_at(scene, i)
            if low not in _BETWEEN or low in ("het", "dit", "dat", "ook", "met", "vooral", "juist")
            else None
        )
        if party:
            return party
        if (
            low in _BETWEEN
            or low == ","
            or (
                low in ("in", "op")
                and scene.low(i + 1) in ("het", "de")
                and scene.low(i + 2) in ("bijzonder", "eerste", "algemeen")
            )
            or (scene.low(i - 1) in ("het", "de") and low in ("bijzonder", "algemeen", "eerste"))
        ):
            i, steps = i + 1, steps + 1
            continue
        if low in _PREPOSITIONS:
            skipped = _over_phrase(scene, i, stop)
            if skipped is None:
                return None
            i, steps = skipped, steps + 2
            continue
        if (
            scene.tokens[i].is_word
            and not scene.tokens[i].text[0].isupper()
            and not scene.tokens[i].verb
            and low not in _WORDS["articles"]
        ):
            i, steps = i + 1, steps + 1
            continue
        return None
    return None


def _over_phrase(scene: Scene, i: int, stop: int) -> int | None:
    """Step over a short phrase with a preposition, to the comma or the party that ends it: "riep, in lijn met de Raad, Nederland op"."""
    if scene.low(i) not in ("in", "tijdens", "op", "namens", "bij", "na", "tegen", "over", "onder", "voor"):
        return None
    if scene.low(i) == "namens" or scene.low(i) == "over":
        return None
    j = i + 1
    while j < min(stop, i + 5):
        if (
            scene.low(j) in _WORDS["articles"]
            or scene.low(j) in _WORDS["demonstratives"]
            or scene.low(j) in _WORDS["possessives"]
            or scene.low(j) in ("eerste", "tweede", "derde")
        ):
            j += 1
            continue
        return j + 1 if j not in scene.at else None
    return None


def _antecedent(scene: Scene, start: int) -> Party | None:
    """Give the party that a relative clause speaks of: the one that ends right before it."""
    stop = start - 1 if scene.low(start - 1) == "," else start
    for i in range(max(0, stop - 8), stop):
        party = party_at(scene, i)
        if party and party.end in (stop, stop + 1):
            return party
    return None


def _agent(scene: Scene, clause: Clause) -> Party | None:
    """Give who a passive says did it: "door veel Bondgenoten", "van Nederlandse zijde"."""
    for i in range(clause.tokens[0], clause.end):
        if i not in clause.tokens:
            continue
        low = scene.low(i)
        if low == "door" or (
            low in ("van", "vanuit")
            and i + 1 in scene.at
            and scene.at[i + 1][0].form == "adjective"
            and scene.low(scene.at[i + 1][1]) in ("zijde", "kant")
        ):
            party = party_at(scene, i + 1)
            if low == "door" and scene.low(i + 1) in ("mij", "ons"):
                party = Party([Holder(NEDERLAND, "speaker")], i + 2)
            if low == "door" and scene.low(i + 1) == "niemand":
                return None
            if party:
                return party
    return None


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


def _content_start(scene: Scene, clause: Clause, match: Match, party: Party | None) -> int:
    """Give the token where what is wanted or said begins: at the act's own preposition, at "dat", or behind subject and verb."""
    start = max(
        [
            match.verb if match.verb == clause.finite else clause.finite,
            (party.end - 1) if party and party.end > clause.finite and party.end <= clause.end else 0,
        ]
    )
    if clause.kind == "sub":
        start = max(clause.tokens[0], (party.end - 1) if party and party.end > clause.tokens[0] else clause.tokens[0])
    for i in range(start + 1, clause.end):
        low = scene.low(i)
        if low in match.act.content and i not in match.words and low != "dat":
            return i
        if low == "dat" and any(c.opener == "dat" and c.tokens[0] == i for c in scene.clauses):
            return i
    return start + 1


def _inner(scene: Scene, clause: Clause, match: Match) -> str:
    """Give the type of an act inside what is reported, with the same holder: "gaf aan China als uitdaging te zien", "aangegeven het onwenselijk te vinden"."""
    from kg.dutch.acts import acts
    from kg.extract.stances.match import _judged, _words

    own = [i for i in clause.tokens if i > match.verb]
    for i in own:
        if scene.low(i - 1) != "te" or not scene.tokens[i].verb:
            continue
        words = " " + " ".join(scene.low(k) for k in own) + " "
        for reading in scene.tokens[i].verb:
            if reading.form != "inf":
                continue
            if reading.lemma in ("willen", "zullen"):
                refuses = any(scene.low(k) in ("niet", "geen") for k in own)
                return "oppose" if refuses else ("urge" if reading.lemma == "willen" else "commit")
            if reading.lemma in ("vinden", "achten", "zien", "beschouwen", "noemen"):
                judged = _judged(words)
                if judged:
                    return judged
            fits = [
                a
                for a in acts().by_verb.get(reading.lemma, ())
                if a.type not in ("observe",) and _words(scene, own, i, a, reading.particle) is not None
            ]
            if fits:
                return max(fits, key=lambda a: len(a.fixed)).type
    return ""


def _addressee(scene: Scene, clause: Clause, match: Match, party: Party | None) -> Party | None:
    """Give whom it is said to: the object ("riep Turkije op"), or the phrase with the act's preposition ("bij de partijen")."""
    how = match.act.addressee
    if not how:
        return None
    start = (
        max(
            match.verb if match.verb == clause.finite else clause.finite,
            party.end - 1 if party and clause.finite < party.end else 0,
        )
        + 1
    )
    if how == "obj":
        i = start
        while i < clause.end and scene.low(i) in _BETWEEN and i not in scene.at and scene.low(i) not in ("de", "het"):
            i += 1
        found = party_at(scene, i)
        return found if found and i not in match.words and (not party or found.end != party.end) else None
    for i in range(clause.tokens[0], clause.end):
        if scene.low(i) == how and i not in match.words:
            return party_at(scene, i + 1)
    return None
