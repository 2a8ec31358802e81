"""What is kept of a sentence or a heading for the pronouns and short names behind it."""

from __future__ import annotations

from itertools import pairwise

from kg.dutch import word_set
from kg.extract.mentions import mentions_in
from kg.extract.stances.holders.agents import agent
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.holders.partners import met
from kg.extract.stances.holders.subjects import subject_of
from kg.extract.stances.memory import Memory
from kg.extract.stances.party import NEDERLAND
from kg.extract.stances.scene import Scene
from kg.model import Letter, Mention

__all__ = ["remember", "remember_heading"]

_GROUPS = word_set("people", "working_groups")
_GOING_ON = frozenset(["waarna", "waarop"])  # these tell what happened next, as a main clause does
_SEXES = {"heer": "man", "mevrouw": "woman"}
_OFFICES = frozenset(office for office in word_set("people", "offices") if " " not in office)


def remember_heading(letter: Letter, section: int, memory: Memory) -> None:
    """Keep what a section's heading names."""
    heading = letter.text.sections[section].heading
    if heading:
        named = [m.entity for m in mentions_in(letter.mentions, heading)]
        memory.things += named
        lands = tuple(dict.fromkeys(n for n in named if n.startswith("country/")))
        memory.pair = lands if len(lands) == 2 else memory.pair


def remember(scene: Scene, memory: Memory) -> None:
    """Keep who and what a sentence spoke of; subjects count more than other names."""
    memory.things += [m.entity for m in scene.mentions if not m.entity.startswith("person/")]
    memory.named += [
        m.entity for m in scene.mentions if m.entity.startswith(("person/", "country/")) and m.form != "adjective"
    ]
    for one, two in pairwise(scene.mentions):
        if (
            one.entity.startswith("country/")
            and two.entity.startswith("country/")
            and scene.text[one.span.end : two.span.start].strip() == "en"
        ):
            memory.names_pair(one.entity, two.entity)
    persons = [m for m in scene.mentions if m.entity.startswith("person/")]
    memory.persons += [m.entity for m in persons]
    if len({m.entity for m in persons}) == 2 and _foreign(scene, persons[0]) and _foreign(scene, persons[1]):
        memory.couple = tuple(dict.fromkeys(m.entity for m in persons))
    for mention in persons:
        office = _office(scene, mention)
        if office in _SEXES:
            memory.sexes[mention.entity] = _SEXES[office]
        if office and _foreign(scene, mention):
            memory.calls(office, mention.entity)
            if office == "minister":
                memory.guest = mention.entity
    for i in range(len(scene.tokens)) if scene.words & _GROUPS else ():
        if scene.low(i) in _GROUPS:
            party = party_at(scene, i)
            memory.groups += [g.id for g in party.groups] if party else []
            memory.collectives |= {g.id: g for g in party.groups} if party else {}
    for clause in scene.clauses:
        party = subject_of(scene, clause)
        memory.collectives |= {g.id: g for g in party.groups} if party else {}
        done_by = agent(scene, clause) if party is None and clause.kind == "main" else None
        if done_by and done_by.human:
            memory.persons.append(done_by.holders[0].id)  # "Door de minister werd de Raad toegesproken. Hij bepleitte"
        if not party or (clause.kind not in ("main", "shared") and clause.opener not in _GOING_ON):
            continue
        if party.human:
            memory.persons.append(party.holders[0].id)
        if not any(h.how == "anaphor" for h in party.holders):
            memory.spoke(*(h.id for h in party.holders))
        partner = met(scene, clause, party)
        if partner:
            memory.partner = memory.companion = partner
            memory.spoke(party.holders[0].id, *partner)
            if not party.human and len(partner) == 1 and partner[0].startswith("person/"):
                memory.persons.append(partner[0])  # "Ik sprak met minister Maas. Hij"


def _office(scene: Scene, mention: Mention) -> str:
    """Give the office before a person's name: "minister" for "minister van Handel Nsanzabaganwa"; "" without one."""
    at = scene.index(mention.span.start)
    for i in range(at - 1, max(at - 8, -1), -1):
        word = scene.low(i)
        if word in _OFFICES:
            return word
        if scene.tokens[i].only_finite() or not scene.tokens[i].is_word:
            return ""
        if "-" in word and word.rpartition("-")[2] in _OFFICES:
            return word.rpartition("-")[2]
    return ""


def _foreign(scene: Scene, mention: Mention) -> bool:
    entity = next((e for e in scene.letter.entities if e.id == mention.entity), None)
    return bool(entity and entity.country != NEDERLAND)
