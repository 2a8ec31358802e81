"""What a position is about: the named things in what is said, not every name of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kg.dutch import table, word_set
from kg.dutch.acts import acts
from kg.extract.stances.beside import ADJUNCT, TOPIC, beside, leader
from kg.extract.stances.found import Found
from kg.extract.stances.scene import Scene
from kg.extract.stances.shorthand import short_names
from kg.text.clauses import Clause

__all__ = ["about"]

_KINDS = frozenset(["person", "country", "organisation", "treaty", "place", "mission", "instrument"])
_PEOPLE = word_set("people", "groups", "offices")
_GATHERINGS = tuple(table("words")["about"]["gatherings"])
_OTHERS = ("missies", "operaties", "begroting", *_GATHERINGS)  # "NAVO missies" are not the NAVO itself
_REASONS, _CONDITIONS, _ONLY, _RELATIVES, _OF_PERSONS = (
    word_set("words", f"about.{key}") for key in ("reasons", "conditions", "only", "relatives", "of_persons")
)
# whom these address is only asked, and they are not about him: "verzocht Rusland"; "riep Rusland op" is about Rusland too
_ASKING = frozenset(act.rule for act in acts().verbs if "asking" in act.marks)
_SUBJECTS = frozenset(["hij", "zij", "ik", "wij"])
_DENYING = frozenset(["niet", "geen", "niets", "nooit", "buiten", "zonder"])
_TO_SOMEBODY = frozenset(["met", "jegens", "richting", "tegenover"])
_OF_SOMEBODY = word_set("words", "of_somebody")
_SEAT_OF_MANY = "place/brussel"  # "afspraken met Brussel" are made with the EU


def about(scene: Scene, found: Found, others: Sequence[Found] = ()) -> tuple[str, ...]:
    """Give the ids of the named things that a position is about, in the order of the text, each once; what belongs to `others` of the sentence is theirs."""
    holders = _holders(found, others)
    begin, stop = _stretch(scene, found, others)
    spots = [(i, m.entity) for i, m in scene.inside(found.first, min(found.last, stop))]
    spots += short_names(scene, min(begin, max(found.finite, found.first)), min(found.content[1], stop))
    ids = [
        _meant(scene, i, entity)
        for i, entity in sorted(spots)
        if entity.split("/")[0] in _KINDS
        and not any(_subject(scene, o, i) for o in others)
        and not beside(scene, found, i)
        and _counts(scene, found, i, entity, begin)
    ]
    ids = _antecedent(scene, found) + ids
    if found.addressee:
        spoken_to = [h.id for h in found.addressee.holders]
        asked = found.rule in _ASKING
        ids = [i for i in ids if i not in spoken_to or not (asked or i.startswith("person/"))]
        ids += [i for i in spoken_to if i.split("/")[0] in _KINDS - {"person"} and not asked]
    capitals = scene.registry.capitals
    ids = [capitals[i] if capitals.get(i) in holders.union(ids) else i for i in ids]
    return tuple(dict.fromkeys(i for i in ids if i not in holders))


def _holders(found: Found, others: Sequence[Found]) -> set[str]:
    same = [o for o in others if o.content == found.content]  # who is unlike the holder
    return {h.id for f in (found, *same) if f.party for h in f.party.holders}


def _subject(scene: Scene, other: Found, i: int) -> bool:
    """Tell whether the name at token i is the subject of another position: "Canada verwelkomde het door Mexico bepleite plan"."""
    party, clause = other.party, scene.clause_at(other.finite)
    if party is None or clause is None or clause.kind == "sub" or not party.start <= i < party.end:
        return False
    return party.start in (clause.tokens[0], other.finite + 1)


def _stretch(scene: Scene, found: Found, others: Sequence[Found]) -> tuple[int, int]:
    """Give where what is said begins, and where the next position of the sentence, or another main clause, begins at the latest."""
    begin, last = found.content
    starts = [o.first for o in others if found.first < o.first < last and o.first > begin]
    starts += [i for i in range(begin + 1, last) if _goes_on(scene, i)]
    return begin, min(starts, default=last)


def _goes_on(scene: Scene, i: int) -> bool:
    """Tell whether "en" or "maar" at token i begins a main clause with a subject of its own: "en zij besloten", ", en ook Marokko voelt daar niets voor"."""
    if scene.low(i) not in ("en", "maar") or i + 2 >= len(scene.tokens):
        return False
    if scene.low(i + 1) in _SUBJECTS:
        return scene.tokens[i + 2].finite()
    clause = scene.clause_at(i)
    if clause and clause.kind == "sub" and scene.tokens[i - 1].verb and scene.tokens[i + 1].only_finite():
        return True  # "dat de afspraken moeten worden nageleefd en zal Italië vragen"
    if scene.low(i - 1) != ",":
        return False
    i += scene.low(i + 1) == "ook"
    if i + 1 not in scene.at:
        return False
    end = scene.at[i + 1][1]
    while scene.low(end) == "en" and end + 1 in scene.at:
        end = scene.at[end + 1][1]
    return end < len(scene.tokens) and scene.tokens[end].finite()


def _meant(scene: Scene, i: int, city: str) -> str:
    """Give the id of what a name means: a capital that is spoken with, acts or has a view is its country ("gesprekken met Moskou", "de houding van Peking", "dat Delhi afziet van")."""
    before, noun = scene.low(i - 1), scene.low(i - 2)
    acts = before in _TO_SOMEBODY or (before in ("van", "op") and noun in _OF_SOMEBODY)
    acts = acts or any(c.kind == "sub" and c.tokens[0] == i - 1 for c in scene.clauses)
    return scene.registry.capitals.get(city, city) if acts and city != _SEAT_OF_MANY else city


def _counts(scene: Scene, found: Found, i: int, entity: str, begin: int) -> bool:
    clause = scene.clause_at(i)
    if clause and clause.kind == "sub" and clause.opener in _REASONS and found.first < clause.tokens[0]:
        return False
    if clause and clause.kind == "sub" and clause.tokens[0] > found.first and _loose(scene, clause):
        return False
    lead = leader(scene, i, found.first)
    if lead in ("richting", "jegens"):
        return True
    if _modifies(scene, i) or _people(scene, i) or _own(scene, found, i, entity, lead):
        return False
    if entity.startswith("person/") and not _person_counts(scene, found, i, lead, begin):
        return False
    if i >= begin:
        return not _date_or_meeting(scene, i)
    if lead in TOPIC:
        return True
    if found.finite < i:  # the object: "verwelkomde het verdrag dat", "heeft Griekenland bedankt voor"
        adjective = i in scene.at and scene.at[i][0].form == "adjective"
        return lead == "" and not adjective and found.finite >= found.first and not _date_or_meeting(scene, i)
    first = scene.low(found.first)
    fronted = first not in ADJUNCT or (first == "met" and leader(scene, i, found.first + 1) != "")
    # "Met het akkoord met Vietnam stemde Polen in"; whom one is with, in "Met Vietnam sprak Polen af", it is not about
    return (lead == "" or fronted) and not _date_or_meeting(scene, i)


def _people(scene: Scene, i: int) -> bool:
    """Tell whether a name tells only where people or things are from: "Syriërs", "Afrikaanse partners"."""
    mention = scene.at[i][0] if i in scene.at else None
    if mention is None:
        return False
    return mention.form == "inhabitant" or (mention.form == "adjective" and mention.entity.startswith("place/"))


def _own(scene: Scene, found: Found, i: int, land: str, lead: str) -> bool:
    """Tell whether a holder speaks of its own country as of itself: "Kenny zei dat Ierland ...", "kondigde een Nederlandse bijdrage aan", "is voor Nederland van belang"."""
    ids = {h.id for h in found.party.holders} if found.party else set()
    land = scene.registry.capitals.get(land, land)
    if i not in scene.at or land not in {e.country for e in scene.letter.entities if e.id in ids}:
        return False
    clause = scene.clause_at(i)
    return (
        scene.at[i][0].form == "adjective"
        or lead == "voor"
        or bool(clause and clause.kind == "sub" and i - 1 == clause.tokens[0])
    )


def _person_counts(scene: Scene, found: Found, i: int, lead: str, begin: int) -> bool:
    """Tell whether a man or woman is what is spoken of, and not who is spoken to or tells it: "de vrijlating van Navalny", "Over de uitlevering van Nkunda"."""
    if i < begin:
        return lead in _OF_PERSONS and i < found.finite and scene.low(found.first) in TOPIC
    if lead == "":
        own = any(i in c.tokens and found.finite in c.tokens for c in scene.clauses)
        return not own or found.type in ("support", "oppose", "concern")
    return lead in _OF_PERSONS


def _modifies(scene: Scene, i: int) -> bool:
    """Tell whether an organisation's name is only the first part of a word: "EU-lidstaten", "NAVO missies"."""
    mention, end = scene.at.get(i, (None, 0))
    if mention is None or not mention.entity.startswith("organisation/"):
        return False
    word = scene.tokens[end - 1]
    both = any(m is not mention and word.span.overlaps(m.span) for m in scene.mentions)  # "EU-NAVO samenwerking"
    head = (
        word.low[mention.span.end - word.span.start :].lstrip("-")
        if word.span.end > mention.span.end and not both
        else scene.low(end)
    )
    return head in _PEOPLE or head.endswith(_OTHERS)


def _loose(scene: Scene, clause: Clause) -> bool:
    """Tell whether a subordinate clause only adds something: behind a comma ("New START, dat in februari afloopt"), a condition, or "zonder dat"."""
    before = scene.low(clause.tokens[0] - 1)
    if clause.opener in _CONDITIONS and not _demands(scene, clause):
        return True
    if before == "zonder":
        return True
    if before and scene.low(clause.tokens[0] - 2) == "een" and scene.low(clause.tokens[0] - 3) == ",":
        return True  # ", een gedachte waarmee België kon leven"
    if before == "en" and clause.opener.startswith("waar"):
        return True  # ", die werd geleid door Brende en waar ook UNICEF sprak"
    return before == "," and (clause.opener in ("die", "dat", "wat", "wie", "waar") or clause.opener.startswith("waar"))


def _demands(scene: Scene, clause: Clause) -> bool:
    """Tell whether a condition is what is asked for: "pas instemmen als Rusland tekent", "zolang Rusland niet tekent"; "zolang Turkije dat wenst" only adds."""
    if clause.opener == "zolang":
        return any(scene.low(k) in _DENYING for k in (*clause.tokens, *range(clause.tokens[0])))
    return any(scene.low(k) in _ONLY for k in range(max(0, clause.tokens[0] - 9), clause.tokens[0]))


def _antecedent(scene: Scene, found: Found) -> list[str]:
    """Give what a relative clause hangs on, where that is what it is about: "een spoedige toekenning van het MAP, waarvoor Litouwen zich beijverde"."""
    clause = scene.clause_at(found.finite)
    if clause is None or clause.kind != "sub" or found.party is None or scene.low(clause.tokens[0] - 1) != ",":
        return []
    if clause.opener not in _RELATIVES or found.party.start < clause.tokens[0]:
        return []
    comma = clause.tokens[0] - 1
    comma -= comma - 1 in scene.particles  # "stelde een missie naar Mali voor, waarvoor Malta niets voelde"
    comma -= scene.low(comma - 1) == ")"
    return [m.entity for i, (m, end) in scene.at.items() if end == comma and scene.low(i - 1) not in ("in", "met")]


def _date_or_meeting(scene: Scene, i: int) -> bool:
    """Tell whether a name only tells when or where a meeting is: "tijdens de NAVO Top in Warschau", "voor de Top in Brussel"."""
    if i not in scene.at:
        return False
    if scene.low(i - 1) in ("na", "sinds") and scene.at[i][0].entity.startswith("place/"):
        return True
    before = [scene.low(j) for j in range(max(0, i - 4), i)]
    after = [scene.low(j) for j in range(i + 1, i + 3)]
    if before[-1:] == ["van"] and scene.at[i][0].entity.startswith("place/") and before[-2].endswith(_GATHERINGS):
        return True  # "de toezegging op de top van Istanboel"
    if before[-1:] == ["in"] and any(w.endswith(_GATHERINGS) or w == "raad" for w in before):
        return True
    return (
        bool(after)
        and after[0] in ("top", "summit", "ministeriële")
        and any(w in ("tijdens", "voor", "na", "naar", "van", "op", "in") for w in before)
    )
