"""A letter and all that was found in it, as the triples of its named graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kg.model import Entity, Letter, Mention
from kg.rdf.iris import Iris
from kg.rdf.literals import count, dutch, moment, plain
from kg.rdf.meetings import attendances, meetings
from kg.rdf.scene import Scene
from kg.rdf.stances import stances
from kg.rdf.vocabulary import DCT, FOAF, KG, NIF, PROV, RDF, RDFS
from kg.resolve import Resolution, why

__all__ = ["Made", "describe"]


@dataclass(frozen=True, slots=True)
class Made:
    """What a graph was made with: `code` is the program and its version, `registry` the hash of the registry."""

    code: str
    registry: str


def describe(letter: Letter, resolution: Resolution, made: Made, iris: Iris | None = None) -> list[Triple]:
    """Give the triples of the letter's named graph, each once, in an order that depends on the letter alone.

    A `KamergraphError` when a stance or an attendance names a meeting that the letter does not hold.
    """
    scene = Scene(letter, resolution, iris or Iris())
    parts = (_graph(scene, made), _letter(scene), _signatories(scene), _entities(scene), _mentions(scene))
    found = [triple for part in (*parts, meetings(scene), attendances(scene), stances(scene)) for triple in part]
    return list(dict.fromkeys(found))


def _graph(scene: Scene, made: Made) -> Iterator[Triple]:
    graph = scene.iris.letter_graph(scene.stem)
    yield Triple(graph, RDF["type"], KG["LetterGraph"])
    yield Triple(graph, RDF["type"], PROV["Entity"])
    yield Triple(graph, PROV["wasDerivedFrom"], scene.iris.letter(scene.stem))
    yield Triple(graph, KG["madeWith"], plain(made.code))
    yield Triple(graph, KG["registryHash"], plain(made.registry))


def _letter(scene: Scene) -> Iterator[Triple]:
    letter, node, text = scene.letter, scene.iris.letter(scene.stem), scene.iris.text(scene.stem)
    yield Triple(node, RDF["type"], KG["Letter"])
    yield Triple(node, RDF["type"], FOAF["Document"])
    yield Triple(node, DCT["identifier"], plain(letter.source.metadata.identifier or scene.stem))
    yield Triple(node, KG["file"], plain(letter.source.name))
    yield Triple(node, KG["sha256"], plain(letter.source.sha256))
    yield Triple(node, DCT["format"], plain(letter.source.format))
    issued = moment(letter.date)
    if issued is not None:
        yield Triple(node, DCT["issued"], issued)
    for term, value in ((KG["number"], letter.number), (KG["dossier"], letter.dossier)):
        if value:
            yield Triple(node, term, plain(value))
    for term, value in ((DCT["title"], letter.title), (KG["addressedTo"], letter.addressee)):
        if value:
            yield Triple(node, term, dutch(value))
    if letter.place:
        named = next((e for e in letter.entities if letter.place in (e.id, e.label) and e.type == "Place"), None)
        yield Triple(node, KG["placeName"], dutch(named.label if named else letter.place))
        if named:
            yield Triple(node, KG["place"], scene.entity(named.id))
    for meeting in letter.meetings:
        if meeting.primary:
            yield Triple(node, KG["reportsOn"], scene.meeting(meeting.key))
    yield Triple(text, RDF["type"], NIF["Context"])
    yield Triple(text, PROV["wasDerivedFrom"], node)


def _signatories(scene: Scene) -> Iterator[Triple]:
    for place, signatory in enumerate(scene.letter.signatories, start=1):
        node = scene.iris.signatory(scene.stem, signatory.name)
        yield Triple(scene.iris.letter(scene.stem), KG["signatory"], node)
        yield Triple(node, RDF["type"], KG["Signatory"])
        yield Triple(node, FOAF["name"], plain(signatory.name))
        yield Triple(node, KG["ordinal"], count(place))
        if signatory.role:
            yield Triple(node, KG["role"], dutch(signatory.role))
        person = scene.person(signatory)
        if person is not None:
            yield Triple(node, KG["person"], person)


def _entities(scene: Scene) -> Iterator[Triple]:
    """Tell what the letter itself says of those that the registry does not hold. No registry holds a group."""
    for entity in scene.letter.entities:
        if entity.known and entity.type != "Group":
            continue
        id_ = scene.resolution.entity(scene.stem, entity.id)
        node, reason = scene.entity(entity.id), why(entity, id_)
        yield Triple(node, RDF["type"], _type(id_))
        if reason:  # the letter that names it in full gives the label
            yield Triple(node, KG["mergedBecause"], plain(reason))
        else:
            yield Triple(node, RDFS["label"], dutch(entity.label))
        if entity.role:
            yield Triple(node, KG["role"], dutch(entity.role))
        if entity.country:
            yield Triple(node, KG["country"], scene.entity(entity.country))
        if entity.abbreviation:
            yield Triple(node, KG["abbreviation"], plain(entity.abbreviation))
        if entity.base:
            yield Triple(node, KG["membersOf"], scene.entity(entity.base))


def _mentions(scene: Scene) -> Iterator[Triple]:
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


def _mention(scene: Scene, id_: str, entity: Entity, places: list[Mention]) -> Iterator[Triple]:
    node = scene.iris.mention(scene.stem, id_)
    yield Triple(node, RDF["type"], KG["Mention"])
    yield scene.said_here(node)
    yield Triple(node, KG["entity"], scene.iris.of(id_))
    yield Triple(node, DCT["type"], _type(id_))
    yield Triple(node, RDFS["label"], dutch(entity.label))
    yield Triple(node, KG["count"], count(len({place.span for place in places})))
    for place in places:
        yield Triple(node, KG["surface"], plain(place.span.of(scene.letter.text.clean)))
        yield Triple(node, KG["mentionForm"], plain(place.form))
        yield Triple(node, KG["occursAt"], scene.words(place.span))


def _type(id_: str) -> NamedNode:
    """Give the class of an entity: its id begins with it."""
    return KG[id_.partition("/")[0].capitalize()]
