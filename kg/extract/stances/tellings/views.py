"""Positions told by a phrase: "volgens het kabinet", "in de ogen van het Verenigd Koninkrijk", "zo vindt de Groep", "voor Nederland staat voorop"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import word_set
from kg.dutch.verbs import finite_forms
from kg.extract.stances.acts.judgement import judged
from kg.extract.stances.acts.verdict import hangs, said, sided
from kg.extract.stances.found import Found
from kg.extract.stances.holders.anaphors import possessor
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.extract.stances.tellings.relayed import speaks_for
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["views"]

_NEGATION = word_set("adverbs", "negation.full")
_CAN = finite_forms(word_set("auxiliaries", "possibility"))
_HAVE = finite_forms(["hebben"])
_BE = finite_forms({"zijn"} | word_set("auxiliaries", "copular"))
_SAYING = word_set("acts", "verbs.saying")
_AS_FOR = "view.wat-betreft"
_CONCERNING = frozenset(["betreft", "aangaat", "betrof"])
_OBLIQUE = word_set("pronouns", "third_object", "first_object") | {"haar"}
_MODAL = word_set("auxiliaries", "possibility", "necessity") | {"mogen", "hoeven"}
_VIEWS = word_set("acts", "nouns.views")
_WEIGHTS = word_set("acts", "nouns.weights")


def views(scene: Scene, taken: list[Found]) -> Iterator[Found]:
    """Give the positions of phrases in sentences where nothing else told one."""
    covered = [(f.first, f.last) for f in taken]
    for found in _asides(scene, taken):
        yield found
        covered.append((found.first, found.last))
    for clause in scene.clauses:
        if clause.kind not in ("main", "shared") or clause.finite < 0:
            continue
        if any(a <= clause.finite < b for a, b in covered):
            continue
        phrase = _concerns(scene, clause) or _phrase(scene, clause.tokens)
        if phrase is None:
            continue
        party, cue, rule = phrase
        words = " " + " ".join(scene.low(i) for i in range(clause.tokens[0], clause.end)) + " "
        kind = judged(words) or sided(words) or said(words)
        if kind in ("support", "commit") and hangs(words, "alleen", "pas", "slechts", "enkel"):
            kind = "urge"  # "Voor Nederland is uitstel alleen aanvaardbaar als de kosten dalen"
        deny = any(f" {no} " in words for no in _NEGATION)
        if deny and kind == "observe" and any(f" {w} " in words for w in _CAN):
            kind = "oppose"  # "in Egyptische ogen kunnen geen verplichtingen worden aanvaard"
        if rule == _AS_FOR and kind == "observe" and _foreign(party):
            continue  # "Wat Syrië betreft werd gesproken over": the matter, and nobody's view
        yield Found(
            rule,
            kind,
            clause.tokens[0],
            clause.end,
            cue,
            (clause.tokens[0], clause.end),
            party,
            round(0.75 * party.sure, 2),
            "zienswijze in een bepaling",
            negated=deny,
            finite=clause.finite,
        )


def _asides(scene: Scene, taken: list[Found]) -> Iterator[Found]:
    for n, clause in enumerate(scene.clauses):
        if clause.kind != "aside" or not clause.tokens:
            continue
        i = clause.tokens[0]
        verb = i + 1 if scene.low(i) == "zo" else i
        party = party_at(scene, verb + 1) if scene.low(i) != "aldus" else party_at(scene, i + 1)
        if scene.low(i) == "zo" and scene.tokens[verb].low in _HAVE:
            party = party_at(scene, verb + 1)
        if party is None:
            continue
        host = next((c for c in reversed(scene.clauses[:n]) if c.kind in ("main", "shared")), None)
        if host and any(f.finite == host.finite and f.party and speaks_for(scene, party, f.party) for f in taken):
            continue  # "Nederland is bereid mee te betalen, heb ik geantwoord": one position
        if scene.low(i) not in ("aldus", "zo") and not _says(scene, verb):
            continue
        first, last = (host.tokens[0], host.end) if host else (i, clause.tokens[-1] + 1)
        words = " " + " ".join(scene.low(j) for j in range(first, last)) + " "
        kind = _verb_type(scene, verb, clause.tokens) if scene.low(i) != "aldus" else "observe"
        if kind in ("observe", ""):
            kind = sided(words) or said(words)
        yield Found(
            "view.aside",
            kind,
            first,
            last,
            tuple(clause.tokens),
            (first, last),
            party,
            round(0.8 * party.sure, 2),
            "tussenzin met een werkwoord van zeggen",
            finite=host.finite if host else -1,
        )


def _says(scene: Scene, verb: int) -> bool:
    return any(r.form == "fin" and r.lemma in _SAYING for r in scene.tokens[verb].verb)


def _verb_type(scene: Scene, verb: int, own: list[int]) -> str:
    from kg.dutch.acts import acts

    for j in (*own[1:], verb):
        for reading in scene.tokens[j].verb:
            for act in acts().by_verb.get(reading.lemma, ()):
                if not act.fixed and act.particle == reading.particle:
                    return act.type
    return ""


def _foreign(party: Party) -> bool:
    return any(h.id != NEDERLAND and not h.id.startswith("person/") for h in party.holders)


def _concerns(scene: Scene, clause: Clause) -> tuple[Party, tuple[int, ...], str] | None:
    """Find "wat X betreft" at the head of a clause or within it; of a country named first only where it tells what may or must be, for that may be the matter: "Wat Syrië betreft was de toestand zorgelijk"."""
    for i in range(clause.tokens[0], clause.end):
        if scene.low(i) != "wat":
            continue
        party = party_at(scene, i + 1) or (possessor(scene, i + 1) if scene.low(i + 1) in _OBLIQUE else None)
        if party is None or scene.low(party.end) not in _CONCERNING:
            continue
        modal = any(r.lemma in _MODAL for r in scene.tokens[clause.finite].verb)
        if _foreign(party) and not modal:
            return None
        return party, (i, party.end), _AS_FOR
    return None


def _phrase(scene: Scene, own: list[int]) -> tuple[Party, tuple[int, ...], str] | None:
    """Find "volgens X", "in de ogen van X", "in Poolse ogen", "voor X staat voorop"."""
    for i in own:
        low = scene.low(i)
        if low == "volgens":
            party = party_at(scene, i + 1)
            party = party or possessor(scene, i + 1)
            if party and not all(
                h.id.startswith("organisation/") and scene.tokens[party.end - 1].low.startswith("artikel")
                for h in party.holders
            ):
                return party, (i,), "view.volgens"
        if (low in _VIEWS and scene.low(i + 1) == "van" and scene.low(i - 2) in ("in", "naar")) or (
            low == "oordeel" and scene.low(i - 1) == "naar" and scene.low(i + 1) == "van"
        ):
            party = party_at(scene, i + 2)
            if party:
                return party, (i,), "view.ogen"
        if low in _VIEWS and scene.low(i - 2) in ("in", "de", "volgens"):
            # "in Poolse ogen", "in de Frans-Duitse lezing"
            seers = [m.entity for _, m in scene.inside(i - 1, i) if m.form == "adjective"]
            if seers and all(seer.startswith("country/") for seer in seers):
                return Party([Holder(seer) for seer in dict.fromkeys(seers)], i), (i,), "view.ogen"
        if low in _VIEWS and scene.low(i - 2) in (
            "in",
            "naar",
        ):
            party = possessor(scene, i - 1)
            if party:
                return party, (i,), "view.ogen"
        if low == "inziens":
            party = possessor(scene, i - 1)
            if party:
                return party, (i,), "view.inziens"
        if low == "voor" and any(scene.low(j) in _WEIGHTS for j in own if j > i):
            party = party_at(scene, i + 1)
            if party and (i == own[0] or scene.low(i - 1) in _BE):
                return party, (i,), "view.voor"
    return None
