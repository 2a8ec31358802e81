"""Questions with a name: `.rq` files in this package, and in folders of the user's own."""

from __future__ import annotations

from kg.questions.library import load, names
from kg.questions.page import ROWS, Page
from kg.questions.put import nothing, put, put_page
from kg.questions.question import Parameter, Question

__all__ = ["ROWS", "Page", "Parameter", "Question", "load", "names", "nothing", "put", "put_page"]
