"""Unknown things that stand in a pattern: what tells of them, and then their name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.expression import Expression
from kg.extract.mentions import Taken
from kg.model import Entity, Letter, Mention, Span

__all__ = ["patterned"]


def patterned(
    letter: Letter, taken: list[Mention], patterns: Iterable[tuple[str, Expression]]
) -> Iterator[tuple[Mention, Entity]]:
    """Give the unknown things that a letter names so, with where it does.

    `taken` are the mentions of what is known; of each pattern, with the type of what it finds, the group `name` is the name.
    """
    text, patterns = letter.text.clean, tuple(patterns)
    busy = Taken(len(text), (m.span for m in taken))
    for block in letter.text.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for kind, pattern in patterns:
            for found in pattern.finditer(block.span.of(text)):
                start, end = found.span("name")
                span = Span(block.span.start + start, block.span.start + end)
                if not busy.overlaps(span):
                    busy.take(span)
                    label = " ".join(span.of(text).split())
                    entity = Entity.unknown(kind, label)
                    yield Mention(span, entity.id), entity
