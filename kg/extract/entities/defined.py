"""Names that the letter itself brings in: abbreviations that it puts in brackets behind what they stand for."""

from __future__ import annotations

import re

from kg.dutch import word_set
from kg.dutch.verbs import readings
from kg.expression import expression
from kg.extract.entities.kinds import kind_of, kind_of_head
from kg.model import Entity, Letter, Mention
from kg.registry import Form, Lookup, Registry, fold

__all__ = ["definitions"]

_BRACKETS = expression(
    r"\s?[(\[](?P<lead>hierna(?: te noemen)?:?|verder:?|afgekort:?|kortweg|ook wel|de)?\s*[‘“\"'«]?(?P<short>[A-Z][A-Za-z0-9&/-]{1,12})[’”\"'»]?[)\]]"
)
_REACH = 120  # characters before the bracket
_MOST_WORDS = 12
# "het stabilisatie- en associatieakkoord", "de commissie Internationale Handel", "de waarnemersmissie van de EU"
_ARTICLE = re.compile(r"\b(?:[Dd]e|[Hh]et|[Ee]en|[Dd]eze|[Dd]it|[Zz]ijn|[Hh]aar)\s+")
_REST = r"(?P<rest>\s+(?:van|voor|over|inzake|tegen|met|tussen|in|op|tot|ter|betreffende|[A-Z])[^.,;:()]*)?$"
_DESCRIBED = tuple(
    re.compile(rf"{before}(?P<head>\w[\w-]*){_REST}") for before in ("", r"[\w-]+e\s+", r"[\w-]+-\s+en\s+")
)
_SMALL = word_set("kinds", "within_a_name") | {"-", "/"}


def definitions(letter: Letter, mentions: list[Mention], registry: Registry) -> tuple[Lookup, dict[str, Entity]]:
    """Give the abbreviations that the letter defines, as a lookup, and the things it defines with them that the registry does not know.

    "de NAVO Georgië Commissie (NGC)" gives NGC to what stands before it; "het Trans-Saharan Patrol Programme (TSPP)" makes an Instrument,
    "de commissie Internationale Handel (INTA)" an Organisation. What the registry knows under its abbreviation needs no definition:
    in "de waarnemersmissie van de EU (EUMM)" the bracket is the mission, not the EU.
    """
    text = letter.text.clean
    lookup, new = Lookup(()), {}
    ending = {m.span.end: m for m in mentions}
    known = {m.span for m in mentions}
    for found in _BRACKETS.finditer(text):
        short, led = found["short"], bool(found["lead"]) and found["lead"] != "de"
        if sum(c.isupper() for c in short) < 2 and not led:
            continue
        before = ending.get(found.start())
        if before and (led or _stands_for(short, before, before.span.of(text), registry)):
            if before.span.of(text) != short:
                lookup.add(Form(short, before.entity, "abbreviation"))
            continue
        if found.span("short") in known:
            continue
        start = text[max(found.start() - _REACH, 0) : found.start()]
        name, kind = _initialled(start, short), ""
        if not name and short.isupper():
            name, kind = _described(start)
        if name:
            kind = kind or kind_of(name) or kind_of_head(name.split()[0]) or "Organisation"
            entity = Entity.unknown(kind, name, short)
            new[entity.id] = entity
            lookup.add(Form(name, entity.id))
            lookup.add(Form(short, entity.id, "abbreviation"))
    return lookup, new


def _stands_for(short: str, mention: Mention, words: str, registry: Registry) -> bool:
    """Tell whether an abbreviation can be made from a thing's name: its letters stand there in this order, in Dutch, in English or as written."""
    if mention.entity not in registry:
        return True
    entry = registry[mention.entity]
    if short in entry.abbreviations:
        return True
    if len(short) > 2 * len(words) or _last_named(short, words, registry):
        return False
    return any(_in_order(short, name) for name in (words, entry.label, entry.label_en))


def _last_named(short: str, words: str, registry: Registry) -> bool:
    """Tell whether an abbreviation is known for what a longer name ends with: RvE in "Comité van Ministers van de Raad van Europa (RvE)"."""
    return any(
        fold(words).endswith(fold(f" {registry[form.entity].label}"))
        for hit in registry.names.scan(short)
        for form in hit.forms
    )


def _in_order(short: str, name: str) -> bool:
    at, low = 0, fold(name)
    for letter in fold(short):
        if letter.isalpha():
            at = low.find(letter, at) + 1
            if not at:
                return False
    return (bool(low) and low[0] == fold(short[0])) or fold(short[0]) in {word[0] for word in re.findall(r"\w+", low)}


def _described(before: str) -> tuple[str, str]:
    """Give the phrase right before a bracket and its kind, when its head tells that: "verdrag over de status van de troepen" for SOFA."""
    for article in reversed(list(_ARTICLE.finditer(before))):
        for pattern in _DESCRIBED:
            found = pattern.match(before, article.end())
            kind = kind_of_head(found["head"]) if found else ""
            if found and kind:
                small = (word for word in (found["rest"] or "").split() if word.islower())
                verbs = any(r.form == "fin" for word in small for r in readings(word))
                return ("", "") if verbs else (found.group(), kind)
    return "", ""


def _initialled(before: str, short: str) -> str:
    """Give the words just before an abbreviation whose initials make it: "Trans-Saharan Patrol Programme" for TSPP."""
    words = re.findall(r"[\w’'&]+(?:-(?=[a-z])[\w’']+)*|[-/]|[^\w\s]", before)
    letters = [c for c in short.upper() if c.isalpha()]
    i, taken = len(words), 0
    for letter in reversed(letters):
        while i and taken < _MOST_WORDS:
            i, taken = i - 1, taken + 1
            if words[i][0].upper() == letter and (words[i][0].isupper() or len(words[i]) > 3):
                break
            if words[i].lower() not in _SMALL:
                return ""
        else:
            return ""
    at = len(before)
    for word in reversed(words[i:]):
        at = before.rindex(word, 0, at)
    name = before[at:].strip()
    return name if name[:1].isupper() and len(name.split()) > 1 else ""
