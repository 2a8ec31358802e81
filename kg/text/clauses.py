"""Clauses of a sentence: where one begins, which verb it has, and what stands before and behind that verb.

A Dutch main clause has its finite verb in second place, a subordinate one all its verbs at the end; that, the subordinators and the commas are what the cut rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.dutch.verbs import readings
from kg.text.boundaries import opens
from kg.text.state import State
from kg.text.tokens import Token
from kg.text.words import MARKS, OWN_REPORT, PARTICLES, PERSONS, SIGNALS

__all__ = ["Clause", "cut_clauses"]


@dataclass
class Clause:
    """One clause. `tokens` are indexes into the sentence's tokens, perhaps with a gap where another clause stands inside.

    `kind`: main, sub (opened by a subordinator or relative, `opener` says which), shared (a coordinated verb whose subject stands in the clause before),
    inf (an infinitive clause with "te"), aside (", zo vindt de Groep,"). `finite` is the index of the finite verb, or -1. `parent` is the clause it hangs in, or -1; `end` is one past the last token
    of the clause with all that hangs in it; `index` is its own place among the clauses of the sentence.
    """

    kind: str
    tokens: list[int]
    opener: str = ""
    finite: int = -1
    parent: int = -1
    end: int = 0
    index: int = 0
    verbs: list[int] = field(default_factory=list)

    @property
    def relative(self) -> bool:
        """Whether its opener can be a relative: "die", "dat", or "waar" with or without a preposition ("waarin")."""
        return self.opener in ("die", "dat") or self.opener.startswith("waar")


def cut_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Cut the tokens of one sentence into clauses, in the order in which they begin."""
    pieces = _pieces(tokens)
    clauses: list[Clause] = []
    stack: list[int] = []
    for kind, opener, first, last in pieces:
        if kind == "resume" and stack:
            clauses[stack[-1]].tokens += range(first, last)
            continue
        if kind == "return":
            _interrupted(tokens, clauses).tokens += range(first, last)
            continue
        here = Clause("main" if kind == "resume" else kind, list(range(first, last)), opener)
        if kind in ("main", "shared", "resume"):
            here.parent = stack[-1] if stack and kind == "shared" else -1
            if here.parent >= 0:
                beside = next((n for n, c in enumerate(clauses) if c.tokens[-1] == first - 1), here.parent)
                here.parent = beside if _goes_on(tokens, clauses[beside], first) else here.parent
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
        clause.index = i
        after = [
            c.tokens[0]
            for c in clauses[i + 1 :]
            if c.kind in ("main", "shared") and c.tokens and c.tokens[0] > clause.tokens[0]
        ]
        clause.end = min([size, *after])
    return clauses


def _interrupted(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Clause:
    """Give the subordinate clause that a relative one cut off before its verb: "terwijl Turkije, dat aan de grens ligt, een voorbehoud maakte"."""
    subs = (c for c in reversed(clauses[:-1]) if c.kind == "sub")
    return next((c for c in subs if not any(tokens[i].finite() for i in c.tokens)), clauses[-1])


def _goes_on(tokens: Sequence[Token], before: Clause, first: int) -> bool:
    """Tell whether a coordinated verb shares the subject of the clause right before it: "terwijl Polen zich distantieerde en waarschuwde voor haast"."""
    last = before.tokens[-1]
    if before.opener not in OWN_REPORT:
        return False
    if tokens[last].low == ",":
        return tokens[first].low == "maar" and bool(tokens[last - 1].verb)
    # "... en riep op tot spoed": so stands a verb in a main clause
    apart = (t.low for t in tokens[first + 2 :] if t.low in PARTICLES)
    return tokens[last].finite() and not any(readings(particle + tokens[first + 1].low) for particle in apart)


def _pieces(tokens: Sequence[Token]) -> list[tuple[str, str, int, int]]:
    """Give (kind, opener, first token, one past the last) of stretches in reading order; "resume" goes on with the main clause, "return" with a subordinate one that another cut off."""
    starts: list[tuple[int, str, str]] = []
    state, before = State(), ""
    for i, token in enumerate(tokens):
        meet = token.verb and (tokens[i - 1].verb or tokens[min(i + 1, len(tokens) - 1)].low in PERSONS)
        if i == 0 or token.low in SIGNALS or before in MARKS or meet:
            kind, opener = opens(tokens, i, state)
            if kind:
                starts.append((i, kind, opener))
                state = state.entering(kind, opener, token)
        if token.verb:
            state = state.passing(tokens, i)
        before = token.low
    if not starts or starts[0][0] != 0:
        starts.insert(0, (0, "main", ""))
    ends = [s[0] for s in starts[1:]] + [len(tokens)]
    return [(kind, opener, first, last) for (first, kind, opener), last in zip(starts, ends, strict=True)]


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
