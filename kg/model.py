"""What the stages hand to one another: frozen records, and nothing that acts.

A `Letter` goes through the stages of `kg.pipeline`; each returns a copy with more filled in.

Two texts are in play. `Source.text` is the untouched text of the file. `Text.clean` is the same
text mended for reading (words joined over line ends, page furniture taken out). Every `Span` in a
record below is counted in code points of `Text.clean`, unless its field says "source";
`Letter.evidence` leads from the first to the second.

Things are told apart by an `id`: a kind and a slug with a slash between them, such as
`country/nederland` or `person/janelidze`. Which IRI that becomes only `kg.rdf` knows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

__all__ = [
    "Attendance",
    "Block",
    "Entity",
    "Evidence",
    "Holder",
    "Letter",
    "Meeting",
    "Mention",
    "Metadata",
    "Offsets",
    "Section",
    "Sentence",
    "Signatory",
    "Source",
    "Span",
    "Stance",
    "Text",
]


class Span(NamedTuple):
    """A half-open stretch of text, in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that the span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, as the letter writes it: name "H. Zijlstra", role "Minister van Buitenlandse Zaken"."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself outside its running text; empty where it does not.

    `date` is an ISO date, `number` the Kamerstuk's own number ("282"), `dossier` its dossier
    ("28676"), `identifier` the publisher's name for it ("kst-28676-282").
    """

    identifier: str = ""
    dossier: str = ""
    number: str = ""
    date: str = ""
    title: str = ""
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read.

    `name` is the file's own name ("navo-2017-12.txt"); `text` is what was decoded or drawn from it,
    without a BOM, otherwise untouched; `sha256` is the hash of the file's bytes; `format` is the
    reader's name ("txt", "pdf", "docx", "odt", "html", "xml"). `headings` and `notes` are spans of
    `text` that the file's own markup calls a heading or a footnote.
    """

    name: str
    text: str
    sha256: str
    format: str
    metadata: Metadata = Metadata()
    headings: tuple[Span, ...] = ()
    notes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way back from the clean text to the untouched one.

    `clean[i]` to `clean[i + 1]` was copied from `source[i]` onwards, character for character;
    characters of the source between two runs were dropped.
    """

    clean: tuple[int, ...]
    source: tuple[int, ...]

    def at(self, position: int) -> int:
        """Give the place in the untouched text of the clean character at `position`."""
        run = max(bisect_right(self.clean, position) - 1, 0)
        return self.source[run] + position - self.clean[run]

    def span(self, span: Span) -> Span:
        """Give the span of the untouched text that holds the clean span, and nothing after its last character."""
        if span.end <= span.start:
            start = self.at(span.start)
            return Span(start, start)
        return Span(self.at(span.start), self.at(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of layout. `kind`: letterhead, salutation, heading, paragraph, bullet, note or signature."""

    kind: str
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, up to the next heading.

    `span` is the whole, `heading` its title line (None for what stands before the first heading),
    `level` 1 for the highest; `parent` is the index of the section it stands in, or None.
    """

    span: Span
    heading: Span | None = None
    level: int = 0
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text; `block` and `section` are indexes into `Text`."""

    span: Span
    block: int
    section: int


@dataclass(frozen=True, slots=True)
class Text:
    """The letter mended for reading, cut into blocks, sections and sentences, all in reading order."""

    clean: str
    offsets: Offsets
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the letter names.

    `type` is one of Country, Organisation, Person, Treaty, Place, Mission, Instrument, Group. `label` is the name to
    show, in Dutch. `known` tells that the registry holds it; the fields below are for what the letter
    itself introduced: `role` and `country` (an id) of a person, `abbreviation` of an organisation, and for a Group
    (a collective such as "Bondgenoten") `base`: the id of the organisation whose members it speaks of, or "".
    """

    id: str
    type: str
    label: str
    known: bool = True
    role: str = ""
    country: str = ""
    abbreviation: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the letter names an entity (an id). `form`: name, abbreviation, adjective, inhabitant, surname, capital or anaphor."""

    span: Span
    entity: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering, or a part of one.

    `key` is unique in the letter and made from what the meeting is. `start` and `end` are ISO dates as precise as the text
    ("2018-07-11", "2018-07", "2018"), or "". `place` and `body` are entity ids or "". `mode` is "video", "telephone" or "".
    `level` says who meets ("ministers van Buitenlandse Zaken"). `kind` is the word used for it: "top", "werksessie", "werkdiner",
    "gesprek". `part_of` is the key of the whole, or "". `span` is where the letter names it first. `topics` are the
    headings or phrases that say what it was about. `announced` tells that it was still to come when the letter was written.
    """

    key: str
    label: str
    span: Span
    start: str = ""
    end: str = ""
    place: str = ""
    mode: str = ""
    body: str = ""
    level: str = ""
    kind: str = ""
    part_of: str = ""
    primary: bool = False
    announced: bool = False
    topics: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody (an entity id) at a meeting (its key). `role`: participant, chair, host, guest, speaker, invited or absent."""

    meeting: str
    attendee: str
    role: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a stance: an entity id.

    `how` is "subject" (the words say so), "anaphor" (a pronoun or short name: "zij", "de Groep"), "speaker" (the letter's own "ik" or "wij", for its country), "member" (named as one of the group: "waaronder Nederland"),
    "behalf" (spoken for: "namens de Benelux"), or "inferred" (an agentless passive: the participants of that part of the meeting).
    """

    id: str
    how: str = "subject"


@dataclass(frozen=True, slots=True)
class Stance:
    """A position that somebody takes in the letter.

    `key` is unique in the letter and made from the words. `type` is support, oppose, urge, emphasise, concern, commit or observe.
    `span` is the evidence: the clause, with its holder where it stands there; `cue` the act's own words
    ("riep"), `content` what is wanted or said. `about` and `addressees` are entity ids. `meeting` is the key of the part in which it was
    taken, or "". `quantifier` is as the text has it ("veel"), `exceptions` are the ids of those whom a collective holder leaves out. `intended` tells of a line that is announced, not yet taken.
    `polarity` (1 for, -1 against or worried, 0 neither) and `strength` ("strong", "weak" or "") are kept apart from the type. `condition` is what the
    holder makes it depend on, `ground` the reason that the text gives. `relayed` are the ids of those who said it of the holder ("A meldde dat B tegen is").
    `rule` is the rule that found it, `confidence` (0 to 1) how sure that rule is, `reason` why; `vote` is what a parser says of the holder: "agrees", "conflicts" or "".
    """

    key: str
    type: str
    span: Span
    cue: Span
    rule: str
    confidence: float
    reason: str = ""
    holders: tuple[Holder, ...] = ()
    quantifier: str = ""
    exceptions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    meeting: str = ""
    content: Span | None = None
    condition: Span | None = None
    ground: Span | None = None
    polarity: int = 0
    strength: str = ""
    relayed: tuple[str, ...] = ()
    topic: str = ""
    negated: bool = False
    intended: bool = False
    vote: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the untouched text with their place in it: `text[start:end] == exact`; `prefix` and `suffix` are up to 32 characters around them."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and all that was found in it. Made from a `Source`; each stage of `kg.pipeline` adds its part.

    `date` is an ISO date or "". `number` is the Kamerstuk's own number ("282"), `dossier` its dossier ("28676").
    """

    source: Source
    text: Text = Text("", Offsets((0,), (0,)))
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
