"""Who stands with a party: equals ("en Duitsland"), members ("waaronder Nederland"), fellows ("net als Duitsland") and the land behind ministers."""

from __future__ import annotations

from collections.abc import Callable

from kg.dutch import word_set
from kg.extract.stances.party import Party
from kg.extract.stances.scene import Scene, by_first_word
from kg.model import Holder

__all__ = ["Reader", "backer", "equals", "fellow", "lands", "later_members", "members"]

_KINDS = ("country", "person", "organisation", "group")
_ENDS = word_set("verbs", "particles") | word_set("adverbs", "pronominal.taking_sides") | {"zich"}
_INCLUDING = word_set("words", "company.including")
_PRESENTING = by_first_word(word_set("words", "company.presenting"))
_LIKE = by_first_word(word_set("words", "company.like"))
# whoever backs a country in what it says says it too; who backs a militia or a warlord need not
_BACKED = by_first_word(word_set("words", "company.backed_by"))
_LED = by_first_word(word_set("words", "company.led_by"))
_AMONG = word_set("words", "among")
_LISTING = word_set("words", "company.listing") | {","}
_FOCUS = word_set("adverbs", "focus.additive", "focus.particularising")
_SPEAKING_FOR = word_set("people", "speak_for_a_country")
_BEFORE_LANDS = word_set("words", "possession.before_lands")
Reader = Callable[[Scene, int], Party | None]


def fellow(scene: Scene, i: int, read: Reader) -> Party | None:
    """Give the party behind "net als", "evenals" or "samen met" at token i, or None."""
    size = len(scene.expression_at(i, _LIKE))
    if not size or (scene.low(i) == "mede"):
        return None
    size += 2 * (scene.low(i + size) == "onder" and scene.low(i + size + 1) in _AMONG)
    party = read(scene, i + size)
    return party if party and all(h.id.split("/")[0] in _KINDS for h in party.holders) else None


def backer(scene: Scene, i: int, party: Party, read: Reader) -> Party | None:
    """Give the party behind "gesteund door" at token i, where it backs countries: "Italië, gesteund door Spanje, bepleitte"; or None."""
    size = len(scene.expression_at(i, _BACKED))
    if not size or not all(h.id.startswith(("country/", "group/")) for h in party.holders):
        return None
    other = read(scene, i + size)
    return other if other and all(h.id.startswith(("country/", "group/")) for h in other.holders) else None


def lands(scene: Scene, party: Party, simple: Reader) -> None:
    """Put countries in place of their ministers: "de ministers uit Georgië en Oekraïne", "de delegatie van Rusland"."""
    if not party.groups or scene.low(party.end - 1) not in _SPEAKING_FOR or scene.low(party.end) not in ("uit", "van"):
        return
    j = party.end + 1
    while scene.low(j) in _BEFORE_LANDS:
        j += 1
    found = scene.at.get(j)
    if found and found[0].entity.startswith("country/") and found[0].form == "name":
        countries = Party([Holder(found[0].entity)], found[1])
        equals(scene, countries, simple)
        party.holders, party.groups, party.end, party.quantifier, party.plural = (
            countries.holders,
            [],
            countries.end,
            "",
            True,
        )


def members(scene: Scene, party: Party, read: Reader) -> None:
    """Take in members that are named: ", waaronder Nederland,", "(o.a. NL)" and ", te weten Italië en Spanje,"."""
    j = party.end
    if party.groups and scene.low(j) in ("rond", "rondom"):
        inner = read(scene, j + 1)  # "een groep lidstaten rond Polen"
        if inner and all(h.id.startswith("country/") for h in inner.holders):
            party.join(inner, "member")
            party.end = inner.end
            return
    if scene.low(j) not in (",", "("):
        return
    closing, j = (")" if scene.low(j) == "(" else ","), j + 1
    size = len(scene.expression_at(j, _PRESENTING) or scene.expression_at(j, _LED)) if party.groups else 0
    if party.groups and not size and _foremost(scene, party, j + (scene.low(j) == "met"), read):
        return
    if not size and scene.low(j) in _INCLUDING:
        size = 2 if scene.low(j) == "onder" else 1
    if not size:
        return
    j += size + (scene.low(j + size) == "ook" or scene.low(j + size) in _AMONG)
    j += 2 * ((scene.low(j), scene.low(j + 1)) == ("die", "van"))  # "onder wie die van Hongarije"
    inner = read(scene, j)
    if inner and all(h.id.split("/")[0] in _KINDS for h in inner.holders):
        party.join(inner, "member")
        party.end = inner.end + (scene.low(inner.end) == closing)


def _foremost(scene: Scene, party: Party, j: int, read: Reader) -> bool:
    """Take in who goes first: "een groep lidstaten, met Hongarije voorop,", "veel landen, Polen voorop,"; tell whether anybody does."""
    inner = read(scene, j)
    if inner is None or scene.low(inner.end) not in ("voorop", "vooraan"):
        return False
    party.join(inner, "member")
    party.end = inner.end + 1 + (scene.low(inner.end + 1) == ",")
    return True


def later_members(scene: Scene, i: int, party: Party, read: Reader) -> None:
    """Take in members behind the verb: "verzet een groot aantal lidstaten zich tegen, waaronder Polen"; not of a noun that stands in between."""
    if not party.groups or scene.low(i) not in ("waaronder", "w.o.") or scene.low(i - 1) != ",":
        return
    before = scene.tokens[i - 2]
    inner = read(scene, i + 1) if before.verb or before.low in _ENDS else None
    if inner and all(h.id.split("/")[0] in _KINDS for h in inner.holders):
        end = party.end
        party.join(inner, "member")
        party.end = end


def equals(scene: Scene, party: Party, simple: Reader) -> None:
    """Take in equals: "Italië en Spanje", "België, Duitsland en Noorwegen", "Frankrijk, evenals Duitsland,"."""
    while True:
        _over_mouth(scene, party, simple)
        if scene.low(party.end) not in _LISTING:
            return
        sign, j = scene.low(party.end), party.end + 1
        aside = len(scene.expression_at(j, _LIKE)) if sign == "," else 0
        if aside and scene.low(j) == "mede":
            return
        j += aside or (sign == "," and scene.low(j) == "en")
        if sign == "als" and scene.low(party.end - 2) != "zowel":
            return
        other = simple(scene, j + (scene.low(j) in _FOCUS))
        if other is None or (any(h.how == "anaphor" for h in other.holders) and not party.groups):
            return
        if sign == "," and not aside and not _goes_on(scene, other.end):
            return
        members(scene, other, simple)
        party.join(other)
        if aside:
            equals(scene, party, simple)
            party.end += scene.low(party.end) == ","
            return


def _over_mouth(scene: Scene, party: Party, simple: Reader) -> None:
    """Step over who spoke for a country in a list: "Duitsland bij monde van Zu Guttenberg en Frankrijk", "België, bij monde van minister Durant, en Luxemburg"."""
    i = party.end + (scene.low(party.end) == ",")
    if tuple(scene.lows[i : i + 3]) != ("bij", "monde", "van"):
        return
    mouth = simple(scene, i + 3)
    if mouth:
        after = mouth.end + (scene.low(mouth.end) == "," and i > party.end)
        party.end = after if scene.low(after) in ("en", ",") else party.end


def _goes_on(scene: Scene, i: int) -> bool:
    """Tell whether a list that uses commas comes to its "en": "België, Duitsland en Noorwegen"."""
    for j in range(i, min(i + 14, len(scene.tokens))):
        if scene.low(j) in ("en", "alsmede"):
            return True
        if scene.tokens[j].finite() and scene.low(j) not in ("van",):
            return False
    return False
