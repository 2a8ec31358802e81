"""Bodies that many states or parts of the world have, told apart by whose they are: "de Deense Senaat", "de Afrikaanse Groep"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dutch import table
from kg.expression import expression
from kg.model import Entity, Letter, Mention, Span

__all__ = ["bodies"]

_KINDS = table("kinds")
_BODIES = "|".join(sorted(_KINDS["bodies_of_states"], key=len, reverse=True))
_OF_STATE = expression(rf"\b(?P<article>(?:[Hh]et|[Dd]e)\s)?(?P<name>{_BODIES})(?![\w-])(?!\s(?:van|voor)\b)")
_OF_PART = re.compile(rf"\s(?:{'|'.join(_KINDS['groups_of_states'])})(?![\w-])(?!\s(?:van|voor)\b)")


def bodies(letter: Letter, taken: list[Mention]) -> Iterator[tuple[Mention, Entity]]:
    """Give such bodies with where they are named; `taken` are the mentions of what is known, with the adjectives that tell whose a body is.

    A name of several words needs no adjective: "het Grondwettelijk Hof" is one where the letter tells elsewhere, or nowhere, of which state.
    """
    text = letter.text.clean
    before = {m.span.end: m for m in taken if m.form == "adjective"}
    whole = {m.span for m in taken}
    owned: dict[str, Entity] = {}
    bare: list[tuple[str, Span]] = []
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for found in _OF_STATE.finditer(text, *block.span):
            name, span = found["name"], Span(*found.span("name"))
            owner = None if found["article"] else before.get(span.start - 1)
            if owner and owner.entity.startswith("country/"):
                owned[name] = Entity.unknown("Organisation", f"{owner.span.of(text)} {name}")
                yield Mention(span, owned[name].id), owned[name]
            elif found["article"] and span not in whole:
                bare.append((name, span))
        for end, owner in before.items():
            group = (
                _OF_PART.match(text, end) if owner.entity.startswith("place/") and end in range(*block.span) else None
            )
            if group:
                span = Span(owner.span.start, group.end())
                yield Mention(span, (entity := Entity.unknown("Organisation", span.of(text))).id), entity
    for name, span in bare:
        if name in owned or " " in name:
            entity = owned.get(name) or Entity.unknown("Organisation", name)
            yield Mention(span, entity.id), entity
