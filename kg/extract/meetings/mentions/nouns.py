"""Noun phrases that name a gathering: "de tweede werksessie over China", "de Raad Buitenlandse Zaken"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.dutch import word_set
from kg.expression import expression
from kg.extract.meetings.gathering import Gathering, Unit
from kg.extract.meetings.mentions.complements import ABBREVIATION, complements
from kg.extract.meetings.mentions.numbered import numbered
from kg.extract.meetings.mentions.senses import ARTICLES, opens_meeting, seat
from kg.extract.meetings.words import (
    COUNCIL,
    COUNCIL_IN_CAPITALS,
    HEADS,
    MODIFIERS,
    NUMBERED,
    OCCURRENCE,
    ONLY_BEHIND,
    ORDINALS,
    REPORT,
    UNREAL,
    WORD,
    Head,
    head,
)
from kg.model import Mention, Span

__all__ = ["nouns"]

_YEARLY = word_set("meetings", "words.yearly")
_OPENING_AGAIN = word_set("meetings", "words.opening_again")
_CAME = expression(r"(?i)\s+(?:bijeen|samen|vergader)")
_OF_SEVERAL = expression(
    r"(?i)\b(eerste|tweede|derde|vierde|laatste)\s+van\s+(?:de\s+)?(?:twee|drie|vier|vijf|zes)\s+$"
)
_ATTENDED = expression(
    r"(?i)\b(?:(?:deel|deelnemen|deelgenomen|aanwezig|gast|spreker|woord|sprak|sprak ik|spraken) (?:aan|bij|op|tijdens)|^(?:bij|tijdens)|woonde|bijgewoond)\s+(?:de|een)\s+$"
)
_BY_MEANS = expression(
    r"(?i)\b(?:via|per|middels|door|over|vanuit|met behulp van|door middel van|in)\s+(?:een|de)?\s*$"
)
_SAME = ("dezelfde", "hetzelfde", "diezelfde")
_LOCATED = expression(r"(?i)(?<=\w )(?:in|te)\s+$")
_WHERE = expression(r"\s*,?\s+(?:in|te)\s+(?:het\s+|de\s+)?$")


def nouns(text: str, unit: Unit, mentions: Sequence[Mention], short: Mapping[str, str]) -> list[Gathering]:
    """Give the gatherings that nouns of a stretch name, none inside another's name. `short` leads from short names ("MC", also "MC12") to the nouns they stand for."""
    found: list[Gathering] = []
    capitals = unit.kind in ("heading", "title") and unit.span.of(text).isupper()
    for council in (COUNCIL_IN_CAPITALS if capitals else COUNCIL).finditer(text, unit.span.start, unit.span.end):
        after = re.match(r"[\s-]+([^\W_]+)", text[council.end() :])
        if not (after and head(after.group(1))):
            found.append(_council(text, council, mentions))
    if short or HEADS.may_stand(text, *unit.span):
        for word in WORD.finditer(text, unit.span.start, unit.span.end):
            written = word.group()
            named = head(written) or written.lower() == "tafel" or (short and written.rstrip("0123456789") in short)
            if named and not any(g.span.start <= word.start() < g.span.end for g in found):
                noun = _noun(text, unit, word, mentions, short)
                if noun:
                    found.append(noun)
    found += [g for g in numbered(text, unit, mentions) if not any(g.span.overlaps(o.span) for o in found)]
    found = [
        g for g in found if not any(o is not g and o.span.start < g.span.start and o.span.covers(g.head) for o in found)
    ]
    return _joined(text, sorted(found, key=lambda g: g.span))


def _joined(text: str, found: list[Gathering]) -> list[Gathering]:
    """Join a gathering with the council whose it is: "ministeriële week 77e Algemene Vergadering"."""
    out: list[Gathering] = []
    for g in found:
        last = out[-1] if out else None
        if (
            last
            and g.kind == "raad"
            and last.kind in _OPENING_AGAIN
            and not last.topic
            and re.fullmatch(r"\s+(?:van\s+(?:de|het)\s+)?", text[last.span.end : g.span.start])
        ):
            last.label += text[last.span.end : g.span.end]
            last.span, last.body = Span(last.span.start, g.span.end), last.body or g.body
        elif (
            last
            and last.sort == g.sort == "whole"
            and g.adjectives & _YEARLY
            and re.fullmatch(r",\s+(?:de|het)\s+", text[last.span.end : g.span.start])
        ):
            # "de World Health Assembly, de jaarlijkse vergadering van de lidstaten"
            last.span, last.body = Span(last.span.start, g.span.end), last.body or g.body
        else:
            out.append(g)
    return out


def _council(text: str, found: re.Match[str], mentions: Sequence[Mention]) -> Gathering:
    span = Span(*found.span())
    end = ABBREVIATION.match(text, span.end)
    whole = Span(span.start, end.end() if end else span.end)
    before = text[max(0, span.start - 18) : span.start].lower().split()
    name = next((m for m in mentions if m.entity.startswith("organisation/") and m.span.overlaps(span)), None)
    body = name.entity if name else ""
    if name and name.span.start == span.start and name.span.end > whole.end:
        span = whole = name.span  # "RBZ Handel"
    low = {w.lower() for w in span.of(text).split()} | set(before[-1:])
    return Gathering(
        whole,
        span,
        "raad",
        "whole",
        whole.of(text) if "rtikel" in whole.of(text) else span.of(text),
        definite=bool(before) and before[-1] in ("de", "deze"),
        deictic=bool(before) and before[-1] == "deze",
        body=body,
        adjectives=frozenset(low & MODIFIERS),
    )


def _noun(
    text: str, unit: Unit, word: re.Match[str], mentions: Sequence[Mention], short: Mapping[str, str]
) -> Gathering | None:
    read, at = head(word.group()), Span(*word.span())
    known = short.get(word.group().rstrip("0123456789"), "")
    if known and text[at.start - 1 : at.start] != "(":
        read = Head((known, "whole", False))
    if word.group().lower() == "tafel" and re.search(r"(?i)\bronde\s+$", text[unit.span.start : at.start]):
        read, at = head("rondetafel"), Span(text.rindex("onde", unit.span.start, at.start) - 1, at.end)
    if read is None:
        return None
    kind, sort, plural = read
    name = (
        next(
            (
                m
                for m in mentions
                if m.span.start < at.start and at.end <= m.span.end and not m.entity.startswith("place/")
            ),
            None,
        )
        if word.group()[0].isupper()
        else None
    )
    if name is not None and re.search(r"(?i)\b(?:van|voor|of|for)\b", text[name.span.start : at.start]):
        return None  # "Organisatie van de Islamitische Conferentie"
    if name is not None:
        return _named(text, unit, name, read)
    if kind in ("ministeriële", "plenaire"):
        after = re.match(r"\s+([^\W\d_]+)", text[at.end : unit.span.end])
        word_after = after.group(1).lower() if after else "van"
        if word_after not in ("van", "in", "op", "over", "te", "werd", "is", "was", "en", *OCCURRENCE):
            return None
    start, ordinals, adjectives = _before(text, unit, at, mentions)
    determiner = re.search(r"([^\W_]+['’]?[^\W_]*)\s+$", text[unit.span.start : start])
    opener = determiner.group(1).lower() if determiner else ""
    if kind == "opening" and not opens_meeting(text, unit, start, at):
        return None
    if kind in ("lancering", "videoverbinding") and not _held(text, unit, start, at, kind):
        return None
    if kind == "zitting" and seat(text, unit, start, at, opener):
        return None
    if opener in ("voor", "in", "tot") and _CAME.match(text, at.end):
        return None  # "waren voor informeel overleg bijeen": the verb tells of it
    if kind == "overleg" and "algemeen" in adjectives:
        return None  # of parliament with the minister
    several = _OF_SEVERAL.search(text, unit.span.start, start) if plural and not ordinals else None
    if several:
        start, plural, ordinals, opener = several.start(), False, (ORDINALS[several.group(1).lower()],), "de"
    if kind in ONLY_BEHIND and not adjectives & set(ONLY_BEHIND[kind]):
        return None
    if (kind == "gesprek" and opener in ("in", "ter")) or (opener in ("aan", "op") and kind == "top"):
        return None
    gathering = Gathering(
        Span(start, at.end),
        at,
        kind,
        sort,
        "",
        plural,
        ordinals,
        opener in ("de", "het", "deze", "dit", "die", "dat", *_SAME),
        opener in ("deze", "dit", "die", "dat", *_SAME),
        bool(adjectives & UNREAL) or opener in UNREAL,
        adjectives=adjectives,
    )
    inside = [m for m in mentions if start <= m.span.start and m.span.end <= at.end]
    if not known or kind == "raad":
        gathering.body = next((m.entity for m in inside if m.entity.startswith("organisation/")), "")
    after_end, more = complements(text, unit, gathering, mentions)
    gathering.span = Span(start, after_end)
    gathering.label = re.sub(r"\s+", " ", more).strip()
    return gathering


def _held(text: str, unit: Unit, start: int, at: Span, kind: str) -> bool:
    """Tell whether a launch or a video link is a gathering: "nam deel aan de lancering van", "begon met een videoverbinding met de gezant"; not "per videoverbinding", "de lancering van een raket"."""
    before = text[unit.span.start : start]
    if kind == "lancering":
        return bool(_ATTENDED.search(before))
    return bool(re.match(r"\s+met\b", text[at.end : unit.span.end])) and not _BY_MEANS.search(before)


def _named(text: str, unit: Unit, name: Mention, read: Head) -> Gathering | None:
    """Read a name that is a gathering's own: "Nuclear Security Summit", "Global Conference on CyberSpace", "Algemene Conferentie"; not one that only holds the word ("Parlementaire Vergadering van de NAVO")."""
    if read.sort != "whole" or read.plural or read.kind.endswith(("vergadering", "overleg", "reis", "bezoek")):
        return None
    start, ordinals, adjectives = _before(text, unit, name.span, [])
    determiner = re.search(r"([^\W_]+)\s+$", text[unit.span.start : start])
    opener = determiner.group(1).lower() if determiner else ""
    gathering = Gathering(
        Span(start, name.span.end),
        name.span,
        read.kind,
        "whole",
        "",
        False,
        ordinals,
        opener in ("de", "het", "deze", "dit"),
        opener in ("deze", "dit"),
        opener in UNREAL,
        body=name.entity if name.entity.startswith("organisation/") else "",
        adjectives=adjectives,
    )
    end, label = complements(text, unit, gathering, mentions=[])
    gathering.span, gathering.label = Span(start, end), re.sub(r"\s+", " ", label).strip()
    return gathering


def _before(
    text: str, unit: Unit, at: Span, mentions: Sequence[Mention]
) -> tuple[int, tuple[int, ...], frozenset[str]]:
    """Walk left from the head over what belongs to its name."""
    start, ordinals, adjectives = at.start, [], set()
    while True:
        left = re.search(r"([^\W_]+(?:[-‐‑’'+/&][^\W_]+)*)(-?\s+|[-‐‑])$", text[unit.span.start : start])
        if not left:
            break
        word, low = left.group(1), left.group(1).lower()
        place = unit.span.start + left.start(1)
        mention = next(
            (
                m
                for m in mentions
                if m.span.start <= place < m.span.end <= start
                and m.entity.startswith(("organisation/", "instrument/", "treaty/", "country/"))
            ),
            None,
        )
        if low in ORDINALS and not (len(low) < 4 and unit.kind == "sentence" and low.isalpha()):
            ordinals.append(ORDINALS[low])
        elif NUMBERED.match(low) or low in MODIFIERS or low in UNREAL - ARTICLES:
            adjectives.add(low)
        elif mention and mention.entity.startswith("country/") and mention.form == "name" and left.group(2).isspace():
            break  # "waarin Zwitserland zitting heeft"
        elif word[0].isupper() and left.group(2).isspace() and _LOCATED.search(text, unit.span.start, place):
            break  # "had ik in Tunis gesprekken met"
        elif mention and low not in ARTICLES:
            place = mention.span.start
        elif low == "en" and ordinals:
            again = re.search(r"([^\W_]+)\s+$", text[unit.span.start : place])
            if not again or again.group(1).lower() not in ORDINALS:
                break
        elif (
            word[0].isupper()
            and place > unit.span.start
            and low not in ARTICLES
            and not (word.istitle() and mention is None and len(word) < 4)
        ):
            if low in REPORT:
                break  # "Verslag bijeenkomst"; else a name: "Navo", "Warschau", "Ministeriële"
        elif re.fullmatch(r"\d\+\d", word):
            pass
        else:
            break
        start = place
    return start, tuple(sorted(ordinals, key=lambda n: (n < 0, n))), frozenset(adjectives)
