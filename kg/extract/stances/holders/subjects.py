"""Who does it: the subject of a clause, and the agent of a passive."""

from __future__ import annotations

from dataclasses import replace

from kg.dutch import word_set
from kg.extract.stances.acts.match import Match
from kg.extract.stances.holders.company import Reader, backer, fellow, later_members
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["fronted", "own_subject", "relative_party", "subject_of", "takes_antecedent"]

_ARTICLES = word_set("words", "articles")
_PREPOSITIONS = word_set("words", "prepositions")
_BETWEEN = word_set("words", "between")
_PRONOUNS = word_set("pronouns", "third", "impersonal", "address") | {"het"}
_ONLY_SUBJECT = word_set("pronouns", "subject_only")
_EMPTY = _BETWEEN - (
    word_set("pronouns", "pointing") | word_set("adverbs", "focus.additive", "focus.particularising") | {"met"}
)
_OWNED = word_set("words", "articles", "possessives")
_LEADING = _OWNED | _PREPOSITIONS | {"geen", "meer"}
_DETERMINERS = word_set("words", "articles", "demonstratives", "possessives", "clauses.ranks")
_MODIFYING = word_set("words", "modifying")
_APPOSED = word_set("words", "company.apposition")
_LIKE = word_set("words", "company.like")
_CIRCUMSTANCES = word_set("words", "clauses.circumstances")
_SET_PHRASES = word_set("words", "clauses.set_phrases")
_COORDINATORS = word_set("words", "clauses.coordinators")
_MARKS = word_set("words", "clauses.coordinators") | frozenset("-•“‘«")
_BELONGING = word_set("verbs", "belonging")


def subject_of(scene: Scene, clause: Clause) -> Party | None:
    """Give the party that is the subject of a clause of the sentence, or None; looked for once."""
    known = scene.subjects
    if clause.index not in known:
        before = subject_of(scene, scene.clauses[clause.parent]) if 0 <= clause.parent < clause.index else None
        known[clause.index] = _subject(scene, scene.clauses[clause.index], before)
    return known[clause.index]


def _subject(scene: Scene, clause: Clause, before: Party | None) -> Party | None:
    """Find the subject: before the finite verb, right behind it, or behind the word that opens a subordinate clause.

    A coordinated verb without a subject of its own takes that of the clause before ("benadrukte Nederland X en riep Turkije op").
    """
    finite = clause.finite
    if finite < 0:
        return None
    own = clause.tokens
    if clause.kind == "shared":
        return before
    if clause.kind == "sub" and clause.opener != "al":
        own_ = _agreeing(scene, clause, own_subject(scene, own, own[0] + 1, finite), before)
        if clause.opener == "die" and own_ and _disagrees(scene, clause, own_):
            own_ = None
        who = own_ or (_antecedent(scene, _relative(scene, clause)) if clause.opener in ("die", "dat") else None)
        if who and who.groups and not own_:
            who = _counted_in(scene, clause, who)
        return _with_fellows(scene, clause, replace(who, holders=list(who.holders))) if who else None
    lead = [i for i in own if i < finite]
    if not lead and scene.memory.label:
        return replace(scene.memory.label, holders=list(scene.memory.label.holders))  # "Frankrijk: ziet in ..."
    while lead and (scene.low(lead[0]) in _MARKS or not scene.tokens[lead[0]].is_word):
        lead = lead[1:]
    if lead:
        party = party_at(scene, lead[0])
        if party and _fills(scene, party, lead):
            if _fronted(scene, clause, party):
                return own_subject(scene, own, finite + 1, own[-1] + 1)
            return _with_fellows(scene, clause, party)
        if len(lead) == 1 and scene.low(lead[0]) in _PRONOUNS:
            return None  # "Het houdt Rusland verantwoordelijk": the pronoun is the subject, whoever it stands for
    after = own_subject(scene, own, finite + 1, own[-1] + 1)
    if after is None:
        return None
    first = fellow(scene, lead[0], party_at) if lead else None
    if first:  # "Samen met Zweden bepleitte Finland ..."
        end = after.end
        after.join(first)
        after.end = end
    return _with_fellows(scene, clause, after)


def fronted(scene: Scene, clause: Clause) -> Party | None:
    """Give the party put before the verb that is not its subject: "Commissaris Vella heb ik gevraagd"; None without one."""
    lead = [i for i in clause.tokens if i < clause.finite]
    party = party_at(scene, lead[0]) if lead and clause.kind == "main" else None
    return party if party and _fills(scene, party, lead) and _fronted(scene, clause, party) else None


def _fronted(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell whether a party before the verb is its object, for a form that only a subject has stands right behind it, or the one before is one man and the verb a plural."""
    behind = clause.finite + 1
    if behind not in clause.tokens or scene.low(party.start) in _ONLY_SUBJECT or party.start < 0:
        return False
    if scene.low(behind) in _ONLY_SUBJECT:
        return True
    numbers = {r.number for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    one = party.holders[0].id.startswith("person/") and not party.plural and party.end <= clause.finite
    return one and numbers == {"pl"} and party_at(scene, behind) is not None


def _agreeing(scene: Scene, clause: Clause, party: Party | None, before: Party | None) -> Party | None:
    """Give the subject of a "dat" clause, where "zij" has a verb in the singular whoever told it: "De Commissie deelde mee dat zij een voorstel zal doen"."""
    if party is None or not party.plural or scene.low(clause.tokens[0] + 1) not in ("zij", "ze"):
        return party
    numbers = {r.number for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    if numbers != {"sg"}:
        return party
    return before if before and not before.plural and not before.groups else None


def _disagrees(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell whether a collective is the object, for the verb has one subject: "die de aanwezigen voorhield"."""
    numbers = {r.number for r in scene.tokens[clause.finite].verb if r.form == "fin"}
    if numbers != {"sg"} or not party.groups or party.quantifier or scene.low(party.start) != "de":
        return False
    helped = any(scene.tokens[k].finite() for k in range(party.end, clause.finite))
    return scene.low(party.end - 1).endswith(("en", "s")) and not helped


def _counted_in(scene: Scene, clause: Clause, group: Party) -> Party:
    """Give a group with whoever the clause before counts among it: "Nederland behoort tot de lidstaten die ...", "is een van de landen die"."""
    host = next((c for c in reversed(scene.clauses[: clause.index]) if c.kind in ("main", "shared")), None)
    one = subject_of(scene, host) if host else None
    if host is None or one is None or one.groups or group.start <= host.finite:
        return group
    words = tuple(scene.low(i) for i in range(host.finite + 1, group.end))
    if words[:2] in (("de", "enige"), ("het", "enige")) or words[:3] == ("als", "enige", "van"):
        return one  # "Hongarije was de enige lidstaat die het voorstel niet steunde"
    belongs = any(r.lemma in _BELONGING for r in scene.tokens[host.finite].verb) and "tot" in words
    if belongs or (
        words[:3] in (("een", "van", "de"), ("één", "van", "de"), ("onder", "de"))
        or words[:2] in (("een", "der"), ("één", "der"))
    ):
        counted = replace(group, holders=list(group.holders), groups=list(group.groups), quantifier="")
        counted.join(one, "member")
        counted.end = group.end
        return counted
    return group


def _aside(scene: Scene, i: int, read: Reader) -> Party | None:
    """Read ", met Denemarken en Zweden," between commas."""
    party = read(scene, i + 1) if scene.low(i) == "met" and scene.low(i - 1) == "," else None
    countries = party and all(h.id.startswith("country/") for h in party.holders)
    return party if party and countries and scene.low(party.end - (scene.low(party.end - 1) == ",")) == "," else None


def _with_fellows(scene: Scene, clause: Clause, party: Party) -> Party:
    """Take in fellows that stand behind the subject or, between commas, later in the clause: "verwierp, net als Duitsland, het plan"."""
    for i in clause.tokens:
        if i < party.end - 1 or (i != party.end and scene.low(i - 1) != ","):
            continue
        if (
            i > max(party.end, clause.finite) + 1
            and scene.low(i) in _LIKE
            and any(end in (i - 1, i - 2) for _, end in scene.at.values())
        ):
            continue  # "steun aan Georgië, evenals Moldavië": of the object
        later_members(scene, i, party, party_at)
        other = fellow(scene, i, party_at) or backer(scene, i, party, party_at) or _aside(scene, i, party_at)
        if other:
            end = other.end + (scene.low(other.end) == ",") if i <= party.end + 1 else party.end
            party.join(other)
            party.end = end
    return party


def relative_party(scene: Scene, clause: Clause) -> Party | None:
    """Give the party that a relative clause behind a comma speaks of and is the subject of: "Nederland, dat het voorstel steunde"."""
    if clause.kind != "sub" or clause.opener not in ("die", "dat"):
        return None
    first = _relative(scene, clause)
    if scene.low(first - 1) != ",":
        return None
    if own_subject(scene, clause.tokens, clause.tokens[0] + 1, clause.finite):
        return None
    return _antecedent(scene, first)


def _relative(scene: Scene, clause: Clause) -> int:
    """Give the token that opens a relative clause, or the first of several that tell of the same: "minister Poltorak, die om hulp vroeg en die zich bezorgd toonde"."""
    while scene.low(clause.tokens[0] - 1) in _COORDINATORS and 0 <= clause.parent < clause.index:
        clause = scene.clauses[clause.parent]
    return clause.tokens[0]


def takes_antecedent(scene: Scene, clause: Clause, match: Match) -> bool:
    """Tell whether "dat" is what the clause's subject did it to: "een idee dat Hongarije afwees"; a clause with an object of its own tells what is wished."""
    before = clause.tokens[0] - 1
    if match.act.content or match.act.fixed or scene.low(before - 1) not in _OWNED:
        return False
    party = own_subject(scene, clause.tokens, clause.tokens[0] + 1, clause.finite)
    rest = [
        i for i in clause.tokens if party and i >= party.end and not scene.tokens[i].verb and scene.tokens[i].is_word
    ]
    return party is not None and len(rest) < 3 and not any(scene.low(i) in _LEADING or i in scene.at for i in rest)


def _fills(scene: Scene, party: Party, lead: list[int]) -> bool:
    """Tell whether a party is all that stands before the finite verb, but for what modifies it: "De NAR als geheel", "Nederland daarentegen"."""
    rest = [i for i in lead if i >= party.end and not (scene.tokens[i].only_finite() and i == lead[-1])]
    if not rest:
        return True
    first = scene.low(rest[0])
    if first in _MODIFYING:
        return not (first == "en" and any(scene.tokens[i].verb for i in rest)) and not (
            first == "," and not _apposition(scene, rest)
        )
    return False


def _apposition(scene: Scene, rest: list[int]) -> bool:
    return scene.low(rest[-1]) in (",", ")") or scene.low(rest[0] + 1) in _APPOSED


def own_subject(scene: Scene, own: list[int], start: int, stop: int) -> Party | None:
    """Look for a subject from a place on, stepping over small words and adverbs only: what a preposition leads in is no subject."""
    i, steps = start, 0
    inside = set(own)
    while i < stop and steps < 8:
        if i not in inside:
            return None
        low = scene.low(i)
        if low in ("door",):
            return None
        beside = fellow(scene, i, party_at)
        if beside:
            i, steps = beside.end, steps + 1
            continue
        party = party_at(scene, i) if low not in _EMPTY else None
        if party:
            return party
        if (
            low in _BETWEEN
            or low == ","
            or (low in ("in", "op") and scene.low(i + 1) in ("het", "de") and scene.low(i + 2) in _SET_PHRASES)
            or (scene.low(i - 1) in ("het", "de") and low in _SET_PHRASES)
        ):
            i, steps = i + 1, steps + 1
            continue
        if low in _PREPOSITIONS:
            skipped = _over_phrase(scene, i, stop)
            if skipped is None:
                return None
            i, steps = skipped, steps + 2
            continue
        if (
            scene.tokens[i].is_word
            and not scene.tokens[i].text[0].isupper()
            and not scene.tokens[i].verb
            and low not in _ARTICLES
        ):
            i, steps = i + 1, steps + 1
            continue
        return None
    return None


def _over_phrase(scene: Scene, i: int, stop: int) -> int | None:
    """Step over a short phrase with a preposition, to the comma or the party that ends it: "riep, in lijn met de Raad, Nederland op"."""
    if scene.low(i) not in _CIRCUMSTANCES:
        return None
    j = i + 1
    while j < min(stop, i + 5):
        if scene.low(j) in _DETERMINERS:
            j += 1
            continue
        return j + 1 if j not in scene.at else None
    return None


def _antecedent(scene: Scene, start: int) -> Party | None:
    """Give the party that a relative clause speaks of: the one that ends right before it."""
    stop = start - 1 if scene.low(start - 1) == "," else start
    for i in range(max(0, stop - 8), stop):
        party = party_at(scene, i)
        if party and party.end in (stop, stop + 1):
            return party
    return None
