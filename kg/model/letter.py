"""A letter and all that was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.meeting import Attendance, Meeting
from kg.model.named import Entity, Mention
from kg.model.source import Signatory, Source
from kg.model.stance import Stance
from kg.model.text import Offsets, Span, Text

__all__ = ["Evidence", "Letter"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the untouched text with their place in it: `text[start:end] == exact`; `prefix` and `suffix` are up to 32 characters around them."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


_NO_TEXT = Text("", Offsets((0,), (0,)))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and all that was found in it. Made from a `Source`; each stage of `kg.pipeline` adds its part.

    `date` is an ISO date or "". `number` is the Kamerstuk's own number ("282"), `dossier` its dossier ("28676").
    """

    source: Source
    text: Text = _NO_TEXT
    date: str = ""
    place: str = ""
    number: str = ""
    dossier: str = ""
    title: str = ""
    addressee: str = ""
    signatories: tuple[Signatory, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    stances: tuple[Stance, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """Give the words of the untouched text that the clean span was made from, with their offsets there."""
        found = self.text.offsets.span(span)
        text = self.source.text
        return Evidence(
            found.start,
            found.end,
            found.of(text),
            text[max(found.start - 32, 0) : found.start],
            text[found.end : found.end + 32],
        )
