"""Who stands there: the phrase that names a holder, from a quantifier to "waaronder Nederland"."""

from __future__ import annotations

from kg.dutch import table
from kg.extract.stances import anaphors, groups
from kg.extract.stances.anaphors import pronoun_at
from kg.extract.stances.groups import OTHERS, group_at, quantifier_at
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene, by_first_word
from kg.model import Holder

__all__ = ["party_at"]

_PEOPLE = table("people")
_GOVERNMENTS = frozenset(_PEOPLE["governments"])
_OFFICES = frozenset(_PEOPLE["offices"])
_OFFICE_WORDS = by_first_word(_PEOPLE["offices"])
_PORTFOLIOS = by_first_word(p.lower().replace(",", " ,") for p in _PEOPLE["portfolios"])
_WORDS = table("words")
_DETERMINERS = frozenset([*_WORDS["articles"], "deze", "die", "dit", *_WORDS["possessives"]])
_FOCUS = frozenset(
    [
        "ook",
        "zowel",
        "alleen",
        "zelfs",
        "vooral",
        "juist",
        "met",
        "name",
        "onder",
        "meer",
        "mede",
        "naast",
        "slechts",
    ]
)
_INCLUDING = frozenset(["waaronder", "w.o.", "inclusief", "incl.", "o.a.", "onder", "zoals", "m.n."])
_EPITHETS = frozenset(
    [
        "waarnemend",
        "waarnemende",
        "demissionair",
        "demissionaire",
        "nieuwe",
        "voormalig",
        "voormalige",
        "toenmalige",
        "toenmalig",
        "scheidend",
        "scheidende",
        "aanstaand",
        "aanstaande",
        "kersverse",
        "huidige",
        "tijdelijk",
        "tijdelijke",
        "plaatsvervangend",
        "plaatsvervangende",
        "zijn",
        "haar",
        "hun",
        "roulerend",
        "roulerende",
        "inkomend",
        "inkomende",
        "zittende",
    ]
)
_MINISTERIAL = frozenset(
    [
        "ministers",
        "vertegenwoordigers",
        "collega’s",
        "collega's",
        "ambtgenoten",
        "delegaties",
        "leiders",
        "premiers",
        "presidenten",
        "regeringsleiders",
        "delegatie",
        "vertegenwoordiger",
        "minister",
    ]
)
_KABINET = frozenset(["kabinet"])


def party_at(scene: Scene, i: int, *, joined: bool = True) -> Party | None:
    """Give the party whose phrase begins at token i, or None; `joined` takes "en Duitsland" and "waaronder ..." in."""
    while (
        scene.low(i) in _FOCUS and i + 1 < len(scene.tokens) and scene.low(i) not in ("onder", "met", "naast", "mede")
    ) or (scene.low(i) == "met" and scene.low(i + 1) == "name"):
        i += 2 if scene.low(i) == "met" else 1
    party = _simple(scene, i)
    if party is None:
        return None
    _origins(scene, party)
    _members(scene, party)
    if joined:
        _coordinated(scene, party)
    return party


_OPENERS = (
    anaphors.OPENERS | groups.OPENERS | _DETERMINERS | _EPITHETS | _KABINET | _OFFICE_WORDS.keys() | {"navo", "eu"}
)


def _simple(scene: Scene, i: int) -> Party | None:
    low = scene.low(i)
    if low not in _OPENERS and i not in scene.at and "-" not in low and not low.isdigit():
        return None
    quantifier, after = quantifier_at(scene, i)
    j = after
    while scene.low(j) in _DETERMINERS:
        j += 1
    if not quantifier:
        pronoun = pronoun_at(scene, i)
        if pronoun:
            return pronoun
    while scene.low(j) in _EPITHETS:
        j += 1
    while scene.low(j) in OTHERS or (
        scene.low(j) in ("navo", "eu") and scene.low(j + 1) in ("bondgenoten", "lidstaten")
    ):
        j += 1
    group = group_at(scene, j, quantifier)
    if group:
        return group
    if scene.low(j) in _KABINET and not quantifier:
        return Party([Holder(NEDERLAND)], j + 1)
    for k in dict.fromkeys((j, after, i)):
        if k in scene.at:
            return _named(scene, k, scene.at[k][1], quantifier)
    return _office(scene, j, after > i or j > i)


def _named(scene: Scene, i: int, end: int, quantifier: str) -> Party | None:
    mention = scene.at[i][0]
    kind = mention.entity.split("/")[0]
    if kind == "person":
        return Party([Holder(mention.entity)], end, sure=0.95)
    if kind == "country":
        if mention.form == "adjective":
            return _behind_adjective(scene, mention.entity, end, quantifier)
        if "-" in scene.tokens[end - 1].text and scene.tokens[end - 1].span.end > mention.span.end:
            return None  # "Iran-deal"
        return Party([Holder(mention.entity)], end, plural=mention.form == "inhabitant")
    if kind == "organisation":
        if scene.tokens[end - 1].span.end > mention.span.end:
            return None  # "NAVO-beleid"
        behind = scene.at.get(end)
        if behind and behind[0].entity.startswith("person/"):
            return Party([Holder(behind[0].entity)], behind[1])
        if scene.low(end) in _OFFICES and end + 1 in scene.at and scene.at[end + 1][0].entity.startswith("person/"):
            return Party([Holder(scene.at[end + 1][0].entity)], scene.at[end + 1][1])
        end = _bracket(scene, end)
        return Party([Holder(mention.entity)], end)
    if (
        kind == "place"
        and mention.entity in scene.registry.capitals
        and scene.tokens[end - 1].span.end == mention.span.end
    ):
        return Party([Holder(scene.registry.capitals[mention.entity])], end, sure=0.8)
    return None


def _bracket(scene: Scene, i: int) -> int:
    """Step over an abbreviation in brackets: "de Noord-Atlantische Raad (NAR)"."""
    return i + 3 if scene.low(i) == "(" and scene.low(i + 2) == ")" else i


def _behind_adjective(scene: Scene, country: str, i: int, quantifier: str) -> Party | None:
    """Read on behind "Franse": a person, an office, a government, or a group."""
    j = i
    while scene.low(j) in ("en", "-") and j + 1 in scene.at and scene.at[j + 1][0].form == "adjective":
        other = scene.at[j + 1]
        rest = _behind_adjective(scene, other[0].entity, other[1], quantifier)
        return (
            Party([Holder(country), *rest.holders], rest.end, plural=True)
            if rest and rest.holders[0].id.startswith("country/")
            else None
        )
    if j in scene.at and scene.at[j][0].entity.startswith("person/"):
        return Party([Holder(scene.at[j][0].entity)], scene.at[j][1])
    if scene.low(j) in _GOVERNMENTS:
        return Party([Holder(country)], j + 1)
    office = _office(scene, j, known=True)
    if office:
        return (
            office
            if office.holders and office.holders[0].id.startswith("person/")
            else Party([Holder(country)], office.end)
        )
    return None


def _office(scene: Scene, i: int, known: bool) -> Party | None:
    """Read an office with or without a name: "minister van Buitenlandse Zaken Klimkin", "de minister"."""
    size = next(
        (len(words) for words in _OFFICE_WORDS.get(scene.low(i), ()) if len(words) <= 3 and scene.stand(i, words)), 0
    )
    if not size and "-" in scene.low(i) and scene.low(i).split("-", 1)[1] in _OFFICES:
        size = 1
    if not size:
        return None
    j = i + size
    j += next((len(words) for words in _PORTFOLIOS.get(scene.low(j), ()) if scene.stand(j, words)), 0)
    j = _bracket(scene, j)
    if scene.low(j) in ("van", "uit") and j + 1 in scene.at and scene.at[j + 1][0].entity.startswith("country/"):
        behind = scene.at[j + 1]
        if behind[1] in scene.at and scene.at[behind[1]][0].entity.startswith("person/"):
            return Party([Holder(scene.at[behind[1]][0].entity)], scene.at[behind[1]][1])
        return Party([Holder(behind[0].entity)], behind[1])  # "de premier van Letland"
    if j in scene.at and scene.at[j][0].entity.startswith("person/"):
        return Party([Holder(scene.at[j][0].entity)], scene.at[j][1])
    if (
        j in scene.at
        and scene.at[j][0].entity.startswith("organisation/")
        and scene.at[j][1] in scene.at
        and scene.at[scene.at[j][1]][0].entity.startswith("person/")
    ):
        behind = scene.at[scene.at[j][1]]
        return Party([Holder(behind[0].entity)], behind[1])
    office = scene.at.get(i)
    if office and office[0].form == "office":
        return Party([Holder(office[0].entity)], max(office[1], j), sure=0.85)
    if scene.low(i) in ("minister", "minister-president", "staatssecretaris", "premier") and known:
        return Party([Holder(NEDERLAND)], j, sure=0.7)
    return None


def _origins(scene: Scene, party: Party) -> None:
    """Put countries in place of their ministers: "de ministers uit Georgië en Oekraïne", "de delegatie van Rusland"."""
    if not party.groups or scene.low(party.end - 1) not in _MINISTERIAL or scene.low(party.end) not in ("uit", "van"):
        return
    j = party.end + 1
    while scene.low(j) in ("de", "partnerlanden", "partnerland", "het", "landen", "als"):
        j += 1
    found = scene.at.get(j)
    if found and found[0].entity.startswith("country/") and found[0].form == "name":
        countries = Party([Holder(found[0].entity)], found[1])
        _coordinated(scene, countries)
        party.holders, party.groups, party.end, party.quantifier, party.plural = (
            countries.holders,
            [],
            countries.end,
            "",
            True,
        )


def _members(scene: Scene, party: Party) -> None:
    """Take in members that are named: ", waaronder Nederland," and "(o.a. NL)"."""
    j = party.end
    if scene.low(j) in (",", "("):
        closing, j = (")" if scene.low(j) == "(" else ","), j + 1
        if scene.low(j) in _INCLUDING or (scene.low(j) == "met" and scene.low(j + 1) == "name"):
            j += 2 if scene.low(j) in ("onder", "met") else 1
            if scene.low(j) in ("ook", "meer", "andere"):
                j += 1
            inner = party_at(scene, j)
            if inner and all(
                h.id.split("/")[0] in ("country", "person", "organisation", "group") for h in inner.holders
            ):
                party.join(inner, "member")
                party.end = inner.end + (scene.low(inner.end) == closing)


def _coordinated(scene: Scene, party: Party) -> None:
    """Take in equals: "Italië en Spanje", "België, Duitsland en Noorwegen", "de NAVO en de EU"."""
    while scene.low(party.end) in ("en", "&", "alsmede", "evenals", "alsook", "als") or scene.low(party.end) == ",":
        sign = scene.low(party.end)
        j = party.end + 1
        if sign == "," and scene.low(j) in ("evenals", "alsmede", "alsook", "en"):
            j += 1
        if sign == "als" and scene.low(party.end - 2) != "zowel":
            return
        other = _simple(scene, j) if scene.low(j) not in _FOCUS else _simple(scene, j + 1)
        if other is None or (any(h.how == "anaphor" for h in other.holders) and not party.groups):
            return
        if sign == "," and not _list_goes_on(scene, other.end):
            return
        _members(scene, other)
        party.join(other)


def _list_goes_on(scene: Scene, i: int) -> bool:
    """Tell whether a list that uses commas comes to its "en": "België, Duitsland en Noorwegen"."""
    for j in range(i, min(i + 14, len(scene.tokens))):
        if scene.low(j) in ("en", "alsmede"):
            return True
        if scene.tokens[j].finite() and scene.low(j) not in ("van",):
            return False
    return False
