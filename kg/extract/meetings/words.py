"""The vocabulary of gatherings, compiled from `kg/dutch/meetings.toml` into patterns and sets."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from kg.dutch import table, word_set
from kg.expression import expression

__all__ = [
    "COUNCIL",
    "COUNCIL_IN_CAPITALS",
    "HEADS",
    "LEVEL",
    "LEVELS",
    "MEETING_VERBS",
    "MODIFIERS",
    "NUMBERED",
    "OCCURRENCE",
    "ONLY_BEHIND",
    "ORDINALS",
    "REPORT",
    "SUBORDINATORS",
    "UNREAL",
    "WORD",
    "Head",
    "content_words",
    "fold",
    "head",
]

_TABLE = table("meetings")
_W = _TABLE["words"]
_SMALL = table("words")

WORD = expression(r"[^\W_]+(?:[-‐‑’'+/][^\W_]+)*[-‐‑]?")
MODIFIERS = frozenset(_W["modifiers"])
UNREAL = frozenset(_W["unreal"])
OCCURRENCE = frozenset(_W["occurrence"])
MEETING_VERBS = frozenset(_W["meeting_verbs"])
ONLY_BEHIND: dict[str, list[str]] = _TABLE["only_behind"]
REPORT = frozenset(_W["report_words"])
LEVELS = frozenset([*_W["levels"], *_W["bodies"]])
SUBORDINATORS = frozenset(_SMALL["subordinators"])
ORDINALS: dict[str, int] = _SMALL["ordinals"]
NUMBERED = expression(r"\d{1,3}(?:e|de|ste)$")
COUNCIL = expression(rf"(?<![\w-])(?:{'|'.join(_W['councils'])})(?![\w-])")
COUNCIL_IN_CAPITALS = expression(rf"(?i)(?<![\w-])(?:{'|'.join(_W['councils'])})(?![\w-])")
_PORTFOLIO = "|".join(
    re.escape(p)
    for p in sorted(table("people")["portfolios"], key=len, reverse=True)
    if p.startswith(("van ", "voor "))
)
_WHO = "|".join(re.escape(w) for w in sorted(_W["levels"], key=len, reverse=True))
LEVEL = expression(
    rf"(?i)(?<![\w])(?:staatshoofden en regeringsleiders|(?:(?:[a-z0-9]+-)?(?:[a-zë]{{4,}}(?=ministers\b))?(?:{_WHO}))(?:\s+(?:{_PORTFOLIO})(?:\s+en\s+(?:{_PORTFOLIO}))?)?)(?![\w-])"
)


class Head(tuple[str, str, bool]):
    """A head noun: (kind, class, plural). The class is whole, part or talk."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """The noun in the singular, without a name before its hyphen: "werkdiner", "top"."""
        return self[0]

    @property
    def sort(self) -> str:
        """What it may be: whole, part or talk."""
        return self[1]

    @property
    def plural(self) -> bool:
        """Whether it stands in the plural."""
        return self[2]


@cache
def _heads() -> dict[str, tuple[str, str, bool]]:
    found: dict[str, tuple[str, str, bool]] = {}
    for sort in ("talk", "part", "whole"):
        for pair in _TABLE["heads"][sort]:
            one, many = pair.split("|")
            found[one] = (one, sort, False)
            if many:  # "regeringsconsultaties" has no other form
                found[many] = (one, sort, True)
    return found


# one of these stands in every word that heads the name of a gathering; "tafel" does so behind "ronde"
HEADS = expression("|".join(map(re.escape, [*_heads(), "tafel"])))
# those that a compound can end in, the longest first
_ENDINGS = tuple(end for end in sorted(_heads(), key=len, reverse=True) if end not in _W["whole_words"])


@lru_cache(maxsize=50_000)  # most words come back, new ones without end
def head(word: str) -> Head | None:
    """Read a word (in any case) as a noun for a gathering; None where it is none.

    "Isaf-diner" gives kind "diner", "werkdiner" and "klimaattop" stay whole.
    """
    low = word.lower()
    last = re.split(r"[-‐‑]", low)[-1] or low
    heads = _heads()
    if last in _W["not_gatherings"] or low in _W["not_gatherings"]:
        return None
    if last in heads:
        return Head(heads[last])
    for end in _ENDINGS if last.endswith(_ENDINGS) else ():
        if last.endswith(end) and len(last) >= len(end) + 3:
            one, sort, plural = heads[end]
            return Head((last.removesuffix(end) + one, sort, plural))
    return None


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Give a text in lower case and without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


@cache
def _stop() -> frozenset[str]:
    small = word_set(
        "words",
        "articles",
        "demonstratives",
        "possessives",
        "prepositions",
        "subordinators",
        "coordinators",
        "between",
        "relatives",
        "weekdays",
    )
    return frozenset(map(fold, small | word_set("meetings", "words.no_topic")))


def content_words(text: str) -> list[str]:
    """Give the words of a text that say what it is about, folded; compounds with a hyphen also by their parts."""
    return [part for found in WORD.finditer(text) for part in _content(found.group())]


@lru_cache(maxsize=50_000)
def _content(word: str) -> tuple[str, ...]:
    """Give the parts of a word that say what a text is about."""
    return tuple(
        p
        for p in re.split(r"[-‐‑/]", fold(word).strip("-"))
        if (len(p) > 2 and p not in _stop() and not re.fullmatch(r"[ivx]+", p)) or p in ("eu", "vn", "vs")
    )
