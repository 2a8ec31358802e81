"""Who is named beside the subject as the one who did it: the agent of a passive, the owner of a speech, a side."""

from __future__ import annotations

from kg.dutch import word_set
from kg.dutch.verbs import Reading, readings
from kg.extract.stances.holders.anaphors import possessor
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = [
    "agent",
    "by_stranger",
    "done_to_it",
    "goes_on",
    "in_speech",
    "modifies",
    "of_a_deed",
    "of_all",
    "participle_at",
    "side",
]

_OFFICES = word_set("people", "offices")
_SIDES = word_set("people", "sides")
_ARTICLES = word_set("words", "articles")
# behind one of these no participle in front of a noun follows: "door Polen met steun van"
_PREPOSITIONS = word_set("words", "prepositions") - word_set("words", "within_participle")
_PRONOUNS = word_set("pronouns", "behind_preposition")
_ADDING = frozenset(["tevens", "ook", "daarnaast", "voorts", "verder", "daarbij", "bovendien", "eveneens"])
_DEEDS = word_set("words", "deeds")
_DEED_ENDINGS = ("ing", "name", "atie", "stelling")
_LEADING_IN = frozenset(["op", "om", "voor", "tot", "over"])
_SPEECHES = word_set("acts", "nouns.speeches")


def agent(scene: Scene, clause: Clause) -> Party | None:
    """Give who a passive says did it: "door veel Bondgenoten", "door mij", "van Nederlandse zijde", "van de kant van Cyprus"."""
    for i in clause.tokens:
        low = scene.low(i)
        if low not in ("door", "van", "vanuit") or (low == "door" and of_a_deed(scene, clause, i)):
            continue
        party = _by(scene, i + 1) if low == "door" else side(scene, i + 1)
        if low == "door" and scene.low(i + 1) == "niemand":
            return None
        if party and not (low == "door" and modifies(scene, party.end)):
            return party
    speech = in_speech(scene, clause)
    behalf = (party_at(scene, i + 1) for i in clause.tokens if scene.low(i) == "namens" and scene.low(i - 1) != "mede")
    return speech or next((party for party in behalf if party), None)


def of_a_deed(scene: Scene, clause: Clause, i: int) -> bool:
    """Tell whether "door" at token i says who is to do what is asked for, and not who asks: "is aangedrongen op onderzoek door de VN"."""
    before = scene.low(i - 1)
    if not (before in _DEEDS or before.endswith(_DEED_ENDINGS)) or scene.tokens[i - 1].only_finite():
        return False
    behind_verb = [scene.low(j) for j in clause.tokens if clause.finite < j < i - 1]
    return any(low in _LEADING_IN for low in behind_verb[-4:])


def goes_on(scene: Scene, clause: Clause) -> bool:
    """Tell whether a passive without an agent goes on with what Nederland brought in, in the sentence before: "Nederland heeft X gesteund. Tevens is benadrukt dat"."""
    memory = scene.memory
    if scene.low(clause.tokens[0]) not in _ADDING or scene.low(clause.finite) not in ("is", "zijn"):
        return False
    before = memory.holders[-1:] == [(NEDERLAND,)] and memory.told[-1] == memory.sentence - 1
    return before and memory.told[-1] >= memory.paragraph


def of_all(scene: Scene, clause: Clause) -> bool:
    """Tell whether everybody present did it: "hetgeen van alle zijden werd verwelkomd"."""
    return any(
        (scene.low(i), scene.low(i + 1)) == ("van", "alle") and scene.low(i + 2) in ("zijden", "kanten")
        for i in clause.tokens
    )


def done_to_it(scene: Scene, clause: Clause) -> bool:
    """Tell whether "dat" is itself what was done: "een voorstel dat door Nederland werd gesteund"; what somebody says has a subject there."""
    first = clause.tokens[0]
    return "door" in (scene.low(first + 1), scene.low(first + 2)) and first + 1 not in scene.at


def modifies(scene: Scene, i: int) -> bool:
    """Tell whether a participle in front of a noun comes at token i, so that who stands before it did that: "het door Polen ingediende voorstel werd verworpen"."""
    return bool(participle_at(scene, i)[1])


def participle_at(scene: Scene, i: int) -> tuple[int, tuple[Reading, ...]]:
    """Give where the participle in front of a noun stands, from token i on, and its readings; () where something else comes first."""
    while scene.tokens[i : i + 1] and scene.tokens[i].is_word and not scene.tokens[i].verb:
        word = scene.low(i)
        if word in _ARTICLES or word in _PREPOSITIONS:
            break
        bare = (word[:-1], word[:-1].removesuffix("d")) if word.endswith(("de", "te", "ne")) else ()
        found = tuple(dict.fromkeys(r for one in bare for r in readings(one) if r.form == "ptc"))
        if found:
            return i, found
        i += 1
    return i, ()


def by_stranger(scene: Scene, clause: Clause) -> bool:
    """Tell whether a passive names a doer who is nobody known: "door zware pijlers gesteund", "van de kant van het bedrijfsleven werd geklaagd"."""
    return any(
        (
            scene.low(i) == "door"
            and scene.low(i + 1) != "middel"
            and not of_a_deed(scene, clause, i)
            and not _modified_by_known(scene, i + 1)
        )
        or (scene.low(i) == "van" and any(scene.low(i + k).rpartition("-")[2] in _SIDES for k in (1, 2, 3)))
        for i in clause.tokens
    )


def _modified_by_known(scene: Scene, i: int) -> bool:
    party = party_at(scene, i)
    return party is not None and modifies(scene, party.end)


def _by(scene: Scene, i: int) -> Party | None:
    named = (
        scene.text[scene.tokens[min(i + 1, len(scene.tokens) - 1)].start].isupper() or scene.low(i + 1) in _OFFICES
    )  # "door haar woordvoerder"
    if scene.low(i) in _PRONOUNS and not named:
        return possessor(scene, i)
    return party_at(scene, i)


def in_speech(scene: Scene, clause: Clause) -> Party | None:
    """Give whose speech it was said in: "In de Nederlandse verklaring is benadrukt", "In diens bijdrage lag de nadruk op"."""
    for i in clause.tokens:
        if scene.low(i) not in _SPEECHES:
            continue
        before = scene.at.get(i - 1)
        if before and before[0].form == "adjective" and before[0].entity.startswith("country/"):
            return Party([Holder(before[0].entity)], i + 1)
        if scene.low(i - 2) == "in" and (owner := possessor(scene, i - 1)):
            owner.end = i + 1
            return owner
        if scene.low(i - 2) == "in" and scene.low(i + 1) == "van":
            return party_at(scene, i + 2)
    return None


def side(scene: Scene, i: int) -> Party | None:
    """Read "Nederlandse zijde", "Griekse en Spaanse zijde", "mijn kant", "de kant van Cyprus"."""
    if scene.low(i) in ("mijn", "onze") and scene.low(i + 1) in _SIDES:
        return Party([Holder(NEDERLAND, "speaker")], i + 2)
    if scene.low(i) in ("de", "het") and (scene.low(i + 1), scene.low(i + 2)) in (("kant", "van"), ("zijde", "van")):
        return party_at(scene, i + 3)
    head = scene.at.get(i)
    if head and head[0].entity.startswith("organisation/") and scene.low(i).rpartition("-")[2] in _SIDES:
        return Party([Holder(head[0].entity)], i + 1)  # "van EU-zijde"
    j, holders = i, []
    while j in scene.at and scene.at[j][0].form == "adjective" and scene.at[j][0].entity.startswith("country/"):
        holders.append(Holder(scene.at[j][0].entity))
        j = scene.at[j][1] + (scene.low(scene.at[j][1]) in ("en", ","))
    return Party(holders, j + 1, plural=len(holders) > 1) if holders and scene.low(j) in _SIDES else None
