"""The positions that a letter reports."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Span

__all__ = ["Holder", "Stance"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a stance: an entity id.

    `how` is "subject" (the words say so), "anaphor" (a pronoun or short name: "zij", "de Groep"), "speaker" (the letter's own "ik" or "wij", for its country), "member" (named as one of the group: "waaronder Nederland"),
    "behalf" (spoken for: "namens de Benelux"), or "inferred" (an agentless passive: the participants of that part of the meeting).
    """

    id: str
    how: str = "subject"


@dataclass(frozen=True, slots=True)
class Stance:
    """A position that somebody takes in the letter.

    `key` is unique in the letter and made from the words. `type` is support, oppose, urge, emphasise, concern, commit or observe.
    `span` is the evidence: the clause, with its holder where it stands there; `cue` the act's own words
    ("riep"), `content` what is wanted or said. `about` and `addressees` are entity ids. `meeting` is the key of the part in which it was
    taken, or "". `quantifier` is as the text has it ("veel"), `exceptions` are the ids of those whom a collective holder leaves out. `intended` tells of a line that is announced, not yet taken.
    `polarity` (1 for, -1 against or worried, 0 neither) and `strength` ("strong", "weak" or "") are kept apart from the type. `condition` is what the
    holder makes it depend on, `ground` the reason that the text gives. `relayed` are the ids of those who said it of the holder ("A meldde dat B tegen is").
    `rule` is the rule that found it, `confidence` (0 to 1) how sure that rule is, `reason` why; `vote` is what a parser says of the holder: "agrees", "conflicts" or "".
    """

    key: str
    type: str
    span: Span
    cue: Span
    rule: str
    confidence: float
    reason: str = ""
    holders: tuple[Holder, ...] = ()
    quantifier: str = ""
    exceptions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    meeting: str = ""
    content: Span | None = None
    condition: Span | None = None
    ground: Span | None = None
    polarity: int = 0
    strength: str = ""
    relayed: tuple[str, ...] = ()
    topic: str = ""
    negated: bool = False
    intended: bool = False
    vote: str = ""
