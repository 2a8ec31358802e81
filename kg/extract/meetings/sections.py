"""The part of a meeting that each section of a letter treats."""

from __future__ import annotations

import re

from kg.dutch import table
from kg.expression import expression
from kg.extract.meetings.draft import Draft, Said, overlap
from kg.extract.meetings.gathering import Unit, opens_section
from kg.extract.meetings.teller import Teller
from kg.extract.meetings.words import WORD, content_words, head

__all__ = ["sections"]

_GENERAL = expression(
    rf"(?i)\s*(?:\d+\.?\s*)?(?:{'|'.join(re.escape(h) for h in table('meetings')['words']['general_headings'])})\b"
)


def sections(teller: Teller, by_unit: dict[Unit, list[Said]]) -> dict[int, Draft]:
    """Give the part that each section treats, by its heading, by the topic, by its first words, or by the section before it; keys are indexes of sections."""
    letter, text = teller.letter, teller.letter.text.clean
    found: dict[int, Draft] = {}
    common = {w for p in teller.primaries for w in content_words(p.label)}
    visiting = any(p.is_visit for p in teller.primaries)  # its paragraphs each tell of another encounter
    own: dict[int, int] = {}  # the section whose heading names a part
    for unit, said in by_unit.items():
        for s in said if unit.kind == "heading" else ():
            own.setdefault(id(s.draft), unit.section)
    previous: Draft | None = None
    begun: set[int] = (
        set()
    )  # sections whose first sentence tells of a part: others under the same heading can be about another
    named = False  # the heading before was the name of a body, not of a session
    for i, section in enumerate(letter.text.sections):
        if section.heading is None or section.span.start < teller.parts.intro:
            continue
        if i in teller.chapters.away:
            found[i], previous = teller.chapters.away[i], None
            continue
        line = section.heading.of(text)
        topic = WORD.sub(lambda word: "" if head(word.group()) else word.group(), line)
        headed = [
            s.draft
            for unit, said in by_unit.items()
            if unit.kind == "heading" and unit.section == i
            for s in said
            if s.draft in teller.parts.parts or s.draft in teller.beside
        ]
        starts = sorted(
            span.start
            for span, draft, sort in teller.links
            if sort == "part" and section.span.covers(span) and not section.heading.covers(span)
        )
        first = [
            draft
            for span, draft, _ in teller.links
            if starts and span.start == starts[0] and opens_section(letter, i, span)
        ]
        scored = [
            (
                overlap(topic, p.words - common) if set(content_words(topic)) - common else overlap(topic, p.words),
                p.start == (previous.start if previous else ""),
                -n,
                p,
            )
            for n, p in enumerate(teller.parts.parts)
            if p.span.start < section.heading.end and own.get(id(p), -1) <= i
        ]
        # what has a heading of its own comes back later only under a topic wholly its own: not a breakfast on the economy under "Economisch bestuur"
        fit = [s for s in scored if s[0] >= (1.0 if id(s[3]) in own and s[3] is not previous else 0.5)]
        best = max(fit, key=lambda t: t[:3], default=None)
        general = bool(_GENERAL.match(line))
        if headed:
            previous = headed[0]
        elif (visiting or (general and not first)) or (
            named and not first and not best and section.parent not in found
        ):
            previous = None
        elif best:
            previous = best[3]
            previous.topics.append(re.sub(r"^\s*\d+\.?\s*", "", line))
        elif first:
            previous = first[0]
            begun.add(i)
        elif section.parent is not None and section.parent in found and section.parent not in begun:
            previous = found[section.parent]
        else:
            previous = None
        named = bool(
            previous and previous.body and not headed and overlap(line, set(content_words(previous.label))) >= 0.5
        )
        if previous is not None:
            found[i] = previous
    return found
