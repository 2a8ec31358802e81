"""The positions that a letter reports, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.model import Stance
from kg.rdf.literals import boolean, count, decimal, dutch, plain
from kg.rdf.scene import Scene
from kg.rdf.topics import topics_in
from kg.rdf.vocabulary import KG, RDF, RDFS

__all__ = ["stances"]

_HOW = {
    "subject": KG["subjectHolder"],
    "anaphor": KG["anaphorHolder"],
    "speaker": KG["speakerHolder"],
    "member": KG["memberHolder"],
    "behalf": KG["behalfHolder"],
    "inferred": KG["inferredHolder"],
}


def stances(scene: Scene) -> Iterator[Triple]:
    """Tell of each stance who takes it, what it is about, where it was taken and which words say so."""
    reporters = [
        scene.person(signatory) or scene.iris.signatory(scene.stem, signatory.name)
        for signatory in scene.letter.signatories
    ]
    for stance in scene.letter.stances:
        node = scene.iris.stance(scene.stem, stance.key)
        yield Triple(node, RDF["type"], KG["Stance"])
        yield scene.said_here(node)
        yield Triple(node, KG["type"], KG[stance.type])
        yield from _holders(scene, node, stance)
        yield from _facts(scene, node, stance)
        for reporter in reporters:
            yield Triple(node, KG["reportedBy"], reporter)
        yield from scene.quote(node, KG["evidence"], stance.span)
        yield from scene.quote(node, KG["cue"], stance.cue)


def _facts(scene: Scene, node: NamedNode, stance: Stance) -> Iterator[Triple]:
    yield Triple(node, KG["rule"], plain(stance.rule))
    yield Triple(node, KG["confidence"], decimal(stance.confidence))
    for entity in stance.about:
        yield Triple(node, KG["about"], scene.entity(entity))
    for entity in stance.addressees:
        yield Triple(node, KG["addressee"], scene.entity(entity))
    if stance.meeting:
        yield Triple(node, KG["meeting"], scene.meeting(stance.meeting))
    if stance.reason:
        yield Triple(node, KG["reason"], plain(stance.reason))
    if stance.vote:
        yield Triple(node, KG["secondVote"], plain(stance.vote))
    if stance.quantifier:
        yield Triple(node, KG["quantifier"], dutch(stance.quantifier))
    if stance.topic:
        yield Triple(node, KG["topic"], dutch(stance.topic))
        for concept in topics_in(stance.topic):
            yield Triple(node, KG["onTopic"], concept)
    yield Triple(node, KG["polarity"], count(stance.polarity))
    if stance.strength:
        yield Triple(node, KG["strength"], plain(stance.strength))
    for entity in stance.relayed:
        yield Triple(node, KG["relayedBy"], scene.entity(entity))
    spans = ((KG["content"], stance.content), (KG["condition"], stance.condition), (KG["ground"], stance.ground))
    for term, span in spans:
        if span is not None:
            yield Triple(node, term, dutch(span.of(scene.letter.text.clean)))
    for term, holds in ((KG["negated"], stance.negated), (KG["intended"], stance.intended)):
        if holds:
            yield Triple(node, term, boolean(True))


def _holders(scene: Scene, node: NamedNode, stance: Stance) -> Iterator[Triple]:
    """Tell who holds the stance, and how the words say so.

    A collective holder becomes a group of this stance alone, with the named members that it includes: "veel
    Bondgenoten" here need not be "veel Bondgenoten" there. Members belong to the group named last before them.
    """
    collectives = {entity.id: entity.label for entity in scene.letter.entities if entity.type == "Group"}
    group: NamedNode | None = None
    early: list[NamedNode] = []
    for holder in stance.holders:
        who = shared = scene.entity(holder.id)
        if holder.id in collectives or holder.id.startswith("group/"):
            who = scene.iris.stance_group(scene.stem, stance.key, holder.id)
            yield Triple(who, RDF["type"], KG["Group"])
            yield Triple(who, KG["base"], shared)
            label = collectives.get(holder.id, "")
            if stance.quantifier and group is None:
                yield Triple(who, KG["quantifier"], dutch(stance.quantifier))
                label = f"{stance.quantifier} {label}"
            if holder.id in collectives:
                yield Triple(who, RDFS["label"], dutch(label))
            for member in early:
                yield Triple(who, KG["includes"], member)
            if group is None:
                yield from (Triple(who, KG["excludes"], scene.entity(other)) for other in stance.exceptions)
            group, early = who, []
        elif holder.how == "member" and group is not None:
            yield Triple(group, KG["includes"], who)
        elif holder.how == "member":
            early.append(who)
        yield Triple(node, KG["holder"], who)
        yield Triple(node, _HOW[holder.how], who)
