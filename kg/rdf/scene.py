"""One letter while it is being written: what its things are called, and where its words stand."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.errors import KamergraphError
from kg.model import Letter, Signatory, Span
from kg.rdf.iris import Iris
from kg.rdf.literals import count, moment, plain, verbatim
from kg.rdf.vocabulary import KG, NIF, OA, RDF
from kg.resolve import Resolution, stem

__all__ = ["Scene", "Statement"]

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, predicate, object. A tuple, for pyoxigraph takes ten times as long to make a triple of a literal as one of an IRI (2.0 and 0.2 µs)."""

_SPECIFIC, _OFFSETS, _POSITION, _QUOTE = (
    OA["SpecificResource"],
    NIF["OffsetBasedString"],
    OA["TextPositionSelector"],
    OA["TextQuoteSelector"],
)
_TYPE, _LETTER, _DAY = RDF["type"], KG["letter"], KG["day"]
_SOURCE, _SELECTOR, _CONTEXT = OA["hasSource"], OA["hasSelector"], NIF["referenceContext"]
_BEGIN, _END, _FROM, _TO = NIF["beginIndex"], NIF["endIndex"], OA["start"], OA["end"]
_EXACT, _PREFIX, _SUFFIX = OA["exact"], OA["prefix"], OA["suffix"]


class Scene:
    """A letter, what its things are called in the whole graph, and the IRIs to write them with."""

    def __init__(self, letter: Letter, resolution: Resolution, iris: Iris) -> None:
        self.letter, self.resolution, self.iris = letter, resolution, iris
        self.stem = stem(letter)
        self._issued = _day(letter.date)
        self._days = {meeting.key: _day(meeting.start, letter.date) for meeting in letter.meetings}
        self._entities: dict[str, NamedNode] = {}
        self._meetings: dict[str, NamedNode] = {}
        self.collectives = {entity.id: entity.label for entity in letter.entities if entity.type == "Group"}
        self._quoted: set[Span] = set()
        self._node, self._text = iris.letter(self.stem), iris.text(self.stem)

    def entity(self, id: str) -> NamedNode:  # noqa: A002 (the model calls it so)
        """Give the IRI of an entity."""
        if id not in self._entities:
            self._entities[id] = self.iris.of(self.resolution.entity(self.stem, id))
        return self._entities[id]

    def meeting(self, key: str) -> NamedNode:
        """Give the IRI of a meeting by its key. A key that the letter has no meeting for is a `KamergraphError`."""
        if key in self._meetings:
            return self._meetings[key]
        try:
            self._meetings[key] = self.iris.of(self.resolution.meeting(self.stem, key))
        except KeyError:
            raise KamergraphError(
                self.letter.source.name,
                f"there is no meeting {key!r} in it",
                "mend the extractor that names this meeting",
            ) from None
        return self._meetings[key]

    def person(self, signatory: Signatory) -> NamedNode | None:
        """Give the IRI of the person who signed: the only one in the letter with that last name, or None."""
        last = signatory.name.casefold().split()[-1:]
        fits = {
            entity.id
            for entity in self.letter.entities
            if entity.type == "Person" and last and entity.label.casefold().split()[-1:] == last
        }
        return self.entity(fits.pop()) if len(fits) == 1 else None

    def words(self, span: Span) -> NamedNode:
        """Give the IRI of the words of the untouched text that a span of the clean text was made from."""
        found = self.letter.text.offsets.span(span)
        return self._words(found.start, found.end)

    def _words(self, start: int, end: int, part: str = "char") -> NamedNode:
        return NamedNode(f"{self._text.value}#{part}={start},{end}")

    def quote(self, subject: NamedNode, predicate: NamedNode, span: Span) -> Iterator[Statement]:
        """Tell that the words of `span` are the `predicate` (evidence, cue) of `subject`, and which words they are."""
        found = self.letter.evidence(span)
        words = self._words(found.start, found.end)
        yield subject, predicate, words
        if span in self._quoted:
            return
        self._quoted.add(span)
        start, end = count(found.start), count(found.end)
        position, quotation = (self._words(found.start, found.end, part) for part in ("position", "quote"))
        yield words, _TYPE, _SPECIFIC
        yield words, _TYPE, _OFFSETS
        yield words, _SOURCE, self._text
        yield words, _CONTEXT, self._text
        yield words, _BEGIN, start
        yield words, _END, end
        yield words, _SELECTOR, position
        yield position, _TYPE, _POSITION
        yield position, _FROM, start
        yield position, _TO, end
        yield words, _SELECTOR, quotation
        yield quotation, _TYPE, _QUOTE
        yield quotation, _EXACT, verbatim(found.exact)
        yield quotation, _PREFIX, verbatim(found.prefix)
        yield quotation, _SUFFIX, verbatim(found.suffix)

    def said_here(self, subject: NamedNode) -> Statement:
        """Tell that it is this letter that says `subject`."""
        return subject, _LETTER, self._node

    def dated(self, subject: NamedNode, meeting: str = "") -> Statement:
        """Tell when `subject` stands in time: when that meeting (its key, or "") began, or else the letter's date."""
        return subject, _DAY, self._days.get(meeting, self._issued)


def _day(*dates: str) -> Literal:
    """Give the first of some ISO dates that is one, as text, for days, months and years sort together as text; empty where none is."""
    return plain(next((iso for iso in dates if moment(iso) is not None), ""))
