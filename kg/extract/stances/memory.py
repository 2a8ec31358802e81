"""Who and what was spoken of last in a letter: what pronouns and short names stand for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.extract.stances.party import Party
from kg.model import Entity

__all__ = ["Memory"]

_NEAR = 4  # so many sentences back a subject can still be "zij"


@dataclass
class Memory:
    """Who and what was spoken of last, for pronouns: the newest one at the end of each list.

    `holders` are the subjects; `persons` those for whom "hij" can stand (a country's id for "de Franse minister"); `named` the countries and persons in the
    order of the text; `pair` the last two countries named together, `couple` the last two persons; `partner` with whom the writer spoke in this paragraph, `companion` in this section; `guest` the foreign minister spoken of in it;
    `offices` who was called by an office last ("president" -> the id of Nkurunziza); `label` the speaker that a line of a list begins with ("Frankrijk: ..."), `roll` tells that the list is one of speakers;
    `collectives` every group that was named; `sentence` counts the sentences.
    """

    holders: list[tuple[str, ...]] = field(default_factory=list)
    told: list[int] = field(default_factory=list)  # in which sentence each of the holders was the subject
    persons: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    pairs: Counter[frozenset[str]] = field(default_factory=Counter)  # how often each pair was named in this section
    couple: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    companion: tuple[str, ...] = ()
    guest: str = ""
    offices: dict[str, str] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=dict)  # all who were called by an office in the letter
    sexes: dict[str, str] = field(default_factory=dict)  # "man" of who was called "heer", "woman" of "mevrouw"
    label: Party | None = None
    roll: bool = False
    collectives: dict[str, Entity] = field(default_factory=dict)
    sentence: int = 0
    paragraph: int = 0  # the sentence that this paragraph began with
    first_person: bool = False  # a letter with many an "ik" does not call its writer "de minister"

    def begin_section(self) -> None:
        """Forget persons: under a new heading "hij" is somebody new."""
        self.persons.clear()
        self.offices.clear()
        self.couple, self.companion, self.roll = (), (), False
        self.pairs.clear()
        self.begin_paragraph()

    def names_pair(self, one: str, two: str) -> None:
        """Keep two countries named together; a pair that the section names more often stays the one meant by "beide landen"."""
        self.pairs[frozenset((one, two))] += 1
        if self.pairs[frozenset((one, two))] >= self.pairs[frozenset(self.pair)]:
            self.pair = (one, two)

    def begin_paragraph(self) -> None:
        """Forget whom the writer spoke with."""
        self.partner, self.guest, self.label = (), "", None
        self.paragraph = self.sentence + 1

    def calls(self, office: str, person: str) -> None:
        """Keep who was called by an office."""
        self.offices[office] = person
        self.known.setdefault(office, set()).add(person)

    def called(self, office: str) -> str:
        """Give who was called so last in this section, or the only one in the letter; "" where nobody was."""
        known = self.known.get(office, ())
        return self.offices.get(office, "") or (next(iter(known)) if len(known) == 1 else "")

    def spoke(self, *holders: str) -> None:
        """Keep who was the subject of a clause of this sentence."""
        self.holders.append(holders)
        self.told.append(self.sentence)

    def plural(self) -> tuple[str, ...]:
        """Give the holders for whom "zij" (they) can stand: the last that are several or a group, not too far back."""
        return next(
            (
                h
                for h, told in zip(reversed(self.holders), reversed(self.told), strict=True)
                if (len(h) > 1 or h[0].startswith("group/")) and self.sentence - told <= _NEAR
            ),
            (),
        )

    def both(self) -> tuple[str, ...]:
        """Give the last two countries spoken of, where they were named together; else ()."""
        countries = [t for t in self.things if t.startswith("country/")]
        return self.pair if self.pair and set(countries[-2:]) == set(self.pair) else ()

    def country(self) -> str:
        """Give the country spoken of last, or ""."""
        return self.last("country")

    def last(self, *kinds: str) -> str:
        """Give the newest thing of one of these kinds ("treaty", "mission"), or ""."""
        return next((t for t in reversed(self.things) if t.split("/")[0] in kinds), "")
