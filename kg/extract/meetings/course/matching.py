"""Which known part of a meeting a mention means: by number, topic, body, day, or because there is no other."""

from __future__ import annotations

from collections.abc import Sequence

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.draft import MEALS, Draft, Said, family, overlap
from kg.extract.meetings.gathering import Gathering
from kg.extract.meetings.words import content_words

__all__ = ["meant", "named_before"]

_HOUR = expression(r"ochtend|voormiddag|namiddag|middag|avond|opening|slot")

_ALIKE = 0.5
_GENERAL = word_set("meetings", "words.general_kinds")


def meant(
    s: Said, parts: Sequence[Draft], here: Draft | None, last: Draft | None, about: str, day: str, introducing: bool
) -> Draft | None:
    """Give the part that a mention of a session means, or None.

    `here` is the part that its section treats so far, `last` the one named last, `about` the words of its sentence and heading, `day` its day or ""; `introducing` tells that the letter still
    announces its parts.
    """
    g = s.gathering
    same = [p for p in parts if family(p.kind) == family(g.kind) and not _at_other_hours(p.kind, g.kind)]
    if s.start and s.start == s.end:
        same = [p for p in same if not p.start or p.start == s.start]
    if g.level:
        same = [p for p in same if not p.level or p.level == g.level]
        exact = [p for p in same if p.level == g.level]
        if exact:
            return exact[0]
        if any(p.level for p in parts if family(p.kind) == family(g.kind)) and not g.definite:
            return None
    if family(g.kind) in MEALS and any(p.kind == g.kind for p in same):
        same = [p for p in same if p.kind == g.kind]  # "werkdiner" beside "diner"
    if g.deictic:
        return here if here in same else (last if last in same else None)
    if g.body:
        return next((p for p in [*same, *(p for p in parts if p.kind == "bijeenkomst")] if p.body == g.body), None)
    if day and family(g.kind) in MEALS and not g.definite:
        same = [p for p in same if p.start in ("", day)]  # "een diner" of the second day is not that of the first
    meal = next((p for p in same if day and p.start == day), None) if family(g.kind) in MEALS else None
    if meal and not g.ordinals:
        return meal
    if g.ordinals:
        found = _numbered(same, g.ordinals[0], g.definite or s.unit.kind == "heading")
        headed = here if here in same and here is not None and here.rule == "part.heading" else None
        # "De derde sessie werd bijgewoond door" under "Samenwerking (sessie met partners)"
        return found or (headed if headed and not headed.ordinals and s.unit.kind == "sentence" else None)
    if s.unit.kind == "heading" and g.partner and family(g.kind) not in MEALS:
        # "Sessie met de kandidaat-lidstaten" is none of the sessions before, unless one was told to be with them
        same = [p for p in same if overlap(g.label.partition(" ")[2], p.words | set(content_words(p.label))) >= _ALIKE]
    if g.topic:
        return _topical(s, same, introducing)
    if g.partner and not g.definite and introducing:
        return None
    if not g.definite and s.unit.kind == "sentence":
        return same[0] if not introducing and len(same) == 1 and not same[0].ordinals else None
    if day and here not in same and family(g.kind) == "sessie":
        same = [p for p in same if p.start in ("", day)]  # "de werksessie" of the second day is not that of the first
    if here in same or len(same) < 2:
        return here if here in same else next(iter(same), None)
    words = set(content_words(about))
    best = max(same, key=lambda p: len(words & p.words) / (1 + len(p.words)) if p.words else 0.0)
    return best if words & best.words else same[-1]


def _at_other_hours(one: str, other: str) -> bool:
    """Tell whether two kinds say that they were at different times of the day: "ochtendsessie", "middagsessie"."""
    first, second = _HOUR.match(one), _HOUR.match(other)
    return bool(first and second and first.group() != second.group())


def _topical(s: Said, same: list[Draft], introducing: bool) -> Draft | None:
    g = s.gathering
    scored = [(overlap(g.topic, p.words), -i, p) for i, p in enumerate(same) if p.words]
    best = max(scored, key=lambda t: t[:2], default=None)
    if best and best[0] >= 0.5:
        return best[2]
    bare = [p for p in same if not p.topics]
    if (g.definite or s.unit.kind == "heading" or not introducing) and len(bare) == 1 and not bare[0].ordinals:
        return bare[0]
    if g.definite and len(same) == 1 and family(g.kind) in MEALS:
        return same[0]
    return None


def _numbered(same: list[Draft], n: int, definite: bool) -> Draft | None:
    if n == -1:
        return max(enumerate(same), key=lambda pair: (pair[1].start, pair[0]))[1] if same else None
    hit = next((p for p in same if n in p.ordinals), None)
    if hit or not definite:
        return hit
    plain = [p for p in same if not p.ordinals]
    return plain[n - 1] if len(plain) >= max(n, 2) and len(plain) == len(same) else None


def named_before(g: Gathering, parts: list[Draft]) -> Draft | None:
    """Give the part with a topic or guests that a definite name points back to: "de bijeenkomst over Afghanistan", "de bijeenkomst met partnerlanden"."""
    if not g.definite or g.body or g.kind not in _GENERAL:
        return None
    mine = set(content_words(g.label)) - {g.kind}
    return next((p for p in parts if p.kind == g.kind and mine and mine <= set(content_words(p.label))), None)
