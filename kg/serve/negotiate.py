"""Which form of something a client would rather have: its Accept and Accept-Language headers (RFC 9110, 12.5)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["best_language", "best_type"]


def best_type(accept: str, offered: Sequence[str]) -> str | None:
    """Give the media type of `offered` that `accept` likes best, the first of equals; None where it likes none."""
    wanted = _wanted(accept or "*/*")
    scored = [(_quality(wanted, one), -at, one) for at, one in enumerate(offered)]
    quality, _, name = max(scored)
    return name if quality > 0 else None


def best_language(accept: str, offered: Sequence[str]) -> str:
    """Give the language of `offered` that `accept` likes best, the first where it likes none."""
    wanted = _wanted(accept)
    scored = [
        (max((q for tag, q in wanted if tag.partition("-")[0] == one), default=0.0), -at, one)
        for at, one in enumerate(offered)
    ]
    return max(scored)[2]


def _wanted(header: str) -> list[tuple[str, float]]:
    found = []
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        if name:
            found.append((name, quality))
    return found


def _quality(wanted: Sequence[tuple[str, float]], offered: str) -> float:
    """Let the most specific range count, as RFC 9110 has it: `text/turtle` before `text/*` before `*/*`."""
    kind = offered.partition("/")[0]
    for pattern in (offered, f"{kind}/*", "*/*"):
        fits = [quality for name, quality in wanted if name == pattern]
        if fits:
            return max(fits)
    return 0.0
