"""The registry's names in a letter: which of several things a name means there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.model import Letter, Mention, Span, Text
from kg.registry import Form, Hit, Lookup, Registry
from kg.text.remember import remembered

__all__ = ["NameFinder"]

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
        sure = {form.entity for hit in hits for form in hit.forms if not form.context}
        short = self._short(sure)
        mentions: list[Mention] = []
        for i, hit in enumerate(hits):
            form = self._settle(hit, letter, sure, hits[max(i - 1, 0) : i] + hits[i + 1 : i + 2])
            if form:
                mentions.append(Mention(hit.span, form.entity, form.kind))
        return self._with_short(letter, mentions, short)

    def _short(self, sure: set[str]) -> dict[str, str]:
        """Give the last words by which a letter takes up long names: "het Kompas" after "het Strategisch Kompas"."""
        found: dict[str, set[str]] = {}
        for id_ in sure:
            if id_.split("/")[0] in ("instrument", "treaty") and id_ in self._registry:
                last = self._registry[id_].label.split()[-1].split("-")[-1]
                if len(last) > 4 and last[0].isupper() and " " in self._registry[id_].label:
                    found.setdefault(last, set()).add(id_)
        return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}

    def _with_short(self, letter: Letter, mentions: list[Mention], short: dict[str, str]) -> list[Mention]:
        if not short:
            return mentions
        text = letter.text.clean
        taken = [m.span for m in mentions]
        added = []
        for found in re.finditer(
            rf"\b(?:[Hh]et|[Dd]e|[Dd]it|[Dd]eze) ({'|'.join(map(re.escape, sorted(short)))})\b(?! [A-Z])", text
        ):
            span = Span(*found.span(1))
            if not any(span.overlaps(t) for t in taken):
                added.append(Mention(span, short[found.group(1)], "anaphor"))
        return sorted([*mentions, *added], key=lambda m: m.span)

    def _scan(self, text: Text) -> list[list[Hit]]:
        """Give the hits of the registry in each block."""
        return [self._registry.names.scan(block.span.of(text.clean), block.span.start) for block in text.blocks]

    def _settle(self, hit: Hit, letter: Letter, sure: set[str], beside: Sequence[Hit]) -> Form | None:
        words = hit.span.of(letter.text.clean)
        after = letter.text.clean[hit.span.end : hit.span.end + 2]
        fitting = [f for f in hit.forms if f.period.holds(letter.date[:4]) or f.kind != "name"] or list(hit.forms)
        fitting = [
            f
            for f in fitting
            if not f.context
            or f.entity in sure
            or self._listed(f, letter.text.clean, hit, beside)
            or self._only_body(f, sure)
        ]
        if not fitting or (
            fitting[0].kind == "adjective" and not words.endswith("e") and after[:1] == " " and after[1:].isupper()
        ):
            # "Frans Timmermans" is no adjective; "Frans-Duitse" and "Duits bevel" are
            return None
        return min(fitting, key=lambda f: (f.context, f.kind == "surname", self._rank(f), f.entity))

    def _rank(self, form: Form) -> int:
        return _RANK.get(self._registry[form.entity].type, 9) if form.entity in self._registry else -1

    def _only_body(self, form: Form, sure: set[str]) -> bool:
        """Tell whether a body's short name ("de Commissie") can mean no other body here: its organisation is named, and nothing else so called."""
        if form.kind != "name" or form.entity not in self._registry or " " in form.text:
            return False
        whole = self._registry[form.entity].part_of
        named = [self._registry[i] for i in sure if i in self._registry and i.startswith("organisation/")]
        return (
            bool(whole)
            and (whole in sure or any(n.part_of == whole for n in named))
            and not any(n.label.casefold().endswith(form.text.casefold()) for n in named)
        )

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
