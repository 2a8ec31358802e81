"""Offices without a name that can mean one person only: "de SG NAVO", "de Hoge Vertegenwoordiger"."""

from __future__ import annotations

import re

from kg.expression import expression
from kg.model import Letter, Mention, Span
from kg.registry import Registry

__all__ = ["OfficeFinder"]

_SG = r"(?:[Ss]ecretaris-?\s?[Gg]eneraal|SG)"
_OFFICES = (
    (
        expression(
            rf"\b(?:{_SG}\s(?:van\s(?:de|het)\s)?(?:NAVO|Navo|Bondgenootschap)|SGNAVO|(?:NAVO|Navo)[- ]{_SG})\b"
        ),
        "organisation/navo",
        "Secretaris-Generaal",
    ),
    (
        expression(rf"\b(?:{_SG}\s(?:van\s(?:de)\s)?(?:VN|Verenigde Naties)|SGVN|(?:VN)[- ]{_SG})\b"),
        "organisation/vn",
        "Secretaris-Generaal",
    ),
    (
        expression(rf"\b(?:{_SG}\s(?:van\s(?:de)\s)?(?:OVSE)|(?:OVSE)[- ]{_SG})\b"),
        "organisation/ovse",
        "Secretaris-Generaal",
    ),
    (
        expression(rf"\b(?:{_SG}\s(?:van\s(?:de)\s)?(?:Raad van Europa))\b"),
        "organisation/raad-van-europa",
        "Secretaris-Generaal",
    ),
    (
        expression(
            r"\b(?:EU[- ])?(?:Hoge Vertegenwoordiger(?:\s(?:van\sde|voor\sde)\s(?:EU|Europese Unie|Unie))?|HV/VP|HR/VP)\b"
        ),
        "organisation/eu",
        "Hoge Vertegenwoordiger",
    ),
)
_BARE = expression(rf"\b[Dd]e\s({_SG})\b(?!\s+van)")


class OfficeFinder:
    """Finds offices that stand for the person who held them at the letter's date, when the registry knows exactly one."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def find(self, letter: Letter, mentions: list[Mention]) -> list[Mention]:
        """Give the mentions with those of offices added; one inside (an organisation's name) stays beside it."""
        text = letter.text.clean
        persons = [m for m in mentions if m.entity.startswith("person/")]
        out = list(mentions)
        for pattern, organisation, role in _OFFICES:
            for found in pattern.finditer(text):
                self._add(Span(*found.span()), organisation, role, letter, persons, out)
        main = self._main(mentions)
        for found in _BARE.finditer(text):
            span = Span(*found.span(1))
            if main and not any(span.overlaps(m.span) for m in out if m.form == "office"):
                self._add(span, main, "Secretaris-Generaal", letter, persons, out)
        return sorted(out, key=lambda m: (m.span.start, -m.span.end))

    def _add(
        self, span: Span, organisation: str, role: str, letter: Letter, persons: list[Mention], out: list[Mention]
    ) -> None:
        if any(p.span.start - span.end in (0, 1) or p.span.overlaps(span) for p in persons):
            return  # the name stands behind it
        if (
            re.match(r"\s*(?:\([A-Z]+\)\s*)?[A-Z][a-zà-ž]+", letter.text.clean[span.end :])
            and letter.text.clean[span.end : span.end + 1] == " "
        ):
            return
        who = self.holder(organisation, role, letter.date)
        if who:
            out.append(Mention(span, who, "office"))

    def holder(self, organisation: str, role: str, date: str) -> str:
        """Give the one person who held an office at an ISO date, or ""."""
        found = {
            r.member
            for r in self._registry.relations
            if r.organisation == organisation
            and r.role.casefold().startswith(role.casefold())
            and r.member.startswith("person/")
            and r.period.holds(date)
        }
        return found.pop() if date and len(found) == 1 else ""

    def _main(self, mentions: list[Mention]) -> str:
        counts = {
            o: sum(m.entity == o for m in mentions)
            for o in ("organisation/navo", "organisation/ovse", "organisation/raad-van-europa", "organisation/vn")
        }
        best = max(counts, key=lambda o: counts[o])
        return best if counts[best] else ""
