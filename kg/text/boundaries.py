"""Where a clause begins: at a subordinator, a relative, a coordinator with a verb behind it, or a comma before a phrase and its verb.

Dutch puts the finite verb of a main clause second and all verbs of a subordinate one last; a stretch is a clause of its own only when it has room for a finite verb of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.dutch import table
from kg.text.tokens import Token

__all__ = ["State", "opens"]

_WORDS = table("words")
_SUBORDINATORS = frozenset(_WORDS["subordinators"])
_PREPOSITIONS = frozenset(_WORDS["prepositions"])
_COORDINATORS = frozenset({"en", "maar", "want", "dus", "doch", "of", "noch", "alsmede"})
_OPENERS = frozenset(
    [
        *_WORDS["articles"],
        *_WORDS["possessives"],
        "er",
        "dit",
        "deze",
        "zij",
        "hij",
        "ook",
        "alle",
        "men",
        "niet",
        "bij",
        "in",
        "op",
    ]
)
# auxiliaries behind which "dat" is an object
_TAKES_NO_CLAUSE = frozenset(
    [
        "zal",
        "zullen",
        "zou",
        "zouden",
        "kan",
        "kunnen",
        "kon",
        "konden",
        "moet",
        "moeten",
        "mag",
        "mogen",
        "heeft",
        "hebben",
        "heb",
        "had",
        "hadden",
    ]
)
# behind a comma these add to the clause before
_NO_FIRST = frozenset(
    ["evenals", "waaronder", "net", "inclusief", "onder", "gezien", "mede", "aldus", "behalve", "zoals", "ondanks"]
)
_MAIN_MARKS = frozenset({";", ":", "–", "—"})
# a clause begins with one of these, behind one of these, or where two verbs meet
_SIGNALS = (
    _SUBORDINATORS
    | _COORDINATORS
    | {"dat", "die", "wie", "wat", "welke", "waar", "als", "al", "om", "door", "zonder", "teneinde"}
)
_MARKS = _MAIN_MARKS | {","}


@dataclass(frozen=True, slots=True)
class State:
    """What was read so far: the kind of clause one is in, whether that clause has its verb, and whether the main clause has."""

    current: str = "main"
    verb_seen: bool = False
    main_verb: bool = False

    def entering(self, kind: str, token: Token) -> State:
        """Give the state at the first token of a new clause."""
        current = "main" if kind in ("resume", "shared") else kind
        seen = kind == "shared" or (kind == "resume" and token.finite())
        main_verb = kind == "shared" if kind in ("main", "shared") else self.main_verb
        return State(current, seen, main_verb)

    def passing(self, tokens: Sequence[Token], i: int) -> State:
        """Give the state behind token i."""
        token = tokens[i]
        if not token.verb:
            return self
        led = bool(i) and tokens[i - 1].low == "te"
        if token.doubtful and self.current == "sub" and not _closes(tokens, i):
            return self  # "dat door 32 landen, waaronder Nederland, werd gedragen"
        if token.finite() and not led:
            return State(self.current, True, self.main_verb or self.current == "main")
        if self.current == "inf" and led:
            return State(self.current, True, self.main_verb)
        return self


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word stands where a clause's last verb stands: before a mark, a verb or the end."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or not after.is_word or bool(after.verb)


def opens(tokens: Sequence[Token], i: int, state: State) -> tuple[str, str]:
    """Tell what clause, if any, begins at token i: (kind, opener) or ("", "").

    Kinds are those of `kg.text.clauses.Clause`, and "resume" for where the main clause goes on.
    """
    low = tokens[i].low
    before = tokens[i - 1].low if i else ""
    if i and low not in _SIGNALS and before not in _MARKS and not (tokens[i].verb and tokens[i - 1].verb):
        return "", ""  # as at most words
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None:
        return "", ""
    if i == 0:
        if low == "als" and not _closed_by_comma(tokens):
            return "main", ""  # "Als gastheer heb ik"
        if low == "waar" and not after.finite() and any(t.low == "," for t in tokens):
            return "sub", low  # "Waar Polen aandrong op haast, vroeg Spanje om uitstel"
        if low in _SUBORDINATORS or (low in ("als", "dat") and _verb_final(tokens, i) and not _pointing(tokens)):
            return "sub", low
        return "main", ""
    if before in _MAIN_MARKS:
        return "main", ""
    if (
        state.current == "sub"
        and state.verb_seen
        and not state.main_verb
        and tokens[i].only_finite()
        and not tokens[i].doubtful
        and tokens[i - 1].verb
        and tokens[0].low in ("dat", "of")
    ):
        return "resume", ""  # "Dat Duitsland dreigt te blijven steken noemde hij onaanvaardbaar"
    if low in _SUBORDINATORS:
        return "sub", low
    if low == "dat" and _is_conjunction(tokens, i):
        return "sub", "dat"
    if before == "," and low in _PREPOSITIONS and low != "onder" and after.low == "wie":
        return "sub", "wie"
    if (
        low in ("die", "wie", "wat", "welke", "waar")
        and not (low == "wie" and before in _PREPOSITIONS)
        and _is_relative(tokens, i)
    ):
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
        and _verb_final(tokens, i)
        and before != "zien"
    ):
        return "sub", "als"  # "wil pas instemmen als er een uitzondering komt"
    if low == "al" and before in (",", "") and after.finite():
        return "sub", "al"
    if low == "als" and before in (",", "alleen", "pas", "ook", "zelfs", "tenzij") and _verb_final(tokens, i):
        return "sub", "als"
    if low == "of" and tokens[i - 1].verb and _verb_final(tokens, i):
        return "sub", "of"
    if low in ("om", "door", "zonder", "teneinde") and after.low != "meer" and _has_te(tokens, i):
        return "inf", low
    if low in _COORDINATORS:
        return _after_coordinator(tokens, i, state)
    if before == ",":
        return _after_comma(tokens, i, state)
    return "", ""


def _closed_by_comma(tokens: Sequence[Token]) -> bool:
    """Tell whether the sentence's first comma closes a clause with its verbs at the end."""
    comma = next((j for j, t in enumerate(tokens) if t.low == ","), 0)
    return comma > 2 and any(t.verb for t in tokens[max(comma - 3, 1) : comma])


def _pointing(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence's first "dat" points ("Dat laatste ging Turkije te ver", "Dat is noodzakelijk") and opens no clause."""
    return tokens[1].finite() or (len(tokens) > 2 and tokens[2].finite() and tokens[1].text[0].islower())


def _is_conjunction(tokens: Sequence[Token], i: int) -> bool:
    before, after = tokens[i - 1], tokens[i + 1]
    if before.low in _PREPOSITIONS and before.low not in (
        "zonder",
        "op",
        "aan",
        "in",
        "uit",
        "af",
        "over",
        "voor",
        "mee",
        "toe",
        "tegen",
    ):
        return False
    if before.low in _PREPOSITIONS and not (after.text[0].isupper() or after.low in _OPENERS):
        return False  # "in dat verband"
    if after.only_finite() and not (before.low == "," or before.verb):
        return before.low not in _COORDINATORS and before.is_word
    if before.low in _TAKES_NO_CLAUSE:
        return False  # "zal dat voorstel steunen", "heeft dat benadrukt"
    if before.finite() and (after.text[0].isupper() or after.low in _OPENERS):
        return True
    return _verb_final(tokens, i)


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1]
    if not _verb_final(tokens, i):
        return False
    if before.low == "," or (tokens[i].low == "waar" and before.low in ("maar", "en")):
        return True
    return (
        before.is_word
        and (not before.verb or tokens[i - 2].low in ("te", "de", "het", "alle", "andere", "meeste"))
        and before.low not in _PREPOSITIONS
        and before.low not in _COORDINATORS
        and before.low not in ("is", "als", "dan")
    )


def _verb_final(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a finite verb follows that is not the very next word, before a mark that ends a main clause."""
    for j in range(i + 1, len(tokens)):
        if tokens[j].low in _MAIN_MARKS:
            return False
        if tokens[j].finite() and tokens[j - 1].low != "te" and tokens[j - 1].low not in _COORDINATORS:
            return True  # not "wees dat af en haalde de tekst aan"
    return False


def _has_te(tokens: Sequence[Token], i: int) -> bool:
    for j in range(i + 1, min(i + 16, len(tokens) - 1)):
        if tokens[j].low == "te" and any(r.form == "inf" for r in tokens[j + 1].verb):
            return True
        if tokens[j].low in ("te", ",") or tokens[j].low in _MAIN_MARKS or tokens[j].only_finite():
            return tokens[j].low == "te" and tokens[j + 1].low.endswith("en")
    return False


def _after_coordinator(tokens: Sequence[Token], i: int, state: State) -> tuple[str, str]:
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
    if not (verb_seen or main_verb) or (current == "sub" and not verb_seen):
        return "", ""
    if after.low == "dat" and i + 2 < len(tokens) and _verb_final(tokens, i + 1):
        return "", ""  # "dat" opens its own clause
    if (
        after.only_finite()
        and main_verb
        and (current == "main" or tokens[i - 1].finite() or tokens[i - 1].low == "," or _is_past(after))
    ):
        return "shared", tokens[i].low
    # "en Nederland benadrukte": a subject or a first phrase, then a finite verb, and nothing that looks verb-final
    for j in range(i + 2, min(i + 12, len(tokens))):
        token = tokens[j]
        if token.low in (",", ";", ":") or token.low in _SUBORDINATORS or token.low in ("dat", "die", "om"):
            return "", ""
        if token.only_finite():
            if current == "main" or tokens[i - 1].low == ",":
                return ("main", "") if main_verb and not _ends_there(tokens, j) else ("", "")
            return ("main", "") if verb_seen and main_verb and not _ends_there(tokens, j) else ("", "")
        if token.low in _COORDINATORS and token.low != "en":
            return "", ""
    return "", ""


def _is_past(token: Token) -> bool:
    return any(r.form == "fin" and r.past for r in token.verb) or token.low in (
        "heeft",
        "hebben",
        "heb",
        "is",
        "zijn",
        "werd",
        "werden",
    )


def _ends_there(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether the clause ends with this verb or its cluster, as a verb-final one does."""
    k = j + 1
    while k < len(tokens) and (tokens[k].verb or tokens[k].low in ("te",)):
        k += 1
    return k >= len(tokens) or tokens[k].low in (".", ",", ";", ":", "en", "?")


def _after_comma(tokens: Sequence[Token], i: int, state: State) -> tuple[str, str]:
    current, verb_seen, main_verb = state.current, state.verb_seen, state.main_verb
    token, after = tokens[i], tokens[i + 1]
    if token.low in ("zo", "aldus") and (token.low == "aldus" or after.finite()):
        return "aside", token.low
    if token.low == "dan" and after.finite():
        return "main", ""
    if current in ("sub", "inf", "aside") and verb_seen:
        if main_verb and _phrase_and_verb(tokens, i):
            return "main", ""
        return ("resume", "") if token.low not in _COORDINATORS else ("", "")
    if current == "main" and main_verb and _phrase_and_verb(tokens, i):
        return "main", ""  # "Italië bepleitte hulp, Polen was tegen"
    if token.only_finite() and current == "main" and main_verb and not token.doubtful:
        closes = any(t.low in (",", ".", ";") for t in tokens[i + 1 : i + 7])
        return ("aside", "") if closes else ("shared", ",")
    return "", ""


def _phrase_and_verb(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a phrase begins at token i and the finite verb of a main clause stands right behind it: "de overige lidstaten zagen"."""
    first = tokens[i]
    if first.verb or not first.is_word or first.low in _COORDINATORS or first.low in _NO_FIRST:
        return False
    for j in range(i + 1, min(i + 9, len(tokens) - 1)):
        token = tokens[j]
        if not token.is_word or token.low in _SUBORDINATORS or token.low in ("dat", "die", "om", "als", "te"):
            return False
        if token.only_finite() and not token.doubtful:
            return tokens[j - 1].low not in _COORDINATORS
        if token.verb and not token.doubtful and any(r.form == "ptc" for r in token.verb):
            return False
    return False
