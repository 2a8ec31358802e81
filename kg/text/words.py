"""The small words by which clauses are told apart, from `kg/dutch/words.toml`: sets of words in lower case."""

from __future__ import annotations

from kg.dutch import table

__all__ = [
    "ARTICLES",
    "COORDINATORS",
    "MAIN_MARKS",
    "MARKS",
    "NO_FIRST",
    "OPENERS",
    "PARTICLES",
    "PERSONS",
    "PREPOSITIONS",
    "SIGNALS",
    "SUBORDINATORS",
    "TAKES_NO_CLAUSE",
    "TOLD",
]

_WORDS = table("words")
_CLAUSES = _WORDS["clauses"]

SUBORDINATORS = frozenset(_WORDS["subordinators"])
ARTICLES = frozenset(_WORDS["articles"])
PREPOSITIONS = frozenset(_WORDS["prepositions"])
COORDINATORS = frozenset(_CLAUSES["coordinators"])
OPENERS = frozenset([*_WORDS["articles"], *_WORDS["possessives"], *_CLAUSES["openers"]])
TAKES_NO_CLAUSE = frozenset(_CLAUSES["takes_no_clause"])
TOLD = frozenset(_CLAUSES["told"])
PARTICLES = frozenset(_CLAUSES["particles"])
NO_FIRST = frozenset(_CLAUSES["no_first"])
PERSONS = frozenset({"ik", "hij", "zij", "wij", "men"})  # of which only a subject has the form
MAIN_MARKS = frozenset({";", ":", "–", "—"})
MARKS = MAIN_MARKS | {","}
# a clause begins with one of these, behind one of these, or where two verbs or a verb and a pronoun meet
SIGNALS = (
    SUBORDINATORS
    | COORDINATORS
    | {"dat", "die", "wie", "wat", "welke", "waar", "als", "al", "om", "door", "zonder", "teneinde"}
)
