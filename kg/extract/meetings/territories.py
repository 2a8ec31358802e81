"""What each part of a meeting was about, in the words with which the introduction tells of it: "Tijdens de lunch stond China centraal"."""

from __future__ import annotations

from kg.expression import expression
from kg.extract.meetings.course.frames import is_over
from kg.extract.meetings.draft import Draft, Said
from kg.extract.meetings.gathering import Unit
from kg.extract.meetings.words import content_words
from kg.model import Letter

__all__ = ["add_territories"]

_ABOUT = expression(
    r"(?i)\b(?:gesproken over|stond\w* .* centraal|gewijd aan|aandacht|aan de orde|in het teken van|besproken|bespraken|spraken .* over|sprak .* over|ging het over)\b"
)
_GOES_ON = expression(r"(?:Voorts|Verder|Ook|Daarbij|Hierbij|Daarnaast|Tevens|Centraal|Tijdens deze|In deze)\b")


def add_territories(letter: Letter, parts: list[Draft], intro: int, by_unit: dict[Unit, list[Said]]) -> None:
    """Give each part the words with which the introduction tells what it was about. `intro` is where the first section with a topic begins."""
    for unit, said in by_unit.items():
        mine = [s for s in said if s.draft in parts and not is_over(letter.text.clean, s)]
        if (
            unit.kind != "sentence"
            or not mine
            or (unit.span.start >= intro and not _ABOUT.search(unit.span.of(letter.text.clean)))
        ):
            continue
        ends = [s.gathering.span.start for s in mine[1:]] + [unit.span.end]
        starts = [unit.span.start] + [s.gathering.span.start for s in mine[1:]]
        for s, start, stop in zip(mine, starts, ends, strict=True):
            if s.draft is not None:
                s.draft.words |= set(content_words(letter.text.clean[start:stop])) - set(
                    content_words(s.gathering.kind)
                )
    # sentences of the introduction that go on about the part before them: "Voorts werd gesproken over China"
    last: Draft | None = None
    block = -1
    for sentence in letter.text.sentences:
        if sentence.span.start >= intro:
            break
        hit = next((said for unit, said in by_unit.items() if unit.span == sentence.span), [])
        mine = [s for s in hit if s.draft in parts]
        if mine:
            last, block = mine[-1].draft, sentence.block
        elif last is not None and sentence.block == block and _GOES_ON.match(sentence.span.of(letter.text.clean)):
            last.words |= set(content_words(sentence.span.of(letter.text.clean)))
