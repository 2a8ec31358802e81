"""Everything that can go wrong in a way a user can mend.

    KamergraphError             something the user can act on; `str()` of it is one line: what, where, what to do
    ├── ReadError               a file that cannot be read as a letter
    ├── RegistryError           an entry of the registry that makes no sense
    ├── ParserError             a parser that cannot be loaded for the second vote
    ├── StoreError              a graph that cannot be opened or written
    └── QueryError              a query that cannot be answered

Only `kg.cli` turns them into messages and exit codes.
"""

from __future__ import annotations

__all__ = ["KamergraphError", "ParserError", "QueryError", "ReadError", "RegistryError", "StoreError"]


class KamergraphError(Exception):
    """Something the user can act on. `what` is wrong with `where`; `remedy` says what to do about it."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(where, what, remedy)
        self.where = where
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}" if self.where else f"{self.what}; {self.remedy}"


class ReadError(KamergraphError):
    """A file that cannot be read as a letter: broken, encrypted, scanned, empty, or of an unknown kind."""


class RegistryError(KamergraphError):
    """An entry of the registry that makes no sense: a date that ends before it begins, a link to nothing."""


class ParserError(KamergraphError):
    """A dependency parser that cannot be loaded: spaCy is missing, or nothing of that name is there."""


class StoreError(KamergraphError):
    """A graph that cannot be opened or written: no store there, or one that another process holds."""


class QueryError(KamergraphError):
    """A query that cannot be answered: not SPARQL 1.1, or a name that no question has."""
