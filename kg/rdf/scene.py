"""One letter while it is being written: what its things are called, and where its words stand."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from kg.errors import KamergraphError
from kg.model import Letter, Signatory, Span
from kg.rdf.iris import Iris
from kg.rdf.literals import count, verbatim
from kg.rdf.vocabulary import KG, NIF, OA, RDF
from kg.resolve import Resolution, stem

__all__ = ["Scene"]


_SPECIFIC, _OFFSETS, _POSITION, _QUOTE = (
    OA["SpecificResource"],
    NIF["OffsetBasedString"],
    OA["TextPositionSelector"],
    OA["TextQuoteSelector"],
)
_TYPE, _LETTER = RDF["type"], KG["letter"]
_SOURCE, _SELECTOR, _CONTEXT = OA["hasSource"], OA["hasSelector"], NIF["referenceContext"]
_BEGIN, _END, _FROM, _TO = NIF["beginIndex"], NIF["endIndex"], OA["start"], OA["end"]
_EXACT, _PREFIX, _SUFFIX = OA["exact"], OA["prefix"], OA["suffix"]


class Scene:
    """A letter, what its things are called in the whole graph, and the IRIs to write them with."""

    def __init__(self, letter: Letter, resolution: Resolution, iris: Iris) -> None:
        self.letter, self.resolution, self.iris = letter, resolution, iris
        self.stem = stem(letter)
        self._entities: dict[str, NamedNode] = {}
        self._quoted: set[Span] = set()
        self._node, self._text = iris.letter(self.stem), iris.text(self.stem)

    def entity(self, id: str) -> NamedNode:  # noqa: A002 (the model calls it so)
        """Give the IRI of an entity."""
        if id not in self._entities:
            self._entities[id] = self.iris.of(self.resolution.entity(self.stem, id))
        return self._entities[id]

    def meeting(self, key: str) -> NamedNode:
        """Give the IRI of a meeting by its key. A key that the letter has no meeting for is a `KamergraphError`."""
        try:
            return self.iris.of(self.resolution.meeting(self.stem, key))
        except KeyError:
            raise KamergraphError(
                self.letter.source.name,
                f"there is no meeting {key!r} in it",
                "mend the extractor that names this meeting",
            ) from None

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
        return self.iris.characters(self.stem, found.start, found.end)

    def quote(self, subject: NamedNode, predicate: NamedNode, span: Span) -> tuple[Triple, ...]:
        """Tell that the words of `span` are the `predicate` (evidence, cue) of `subject`, and which words they are."""
        found = self.letter.evidence(span)
        start, end, text = count(found.start), count(found.end), self._text
        words, position, quotation = (
            self.iris.characters(self.stem, found.start, found.end, part) for part in ("char", "position", "quote")
        )
        said = Triple(subject, predicate, words)
        if span in self._quoted:
            return (said,)
        self._quoted.add(span)
        return (
            said,
            Triple(words, _TYPE, _SPECIFIC),
            Triple(words, _TYPE, _OFFSETS),
            Triple(words, _SOURCE, text),
            Triple(words, _CONTEXT, text),
            Triple(words, _BEGIN, start),
            Triple(words, _END, end),
            Triple(words, _SELECTOR, position),
            Triple(position, _TYPE, _POSITION),
            Triple(position, _FROM, start),
            Triple(position, _TO, end),
            Triple(words, _SELECTOR, quotation),
            Triple(quotation, _TYPE, _QUOTE),
            Triple(quotation, _EXACT, verbatim(found.exact)),
            Triple(quotation, _PREFIX, verbatim(found.prefix)),
            Triple(quotation, _SUFFIX, verbatim(found.suffix)),
        )

    def said_here(self, subject: NamedNode) -> Triple:
        """Tell that it is this letter that says `subject`."""
        return Triple(subject, _LETTER, self._node)
