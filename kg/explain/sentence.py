"""One sentence explained: its clauses, each stance with the words that every part of it rests on, and the acts that were seen but report none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg import pipeline
from kg.dutch.acts import VerbAct, acts
from kg.extract.mentions import mentions_in
from kg.extract.stances import StanceExtractor
from kg.extract.stances.scene import Scene
from kg.model import Letter, Sentence, Source, Span, Stance
from kg.registry import Registry
from kg.resolve import stem
from kg.text.sentences import sentence_at

__all__ = ["Explanation", "Line", "explain", "explain_text"]

_OWN = "the sentence"
_HOW = {
    "subject": "named",
    "anaphor": "a pronoun or short name, resolved",
    "speaker": "the letter's own ik or wij",
    "member": "named as one of the group",
    "behalf": "spoken for",
    "inferred": "nobody is named: the participants",
}
_CLAUSES = {
    "main": "main clause",
    "sub": "subordinate clause",
    "shared": "shares the subject of the clause before",
    "inf": "infinitive clause",
    "aside": "aside",
}


class Line(NamedTuple):
    """One step of the way: what it is ("holder"), the words it rests on, and why (a rule, or a reason in Dutch)."""

    what: str
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence with its clauses, a list of lines for each stance that it gave, and a line for each act that gave none."""

    sentence: str
    clauses: tuple[Line, ...]
    stances: tuple[tuple[Line, ...], ...]
    silent: tuple[Line, ...]


def explain_text(text: str, registry: Registry) -> list[Explanation]:
    """Read a text of its own, such as one sentence, as a letter that says nothing else, and explain each of its sentences."""
    text = text.strip()
    text += "" if text.endswith((".", "!", "?", "”", '"')) else "."
    source = Source(_OWN, text, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), "txt")
    letter = pipeline.extract(source, registry)
    return [_explain(letter, scene) for scene, _ in StanceExtractor(registry).scenes(letter)]


def explain(letter: Letter, registry: Registry, at: int) -> Explanation | None:
    """Explain the sentence of a letter that was read in which the character at an offset of the clean text stands; None where none does."""
    sentence = sentence_at(letter.text, at)
    if sentence is None:
        return None
    for scene, _ in StanceExtractor(registry).scenes(letter):
        if scene.sentence == sentence:
            return _explain(letter, scene)
    return None


def _explain(letter: Letter, scene: Scene) -> Explanation:
    own = [stance for stance in letter.stances if scene.sentence.span.covers(stance.cue)]
    return Explanation(
        _words(letter, scene.sentence.span),
        tuple(_clauses(scene)),
        tuple(tuple(_stance(letter, scene, stance)) for stance in own),
        tuple(dict.fromkeys(_silent(scene, own))),
    )


def _clauses(scene: Scene) -> Iterator[Line]:
    for clause in scene.clauses:
        words = " ".join(scene.tokens[i].text for i in clause.tokens)
        verb = f"finite verb: {scene.tokens[clause.finite].text}" if clause.finite >= 0 else "no finite verb"
        yield Line(_CLAUSES.get(clause.kind, clause.kind), words, verb)


def _stance(letter: Letter, scene: Scene, stance: Stance) -> Iterator[Line]:
    yield Line("evidence", _words(letter, stance.span), f"characters {_source(letter, stance.span)}")
    yield Line("act", _words(letter, stance.cue), _entry(stance))
    turned = "; turned by a negation" if stance.negated else ""
    yield Line("type", stance.type, ("announced, not yet taken" if stance.intended else "reported") + turned)
    labels = {entity.id: entity.label for entity in letter.entities}
    for holder in stance.holders:
        said = _said(letter, scene.sentence, stance, holder.id)
        yield Line("holder", labels.get(holder.id, holder.id), _HOW[holder.how] + (f": {said!r}" if said else ""))
    if stance.quantifier:
        yield Line("how many", stance.quantifier)
    for what, ids in (("except", stance.exceptions), ("addressee", stance.addressees), ("about", stance.about)):
        for id_ in ids:
            said = _said(letter, scene.sentence, stance, id_)
            yield Line(what, labels.get(id_, id_), repr(said) if said else "from what went before")
    for what, span in (("content", stance.content), ("condition", stance.condition)):
        if span is not None:
            yield Line(what, _words(letter, span))
    yield _place(letter, stance)
    yield Line("confidence", f"{stance.confidence:g}", stance.reason)


def _place(letter: Letter, stance: Stance) -> Line:
    meeting = next((m for m in letter.meetings if m.key == stance.meeting), None)
    if meeting is None:
        return Line("place", "no meeting")
    heading = f"under the heading {stance.topic!r}; " if stance.topic else ""
    return Line("place", meeting.label, f"{heading}named as {_words(letter, meeting.span)!r}, rule {meeting.rule}")


def _entry(stance: Stance) -> str:
    """Tell the rule, and what the lexicon says of the act."""
    act = next((a for a in acts().verbs if a.rule == stance.rule), None)
    return f"rule {stance.rule}" + (f" ({_frame(act)})" if act else "")


def _frame(act: VerbAct) -> str:
    parts = [f"{act.particle}|{act.verb}" if act.particle else act.verb]
    parts += ["with " + " or ".join(" ".join(words) for words in group) for group in act.fixed]
    if act.content:
        parts.append("content after " + ", ".join(act.content))
    if act.addressee:
        parts.append("its object is addressed" if act.addressee == "obj" else f"addressed after {act.addressee}")
    return "; ".join(parts)


def _silent(scene: Scene, own: list[Stance]) -> Iterator[Line]:
    """Tell of the words that stand in the lexicon and gave no stance: those that a rule declined, then those that lack what their act needs."""
    told: set[int] = set()
    cues = [stance.cue for stance in own]
    for declined in scene.declined:
        if declined.rule.startswith("sentence."):
            yield Line("the sentence", declined.rule, declined.why)
            return
        told.add(declined.at)
        if not any(cue.overlaps(scene.tokens[declined.at].span) for cue in cues):
            yield Line(scene.tokens[declined.at].text, declined.rule, declined.why)
    for i, token in enumerate(scene.tokens):
        if i in told or any(stance.span.covers(token.span) for stance in own):
            continue
        known = [act for r in token.verb for act in acts().by_verb.get(r.lemma, ())]
        if known:
            yield Line(token.text, known[0].rule, f"the act lacks its other words: {_frame(known[0])}")
        elif acts().by_noun.get(token.low):
            yield Line(token.text, acts().by_noun[token.low][0].rule, "no clause tells whose it is")


def _said(letter: Letter, sentence: Sentence, stance: Stance, id_: str) -> str:
    """Give the words by which the evidence, or else the sentence, names an entity."""
    for span in (stance.span, sentence.span):
        for mention in mentions_in(letter.mentions, span):
            if mention.entity == id_:
                return _words(letter, mention.span)
    return ""


def _text_of(letter: Letter) -> str:
    return _OWN if letter.source.name == _OWN else f"text/{stem(letter)}.txt"


def _words(letter: Letter, span: Span) -> str:
    return " ".join(span.of(letter.text.clean).split())


def _source(letter: Letter, span: Span) -> str:
    found = letter.text.offsets.span(span)
    return f"{found.start} to {found.end} of {_text_of(letter)}"
