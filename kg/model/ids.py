"""The ids by which things are told apart: a kind and a slug, `country/nederland`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["slug"]


@lru_cache(maxsize=8192)  # most names and acts come back
def slug(text: str) -> str:
    """Give a name as part of an id: lower case ASCII with hyphens."""
    flat = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    flat = flat.replace("ı", "i").replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-") or "x"
