"""Whether two mentions can be of one meeting: by day, body and level, by its number in a row, by the words for it."""

from __future__ import annotations

import re

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.draft import Draft, Said
from kg.extract.meetings.words import ORDINALS, content_words

__all__ = ["apart", "numbers", "same", "same_level"]

_COMMISSION = expression(r"(?i)commissie\b|comité\b|groep\b|committee\b|group\b|commission\b")
_NTH = expression(r"\w*(?:tien|elf|twaalf|negen)de|\w*(?:tig|honderd)ste")
_VISITS = tuple(word_set("meetings", "words.visits"))


def same(draft: Draft, s: Said) -> bool:
    """Tell whether a mention can be of that meeting: no date, body or level speaks against it, and some word for it agrees."""
    g = s.gathering
    if (
        draft.kind == g.kind == "raad"
        and s.start
        and s.start == draft.start
        and (_shortens(draft.label, g.label) or _shortens(g.label, draft.label))
    ):
        return True
    if ("rtikel 50" in draft.label) != ("rtikel 50" in g.label) and s.start == draft.start:
        return False
    if apart(draft.label, g.label):
        return False  # "de zevende zitting", "de achtste zitting"
    if (
        g.kind == "raad"
        and s.start
        and draft.start
        and s.start != s.end
        and draft.start == draft.end
        and draft.start in (s.start, s.end)
    ):
        pass  # "Raad Algemene Zaken en Raad Buitenlandse Zaken van 21 en 27 mei"
    elif (
        s.start
        and draft.start
        and not (
            s.start.startswith(draft.start) or draft.start.startswith(s.start) or draft.start <= s.start <= draft.end
        )
    ):
        return False
    if (
        g.body
        and g.body == draft.body
        and (s.start == draft.start or not (s.start and draft.start))
        and (g.kind == "raad" or draft.kind == "raad")
    ):
        return True
    if not same_level(draft.level, g.level) or (
        (g.kind == "raad") != (draft.kind == "raad") and (g.kind == "raad" and not g.bare)
    ):
        return False
    if g.body and draft.body and g.body != draft.body and (draft.kind == "raad" or _COMMISSION.search(g.label)):
        return False
    if draft.kind.endswith(_VISITS) and g.kind.endswith(_VISITS):
        theirs, mine = set(content_words(draft.label)) - {draft.kind}, set(content_words(g.label)) - {g.kind}
        if draft.start and (s.start, s.end) != (draft.start, draft.end) and mine and theirs and not mine & theirs:
            return False  # "De volgende dag bracht ik een bezoek aan Tanger" on a visit to Marokko
        return not g.definite or not draft.start
    mine, theirs = set(content_words(draft.label)) - {"bijeenkomst"}, set(content_words(g.label)) - {"bijeenkomst"}
    if draft.kind == "raad" and g.kind == "raad":
        return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs))) >= 0.5 or bool(
        s.start and s.start == draft.start and s.end == draft.end
    )


def numbers(label: str) -> set[str]:
    """Give which one of a row a label says it is: "zevende", "57e", "MC12" (its digits), a numeral in words in lower case."""
    words = {w for w in re.findall(r"[a-zë]+", label.lower()) if (w in ORDINALS and len(w) > 3) or _NTH.fullmatch(w)}
    return words | set(re.findall(r"\d+", label))


def _shortens(short: str, name: str) -> bool:
    """Tell whether a council's short name stands for its name: "Raad WSBVC", "Raad voor Werkgelegenheid, Sociaal Beleid ..."."""
    letters = re.search(r"\b[A-Z]{2,6}\b", short)
    return letters is not None and letters.group() in "".join(re.findall(r"\b[A-Z]", name))


def apart(one: str, other: str) -> bool:
    """Tell whether two labels number two of a row: "zevende zitting" and "achtste zitting"."""
    return bool(numbers(one) and numbers(other) and not numbers(one) & numbers(other))


def same_level(one: str, other: str) -> bool:
    """Tell whether two levels can be the same: one of them unknown, or the same first and last words."""
    if not one or not other or "minister" not in one.lower() + other.lower():
        return True
    a, b = one.lower().split(), other.lower().split()
    return a == b or len(a) == 1 or len(b) == 1 or a[-1] == b[-1]
