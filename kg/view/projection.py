"""From the store to what a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import NamedTuple

from kg.rdf.vocabulary import KG
from kg.store import LocalStore
from kg.view.passages import Texts, find, joined
from kg.view.rows import Answers, Row
from kg.view.scene import Item, Letter, Passage, Scene, Thing

__all__ = ["project"]

_HOW = ("subject", "anaphor", "speaker", "member", "behalf", "inferred")
_PRESENCE = {"absent": "absence", "invited": "invitation"}


class _Parties(NamedTuple):
    """Who and what a stance has to do with."""

    holders: list[tuple[str, str]]
    members: list[tuple[str, str]]
    about: list[str]
    topics: list[str]
    addressees: list[str]


def project(store: LocalStore, texts: Texts) -> Scene:
    """Read everything that a page can show. The same graph and texts give the same scene."""
    with ThreadPoolExecutor() as threads:
        return _Reader(store.base, Answers(store, threads)).scene(texts)


class _Reader:
    """Reads the answers of one store."""

    def __init__(self, base: str, answers: Answers) -> None:
        self._rows = answers.rows
        self._base = base
        self._things: dict[str, Thing] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._pieces: dict[str, set[Passage]] = defaultdict(set)

    def scene(self, texts: Texts) -> Scene:
        letters = self._letters()
        self._entities()
        self._meetings()
        items = [*self._stances(letters), *self._attendances(letters), *self._parts(letters)]
        items.sort(key=lambda item: (letters[item.letter].date, item.letter, item.start, item.end, item.key))
        places = self._places()
        read = {
            key: replace(
                letter,
                passages=joined(texts(key.removeprefix("letter/")), self._pieces[key]),
                places=tuple(sorted(places[key], key=lambda place: (place[1], -place[2], place[0]))),
            )
            for key, letter in letters.items()
        }
        return Scene(self._base, read, dict(sorted(self._things.items())), tuple(items))

    def _places(self) -> dict[str, list[tuple[str, int, int]]]:
        places: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for row in self._rows("places"):
            start, _, end = row.words.rpartition("=")[2].partition(",")
            places[self._key(row.letter)].append((self._key(row.entity), int(start), int(end)))
        return places

    def _key(self, iri: str) -> str:
        return iri.removeprefix(self._base)

    def _letters(self) -> dict[str, Letter]:
        signed: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in self._rows("signatories"):
            signed[row.letter].append((int(row.ordinal), row.name))
        return {
            self._key(r.letter): Letter(
                self._key(r.letter),
                r.file,
                r.date,
                r.title,
                r.number,
                r.dossier,
                tuple(dict.fromkeys(name for _, name in sorted(signed[r.letter]))),
            )
            for r in self._rows("letters")
        }

    def _entities(self) -> None:
        aliases: dict[str, set[str]] = defaultdict(set)
        labels = self._labels
        for row in self._rows("names"):
            if row.kind == "label":
                labels[row.thing, row.language] = row.name
            aliases[row.thing].add(row.name)
        for row in self._rows("surfaces"):
            aliases[row.entity].add(row.surface)
        letters: dict[str, dict[str, int]] = defaultdict(dict)
        found: dict[str, Row] = {}
        for row in self._rows("mentions"):
            found.setdefault(row.entity, row)
            letters[row.entity][self._key(row.letter)] = int(row.count)
        for iri, row in found.items():
            label = labels.get((iri, "nl"), row.label)
            self._things[self._key(iri)] = Thing(
                self._key(iri),
                row.type.rpartition("#")[2],
                label,
                labels.get((iri, "en"), ""),
                tuple(sorted(aliases[iri] - {label})),
                tuple(sorted(letters[iri].items())),
            )

    def _meetings(self) -> None:
        said: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows("meetings"):
            said[row.meeting].append(row)
        for iri, rows in said.items():
            rows.sort(key=lambda row: (row.primary != "true", row.letter))  # the letter that reports on it knows best
            labels = list(dict.fromkeys(row.label for row in rows))
            starts = [row.start for row in rows if row.start]
            start = max(starts, key=len, default="")
            place = self._things.get(self._key(_first(row.place for row in rows)))
            self._things[self._key(iri)] = Thing(
                self._key(iri),
                "Meeting",
                labels[0],
                "",
                tuple(sorted(labels[1:])),
                tuple(sorted({self._key(row.letter): 1 for row in rows}.items())),
                start,
                _first(row.end for row in rows if row.start == start),
                place.label if place else "",
                _first(row.mode for row in rows),
                self._key(_first(row.part_of for row in rows)),
                announced=all(row.announced == "true" for row in rows),
            )

    def _chain(self, meeting: str) -> list[str]:
        """Give a meeting and those that it is part of, from the part to the whole."""
        chain: list[str] = []
        while meeting in self._things and meeting not in chain:
            chain.append(meeting)
            meeting = self._things[meeting].part_of
        return chain

    def _date(self, meetings: list[str], letter: Letter) -> str:
        return _first(self._things[key].start for key in meetings) or letter.date

    def _parties(self) -> dict[str, _Parties]:
        found: dict[str, _Parties] = defaultdict(lambda: _Parties([], [], [], [], []))
        groups: dict[tuple[str, str], str] = {}
        for row in self._rows("parties"):
            key = self._collective(row) if row.base else self._key(row.who)
            groups[row.stance, row.who] = key
            parties = found[row.stance]
            if row.part in _HOW:
                parties.holders.append((key, row.part))
            else:
                (parties.about if row.part == "about" else parties.addressees).append(key)
            if key not in self._things:
                self._things[key] = Thing(key, key.partition("/")[0].capitalize(), key.rpartition("/")[2])
        for row in self._rows("members"):
            if (row.stance, row.group) in groups and (row.stance, row.member) in groups:
                pair = groups[row.stance, row.group], groups[row.stance, row.member]
                found[row.stance].members.append(pair)
        for row in self._rows("topics"):
            found[row.stance].topics.append(self._concept(row.topic))
        return found

    def _concept(self, iri: str) -> str:
        key = self._key(iri)
        if key not in self._things:
            label = self._labels.get((iri, "nl"), key.removeprefix(KG.iri))
            self._things[key] = Thing(key, "Topic", label, self._labels.get((iri, "en"), ""))
        return key

    def _heading(self, heading: str) -> str:
        """Give the key of what a heading names that is no concept of the ontology; "" where there is no heading."""
        words = " ".join(heading.split())
        key = f"heading/{words.casefold()}" if words else ""
        if words and key not in self._things:
            self._things[key] = Thing(key, "Topic", words)
        return key

    def _collective(self, row: Row) -> str:
        """Give the key of a collective as it is worded: "veel Bondgenoten" is another node than "alle Bondgenoten"."""
        base = self._key(row.base)
        shared = self._things.get(base)
        label = row.label or (shared.label if shared else base.rpartition("/")[2])
        key = f"{base}:{label.casefold()}"
        if key not in self._things:
            aliases = shared.aliases if shared else ()
            self._things[key] = Thing(key, "Group", label, "", aliases, shared.letters if shared else (), base=base)
        return key

    def _stances(self, letters: Mapping[str, Letter]) -> Iterable[Item]:
        parties = self._parties()
        for row in self._rows("stances"):
            letter, meeting = self._key(row.letter), self._key(row.meeting)
            holders, members, about, topics, addressees = parties[row.stance]
            holders.sort(key=lambda holder: (_HOW.index(holder[1]), holder[0]))
            chain = self._chain(meeting)
            topics = topics or [*filter(None, (self._heading(row.topic),))]
            # what names no thing hangs on the subject under which it stands, else on its meeting, else on the letter
            targets = tuple(about) or tuple(topics) or tuple(chain[:1]) or ((letter,) if holders else ())
            if targets == (letter,):
                self._things[letter] = Thing(letter, "Letter", letters[letter].title or letters[letter].file)
            start = self._evidence(letter, row)
            yield Item(
                self._key(row.stance),
                row.type.rpartition("#")[2],
                letter,
                tuple(holders),
                tuple(members),
                tuple(about),
                tuple(topics),
                tuple(addressees),
                targets,
                tuple(sorted({*(key for key, _ in holders), *targets, *topics, *addressees, *chain})),
                meeting if chain else "",
                chain[-1] if chain else "",
                self._date(chain, letters[letter]),
                start,
                int(row.end),
                (int(row.cue_start), int(row.cue_end)),
                find(row.content, row.exact, start),
                heading=row.topic,
                rule=row.rule,
                confidence=row.confidence,
                reason=row.reason,
                intended=row.intended == "true",
                negated=row.negated == "true",
            )

    def _evidence(self, letter: str, row: Row) -> int:
        """Keep the words of an evidence and those around it as part of the letter's text; give where it starts."""
        start = int(row.start)
        self._pieces[letter].add((start - len(row.before), row.before + row.exact + row.after))
        return start

    def _attendances(self, letters: Mapping[str, Letter]) -> Iterable[Item]:
        for row in self._rows("attendances"):
            letter, meeting, attendee = self._key(row.letter), self._key(row.meeting), self._key(row.attendee)
            chain = self._chain(meeting)
            if attendee not in self._things or not chain:
                continue
            yield Item(
                self._key(row.attendance),
                _PRESENCE.get(row.role, "attendance"),
                letter,
                ((attendee, "subject"),),
                targets=(meeting,),
                touches=tuple(sorted({attendee, *chain})),
                meeting=meeting,
                whole=chain[-1],
                date=self._date(chain, letters[letter]),
                start=self._evidence(letter, row),
                end=int(row.end),
                role=row.role,
                rule=row.rule,
            )

    def _parts(self, letters: Mapping[str, Letter]) -> Iterable[Item]:
        for thing in list(self._things.values()):
            chain = self._chain(thing.key)
            if len(chain) > 1:
                letter = thing.letters[0][0]
                yield Item(
                    f"part/{thing.key}",
                    "part",
                    letter,
                    ((thing.key, "subject"),),
                    targets=(thing.part_of,),
                    touches=tuple(sorted(chain)),
                    meeting=thing.key,
                    whole=chain[-1],
                    date=self._date(chain, letters[letter]),
                )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
