"""The Dutch language as data: TOML tables beside this file, and the few readers they need.

`table("months")` gives the content of `months.toml`; each table says in its first lines what it holds and where it comes from.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """Give one table of the language by name, read once in a process."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
