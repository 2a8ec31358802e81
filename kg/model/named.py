"""What a letter names, and where."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.ids import slug
from kg.model.text import Span

__all__ = ["Entity", "Mention"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the letter names.

    `type` is one of Country, Organisation, Person, Treaty, Place, Mission, Instrument, Group. `label` is the name to
    show, in Dutch. `known` tells that the registry holds it; the fields below are for what the letter
    itself introduced: `role` and `country` (an id) of a person, `abbreviation` of an organisation, and for a Group
    (a collective such as "Bondgenoten") `base`: the id of the organisation whose members it speaks of, or "".
    """

    id: str
    type: str
    label: str
    known: bool = True
    role: str = ""
    country: str = ""
    abbreviation: str = ""
    base: str = ""

    @classmethod
    def unknown(cls, kind: str, label: str, abbreviation: str = "") -> Entity:
        """Give a thing that the registry does not hold; its id is made of its kind and its name."""
        return cls(f"{kind.lower()}/{slug(label)}", kind, label, known=False, abbreviation=abbreviation)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the letter names an entity (an id). `form`: name, abbreviation, adjective, inhabitant, surname, capital or anaphor."""

    span: Span
    entity: str
    form: str = "name"
