"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: `check` says which kind of check found it, `where` is an IRI or a file, `what` is in plain words."""

    check: str
    where: str
    what: str
