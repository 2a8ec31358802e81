"""What is said: where it begins, whom it is said to, and what it makes of the type."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.acts.match import Match, find_act
from kg.extract.stances.acts.verdict import denied, evaluate
from kg.extract.stances.holders.anaphors import possessor
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.holders.subjects import fronted, subject_of
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["addressee", "content_start", "other_holder", "own_type", "restated", "said_of_oneself"]

_POSSESSIVES = word_set("words", "possessives")
_OWN_LAND = word_set("acts", "nouns.own_land")
_DECIDING = word_set("acts", "verbs.deciding")
_GETTING = frozenset(["krijgen", "ontvangen", "horen", "vernemen"])
_GIVING = word_set("acts", "own.giving")
_OWN_DEEDS = word_set("acts", "own.deeds")
_ON_BEHALF = word_set("acts", "nouns.on_behalf")
_ADVERBS = word_set("adverbs", "pronominal.after_verb")
_PREPOSITIONS = word_set("words", "prepositions")
_BETWEEN = word_set("words", "between")
_FIRST = word_set("pronouns", "first")
_SUBJECTS = _FIRST | word_set("pronouns", "third") | {"het"}
_OBJECTS = word_set("pronouns", "third_object", "first_object")
_DETERMINERS = word_set("words", "clauses.determiners")


def own_type(scene: Scene, clause: Clause) -> str:
    """Give the type of what a holder says of itself: "dat Nederland niet zal tekenen" refuses, "dat zij zullen bijdragen" promises, "dat hij X steunt" supports."""
    match = find_act(scene, clause)
    deny = denied(scene, clause)
    later = any(scene.low(i) == "nog" and scene.low(i + 1) in ("geen", "niet") for i in clause.tokens)
    if match and match.act.type != "observe" and not (later and match.act.type == "commit"):
        kind, _ = evaluate(scene, clause, match, range(0))
        return kind
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb} if clause.finite >= 0 else set()
    if deny and later:
        return ""  # "deelde mee dat het nog geen besluit heeft genomen"
    if deny and (lemmas & {"zullen", "willen", "erkennen"} or match):
        return "oppose"
    if "willen" in lemmas and scene.low(clause.finite) not in ("zou", "zouden"):
        own = any(r.lemma in _OWN_DEEDS for i in clause.tokens for r in scene.tokens[i].verb if r.form == "inf")
        return "commit" if own or any(scene.low(i) == "zich" for i in clause.tokens) else "urge"
    gives = lemmas & _GIVING and not any(r.past for r in scene.tokens[clause.finite].verb)
    return "commit" if (gives or "zullen" in lemmas) and not deny else ""


def said_of_oneself(scene: Scene, clause: Clause, party: Party) -> str:
    """Give the type of a "dat" clause whose subject is the holder again: "herhaalden dat zij de annexatie niet erkennen"."""
    ids = {h.id for h in party.holders}
    ids |= {
        e.country for e in scene.letter.entities if e.id in ids and e.country
    }  # "Minister Jansen zei dat Polen niet zal tekenen"
    for other in scene.clauses[clause.index + 1 :]:
        if other.kind != "sub" or other.opener != "dat" or other.tokens[0] >= clause.end:
            continue
        again = subject_of(scene, other)
        first = scene.low(other.tokens[0] + 1)
        if scene.low(party.end - 1) in _FIRST and first in _SUBJECTS - _FIRST:
            return ""  # "Ik heb hem gemeld dat zij het steunen": of others
        if (
            (first in _POSSESSIVES and scene.low(other.tokens[0] + 2) in _OWN_LAND)
            or (again and {h.id for h in again.holders} <= ids)
            or (
                first in _SUBJECTS
                and not (
                    first == "het"
                    and scene.low(other.tokens[0] + 2) not in (",", "zal", "niet", "geen", "de", "een")
                    and not _feels(scene, other)
                )
            )
        ):
            return own_type(scene, other)
        return ""
    return ""


def _feels(scene: Scene, clause: Clause) -> bool:
    """Tell whether only somebody can be so, so that "het" stands for a country: "dat het teleurgesteld is"."""
    match = find_act(scene, clause)
    return match is not None and match.act.verb in ("zijn", "blijven") and match.act.type != "observe"


def restated(scene: Scene, clause: Clause, match: Match) -> tuple[Party, str] | None:
    """Give the party whose own position an agentless report repeats: "Daarbij is herhaald dat Nederland het verdrag niet zal tekenen"."""
    if match.act.type not in ("observe", "emphasise", "commit") or clause.kind == "sub":
        return None
    for other in scene.clauses[clause.index + 1 :]:
        if other.opener == "dat" and other.tokens[0] in (clause.tokens[-1] + 1, match.verb + 1):
            party = subject_of(scene, other)
            gets = any(r.lemma in _GETTING for i in other.verbs for r in scene.tokens[i].verb)
            if match.act.type == "commit" and (gets or match.act.verb in _DECIDING):
                return None  # "Toegezegd is dat Nederland een brief krijgt", "Afgesproken is dat"
            if party and any(h.id == NEDERLAND for h in party.holders):
                return party, own_type(scene, other)
    return None


def content_start(scene: Scene, clause: Clause, match: Match, party: Party | None) -> int:
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
        if low in match.act.content and low != "dat":
            return i
        if low == "dat" and any(c.opener == "dat" and c.tokens[0] == i for c in scene.clauses):
            return i
    return start + 1


def other_holder(scene: Scene, clause: Clause, match: Match, subject: Party | None) -> Party | None:
    """Give the holder of an act that its subject does not hold: "de tekst ging China te ver", "het idee viel bij Polen in goede aarde"."""
    how = match.act.holder
    if how == "obj":
        if subject is not None and subject.end > clause.finite:
            pronoun = any(h.how == "anaphor" for h in subject.holders)
            return (
                party_at(scene, subject.end) if pronoun else None
            ) or subject  # "Daarin vond hij Polen aan zijn zijde"
        i = clause.finite + 1
        while scene.low(i) in _ADVERBS and i < clause.end:
            i += 1  # "vond daarin Denemarken aan zijn zijde"
        if scene.low(i) in _OBJECTS:
            return possessor(scene, i)
        behind = (j for j in clause.tokens if j >= i and scene.low(j - 1) not in _PREPOSITIONS)
        return next(
            filter(None, (party_at(scene, j) for j in behind)), None
        )  # "baart de retoriek van X het kabinet zorgen"
    return next((p for i in clause.tokens if scene.low(i) == how and (p := party_at(scene, i + 1))), None)


def addressee(scene: Scene, clause: Clause, match: Match, party: Party | None) -> Party | None:
    """Give whom it is said to: the object ("riep Turkije op"), or the phrase with the act's preposition ("bij de partijen")."""
    how = match.act.addressee
    if not how:
        return None
    first = fronted(scene, clause) if how in ("obj", "aan") else None
    if first:
        return first  # "Commissaris Vella heb ik gevraagd"
    start = (
        max(
            match.verb if match.verb == clause.finite else clause.finite,
            party.end - 1 if party and clause.finite < party.end else 0,
        )
        + 1
    )
    if how == "obj":
        return _object(scene, clause, match, party, start)
    for i in range(clause.tokens[0], clause.end):
        if scene.low(i) == how and i not in match.words and not _of_a_noun(scene, i):
            return party_at(scene, i + 1)
    return _object(scene, clause, match, party, start) if how == "aan" and scene.low(start) != "met" else None


def _of_a_noun(scene: Scene, i: int) -> bool:
    """Tell whether a preposition at token i goes with a noun, and asks nobody: "eiste de arrestatie van Mladić", "op verzoek van"."""
    if scene.low(i - 1) in _ON_BEHALF:
        return True
    noun = any(scene.low(k) in _DETERMINERS for k in (i - 2, i - 3)) and not scene.tokens[i - 1].verb
    return noun and scene.low(i) == "van"


def _object(scene: Scene, clause: Clause, match: Match, party: Party | None, i: int) -> Party | None:
    """Give the party that is the object of an act, at token i or behind what may stand between: "beloofde Jordanië steun"."""
    while (
        i < clause.tokens[-1] and scene.low(i) in _BETWEEN and i not in scene.at and scene.low(i) not in ("de", "het")
    ):
        i += 1
    found = party_at(scene, i)
    return found if found and i not in match.words and (not party or found.end != party.end) else None
