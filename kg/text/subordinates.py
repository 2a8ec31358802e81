"""Whether a word opens a subordinate clause: told by the words beside it and by the verb that must follow at the end.

Each takes the tokens of one sentence, most of them also the index of the word in question.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.dutch import word_set
from kg.text.tokens import Token
from kg.text.words import (
    COORDINATORS,
    MAIN_MARKS,
    OPENERS,
    PARTICLES,
    PREPOSITIONS,
    TAKES_NO_CLAUSE,
)

__all__ = [
    "behind_verbs",
    "has_te",
    "is_closed_by_comma",
    "is_conjunction",
    "is_determiner",
    "is_object",
    "is_pointing",
    "is_relative",
    "is_verb_final",
]

_POINTING = frozenset(["juist", "ook", "precies", "vooral", "zelfs", "alleen", "enkel", "slechts", "niet"])
_TIMES = word_set("words", "times_of_day")
_BEFORE_NOUN = word_set("words", "clauses.before_noun")


def is_closed_by_comma(tokens: Sequence[Token]) -> bool:
    """Tell whether the sentence's first comma closes a clause with its verbs at the end."""
    comma = next((j for j, t in enumerate(tokens) if t.low == ","), 0)
    return comma > 2 and any(t.verb for t in tokens[max(comma - 3, 1) : comma])


def is_pointing(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence's first "dat" points ("Dat laatste ging Turkije te ver", "Dat is noodzakelijk") and opens no clause."""
    return tokens[1].finite() or (len(tokens) > 2 and tokens[2].finite() and tokens[1].text[0].islower())


def is_conjunction(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "dat" opens a clause, and does not point ("in dat verband") or stand for an object ("heeft dat benadrukt")."""
    before, after = tokens[i - 1], tokens[i + 1]
    if before.low in PREPOSITIONS and before.low not in PARTICLES:
        return False
    if before.low in PREPOSITIONS and not (after.text[0].isupper() or after.low in OPENERS):
        return False  # "in dat verband"
    if after.only_finite() and not (before.low == "," or before.verb):
        return before.low not in COORDINATORS and before.is_word
    if before.low in TAKES_NO_CLAUSE:
        return False  # "zal dat voorstel steunen", "heeft dat benadrukt"
    if after.low in ("niet", "ook", "wel", "nog") and any(r.lemma == "willen" for r in before.verb):
        return any(t.only_finite() for t in tokens[i + 2 :])  # "wilde dat niet uitsluiten"
    if before.finite() and after.low != "een" and (after.text[0].isupper() or after.low in OPENERS):
        return True
    return is_verb_final(tokens, i)  # "vond dat een goed idee" holds no clause


def is_object(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "dat" within a clause that has no verb yet is its object: the verbs right behind it are the last ("zei dat Nederland dat zal tekenen")."""
    if not tokens[i + 1].only_finite():
        return False
    return not any(t.finite() for t in tokens[behind_verbs(tokens, i + 1) :] if t.is_word)


def behind_verbs(tokens: Sequence[Token], i: int) -> int:
    """Give the index behind the verbs, with their "te", that stand together from token i on: "zal trachten te tekenen"."""
    while i < len(tokens) and (tokens[i].verb or tokens[i].low == "te"):
        i += 1
    return i


def is_determiner(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "die" within a clause that has no verb yet stands before its own noun, as no verb is left for a second clause: "zei dat zijn regering die voorwaarde zal eerbiedigen"."""
    if tokens[i].low != "die" or tokens[i - 1].low == "," or tokens[i + 1].low in OPENERS or not tokens[i + 1].is_word:
        return False
    first = next((j for j in range(i + 1, len(tokens)) if tokens[j].finite()), 0)
    after = behind_verbs(tokens, first + 1)
    alone = after == first + 1 or tokens[first].only_finite()
    return first > i + 1 and alone and not any(t.finite() for t in tokens[after:] if t.is_word)


def is_relative(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "die", "wie", "wat", "welke" or "waar" opens a relative clause, behind a comma or its noun."""
    before = tokens[i - 1]
    if not is_verb_final(tokens, i) or (before.low in ("wie", "met") and tokens[i + 1].low == "van"):
        return False  # "onder wie die van Hongarije"
    if tokens[i].low == "die" and i + 1 < len(tokens) and tokens[i + 1].low in _TIMES:
        return False  # "Later die dag sprak ik"
    if i == 1 and before.low in _POINTING:
        return False  # "Juist die beperking is een voorwaarde"
    if before.low == "," or (tokens[i].low == "waar" and before.low in ("maar", "en")):
        return True
    return (
        before.is_word
        and (not before.verb or tokens[i - 2].low in _BEFORE_NOUN)
        and before.low not in PREPOSITIONS
        and before.low not in COORDINATORS
        and before.low not in ("is", "als", "dan")
    )


def is_verb_final(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a finite verb follows that is not the very next word, before a mark that ends a main clause."""
    for j in range(i + 1, len(tokens)):
        if tokens[j].low in MAIN_MARKS:
            return False
        if tokens[j].finite() and tokens[j - 1].low != "te" and tokens[j - 1].low not in COORDINATORS:
            return True  # not "wees dat af en haalde de tekst aan"
    return False


def has_te(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "te" and an infinitive follow in the same clause: "om de hulp te verhogen"."""
    for j in range(i + 1, min(i + 16, len(tokens) - 1)):
        if tokens[j].low == "te" and any(r.form == "inf" for r in tokens[j + 1].verb):
            return True
        if tokens[j].low in ("te", ",") or tokens[j].low in MAIN_MARKS or tokens[j].only_finite():
            return tokens[j].low == "te" and tokens[j + 1].low.endswith("en")
    return False
