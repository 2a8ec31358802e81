"""Noun phrases that name somebody: where one begins, whom it names, and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from kg.dutch import word_set
from kg.extract.company import company, office_word
from kg.extract.predicates.words import ARTICLES, PREPOSITIONS, PRONOUNS
from kg.model import Letter, Mention, Span
from kg.text.clauses import Clause
from kg.text.reading import reading

__all__ = ["Phrase", "Phrases"]

_GROUPS = frozenset(group.split()[-1] for group in word_set("people", "groups"))
_GROUP_WORDS = word_set("people", "group_determiners") | {
    word for several in word_set("people", "quantifiers", "group_adjectives") for word in several.split()
}
_NUMBERS = word_set("words", "numerals", "roughly")
_WE = word_set("pronouns", "first")
_SELF = word_set("pronouns", "first", "first_object", "undersigned")
_AMONG = word_set("words", "among")
_STANDING_ALONE = PRONOUNS - word_set("pronouns", "pointing")
_OFFICE = re.compile(
    r"(?:[Dd]e|[Oo]nze) (?:[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris|[Pp]remier)(?: (?:van|voor) [A-Z]\w*(?:(?:,| en| van| voor)* [A-Z]\w+)*)?(?![\w-])(?!,? (?:uit|van|voor|van de|van het) )"
)


@lru_cache(maxsize=50_000)  # most words come back, new ones without end
def _names_members(word: str) -> bool:
    """Tell whether a word (in lower case) stands for the members of what meets: "ministers", "EU-landen", "Raad"."""
    return (
        word in _GROUPS
        or word.rsplit("-", maxsplit=1)[-1] in _GROUPS
        or word in ("eurogroep", "nar")
        or word.endswith("raad")
    )


class Phrase(NamedTuple):
    """Who a noun phrase names: `who` are actors, `own` tells of the letter's own minister ("ik", "mij"), `collective` of the members of what meets ("de ministers"), `start` and `end` are token indexes."""

    who: list[Mention]
    start: int
    end: int
    own: bool = False
    collective: bool = False


class Phrases:
    """The noun phrases of one sentence: `tokens` are its words and marks, `low` gives one in lower case, or "" outside the sentence."""

    def __init__(self, letter: Letter, span: Span) -> None:
        self.letter, self.where = letter, span
        self._reading = reading(letter.text, span)
        self.tokens, self.low, self._starts = self._reading.tokens, self._reading.low, self._reading.starts
        self.words = self._reading.words  # in lower case, with the marks
        self._phrases: dict[tuple[int, int], Phrase | None] = {}

    def index(self, position: int) -> int:
        """Give the index of the token at or before a place of the text."""
        return max(bisect_left(self._starts, position + 1) - 1, 0)

    def span(self, first: int, last: int) -> Span:
        """Give the span of tokens."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def among(self, i: int) -> int:
        """Give the index behind words that say that a list is not complete ("onder meer", "onder anderen"), or 0 where there are none."""
        return i + 2 if self.low(i) == "onder" and self.low(i + 1) in _AMONG else 0

    def phrase(self, i: int, stop: int) -> Phrase | None:
        """Give the noun phrase that begins at a token, as far as it names somebody; None where it does not. Read once for all who ask."""
        known = self._phrases
        if (i, stop) not in known:
            known[i, stop] = self._phrase(i, stop)
        return known[i, stop]

    def _phrase(self, i: int, stop: int) -> Phrase | None:
        i = self.among(i) or i
        if i >= stop:
            return None
        low = self.low(i)
        if low in _SELF:
            more = self.phrase(i + 2, stop) if self.low(i + 1) == "en" else None
            return Phrase(more.who if more else [], i, more.end if more else i + 1, own=True)
        if (
            low in PREPOSITIONS
            or (low in _STANDING_ALONE and not self._his(i))
            or (self.tokens[i].verb and low not in ("leden", "raad") and not self._his(i))
        ):
            return None
        text = self.letter.text.clean
        start, end = self.tokens[i].start, self.tokens[stop - 1].end
        members = self._collective(i, stop)
        if members and (self.low(members.end) in ARTICLES or not self._goes_on(members.end, stop)):
            return members  # "ontving de Raad de ministers van Noorwegen en IJsland"
        who, reached = company(self.letter, start, end)
        if who:
            office = who[0].entity == "country/nederland"
            stop_at = self.index(reached - 1) + 1
            if self.low(stop_at) == "en" and self.low(stop_at + 1) == "ik" and stop_at + 1 < stop:
                return Phrase(who, i, stop_at + 2, own=True)  # "Minister Maas en ik"
            return Phrase(who, i, stop_at, own=office and len(who) == 1)
        own = _OFFICE.match(text, start, end)
        if own:
            return Phrase([], i, self.index(own.end() - 1) + 1, own=True)
        return members

    def _his(self, i: int) -> bool:
        """Tell whether "zijn" or "hun" is a possessive here: "evenals zijn Poolse ambtgenoot"."""
        return self.low(i) in ("zijn", "hun") and (office_word(self.low(i + 1)) or office_word(self.low(i + 2)))

    def _collective(self, i: int, stop: int) -> Phrase | None:
        """Read "de ministers", "veel Bondgenoten", "de Raad": the members of what meets."""
        if self.low(i) == "deel":
            return None  # "namen deel de ministers", not "een deel van de ministers"
        for j in range(i, min(stop, i + 6)):
            word = self.low(j)
            if _names_members(word):
                return Phrase([], i, j + 1, collective=True)
            if not (word in ARTICLES or word in _GROUP_WORDS or word in _NUMBERS or word.isdigit()):
                return None
        return None

    def _goes_on(self, i: int, stop: int) -> bool:
        """Tell whether a noun phrase goes on behind its head: "de ministers van Noorwegen", "de ministers Haavisto en Linde"."""
        return i < stop and (
            self.low(i) in ("van", "uit", "voor", "der", "(", "en", ",", "waaronder", "namens", "zoals")
            or self.tokens[i].text[0].isupper()
        )

    def over(self, i: int, stop: int) -> int:
        """Step over a noun phrase that begins at a token; give where the next thing begins."""
        if self.low(i).endswith("-zijde"):
            return i + 1  # "waaraan van EU-zijde Charles Michel deelnam"
        phrase = self.phrase(i, stop)
        if phrase and not (phrase.own and self.low(i) in _WE):
            return phrase.end
        while i < stop and (
            self.low(i) in ARTICLES
            or (self.low(i).endswith("e") and not self.tokens[i].finite())
            or self.low(i)[:1].isdigit()
        ):
            i += 1
        return i + 1

    def antecedent(self, clause: Clause) -> Phrase | None:
        """Give the phrase right before a relative clause."""
        first = clause.tokens[0]
        stop = first - 1 if self.low(first - 1) == "," else first
        for i in range(max(0, stop - 10), stop):
            phrase = self.phrase(i, stop)
            if phrase and phrase.end >= stop:
                return phrase
        return None
