"""What a letter names, and where."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the letter names an entity (an id). `form`: name, abbreviation, adjective, inhabitant, surname, capital or anaphor."""

    span: Span
    entity: str
    form: str = "name"
