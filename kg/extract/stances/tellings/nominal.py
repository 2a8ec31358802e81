"""Positions told by a noun: "er was brede steun van de Bondgenoten voor", "de conclusie van de NAR was dat", "een Canadees pleidooi voor"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.dutch import table, word_set
from kg.dutch.acts import NounAct, acts
from kg.extract.stances.acts.judgement import predicate
from kg.extract.stances.acts.verdict import said
from kg.extract.stances.found import Found
from kg.extract.stances.holders.agents import in_speech
from kg.extract.stances.holders.anaphors import possessor
from kg.extract.stances.holders.owners import among, beside, giver, holding, opening, own_adjective
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.holders.subjects import subject_of
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.extract.stances.tellings.aims import SIGNALS, aim
from kg.extract.stances.tellings.introduced import denied, expletive, indefinite, unnamed
from kg.text.clauses import Clause

__all__ = ["nominal"]

_LIGHT = table("acts")["light"]
_EXIST = frozenset(v.split("|")[-1] for v in _LIGHT["exist"] if " " not in v)
_RECEIVE = frozenset(v.split("|")[-1] for v in _LIGHT["receive"] if " " not in v)
_EXPRESS = frozenset(v.split("|")[-1] for v in _LIGHT["express"] if " " not in v)
_FLIP = {"support": "oppose", "commit": "oppose"}
_COMING = word_set("acts", "verbs.coming")
_LYING = word_set("acts", "verbs.lying")
_DESCRIBING = word_set("acts", "light.describe")
_UTTERANCES = word_set("acts", "nouns.utterances")
_MUST = word_set("auxiliaries", "necessity") | {"mogen"}
_LIVING = frozenset(["leven", "bestaan", "heersen", "overheersen"])
_SAME = frozenset(["deze", "die", "dezelfde", "dit", "dat", "hetzelfde"])
_BACKING = word_set("acts", "beside_nouns.backing")
_NEEDED = word_set("acts", "beside_nouns.needed")
_ARTICLES = word_set("acts", "beside_nouns.articles")
_LEADING = word_set("acts", "beside_nouns.leading")
_BEFORE_TE = word_set("acts", "beside_nouns.before_te")
_SUBORDINATE = word_set("acts", "beside_nouns.openers")
# where one of these stands it is somebody's view, and not everybody's
_VIEWS = word_set("acts", "nouns.views") | {"volgens", "inziens"}
_INDEPENDENT = word_set("words", "clauses.independent")
_COORDINATORS = word_set("words", "clauses.coordinators")


def nominal(scene: Scene, taken: list[Found]) -> Iterator[Found]:
    """Give the positions that nouns report: those at the head of a clause always, others where no verb did."""
    if scene.words.isdisjoint(acts().by_noun) and scene.words.isdisjoint(SIGNALS):
        return
    for clause in scene.clauses:
        if clause.finite < 0 or clause.kind in ("inf", "aside") or _supposed(scene, clause):
            continue
        if clause.kind == "sub" and clause.opener not in _SUBORDINATE:
            continue
        first = _heading(scene, clause)
        if first:
            yield first
        if any(f.finite == clause.finite for f in taken):
            continue
        line = None if first else aim(scene, clause)
        if line:
            yield line
            continue
        yield from _others(scene, clause, first)


def _others(scene: Scene, clause: Clause, first: Found | None) -> list[Found]:
    found: list[Found] = []
    for i in clause.tokens:
        if first and i <= max(first.cue):
            continue
        act = _noun(scene, i)
        here = _at(scene, clause, i, act) if act else None
        if here is not None:
            if first:
                here = replace(here, first=clause.finite)
            found.append(here)
        elif act and not found and denied(scene, clause, i):
            break  # "geen steun voor het voorstel van Hongarije"
    kept: dict[tuple[str, ...], Found] = {}
    for f in found:
        kept.setdefault(tuple(h.id for h in f.party.holders) if f.party else (), f)
    one = len({f.rule for f in found}) == 1 or (found and found[0].party is None)
    return found[:1] if one else list(kept.values())


def _supposed(scene: Scene, clause: Clause) -> bool:
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    if lemmas & {"zijn", "vallen"} and any(
        scene.low(j) == "te" and scene.low(j - 1) in _BEFORE_TE and scene.tokens[j + 1].verb
        for j in clause.tokens[1:-1]
    ):
        return True  # "een veto is niet uit te sluiten", "steun is wel te verwachten"
    if "mogen" in lemmas and any(r.lemma in _RECEIVE for j in clause.tokens for r in scene.tokens[j].verb):
        return False  # "mocht zich verheugen in de steun van"
    return bool(lemmas & _MUST) or any(scene.low(j) in _NEEDED for j in clause.tokens)


def _noun(scene: Scene, i: int) -> NounAct | None:
    if scene.low(i - 1) == "naar":
        return None  # "komt naar verwachting aan de orde"
    known = acts().by_noun.get(scene.low(i), ())
    return next((a for a in known if all(scene.low(i - len(a.noun) + 1 + k) == w for k, w in enumerate(a.noun))), None)


def _heading(scene: Scene, clause: Clause) -> Found | None:
    """Read a clause that begins with somebody's act: "De oproep van Frankrijk tot ...", "Zijn zorg over ...", "Het verzet van Turkije bleef"."""
    first = clause.tokens[0]
    if clause.kind not in ("main", "shared") or (clause.kind == "main" and clause.finite <= first + 1):
        return None
    if any(r.lemma in _DESCRIBING for r in scene.tokens[clause.finite].verb):
        return None  # "De steun van het IMF loopt via vier tranches": how things are
    own = range(first, min(clause.finite, first + 7))
    for i in own:
        act = _noun(scene, i)
        if act is None or not opening(scene, first, i):
            continue
        found = beside(scene, i)
        if found is None:
            return None
        party, after = found
        verdict = predicate(scene, clause) if act.type == "observe" else ""
        if verdict:
            told = _found(scene, clause, i, act, party, "wat iemands oordeel is", 0.8)
            return replace(told, type=verdict)  # "Het oordeel van Malta over het plan was positief"
        content = next((j for j in range(after, clause.finite + 1) if scene.low(j) in (*act.content, "om", "dat")), -1)
        if content < 0 and act.type != "oppose" and not scene.low(i + 1).startswith(("hier", "daar")):
            return None
        return _found(scene, clause, i, act, party, "zelfstandig naamwoord met bezitter vooraan", 0.8)
    return None


def _at(scene: Scene, clause: Clause, i: int, act: NounAct) -> Found | None:
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    apart = [(j, r) for j in clause.tokens if j != clause.finite for r in scene.tokens[j].verb]
    others = {r.lemma for j, r in apart if r.form == "ptc" or (r.form == "inf" and j < i)}
    infinitives = {r.lemma for _, r in apart if r.form == "inf"}
    adjective = own_adjective(scene, i)
    if adjective and _own(scene, i, act, lemmas):
        return _found(scene, clause, i, act, adjective, "bijvoeglijk naamwoord van een land", 0.75)
    mine = possessor(scene, i - 1 - scene.low(i - 1).endswith("lle")) if "hebben" in lemmas and not others else None
    if mine and act.type == "support" and (mine.holders[0].how == "speaker" or not subject_of(scene, clause)):
        return _found(scene, clause, i, act, mine, "wie het geeft staat bij 'hebben'", 0.8)  # "heeft onze volle steun"
    reached = lemmas | (others | infinitives if lemmas & {"hebben", "kunnen", "zullen", "mogen"} else set())
    if reached & _RECEIVE or (
        lemmas & {"hebben"} and not others and scene.low(i + 1) == "van" and not subject_of(scene, clause)
    ):
        party = giver(scene, clause, i)
        behind = i > clause.finite or clause.kind == "sub"  # "waarvoor het steun kreeg van Polen"
        if party and (behind or (reached & _RECEIVE and indefinite(scene, i))):
            return _found(scene, clause, i, act, party, "wie het geeft staat bij een werkwoord van ontvangen", 0.8)
    if reached & _RECEIVE and scene.low(i) in _BACKING and unnamed(scene, clause, i):
        return _found(scene, clause, i, act, None, "steun of bijval zonder wie die geeft", 0.6)
    says = "dat" in act.content and any(c.opener == "dat" and c.tokens[0] > clause.finite for c in scene.clauses)
    if says and i < clause.finite and lemmas & {"zijn", "luiden", "blijven"}:
        party = holding(scene, clause, i) or own_adjective(scene, i) or possessor(scene, i - 1)
        return (
            _found(scene, clause, i, act, party, "het zelfstandig naamwoord en zijn bezitter", 0.85) if party else None
        )
    if (
        i > clause.finite
        and "zijn" in lemmas
        and scene.low(i - 1) in ("de", "het", "een", "ook")
        and scene.low(i + 1) == "van"
    ):
        party = party_at(scene, i + 2)
        if party:
            return _found(scene, clause, i, act, party, "naamwoordelijk gezegde met bezitter", 0.8)
    speech = in_speech(scene, clause) if lemmas & _LYING else None
    if speech:
        return _found(scene, clause, i, act, speech, "in een toespraak of bijdrage", 0.75)
    return _expressed(scene, clause, i, act, reached) or _existing(scene, clause, i, act, lemmas, others)


def _own(scene: Scene, i: int, act: NounAct, lemmas: set[str]) -> bool:
    """Tell whether an act behind a country's adjective is that country's here: it has a content, or it stops something ("strandde op een Russisch veto")."""
    if act.type == "oppose" and (scene.low(i - 2) in ("een", "door", "op") or lemmas & {"stranden", "stuiten"}):
        return True
    if scene.low(i - 2) == "op" and act.type == "urge":
        return True
    return (
        scene.low(i + 1) in act.content
        and scene.low(i - 2) in ("een", "het", "de", "")
        and act.type in ("urge", "support", "oppose", "concern")
    )


def _expressed(scene: Scene, clause: Clause, i: int, act: NounAct, lemmas: set[str]) -> Found | None:
    """Read "gaf uiting aan zijn ongerustheid over", "had bezwaren tegen": the subject of a verb of expressing holds what the noun names."""
    party = subject_of(scene, clause)
    if party is None or i < party.end or not lemmas & _EXPRESS:
        return None
    if "geven" in lemmas and not any(scene.low(j) in _UTTERANCES for j in clause.tokens):
        return None
    lead = _lead(scene, i)
    if lead in _LEADING or (lead == "aan" and "geven" not in lemmas):
        return None  # "houdt zich niet aan de afspraken", but "gaf uiting aan zijn zorg"
    if scene.low(i + 1) not in (*act.content, ".", "", ",", "uit"):
        return None
    return _found(scene, clause, i, act, party, "onderwerp van een werkwoord van uiten", 0.8)


def _lead(scene: Scene, i: int) -> str:
    """Give the word before a noun with its article and adjectives: what is led in by a preposition is no act, as in "sprak zich uit over het nieuwe voorstel"."""
    j = i - 1
    while scene.low(j) in _ARTICLES or (
        scene.low(j).endswith("e") and not scene.tokens[j].verb and scene.low(j) not in _LEADING
    ):
        j -= 1
    return scene.low(j)


def _existing(scene: Scene, clause: Clause, i: int, act: NounAct, lemmas: set[str], others: set[str]) -> Found | None:
    """Read "er was brede steun van X", "bij X bestond verzet", "van X kwam het voorstel", "de eensgezindheid was groot"."""
    if clause.kind == "sub" and clause.opener not in _INDEPENDENT:
        return None
    if lemmas & _COMING:
        party = holding(scene, clause, i, coming=True)
        if party and (indefinite(scene, i) or not lemmas & {"zijn"}):
            return _found(scene, clause, i, act, party, "van wie het komt", 0.8)
    if lemmas & _LIVING and scene.low(i - 1) in _SAME and (sharer := among(scene, clause)):
        return _found(scene, clause, i, act, sharer, "bij wie het leeft", 0.8)  # "Deze zorg leefde ook bij Nederland"
    if not lemmas & _EXIST or others - {"zijn", "bestaan", "worden", "blijven", "komen"} or not indefinite(scene, i):
        return None
    party = holding(scene, clause, i)
    if party is None and any(scene.low(j) in _VIEWS for j in clause.tokens):
        return None  # "In zijn optiek is er te veel aandacht voor"
    if party is None and (not expletive(scene, clause) or (denied(scene, clause, i) and scene.low(i) not in _BACKING)):
        return None
    if party is None and act.type in ("urge", "commit") and "liggen" in lemmas:
        return None  # "Er lag een voorstel": what lies on the table is nobody's yet
    if party is None and _for_somebody(scene, clause):
        return None
    return _found(scene, clause, i, act, party, "er was/bestond met een zelfstandig naamwoord", 0.85 if party else 0.6)


def _for_somebody(scene: Scene, clause: Clause) -> bool:
    """Tell whether it holds for somebody named: "Voor het kabinet is het van belang" is the cabinet's view."""
    return any(scene.low(j) == "voor" and party_at(scene, j + 1) is not None for j in clause.tokens)


def _found(
    scene: Scene,
    clause: Clause,
    i: int,
    act: NounAct,
    party: Party | None,
    reason: str,
    confidence: float,
) -> Found:
    first = clause.tokens[0]
    first += scene.low(first) in _COORDINATORS
    last = clause.end if clause.kind != "sub" else clause.tokens[-1] + 1
    deny = denied(scene, clause, i)
    kind = _FLIP.get(act.type, "observe") if deny else act.type
    if deny and party and act.type == "urge":
        kind = "oppose"  # "had geen behoefte aan"
    if deny and party and scene.low(i) in ("bezwaar", "bezwaren"):
        kind = "support"
    if act.type == "observe" and not deny:
        kind = said(" " + " ".join(scene.low(j) for j in range(max(i, clause.finite) + 1, last)) + " ")
    begin = next(
        (j for j in range(i + 1, clause.end) if scene.low(j) in act.content and not (party and j < party.end <= j)),
        i + 1,
    )
    if party and begin < party.end and party.end > i:
        begin = next((j for j in range(party.end, clause.end) if scene.low(j) in act.content), party.end)
    return Found(
        act.rule,
        kind,
        first,
        last,
        (i,),
        (begin, last),
        party,
        round(confidence * (party.sure if party else 1.0), 2),
        reason,
        negated=deny,
        finite=clause.finite,
    )
