"""The small words by which clauses are told apart: sets of words in lower case."""

from __future__ import annotations

from kg.dutch import word_set

__all__ = [
    "ARTICLES",
    "COORDINATORS",
    "INFINITIVE_OPENERS",
    "MAIN_MARKS",
    "MARKS",
    "NO_FIRST",
    "OPENERS",
    "OWN_REPORT",
    "PARTICLES",
    "PERSONS",
    "PREPOSITIONS",
    "RELATIVES",
    "SIGNALS",
    "SUBORDINATORS",
    "TAKES_NO_CLAUSE",
    "TOLD",
]

ARTICLES = word_set("words", "articles")
PREPOSITIONS = word_set("words", "prepositions")
SUBORDINATORS = word_set("words", "subordinators")
COORDINATORS = word_set("words", "clauses.coordinators")
RELATIVES = word_set("words", "clauses.relatives")
INFINITIVE_OPENERS = word_set("words", "clauses.infinitive")
OPENERS = word_set("words", "articles", "possessives", "clauses.openers")
TAKES_NO_CLAUSE = word_set("words", "clauses.takes_no_clause")
TOLD = word_set("words", "clauses.told")
PARTICLES = word_set("words", "clauses.particles")
NO_FIRST = word_set("words", "clauses.no_first")
OWN_REPORT = word_set("words", "clauses.own_report")
PERSONS = word_set("pronouns", "subject_only")
MAIN_MARKS = frozenset({";", ":", "–", "—"})
MARKS = MAIN_MARKS | {","}
# a clause begins with one of these, behind one of these, or where two verbs or a verb and a pronoun meet
SIGNALS = SUBORDINATORS | COORDINATORS | RELATIVES | INFINITIVE_OPENERS | {"dat", "als", "al"}
