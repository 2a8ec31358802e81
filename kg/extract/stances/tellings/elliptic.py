"""Acts whose verb is said once and meant twice: "vroeg om sancties, Georgië om een perspectief", "steunde het voorstel, Frankrijk niet"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.dutch import word_set
from kg.extract.stances.acts.match import Match
from kg.extract.stances.acts.verdict import FLIP
from kg.extract.stances.found import Found
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["Answer", "answers", "gapped"]

_LEADS = word_set("words", "clauses.gapped")
_SIDES = {"voor": "support", "tegen": "oppose"}
_JOINING = frozenset([",", "en", "maar", "terwijl", "doch"])
_BETWEEN = word_set("adverbs", "answers.beside") | {","}
_TURNED = FLIP | {"oppose": "support"}  # "is niet akkoord, de andere lidstaten wel"
_NEGATION = word_set("adverbs", "negation.full")
_YES = word_set("adverbs", "answers.yes")
_NO = word_set("adverbs", "answers.no")
_ANSWERS = _YES | _NO | {"ook"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Who does the same as the subject or does not: the tokens of ", Frankrijk niet", its party, and whether it says yes."""

    first: int
    last: int
    party: Party
    yes: bool

    def to(self, scene: Scene, match: Match, found: Found) -> Found | None:
        """Give the position that it takes beside the one that has the verb; None where a denial of that act is no position."""
        denied = found.negated or any(scene.low(i) in _NEGATION for i in match.words)
        turned = match.act.type if found.negated else _TURNED.get(found.type, "")
        kind = turned if self.yes == denied else found.type
        if not kind or {h.id for h in self.party.holders} & {
            h.id for h in (found.party.holders if found.party else ())
        }:
            return None
        return replace(
            found,
            type=kind,
            first=self.first,
            last=self.last,
            content=(self.last, self.last),
            party=self.party,
            confidence=round(0.8 * found.confidence, 2),
            reason="deelt het werkwoord van de vorige",
            addressee=None,
            negated=not self.yes,
        )


def answers(scene: Scene, clause: Clause) -> tuple[Clause, list[Answer]]:
    """Give a clause without those who only answer yes or no behind its verb, and their answers: ", Frankrijk niet", "en Italië ook"."""
    found: list[Answer] = []
    if clause.finite >= 0 and not scene.words.isdisjoint(_ANSWERS):
        for i in clause.tokens:
            answer = _answer(scene, i) if i > clause.finite and scene.low(i) in _JOINING else None
            if answer and (not found or i >= found[-1].last):
                found.append(answer)
    if not found:
        return clause, found
    rest = [i for i in clause.tokens if not any(a.first - 2 < i < a.last for a in found)]
    return replace(clause, tokens=rest, end=min(clause.end, found[0].first)), found


def _answer(scene: Scene, i: int) -> Answer | None:
    if scene.low(i) in ("maar", "doch") and (scene.low(i + 1), scene.low(i + 2)) == ("niet", "door"):
        agent = party_at(scene, i + 3)  # "werd gesteund door Noorwegen, maar niet door IJsland"
        more = agent is not None and any(token.is_word for token in scene.tokens[agent.end : agent.end + 1])
        return Answer(i + 1, agent.end, agent, yes=False) if agent and not more else None
    start = i + 1 + (scene.low(i + 1) in _JOINING)
    party = party_at(scene, start) if start in scene.at or scene.low(start) not in _JOINING else None
    if party is None:
        return None
    k, also = party.end, False
    while scene.low(k) in _BETWEEN and scene.tokens[k].is_word:
        k, also = k + 1, also or scene.low(k) == "ook"
    said = scene.low(k)
    if said not in _YES | _NO:
        if not also:
            return None
        k -= 1  # "Frankrijk ook."
    after = scene.low(k + 1)
    if after and (scene.tokens[k + 1].is_word and after not in _JOINING):
        return None  # "maar Frankrijk niet aan de sancties"
    return Answer(start, k + 1, party, said not in _NO)


def gapped(scene: Scene, found: Found) -> list[Found]:
    """Give the acts that share the verb before them: "Oekraïne vroeg om sancties, Georgië om een perspectief, Roemenië om een vloot"."""
    begin = found.content[0]
    lead = scene.low(begin)
    if lead not in _LEADS or found.party is None:
        return []
    if lead in _SIDES and scene.low(begin + 1) == ",":
        return _other_side(scene, found)
    out: list[Found] = []
    for i in range(begin + 1, found.last):
        if scene.low(i) not in (",", "en"):
            continue
        party = party_at(scene, i + 1, joined=True)
        if (
            party is None
            or scene.low(party.end) != lead
            or {h.id for h in party.holders} & {h.id for h in found.party.holders}
        ):
            continue
        out.append(
            replace(
                found,
                first=i + 1,
                content=(party.end, found.last),
                party=party,
                confidence=round(0.8 * found.confidence, 2),
                reason="deelt het werkwoord van de vorige",
                addressee=None,
            )
        )
    ends = [f.first for f in out[1:]]
    return [replace(f, last=end, content=(f.content[0], end)) for f, end in zip(out, [*ends, found.last], strict=False)]


def _other_side(scene: Scene, found: Found) -> list[Found]:
    """Give the second of two who are for and against the same: "pleitte voor, Frankrijk tegen verlenging"."""
    begin, last = found.content
    party = party_at(scene, begin + 2)
    kind = _SIDES.get(scene.low(party.end)) if party else None
    if party is None or kind is None or scene.low(party.end) == scene.low(begin):
        return []
    pleads = any(r.lemma == "pleiten" for i in found.cue for r in scene.tokens[i].verb)
    return [
        replace(
            found,
            type="urge" if kind == "support" and pleads else kind,
            first=begin + 2,
            content=(party.end, last),
            party=party,
            confidence=round(0.8 * found.confidence, 2),
            reason="deelt het werkwoord van de vorige",
            addressee=None,
        )
    ]
