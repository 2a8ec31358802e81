"""Names that stand beside what is said: who tells it, with whom, by whom it was brought in, where and when."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.found import Found
from kg.extract.stances.holders.agents import participle_at
from kg.extract.stances.scene import Scene, by_first_word
from kg.extract.stances.tellings.circumstances import leads_holder

__all__ = ["ADJUNCT", "TOPIC", "beside", "leader"]

ADJUNCT, TOPIC = word_set("words", "about.adjunct"), word_set("words", "about.topic")
"""Prepositions that lead in where, when or for whom it was said; prepositions that lead in what is said."""
_OFFICES = word_set("people", "offices")
_OUTSIDE = frozenset(
    ["tijdens", "namens", "volgens", "uitzondering", "anders dan", "tegenstelling tot", "maar niet", "en niet"]
)
_THROUGH = frozenset(tuple(way.split()) for way in word_set("words", "about.through"))
_FELLOWS = by_first_word(word_set("words", "about.fellows"))
_TRAILING, _LEADING = word_set("words", "about.trailing"), word_set("words", "about.leading")


def beside(scene: Scene, found: Found, i: int) -> bool:
    """Tell whether the name at token i stands beside what is said, anywhere in the evidence."""
    lead = leader(scene, i, found.first)
    return (
        lead in _OUTSIDE
        or _in_party(scene, found, i)
        or _teller(scene, found, i)
        or _agent(scene, found, i, lead)
        or _fellow(scene, found, i, lead)
        or _seat(scene, i, lead)
        or "uw" in (scene.low(i - 1), scene.low(i))  # "uw Kamer", to whom the letter is written
        or (scene.low(i - 1) == "(" and _belongs(scene, i))
        or _of_a_mission(scene, i)
        or any(scene.low(k) == ";" for k in range(i, found.finite))
        or (lead == "onder" and any(scene.low(k) in _LEADING for k in range(i - 3, i + 3)))
    )


def leader(scene: Scene, i: int, first: int) -> str:
    """Give the preposition that leads in the phrase of a token, or "": no further back than `first` and the beginning of its clause."""
    clause = scene.clause_at(i)
    first = max(first, clause.tokens[0]) if clause else first
    for j in range(i - 1, max(first, i - 9) - 1, -1):
        low = scene.low(j)
        if low == "van" and scene.low(j - 1) == "uitzondering":
            return "uitzondering"
        if (scene.low(j - 1), low) in (("anders", "dan"), ("tegenstelling", "tot"), ("maar", "niet"), ("en", "niet")):
            return f"{scene.low(j - 1)} {low}"
        if low in ADJUNCT or low in TOPIC:
            return low
        if scene.tokens[j].only_finite() or not scene.tokens[j].is_word or (clause and j == clause.finite):
            return ""
    return ""


def _listed_from(scene: Scene, i: int) -> int:
    """Give the token where the list begins in which the name at token i stands: that of Polen for Spanje in "Polen, Italië en Spanje"."""
    ends = {end: first for first, (_, end) in scene.at.items()}
    while scene.low(i - 1) in ("en", ",", "of") and i - 1 in ends:
        i = ends[i - 1]
    return i


def _listed_to(scene: Scene, i: int) -> int:
    """Give the token behind the list that the name at token i stands in."""
    end = scene.at[i][1] if i in scene.at else i + 1
    while scene.low(end) in ("en", ",", "of") and end + 1 in scene.at:
        end = scene.at[end + 1][1]
    return end


def _in_party(scene: Scene, found: Found, i: int) -> bool:
    """Tell whether a name stands in the phrase of the holder: "De voorzitter van het Comité, generaal Bartels,", "premier Fico van Slowakije"."""
    party = found.party
    if party is None or party.start < 0:
        return False
    end = party.end
    if scene.low(end) in ("van", "uit", "binnen") and (party.human or party.groups):
        end += scene.low(end + 1) in ("buiten", "binnen")  # "landen van buiten de EU"
        end = max((scene.at[k][1] for k in (end + 1, end + 2) if k in scene.at), default=end)
    if scene.low(end) == "(":
        end = next(
            (k for k in range(end, min(end + 6, found.last)) if scene.low(k) == ")"), end
        )  # "Fallon (Verenigd Koninkrijk)"
    elif scene.low(end - (scene.low(end - 1) == ",")) == ",":
        end = _apposition(scene, end - (scene.low(end - 1) == ",") + 1) or end
    return party.start <= i < end or _mouthpiece(scene, i, found.first)


def _apposition(scene: Scene, i: int) -> int:
    """Give the end of what is said of a holder between commas: "Gayssot, de Franse minister van Verkeer, verwierp"; 0 where it is nothing of the kind."""
    comma = next((k for k in range(i, min(i + 9, len(scene.tokens))) if scene.low(k) == ","), 0)
    inside = range(i, comma)
    told = any(scene.low(k) in _OFFICES for k in inside) or scene.low(i) in ("de", "het", "een")
    told = told or scene.low(comma - 1) in _TRAILING
    return comma if told and not any(scene.tokens[k].only_finite() for k in inside) else 0


def _mouthpiece(scene: Scene, i: int, first: int) -> bool:
    """Tell whether a name stands behind "bij monde van" or "op verzoek van": it says who spoke or asked, not of what."""
    for j in range(i - 1, max(first, i - 8) - 1, -1):
        if scene.low(j) == "van":
            return (scene.low(j - 2), scene.low(j - 1)) in _THROUGH or leads_holder(scene, j)
        if scene.tokens[j].only_finite() or (scene.low(j) in ADJUNCT):
            return False
    return False


def _teller(scene: Scene, found: Found, i: int) -> bool:
    """Tell whether a name stands in a reporting clause in the middle: ", zo lichtte minister Von der Leyen toe", "aldus Georgieva"."""
    clause = scene.clause_at(i)
    if clause is None or clause.kind != "aside" or found.first >= clause.tokens[0]:
        return False
    return not any(scene.low(k) == "," for k in range(clause.tokens[0] + 1, i))


def _agent(scene: Scene, found: Found, i: int, lead: str) -> bool:
    """Tell whether a name is that of who did something: "De kritiek werd door Frankrijk gedeeld", "hierin gesteund door India", ", door Chili verlangd,"."""
    if lead != "door":
        return False
    if max(found.cue, default=i) < found.finite < i and _passive(scene, found.finite):
        return True
    if participle_at(scene, _listed_to(scene, i))[1]:
        return True  # "het door Polen ingediende voorstel"
    at = next(j for j in range(_listed_from(scene, i) - 1, -1, -1) if scene.low(j) == "door")
    before = scene.tokens[at - 1] if at else None
    return before is not None and (
        before.low in (",", "zoals", "(", "niet") or any(r.form == "ptc" for r in before.verb)
    )


def _passive(scene: Scene, finite: int) -> bool:
    return any(r.form == "fin" and r.lemma in ("worden", "zijn") for r in scene.tokens[finite].verb)


def _fellow(scene: Scene, found: Found, i: int, lead: str) -> bool:
    """Tell whether a name is that of somebody who does the same, or is only an example: "evenals Zweden", "toonde zich met Canada voorstander", "zoals de EU", ", India voorop"."""
    start = _listed_from(scene, i)
    before = start - (scene.low(start - 1) in ("de", "het"))
    if any(
        scene.expression_at(k, _FELLOWS) and before - k == len(scene.expression_at(k, _FELLOWS))
        for k in (before - 1, before - 2)
    ):
        return True
    if lead == "met" and scene.low(before - 1) == "met" and before - 2 in (found.finite, found.finite + 1):
        return scene.low(before - 2) == "zich" or (before - 2 == found.finite and bool(found.modal))
    return scene.low(before - 1) == "," and scene.low(_listed_to(scene, i)) in _TRAILING


def _of_a_mission(scene: Scene, i: int) -> bool:
    """Tell whether a name only tells which mission it is that follows in brackets: "de trainingsmissie in Irak (NMI)"."""
    mention, end = scene.at.get(i, (None, i))
    mission = scene.at[end + 1][0].entity if scene.low(end) == "(" and end + 1 in scene.at else ""
    return mention is not None and mission.startswith("mission/") and mission != mention.entity


def _belongs(scene: Scene, i: int) -> bool:
    """Tell whether a name in brackets only says whose or where, or again what stands before it: "Temer (Brazilië)", "MC12 (Genève, juni 2022)", "de Europese Unie (EU)"."""
    entity = scene.at[i][0].entity if i in scene.at else ""
    same = any(m.entity == entity and end == i - 1 for m, end in scene.at.values())
    return same or entity.startswith(("country/", "place/"))


def _seat(scene: Scene, i: int, lead: str) -> bool:
    """Tell whether a city only tells where one meets: "in Brussel", "in Wenen"."""
    if i not in scene.at or lead not in ("in", "te"):
        return False
    city = scene.at[i][0].entity
    return city in scene.registry.capitals or any(m.place == city for m in scene.letter.meetings)
