"""The meetings that a letter tells of, and who was there, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.model import Meeting
from kg.rdf.literals import boolean, dutch, moment, plain
from kg.rdf.scene import Scene, Statement
from kg.rdf.topics import topics_in
from kg.rdf.vocabulary import KG, RDF, RDFS, SCHEMA
from kg.resolve import grounds

__all__ = ["attendances", "meetings"]


def meetings(scene: Scene) -> Iterator[Statement]:
    """Tell of each meeting what this letter says of it. A part is a session and also a meeting."""
    keys = {meeting.key for meeting in scene.letter.meetings}
    for meeting in scene.letter.meetings:
        node = scene.meeting(meeting.key)
        yield node, RDF["type"], KG["Meeting"]
        yield node, RDF["type"], SCHEMA["Event"]
        yield scene.said_here(node)
        yield scene.dated(node, meeting.key)
        yield node, RDFS["label"], dutch(meeting.label)
        yield node, KG["primary"], boolean(meeting.primary)
        reason = grounds(meeting, scene.resolution.meeting(scene.stem, meeting.key))
        if reason:
            yield node, KG["mergedBecause"], plain(reason)
        if meeting.part_of in keys - {meeting.key}:
            yield node, RDF["type"], KG["Session"]
            yield node, SCHEMA["superEvent"], scene.meeting(meeting.part_of)
        yield from _facts(scene, node, meeting)
        yield from scene.quote(node, KG["evidence"], meeting.span)


def _facts(scene: Scene, node: NamedNode, meeting: Meeting) -> Iterator[Statement]:
    for term, iso in ((SCHEMA["startDate"], meeting.start), (SCHEMA["endDate"], meeting.end)):
        day = moment(iso)
        if day is not None:
            yield node, term, day
    for term, entity in ((KG["place"], meeting.place), (KG["body"], meeting.body)):
        if entity:
            yield node, term, scene.entity(entity)
    for term, words in ((KG["level"], meeting.level), (KG["kind"], meeting.kind)):
        if words:
            yield node, term, dutch(words)
    for term, code in ((KG["mode"], meeting.mode), (KG["rule"], meeting.rule)):
        if code:
            yield node, term, plain(code)
    if meeting.announced:
        yield node, KG["announced"], boolean(True)
    for topic in meeting.topics:
        yield node, KG["topic"], dutch(topic)
        for concept in topics_in(topic):
            yield node, KG["onTopic"], concept


def attendances(scene: Scene) -> Iterator[Statement]:
    """Tell who was at which meeting, as what, and which words say so."""
    for attendance in scene.letter.attendances:
        node = scene.iris.attendance(scene.stem, attendance.meeting, attendance.attendee, attendance.role)
        yield node, RDF["type"], KG["Attendance"]
        yield scene.said_here(node)
        yield scene.dated(node, attendance.meeting)
        yield node, KG["meeting"], scene.meeting(attendance.meeting)
        yield node, KG["attendee"], scene.entity(attendance.attendee)
        yield node, KG["role"], plain(attendance.role)
        if attendance.rule:
            yield node, KG["rule"], plain(attendance.rule)
        yield from scene.quote(node, KG["evidence"], attendance.span)
