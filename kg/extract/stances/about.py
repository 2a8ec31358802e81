"""What a position is about: the named things in what is said, not every name of the sentence."""

from __future__ import annotations

from kg.extract.stances.found import Found
from kg.extract.stances.scene import Scene
from kg.text.clauses import Clause

__all__ = ["about"]

_KINDS = frozenset(["country", "organisation", "treaty", "place", "mission", "instrument"])
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
_REASON = frozenset(
    ["omdat", "aangezien", "doordat", "waarbij", "terwijl", "waardoor", "waarna", "hetgeen", "nadat", "hoewel"]
)
_ADDING = frozenset(
    ["als", "indien", "mits", "tenzij", "zolang", "zodra", "wanneer", "nadat", "totdat", "opdat", "hoewel", "al"]
)
_THE_THING = {
    "verdrag": ("treaty",),
    "akkoord": ("treaty",),
    "akkoorden": ("treaty",),
    "overeenkomst": ("treaty",),
    "missie": ("mission",),
    "operatie": ("mission",),
    "trainingsmissie": ("mission",),
}


def about(scene: Scene, found: Found) -> tuple[str, ...]:
    """Give the ids of the named things that a position is about, in the order of the text, each once."""
    holders = {h.id for h in found.party.holders} if found.party else set()
    ids: list[str] = []
    begin, last = found.content
    for i, mention in scene.inside(found.first, found.last):
        kind = mention.entity.split("/")[0]
        if kind not in _KINDS or not _counts(scene, found, i, begin):
            continue
        if found.party and mention.entity in holders and i < found.party.end <= i + 8 and i < begin:
            continue
        ids.append(mention.entity)
    ids += _anaphors(scene, begin, last)
    party = found.addressee
    if party:
        ids += [h.id for h in party.holders if h.id.split("/")[0] in _KINDS]
    return tuple(dict.fromkeys(i for i in ids if i not in holders or _again(scene, found, i, begin)))


def _counts(scene: Scene, found: Found, i: int, begin: int) -> bool:
    if found.party and any(h.how in ("member", "subject") for h in found.party.holders) and _in_party(scene, found, i):
        return False
    clause = next((c for c in scene.clauses if i in c.tokens), None)
    if clause and clause.kind == "sub" and clause.opener in _REASON and found.first < clause.tokens[0]:
        return False
    if clause and clause.kind == "sub" and clause.tokens[0] > found.first and _loose(scene, clause):
        return False
    lead = _leader(scene, i, found.first)
    if lead in ("richting", "jegens"):
        return True
    if lead == "tijdens":
        return False
    if i >= begin:
        return not _date_or_meeting(scene, i)
    return lead in _TOPIC or _fronted(found, i, lead)


def _loose(scene: Scene, clause: Clause) -> bool:
    """Tell whether a subordinate clause only adds something: behind a comma ("New START, dat in februari afloopt"), a condition, or "zonder dat"."""
    before = scene.low(clause.tokens[0] - 1)
    if clause.opener in _ADDING or before in ("zonder", "ook"):
        return True
    return before == "," and (clause.opener in ("die", "dat", "wat", "wie", "waar") or clause.opener.startswith("waar"))


def _in_party(scene: Scene, found: Found, i: int) -> bool:
    party = found.party
    return (
        party is not None
        and party.end - 14 < i < party.end
        and scene.at.get(i, (None, 0))[1] <= party.end
        and any(h.id == scene.at[i][0].entity for h in party.holders)
        if i in scene.at
        else False
    )


def _leader(scene: Scene, i: int, first: int) -> str:
    """Give the preposition that leads in the phrase of a token, or ""."""
    for j in range(i - 1, max(first, i - 9) - 1, -1):
        low = scene.low(j)
        if low in _ADJUNCT or low in _TOPIC:
            return low
        if scene.tokens[j].only_finite() or not scene.tokens[j].is_word:
            return ""
    return ""


def _fronted(found: Found, i: int, lead: str) -> bool:
    """Tell whether it stands in an object before the verb: "een terugkeer naar Rusland wijst Nederland af"."""
    return (
        found.finite > i
        and lead == ""
        and not (found.party and found.party.end <= found.finite and i < found.party.end)
    )


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


def _again(scene: Scene, found: Found, id_: str, begin: int) -> bool:
    return (
        any(m.entity == id_ and i >= begin for i, m in scene.inside(begin, found.last))
        and found.party is not None
        and begin > found.party.end - 1
    )


def _anaphors(scene: Scene, begin: int, last: int) -> list[str]:
    out: list[str] = []
    countries = [c for c in scene.memory.countries() if c != "country/nederland"]
    for i in range(max(begin, 0), last):
        low, before = scene.low(i), scene.low(i - 1)
        if low == "land" and before in ("het", "dat", "dit") and countries:
            out.append(countries[-1])
        elif low == "landen" and before == "beide" and len(countries) > 1:
            out += countries[-2:]
        elif low in _THE_THING and before in ("het", "de", "dit", "dat", "deze", "die") and i not in scene.at:
            thing = scene.memory.last(*_THE_THING[low])
            if thing and scene.low(i + 1) not in ("van", "inzake", "over", "tussen", "in", "op", "naar"):
                out.append(thing)
    return out
