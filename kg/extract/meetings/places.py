"""At which part of a meeting something was said: by the words of the sentence, by what went before, by the heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.story import Link, Story, story
from kg.extract.mentions import mentions_in
from kg.model import Letter, Sentence, Span
from kg.text.remember import remembered
from kg.text.sentences import sentence_at

__all__ = ["meeting_at"]

_VISITS = tuple(word_set("meetings", "words.visits"))
_HISTORY = expression(
    r"(?i)\b(?:sinds|na|vóór|voor|naar aanleiding van|in aanloop naar|in de aanloop naar|richting|eerder|vorige)\s+(?:de|het|een)?\s*$"
)
# "Tijdens de RAZ van 21 februari drong Oostenrijk aan": the sentence tells what was said there
_LOCATED = expression(r"(?:Tijdens|Op|In|Bij|Gedurende)\s+(?:de|het)\s+")
_THEN = expression(
    r"(?<=\w )toen\b(?! (?:hij|zij|de|het|er|dit|deze)\b)|\b(?:zal|zullen) daar\b(?! (?:aan|bij|in|mee|op|over|tegen|toe|voor)\b)|\b(?:aldaar|bij die gelegenheid)\b"
)
_AGAIN = expression(r"(?:(?:Tijdens|Op|In|Bij|Aan|Voor)\s+)?(?:[Dd]e|[Hh]et)\s+")
_BEFORE_IT = expression(r"\s+(?:voorafging|voorafgingen|voorafgaat|vooraf was gegaan)\b")


def meeting_at(letter: Letter, span: Span) -> str:
    """Give the key of the meeting (mostly a part of one) in which what stands at a span of the clean text was said; "" where the letter is about no meeting.

    What the sentence itself names goes first, then the last part named before in the same section (a talk: in the same paragraph), then the part that the heading stands
    for, then that of the section before, at last the meeting that the letter is about.
    """
    told = story(letter)
    text = letter.text
    sentence = sentence_at(text, span.start)
    whole = next((m.key for m in told.meetings if m.primary), "")
    if sentence is None:
        return _of_section(told, letter, span) or whole
    whole = told.wholes[sentence.section] if told.wholes else whole
    starts = _starts(told)
    first, end = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
    here = [
        link
        for link in told.links[first:end]
        if link.sort in ("part", "talk")
        and not _HISTORY.search(text.clean[max(0, link.span.start - 30) : link.span.start])
        and not _BEFORE_IT.match(text.clean, link.span.end)
    ]
    near = [link for link in here if link.span.start < span.end]
    if near:
        return near[-1].key
    if here:
        return here[0].key
    elsewhere = [
        link
        for link in told.links[first : bisect_left(starts, span.end)]
        if link.sort == "other"
        and (
            _LOCATED.fullmatch(text.clean, sentence.span.start, link.span.start)
            or _acted(text.clean[sentence.span.start : link.span.start])
        )
    ]
    if elsewhere and (
        span.start <= elsewhere[0].span.end
        or _LOCATED.fullmatch(text.clean, sentence.span.start, elsewhere[0].span.start)
    ):
        return elsewhere[0].key
    then = _then(letter, told, sentence)
    if then:
        return then
    section = text.sections[sentence.section]
    block = text.blocks[sentence.block]
    recent = [
        link
        for link in told.links[bisect_left(starts, block.span.start) : end]
        if (link.sort in ("part", "talk") and link.span.start < sentence.span.start) or _opens(letter, link)
    ]
    if all(link.sort == "primary" for link in recent):
        recent = []  # nothing else was told in the paragraph
    if recent and recent[-1].sort == "primary":
        # "De zitting zelf werd geleid door" behind what was said at dinner; under "Opening" it is of that
        return _headed(letter, told, sentence.section) or recent[-1].key
    introduces = sentence.span.start < told.intro and len(text.sections) > 1
    if recent and not (introduces and _among_others(letter, told, recent)):
        return recent[-1].key
    before = told.links[bisect_left(starts, section.span.start) : first]
    talk = _talked_on(letter, told, before, Span(block.span.start, span.end))
    if talk and not recent:
        return talk
    earlier = [
        link for link in before if link.sort == "part" and not (section.heading and section.heading.covers(link.span))
    ]
    if introduces or _on_visit(told):
        earlier = []  # an introduction: its paragraphs each speak of the whole again; on a visit each tells of another encounter
    mapped = told.sections.get(sentence.section, "")
    return (_last(earlier) or mapped) or whole


def _on_visit(told: Story) -> bool:
    """Tell whether the letter is about a visit."""
    return any(m.primary and m.kind.endswith(_VISITS) for m in told.meetings)


@remembered
def _starts(told: Story) -> list[int]:
    return [link.span.start for link in told.links]


def _headed(letter: Letter, told: Story, section: int) -> str:
    """Give the part that the heading over a section names; "" where it names none."""
    heading = letter.text.sections[section].heading
    part = told.sections.get(section, "")
    named = heading and any(link.key == part and heading.covers(link.span) for link in told.links)
    return part if named else ""


def _opens(letter: Letter, link: Link) -> bool:
    """Tell whether a sentence opens with the letter's own meeting, so that it and what follows tell of that again: "De zitting zelf werd geleid door"."""
    lead = _sentence_start(letter, link.span.start)
    return (
        link.sort == "primary" and lead is not None and bool(_AGAIN.fullmatch(letter.text.clean, lead, link.span.start))
    )


def _sentence_start(letter: Letter, position: int) -> int | None:
    sentence = sentence_at(letter.text, position)
    return sentence.span.start if sentence else None


def _acted(before: str) -> bool:
    """Tell whether what stands before another meeting's name makes that meeting the one that did or said it: "In juni heeft de RBZ besloten", "De top van Riga nam aan"."""
    return bool(
        re.fullmatch(
            r"(?i)(?:(?:op|in|tijdens)\s[^,;.]{3,40}\s(?:heeft|had|nam|besloot|besprak|stelde|riep)\s+)?(?:de|het|deze)\s+",
            before,
        )
    )


def _among_others(letter: Letter, told: Story, recent: list[Link]) -> bool:
    """Tell whether the sentence that names the last part names others too, so that what follows is of no one of them."""
    last = next((s.span for s in letter.text.sentences if s.span.covers(recent[-1].span)), recent[-1].span)
    return len({link.key for link in recent if last.covers(link.span)}) > 1 or any(
        last.covers(span) for span in told.several
    )


def _then(letter: Letter, told: Story, sentence: Sentence) -> str:
    """Give the other meeting that the sentence before names, where this one goes on with it: "De Commissie wees dat toen af", "Het kabinet zal daar bepleiten ..."."""
    text = letter.text
    i = bisect_left(text.sentences, sentence.span.start, key=lambda s: s.span.start) - 1
    if i < 0 or text.sentences[i].block != sentence.block or not _THEN.search(text.clean, *sentence.span):
        return ""
    last = text.sentences[i].span
    links = [link for link in told.links if link.sort == "other" and last.covers(link.span)]
    return links[-1].key if links else ""


def _talked_on(letter: Letter, told: Story, before: Sequence[Link], stretch: Span) -> str:
    """Give the talk told last where a later paragraph still tells of it: it names who took part ("Over Jeruzalem zei Safadi dat ...")."""
    last = next((link for link in reversed(before) if link.sort in ("part", "talk")), None)
    if last is None or last.sort != "talk":
        return ""
    who = {entity for entity, _ in told.partners.get(last.key, ()) if entity.startswith("person/")}
    return last.key if any(m.entity in who for m in mentions_in(letter.mentions, stretch)) else ""


def _last(links: list[Link]) -> str:
    return links[-1].key if links else ""


def _of_section(told: Story, letter: Letter, span: Span) -> str:
    index = max((i for i, s in enumerate(letter.text.sections) if s.span.start <= span.start), default=0)
    return told.sections.get(index, "")
