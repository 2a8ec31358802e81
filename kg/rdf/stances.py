"""The positions that a letter reports, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.model import Stance
from kg.rdf.literals import boolean, count, decimal, dutch, plain
from kg.rdf.scene import Scene, Statement
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


def stances(scene: Scene) -> Iterator[Statement]:
    """Tell of each stance who takes it, what it is about, where it was taken and which words say so."""
    reporters = [
        scene.person(signatory) or scene.iris.signatory(scene.stem, signatory.name)
        for signatory in scene.letter.signatories
    ]
    for stance in scene.letter.stances:
        node = scene.iris.stance(scene.stem, stance.key)
        yield node, RDF["type"], KG["Stance"]
        yield scene.said_here(node)
        yield scene.dated(node, stance.meeting)
        yield node, KG["type"], KG[stance.type]
        yield from _holders(scene, node, stance)
        yield from _facts(scene, node, stance)
        for reporter in reporters:
            yield node, KG["reportedBy"], reporter
        yield from scene.quote(node, KG["evidence"], stance.span)
        yield from scene.quote(node, KG["cue"], stance.cue)


def _facts(scene: Scene, node: NamedNode, stance: Stance) -> Iterator[Statement]:
    yield node, KG["rule"], plain(stance.rule)
    yield node, KG["confidence"], decimal(stance.confidence)
    for entity in stance.about:
        yield node, KG["about"], scene.entity(entity)
    for entity in stance.addressees:
        yield node, KG["addressee"], scene.entity(entity)
    if stance.meeting:
        yield node, KG["meeting"], scene.meeting(stance.meeting)
    if stance.reason:
        yield node, KG["reason"], plain(stance.reason)
    if stance.vote:
        yield node, KG["secondVote"], plain(stance.vote)
    if stance.quantifier:
        yield node, KG["quantifier"], dutch(stance.quantifier)
    if stance.topic:
        yield node, KG["topic"], dutch(stance.topic)
        for concept in topics_in(stance.topic):
            yield node, KG["onTopic"], concept
    yield node, KG["polarity"], count(stance.polarity)
    if stance.strength:
        yield node, KG["strength"], plain(stance.strength)
    for entity in stance.relayed:
        yield node, KG["relayedBy"], scene.entity(entity)
    spans = ((KG["content"], stance.content), (KG["condition"], stance.condition), (KG["ground"], stance.ground))
    for term, span in spans:
        if span is not None:
            yield node, term, dutch(span.of(scene.letter.text.clean))
    for term, holds in ((KG["negated"], stance.negated), (KG["intended"], stance.intended)):
        if holds:
            yield node, term, boolean(True)


def _holders(scene: Scene, node: NamedNode, stance: Stance) -> Iterator[Statement]:
    """Tell who holds the stance, and how the words say so.

    A collective holder becomes a group of this stance alone, with the named members that it includes: "veel
    Bondgenoten" here need not be "veel Bondgenoten" there. Members belong to the group named last before them.
    """
    collectives = scene.collectives
    group: NamedNode | None = None
    early: list[NamedNode] = []
    for holder in stance.holders:
        who = shared = scene.entity(holder.id)
        if holder.id in collectives or holder.id.startswith("group/"):
            who = scene.iris.stance_group(scene.stem, stance.key, holder.id)
            yield who, RDF["type"], KG["Group"]
            yield who, KG["base"], shared
            label = collectives.get(holder.id, "")
            if stance.quantifier and group is None:
                yield who, KG["quantifier"], dutch(stance.quantifier)
                label = f"{stance.quantifier} {label}"
            if holder.id in collectives:
                yield who, RDFS["label"], dutch(label)
            for member in early:
                yield who, KG["includes"], member
            if group is None:
                yield from ((who, KG["excludes"], scene.entity(other)) for other in stance.exceptions)
            group, early = who, []
        elif holder.how == "member" and group is not None:
            yield group, KG["includes"], who
        elif holder.how == "member":
            early.append(who)
        yield node, KG["holder"], who
        yield node, KG["heldBy"], shared
        yield node, _HOW[holder.how], who
