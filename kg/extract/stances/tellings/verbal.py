"""Positions told by a verb: who is its subject or agent, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.dutch import word_set
from kg.extract.stances.acts.judgement import JUDGING
from kg.extract.stances.acts.match import Match, find_act
from kg.extract.stances.acts.verdict import evaluate
from kg.extract.stances.found import Found, evidence
from kg.extract.stances.holders.agents import agent, by_stranger, done_to_it, goes_on, of_all
from kg.extract.stances.holders.apart import contrasted
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.holders.strangers import led_by_stranger
from kg.extract.stances.holders.subjects import (
    own_subject,
    relative_party,
    subject_of,
    takes_antecedent,
)
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene
from kg.extract.stances.tellings.content import addressee, content_start, other_holder, restated, said_of_oneself
from kg.extract.stances.tellings.elliptic import answers, gapped
from kg.extract.stances.tellings.elsewhere import dated, formerly, signed_earlier, to_parliament
from kg.extract.stances.tellings.intention import intention
from kg.extract.stances.tellings.relayed import relayed, told_by
from kg.extract.stances.tellings.reported import appears, of_itself
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["verbal"]

_CONDITIONAL = word_set("words", "conditional")
_REPORTING = word_set("words", "reporting")
# an agentless passive reports the meeting's position only with these types
_COMMON = frozenset(["support", "oppose", "urge", "emphasise", "concern"])
_FOUND = word_set("acts", "nouns.found")
_STRANGER = "het onderwerp is een onbekende"
_OPEN = word_set("words", "prepositions") | {"om", "tot", "erop", "eraan"}
_DECIDING = word_set("acts", "verbs.deciding")
_PERFECT_WITH_ZIJN = word_set("auxiliaries", "aspect", "passive") | {"komen", "zijn"}
_CAUSAL = word_set("shades", "grounds")
_CONTRARY = word_set("words", "clauses.independent") - {"waarbij"}
_DENIAL = word_set("adverbs", "negation.full", "negation.nobody")


def verbal(scene: Scene) -> Iterator[Found]:
    """Give the positions that the verbs of a sentence report, clause by clause."""
    done: list[tuple[int, int]] = []
    told: list[Found] = []
    strange: set[int] = set()
    for clause in scene.clauses:
        if clause.kind == "shared" and clause.parent in strange:
            strange.add(clause.index)  # "Het parlement prees Nederland en riep andere landen op"
            continue
        party = subject_of(scene, clause)
        if clause.kind in ("inf", "aside"):
            continue
        for whole in _parts(scene, clause):
            part, others_say = answers(scene, whole)
            match = find_act(scene, part)
            found = _report(scene, part, match, party, done) if match else intention(scene, part, party)
            if isinstance(found, Found):
                found = told_by(scene, part, found)
            if match and isinstance(found, str):
                scene.decline(match.verb, match.act.rule, found)
                if found == _STRANGER:
                    strange.add(clause.index)
            if not isinstance(found, Found) and told:
                found = relayed(scene, part, told[-1])
            if isinstance(found, Found):
                done.append((found.first, found.last))
                told.append(found)
                others = gapped(scene, found)
                kept = replace(found, last=others[0].first) if others else found
                yield kept
                yield from others
                if match:
                    yield from filter(None, (answer.to(scene, match, found) for answer in others_say))
                unlike = contrasted(scene, kept)
                if unlike:
                    yield unlike


def _parts(scene: Scene, clause: Clause) -> list[Clause]:
    """Cut a clause whose one auxiliary serves two acts: "zal Rusland verzoeken ... en zich waarderend uitlaten over"."""
    for c in clause.tokens:
        if c <= clause.finite or scene.low(c) not in ("en", "maar") or clause.kind == "sub":
            continue
        if not any(v > c for v in clause.verbs) or not any(v < c and v != clause.finite for v in clause.verbs):
            continue  # there are no two acts
        left = replace(clause, tokens=[i for i in clause.tokens if i < c])
        right = replace(clause, tokens=[clause.finite, *(i for i in clause.tokens if i > c)])
        one, two = find_act(scene, left), find_act(scene, right)
        if one and two and one.verb != clause.finite and two.verb > c:
            return [replace(left, end=c), replace(right, kind="shared", tokens=right.tokens)]
    return [clause]


def _report(
    scene: Scene, clause: Clause, match: Match, party: Party | None, done: list[tuple[int, int]]
) -> Found | str:
    """Give the position that an act of the lexicon reports in its clause, or in Dutch why it reports none."""
    if clause.kind == "sub" and (clause.opener not in _REPORTING or clause.opener in _CONDITIONAL):
        return f"in een bijzin met {clause.opener!r} wordt het verondersteld, niet gemeld"
    if (
        clause.kind == "sub"
        and clause.opener == "dat"
        and not match.passive
        and own_subject(scene, clause.tokens, clause.tokens[0] + 1, clause.finite)
        and not takes_antecedent(scene, clause, match)
        and not appears(scene, clause)
    ):
        return "wat van iemand gewenst wordt zegt hij niet zelf"  # "van belang dat de NAVO zich inzet"
    if match.act.verb == "vinden" and not match.act.fixed and any(scene.low(i) in _FOUND for i in clause.tokens):
        return "wat iets ontmoet is geen oordeel"  # "vond weinig weerklank"
    if scene.low(clause.tokens[0]) in ("mocht", "mochten"):
        return "een veronderstelling"
    if match.act.type in ("observe", "commit") and to_parliament(scene, clause):
        return "wat de Kamer gemeld of toegezegd is staat buiten de bijeenkomst"
    if match.act.type == "observe" and clause.opener in _CAUSAL:
        return "een reden, geen standpunt"  # "aangezien Nederland staten erkent en geen regeringen"
    if match.act.type in ("support", "commit") and (
        (clause.opener in ("die", "dat") and dated(scene, clause)) or signed_earlier(scene, clause, match)
    ):
        return "wat vroeger gebeurde, bij een zelfstandig naamwoord"  # "de regels die de EU in 2017 goedkeurde"
    if match.act.verb == "hopen" and clause.relative and any(scene.low(i) == "te" for i in clause.tokens):
        return "wat iemand zelf nog hoopt te doen, bij een zelfstandig naamwoord"  # "de brief die het kabinet hoopt te sturen"
    if formerly(scene, clause):
        return "dat was vroeger zo"  # "was eerder nog tegenstander"
    passive = match.passive and match.act.verb not in _PERFECT_WITH_ZIJN
    reason = "onderwerp van het werkwoord"
    by = None
    if passive:
        by = agent(scene, clause)
        reason = "handelend voorwerp met 'door'" if by else "lijdende vorm zonder handelend voorwerp"
        if clause.opener == "dat" and by is None:
            return "de inhoud van een ander standpunt, zonder handelend voorwerp"
        party = by
    elif match.act.holder != "subject":
        party = other_holder(scene, clause, match, party)
    if party is None and not passive:
        return "het onderwerp is niemand die een standpunt kan innemen"
    if (
        match.act.type == "commit"
        and clause.kind == "sub"
        and clause.opener not in _CONTRARY
        and not passive
        and not _told(scene, clause)
    ):
        return "hoe iets gaat, geen besluit dat gemeld wordt"  # "waarbij de Raad per project beslist"
    if match.act.type in ("commit", "observe") and scene.low(clause.finite) in ("had", "hadden"):
        return "dat gebeurde vóór de bijeenkomst"  # "had besloten"
    if (
        clause.kind == "sub"
        and clause.opener == "dat"
        and not relative_party(scene, clause)
        and not (match.passive and done_to_it(scene, clause))
        and any(a <= clause.tokens[0] < b for a, b in done)
    ):
        return "het is de inhoud van wat een ander zegt"
    if party and not passive:
        party = _with_partner(scene, clause, match, party)
    first, last = evidence(scene, clause)
    begin = content_start(scene, clause, match, party)
    match = match._replace(content=begin)
    kind, deny = evaluate(scene, clause, match, range(max(begin, 0) if begin >= 0 else match.verb + 1, last))
    if match.act.type in ("observe", "emphasise") and party:
        meant = said_of_oneself(scene, clause, party)
        kind = meant if meant and meant != "observe" else kind
    if deny and match.act.type == "observe" and any(scene.low(i) == "niets" for i in clause.tokens):
        return "er is niets gezegd"  # "wil daar niets over zeggen"
    if deny and not match.act.negated and kind != "oppose":
        return "ontkend: het is niet gezegd"  # "heeft niet om steun gevraagd"
    if match.act.type in ("observe", "emphasise") or ("planned" in match.act.marks and not deny):
        kind = of_itself(scene, clause, match) or kind
    if match.modal == "kunnen" and not (deny or match.act.type in ("support", "commit")):
        return "onder 'kunnen' is het mogelijk, niet gezegd"
    if (
        deny
        and match.act.verb != "kunnen"
        and match.act.verb not in JUDGING
        and any(scene.low(i) == "nog" and scene.low(i + 1) in _DENIAL for i in clause.tokens)
    ):
        return "nog niet: voor noch tegen"  # "heeft nog niet beslist"
    if passive and by is None and scene.low(clause.finite) in ("wordt", "worden") and match.verb > clause.finite:
        return "hoe het is, niet wat er gezegd werd"  # "wordt gesteund met vliegtuigen"
    if (
        match.act.type == "commit"
        and match.modal == "zullen"
        and any(scene.low(i) in ("besluit", "besluiten") for i in match.words)
    ):
        return "dat er besloten zal worden zegt niet wat"
    if passive and by is None and by_stranger(scene, clause):
        return "wie het deed is onbekend"  # "door zware pijlers gesteund"
    if (
        not passive
        and party
        and clause.kind == "main"
        and match.act.verb not in JUDGING
        and match.act.holder == "subject"
        and _object_free(match)
        and led_by_stranger(scene, clause, party)
    ):
        return _STRANGER  # "Het parlement riep Nederland op"
    if passive and by is None:
        own = restated(scene, clause, match)
        if own:
            party, kind, reason = own[0], own[1] or kind, "wat herhaald wordt heeft een eigen onderwerp"
        elif goes_on(scene, clause) and kind in _COMMON and not deny:
            party, reason = (
                Party([Holder(NEDERLAND, "anaphor")], clause.finite, sure=0.7),
                "gaat door over wat Nederland inbracht",
            )
        elif _decided(scene, clause, match):
            reason = "besluit van de vergadering, zonder handelend voorwerp"
        elif (
            (clause.kind == "sub" and not of_all(scene, clause))
            or deny
            or kind not in _COMMON
            or match.act.type in ("observe", "commit")
            or "active" in match.act.marks
            or dated(scene, clause)
        ):
            return "een lijdende vorm zonder handelend voorwerp meldt hier niet het standpunt van de vergadering"
    confidence = 0.9 * (party.sure if party else 0.6) * (1.0 if clause.kind in ("main", "shared") else 0.85)
    if party is not None and any(h.how == "anaphor" for h in party.holders):
        reason += "; verwijswoord opgelost"
    if clause.kind == "shared":
        reason += "; gedeeld met de vorige deelzin"
    return Found(
        match.act.rule,
        kind,
        first,
        last,
        match.words,
        (begin if begin >= 0 else match.verb + 1, last),
        party,
        round(confidence, 2),
        reason,
        addressee(scene, clause, match, party),
        deny,
        match.modal,
        clause.finite,
    )


def _with_partner(scene: Scene, clause: Clause, match: Match, party: Party) -> Party:
    """Give those who agreed on something together: "Met minister Maas kwam ik overeen", "spraken wij met Polen af"."""
    mutual = (match.act.particle, match.act.verb) in (("overeen", "komen"), ("af", "spreken"))
    if not mutual and not any("eens" in words for group in match.act.fixed for words in group):
        return party
    if party.start >= 0 and scene.low(party.start) in ("wij", "we") and len(party.holders) == 1:
        others = [Holder(h, "anaphor") for h in scene.memory.companion]  # "Wij spraken af het gesprek voort te zetten"
        return replace(party, holders=[*party.holders, *others])
    if not mutual:
        return party
    other = next((p for i in clause.tokens if scene.low(i) == "met" and (p := party_at(scene, i + 1))), None)
    if other and all(h.id.startswith(("country/", "person/", "group/")) for h in other.holders):
        end = party.end
        party = replace(party, holders=list(party.holders), groups=list(party.groups))
        party.join(other)
        party.end = end
    return party


def _told(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause reports what was done: its verb in the past, or in the perfect with "heeft"."""
    forms = [r for r in scene.tokens[clause.finite].verb if r.form == "fin"]
    return all(r.past for r in forms) or forms[0].lemma == "hebben"


def _object_free(match: Match) -> bool:
    """Tell whether the act's own words leave its object open, so that what leads may be its subject: "Een petitie vraagt Nederland om", not "Zorgen uitte X"."""
    return all(word in _OPEN for group in match.act.fixed for words in group for word in words)


def _decided(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell whether an agentless passive tells a decision with its content: "Besloten is de structuur door te lichten", "Er is afgesproken dat"."""
    if match.act.type != "commit" or match.act.verb not in _DECIDING or clause.kind == "sub" or match.negated:
        return False
    own = range(match.verb + 1, clause.end)
    return any(scene.low(i) in ("dat", "te", "tot") for i in own) and not any(
        scene.low(i) in ("niet", "geen") for i in clause.tokens
    )
