"""One letter while it is being written: what its things are called, and where its words stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Triple

from kg.errors import KamergraphError
from kg.model import Letter, Signatory, Span
from kg.rdf.iris import Iris
from kg.rdf.literals import count, verbatim
from kg.rdf.vocabulary import KG, NIF, OA, RDF
from kg.resolve import Resolution, stem

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A letter, what its things are called in the whole graph, and the IRIs to write them with."""

    letter: Letter
    resolution: Resolution
    iris: Iris
    stem: str = field(init=False)

    def __post_init__(self) -> None:
        """Name the letter."""
        object.__setattr__(self, "stem", stem(self.letter))

    def entity(self, id: str) -> NamedNode:  # noqa: A002 (the model calls it so)
        """Give the IRI of an entity."""
        return self.iris.of(self.resolution.entity(self.stem, id))

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

    def quote(self, subject: NamedNode, predicate: NamedNode, span: Span) -> Iterator[Triple]:
        """Tell that the words of `span` are the `predicate` (evidence, cue) of `subject`, and which words they are."""
        words, text = self.words(span), self.iris.text(self.stem)
        found = self.letter.evidence(span)
        start, end = count(found.start), count(found.end)
        yield Triple(subject, predicate, words)
        yield Triple(words, RDF["type"], OA["SpecificResource"])
        yield Triple(words, RDF["type"], NIF["OffsetBasedString"])
        yield Triple(words, OA["hasSource"], text)
        yield Triple(words, NIF["referenceContext"], text)
        yield Triple(words, NIF["beginIndex"], start)
        yield Triple(words, NIF["endIndex"], end)
        position = self.iris.characters(self.stem, found.start, found.end, "position")
        yield Triple(words, OA["hasSelector"], position)
        yield Triple(position, RDF["type"], OA["TextPositionSelector"])
        yield Triple(position, OA["start"], start)
        yield Triple(position, OA["end"], end)
        quotation = self.iris.characters(self.stem, found.start, found.end, "quote")
        yield Triple(words, OA["hasSelector"], quotation)
        yield Triple(quotation, RDF["type"], OA["TextQuoteSelector"])
        yield Triple(quotation, OA["exact"], verbatim(found.exact))
        yield Triple(quotation, OA["prefix"], verbatim(found.prefix))
        yield Triple(quotation, OA["suffix"], verbatim(found.suffix))

    def said_here(self, subject: NamedNode) -> Triple:
        """Tell that it is this letter that says `subject`."""
        return Triple(subject, KG["letter"], self.iris.letter(self.stem))
