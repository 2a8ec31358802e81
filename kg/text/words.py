"""The small words by which clauses are told apart: sets of words in lower case."""

from __future__ import annotations

from kg.dutch import words

__all__ = [
    "ARTICLES",
    "COORDINATORS",
    "INFINITIVE_OPENERS",
    "MAIN_MARKS",
    "MARKS",
    "NO_FIRST",
    "OPENERS",
    "PARTICLES",
    "PERSONS",
    "PREPOSITIONS",
    "RELATIVES",
    "SIGNALS",
    "SUBORDINATORS",
    "TAKES_NO_CLAUSE",
    "TOLD",
]

ARTICLES = words("words", "articles")
PREPOSITIONS = words("words", "prepositions")
SUBORDINATORS = words("words", "subordinators")
COORDINATORS = words("words", "clauses.coordinators")
RELATIVES = words("words", "clauses.relatives")
INFINITIVE_OPENERS = words("words", "clauses.infinitive")
OPENERS = words("words", "articles", "possessives", "clauses.openers")
TAKES_NO_CLAUSE = words("words", "clauses.takes_no_clause")
TOLD = words("words", "clauses.told")
PARTICLES = words("words", "clauses.particles")
NO_FIRST = words("words", "clauses.no_first")
PERSONS = words("pronouns", "subject_only")
MAIN_MARKS = frozenset({";", ":", "–", "—"})
MARKS = MAIN_MARKS | {","}
# a clause begins with one of these, behind one of these, or where two verbs or a verb and a pronoun meet
SIGNALS = SUBORDINATORS | COORDINATORS | RELATIVES | INFINITIVE_OPENERS | {"dat", "als", "al"}
