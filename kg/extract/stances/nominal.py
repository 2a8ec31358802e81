"""Positions told by a noun: "er was brede steun van de Bondgenoten voor", "de conclusie van de NAR was dat", "een Canadees pleidooi voor"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import table
from kg.dutch.acts import NounAct, acts
from kg.extract.stances.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.extract.stances.subjects import subject
from kg.extract.stances.verbal import Found
from kg.model import Holder
from kg.text.clauses import Clause

__all__ = ["nominal"]

_LIGHT = table("acts")["light"]
_EXIST = frozenset(v.split("|")[-1] for v in _LIGHT["exist"] if " " not in v)
_RECEIVE = frozenset(v.split("|")[-1] for v in _LIGHT["receive"] if " " not in v)
_EXPRESS = frozenset(v.split("|")[-1] for v in _LIGHT["express"] if " " not in v)
_HOLDING = ("van", "onder", "bij", "binnen", "vanuit", "in", "tussen")
_FLIP = {"support": "oppose", "commit": "oppose"}


def nominal(scene: Scene, taken: list[Found]) -> Iterator[Found]:
    """Give the positions that nouns report in clauses where no verb did."""
    for clause in scene.clauses:
        if (
            clause.finite < 0
            or clause.kind in ("inf", "aside")
            or (clause.kind == "sub" and clause.opener not in ("terwijl", "waarbij", "hoewel", "al"))
        ):
            continue
        if any(f.finite == clause.finite for f in taken):
            continue
        found = []
        for i in clause.tokens:
            here = _at(scene, clause, i)
            if here is not None:
                found.append(here)
            elif not found and _noun(scene, i) and _denied(scene, clause, i):
                break  # "geen steun voor het voorstel van Hongarije"
        yield from (
            found[:1] if len({f.rule for f in found}) == 1 or (found and found[0].party is None) else _distinct(found)
        )


def _distinct(found: list[Found]) -> list[Found]:
    """Keep one position for each holder: "Een Canadees pleidooi vond bij een ruime meerderheid gehoor" has two."""
    kept: dict[tuple[str, ...], Found] = {}
    for f in found:
        kept.setdefault(tuple(h.id for h in f.party.holders) if f.party else (), f)
    return list(kept.values())


def _noun(scene: Scene, i: int) -> NounAct | None:
    low = scene.low(i)
    return next(
        (
            a
            for a in acts().by_noun.get(low, ())
            if all(scene.low(i - len(a.noun) + 1 + k) == w for k, w in enumerate(a.noun))
        ),
        None,
    )


def _at(scene: Scene, clause: Clause, i: int) -> Found | None:
    act = _noun(scene, i)
    if act is None:
        return None
    lemmas = {r.lemma for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    others = {
        r.lemma
        for j in clause.tokens
        if j != clause.finite
        for r in scene.tokens[j].verb
        if r.form == "ptc" or (r.form == "inf" and j < i)
    }
    if lemmas & {"moeten", "dienen", "mogen", "hoeven"} or any(
        scene.low(j) in ("nodig", "vereist", "noodzakelijk") for j in clause.tokens
    ):
        return None
    own = _with_adjective(scene, clause, i, act)
    if own:
        return own
    if (lemmas & _RECEIVE and i > clause.finite) or (
        i > clause.finite and others & _RECEIVE and lemmas & {"hebben", "kunnen", "zullen"}
    ):
        return _received(scene, clause, i, act)
    leads = [j for j in clause.tokens if j < clause.finite]
    if _says(scene, clause, act) and i in leads and lemmas & {"zijn", "luiden", "blijven"}:
        holder = _owner(scene, clause, i)
        return (
            _found(scene, clause, i, act, holder, "het zelfstandig naamwoord en zijn bezitter", 0.85)
            if holder
            else None
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
    expressed = _expressed(scene, clause, i, act, lemmas | (others if lemmas & {"hebben", "zullen"} else set()))
    if expressed:
        return expressed
    if lemmas & _EXIST and not others - {"zijn", "bestaan", "worden", "blijven", "komen"} and _indefinite(scene, i):
        party = _owner(scene, clause, i)
        if party is None and (not _expletive(scene, clause) or _denied(scene, clause, i)):
            return None
        return _found(
            scene, clause, i, act, party, "er was/bestond met een zelfstandig naamwoord", 0.85 if party else 0.6
        )
    return None


def _expressed(scene: Scene, clause: Clause, i: int, act: NounAct, lemmas: set[str]) -> Found | None:
    """Read "gaf uiting aan zijn ongerustheid over", "had bezwaren tegen": the subject of a verb of expressing holds what the noun names."""
    party = subject(scene, clause, None)
    if party is None or i < party.end or not lemmas & _EXPRESS:
        return None
    if "geven" in lemmas and not any(
        scene.low(j) in ("uiting", "blijk", "uitdrukking", "lucht", "stem") for j in clause.tokens
    ):
        return None
    if scene.low(i - 1) in ("met", "op", "voor", "in", "door", "ter", "zonder", "over", "ondanks") or scene.low(
        i + 1
    ) not in (*act.content, ".", "", ",", "uit"):
        return None
    return _found(scene, clause, i, act, party, "onderwerp van een werkwoord van uiten", 0.8)


def _with_adjective(scene: Scene, clause: Clause, i: int, act: NounAct) -> Found | None:
    """Read "een Canadees pleidooi voor": the adjective tells whose it is."""
    adjective = scene.at.get(i - 1)
    if (
        adjective
        and adjective[0].form == "adjective"
        and adjective[0].entity.startswith("country/")
        and scene.low(i + 1) in act.content
        and scene.low(i - 2) in ("een", "het", "de", "")
        and act.type in ("urge", "support", "oppose", "concern")
    ):
        return _found(
            scene,
            clause,
            i,
            act,
            Party([Holder(adjective[0].entity)], i),
            "bijvoeglijk naamwoord van een land bij een zelfstandig naamwoord",
            0.75,
        )
    return None


def _indefinite(scene: Scene, i: int) -> bool:
    """Tell whether the noun is brought in anew ("brede steun", "zorgen"), and not taken up ("de steun", "zijn zorgen", "met steun van")."""
    j = i - 1
    while (
        j >= 0
        and scene.tokens[j].is_word
        and (scene.low(j).endswith("e") or scene.low(j) in ("veel", "voldoende", "breed", "groot", "enig"))
        and scene.low(j) not in ("de", "deze", "die", "onze")
        and not scene.tokens[j].finite()
    ):
        j -= 1
    return scene.low(j) not in (
        "de",
        "het",
        "deze",
        "die",
        "dit",
        "dat",
        "zijn",
        "hun",
        "haar",
        "onze",
        "met",
        "voor",
        "op",
        "door",
        "zonder",
        "ter",
        "tot",
        "in",
        "over",
        "om",
        "uit",
    )


def _denied(scene: Scene, clause: Clause, i: int) -> bool:
    return any(
        scene.low(j) in ("geen", "weinig", "niet", "nauwelijks", "onvoldoende") and 0 < i - j <= 3
        for j in clause.tokens
    )


def _expletive(scene: Scene, clause: Clause) -> bool:
    near = [scene.low(j) for j in clause.tokens[:12]]
    return "er" in near or scene.low(clause.tokens[0]) in (
        "daarover",
        "hierover",
        "daarvoor",
        "hiervoor",
        "over",
        "voor",
        "ten",
        "wel",
        "onder",
        "bij",
        "binnen",
        "in",
    )


def _says(scene: Scene, clause: Clause, act: NounAct) -> bool:
    return (
        any(c.opener == "dat" and c.tokens[0] > clause.finite and c.parent >= 0 for c in scene.clauses)
        and "dat" in act.content
    )


def _owner(scene: Scene, clause: Clause, i: int) -> Party | None:
    """Give whose it is: "van/onder/bij/binnen ..." in the clause; what the noun is about is no owner."""
    for j in range(clause.tokens[0], clause.end):
        if j not in clause.tokens or scene.low(j) not in _HOLDING or j == i:
            continue
        if scene.low(j) in ("van",) and not (j == i + 1 or (j > clause.finite and j < i)):
            continue
        if scene.low(j) in ("in", "tussen") and not (j < i and j + 1 < len(scene.tokens)):
            continue
        party = party_at(scene, j + 1)
        if party and all(h.id.split("/")[0] in ("country", "organisation", "group", "person") for h in party.holders):
            if scene.low(j) == "in" and not party.holders[0].id.startswith("organisation/"):
                continue
            return party
    return None


def _received(scene: Scene, clause: Clause, i: int, act: NounAct) -> Found | None:
    adjective = scene.at.get(i - 1)
    if adjective and adjective[0].form == "adjective" and adjective[0].entity.startswith("country/"):
        return _found(
            scene,
            clause,
            i,
            act,
            Party([Holder(adjective[0].entity)], i),
            "bijvoeglijk naamwoord van een land bij wat ontvangen wordt",
            0.8,
        )
    for j in clause.tokens:
        if (scene.low(j) in ("van", "vanuit") and j == i + 1) or (
            scene.low(j) in ("bij", "onder") and j > clause.finite
        ):
            party = party_at(scene, j + 1)
            if party:
                return _found(scene, clause, i, act, party, "wie het geeft staat bij een werkwoord van ontvangen", 0.8)
    return None


def _found(
    scene: Scene, clause: Clause, i: int, act: NounAct, party: Party | None, reason: str, confidence: float
) -> Found:
    first = clause.tokens[0]
    first += scene.low(first) in ("en", "maar", "want", "doch")
    deny = _denied(scene, clause, i)
    kind = _FLIP.get(act.type, "observe") if deny else act.type
    begin = next(
        (j for j in range(i + 1, clause.end) if scene.low(j) in act.content and not (party and j < party.end <= j)),
        i + 1,
    )
    if party and begin < party.end and party.end > i:
        begin = next((j for j in range(party.end, clause.end) if scene.low(j) in act.content), party.end)
    last = clause.end if clause.kind != "sub" else clause.tokens[-1] + 1
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
