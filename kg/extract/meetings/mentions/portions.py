"""Portions of a meeting that only their number tells apart: "In het eerste deel van de top ging het over migratie", "Het tweede deel stond in het teken van"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.words import COUNCIL, ORDINALS, head
from kg.model import Letter, Span

__all__ = ["portions"]

_VISITS = tuple(word_set("meetings", "words.visits"))
_WHICH = "|".join(word for word, n in ORDINALS.items() if n and len(word) > 4)
_NAMED = rf"(?P<which>{_WHICH})(?:,?\s+(?:en laatste|[a-zë-]+))?\s+(?P<noun>deel|gedeelte|blok|helft)"
_PORTION = expression(
    rf"(?i)\b(?:het|de|een)\s+{_NAMED}(?P<of>\s+van\s+(?:de|het|deze)\s+(?:[a-zë-]+e\s+)?(?P<whole>[\w-]+))?(?![\w-])"
)
_HEADING = expression(rf"(?i)\W*(?:[\dIVX.]+\W+)?{_NAMED}(?P<of>)(?P<whole>)(?![\w-])")
_OPENS = expression(r"(?i)\W*(?:(?:in|tijdens|voor|bij|gedurende|daarna volgde|vervolgens volgde)\s+)?")
_ABOUT = expression(  # "ging het over migratie", "stond in het teken van de interne markt"
    r"(?i)[^,;:.]{0,60}?\s(?:over|gewijd aan|in het teken van|gericht op|inzake|rond)\s+([^;:.,]{3,80}?)(?=[,;:.]|\s+en\s+(?:in\s+)?het\s|\s+(?:gesproken|gegaan)\b)"
)


def portions(letter: Letter, unit: Unit) -> Iterator[Gathering]:
    """Give the portions that a stretch names: with the meeting that they are of, or alone at the head of a sentence or as a heading where the letter elsewhere names one with its meeting."""
    text = letter.text.clean
    if unit.kind not in ("sentence", "heading"):
        return
    headed = _HEADING.match(text, *unit.span) if unit.kind == "heading" else None
    for found in [headed] if headed else _PORTION.finditer(text, *unit.span):
        full = _of_meeting(text, found.start("whole"), found["whole"])
        if found["of"] and not full:
            continue  # "het eerste deel van de reis", "van het rapport"
        alone = headed or _OPENS.fullmatch(text, unit.span.start, found.start())
        if not (full or alone) or not _divided(text):
            continue
        about = _ABOUT.match(text, found.end(), unit.span.end)
        yield Gathering(
            Span(found.start("which"), found.end("noun")),
            Span(*found.span("noun")),
            "deel",
            "part",
            text[found.start("which") : found.end()],
            ordinals=(ORDINALS[found["which"].lower()],),
            definite=True,
            topic=about.group(1) if about else "",
        )


def _divided(text: str) -> bool:
    """Tell whether a text divides its meeting: it names two portions at least, one of them with the meeting that it is of."""
    told = [
        (m["which"].lower(), _of_meeting(text, m.start("whole"), m["whole"]), m["of"]) for m in _PORTION.finditer(text)
    ]
    return len({which for which, full, of in told if full or not of}) > 1 and any(full for _, full, _ in told)


def _of_meeting(text: str, start: int, word: str | None) -> bool:
    """Tell whether a word, and where it stands, names a meeting: "top", "Raad", "zitting"."""
    if not word:
        return False
    named = head(word)
    meets = (
        named
        and (named.sort == "whole" or named.kind == "zitting")
        and not named.plural
        and not named.kind.endswith(_VISITS)
    )
    return bool(meets or word == "Raad" or COUNCIL.match(text, start))
