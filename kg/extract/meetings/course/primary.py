"""Which meeting a letter is about: the one that it reports on or announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dutch import table, word_set
from kg.expression import expression
from kg.extract.meetings.course.identity import apart, same, same_level
from kg.extract.meetings.draft import Draft, Said
from kg.extract.meetings.words import content_words
from kg.model import Letter

__all__ = ["find_primaries", "mode_of"]

_WORDS = table("meetings")["words"]
_TRIGGER = expression(
    rf"(?i)\b(?:hierbij|hierdoor|bijgaand|bijgevoegd|met deze brief|in deze brief|middels deze brief|via deze weg|hieronder|{'|'.join(_WORDS['report_words'])})\b"
)
_EARLIER = expression(
    r"(?i)\b(?:eerder|eerdere|vorige|in aansluiting op|in vervolg op|conform|ter voorbereiding|tijdens het|commissiedebat|algemeen overleg|verzoek van|motie|toezegging)\b[^,;]*$"
)
# "Over de uitkomsten van de informele bijeenkomst bent u reeds geïnformeerd", "Minister Maas deed verslag van"
_THEIRS = expression(
    r"(?i)\b(?:reeds|eerder|separaat|afzonderlijk|apart)\s+(?:per brief\s+|schriftelijk\s+)?(?:geïnformeerd|bericht|ingelicht|toegezonden|toegegaan|ontvangen)\b|\b(?:deed|deden|bracht|brachten)\b[^,;.]*\bverslag\b|\bop de agenda\b|\b(?:was|waren|is|zijn)\b[^,;.]*\b(?:opgenomen|neergelegd|verwoord|toegegaan|toegezonden|gedeeld)\b"
)
_OURS = expression(r"(?i)\b(?:hierbij|bijgaand|met deze brief|in deze brief|ik|wij)\b")
_VIDEO = expression(rf"(?i)\b(?:{'|'.join(re.escape(w) for w in _WORDS['video'])})\b")
_PHONE = expression(rf"(?i)\b(?:{'|'.join(re.escape(w) for w in _WORDS['telephone'])})\b")
_DOSSIER = expression(r"\s*\d{2} ?\d{3}\b")
_RELATIVE = expression(r",?\s+(?:die|dat|welke)\b")
_AND_OF = expression(r"\b(?:(?:alsmede|alsook|evenals)\s+(?:van\s+|over\s+)?|en\s+(?:van|over)\s+)(?:de|het)\s+$")
_VISITS = tuple(word_set("meetings", "words.visits"))
_ANY = ("bijeenkomst", "vergadering")
_ANOTHER = word_set("meetings", "words.another")
_NOT_THIS = word_set("meetings", "words.another", "words.near")
_OPENING = 7  # sentences of the letter among which the meeting is named


def mode_of(sentence: str) -> str:
    """Give how people met, where a sentence says so: video, telephone or ""."""
    return "video" if _VIDEO.search(sentence) else "telephone" if _PHONE.search(sentence) else ""


def find_primaries(letter: Letter, said: Sequence[Said]) -> list[Draft]:
    """Give the meetings that the letter is about, the first-named first; usually one. Marks their mentions."""
    text = letter.text.clean
    named = [s for s in said if s.unit.kind != "note" and _can_be(s)]
    reported = [
        s
        for s in named
        if s.unit.kind == "sentence" and s.unit.sentence < _OPENING and _reported(text, s) and not _anaphor(s)
    ]
    titled = [s for s in named if s.unit.kind != "sentence" and _is_title(letter, s)]
    dated = [
        s
        for s in named
        if s.unit.kind == "sentence" and s.unit.sentence < _OPENING and s.start and not s.gathering.topic
    ]
    first = (
        [*_first(text, reported), *_first(text, titled)]
        or dated[:1]
        or _first(text, [s for s in named if s.unit.kind == "sentence" and s.unit.sentence < 3])
    )
    found: list[Draft] = []
    for s in first:
        draft = next((d for d in found if same(d, s)), None)
        alike = found and found[0].kind.endswith(_VISITS) == s.gathering.kind.endswith(_VISITS)
        if draft is None and alike and s in titled and not (s.start and s.gathering.label):
            draft = found[0]
        if draft is None:
            draft = _draft(s)
            found.append(draft)
        _fill(draft, s)
    for draft in found:
        for s in [*titled, *named]:
            heading = s.unit.kind == "heading" and s not in titled and not _shares(draft, s)
            if s.draft is None and not heading and (s.unit.sentence < _OPENING or s in titled) and same(draft, s):
                _fill(draft, s)
    for draft in [d for d in found if not d.start]:
        again = next((s for s in said if s.draft is None and (_dates(draft, s) or _headed(draft, s, found))), None)
        if again:
            _fill(draft, again)
    if any(not d.kind.endswith(_VISITS) for d in found):  # "Bezoek aan Genève / zevende zitting Mensenrechtenraad"
        for draft in [d for d in found if d.kind.endswith(_VISITS) and not d.start]:
            found.remove(draft)
            for s in said:
                s.draft = None if s.draft is draft else s.draft
    _share_days(text, said, found)
    for draft in found:
        exact = [
            s.start for s in titled if s.draft is draft and s.start == s.end and s.start in (draft.start, draft.end)
        ]
        if len(found) > 1 and exact and draft.start != draft.end:
            draft.start = draft.end = exact[
                0
            ]  # "Verslag van de Eurogroep van 7 maart" under "Eurogroep en Ecofinraad van 7 en 8 maart"
        draft.primary = True
        others = [d for d in found if d is not draft and d.start]
        if not draft.start and len(others) == 1 and draft.kind == others[0].kind:
            draft.start, draft.end, draft.place = others[0].start, others[0].end, draft.place or others[0].place
    return found


def _share_days(text: str, said: Sequence[Said], found: Sequence[Draft]) -> None:
    """Give two councils each its own of two days: "Eurogroep en Ecofinraad van 12 en 13 november", "van 12 respectievelijk 13 november"."""
    if len(found) != 2 or found[0].start == found[0].end or len(found[0].start) != 10:
        return
    one, other = found
    said_so = any("respectievelijk" in s.unit.span.of(text) for s in said if s.draft in found and s.start == one.start)
    if (one.start, one.end) == (other.start, other.end) and (said_so or "urogroep" in one.label):
        one.end, other.start = one.start, other.end


def _can_be(s: Said) -> bool:
    g = s.gathering
    if g.unreal or g.plural or g.adjectives & _ANOTHER:
        return False
    if g.sort == "talk":
        return g.kind in ("ontmoeting", "topoverleg") and bool(g.level or g.body)
    if g.sort == "part":
        return bool(g.kind == "zitting" and (g.body or g.ordinals or g.label.count(" ") > 1) and not g.topic)
    return not g.bare or g.kind == "raad" or g.kind.endswith(("top", "conferentie", *_VISITS)) or bool(s.start)


def _anaphor(s: Said) -> bool:
    """Tell whether a mention only points back: "verslag van de conferentie"."""
    return (
        s.gathering.bare
        and s.gathering.definite
        and not (s.start or s.place)
        and s.gathering.kind != "raad"
        and s.gathering.label == s.gathering.label.lower()
    )


def _shares(draft: Draft, s: Said) -> bool:
    """Tell whether a heading names a meeting with words of its own: not "Bijeenkomst ministers van Defensie (20 juli)" for a conference on that day."""
    return s.gathering.kind == draft.kind or bool(
        set(content_words(draft.label)) & set(content_words(s.gathering.label))
    )


def _headed(draft: Draft, s: Said, found: Sequence[Draft]) -> bool:
    """Tell whether a heading says when one of several meetings was, by its kind alone: "Gezamenlijke bijeenkomst (21 juli)"."""
    g = s.gathering
    taken = any(d.start == s.start for d in found)
    return (
        len(found) > 1
        and s.unit.kind == "heading"
        and len(s.start) == 10
        and not taken
        and g.bare
        and g.kind == draft.kind
    )


def _dates(draft: Draft, s: Said) -> bool:
    """Tell whether one of the first sentences says when a meeting without a date was: "De zitting had plaats op 19 mei", "Op 3 mei kwamen de ministers bijeen"."""
    g = s.gathering
    if s.unit.kind != "sentence" or s.unit.sentence >= _OPENING or len(s.start) != 10 or g.plural or g.unreal:
        return False
    if g.sort == "met":
        return bool(g.body and g.body == draft.body) or bool(
            g.level and draft.level and same_level(draft.level, g.level)
        )
    alike = g.kind == draft.kind or draft.kind.endswith(g.kind) or (g.sort == "whole" and g.kind in _ANY)
    return alike and g.bare and g.definite and not g.adjectives & _NOT_THIS and not apart(draft.label, g.label)


def _reported(text: str, s: Said) -> bool:
    before = text[s.unit.span.start : s.gathering.span.start]
    found = list(_TRIGGER.finditer(before))
    sentence = s.unit.span.of(text)
    elsewhere = _THEIRS.search(sentence) and not _OURS.search(sentence)
    return bool(found) and not _EARLIER.search(before[-80:]) and not elsewhere


def _first(text: str, said: Sequence[Said]) -> list[Said]:
    """Give the first, and those coordinated with it: "de Raad Algemene Zaken en de Raad Buitenlandse Zaken"."""
    if not said:
        return []
    chain = [said[0]]
    for s in said[1:]:
        gap = text[chain[-1].gathering.span.end : s.gathering.span.start]
        if s.unit is chain[-1].unit and _RELATIVE.match(gap) and _AND_OF.search(gap):
            chain.append(s)  # "de Europese Raad die op 14 en 15 maart plaatsvond, alsmede van de Eurotop"
            continue
        if (
            s.unit is not chain[-1].unit
            or not re.fullmatch(r"(?:[^;.]{0,60}?)(?:,|/|&|\ben\b|alsmede|evenals)[^;.]{0,25}", gap)
            or re.search(r"\b(?:die|dat|over|gevolgd|waarin)\b", gap)
        ):
            break
        chain.append(s)
    return chain


def _is_title(letter: Letter, s: Said) -> bool:
    line = s.unit.span.of(letter.text.clean)
    if _DOSSIER.match(line):
        return False  # "21 501-02 Raad Algemene Zaken en Raad Buitenlandse Zaken": the name of a dossier
    if s.unit.kind == "title":
        return bool(
            re.search(r"(?i)\b(?:betreft|onderwerp|verslag|agenda|kamerbrief|inzet|terugkoppeling|uitkomsten)\b", line)
        ) or bool(letter.title and letter.title[:30] in line)
    return bool(re.match(r"(?i)\s*(?:verslag|geannoteerde agenda|kamerbrief|terugkoppeling|uitkomsten)\b", line))


def _draft(s: Said) -> Draft:
    rule = "meeting.reported" if s.unit.kind == "sentence" else "meeting.title"
    label = re.sub(r",.*$", "", s.gathering.label) if s.unit.kind != "sentence" else s.gathering.label
    return Draft(s.gathering.kind, label, s.gathering.span, rule)


def _fill(draft: Draft, s: Said) -> None:
    g = s.gathering
    s.draft = draft
    if s.start and (not draft.start or len(draft.start) < len(s.start)):
        draft.start, draft.end = s.start, s.end
    draft.place = draft.place or s.place
    draft.body = draft.body or g.body
    if g.level and (not draft.level or len(draft.level.split()) == 1):
        draft.level = g.level if not g.level.isupper() and g.level[:1].islower() else g.level[:1].lower() + g.level[1:]
