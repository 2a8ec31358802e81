"""One sentence as it tells of people, and all of a letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from kg.extract.predicates.frame import Frame
from kg.extract.predicates.phrase import Phrases
from kg.extract.predicates.predicate import Predicate, predicate
from kg.model import Letter, Mention, Span, Text
from kg.text.clauses import Clause
from kg.text.remember import remembered

__all__ = ["Telling", "predicate_at", "tellings"]


class Telling(Phrases):
    """One sentence as it tells of people: its clauses, and the predicates of these."""

    @property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence."""
        return self._reading.clauses

    def holds(self, known: Mapping[str, Iterable[Frame]]) -> bool:
        """Tell whether words of one of these frames (by their verb) stand in the sentence, so that a predicate can be one of them."""
        verbs = self._reading.verbs
        return not known.keys().isdisjoint(verbs) and any(
            not frame.signals or not self.words.isdisjoint(frame.signals)
            for verb in verbs
            if verb in known
            for frame in known[verb]
        )

    @cached_property
    def predicates(self) -> list[Predicate]:
        """The clauses with a verb, in reading order."""
        found: list[Predicate] = []
        last: Predicate | None = None
        for clause in self.clauses:
            made = predicate(self, clause)
            if made is None:
                continue
            made.before = last
            if clause.kind in ("main", "shared"):
                last = made
            found.append(made)
        return found


def predicate_at(telling: Telling | None, span: Span) -> Predicate | None:
    """Give the predicate of the clause in which a span begins; None where there is none, or no sentence that tells."""
    if telling is None:
        return None
    at = telling.index(span.start)
    return next((p for p in telling.predicates if at in p.clause.tokens), None)


def tellings(letter: Letter) -> dict[int, Telling]:
    """Give each sentence of the running text (by where it starts) as a telling, the same ones to all who ask while a letter is being read; notes are left out."""
    kept = _kept(letter.text, letter.mentions)
    if not kept:
        kept.update(
            (s.span.start, Telling(letter, s.span))
            for s in letter.text.sentences
            if letter.text.blocks[s.block].kind != "note"
        )
    return kept


@remembered
def _kept(_text: Text, _mentions: tuple[Mention, ...]) -> dict[int, Telling]:
    """Give where the tellings of a letter are kept: they hang on its text and its mentions alone."""
    return {}
