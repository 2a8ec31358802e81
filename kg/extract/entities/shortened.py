"""The head of a long name by which a letter takes it up again: "het Kompas" after "het Strategisch Kompas"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extract.entities.kinds import kind_of_head
from kg.extract.mentions import Taken
from kg.model import Entity, Letter, Mention, Span

__all__ = ["shortened"]

_SHORTEST = 5
# a longer name of something else: "het Verdrag van Tilburg", "het Comité voor de Zalmvisserij"
_LONGER = r"(?!\s[A-ZÀ-Þ])(?!\s(?:van|voor|inzake|tot|tegen)\s(?:de\s|het\s)?[A-ZÀ-Þ])"


def shortened(letter: Letter, mentions: list[Mention], named: Mapping[str, Entity]) -> list[Mention]:
    """Give the mentions with those by a head alone added, where only one thing that the letter names can be meant.

    `named` holds what the letter names, by id. A head has a capital in the long name too, or is no name.
    """
    means: dict[str, set[str]] = {}
    for entity in named.values():
        for head in _heads(entity):
            means.setdefault(head, set()).add(entity.id)
    single = {head: next(iter(ids)) for head, ids in means.items() if len(ids) == 1}
    if not single:
        return mentions
    heads = "|".join(map(re.escape, sorted(single)))
    taken = Taken(len(letter.text.clean), (m.span for m in mentions))
    found = [
        Mention(span, single[m.group(1)], "anaphor")
        for m in re.finditer(rf"\b(?:[Hh]et|[Dd]e|[Dd]it|[Dd]eze) ({heads})\b{_LONGER}", letter.text.clean)
        if not taken.overlaps(span := Span(*m.span(1)))
    ]
    return sorted([*mentions, *found], key=lambda m: m.span)


def _heads(entity: Entity) -> list[str]:
    """Give the heads that can stand for a name: the last part of "Strategisch Kompas" and "INF-verdrag", and the first of an unknown "Comité voor ..."."""
    words = entity.label.split()
    if len(words) < 2 or entity.type not in ("Instrument", "Treaty", "Organisation"):
        return []
    last = words[-1].split("-")[-1]
    heads = [last] if entity.type != "Organisation" or not entity.known else []
    if not entity.known and kind_of_head(words[0]):
        heads.append(words[0])
    return [h for h in heads if len(h) >= _SHORTEST and h[0].isupper() and (entity.known or kind_of_head(h))]
