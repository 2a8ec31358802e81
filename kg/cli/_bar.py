"""A progress bar on standard error."""

from __future__ import annotations

import sys
from typing import Any

import click

__all__ = ["Bar"]


class Bar:
    """Comes with the first thing that is done. `label` tells what goes on."""

    def __init__(self, label: str, *, hidden: bool) -> None:
        self._label = label
        self._hidden = hidden
        self._bar: Any = None
        self._done = 0

    def move(self, done: int, length: int) -> None:
        """Tell that `done` of `length` are done."""
        if self._bar is None:
            self._bar = click.progressbar(length=length, label=self._label, file=sys.stderr, hidden=self._hidden)
            self._bar.__enter__()
        self._bar.update(done - self._done)
        self._done = done

    def close(self) -> None:
        """Let go of the line."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
