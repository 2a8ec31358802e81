"""Who does it: the subject of a clause, and the agent of a passive."""

from __future__ import annotations

from kg.dutch import table
from kg.extract.stances.parties import party_at
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["agent", "led_by_stranger", "own_subject", "subject"]

_WORDS = table("words")
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_BETWEEN = frozenset(_WORDS["between"])


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
        return own_subject(scene, own, own[0] + 1, finite) or (
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
        if len(lead) == 1 and scene.low(lead[0]) in ("het", "hij", "zij", "ze", "men", "u"):
            return None  # "Het houdt Rusland verantwoordelijk": the pronoun is the subject, whoever it stands for
    after = own_subject(scene, own, finite + 1, own[-1] + 1)
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


def led_by_stranger(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell whether an unknown "de/het ..." or name stands before the verb, so that the party behind it may be its object: "Het parlement prees Nederland"."""
    lead = [i for i in clause.tokens if i < clause.finite]
    if not lead or party.end <= clause.finite:
        return False
    first = scene.tokens[lead[0]]
    if first.low in ("dat", "dit", "deze", "die", "een", "zij", "hij"):
        return False
    # "Vakbonden", "Critici": a plural or a name; "Tenslotte", "Daarnaast" are adverbs
    plural = len(lead) == 1 and first.low.endswith(("en", "ers", "ci")) and first.low not in _BETWEEN
    return first.low in ("de", "het") or plural


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


def own_subject(scene: Scene, own: list[int], start: int, stop: int) -> Party | None:
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


def agent(scene: Scene, clause: Clause) -> Party | None:
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
