"""What was worked out of a letter is kept while that letter is being read, so that no extractor does it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Any, TypeVar

__all__ = ["remembered"]

_F = TypeVar("_F", bound=Callable[..., Any])


def remembered(make: _F) -> _F:
    """Let a function remember what it gave last, for as long as it is asked about the very same objects.

    By identity: to compare one letter with another costs more than most that is asked of it. One answer is held, no more.
    """
    last: tuple[Any, tuple[Any, ...], Any] = (object(), (), None)

    @wraps(make)
    def ask(one: Any, *more: Any) -> Any:
        nonlocal last
        asked, others, answer = last
        if one is not asked or (more and not all(map(is_, others, more))):
            answer = make(one, *more)
            last = one, more, answer
        return answer

    return ask  # type: ignore[return-value]
