"""What all readers of attendance look things up in: the letter, its meetings, and which of them some words speak of."""

from __future__ import annotations

import re

from kg.extract.meetings.people import actors
from kg.extract.meetings.places import meeting_at
from kg.extract.meetings.story import Link, story
from kg.model import Letter, Mention, Sentence, Span

__all__ = ["NEDERLAND", "UNSURE", "Scene"]

NEDERLAND = "country/nederland"
UNSURE = re.compile(r"(?i)\b(?:kan|kunnen|kon|konden|zou|zouden|mag|mogen|wil|willen|wilde|wilden|hoopt|hopen|niet|geen)\b")
_SEGMENT = re.compile(r"[;:]|\s–\s|,\s+(?=(?:en|maar|terwijl|waar|die|dat|waarna|hetgeen|waarbij|evenals vertegenwoordigers)\b)")


class Scene:
    """A letter whose meetings are known, with the questions that every reader asks of it."""

    def __init__(self, letter: Letter) -> None:
        self.letter, self.text = letter, letter.text.clean
        self.story = story(letter)
        self.announced = {m.key: m.announced for m in letter.meetings}

    @property
    def reports(self) -> bool:
        """Tell whether the letter reports on a meeting, rather than announces one."""
        return any(m.primary and not m.announced for m in self.letter.meetings)

    def at(self, sentence: Sentence, span: Span, any_sort: bool = False) -> str:
        """Give the meeting of some words: one that their own clause names, of any sort where that is wanted, else where they stand."""
        if any_sort:
            segment = self.segment(sentence, span.start)
            here = [link for link in self.story.links if segment.covers(Span(link.span.start, link.span.start + 1))]
            strong = [link for link in here if link.sort != "primary"]
            if not strong and here and sentence.span.start < self.story.intro:
                strong = here
            if strong:
                return _nearest(strong, span).key
        return meeting_at(self.letter, span)

    def segment(self, sentence: Sentence, position: int) -> Span:
        """Give the clause of a sentence in which a position stands, cut at the marks and words that open another."""
        start, end = sentence.span.start, sentence.span.end
        for cut in _SEGMENT.finditer(self.text, start, end):
            if cut.end() <= position:
                start = cut.end()
            elif cut.start() > position:
                end = cut.start()
                break
        return Span(start, end)

    def subjects(self, segment: Span, together: bool = False) -> list[Mention]:
        """Give the actors of a clause that are not inside a gathering's name or behind "aan", "over" and the like."""
        links = [link.span for link in self.story.links]
        out = []
        for m in actors(self.letter, segment):
            before = self.text[segment.start : m.span.start]
            if any(span.covers(m.span) for span in links):
                continue
            tail = re.search(r"(?i)\b(?:aan|over|inzake|in|te|rond|tijdens|van de bijeenkomst|bij)\s+(?:de|het|een|deze|dit)?\s*(?:[\w-]+\s+){0,4}?$", before)
            if tail and not re.search(r"(?i)\b(?:nam|namen|schoof|schoven|was|waren|zal|zullen|ook|en)\b", tail.group()):
                continue
            if re.search(r"(?i)\b(?:met|voor|tegen|volgens)\s+(?:de |het |mijn )?$", before) and not (together and re.search(r"(?i)\bsamen met\s+(?:de |het )?$", before)):
                continue
            out.append(m)
        return out


def _nearest(links: list[Link], span: Span) -> Link:
    after = [link for link in links if link.span.start >= span.start]
    return after[0] if after else links[-1]
