"""Words and marks of a sentence, with the ways to read each word as a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.dutch import word_set
from kg.dutch.verbs import Reading, index, readings
from kg.model import Span

__all__ = ["Token", "tokenise"]

_TOKEN = re.compile(r"(?:[a-z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:[-‐‑’'][^\W_]+)*-?|[^\w\s]", re.IGNORECASE)

_DOUBTFUL = word_set("verbs", "doubtful.forms")
_AUXILIARIES = word_set("verbs", "doubtful.auxiliaries")
_HELPING = _AUXILIARIES - {"wil"}  # "de blokkade was", but "politieke wil"
_NO_VERBS = word_set("verbs", "doubtful.fixed")
_PREPOSITIONS = word_set("verbs", "doubtful.prepositions")
_UTTERED = word_set("verbs", "doubtful.uttered")
_SMALL = word_set("words", "articles", "prepositions", "subordinators", "between")
_NOUN_OPENERS = word_set(
    "words", "articles", "demonstratives", "possessives", "prepositions", "numerals", "clauses.noun_openers"
) - {"te"}


class Token(NamedTuple):
    """A word or mark. `start` is its place in the clean text; `low` is the word in lower case; `verb` holds its readings as a verb, if it can be one here."""

    text: str
    low: str
    start: int
    verb: tuple[Reading, ...] = ()

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands in the clean text."""
        return Span(self.start, self.start + len(self.text))

    @property
    def doubtful(self) -> bool:
        """Tell whether the word is oftener a noun than a verb ("steun", "plan")."""
        return self.low in _DOUBTFUL and self.low != "zijn" and self.low not in _AUXILIARIES

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word and not a mark."""
        return self.text[0].isalnum()

    def finite(self) -> bool:
        """Tell whether it can be a finite verb."""
        for reading in self.verb:  # noqa: SIM110 (asked of most words: a generator takes longer than the question)
            if reading.form == "fin":
                return True
        return False

    def only_finite(self) -> bool:
        """Tell whether it is a finite verb if it is a verb at all (no infinitive, no participle)."""
        for reading in self.verb:
            if reading.form != "fin":
                return False
        return bool(self.verb)


def tokenise(text: str, span: Span) -> list[Token]:
    """Cut a stretch of the clean text into tokens."""
    found = list(_TOKEN.finditer(text, span.start, span.end))
    texts = [token.group() for token in found]
    lows = [text.lower() for text in texts]
    known = index()
    return [
        Token(
            word,
            low,
            token.start(),
            _verb(known[low], texts, lows, i, token.start() == span.start) if low in known else _unlisted(texts, i),
        )
        for i, (word, low, token) in enumerate(zip(texts, lows, found, strict=True))
    ]


def _unlisted(texts: Sequence[str], i: int) -> tuple[Reading, ...]:
    """Give the reading of a verb that nobody listed, where only an infinitive can stand: "te versoepelen"."""
    word = texts[i]
    led = i > 0 and texts[i - 1] == "te" and word.endswith("en") and len(word) > 5 and word.islower()
    return (Reading(word, "inf"),) if led and word not in _NO_VERBS else ()


def _verb(
    found: tuple[Reading, ...], texts: Sequence[str], lows: Sequence[str], i: int, first: bool
) -> tuple[Reading, ...]:
    word, low = texts[i], lows[i]
    near = lows if low == "heb" else lows[max(i - 1, 0) : i + 3]  # "waaraan ik op 3 mei heb deelgenomen"
    if "ik" not in near:
        found = _without_first(found)
    if found and low in _PREPOSITIONS and (lows[i + 1] if i + 1 < len(lows) else "") not in _UTTERED:
        return ()
    if not found or (word[0].isupper() and not first and i > 0 and not lows[i - 1].startswith(("“", '"', "‘", "«"))):
        return ()
    before = lows[i - 1] if i else ""
    if before == "te" and all(r.form == "fin" for r in found):
        return ()  # "te vroeg", "te weinig": no verb
    if before in ("de", "een"):
        # "de gebruikte methode": an adjective
        return tuple(r for r in found if r.form != "fin")
    if low in _DOUBTFUL and (
        not before
        or before in _NOUN_OPENERS
        or (low not in _HELPING and not (i > 0 and texts[i - 1][0].isupper()) and _adjective(before))
    ):
        # "de zorgen", "brede steun": a noun; "Nederland heeft zorgen" is settled by the clause
        begins = before in ("", ",") and (low in _AUXILIARIES or low == "weten")
        return found if begins and not (first and low == "weten") else ()
    return found


@lru_cache(maxsize=8192)  # a few thousand forms of verbs there are
def _without_first(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(r for r in found if not r.first)


def _adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective in front of a noun: "brede", "Nederlandse", "grote"."""
    return (
        len(word) > 3
        and word.endswith("e")
        and not word.endswith("ie")  # "een presentatie gegeven"
        and not word.startswith(("hier", "daar", "waar", "er"))
        and not readings(word)
        and word not in _SMALL
    )
