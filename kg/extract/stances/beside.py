"""Names that stand beside what a position is about: who backs it, who tells it, who proposed it, where one met."""

from __future__ import annotations

from kg.extract.stances.holders.agents import participle_at
from kg.extract.stances.scene import Scene, by_first_word
from kg.extract.stances.tellings.circumstances import leads_holder

__all__ = ["told_apart"]

# behind a comma these bring in who else holds it
_BACKERS = by_first_word(
    [
        *(
            f"{in_that}{word} door"
            for in_that in ("", "daarin ", "hierin ")
            for word in ("gesteund", "bijgevallen", "gevolgd")
        ),
        "evenals",
        "net als",
        "net zoals",
        "aldus",
    ]
)
_LISTING = frozenset(
    [",", "en", "de", "het", "onder", "meer", "andere", "minister", "president", "premier", "ministers"]
)
_CHAIRS = frozenset(["voorzitterschap", "voorzitter", "eu-voorzitterschap", "bemiddeling", "leiding"])


def told_apart(scene: Scene, i: int) -> bool:
    """Tell whether the name at token i is a backer, a teller, who proposed or the chair under whom: none of them is what it is about."""
    return (
        _backs(scene, i) or _proposes(scene, i) or _presides(scene, i) or _in_brackets(scene, i) or _foremost(scene, i)
    )


def _backs(scene: Scene, i: int) -> bool:
    """Read back over a list of names to ", gesteund door" or ", evenals"."""
    j = i - 1
    while j > 0 and (scene.low(j) in _LISTING or j in scene.at or any(a < j < b for a, (_, b) in scene.at.items())):
        for size in (3, 2, 1):
            k = j - size + 1
            if k > 0 and scene.low(k - 1) == "," and len(scene.expression_at(k, _BACKERS)) == size:
                return True
        j -= 1
    return any(
        scene.low(j - size) == "," and len(scene.expression_at(j - size + 1, _BACKERS)) == size
        for size in (3, 2, 1)
        if j - size >= 0
    )


def _proposes(scene: Scene, i: int) -> bool:
    """Tell whether it stands in "zoals door Canada en Mexico voorgesteld", "het door Polen ingediende voorstel", ", door Qatar in overweging gegeven,"."""
    j = i - 1
    while j > 0 and (scene.low(j) in _LISTING or j in scene.at):
        j -= 1
    if scene.low(j) != "door":
        return False
    end = scene.at[i][1]
    while scene.low(end) in ("en", ",") or end in scene.at:
        end = scene.at[end][1] if end in scene.at else end + 1
    if participle_at(scene, end)[1]:
        return True
    near = scene.tokens[end : end + 3]
    return scene.low(j - 1) in ("zoals", "als", ",") and any(r.form == "ptc" for token in near for r in token.verb)


def _presides(scene: Scene, i: int) -> bool:
    """Tell whether it is the chair of "onder Hongaars voorzitterschap", or holds what a circumstance tells: "op verzoek van Polen"."""
    mention, end = scene.at.get(i, (None, 0))
    if (
        mention
        and mention.form == "adjective"
        and scene.low(end) in _CHAIRS
        and scene.low(i - 1) in ("onder", "tijdens")
    ):
        return True
    van = i - 1 - (scene.low(i - 1) in ("de", "het"))
    return scene.low(van) == "van" and leads_holder(scene, van)


def _in_brackets(scene: Scene, i: int) -> bool:
    """Tell whether it says where somebody is from, or where and when one met: "Temer (Brazilië)", "MC12 (Genève, juni 2022)"."""
    if scene.low(i - 1) != "(":
        return False
    person = any(end == i - 1 and m.entity.startswith("person/") for m, end in scene.at.values())
    return person or (scene.at[i][0].entity.startswith("place/") and scene.low(scene.at[i][1]) == ",")


def _foremost(scene: Scene, i: int) -> bool:
    """Tell whether it goes first among the holders: ", Polen en Hongarije voorop"."""
    end = i
    while end in scene.at or scene.low(end) == "en":
        end = scene.at[end][1] if end in scene.at else end + 1
    return scene.low(end) in ("voorop", "vooraan", "incluis")
