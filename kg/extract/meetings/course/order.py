"""The order in which a letter tells of a meeting's parts, and the days that follow from it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.meetings.draft import Draft, family

__all__ = ["date_by_order"]


def date_by_order(parts: Sequence[Draft], early: Sequence[Draft], days: Sequence[str], intro: int) -> None:
    """Date the parts that stand between two parts of one day, and the `early` ones, told before the second day: theirs is the first.

    `parts` stand in the order of telling, `days` (ISO) are the meeting's, `intro` is where the introduction ends. Between two days a dinner is of the first.
    """
    for draft in early:
        if not draft.start and draft.rule != "part.body":
            draft.start = draft.end = days[0]
    for told in (
        [p for p in parts if p.rule != "part.body" or p.span.start >= intro],
        sorted(
            (p for p in parts if p.ordinals and p.ordinals[0] > 0 and family(p.kind) == "sessie"),
            key=lambda p: p.ordinals[0],
        ),
    ):
        known = [p.start for p in told if p.start]
        if known != sorted(known):
            continue
        for i, p in enumerate(told):
            before = max((q.start for q in told[:i] if q.start), default="")
            after = min((q.start for q in told[i + 1 :] if q.start), default="")
            if not p.start and days and (before or after):
                if before == after or before == days[-1] or (before and family(p.kind) == "diner"):
                    p.start = p.end = before
                elif after == days[0]:
                    p.start = p.end = after
