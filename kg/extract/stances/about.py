"""What a position is about: the named things in what is said, not every name of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kg.dutch import table
from kg.extract.stances.beside import told_apart
from kg.extract.stances.found import Found
from kg.extract.stances.holders.anaphors import meant_again
from kg.extract.stances.scene import Scene
from kg.model import Mention
from kg.text.clauses import Clause

__all__ = ["about"]

_MODIFIED = frozenset(["missies", "operaties", "ministers", "bondgenoten", "lidstaten", "top", "partners", "leden"])
_KINDS = frozenset(["person", "country", "organisation", "treaty", "place", "mission", "instrument"])
# a phrase of these tells where, when or for whom it was said, and stands outside what is said
_ADJUNCT = frozenset(
    [
        "in",
        "tijdens",
        "binnen",
        "namens",
        "na",
        "sinds",
        "gedurende",
        "op",
        "bij",
        "onder",
        "te",
        "samen",
        "met",
        "volgens",
        "door",
    ]
)
_TOPIC = frozenset(
    [
        "richting",
        "over",
        "aan",
        "ten",
        "met_betrekking",
        "tegenover",
        "inzake",
        "betreffende",
        "jegens",
        "voor",
        "tegen",
        "omtrent",
        "naar",
        "t.a.v.",
        "m.b.t.",
        "van",
    ]
)
_OFFICES = frozenset(table("people")["offices"])
_THROUGH = frozenset(
    [
        ("bij", "monde"),
        ("op", "verzoek"),
        ("op", "voorstel"),
        ("op", "uitnodiging"),
        ("op", "initiatief"),
        ("op", "aandringen"),
        ("onder", "druk"),
        ("onder", "voorzitterschap"),
        ("onder", "leiding"),
        ("onder", "aanvoering"),
        ("op", "aandrang"),
        ("in", "navolging"),
        ("uit", "naam"),
        ("op", "last"),
        ("met", "hulp"),
        ("met", "steun"),
        ("dankzij", "steun"),
        ("dankzij", "bemiddeling"),
    ]
)
_SPOKEN_TO = frozenset(
    ["vragen", "vragen-om", "verzoeken", "verzekeren", "voor-houden", "vragen-opheldering", "op-dragen", "adviseren"]
)
_REASON = frozenset(
    ["omdat", "aangezien", "doordat", "waarbij", "terwijl", "waardoor", "waarna", "hetgeen", "nadat", "hoewel"]
)
_TO_SOMEBODY = frozenset(["met", "jegens", "richting", "tegenover"])
_OF_SOMEBODY = frozenset(table("words")["of_somebody"])
_SEAT_OF_MANY = "place/brussel"  # "afspraken met Brussel" are made with the EU
_ADDING = frozenset(
    ["zolang", "als", "indien", "mits", "tenzij", "zodra", "wanneer", "nadat", "totdat", "opdat", "hoewel", "al"]
)


def about(scene: Scene, found: Found, others: Sequence[Found] = ()) -> tuple[str, ...]:
    """Give the ids of the named things that a position is about, in the order of the text, each once; what belongs to `others` of the sentence is theirs."""
    same = [o for o in others if o.content == found.content]  # who is unlike the holder
    holders = {h.id for f in (found, *same) if f.party for h in f.party.holders}
    homes = {e.country for e in scene.letter.entities if e.id in holders and e.country}
    begin, last = found.content
    stop = min((o.first for o in others if found.first < o.first < last and o.first > begin), default=last)
    beside = [o.party for o in others if o is not found and o.finite == found.finite and o.party]
    ids = [
        _meant(scene, i, mention.entity)
        for i, mention in scene.inside(found.first, found.last)
        if mention.entity.split("/")[0] in _KINDS
        and i < stop
        and not _in_party(scene, found, i)
        and not any(party.start <= i < party.end for party in beside)
        and not _addressed(found, i)
        and not told_apart(scene, i)
        and not (mention.entity in homes and _speaks_for(scene, i, mention))
        and _counts(scene, found, i, begin)
    ]
    ids += meant_again(scene, begin, min(last, stop))
    if found.addressee and not _addressed(found, found.addressee.start):
        ids += [h.id for h in found.addressee.holders if h.id.split("/")[0] in _KINDS]
    return tuple(dict.fromkeys(i for i in ids if i not in holders))


def _speaks_for(scene: Scene, i: int, mention: Mention) -> bool:
    """Tell whether a minister's own country is only whom he speaks for: "zei dat Frankrijk zich verzet", "een Nederlandse bijdrage"; not "de wapens in Duitsland"."""
    return mention.form == "adjective" or any(c.kind == "sub" and c.tokens[0] == i - 1 for c in scene.clauses)


def _addressed(found: Found, i: int) -> bool:
    """Tell whether a name stands in who is spoken to, of what others should do or of what they are assured: "verzocht de Commissie om", "verzekerde de heer Grandi dat"."""
    party = found.addressee
    if party is None or not party.start <= i < party.end:
        return False
    return party.human or found.rule.rpartition(".")[2] in _SPOKEN_TO


def _meant(scene: Scene, i: int, city: str) -> str:
    """Give the id of what a name means: a capital that is spoken with, or has a view, is its country ("gesprekken met Moskou", "de houding van Peking")."""
    before, noun = scene.low(i - 1), scene.low(i - 2)
    acts = before in _TO_SOMEBODY or (before in ("van", "op") and noun in _OF_SOMEBODY)
    return scene.registry.capitals.get(city, city) if acts and city != _SEAT_OF_MANY else city


def _counts(scene: Scene, found: Found, i: int, begin: int) -> bool:
    clause = next((c for c in scene.clauses if i in c.tokens), None)
    if clause and clause.kind == "sub" and clause.opener in _REASON and found.first < clause.tokens[0]:
        return False
    if clause and clause.kind == "sub" and clause.tokens[0] > found.first and _loose(scene, clause):
        return False
    if clause and clause.kind == "aside":
        return False  # "Duitsland was niet bereid, zo lichtte minister Maas toe"
    lead = _leader(scene, i, max(found.first, found.finite + 1 if i > found.finite else 0))
    if lead in ("richting", "jegens"):
        return True
    if (
        lead
        in ("tijdens", "namens", "volgens", "uitzondering", "anders dan", "tegenstelling tot", "maar niet", "en niet")
        or _modifies(scene, i)
        or _seat(scene, i, lead)
    ):
        return False
    if scene.low(i - 1) == "uw" or _mouthpiece(scene, i, found.first):
        return False  # "uw Kamer", to whom the letter is written
    fronted = i < found.finite and scene.low(found.first) in ("over", "voor", "tegen", "aan")
    if scene.at[i][0].entity.startswith("person/") and (
        (i < begin and not fronted) or lead not in ("", "over", "van", "voor", "tegen", "aan")
    ):
        return False
    if lead == "door" and max(found.cue, default=i) < found.finite < i and _passive(scene, found.finite):
        return False  # "De kritiek op Hongarije werd door Frankrijk gedeeld"
    if i >= begin:
        return not _date_or_meeting(scene, i)
    if lead in _TOPIC:
        return True
    first = scene.low(found.first)
    return found.finite > i and (lead == "" or first not in _ADJUNCT) and not _date_or_meeting(scene, i)


def _passive(scene: Scene, finite: int) -> bool:
    return any(r.form == "fin" and r.lemma in ("worden", "zijn") for r in scene.tokens[finite].verb)


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
    return party.start <= i < end


def _apposition(scene: Scene, i: int) -> int:
    """Give the end of what is said of a holder between commas: "Gayssot, de Franse minister van Verkeer, verwierp"; 0 where it is nothing of the kind."""
    comma = next((k for k in range(i, min(i + 9, len(scene.tokens))) if scene.low(k) == ","), 0)
    inside = range(i, comma)
    told = any(scene.low(k) in _OFFICES for k in inside) or scene.low(i) in ("de", "het", "een")
    told = told or scene.low(comma - 1) in ("voorop", "vooraan", "incluis")
    return comma if told and not any(scene.tokens[k].only_finite() for k in inside) else 0


def _mouthpiece(scene: Scene, i: int, first: int) -> bool:
    """Tell whether a name stands behind "bij monde van" or "op verzoek van": it says who spoke or asked, not of what."""
    for j in range(i - 1, max(first, i - 8) - 1, -1):
        if scene.low(j) == "van":
            return (scene.low(j - 2), scene.low(j - 1)) in _THROUGH
        if scene.tokens[j].only_finite() or scene.low(j) in _ADJUNCT:
            return False
    return False


def _modifies(scene: Scene, i: int) -> bool:
    """Tell whether an organisation's name is only the first part of a word: "EU-lidstaten", "NAVO missies"."""
    mention, end = scene.at.get(i, (None, 0))
    if mention is None or not mention.entity.startswith("organisation/"):
        return False
    word = scene.tokens[end - 1].span
    both = any(m is not mention and word.overlaps(m.span) for m in scene.mentions)  # "EU-NAVO samenwerking"
    return (word.end > mention.span.end and not both) or scene.low(end) in _MODIFIED


def _seat(scene: Scene, i: int, lead: str) -> bool:
    """Tell whether a city only tells where one meets: "in Brussel", "in Wenen"."""
    if i not in scene.at or lead not in ("in", "te"):
        return False
    city = scene.at[i][0].entity
    return city in scene.registry.capitals or any(m.place == city for m in scene.letter.meetings)


def _loose(scene: Scene, clause: Clause) -> bool:
    """Tell whether a subordinate clause only adds something: behind a comma ("New START, dat in februari afloopt"), a condition, or "zonder dat"."""
    before = scene.low(clause.tokens[0] - 1)
    if clause.opener in _ADDING or before in ("zonder", "ook"):
        return True
    if before and scene.low(clause.tokens[0] - 2) == "een" and scene.low(clause.tokens[0] - 3) == ",":
        return True  # ", een gedachte waarmee België kon leven"
    return before == "," and (clause.opener in ("die", "dat", "wat", "wie", "waar") or clause.opener.startswith("waar"))


def _leader(scene: Scene, i: int, first: int) -> str:
    """Give the preposition that leads in the phrase of a token, or ""."""
    for j in range(i - 1, max(first, i - 9) - 1, -1):
        low = scene.low(j)
        if low == "van" and scene.low(j - 1) == "uitzondering":
            return "uitzondering"
        if (scene.low(j - 1), low) in (("anders", "dan"), ("tegenstelling", "tot"), ("maar", "niet"), ("en", "niet")):
            return f"{scene.low(j - 1)} {low}"
        if low in _ADJUNCT or low in _TOPIC:
            return low
        if scene.tokens[j].only_finite() or not scene.tokens[j].is_word:
            return ""
    return ""


def _date_or_meeting(scene: Scene, i: int) -> bool:
    """Tell whether a name only tells when or where a meeting is: "tijdens de NAVO Top in Warschau", "voor de Top in Brussel"."""
    if scene.low(i - 1) in ("na", "sinds") and scene.at[i][0].entity.startswith("place/"):
        return True
    before = [scene.low(j) for j in range(max(0, i - 4), i)]
    after = [scene.low(j) for j in range(i + 1, i + 3)]
    if before[-1:] == ["in"] and any(
        w.endswith(("top", "bijeenkomst", "conferentie", "zitting")) or w == "raad" for w in before
    ):
        return True
    return (
        bool(after)
        and after[0] in ("top", "summit", "ministeriële")
        and any(w in ("tijdens", "voor", "na", "naar", "van", "op", "in") for w in before)
    )
