"""Whose act a noun names: the possessive or adjective before it, or the phrase with "van", "bij", "onder", "door" beside it."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.holders.agents import side
from kg.extract.stances.holders.anaphors import possessor
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["among", "beside", "giver", "holding", "opening", "own_adjective"]

_KINDS = ("country", "organisation", "group", "person")
_HOLDING = word_set("words", "possession.holding")
_GIVING = word_set("words", "possession.giving")
_AMONG = word_set("words", "among")
_TOPICAL = word_set("words", "possession.topical")
_MATTERS = word_set("acts", "nouns.matters")
_POSSESSIVES = word_set("pronouns", "possessive")
_OPENING = word_set("words", "articles") | word_set("pronouns", "possessive") | {"ook", "en", "maar"}


def opening(scene: Scene, first: int, i: int) -> bool:
    """Tell whether the noun at token i heads the first phrase: only an article, a possessive and adjectives stand before it."""
    return all(
        scene.low(j) in _OPENING or j in scene.at or (scene.low(j).endswith("e") and not scene.tokens[j].verb)
        for j in range(first, i)
    )


def own_adjective(scene: Scene, i: int) -> Party | None:
    """Give the country whose adjective stands right before a noun: "een Canadees pleidooi"."""
    before = scene.at.get(i - 1)
    if before and before[0].form == "adjective" and before[0].entity.startswith("country/"):
        return Party([Holder(before[0].entity)], i, start=i - 1)
    return None


def beside(scene: Scene, i: int) -> tuple[Party, int] | None:
    """Give whose act the noun at token i names, and the index behind both: "oproep van Frankrijk", "weerstand hiertegen bij Italië", "zijn zorg"."""
    after = i + 1 + scene.low(i + 1).startswith(("hier", "daar", "er"))
    j = i - 1
    while scene.low(j).endswith("e") and scene.low(j) not in ("de", "onze") and j not in scene.at and j > 0:
        j -= 1
    owner = possessor(scene, j) if scene.low(i) not in _MATTERS else None
    if owner:
        return owner, after
    if scene.low(after) in _GIVING:
        party = party_at(scene, after + 1)
        if party and (
            scene.low(i) not in _MATTERS
            or (party.holders[0].id.startswith("country/") and scene.low(party.end) == "om")
        ):
            return party, party.end
        return None
    adjective = own_adjective(scene, i)
    return (adjective, after) if adjective and scene.low(i) not in _MATTERS else None


def giver(scene: Scene, clause: Clause, i: int) -> Party | None:
    """Give who gives what is received: "stuitte op afwijzing door X", "bij de NAM stuitte het op scepsis", "kon op bijval van X rekenen"."""
    own = own_adjective(scene, i) or _possessed(scene, i)
    if own:
        return own
    for j in clause.tokens:
        near = scene.low(j) in ("van", "vanuit", "door") and (
            j > i and all(scene.tokens[k].verb for k in range(i + 1, j))
        )  # "de steun van Polen", "dat op sympathie kon rekenen van Polen"
        near = near or (scene.low(j) == "van" and j == clause.finite + 1 and j < i)  # "kreeg van Polen weinig bijval"
        if near or scene.low(j) in ("bij", "onder"):
            k = j + (scene.low(j + 1) == "onder")
            more = scene.low(k) == "onder" and scene.low(k + 1) in _AMONG
            party = party_at(scene, k + 2 if more else j + 1)
            if party and all(h.id.split("/")[0] in _KINDS for h in party.holders):
                return party
    return None


def _possessed(scene: Scene, i: int) -> Party | None:
    """Give whose noun it is by the possessive before it: "onze steun", "zijn volledige goedkeuring"."""
    j = i - 1 - (scene.low(i - 1).endswith("e") and scene.low(i - 2) in _POSSESSIVES)
    return possessor(scene, j) if scene.low(j) in _POSSESSIVES else None


def holding(scene: Scene, clause: Clause, i: int, *, coming: bool = False) -> Party | None:
    """Give whose it is: "van/onder/bij/binnen ..." in the clause; what the noun is about is no owner. With `coming`, only whom it comes from."""
    for j in clause.tokens:
        aside = side(scene, j + 1) if scene.low(j) == "aan" and not coming else None
        if aside:
            return aside  # "Aan Nederlandse zijde bestaat geen bezwaar"
        if j == i or scene.low(j) not in _HOLDING:
            continue
        low = scene.low(j)
        if coming:
            party = _source(scene, clause, i, j) if low == "van" else _from(scene, clause, i, j)
            if party:
                return party
            continue
        if low == "van" and not (j == i + 1 or (clause.finite < j < i)):
            continue
        if (low in ("in", "tussen") and not j < i) or (low == "uit" and j != i + 1):
            continue
        party = party_at(scene, j + 1) or (side(scene, j + 1) if low == "van" else None)
        if party and all(h.id.split("/")[0] in _KINDS for h in party.holders):
            if low == "in" and not party.holders[0].id.startswith("organisation/"):
                continue
            return party
    return None


def _from(scene: Scene, clause: Clause, i: int, j: int) -> Party | None:
    """Give whose country or body it comes out of: "Er klonk kritiek uit Hongarije", "Vanuit de Raad kwam kritiek"; what stands further off is of something else."""
    near = scene.low(j) in ("uit", "vanuit") and j in (i + 1, clause.tokens[0])
    return party_at(scene, j + 1) if near else None


def _source(scene: Scene, clause: Clause, i: int, j: int) -> Party | None:
    """Give whom it comes from: "Van Italië kwam het voorstel", "Kritiek kwam er van Turkije", "Van Britse zijde ging steun uit"."""
    found = side(scene, j + 1)
    topical = any(scene.low(k) in _TOPICAL for k in range(clause.finite, j))
    denied = any(scene.low(k) == "niet" for k in clause.tokens)
    behind = i < clause.finite < j and not topical and not denied  # "Steun voor deze lijn kwam van Duitsland"
    if found is None and (j == clause.tokens[0] or behind):
        found = party_at(scene, j + 1)
    return found


def among(scene: Scene, clause: Clause) -> Party | None:
    """Give among whom it lives, behind the verb: "Deze zorg leefde ook bij Nederland"."""
    spots = (j for j in clause.tokens if scene.low(j) in ("bij", "onder") and j > clause.finite)
    return next((p for j in spots if (p := party_at(scene, j + 1))), None)
