"""Where a clause begins: at a subordinator, a relative, a coordinator with a verb behind it, or a comma before a phrase and its verb.

Dutch puts the finite verb of a main clause second and all verbs of a subordinate one last; a stretch is a clause of its own only when it has room for a finite verb of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.dutch import word_set
from kg.text.state import State
from kg.text.subordinates import (
    behind_verbs,
    has_te,
    is_closed_by_comma,
    is_conjunction,
    is_determiner,
    is_object,
    is_pointing,
    is_relative,
    is_verb_final,
)
from kg.text.tokens import Token
from kg.text.words import (
    ARTICLES,
    COORDINATORS,
    INFINITIVE_OPENERS,
    MAIN_MARKS,
    NO_FIRST,
    OPENERS,
    OWN_REPORT,
    PERSONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TOLD,
)

__all__ = ["opens"]

_AUXILIARIES = word_set("auxiliaries", "perfect", "passive")
_ADDING = word_set("adverbs", "focus.additive", "answers.yes")
_BESIDE_SUBJECT = word_set("words", "articles", "possessives", "clauses.beside_subject")
_BEFORE_IF = word_set("words", "clauses.before_if") | {","}


def opens(tokens: Sequence[Token], i: int, state: State) -> tuple[str, str]:
    """Tell what clause, if any, begins at token i: (kind, opener) or ("", "").

    Kinds are those of `kg.text.clauses.Clause`, "resume" for where the main clause goes on and "return" for where a subordinate one does.
    """
    low = tokens[i].low
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None:
        return "", ""
    if i == 0:
        if low == "als" and not is_closed_by_comma(tokens):
            return "main", ""  # "Als gastheer heb ik"
        if low == "of" and is_closed_by_comma(tokens) and is_verb_final(tokens, i):
            return "sub", low  # "Of Italië zal instemmen, is nog onzeker"
        if low == "waar" and not after.finite() and any(t.low == "," for t in tokens):
            return "sub", low  # "Waar Polen aandrong op haast, vroeg Spanje om uitstel"
        if low == "anders" and after.low == "dan" and is_closed_by_comma(tokens):
            return "sub", low  # "Anders dan eerder is gemeld, heeft Polen gepleit voor"
        if low in SUBORDINATORS or (low in ("als", "dat") and is_verb_final(tokens, i) and not is_pointing(tokens)):
            return "sub", low
        return "main", ""
    if before in MAIN_MARKS:
        return "main", ""
    if (
        state.current == "sub"
        and state.verb_seen
        and not state.main_verb
        and tokens[i].only_finite()
        and not tokens[i].doubtful
        and (tokens[i - 1].verb or after.low in PERSONS)
        and tokens[0].low in ("dat", "of")
    ):
        return "resume", ""  # "Dat Duitsland dreigt te blijven steken op een half procent noemde hij onaanvaardbaar"
    if low in SUBORDINATORS:
        return "sub", low
    if low == "dat" and is_conjunction(tokens, i):
        return ("", "") if state.current == "sub" and not state.verb_seen and is_object(tokens, i) else ("sub", "dat")
    if before == "," and low in PREPOSITIONS and low != "onder" and after.low == "wie":
        return "sub", "wie"
    if state.current == "sub" and not state.verb_seen and is_determiner(tokens, i):
        return "", ""
    if low == "die" and before in COORDINATORS and state.relative and is_verb_final(tokens, i):
        return "sub", low  # "die om hulp vroeg en die zich bezorgd toonde"
    if low in RELATIVES and not (low == "wie" and before in PREPOSITIONS) and is_relative(tokens, i):
        return "sub", low
    if (
        state.current == "inf"
        and state.verb_seen
        and not state.main_verb
        and tokens[i].only_finite()
        and not tokens[i].doubtful
        and tokens[i - 1].verb
    ):
        return "resume", ""  # "Op het verzoek om meer hulp te geven reageerde Jordanië"
    if (
        low == "als"
        and (any(r.form != "fin" for r in tokens[i - 1].verb))
        and is_verb_final(tokens, i)
        and before != "zien"
    ):
        return "sub", "als"  # "wil pas instemmen als er een uitzondering komt"
    if low == "al" and before in (",", "") and after.finite():
        return "sub", "al"
    if low == "als" and before in _BEFORE_IF and is_verb_final(tokens, i):
        return "sub", "als"
    if low == "of" and tokens[i - 1].verb and is_verb_final(tokens, i):
        return "sub", "of"
    if low in INFINITIVE_OPENERS and after.low != "meer" and has_te(tokens, i):
        return "inf", low
    if low in COORDINATORS:
        return _after_coordinator(tokens, i, state)
    if before == ",":
        return _after_comma(tokens, i, state)
    return "", ""


def _after_coordinator(tokens: Sequence[Token], i: int, state: State) -> tuple[str, str]:
    """Give the clause that a coordinator opens: one with a subject of its own, or a verb alone that shares the one before."""
    current, verb_seen, main_verb = state.current, state.verb_seen, state.main_verb
    after = tokens[i + 1]
    if (
        main_verb
        and tokens[i - 1].low == ","
        and after.only_finite()
        and not after.doubtful
        and tokens[i].low in ("en", "maar")
    ):
        return "shared", tokens[i].low
    if current == "main" and main_verb and _is_twofold(after) and not _under_auxiliary(tokens, i):
        return "shared", tokens[i].low  # "zegde hulp toe, maar verzocht om geduld"
    if not (verb_seen or main_verb) or (current == "sub" and not verb_seen):
        return "", ""
    if current == "sub" and verb_seen and state.opener not in RELATIVES and _has_own_subject(tokens, i):
        return "sub", state.opener
    if (
        current == "sub"
        and verb_seen
        and state.opener in OWN_REPORT
        and after.low in _ADDING
        and any(token.only_finite() for token in tokens[i + 2 : i + 3])
    ):
        return "shared", tokens[i].low  # "terwijl ik niets heb toegezegd, maar wel heb benadrukt dat"
    another = after.low == "dat" or (after.low == "die" and state.relative)
    if another and i + 2 < len(tokens) and is_verb_final(tokens, i + 1):
        return "", ""  # it opens its own clause
    if (
        after.only_finite()
        and not (after.low == "acht" and tokens[i + 2 : i + 3] and _is_counted(tokens[i + 2]))
        and main_verb
        and (current == "main" or tokens[i - 1].finite() or tokens[i - 1].low == "," or _is_past(after))
    ):
        return "shared", tokens[i].low
    # "en Nederland benadrukte": a subject or a first phrase, then a finite verb, and nothing that looks verb-final
    for j in range(i + 2, min(i + 12, len(tokens))):
        token = tokens[j]
        if token.low == "," and (closing := _inserted(tokens, j)):
            return ("main", "") if main_verb and current == "main" and tokens[closing + 1].only_finite() else ("", "")
        if token.low in (",", ";", ":") or token.low in SUBORDINATORS or token.low in ("dat", "die", "om"):
            return "", ""
        if token.only_finite():
            if current == "main" or tokens[i - 1].low == ",":
                return ("main", "") if main_verb and not _ends_there(tokens, j) else ("", "")
            return ("main", "") if verb_seen and main_verb and not _ends_there(tokens, j) else ("", "")
        if token.low in COORDINATORS and token.low != "en":
            return "", ""
    return "", ""


def _has_own_subject(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether behind a coordinator a subject stands right before another phrase, and a verb closes the clause: "terwijl Turkije zweeg en Griekenland zijn ongenoegen uitte"."""
    j = i + 1
    if tokens[j].low not in PERSONS:
        while j < len(tokens) and tokens[j].text[0].isupper():
            j += 1
        if j == i + 1 or j >= len(tokens) or tokens[j].low not in _BESIDE_SUBJECT:
            return False
    rest = (token for token in tokens[j + 1 :] if not token.is_word or (token.only_finite() and not token.doubtful))
    return next((token.is_word for token in rest), False)


def _is_counted(token: Token) -> bool:
    """Tell whether "acht" before a word is a numeral: "en acht landen", not "maar acht uitzetting onnodig"."""
    return token.low not in OPENERS | ARTICLES and token.low.endswith(("en", "s"))


def _inserted(tokens: Sequence[Token], i: int) -> int:
    """Give the comma that closes what the comma at token i sets apart, before a verb: "maar de meeste lidstaten, met uitzondering van Malta, zagen"; 0 otherwise."""
    for j in range(i + 1, min(i + 9, len(tokens) - 1)):
        if tokens[j].low == ",":
            return j if tokens[j + 1].only_finite() else 0
        if tokens[j].finite() or tokens[j].low in MAIN_MARKS:
            return 0
    return 0


def _is_twofold(token: Token) -> bool:
    """Tell whether a word is as much a past tense as a participle: "verzocht", "onderschreven"."""
    return {r.form for r in token.verb} == {"fin", "ptc"} and _is_past(token)


def _under_auxiliary(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "heeft", "is" or "werd" stands before token i in its main clause, so that a participle there hangs on it."""
    for token in reversed(tokens[:i]):
        if token.low in MAIN_MARKS:
            return False
        if any(r.form == "fin" and r.lemma in _AUXILIARIES for r in token.verb):
            return True
    return False


def _is_past(token: Token) -> bool:
    return any(r.form == "fin" and r.past for r in token.verb) or token.low in TOLD


def _ends_there(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether the clause ends with this verb or its cluster, as a verb-final one does."""
    k = behind_verbs(tokens, j + 1)
    return k >= len(tokens) or tokens[k].low in (".", ",", ";", ":", "en", "?")


def _after_comma(tokens: Sequence[Token], i: int, state: State) -> tuple[str, str]:
    """Give the clause that the word behind a comma opens, or by which the main clause goes on."""
    current, verb_seen, main_verb = state.current, state.verb_seen, state.main_verb
    token, after = tokens[i], tokens[i + 1]
    if token.low in ("zo", "aldus") and (token.low == "aldus" or after.finite()):
        return "aside", token.low
    if token.low in ("dan", "tegen") and after.finite():
        return "main", ""  # "voor waren Polen en Italië, tegen was Spanje"
    if current == "sub" and not (verb_seen or main_verb) and token.only_finite() and not token.doubtful:
        begins = after.is_word and not after.verb and (after.low in OPENERS or after.text[0].isupper())
        return (
            ("resume", "") if begins else ("", "")
        )  # "Met een pakket, waarvan de helft voor hulp, gingen de ministers akkoord"
    if state.waiting and verb_seen and token.low not in COORDINATORS and _ends_waiting(tokens, i, main_verb):
        return "return", ""
    if current in ("sub", "inf", "aside") and verb_seen:
        if main_verb and _phrase_and_verb(tokens, i):
            return "main", ""
        return ("resume", "") if token.low not in COORDINATORS else ("", "")
    if current == "main" and main_verb and _phrase_and_verb(tokens, i):
        return "main", ""  # "Italië bepleitte hulp, Polen was tegen"
    verb_first = not token.doubtful or after.low in ARTICLES  # "acht het te vroeg", no numeral
    if token.only_finite() and current == "main" and main_verb and verb_first:
        closes = any(t.low in (",", ".", ";") for t in tokens[i + 1 : i + 7])
        return ("aside", "") if closes else ("shared", ",")
    return "", ""


def _ends_waiting(tokens: Sequence[Token], i: int, main_verb: bool) -> bool:
    """Tell whether the verb of an interrupted subordinate clause follows from token i: the last of its clause, and where the main clause has no verb yet, right before it."""
    last = next((j for j in range(i, len(tokens)) if tokens[j].finite() or tokens[j].low in MAIN_MARKS), -1)
    if last < 0 or not tokens[last].finite() or (not main_verb and last == i):
        return False
    after = behind_verbs(tokens, last + 1)
    then = tokens[after : after + 2]
    return main_verb or (len(then) == 2 and then[0].low == "," and then[1].finite())


def _phrase_and_verb(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a phrase begins at token i and the finite verb of a main clause stands right behind it: "de overige lidstaten zagen"."""
    first = tokens[i]
    if first.verb or not first.is_word or first.low in COORDINATORS or first.low in NO_FIRST:
        return False
    for j in range(i + 1, min(i + 9, len(tokens) - 1)):
        token = tokens[j]
        if not token.is_word or token.low in SUBORDINATORS or token.low in ("dat", "die", "om", "als", "te"):
            return False
        if token.only_finite() and not token.doubtful:
            return tokens[j - 1].low not in COORDINATORS
        if token.verb and not token.doubtful and any(r.form == "ptc" for r in token.verb):
            return False
    return False
