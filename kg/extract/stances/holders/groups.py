"""Collectives with their quantifier: "veel Bondgenoten", "een meerderheid van de lidstaten", "de Baltische staten"."""

from __future__ import annotations

from kg.dutch import table, word_set
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene, by_first_word
from kg.model import Entity, Holder, slug

__all__ = ["OPENERS", "OTHERS", "group_at", "quantifier_at"]

_QUANTIFIERS = by_first_word(word_set("people", "quantifiers"))
_GROUPS = by_first_word(word_set("people", "groups"))
_GROUP_ADJECTIVES = word_set("people", "group_adjectives")
_SIZING = word_set("people", "sizing")
_MEMBERS = word_set("people", "members_of_a_body")
_PREPOSITIONS = word_set("words", "prepositions")
_OF_A_BODY = word_set("words", "possession.of_a_body")
_OUTSIDE = word_set("words", "possession.outside")
OTHERS = word_set("people", "counting") | word_set("words", "numerals")
"""The words that may stand between "de" and a group and are no part of its name."""
_MAKING_UP: dict[str, str] = table("people")["making_up_a_body"]
_SAID_OF: dict[str, str] = table("people")["said_of_a_group"]

_ROUGHLY = word_set("words", "roughly")
OPENERS = OTHERS | _ROUGHLY | {"in"} | _GROUP_ADJECTIVES | _QUANTIFIERS.keys() | _GROUPS.keys()
"""The words of which one opens any group or quantifier; a number does too."""


def quantifier_at(scene: Scene, i: int) -> tuple[str, int]:
    """Give the longest quantifier at token i ("een ruime meerderheid van") and the index behind it; "" and i without one."""
    first = scene.low(i)
    if first in _ROUGHLY and (scene.low(i + 1).isdigit() or scene.low(i + 1) in OTHERS):
        return f"{first} {scene.low(i + 1)}", i + 2  # "ruim dertig landen"
    if first == "in" and scene.low(i + 1) == "totaal" and scene.low(i + 2).isdigit():
        return scene.low(i + 2), i + 3
    words = scene.expression_at(i, _QUANTIFIERS)
    if words:
        text = " ".join(words)
        return ("" if text in ("een", "de") else text), i + len(words)
    if first.isdigit():
        return first, i + 1
    return "", i


def group_at(scene: Scene, i: int, quantifier: str) -> Party | None:
    """Give the collective named at token i ("Europese landen"), or None; it is never taken apart into its members."""
    whole = len(scene.expression_at(i, _GROUPS))
    if whole > 1:
        words = " ".join(scene.tokens[i + k].text for k in range(whole))
        return _party(scene, words, quantifier, i + whole, [])  # "de Afrikaanse groep"
    j, parts = i, list[str]()
    while (
        (scene.low(j) == "en" and parts and scene.low(j + 1) in _GROUP_ADJECTIVES)  # "de Noordse en Baltische landen"
        or scene.low(j) in _GROUP_ADJECTIVES
        or scene.low(j) in OTHERS
        or (j in scene.at and scene.at[j][0].form == "adjective" and scene.low(j).startswith("europese"))
    ):
        if scene.low(j) not in _SIZING and scene.low(j) not in OTHERS:
            parts.append(scene.tokens[j].text)
        j += 1
    size = len(scene.expression_at(j, _GROUPS)) or _compound(scene, j)
    body = _of_body(scene, j) if not size else ""
    if body:
        return _party(scene, scene.tokens[j].text, quantifier, j + 1, parts, body)
    if not size:
        if quantifier and ("meerderheid" in quantifier or "minderheid" in quantifier):
            return _party(scene, _of_the_meeting(scene), quantifier, j, parts)
        return None
    if scene.low(j) == "land" and not quantifier.startswith(("geen", "ieder", "elk", "een enkel")):
        return None
    words = " ".join(scene.tokens[j + k].text for k in range(size))
    words = _SAID_OF.get(words.lower(), words)
    return _party(scene, words, quantifier, j + size, parts)


def _of_the_meeting(scene: Scene) -> str:
    """Give of whom "een ruime meerderheid" is one: of those who make up the body that meets, as "lidstaten"."""
    body = next((m.body for m in scene.letter.meetings if m.primary), "").rpartition("/")[2]
    named = (who for key, who in _MAKING_UP.items() if body == key or body.startswith(f"{key}-"))
    return next(named, "landen")


def _compound(scene: Scene, i: int) -> int:
    """Give 1 where a word is made of a name and those who belong to it ("Visegrád-landen"), else 0."""
    name, _, head = scene.low(i).rpartition("-")
    return int(bool(name) and head in _MEMBERS and i not in scene.at)


def _of_body(scene: Scene, i: int) -> str:
    """Give the organisation whose members a word names: "G20-leiders", "OESO-landen"; or ""."""
    mention = scene.at[i][0] if i in scene.at else None
    _, hyphen, head = scene.low(i).rpartition("-")
    named = mention and mention.entity.startswith("organisation/") and hyphen and head in _MEMBERS
    return mention.entity if mention and named else ""


def _party(scene: Scene, words: str, quantifier: str, end: int, parts: list[str], body: str = "") -> Party:
    label = " ".join([*parts, words])
    base = body or (
        "organisation/navo"
        if "bondgeno" in label.lower() or "navo" in label.lower()
        else ("organisation/eu" if label.lower().startswith(("eu-", "eu1", "eu2")) else "")
    )
    entity = Entity(f"group/{slug(label)}", "Group", label, base=base)
    j = end
    if scene.low(j) in _OF_A_BODY and scene.low(j + 1) in _OUTSIDE:
        # "de lidstaten van de EU", "de landen in de regio"
        j += 2
        while (
            j < len(scene.tokens)
            and scene.tokens[j].is_word
            and not scene.tokens[j].finite()
            and j - end < 5
            and scene.low(j) not in _PREPOSITIONS
        ):
            j += 1
        end = j if j < len(scene.tokens) and scene.tokens[j].finite() else end
    return Party([Holder(entity.id)], end, quantifier, plural=True, groups=[entity])
