"""Holders under a pronoun or a short name: "zij", "hij", "het land", "de Groep", "de Raad"."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.model import Entity, Holder

__all__ = ["OPENERS", "possessor", "pronoun_at"]

_SPEAKER = word_set("pronouns", "first", "undersigned")
_FIRST_OBLIQUE = word_set("pronouns", "first_object", "first_possessive")
_OF_ONE = word_set("pronouns", "of_one")
_OF_SEVERAL = word_set("pronouns", "of_several")
_MASCULINE = word_set("pronouns", "masculine")
_SHORT_NAMES = word_set("people", "short_for_a_body")
_BOTH = word_set("people", "both_of_them")
_WOMEN, _EITHER, _GIVEN = (word_set("people", key) for key in ("women", "either", "given_names"))
_SIZES = {"twee": 2, "drie": 3, "vier": 4}
OPENERS = word_set("pronouns", "first", "undersigned", "third", "pointing", "both", "latter") | {"de", "dezen"}
"""The words of which one opens any phrase that `pronoun_at` knows."""


def pronoun_at(scene: Scene, i: int) -> Party | None:
    """Give whom the pronoun or short name at token i stands for, or None: "ik" and "wij" speak for Nederland, "zij" for the last group or person."""
    low, memory = scene.low(i), scene.memory
    if low not in OPENERS:
        return None
    if low in _SPEAKER:
        partner = memory.partner if low in ("wij", "we") else ()
        holders = [Holder(NEDERLAND, "speaker"), *(Holder(h, "anaphor") for h in partner)]
        return Party(holders, i + 1, sure=0.85 if partner else 0.95, plural=bool(partner))
    beside = [scene.tokens[k].verb for k in (i - 1, i + 1) if 0 <= k < len(scene.tokens)]
    numbers = {r.number for verb in beside for r in verb if r.form == "fin"}
    if (
        low in ("zij", "ze", "dezen")
        and ("sg" not in numbers or not _person(scene, i))
        and ("pl" in numbers or not _person(scene, i))
    ):
        last = _before(scene, i) or memory.plural()
        return Party([Holder(h, "anaphor") for h in last], i + 1, sure=0.7, plural=True) if last else None
    if low in ("deze", "laatstgenoemde") and beside[-1:] and scene.tokens[i + 1].only_finite() and memory.named:
        return Party([Holder(memory.named[-1], "anaphor")], i + 1, sure=0.65, human=True)
    if (
        low == "beiden"
        or (low == "beide" and scene.low(i + 1) in _BOTH)
        or (low == "de" and scene.low(i + 1) in _SIZES and scene.tokens[min(i + 2, len(scene.tokens) - 1)].finite())
    ):
        if low == "beide" and scene.low(i + 1) == "ministers" and memory.couple:
            return Party([Holder(h, "anaphor") for h in memory.couple], i + 2, sure=0.7, plural=True)
        size = _SIZES.get(scene.low(i + 1), 2)
        named = memory.both() if low == "beide" and scene.low(i + 1) == "landen" else ()
        pair = named or next((h for h in reversed(memory.holders) if len(h) == size), memory.pair if size == 2 else ())
        return (
            Party([Holder(h, "anaphor") for h in pair], i + (1 if low == "beiden" else 2), sure=0.7, plural=True)
            if pair
            else None
        )
    if low in ("hij", "zij", "ze"):
        person = _person(scene, i)
        return Party([Holder(person, "anaphor")], i + 1, sure=0.75, human=True) if person else None
    if low in ("het", "dit", "dat", "laatstgenoemd") and scene.low(i + 1) == "land":
        recent_ = memory.country()
        return Party([Holder(recent_, "anaphor")], i + 2, sure=0.7) if recent_ else None
    if low == "de" and scene.low(i + 1) in _SHORT_NAMES:
        word = scene.low(i + 1)
        if word == "raad":
            return _the_council(scene, i)
        own = [e.id for e in scene.letter.entities if e.type == "Organisation" and e.label.lower().endswith(word)]
        recent = next((t for t in reversed(memory.things) if t in own), "")
        if not recent and scene.memory.groups and scene.low(i + 2) != "van":
            found_ = next((g for g in reversed(scene.memory.groups) if word in g), "")
            return Party([Holder(found_, "anaphor")], i + 2, sure=0.75) if found_ else None
        if recent and i + 1 not in scene.at and scene.low(i + 2) != "van":
            return Party([Holder(recent, "anaphor")], i + 2, sure=0.8)
    return None


def _before(scene: Scene, i: int) -> tuple[str, ...]:
    """Give the last subject of several before token i in the sentence: "Tsjechië en Hongarije zagen dat anders: zij willen ..."; () without one."""
    earlier = [p for _, p in sorted(scene.subjects.items()) if p and p.plural and p.start >= 0 and p.end <= i]
    return tuple(h.id for h in earlier[-1].holders) if earlier else ()


def _person(scene: Scene, i: int) -> str:
    """Give for whom "hij", "zijn", "zij" (she) or "haar" at token i stands: the subject of a clause before it in the sentence or who tells it, else the last one spoken of; or "".

    A woman is never "hij", a man never "zij", where the given name tells.
    """
    sex = "man" if scene.low(i) in _MASCULINE else "woman"
    subjects = [(p.end, p.holders[0].id) for p in scene.subjects.values() if p and p.human and p.end <= i]
    tellers = [(k, m.entity) for k, m in scene.inside(0, i) if m.entity.startswith("person/") and _tells(scene, k)]
    earlier = [person for _, person in sorted([*subjects, *tellers], reverse=True)]
    named = [m.entity for k, m in scene.inside(0, i) if m.entity.startswith("person/") and _spoken_with(scene, k, i)]
    candidates = [*earlier, *reversed(named), *dict.fromkeys(reversed(scene.memory.persons))]
    spoken_to = {scene.at[k][0].entity for k in (i + 1, i + 2) if k in scene.at and scene.at[k][0].form != "adjective"}
    lands = {e.id: e.country for e in scene.letter.entities if e.type == "Person"}
    other = (
        c for c in candidates if not {c, lands.get(c, "")} & spoken_to
    )  # "Zij dankte Nederland" is not the Dutch minister
    names = {e.id: e.label for e in scene.letter.entities if e.type == "Person"}
    known = scene.memory.sexes
    return next((c for c in other if (known.get(c) or _sex(names.get(c, ""))) in (sex, "")), "")


def _tells(scene: Scene, i: int) -> bool:
    """Tell whether the name at token i stands behind "volgens": "Volgens de Jordaanse minister Safadi"."""
    return "volgens" in scene.lows[max(0, i - 4) : i]


def _spoken_with(scene: Scene, i: int, pronoun: int) -> bool:
    """Tell whether the name at token i is that of whom a clause before the pronoun begins with or tells a talk with: "Ik sprak met minister Maas; hij vroeg"."""
    clause, own = scene.clause_at(i), scene.clause_at(pronoun)
    if clause is None or clause is own:
        return False
    return i - clause.tokens[0] < 3 or "met" in scene.lows[max(clause.tokens[0], i - 4) : i]


def _sex(name: str) -> str:
    """Tell whether a full name is a man's or a woman's by its given name: "man", "woman", or "" where it does not tell."""
    given = name.split(" ", 1)[0] if " " in name else ""
    if given in _EITHER:
        return ""
    return "woman" if given in _WOMEN else "man" if given in _GIVEN else ""


def _the_council(scene: Scene, i: int) -> Party | None:
    """Give whom "de Raad" means: the body of the letter's meeting, or that meeting's participants under the name that the letter gives them."""
    if (
        not scene.tokens[i + 1].text[0].isupper()
        or scene.low(i + 2) in ("van", "voor")
        or scene.tokens[min(i + 2, len(scene.tokens) - 1)].text[0].isupper()
    ):
        return None
    body = next(
        (m.body for m in scene.letter.meetings if m.primary and m.body in {e.id for e in scene.letter.entities}), ""
    )
    named = next((e for e in scene.letter.entities if e.id == body and "raad" in e.label.lower()), None)
    if named:
        return Party([Holder(named.id, "anaphor")], i + 2, sure=0.9)
    group = Entity("group/raad", "Group", "Raad", base=body)
    return Party([Holder(group.id)], i + 2, sure=0.85, groups=[group])


def possessor(scene: Scene, i: int) -> Party | None:
    """Give whom "zijn", "hem", "haar", "hun", "hen" or "mijn" at token i stands for, or None."""
    low, memory = scene.low(i), scene.memory
    if low in _FIRST_OBLIQUE:
        return Party([Holder(NEDERLAND, "speaker")], i + 1)
    if low in _OF_ONE:
        person = _person(scene, i)
        return Party([Holder(person, "anaphor")], i + 1, sure=0.75) if person else None
    if low in _OF_SEVERAL:
        last = memory.plural()
        return Party([Holder(h, "anaphor") for h in last], i + 1, sure=0.7, plural=True) if last else None
    return None
