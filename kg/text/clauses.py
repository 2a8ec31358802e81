"""Clauses of a sentence: where one begins, which verb it has, and what stands before and behind that verb.

A Dutch main clause has its finite verb in second place, a subordinate one all its verbs at the end; that, the subordinators and the commas are what the cut rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.dutch import table
from kg.text.tokens import Token

__all__ = ["Clause", "cut_clauses"]

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
_MAIN_MARKS = frozenset({";", ":", "–", "—"})


@dataclass
class Clause:
    """One clause. `tokens` are indexes into the sentence's tokens, perhaps with a gap where another clause stands inside.

    `kind`: main, sub (opened by a subordinator or relative, `opener` says which), shared (a coordinated verb whose subject stands in the clause before),
    inf (an infinitive clause with "te"), aside (", zo vindt de Groep,"). `finite` is the index of the finite verb, or -1. `parent` is the clause it hangs in, or -1.
    """

    kind: str
    tokens: list[int]
    opener: str = ""
    finite: int = -1
    parent: int = -1
    end: int = 0
    verbs: list[int] = field(default_factory=list)


def cut_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Cut the tokens of one sentence into clauses, in the order in which they begin."""
    pieces = _pieces(tokens)
    clauses: list[Clause] = []
    stack: list[int] = []
    for kind, opener, first, last in pieces:
        if kind == "resume" and stack:
            clauses[stack[-1]].tokens += range(first, last)
            continue
        here = Clause("main" if kind == "resume" else kind, list(range(first, last)), opener)
        if kind in ("main", "shared", "resume"):
            here.parent = stack[-1] if stack and kind == "shared" else -1
            clauses.append(here)
            stack = [len(clauses) - 1]
        else:
            here.parent = len(clauses) - 1 if clauses else -1
            clauses.append(here)
            if not stack:
                stack = []
    for clause in clauses:
        _find_verbs(tokens, clause)
    size = len(tokens)
    for i, clause in enumerate(clauses):
        after = [
            c.tokens[0]
            for c in clauses[i + 1 :]
            if c.kind in ("main", "shared") and c.tokens and c.tokens[0] > clause.tokens[0]
        ]
        clause.end = min([size, *after])
    return clauses


def _pieces(tokens: Sequence[Token]) -> list[tuple[str, str, int, int]]:
    """Give (kind, opener, first token, one past the last) of stretches in reading order; "resume" goes on with the main clause."""
    starts: list[tuple[int, str, str]] = []
    current, verb_seen, depth_main_verb = "main", False, False
    i, size = 0, len(tokens)
    while i < size:
        kind, opener = _opens(tokens, i, current, verb_seen, depth_main_verb)
        if kind:
            starts.append((i, kind, opener))
            current, verb_seen = (
                ("main" if kind in ("resume", "shared") else kind),
                kind in ("shared",) or (kind == "resume" and tokens[i].finite()),
            )
            if kind in ("main", "shared"):
                depth_main_verb = kind == "shared"
        token = tokens[i]
        if token.finite() and not (i and tokens[i - 1].low == "te"):
            verb_seen = True
            if current in ("main",):
                depth_main_verb = True
        elif current == "inf" and token.verb and tokens[i - 1].low == "te":
            verb_seen = True
        i += 1
    if not starts or starts[0][0] != 0:
        starts.insert(0, (0, "main", ""))
    ends = [s[0] for s in starts[1:]] + [size]
    return [(kind, opener, first, last) for (first, kind, opener), last in zip(starts, ends, strict=True)]


def _opens(tokens: Sequence[Token], i: int, current: str, verb_seen: bool, main_verb: bool) -> tuple[str, str]:
    """Tell what clause, if any, begins at token i: (kind, opener) or ("", "")."""
    low = tokens[i].low
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None:
        return "", ""
    if i == 0:
        if low == "als" and not _closed_by_comma(tokens):
            return "main", ""  # "Als gastheer heb ik"
        if low in _SUBORDINATORS or (low in ("als", "dat") and _verb_final(tokens, i) and not _pointing(tokens)):
            return "sub", low
        return "main", ""
    if before in _MAIN_MARKS:
        return "main", ""
    if (
        current == "sub"
        and verb_seen
        and not main_verb
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
    if before == "," and low in _PREPOSITIONS and after.low == "wie":
        return "sub", "wie"
    if (
        low in ("die", "wie", "wat", "welke", "waar")
        and not (low == "wie" and before in _PREPOSITIONS)
        and _is_relative(tokens, i)
    ):
        return "sub", low
    if low == "al" and before in (",", "") and after.finite():
        return "sub", "al"
    if low == "als" and before in (",", "alleen", "pas", "ook", "zelfs", "tenzij") and _verb_final(tokens, i):
        return "sub", "als"
    if low == "of" and tokens[i - 1].verb and _verb_final(tokens, i):
        return "sub", "of"
    if low in ("om", "door", "zonder", "teneinde") and _has_te(tokens, i):
        return "inf", low
    if low in _COORDINATORS:
        return _after_coordinator(tokens, i, current, verb_seen, main_verb)
    if before == ",":
        return _after_comma(tokens, i, current, verb_seen, main_verb)
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
    return (before.finite() and before.low not in _PREPOSITIONS) or _verb_final(tokens, i)


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1]
    if not _verb_final(tokens, i):
        return False
    if before.low == "," or (tokens[i].low == "waar" and before.low in ("maar", "en")):
        return True
    return (
        before.is_word
        and (not before.verb or tokens[i - 2].low == "te")
        and before.low not in _PREPOSITIONS
        and before.low not in _COORDINATORS
        and before.low not in ("is", "als", "dan")
    )


def _verb_final(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a finite verb follows that is not the very next word, before a mark that ends a main clause."""
    for j in range(i + 1, len(tokens)):
        if tokens[j].low in _MAIN_MARKS:
            return False
        if tokens[j].finite() and tokens[j - 1].low != "te":
            return True
    return False


def _has_te(tokens: Sequence[Token], i: int) -> bool:
    for j in range(i + 1, min(i + 16, len(tokens) - 1)):
        if tokens[j].low == "te" and any(r.form == "inf" for r in tokens[j + 1].verb):
            return True
        if tokens[j].low in ("te", ",") or tokens[j].low in _MAIN_MARKS or tokens[j].only_finite():
            return tokens[j].low == "te" and tokens[j + 1].low.endswith("en")
    return False


def _after_coordinator(
    tokens: Sequence[Token], i: int, current: str, verb_seen: bool, main_verb: bool
) -> tuple[str, str]:
    after = tokens[i + 1]
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


def _after_comma(tokens: Sequence[Token], i: int, current: str, verb_seen: bool, main_verb: bool) -> tuple[str, str]:
    token, after = tokens[i], tokens[i + 1]
    if token.low in ("zo", "aldus") and (token.low == "aldus" or after.finite()):
        return "aside", token.low
    if token.low == "dan" and after.finite():
        return "main", ""
    if current in ("sub", "inf", "aside") and verb_seen:
        return ("resume", "") if token.low not in _COORDINATORS else ("", "")
    if token.only_finite() and current == "main" and main_verb and not token.doubtful:
        closes = any(t.low in (",", ".", ";") for t in tokens[i + 1 : i + 7])
        return ("aside", "") if closes else ("shared", ",")
    return "", ""


def _find_verbs(tokens: Sequence[Token], clause: Clause) -> None:
    """Settle the finite verb: the first unmistakable one in a main clause, the last cluster's in a subordinate one."""
    inside = [
        i
        for i in clause.tokens
        if tokens[i].verb and not (i and tokens[i - 1].low == "te" and not tokens[i].only_finite())
    ]
    clause.verbs = [i for i in clause.tokens if tokens[i].verb]
    finite = [i for i in inside if tokens[i].finite()]
    if not finite or clause.kind == "inf":
        return
    if clause.kind != "sub" or clause.opener == "al":
        # written together with its particle, a verb is finite at the end of a subordinate clause only
        finite = [i for i in finite if any(r.form == "fin" and not r.particle for r in tokens[i].verb)] or finite
    finite = [i for i in finite if not tokens[i].doubtful] or finite
    sure = [i for i in finite if tokens[i].only_finite()]
    if clause.kind == "sub" and clause.opener != "al":
        clause.finite = (sure or finite)[-1] if len(sure) != 1 else sure[0]
    else:
        clause.finite = sure[0] if sure else finite[0]
        if len(sure) > 1 and sure[1] == sure[0] + 1:
            clause.finite = sure[1]  # a slip of the pen: "ministers legden benadrukten"
