"""The registry's names in a letter: which of several things a name means there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.entities.towns import town
from kg.model import Letter, Mention, Span, Text
from kg.registry import Form, Hit, Lookup, Registry
from kg.text.remember import remembered

__all__ = ["NameFinder"]

# "de Commissie voor de Rechten van de Mens" is another one
_LONGER = re.compile(r"\s(?:voor|van|inzake|tot|tegen)\s(?:de\s|het\s)?[A-ZÀ-Þ]")
_RANK = {t: i for i, t in enumerate(("Country", "Organisation", "Treaty", "Mission", "Instrument", "Person", "Place"))}


class NameFinder:
    """Finds what the registry knows, and settles names that several things share."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known = remembered(self._scan)

    def find(self, letter: Letter, extra: Lookup | None = None) -> list[Mention]:
        """Give mentions in reading order, never overlapping; `extra` holds names that this letter defines."""
        known = self._known(letter.text)
        hits = [
            hit
            for block, of in zip(letter.text.blocks, known, strict=True)
            for hit in _with_own(of, block.span, letter.text.clean, extra)
        ]
        sure: dict[str, int] = {}  # what is named beyond doubt, and where first
        for hit in hits:
            for meant in hit.forms:
                if not meant.context:
                    sure.setdefault(meant.entity, hit.span.start)
        family = self._family(hits)
        mentions: list[Mention] = []
        for i, hit in enumerate(hits):
            form = self._settle(hit, letter, sure, hits[max(i - 1, 0) : i] + hits[i + 1 : i + 2], family)
            if form:
                mentions.append(Mention(hit.span, form.entity, form.kind))
        return mentions

    def _scan(self, text: Text) -> list[list[Hit]]:
        """Give the hits of the registry in each block."""
        return [self._registry.names.scan(block.span.of(text.clean), block.span.start) for block in text.blocks]

    def _family(self, hits: Iterable[Hit]) -> str:
        """Give the organisation of which, and of whose bodies, a letter speaks most; "" where it names none of its bodies."""
        ids = [h.forms[0].entity for h in hits if not h.forms[0].context]
        count = Counter(self._root(id_) for id_ in ids)
        del count[""]
        main = min(count, key=lambda id_: (-count[id_], id_), default="")
        return main if any(id_ != main and self._root(id_) == main for id_ in ids) else ""

    def _root(self, id_: str) -> str:
        if not id_.startswith("organisation/") or id_ not in self._registry:
            return ""
        above = self._registry[id_].part_of
        return self._root(above) if above and above != id_ else id_

    def _own_body(self, hit: Hit, text: str, family: str) -> Form | None:
        """Give the one body of the letter's main organisation that a short name can mean: "de Commissie" in a letter on the EU."""
        forms = [f for f in hit.forms if f.kind == "name" and self._root(f.entity) == family]
        return forms[0] if len(forms) == 1 and not _LONGER.match(text, hit.span.end) else None

    def _settle(
        self, hit: Hit, letter: Letter, sure: Mapping[str, int], beside: Sequence[Hit], family: str
    ) -> Form | None:
        words = hit.span.of(letter.text.clean)
        after = letter.text.clean[hit.span.end : hit.span.end + 2]
        fitting = [f for f in hit.forms if f.period.holds(letter.date[:4])] or list(hit.forms)
        fitting = [
            f for f in fitting if not f.context or f.entity in sure or self._listed(f, letter.text.clean, hit, beside)
        ]
        if here := town(hit, letter):
            return here
        if not fitting and family and hit.forms[0].context:
            return self._own_body(hit, letter.text.clean, family)
        if not fitting or (
            fitting[0].kind == "adjective"
            and not words.endswith("e")
            and after[:1] == " "
            and after[1:].isupper()
            and not letter.text.clean.endswith((" de ", "De "), 0, hit.span.start)
        ):
            # "Frans Timmermans" is no adjective; "Frans-Duitse", "Duits bevel" and "de Canadees Patry" are
            return None
        if len(fitting) == 1:
            return fitting[0]
        return min(fitting, key=lambda f: (f.context, f.kind == "surname", self._rank(f), _named_at(f, sure), f.entity))

    def _rank(self, form: Form) -> int:
        return _RANK.get(self._registry[form.entity].type, 9) if form.entity in self._registry else -1

    def _listed(self, form: Form, text: str, hit: Hit, beside: Iterable[Hit]) -> bool:
        """Tell whether a country's doubtful name stands in a list with another country: "Japan, Korea en Nieuw-Zeeland"."""
        if not form.entity.startswith("country/"):
            return False
        for other in beside:
            first, second = sorted((hit.span, other.span))
            if (
                form.kind == "adjective"
                and text[first.end : second.start] == "-"
                and any(f.kind == "adjective" for f in other.forms)
            ):
                return True  # "Frans-Duitse"
            if text[first.end : second.start] in (", ", " en ", " and ") and any(
                f.entity.startswith("country/") for f in other.forms
            ):
                return True
        return False


def _named_at(form: Form, sure: Mapping[str, int]) -> int:
    """Give where a letter first named what a name that needs context may mean: "de Raad" is the council that it named first; 0 for other names."""
    return sure.get(form.entity, 0) if form.context else 0


def _with_own(hits: list[Hit], span: Span, text: str, extra: Lookup | None) -> list[Hit]:
    """Give the hits in a block together with those of the names that the letter defines."""
    own = extra.scan(span.of(text), span.start) if extra else []
    if not own:
        return hits
    kept = [h for h in own if not any(h.span.overlaps(o.span) and _size(o.span) > _size(h.span) for o in hits)]
    rest = [h for h in hits if not any(h.span.overlaps(o.span) for o in kept)]
    return sorted([*kept, *rest], key=lambda h: h.span)


def _size(span: Span) -> int:
    return span.end - span.start
