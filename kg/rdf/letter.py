"""A letter and all that was found in it, as the triples of its named graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Triple

from kg.model import Entity, Letter, Mention
from kg.rdf.calendar import calendar
from kg.rdf.iris import Iris
from kg.rdf.literals import count, dutch, moment, plain
from kg.rdf.meetings import attendances, meetings
from kg.rdf.scene import Scene, Statement
from kg.rdf.stances import stances
from kg.rdf.vocabulary import DCT, FOAF, KG, NIF, PROV, RDF, RDFS
from kg.resolve import Resolution, why

__all__ = ["Made", "describe", "statements"]


_SURFACE, _FORM, _AT = KG["surface"], KG["mentionForm"], KG["occursAt"]


@dataclass(frozen=True, slots=True)
class Made:
    """What a graph was made with: `code` is the program and its version, `registry` the hash of the registry."""

    code: str
    registry: str


def describe(letter: Letter, resolution: Resolution, made: Made, iris: Iris | None = None) -> list[Triple]:
    """Give the statements of the letter's named graph as the triples that a store takes."""
    return [Triple(*statement) for statement in statements(letter, resolution, made, iris)]


def statements(letter: Letter, resolution: Resolution, made: Made, iris: Iris | None = None) -> list[Statement]:
    """Give what stands in the letter's named graph, each statement once, in an order that depends on the letter alone.

    A `KamergraphError` when a stance or an attendance names a meeting that the letter does not hold.
    """
    scene = Scene(letter, resolution, iris or Iris())
    parts = (_graph(scene, made), _letter(scene), _signatories(scene), _entities(scene), _mentions(scene))
    said = list(dict.fromkeys(chain(*parts, meetings(scene), attendances(scene), stances(scene))))
    return list(dict.fromkeys((*said, *calendar(scene, said))))


def _graph(scene: Scene, made: Made) -> Iterator[Statement]:
    graph = scene.iris.letter_graph(scene.stem)
    yield graph, RDF["type"], KG["LetterGraph"]
    yield graph, RDF["type"], PROV["Entity"]
    yield graph, PROV["wasDerivedFrom"], scene.iris.letter(scene.stem)
    yield graph, KG["madeWith"], plain(made.code)
    yield graph, KG["registryHash"], plain(made.registry)


def _letter(scene: Scene) -> Iterator[Statement]:
    letter, node, text = scene.letter, scene.iris.letter(scene.stem), scene.iris.text(scene.stem)
    yield node, RDF["type"], KG["Letter"]
    yield node, RDF["type"], FOAF["Document"]
    yield node, DCT["identifier"], plain(letter.source.metadata.identifier or scene.stem)
    yield node, KG["file"], plain(letter.source.name)
    yield node, KG["sha256"], plain(letter.source.sha256)
    yield node, DCT["format"], plain(letter.source.format)
    yield scene.dated(node)
    issued = moment(letter.date)
    if issued is not None:
        yield node, DCT["issued"], issued
    for term, value in ((KG["number"], letter.number), (KG["dossier"], letter.dossier)):
        if value:
            yield node, term, plain(value)
    for term, value in ((DCT["title"], letter.title), (KG["addressedTo"], letter.addressee)):
        if value:
            yield node, term, dutch(value)
    if letter.place:
        named = next((e for e in letter.entities if letter.place in (e.id, e.label) and e.type == "Place"), None)
        yield node, KG["placeName"], dutch(named.label if named else letter.place)
        if named:
            yield node, KG["place"], scene.entity(named.id)
    for meeting in letter.meetings:
        if meeting.primary:
            yield node, KG["reportsOn"], scene.meeting(meeting.key)
    yield text, RDF["type"], NIF["Context"]
    yield text, PROV["wasDerivedFrom"], node


def _signatories(scene: Scene) -> Iterator[Statement]:
    for place, signatory in enumerate(scene.letter.signatories, start=1):
        node = scene.iris.signatory(scene.stem, signatory.name)
        yield scene.iris.letter(scene.stem), KG["signatory"], node
        yield node, RDF["type"], KG["Signatory"]
        yield node, FOAF["name"], plain(signatory.name)
        yield node, KG["ordinal"], count(place)
        if signatory.role:
            yield node, KG["role"], dutch(signatory.role)
        person = scene.person(signatory)
        if person is not None:
            yield node, KG["person"], person


def _entities(scene: Scene) -> Iterator[Statement]:
    """Tell what the letter itself says of those that the registry does not hold. No registry holds a group."""
    for entity in scene.letter.entities:
        if entity.known and entity.type != "Group":
            continue
        id_ = scene.resolution.entity(scene.stem, entity.id)
        node, reason = scene.entity(entity.id), why(entity, id_)
        yield node, RDF["type"], _type(id_)
        if reason:  # the letter that names it in full gives the label
            yield node, KG["mergedBecause"], plain(reason)
        else:
            yield node, RDFS["label"], dutch(entity.label)
        if entity.role:
            yield node, KG["role"], dutch(entity.role)
        if entity.country:
            yield node, KG["country"], scene.entity(entity.country)
        if entity.abbreviation:
            yield node, KG["abbreviation"], plain(entity.abbreviation)
        if entity.base:
            yield node, KG["membersOf"], scene.entity(entity.base)


def _mentions(scene: Scene) -> Iterator[Statement]:
    """Tell what the letter calls each entity, and where. One that is only implied is counted zero times."""
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in scene.letter.mentions:
        places[scene.resolution.entity(scene.stem, mention.entity)].append(mention)
    met: dict[str, Entity] = {}
    for entity in scene.letter.entities:
        id_ = scene.resolution.entity(scene.stem, entity.id)
        if id_ not in met:
            met[id_] = entity
            yield from _mention(scene, id_, entity, places[id_])


def _mention(scene: Scene, id_: str, entity: Entity, places: list[Mention]) -> Iterator[Statement]:
    node = scene.iris.mention(scene.stem, id_)
    yield node, RDF["type"], KG["Mention"]
    yield scene.said_here(node)
    yield node, KG["entity"], scene.iris.of(id_)
    yield node, DCT["type"], _type(id_)
    yield node, RDFS["label"], dutch(entity.label)
    yield node, KG["count"], count(len({place.span for place in places}))
    if places:
        yield scene.dated(node)
    for place in places:
        yield node, _SURFACE, plain(place.span.of(scene.letter.text.clean))
        yield node, _FORM, plain(place.form)
        yield node, _AT, scene.words(place.span)


def _type(id_: str) -> NamedNode:
    """Give the class of an entity: its id begins with it."""
    return KG[id_.partition("/")[0].capitalize()]
