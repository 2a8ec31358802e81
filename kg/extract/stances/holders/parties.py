"""Who stands there: the phrase that names a holder, from a quantifier to "waaronder Nederland"."""

from __future__ import annotations

from kg.dutch import word_set
from kg.extract.stances.holders import anaphors, groups
from kg.extract.stances.holders.anaphors import pronoun_at
from kg.extract.stances.holders.company import equals, lands, members
from kg.extract.stances.holders.groups import OTHERS, group_at, quantifier_at
from kg.extract.stances.holders.presidency import presidency
from kg.extract.stances.party import NEDERLAND, Party
from kg.extract.stances.scene import Scene, by_first_word
from kg.model import Holder, Mention

__all__ = ["party_at"]

_GOVERNMENTS = word_set("people", "governments")
_OFFICES = word_set("people", "offices")
_OFFICE_WORDS = by_first_word(office for office in _OFFICES if len(office.split()) <= 3)
_PORTFOLIOS = by_first_word(p.lower().replace(",", " ,") for p in word_set("people", "portfolios"))
_DETERMINERS = word_set("words", "articles", "possessives") | {"deze", "die", "dit"}
_FOCUS = word_set("adverbs", "focus.exclusive", "focus.particularising", "focus.additive") | {"name", "meer", "noch"}
_EPITHETS = word_set("people", "epithets")
_CHAIRED = tuple(word_set("people", "ends_of_an_office"))
_PRESIDENCIES = word_set("people", "presidencies")
_OF_STATE = word_set("people", "epithets_of_a_government")
_OWN_OFFICES = word_set("people", "own_offices")
_BELONGING = word_set("words", "possession.of_an_office")


def party_at(scene: Scene, i: int, *, joined: bool = True) -> Party | None:
    """Give the party whose phrase begins at token i, or None; `joined` takes "en Duitsland" and "waaronder ..." in."""
    start = i
    while (scene.low(i) in _FOCUS and i + 1 < len(scene.tokens)) or (
        scene.low(i) == "met" and scene.low(i + 1) == "name"
    ):
        i += 2 if scene.low(i) == "met" else 1
    if (scene.low(i), scene.low(i + 1)) == ("niet", "alleen"):
        return _both(scene, i + 2)
    if scene.low(i) == "niet" and i + 1 in scene.at and scene.low(scene.at[i + 1][1]) == "maar":
        i = scene.at[i + 1][1] + 1  # "niet Frankrijk maar Duitsland"
    party = _simple(scene, i)
    if party is None:
        return None
    party.start = start
    lands(scene, party, _simple)
    members(scene, party, party_at)
    if joined:
        equals(scene, party, _simple)
    return party


def _both(scene: Scene, i: int) -> Party | None:
    """Read "niet alleen Polen maar ook Roemenië"."""
    party = _simple(scene, i)
    if party is None:
        return None
    j = party.end + (scene.low(party.end) == ",")
    other = _simple(scene, j + 2) if (scene.low(j), scene.low(j + 1)) == ("maar", "ook") else None
    if other is None:
        return None
    party.join(other)
    return party


_OPENERS = (
    anaphors.OPENERS | groups.OPENERS | _DETERMINERS | _EPITHETS | _OFFICE_WORDS.keys() | {"kabinet", "navo", "eu"}
)


def _simple(scene: Scene, i: int) -> Party | None:
    low = scene.low(i)
    if (
        low not in _OPENERS
        and i not in scene.at
        and "-" not in low
        and not low.isdigit()
        and not low.endswith(_CHAIRED)
    ):
        return None
    quantifier, after = quantifier_at(scene, i)
    j = after
    while scene.low(j) in _DETERMINERS:
        j += 1
    if not quantifier or quantifier == "beide":
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
    if scene.low(j) == "kabinet" and not quantifier:
        return Party([Holder(NEDERLAND)], j + 1)
    if scene.low(j) in _PRESIDENCIES and j > i and scene.low(j + 1) != "van":
        return presidency(scene, j + 1)
    if scene.low(j).endswith(_CHAIRED) and j + 1 in scene.at and scene.at[j + 1][0].entity.startswith("person/"):
        return Party(
            [Holder(scene.at[j + 1][0].entity)], scene.at[j + 1][1], human=True
        )  # "Kiescommissievoorzitter Ndayi"
    for k in dict.fromkeys((j, after, i)):
        if k in scene.at:
            return _named(scene, k, scene.at[k][1], quantifier)
    return _office(scene, j, after > i or j > i)


def _named(scene: Scene, i: int, end: int, quantifier: str) -> Party | None:
    mention = scene.at[i][0]
    kind = mention.entity.split("/")[0]
    if kind == "person":
        return Party([Holder(mention.entity)], end, sure=0.95, human=True)
    if kind == "country":
        if mention.form == "adjective":
            return _behind_adjective(scene, mention.entity, end, quantifier)
        if "-" in scene.tokens[end - 1].text and scene.tokens[end - 1].end > mention.span.end:
            return None  # "Iran-deal"
        return Party([Holder(mention.entity)], end, plural=mention.form == "inhabitant")
    if kind == "organisation":
        behind = scene.at.get(end)
        longer = scene.tokens[end - 1].end > mention.span.end
        if longer and not (behind and scene.low(end - 1).rpartition("-")[2] in _OFFICES):
            return None  # "NAVO-beleid", but "AU-voorzitter Sall"
        if behind and behind[0].entity.startswith("person/"):
            return Party([Holder(behind[0].entity)], behind[1], human=True)
        if scene.low(end) in _OFFICES and end + 1 in scene.at and scene.at[end + 1][0].entity.startswith("person/"):
            return Party([Holder(scene.at[end + 1][0].entity)], scene.at[end + 1][1], human=True)
        end = _bracket(scene, end)
        return Party([Holder(mention.entity)], end)
    if kind == "place" and mention.entity in scene.registry.capitals and scene.tokens[end - 1].end == mention.span.end:
        return Party([Holder(scene.registry.capitals[mention.entity])], end, sure=0.8)
    return None


def _bracket(scene: Scene, i: int) -> int:
    """Step over an abbreviation in brackets: "de Noord-Atlantische Raad (NAR)"."""
    return i + 3 if scene.low(i) == "(" and scene.low(i + 2) == ")" else i


def _behind_adjective(scene: Scene, country: str, i: int, quantifier: str) -> Party | None:
    """Read on behind "Franse": a person, an office, a government, or a group."""
    j = i
    while scene.low(j) in ("en", "-"):
        k = j + 1 + (scene.low(j + 1) in ("de", "het"))
        if k not in scene.at or scene.at[k][0].form != "adjective":
            break
        other = scene.at[k]  # "de Franse en de Duitse minister"
        rest = _behind_adjective(scene, other[0].entity, other[1], quantifier)
        return (
            Party([Holder(country), *rest.holders], rest.end, plural=True)
            if rest and rest.holders[0].id.startswith("country/")
            else None
        )
    if j in scene.at and scene.at[j][0].entity.startswith("person/"):
        return Party([Holder(scene.at[j][0].entity)], scene.at[j][1], human=True)
    if scene.low(j + (scene.low(j) in _OF_STATE)) in _GOVERNMENTS:
        return Party([Holder(country)], j + 1 + (scene.low(j) in _OF_STATE))
    office = _office(scene, j, known=True)
    if office:
        return (
            office
            if office.holders and office.holders[0].id.startswith("person/")
            else Party([Holder(country)], office.end, human=True)
        )
    return (
        Party([Holder(country)], j + 1, sure=0.9, human=True)
        if scene.low(j) in _OFFICES or scene.low(j).endswith(_CHAIRED)
        else None
    )  # "mijn Duitse collega"


def _set_off(scene: Scene, j: int) -> Party | None:
    """Read a name set off behind an office: "de president van de Europese Raad, Tusk,", "de aanklager van het Strafhof (ICC), Karim Khan,"."""
    comma = next((k for k in range(j, min(j + 10, len(scene.tokens))) if scene.low(k) == ","), 0)
    if not comma or any(scene.tokens[k].finite() and not scene.tokens[k].doubtful for k in range(j, comma)):
        return None
    k = comma + 1
    while scene.low(k) in _OFFICES or scene.low(k) in ("de", "heer", "mevrouw"):
        k += 1
    behind = scene.at.get(k)
    if behind and behind[0].entity.startswith("person/") and scene.low(behind[1]) == ",":
        return Party([Holder(behind[0].entity)], behind[1] + 1, human=True)
    return None


def _office(scene: Scene, i: int, known: bool) -> Party | None:
    """Read an office with or without a name: "minister van Buitenlandse Zaken Klimkin", "de minister"."""
    size = len(scene.expression_at(i, _OFFICE_WORDS))
    if not size and "-" in scene.low(i) and scene.low(i).split("-", 1)[1] in _OFFICES:
        size = 1
    if not size:
        return None
    j = i + size
    j += len(scene.expression_at(j, _PORTFOLIOS))
    j = _bracket(scene, j)
    if scene.low(j) in ("van", "uit") and j + 1 in scene.at and scene.at[j + 1][0].entity.startswith("country/"):
        behind = scene.at[j + 1]
        if behind[1] in scene.at and scene.at[behind[1]][0].entity.startswith("person/"):
            return Party([Holder(scene.at[behind[1]][0].entity)], scene.at[behind[1]][1], human=True)
        return Party([Holder(behind[0].entity)], behind[1], human=True)  # "de premier van Letland"
    if j in scene.at and scene.at[j][0].entity.startswith("person/"):
        return Party([Holder(scene.at[j][0].entity)], scene.at[j][1], human=True)
    if (
        j in scene.at
        and scene.at[j][0].entity.startswith("organisation/")
        and scene.at[j][1] in scene.at
        and scene.at[scene.at[j][1]][0].entity.startswith("person/")
    ):
        behind = scene.at[scene.at[j][1]]
        return Party([Holder(behind[0].entity)], behind[1], human=True)
    named = _set_off(scene, j)
    if named:
        return named
    office = scene.at.get(i)
    if office and office[0].form == "office":
        return Party([Holder(office[0].entity)], max(office[1], j), sure=0.85, human=True)
    body = _body(scene, i + size) if known else None
    if body:
        return Party([Holder(body[0].entity)], _bracket(scene, body[1]), sure=0.9)
    return _office_alone(scene, i, j) if known else None


def _body(scene: Scene, i: int) -> tuple[Mention, int] | None:
    """Give the organisation that an office belongs to: "de vertegenwoordiger van de Europese Commissie"; None without one."""
    if scene.low(i) not in _BELONGING:
        return None
    found = scene.at.get(i + 1 + (scene.low(i + 1) in ("de", "het")))
    return found if found and found[0].entity.startswith("organisation/") else None


def _office_alone(scene: Scene, i: int, j: int) -> Party | None:
    """Give whom "de minister" or "de president" without a name stands for: who was called so last, else for an office of the writer's own Nederland."""
    word, memory = scene.low(i), scene.memory
    alone = scene.low(i - 1) == "de" and j == i + 1 and scene.low(j) not in ("van", "uit", "voor")
    guest = memory.guest if word == "minister" and memory.first_person else ""
    if word not in _OWN_OFFICES or (word == "premier" and alone):
        guest = memory.called(word)
    if guest and alone:
        return Party([Holder(guest, "anaphor")], j, sure=0.7, human=True)
    return Party([Holder(NEDERLAND)], j, sure=0.7, human=True) if word in _OWN_OFFICES else None
