"""Positions noted in few words, as minutes do: "Frankrijk: ziet in ...", "Polen: tegen.", "Spanje positief over ...", "Brede steun voor ...", "Zijn boodschap: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table, word_set
from kg.dutch.acts import NounAct, acts
from kg.extract.stances.acts.judgement import judged
from kg.extract.stances.acts.verdict import FLIP, said, sided
from kg.extract.stances.found import Found
from kg.extract.stances.holders.owners import beside, opening
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene, by_first_word
from kg.text.clauses import Clause

__all__ = ["label_of", "terse"]

_TERSE = table("acts")["terse"]
_SIDES = {kind: by_first_word(_TERSE[kind]) for kind in ("oppose", "concern", "support")}
_MORE = word_set("acts", "terse.more")
_MEASURES = word_set("acts", "terse.measures")
_SAYING = {noun: kind for kind, nouns in _TERSE["saying"].items() for noun in nouns}
_DENYING = word_set("adverbs", "negation.full", "negation.near", "negation.scant")
_OF = word_set("words", "possession.at_home")
_ABOUT = word_set("words", "clauses.about")


def label_of(scene: Scene) -> Party | None:
    """Give the speaker before a colon with which a sentence begins: "Zweden en Denemarken (geen lid van de eurozone): hechten eraan dat"; None without one."""
    if ":" not in scene.words:
        return None
    colon = scene.lows.index(":")
    party = party_at(scene, _first(scene)) if colon < 20 else None
    if party is None or any(h.how == "anaphor" for h in party.holders):
        return None
    end = party.end
    if scene.low(end) == "(":
        end = next((k + 1 for k in range(end, colon) if scene.low(k) == ")"), end)
    return party if end == colon else None


def _first(scene: Scene) -> int:
    """Give the index of the first word, behind the mark of a list."""
    return next((i for i in range(min(3, len(scene.tokens))) if scene.tokens[i].is_word), 0)


def terse(scene: Scene, taken: list[Found]) -> Iterator[Found]:
    """Give the positions of a sentence that has no verb, or only verbs whose subject stands before a colon."""
    label = scene.memory.label if ":" in scene.words else None
    if label and any(f.party and f.party.start == label.start and f.first > label.end for f in taken):
        scene.memory.roll = True
    if label and label.end < len(scene.tokens):
        yield from _labelled(scene, label, taken)
    if taken or any(c.finite >= 0 for c in scene.clauses) or scene.tokens[-1].low not in (".", ";"):
        return
    found = _headed(scene) or _noun(scene) or _side(scene)
    if found:
        yield found


def _labelled(scene: Scene, label: Party, taken: list[Found]) -> Iterator[Found]:
    """Give what a speaker is noted for behind his colon without being the subject: "Nederland: een instrument is denkbaar", "Polen: tegen"."""
    begin = scene.lows.index(":") + 1
    for clause in scene.clauses:
        if clause.tokens[0] < begin or any(f.first < clause.end and clause.tokens[0] < f.last for f in taken):
            continue
        if clause.finite < 0:
            kind = _noted(scene, clause.tokens[0])[0]
        elif scene.memory.roll and clause.kind in ("main", "shared"):
            kind = _said(scene, clause)  # only in a list of speakers: "Syrië: de toestand is zorgelijk" is about Syrië
        else:
            continue
        if kind:
            scene.memory.roll = True
            yield _found("terse.label", kind, clause.tokens[0], clause.end, (clause.tokens[0],), label, 0.75)


def _said(scene: Scene, clause: Clause) -> str:
    words = " " + " ".join(scene.low(i) for i in range(clause.tokens[0], clause.end)) + " "
    return judged(words) or sided(words) or said(words)


def _noted(scene: Scene, i: int) -> tuple[str, int]:
    """Give the type of the words of taking sides at a token and the index behind them: "zeer positief", "niet akkoord"; "" where there are none."""
    deny = False
    while scene.low(i) in _MORE or scene.low(i) in _DENYING:
        deny = deny or scene.low(i) in _DENYING
        i += 1
    for kind, words in _SIDES.items():
        size = len(scene.expression_at(i, words))
        if size:
            return (FLIP.get(kind, "") if deny else kind), i + size
    return "", i


def _side(scene: Scene) -> Found | None:
    """Read "Polen zeer positief over het voorstel."."""
    first = _first(scene)
    party = party_at(scene, first)
    if party is None or any(h.how == "anaphor" for h in party.holders):
        return None
    kind, end = _noted(scene, party.end)
    if not kind or scene.low(end) not in _ABOUT or scene.low(end - 1) in ("voor", "tegen"):
        return None
    return _found("terse.side", kind, first, len(scene.tokens), (end - 1,), party, 0.75, end)


def _noun(scene: Scene) -> Found | None:
    """Read "Brede steun voor deze lijn.", "Zorgen bij Polen over de kosten.": a noun of an act with who holds it, or with how widely it is held."""
    first = _first(scene)
    for i in range(first, min(first + 5, len(scene.tokens))):
        act = _act(scene, i)
        if act is None:
            continue
        before = [scene.low(j) for j in range(first, i)]
        measured, deny = bool(before), any(word in _DENYING for word in before)
        if not all(word in _MEASURES or word in _DENYING for word in before):
            return None
        party = party_at(scene, i + 2) if scene.low(i + 1) in _OF else None
        kind = FLIP.get(act.type, "") if deny else act.type
        if (party is None and (not measured or scene.low(i + 1) not in act.content)) or not kind:
            return None
        if party and scene.low(i + 1) == "van" and scene.low(party.end) not in act.content:
            return None  # "Steun van de EU": whose help it is
        return _found(
            "terse.noun", kind, first, len(scene.tokens), (i,), party, 0.7, party.end if party else i + 1, deny
        )
    return None


def _act(scene: Scene, i: int) -> NounAct | None:
    return next((a for a in acts().by_noun.get(scene.low(i), ()) if len(a.noun) == 1), None)


def _headed(scene: Scene) -> Found | None:
    """Read "Haar boodschap: zonder herstel geen WTO.": whose words follow a colon, and what they are called."""
    colon = scene.lows.index(":") if ":" in scene.words else -1
    first = _first(scene)
    for i in range(first, min(first + 4, colon)):
        kind = _SAYING.get(scene.low(i))
        owner = beside(scene, i) if kind and opening(scene, first, i) else None
        if kind and owner and owner[1] == colon:
            words = " " + " ".join(scene.lows[colon + 1 :]) + " "
            kind = kind if kind != "observe" else judged(words) or said(words)
            return _found("terse.heading", kind, first, len(scene.tokens), (i,), owner[0], 0.75, colon + 1)
    return None


def _found(
    rule: str,
    kind: str,
    first: int,
    last: int,
    cue: tuple[int, ...],
    party: Party | None,
    confidence: float,
    begin: int = -1,
    deny: bool = False,
) -> Found:
    content = (begin if begin >= 0 else first, last)
    sure = round(confidence * (party.sure if party else 0.8), 2)
    return Found(rule, kind, first, last, cue, content, party, sure, "in telegramstijl genoteerd", negated=deny)
