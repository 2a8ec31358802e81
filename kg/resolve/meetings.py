"""Which meetings that letters tell of are one and the same.

What a meeting is called says what it is: `meeting/navo-top-2018-07-11`, and for a part of it
`meeting/navo-top-2018-07-11/werkdiner`. Letters that tell of the same one so arrive at the same id.

- A whole that met on a known day is one with every other of the same body (where none is named: of
  the same level) on that day, unless their levels differ.
- One of which only the month or the year is known joins the one meeting of its body and kind that
  fits. Where none or several fit it stands alone, under what is known of its date.
- One without a date, or without body and level, stays the letter's own: `meeting/letter/<letter>/<key>`.
- Two meetings that one letter tells apart are never one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from kg.model import Meeting, Span

__all__ = ["Seen", "grounds", "ids_in", "seen_in", "slug", "whole_ids"]

_DAY = len("2018-07-11")
_MONTH = len("2018-07")
_YEAR = len("2018")
_LONGEST = 80


class Seen(NamedTuple):
    """What another letter may have to do with of a whole meeting that `letter` calls `key`; small, for there are many.

    `who` met: the body, or the level where no body is named; "" where neither is. `level` says at which level, where
    `who` does not; `start` is an ISO date as precise as the text; `rank` orders the meetings of one letter.
    """

    letter: str
    key: str
    who: str
    level: str
    kind: str
    start: str
    rank: tuple[bool, Span]

    @property
    def place(self) -> tuple[str, str]:
        """Which letter calls it what."""
        return self.letter, self.key


def seen_in(letter: str, meetings: Sequence[Meeting]) -> list[Seen]:
    """Give what a letter tells of whole meetings."""
    return [_seen(letter, meeting) for meeting in _wholes(meetings)]


def _seen(letter: str, meeting: Meeting) -> Seen:
    level, body = slug(meeting.level), meeting.body
    who = slug(body.partition("/")[2] or body) if body else level
    rank = (not meeting.primary, meeting.span)
    return Seen(letter, meeting.key, who, level if body else "", slug(meeting.kind), meeting.start, rank)


@dataclass(slots=True)
class _Cluster:
    """Wholes that are one."""

    who: str
    level: str
    date: str
    seen: list[Seen]
    kinds: set[str] = field(init=False)
    letters: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = {seen.kind for seen in self.seen}
        self.letters = {seen.letter for seen in self.seen}

    def add(self, seen: Seen) -> None:
        """Take one in."""
        self.seen.append(seen)
        self.kinds.add(seen.kind)
        self.letters.add(seen.letter)

    @property
    def id(self) -> str:
        what = self.level or min(self.kinds - {""}, default="")
        if what == self.who:
            what = ""
        return "meeting/" + "-".join(part for part in (self.who, what, self.date) if part)

    def takes(self, seen: Seen) -> bool:
        """Tell whether a less precise meeting can be this one."""
        return (
            self.who == seen.who
            and seen.kind in self.kinds
            and (not seen.level or not self.level or seen.level == self.level)
            and self.date.startswith(seen.start + "-")
            and seen.letter not in self.letters
        )


@lru_cache(maxsize=8192)  # most kinds and labels come back
def slug(text: str) -> str:
    """Give `text` in lower case ASCII letters and digits with hyphens; a long one ends in a hash of it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    name = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
    if name or not text:
        short = name[:_LONGEST].rstrip("-")
        return short if short == name else f"{short}-{_mark(text)}"
    return _mark(text)


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def whole_ids(seen: Iterable[Seen]) -> dict[tuple[str, str], str]:
    """Give each (letter, key of a whole meeting) its id in the whole graph; those that stay the letter's own have none."""
    ids: dict[tuple[str, str], str] = {}
    shares: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for cluster in _clusters(sorted(seen)):
        for one in cluster.seen:
            shares[cluster.id, one.letter].append(one)
    for (id_, _), share in shares.items():
        ids |= _apart(id_, share)
    return ids


def grounds(meeting: Meeting, id_: str) -> str:
    """Give the reason for which a whole meeting is one with those of other letters that are called so too; "" where it is the letter's own."""
    who = meeting.body or meeting.level
    if meeting.part_of or id_.startswith("meeting/letter/") or not who or not meeting.start:
        return ""
    if id_.endswith(meeting.start):
        return f"met by {who} on {meeting.start}"
    return f"met by {who} in {meeting.start}, when it is known to have met once"


def ids_in(
    letter: str, meetings: Sequence[Meeting], wholes: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """Give each meeting of a letter its id, where those of its wholes are known."""
    places = [(letter, meeting.key) for meeting in meetings]
    ids = {place: wholes[place] for place in places if place in wholes}
    _parts(letter, meetings, ids)
    return ids


def _wholes(meetings: Sequence[Meeting]) -> list[Meeting]:
    return [meeting for meeting in meetings if _whole_of(meeting, meetings) is None]


def _whole_of(meeting: Meeting, meetings: Sequence[Meeting]) -> Meeting | None:
    """Give what `meeting` is a part of; None when it names nothing, or in the end itself."""
    known = {other.key: other for other in meetings}
    above, met = known.get(meeting.part_of), {meeting.key}
    while above is not None and above.key not in met:
        met.add(above.key)
        above = known.get(above.part_of)
    return known.get(meeting.part_of) if above is None else None


def _clusters(wholes: Iterable[Seen]) -> list[_Cluster]:
    """Put together what is one, the most precise first."""
    found: list[_Cluster] = []
    fitting: dict[tuple[str, str], list[_Cluster]] = defaultdict(list)  # by who met, and month or year
    dated = [seen for seen in wholes if seen.who and seen.start]
    groups: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for seen in dated:
        if len(seen.start) >= _DAY:
            groups[seen.who, seen.start[:_DAY]].append(seen)
    for (who, date), group in sorted(groups.items()):
        found += _levels(who, date, group)
    for cluster in found:
        fitting[cluster.who, cluster.date[:_MONTH]].append(cluster)
        fitting[cluster.who, cluster.date[:_YEAR]].append(cluster)
    for length in (_MONTH, _YEAR):
        alone: dict[tuple[str, str, str, str], list[Seen]] = defaultdict(list)
        joining: list[tuple[_Cluster, Seen]] = []
        for seen in dated:
            if len(seen.start) == length:
                fits = [cluster for cluster in fitting[seen.who, seen.start] if cluster.takes(seen)]
                if len(fits) == 1:
                    joining.append((fits[0], seen))
                else:
                    alone[seen.who, seen.level, seen.kind, seen.start].append(seen)
        for cluster, seen in joining:  # only now, so that whoever joins first does not decide for the next
            cluster.add(seen)
        for (who, level, _, date), group in sorted(alone.items()):
            cluster = _Cluster(who, level, date, group)
            found.append(cluster)
            fitting[who, date[:_YEAR]].append(cluster)
    return found


def _levels(who: str, date: str, group: list[Seen]) -> list[_Cluster]:
    """Part meetings of one body on one day by level; those that name none belong to the only level there is."""
    levels = sorted({seen.level for seen in group} - {""})
    if len(levels) <= 1:
        return [_Cluster(who, levels[0] if levels else "", date, group)]
    parted = [_Cluster(who, level, date, [seen for seen in group if seen.level == level]) for level in ["", *levels]]
    return [cluster for cluster in parted if cluster.seen]


def _apart(id_: str, seen: list[Seen]) -> dict[tuple[str, str], str]:
    """Give one letter's share of a cluster its ids: one is the meeting (reported on, or named first)."""
    first, *others = sorted(seen, key=lambda s: (s.rank, s.key))
    return {first.place: id_} | {other.place: _own(*other.place) for other in others}


def _own(letter: str, key: str) -> str:
    return f"meeting/letter/{_segment(letter)}/{_segment(key)}"


def _segment(text: str) -> str:
    return text.replace("%", "%25").replace("/", "%2F")


def _parts(letter: str, meetings: Sequence[Meeting], ids: dict[tuple[str, str], str]) -> None:
    """Name the parts of a letter's meetings after their whole, and give what has no name yet the letter's own."""
    waiting = []
    for meeting in meetings:
        if _whole_of(meeting, meetings) is None:
            ids.setdefault((letter, meeting.key), _own(letter, meeting.key))
        else:
            waiting.append(meeting)
    while waiting:
        ready = [meeting for meeting in waiting if (letter, meeting.part_of) in ids]
        wholes: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in ready:
            wholes[meeting.part_of].append(meeting)
        for whole, parts in wholes.items():
            above = next(meeting for meeting in meetings if meeting.key == whole)
            if ids[letter, whole].startswith("meeting/letter/"):
                ids |= {(letter, part.key): _own(letter, part.key) for part in parts}
            else:
                ids |= {(letter, key): f"{ids[letter, whole]}/{name}" for key, name in _names(above, parts).items()}
        waiting = [meeting for meeting in waiting if meeting not in ready]


def _names(whole: Meeting, parts: Sequence[Meeting]) -> dict[str, str]:
    """Name each part (by key) as shortly as tells it apart from its sisters in this letter.

    The body that met, or the kind of session; the day when it is another than the whole's first; where two would
    be called the same, the label; and where even that is the same, the order in which the letter names them.
    """
    short = {part.key: _short(whole, part) for part in parts}
    count = Counter(short.values())
    names = {
        part.key: short[part.key] if count[short[part.key]] == 1 else slug(part.label) or short[part.key]
        for part in parts
    }
    used: Counter[str] = Counter()
    taken = Counter(names.values())
    for part in sorted(parts, key=lambda p: (p.span, p.key)):
        name = names[part.key]
        if taken[name] > 1:
            used[name] += 1
            while used[name] > 1 and f"{name}-{used[name]}" in taken:
                used[name] += 1
            names[part.key] = f"{name}-{used[name]}" if used[name] > 1 else name
    return names


def _short(whole: Meeting, part: Meeting) -> str:
    own_body = part.body and part.body != whole.body
    name = slug(part.body.partition("/")[2] if own_body else part.kind) or slug(part.label) or slug(part.key)
    other_day = len(part.start) >= _DAY and whole.start and not part.start.startswith(whole.start)
    return f"{name}-{part.start[:_DAY]}" if other_day else name
