"""The form of a person's name: the words and particles that it is made of, where it ends, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.dutch import table
from kg.expression import expression
from kg.model import Mention, Span

__all__ = ["FULL_NAME", "INITIALS", "NAME", "NAME_WORD", "PARTICLE", "is_other", "trim"]

_LISTS = table("people")
PARTICLE = "|".join(re.escape(w) for w in _LISTS["name_particles"])
NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*[\wà-ž]|[A-Z]\.(?:[A-Z]\.)*)"
NAME = rf"{NAME_WORD}(?:\s+(?:(?:{PARTICLE})\s+)*{NAME_WORD}|-{NAME_WORD})*"
INITIALS = "A-ZÀ-ÖØ-ÞĀ-Ž" + "".join(sorted({re.escape(w[0]) for w in _LISTS["name_particles"]}))
# to look at the first letter is much faster than to try all particles
FULL_NAME = expression(rf"(?=[{INITIALS}])(?:(?:{PARTICLE})\s+)*{NAME}")
# "Wardak van Defensie": the first word of what the office is of
_OF_PORTFOLIO = re.compile(
    rf"(?<=\S)\s(?:{'|'.join(sorted({' '.join(w.split()[:2]) for w in _LISTS['portfolios'] if w.split()[1:] and w.split()[1][0].isupper()}))})\b"
)
_STOP = frozenset(_LISTS["opening_words"])
_GENERIC = frozenset(w.casefold() for key in ("offices", "groups", "generic") for w in _LISTS[key])
# "minister Van Quickenborne": a particle has a capital where no first name stands before it
_PARTICLED = re.compile(rf"(?:De|Van|Den|Der|Ter|Ten|Von|Zu|La|Le|Al)\s(?:(?:{PARTICLE})\s)*[A-ZÀ-Þ][\w’'-]{{2,}}")
_SHORT = re.compile(r"[A-ZÀ-Þ][a-zà-ž]")  # "minister Ba"


def is_other(name: str, things: list[Mention], span: Span, known: Callable[[str], bool]) -> bool:
    """Tell whether a capitalised stretch is something else that is known, or an ordinary opening word."""
    last = name.rsplit(maxsplit=1)[-1]
    if re.search(r"\d", name) or not (re.search(r"[a-zà-ž]{2}", last) or _SHORT.fullmatch(last) or known(name)):
        return True
    if (
        (name.split(maxsplit=1)[0] in _STOP and not _PARTICLED.match(name))
        or (name.isupper() and len(name) < 5)
        or name.casefold() in _GENERIC
    ):
        return True
    return any(
        m.span.overlaps(span)
        and not m.entity.startswith("place/")
        and m.span.start <= span.start
        and m.form != "adjective"
        for m in things
    )


def trim(name: str) -> str:
    """Give a name without what follows it: a group ("riep Asselborn de Bondgenoten op"), an office ("Wardak van Defensie"), an opening word, a particle, a genitive."""
    words = _OF_PORTFOLIO.split(name.strip(), maxsplit=1)[0].split()
    group = next((n for n, word in enumerate(words) if n and word.casefold() in _GENERIC), len(words))
    words = words[:group]
    while words and (words[-1] in _STOP or words[-1].casefold() in _LISTS["name_particles"]):
        words.pop()
    return re.sub(r"[’']s$", "", " ".join(words)).rstrip(",;:")
