"""A mention of a gathering, and the stretches of a letter that can hold one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Letter, Span

__all__ = ["Gathering", "Unit", "opens_section", "plain_level", "units"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that is read at once: a sentence, a note, a heading or a title line. `sentence` is its index in the text, or -1."""

    span: Span
    kind: str
    block: int
    section: int
    sentence: int = -1


@dataclass(slots=True)
class Gathering:
    """A mention of a gathering.

    `head` is its noun or verb, `label` its name as the text has it, `sort` whole, part, talk or met (said by a verb: "kwam bijeen"). `ordinal` is its
    number, -1 for the last, 0 where none is said. `definite` tells that it has "de" or "deze", `deictic` that it has "deze" or "dit". `partner` is the stretch after "met" or "tussen".
    """

    span: Span
    head: Span
    kind: str
    sort: str
    label: str
    plural: bool = False
    ordinals: tuple[int, ...] = ()
    definite: bool = False
    deictic: bool = False
    unreal: bool = False
    body: str = ""
    level: str = ""
    topic: str = ""
    partner: Span | None = None
    adjectives: frozenset[str] = field(default_factory=frozenset)

    @property
    def bare(self) -> bool:
        """Tell whether nothing but its noun says which it is."""
        return not (self.body or self.level or self.topic or self.partner or self.ordinals)


def units(letter: Letter) -> list[Unit]:
    """Give the stretches of a letter that can name gatherings, in reading order."""
    text = letter.text
    found = [
        Unit(s.span, "note" if text.blocks[s.block].kind == "note" else "sentence", s.block, s.section, i)
        for i, s in enumerate(text.sentences)
    ]
    section = 0
    for i, block in enumerate(text.blocks):
        while section + 1 < len(text.sections) and text.sections[section + 1].span.start <= block.span.start:
            section += 1
        if block.kind == "heading":
            found.append(Unit(block.span, "heading", i, section))
        elif block.kind == "letterhead":
            found.append(Unit(block.span, "title", i, section))
    return sorted(found, key=lambda u: u.span)


def plain_level(level: str) -> str:
    """Give a level without the name in front of its hyphen: "NAVO-Ministers van Defensie" -> "ministers van Defensie"."""
    first, _, rest = level.partition(" ")
    first = re.split(r"[-‐‑]", first)[-1] if "-" in first and "minister-president" not in first.lower() else first
    return (first.lower() + (" " + rest if rest else "")).strip()


def opens_section(letter: Letter, section: int, span: Span) -> bool:
    """Tell whether a span stands in the first sentence of a section."""
    first = next((s for s in letter.text.sentences if s.section == section), None)
    return first is not None and first.span.covers(span)
