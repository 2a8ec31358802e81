"""What the letter names: countries, organisations, persons, treaties, places, missions and instruments."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities.affiliations import affiliations
from kg.extract.entities.agreements import agreements
from kg.extract.entities.apposed import apposed
from kg.extract.entities.bodies import bodies
from kg.extract.entities.defined import definitions
from kg.extract.entities.families import MissionFinder
from kg.extract.entities.forms import formal_names
from kg.extract.entities.names import NameFinder
from kg.extract.entities.offices import OfficeFinder
from kg.extract.entities.persons import PersonFinder
from kg.extract.entities.shortened import shortened
from kg.extract.entities.unexplained import unexplained
from kg.extract.entities.venues import venues
from kg.extract.entities.whereabouts import whereabouts
from kg.model import Entity, Letter
from kg.registry import Registry

__all__ = ["EntityExtractor"]


class EntityExtractor:
    """Finds every mention of a named thing; longest match wins and nothing is named twice in one place."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._names = NameFinder(registry)
        self._missions = MissionFinder(registry)
        self._persons = PersonFinder(registry)
        self._offices = OfficeFinder(registry)

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with its entities (in the order of their ids) and mentions (in reading order)."""
        mentions = self._names.find(letter)
        lookup, new = definitions(letter, mentions, self._registry)
        mentions = self._names.find(letter, lookup)
        for mention, entity in (
            *formal_names(letter, mentions),
            *agreements(letter, mentions),
            *bodies(letter, mentions),
            *self._missions.find(letter, mentions),
        ):
            known = self._twin(entity)
            new.setdefault(known or entity.id, entity)
            mentions = [m for m in mentions if not m.span.overlaps(mention.span)]
            mentions.append(replace(mention, entity=known or entity.id))
        for mention, entity in (
            *apposed(letter, mentions),
            *unexplained(letter, mentions, self._registry),
            *venues(letter, mentions),
        ):
            new.setdefault(entity.id, entity)
            mentions.append(mention)
        things = {id_: self._entity(id_, new) for id_ in dict.fromkeys(m.entity for m in mentions)}
        mentions = shortened(letter, sorted(mentions, key=lambda m: m.span), things)
        mentions, persons = self._persons.find(letter, mentions)
        for mention, entity in (
            *affiliations(letter, mentions, self._registry),
            *whereabouts(letter, mentions, self._registry),
        ):
            new.setdefault(entity.id, entity)
            mentions.append(mention)
        mentions.sort(key=lambda m: m.span)
        mentions = self._offices.find(letter, mentions)
        found = new | persons
        entities = {id_: self._entity(id_, found) for id_ in {m.entity for m in mentions}}
        return replace(letter, entities=tuple(entities[i] for i in sorted(entities)), mentions=tuple(mentions))

    def _twin(self, entity: Entity) -> str:
        """Give the registry's id of what a formal name means, when its words are there in another order of spelling ("resolutie 1325")."""
        hits = self._registry.names.scan(entity.label)
        whole = [f.entity for h in hits if h.span.end - h.span.start == len(entity.label) for f in h.forms]
        return whole[0] if whole else ""

    def _entity(self, id_: str, found: dict[str, Entity]) -> Entity:
        if id_ in self._registry:
            entry = self._registry[id_]
            return Entity(id_, entry.type, entry.label, country=entry.country if entry.type == "Person" else "")
        return found[id_]
