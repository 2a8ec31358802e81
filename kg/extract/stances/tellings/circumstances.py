"""Positions told by a phrase beside the clause's own act: "ondanks verzet van Spanje", "tot Poolse tevredenheid", "mede op verzoek van Nederland"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table, word_set
from kg.extract.stances.found import Found
from kg.extract.stances.holders.owners import own_adjective
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["circumstances", "leads_holder"]

_KINDS = {
    (preposition, noun): kind
    for preposition, kinds in table("acts")["circumstances"].items()
    for kind, nouns in kinds.items()
    for noun in nouns
}
_KINDS |= {
    (alike, noun): kind
    for alike in ("niettegenstaande", "weerwil")  # "in weerwil van Frans verzet"
    for (preposition, noun), kind in _KINDS.items()
    if preposition == "ondanks"
}
_PREPOSITIONS = frozenset(preposition for preposition, _ in _KINDS)
_HOLDERS = ("country/", "person/", "group/", "organisation/")
_PARLIAMENT = "organisation/tweede-kamer"
_AUXILIARIES = word_set("auxiliaries", "perfect", "passive")
_ARTICLES = word_set("words", "articles")
_COORDINATORS = word_set("words", "clauses.coordinators")
_GATHERING = word_set("acts", "verbs.gathering")


def circumstances(scene: Scene, taken: list[Found]) -> Iterator[Found]:
    """Give what is told by such phrases, each with its clause as evidence; none whose noun was taken for an act already."""
    if _PREPOSITIONS.isdisjoint(scene.words):
        return
    known = {i for found in taken for i in found.cue}
    for clause in scene.clauses:
        if clause.finite < 0 or clause.kind in ("inf", "aside"):
            continue
        for i in clause.tokens:
            found = _at(scene, clause, i) if scene.low(i) in _PREPOSITIONS else None
            if found and known.isdisjoint(found.cue):
                yield found


def leads_holder(scene: Scene, i: int) -> bool:
    """Tell whether the "van" at token i leads in whose circumstance it is, and nothing that the clause is about."""
    return any((scene.low(j), scene.low(i - 1)) in _KINDS for j in range(max(0, i - 5), i - 1))


def _at(scene: Scene, clause: Clause, i: int) -> Found | None:
    noun = next((j for j in range(i + 1, min(i + 5, clause.end)) if (scene.low(i), scene.low(j)) in _KINDS), 0)
    if not noun or any(not _between(scene, j) for j in range(i + 1, noun)):
        return None
    if scene.low(i) in ("op", "tot", "onder", "met", "na") and scene.low(i + 1) in _ARTICLES:
        return None  # "Er wordt gewacht op een voorstel van de Commissie"
    kind = _KINDS[scene.low(i), scene.low(noun)]
    if kind == "urge" and scene.low(i) == "op" and not _results(scene, clause):
        return None
    party = own_adjective(scene, noun) or (party_at(scene, noun + 2) if scene.low(noun + 1) == "van" else None)
    if party is None or not all(h.id.startswith(_HOLDERS) and h.id != _PARLIAMENT for h in party.holders):
        return None
    return _found(scene, clause, i, noun, kind, party)


def _between(scene: Scene, i: int) -> bool:
    """Tell whether a word may stand between the preposition and its noun: "tot grote teleurstelling", "op uitdrukkelijk verzoek"."""
    return not scene.tokens[i].only_finite() and scene.low(i) not in _PREPOSITIONS and scene.tokens[i].is_word


def _results(scene: Scene, clause: Clause) -> bool:
    lemmas = {r.lemma for i in clause.tokens for r in scene.tokens[i].verb} - _AUXILIARIES
    return bool(lemmas) and not lemmas & _GATHERING


def _found(scene: Scene, clause: Clause, i: int, noun: int, kind: str, party: Party) -> Found:
    first = clause.tokens[0] + (scene.low(clause.tokens[0]) in _COORDINATORS)
    return Found(
        f"circumstance.{scene.low(i)}-{scene.low(noun)}",
        kind,
        first,
        clause.end,
        (i, noun),
        (first, clause.end),
        party,
        round(0.7 * party.sure, 2),
        "een bepaling naast wat er gebeurde",
        finite=clause.finite,
    )
