"""What the registry holds of one thing."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Entry", "Form", "Period", "Relation"]


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when something held: ISO dates as precise as the source ("2004-03-29", "1955"), "" where open or unknown."""

    start: str = ""
    end: str = ""

    def holds(self, date: str) -> bool:
        """Tell whether it held on an ISO date; an unknown date is within every period, and a year or month holds for all its days."""
        if not date:
            return True
        return (not self.start or self.start[: len(date)] <= date[: len(self.start)]) and (
            not self.end or date[: len(self.end)] <= self.end[: len(date)]
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a thing's name: its words, what sort of form it is, when it was in use.

    `kind`: name, abbreviation, adjective, inhabitant or surname. `context` tells that it is also something else, so that more is needed to recognise it.
    """

    text: str
    entity: str
    kind: str = "name"
    context: bool = False
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Relation:
    """A membership or a term of office: `member` of `organisation` as `role` ("lid", "Minister van Defensie"); the first two are entity ids, or ""."""

    member: str
    organisation: str
    role: str
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the registry: its id ("country/nederland"), its type ("Country"), its labels, and what else is known.

    `kind` is the finer sort ("city", "body", "agreement"), `part_of` the organisation it is a body of, `country` where a place lies or of which state
    a person is, `capital` and `seat` the ids of a country's cities, `collective` the words for the members of an organisation together.
    """

    id: str
    type: str
    label: str
    label_en: str = ""
    kind: str = ""
    part_of: str = ""
    country: str = ""
    capital: str = ""
    seat: str = ""
    given: str = ""
    family: str = ""
    initials: str = ""
    collective: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    period: Period = Period()
