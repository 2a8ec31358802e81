"""What a clause says somebody does: its verb, and who stands in which slot of it.

A slot is "subject", "object", "agent" (behind "door" in a passive) or a preposition ("met", "van"). Passives are turned: who is behind "door" is the
subject, and the grammatical subject the object, so that a verb needs one description only.
"""

from __future__ import annotations

from kg.extract.predicates.frame import Frame, by_verb, frame
from kg.extract.predicates.phrase import Phrase, Phrases
from kg.extract.predicates.predicate import Predicate
from kg.extract.predicates.telling import Telling, predicate_at, tellings

__all__ = ["Frame", "Phrase", "Phrases", "Predicate", "Telling", "by_verb", "frame", "predicate_at", "tellings"]
