"""What the stages hand to one another: frozen records, and nothing that acts but what makes an id.

A `Letter` goes through the stages of `kg.pipeline`; each returns a copy with more filled in.

Two texts are in play. `Source.text` is the untouched text of the file. `Text.clean` is the same
text mended for reading (words joined over line ends, page furniture taken out). Every `Span` in a
record below is counted in code points of `Text.clean`, unless its field says "source";
`Letter.evidence` leads from the first to the second.

Things are told apart by an `id`: a kind and a slug with a slash between them, such as
`country/nederland` or `person/janelidze`. Which IRI that becomes only `kg.rdf` knows.
"""

from __future__ import annotations

from kg.model.ids import slug
from kg.model.letter import Evidence, Letter
from kg.model.meeting import Attendance, Meeting
from kg.model.named import Entity, Mention
from kg.model.source import Metadata, Signatory, Source
from kg.model.stance import Holder, Stance
from kg.model.text import Block, Offsets, Section, Sentence, Span, Text

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
    "slug",
]
