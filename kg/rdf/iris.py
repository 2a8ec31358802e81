"""What things are called: ids of the model, and the IRIs made from them.

Every IRI of data starts with a base that the user can choose; what follows says what the thing is.

    <base>country/nederland                     an entity, by its id
    <base>meeting/navo-top-2018-07-11           a meeting, by its resolved id
    <base>letter/navo-2017-12                   a letter, by its stem
    <base>text/navo-2017-12                     its untouched text
    <base>text/navo-2017-12#char=4116,4267      a stretch of that text, in code points (RFC 5147)
    <base>stance/navo-2017-12/<key>             a stance in it
    <base>graph/letter/navo-2017-12             the named graph of what it says

Whatever a letter or a file name holds, the IRI is valid: what RFC 3986 does not leave unreserved is
percent-encoded, one segment of the path at a time, so two different names never share an IRI.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from kg.errors import KamergraphError

__all__ = ["DEFAULT_BASE", "Iris"]

DEFAULT_BASE = "https://w3id.org/kamergraph/id/"

_KINDS = ("country", "group", "instrument", "letter", "likeness", "meeting", "membership", "mention", "mission", "name")
_MORE_KINDS = ("organisation", "person", "place", "signatory", "stance", "term", "text", "treaty")


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes the IRIs of data under `base`. A base that no IRI can start with is a `KamergraphError`."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Check the base, and let it end in a slash."""
        base = self.base if self.base.endswith("/") else self.base + "/"
        try:
            NamedNode(base)
            parts = urlsplit(base)
            usable = bool(parts.scheme and parts.netloc) and not parts.query and "#" not in base
        except ValueError:
            usable = False
        if not usable:
            raise KamergraphError(
                repr(self.base),
                "no base for IRIs",
                "give an absolute one without ? or #, such as https://example.org/id/",
            )
        object.__setattr__(self, "base", base)

    def of(self, id: str) -> NamedNode:  # noqa: A002 (the model calls it so)
        """Give the IRI of an id: segments with slashes between them, as in "country/nederland"."""
        return NamedNode(self.base + "/".join(_segment(part) for part in id.split("/")))

    def letter(self, stem: str) -> NamedNode:
        """Give the IRI of a letter."""
        return self._under("letter", stem)

    def text(self, stem: str) -> NamedNode:
        """Give the IRI of a letter's untouched text."""
        return self._under("text", stem)

    def characters(self, stem: str, start: int, end: int, part: str = "char") -> NamedNode:
        """Give the IRI of `text[start:end]` of a letter's untouched text; a selector of it has another `part`."""
        return NamedNode(f"{self.base}text/{_segment(stem)}#{part}={start},{end}")

    def signatory(self, stem: str, name: str) -> NamedNode:
        """Give the IRI of somebody's signature under a letter."""
        return self._under("signatory", stem, name)

    def attendance(self, stem: str, meeting: str, attendee: str, role: str) -> NamedNode:
        """Give the IRI of somebody (an entity id) being at a meeting (its key), as a letter tells it."""
        return self._under("attendance", stem, meeting, *attendee.split("/"), role)

    def mention(self, stem: str, entity: str) -> NamedNode:
        """Give the IRI of all that a letter calls an entity (its id)."""
        return self._under("mention", stem, *entity.split("/"))

    def stance(self, stem: str, key: str) -> NamedNode:
        """Give the IRI of a stance in a letter."""
        return self._under("stance", stem, key)

    def stance_group(self, stem: str, key: str, group: str) -> NamedNode:
        """Give the IRI of the group (an entity id) as that stance speaks of it: "veel Bondgenoten"."""
        return self._under("stance", stem, key, *group.split("/"))

    def likeness(self, one: str, other: str) -> NamedNode:
        """Give the IRI of the likeness of two things (their ids)."""
        return self._under("likeness", *one.split("/"), *other.split("/"))

    def letter_graph(self, stem: str) -> NamedNode:
        """Give the name of the graph that holds what a letter says."""
        return self._under("graph", "letter", stem)

    def graph(self, name: str) -> NamedNode:
        """Give the name of another graph: "registry", "resolution" or "ontology"."""
        return self._under("graph", name)

    def prefixes(self) -> dict[str, str]:
        """Give a prefix for each kind of thing."""
        return {kind: f"{self.base}{kind}/" for kind in sorted((*_KINDS, *_MORE_KINDS))}

    def _under(self, *segments: str) -> NamedNode:
        return NamedNode(self.base + "/".join(_segment(segment) for segment in segments))


@lru_cache(maxsize=4096)  # the same few names come back in most letters
def _segment(text: str) -> str:
    """Percent-encode one segment. A lone surrogate keeps its three bytes; dots alone, or nothing, would be a step."""
    safe = quote(text, safe="", errors="surrogatepass").replace("~", "%7E") or "~"
    return safe.replace(".", "%2E") if not safe.strip(".") else safe
