"""A scene as columns of numbers and strings, which are small in a page and quick to filter there.

Things, letters and items are rows; a row's number is its place in its columns. Columns of several values a row hold
lists, each different list once; one empty value stands for "none", and -1 where a number is none. Nothing here is about how it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.view.scene import Item, Letter, Scene, Thing

__all__ = ["columns", "texts"]


def columns(scene: Scene, places: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    """Give all but the text of the letters; `places` says where each thing stands, in pixels."""
    number = _numbers(scene.things)
    letters = list(scene.letters.values())
    return {
        "base": scene.base,
        "letters": {
            "key": [letter.key for letter in letters],
            "file": [letter.file for letter in letters],
            "date": [letter.date for letter in letters],
            "title": [letter.title for letter in letters],
            "number": [letter.number for letter in letters],
            "dossier": [letter.dossier for letter in letters],
            "signed": [letter.signed for letter in letters],
        },
        "things": _things(list(scene.things.values()), number, _numbers(scene.letters), places),
        "items": _items(scene.items, number, _numbers(scene.letters)),
    }


def texts(scene: Scene) -> dict[str, Any]:
    """Give of each letter its passages ([start, text, ...]) and where it names things ([thing, start, length, ...]).

    Places and lengths count code points. A place's start counts from the start of the place before it.
    """
    number = _numbers(scene.things)
    return {
        "passages": [[part for passage in letter.passages for part in passage] for letter in scene.letters.values()],
        "places": [_places(letter, number) for letter in scene.letters.values()],
    }


def _numbers(keys: Iterable[str]) -> dict[str, int]:
    return {key: at for at, key in enumerate(keys)}


def _places(letter: Letter, number: Mapping[str, int]) -> list[int]:
    row: list[int] = []
    last = 0
    for key, start, end in letter.places:
        if key in number:
            row += [number[key], start - last, end - start]
            last = start
    return row


def _things(
    things: Sequence[Thing],
    number: Mapping[str, int],
    letters: Mapping[str, int],
    places: Mapping[str, tuple[int, int]],
) -> dict[str, Any]:
    return {
        "key": [thing.key for thing in things],
        "nl": [thing.label for thing in things],
        "en": [thing.english for thing in things],
        "aliases": [thing.aliases for thing in things],
        "letters": [
            [part for key, count in t.letters if key in letters for part in (letters[key], count)] for t in things
        ],
        "start": [thing.start for thing in things],
        "end": [thing.end for thing in things],
        "place": [thing.place for thing in things],
        "mode": [thing.mode for thing in things],
        "partOf": [number.get(thing.part_of, -1) for thing in things],
        "base": [thing.base for thing in things],
        "announced": [int(thing.announced) for thing in things],
        "x": [places[thing.key][0] for thing in things],
        "y": [places[thing.key][1] for thing in things],
        **_table("type", [thing.type for thing in things]),
    }


def _items(items: Sequence[Item], number: Mapping[str, int], letters: Mapping[str, int]) -> dict[str, Any]:
    def several(keys: Iterable[str]) -> tuple[int, ...]:
        return tuple(number[key] for key in keys)

    hows = list(dict.fromkeys(how for item in items for _, how in item.holders))
    return {
        # an item's key mostly begins with that of its letter, which is left out then
        "key": [item.key.replace(f"{item.letter.removeprefix('letter')}/", "//", 1) for item in items],
        "letter": [letters[item.letter] for item in items],
        "hows": hows,
        "meeting": [number.get(item.meeting, -1) for item in items],
        "whole": [number.get(item.whole, -1) for item in items],
        "start": [item.start for item in items],
        "end": [item.end for item in items],
        "confidence": [float(item.confidence or -1) for item in items],
        "intended": [int(item.intended) for item in items],
        "negated": [int(item.negated) for item in items],
        "lists": {
            "holders": _lists(several(key for key, _ in item.holders) for item in items),
            "how": _lists(tuple(hows.index(how) for _, how in item.holders) for item in items),
            "members": _lists(several(key for pair in item.members for key in pair) for item in items),
            "about": _lists(several(item.about) for item in items),
            "subjects": _lists(several(item.topics) for item in items),
            "addressees": _lists(several(item.addressees) for item in items),
            "targets": _lists(several(item.targets) for item in items),
            "cue": _lists(tuple(part - item.start for part in item.cue) if item.cue[1] else () for item in items),
            "content": _lists(
                tuple(part - item.start for part in item.content) if item.content[1] else () for item in items
            ),
        },
        **_table("kind", [item.kind for item in items]),
        **_table("date", [item.date for item in items]),
        **_table("role", [item.role for item in items]),
        **_table("heading", [item.heading for item in items]),
        **_table("rule", [item.rule for item in items]),
        **_table("reason", [item.reason for item in items]),
    }


def _lists(rows: Iterable[tuple[int, ...]]) -> list[Any]:
    """Give the different lists, and the number of its list for every row."""
    number: dict[tuple[int, ...], int] = {}
    numbers = [number.setdefault(row, len(number)) for row in rows]
    return [list(number), numbers]


def _table(name: str, values: Sequence[str]) -> dict[str, Any]:
    """Give each different string once, and the number of its string for every row."""
    known = sorted(set(values))
    number = _numbers(known)
    return {f"{name}s": known, name: [number[value] for value in values]}
