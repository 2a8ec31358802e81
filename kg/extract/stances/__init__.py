"""Who took what position, on what, in which words. `docs/stances.md` tells the model; the rules are in the files beside this one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings import meeting_at
from kg.extract.stances.about import about
from kg.extract.stances.acts.shades import condition, ground, polarity, strength
from kg.extract.stances.found import Found
from kg.extract.stances.holders.apart import exceptions
from kg.extract.stances.holders.parties import party_at
from kg.extract.stances.holders.remembered import remember, remember_heading
from kg.extract.stances.memory import Memory
from kg.extract.stances.party import NEDERLAND, Party, participants
from kg.extract.stances.scene import Scene
from kg.extract.stances.tellings.circumstances import circumstances
from kg.extract.stances.tellings.nominal import nominal
from kg.extract.stances.tellings.participles import participles
from kg.extract.stances.tellings.terse import label_of, terse
from kg.extract.stances.tellings.verbal import verbal
from kg.extract.stances.tellings.views import views
from kg.model import Entity, Holder, Letter, Span, Stance, slug
from kg.registry import Registry

__all__ = ["StanceExtractor"]

# what a letter does itself is no position: "Hierbij bied ik u het verslag aan"
_OPENING = expression(
    r"(?i)^(?:hierbij|hiermee|met deze brief|bijgaand|in deze brief|hierdoor|graag|overeenkomstig|conform|naar aanleiding)\b.{0,80}\b(?:bied|bieden|informeer|informeren|stuur|doe|ga|treft|zend|deel|deelt|ontvangt|wij|ik)\b|\b(?:hiermee|daarmee|hierbij|daarbij)\b.{0,60}\b(?:verzoek|toezegging|motie|vragen?)\b.{0,80}\b(?:lid|leden|commissie|overleg|debat|Kamer)\b|\bverwijs(?:t|en)? (?:ik )?u\b|\bbied(?:en)? (?:ik |wij )?u\b|\buw Kamer\b.{0,60}\b(?:toegezegd|geïnformeerd|ontvangt|toegestuurd|toekomen)\b|\b[Ii]k\b.{0,60}\bKamer\b.{0,60}\bte (?:informeren|berichten|sturen)\b"
)


_I = expression(r"\b[Ii]k\b")
_CONTRIBUTIONS = word_set("acts", "nouns.contributions")
_ANNOUNCING = word_set("auxiliaries", "future", "volition") | {"gaan"}
_SUPPOSING = word_set("auxiliaries", "supposing")
_SELDOM = 3  # so often a letter says "ik" that offers a report written in the third person


class StanceExtractor:
    """Reads every sentence for positions: by verbs, by nouns, by phrases of view."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def __call__(self, letter: Letter) -> Letter:
        """Give the letter with its stances, in the order of the text, and the groups that hold them among its entities."""
        stances: list[Stance] = []
        keys = _Keys()
        groups: dict[str, Entity] = {}
        collectives: dict[str, Entity] = {}
        for scene, read in self.scenes(letter):
            for found in read:
                party = found.party or _nobody(letter, scene, found)
                for group in party.groups:
                    groups.setdefault(group.id, group)
                stances.append(_stance(letter, scene, found, party, groups, read, keys))
            collectives = scene.memory.collectives
        known = {e.id for e in letter.entities}
        used = {i for s in stances for i in (*(h.id for h in s.holders), *s.exceptions, *s.addressees, *s.relayed)}
        wanted = used | {a for s in stances for a in s.about}
        more = [g for g in (collectives | groups).values() if g.id in used]
        more += [self._named(i) for i in wanted - known if i in self._registry]
        entities = sorted([*letter.entities, *more], key=lambda e: e.id)
        return replace(letter, entities=tuple(entities), stances=tuple(stances))

    def scenes(self, letter: Letter) -> Iterator[tuple[Scene, list[Found]]]:
        """Give the sentences of a letter one after the other, each with the positions found in it, in the order of the text."""
        memory = Memory(first_person=sum(1 for _ in _I.finditer(letter.text.clean)) > _SELDOM)
        section = block = -1
        for sentence in letter.text.sentences:
            if letter.text.blocks[sentence.block].kind == "note":
                continue
            if sentence.section != section:
                section = sentence.section
                memory.begin_section()
                remember_heading(letter, section, memory)
            if sentence.block != block:
                block = sentence.block
                memory.begin_paragraph()
            memory.sentence += 1
            scene = Scene(letter, sentence, self._registry, memory)
            memory.label = label_of(scene) or memory.label
            yield scene, _read(scene)
            remember(scene, memory)

    def _named(self, id_: str) -> Entity:
        entry = self._registry[id_]
        return Entity(id_, entry.type, entry.label)


def _read(scene: Scene) -> list[Found]:
    if scene.tokens[-1].low == "?":
        scene.decline(len(scene.tokens) - 1, "sentence.question", "wie vraagt neemt geen standpunt in")
        return []
    if scene.low(0) in _SUPPOSING:
        scene.decline(0, "sentence.supposition", "wat verondersteld wordt is niet gezegd")
        return []
    if _OPENING.search(scene.sentence.span.of(scene.text)):
        scene.decline(0, "sentence.opening", "wat de brief zelf doet is geen standpunt")
        return []
    said = [*verbal(scene), *participles(scene)]
    named = [*said, *nominal(scene, said)]
    named += circumstances(scene, named)
    seen = [*named, *views(scene, named)]
    found = [*seen, *terse(scene, seen)]
    return sorted(found, key=lambda f: (f.first, f.last))


def _nobody(letter: Letter, scene: Scene, found: Found) -> Party:
    primary = next((m for m in letter.meetings if m.primary), None)
    level = primary.level or ("ministers" if "raad" in primary.label.lower() else "") if primary else ""
    group = participants(level, primary.body if primary else "")
    return Party([Holder(group.id, "inferred")], 0, sure=0.6, groups=[group], quantifier=_said_by(scene, found))


def _behalf(scene: Scene, found: Found, party: Party) -> list[Holder]:
    """Give those for whom it was said: "Nederland intervenieerde namens de Benelux"."""
    for i in range(found.first, min(found.last, found.content[0] + 1)):
        if scene.low(i) == "namens" and not any(h.how == "inferred" for h in party.holders):
            other = party_at(scene, i + 1)
            known = {h.id for h in party.holders}
            known |= {e.country for e in scene.letter.entities if e.id in known} - {
                NEDERLAND
            }  # "Namens Japan zei minister Obuchi"
            return (
                [Holder(h.id, "behalf") for h in other.holders if h.id not in known and not h.id.startswith("group/")]
                if other
                else []
            )
    return []


def _said_by(scene: Scene, found: Found) -> str:
    """Give the quantifier of "in veel interventies werd opgeroepen"."""
    words = [scene.low(i) for i in range(found.first, min(found.first + 6, found.last))]
    return next(
        (words[n + 1] for n, w in enumerate(words[:-2]) if w in ("in", "door") and words[n + 2] in _CONTRIBUTIONS),
        "",
    )


def _stance(
    letter: Letter,
    scene: Scene,
    found: Found,
    party: Party,
    groups: dict[str, Entity],
    others: Sequence[Found],
    keys: _Keys,
) -> Stance:
    span = scene.span(found.first, found.last)
    cue = scene.span(min(found.cue), min(found.cue) + 1) if found.cue else span
    begin, last = found.content
    content = scene.span(begin, last) if any(scene.tokens[i].is_word for i in range(begin, last)) else None
    addressees = found.addressee.holders if found.addressee else []
    for group in found.addressee.groups if found.addressee else []:
        groups.setdefault(group.id, group)
    section = letter.text.sections[scene.sentence.section]
    announced = found.modal in _ANNOUNCING or (
        any(m.primary and m.announced for m in letter.meetings) and not _looks_back(scene, found)
    )
    left_out = exceptions(scene, found)
    inferred = any(h.how == "inferred" for h in party.holders)
    hangs_on, why = condition(scene, found), ground(scene, found)
    for group in found.relayed.groups if found.relayed else []:
        groups.setdefault(group.id, group)
    holders = (*party.holders, *_behalf(scene, found, party))
    return Stance(
        key=keys.make(letter.text.clean, span, cue, found.rule, holders),
        type=found.type,
        span=span,
        cue=cue,
        rule=found.rule,
        confidence=min(found.confidence, 0.5) if inferred else found.confidence,
        reason=found.reason,
        holders=holders,
        quantifier=party.quantifier.removesuffix(" van"),
        exceptions=left_out,
        about=tuple(i for i in about(scene, found, others) if i not in left_out),
        addressees=tuple(h.id for h in addressees),
        meeting=meeting_at(letter, span),
        content=content,
        condition=scene.span(*hangs_on) if hangs_on else None,
        ground=scene.span(*why) if why else None,
        polarity=polarity(scene, found),
        strength=strength(scene, found, hangs_on is not None),
        relayed=tuple(h.id for h in found.relayed.holders) if found.relayed else (),
        topic=section.heading.of(scene.text) if section.heading else "",
        negated=found.negated,
        intended=announced,
    )


def _looks_back(scene: Scene, found: Found) -> bool:
    """Tell whether a position in an agenda letter was taken before: "Het kabinet heeft die operatie veroordeeld"."""
    if found.finite < 0:
        return False
    forms = [r for r in scene.tokens[found.finite].verb if r.form == "fin"]
    return bool(forms) and (all(r.past for r in forms) or forms[0].lemma == "hebben")


class _Keys:
    """The keys of a letter's stances, each made from its words: the act's own, and a hash of evidence, rule and holders."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def make(self, text: str, span: Span, cue: Span, rule: str, holders: Sequence[Holder]) -> str:
        words = " ".join(span.of(text).split())
        digest = hashlib.sha256("|".join([words, rule, *(h.id for h in holders)]).encode("utf-8", "replace"))
        key = f"{slug(cue.of(text))}-{digest.hexdigest()[:10]}"
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}-{self._seen[key]}"
