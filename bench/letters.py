"""Writes any number of varied letters with what they say: `python bench/letters.py 1000 FOLDER [--words 400] [--seed 1]`.

The letters are made from a small grammar in the manner of the example letters, and from the registry. `gold.jsonl` beside them has
for each its date, meeting, sessions, and positions (holder, type, what about, quote). The same seed gives the same letters.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from kg.registry import Registry, load

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
MEETINGS = (
    ("de bijeenkomst van de NAVO-ministers van Buitenlandse Zaken", "Brussel"),
    ("de bijeenkomst van de NAVO-ministers van Defensie", "Brussel"),
    ("de Raad Buitenlandse Zaken", "Brussel"),
    ("de Ministeriële Raad van de OVSE", "Wenen"),
    ("het Comité van Ministers van de Raad van Europa", "Straatsburg"),
    ("de informele bijeenkomst van de EU-ministers van Defensie", "Tallinn"),
)
MINISTERS = (("Buitenlandse Zaken", "A. Jansen"), ("Defensie", "B. de Wit"), ("Buitenlandse Handel", "C. Bakker"))
TOPICS = (
    "de dialoog met {about}", "de situatie in {about}", "de samenwerking met {about}", "de hervormingen in {about}",
    "de steun aan {about}", "het nieuwe plan voor {about}", "de verkiezingen in {about}", "de grenzen van {about}",
    "de energievoorziening van {about}", "het wapenbeleid van {about}", "de opvang van vluchtelingen uit {about}", "de handel met {about}",
)  # fmt: skip
ACTS = (
    ("emphasise", "{who} benadrukte het belang van {topic}", "{who} benadrukten het belang van {topic}"),
    ("support", "{who} sprak steun uit voor {topic}", "{who} spraken steun uit voor {topic}"),
    ("support", "{who} verwelkomde {topic}", "{who} verwelkomden {topic}"),
    ("oppose", "{who} maakte bezwaar tegen {topic}", "{who} maakten bezwaar tegen {topic}"),
    ("concern", "{who} sprak zorgen uit over {topic}", "{who} spraken zorgen uit over {topic}"),
    ("urge", "{who} drong aan op {topic}", "{who} drongen aan op {topic}"),
    ("commit", "{who} zegde toe bij te dragen aan {topic}", "{who} zegden toe bij te dragen aan {topic}"),
)
PLAIN = (
    "De bespreking ging vooral over {topic}.",
    "Vervolgens kwam {topic} aan de orde, waarbij geen besluiten werden genomen.",
    "Een ontwerptekst over {topic} wordt in de komende maanden verder uitgewerkt.",
    "Het voorzitterschap lichtte de stand van zaken rond {topic} toe.",
)
TAILS = ("", ", mede in het licht van de recente ontwikkelingen", ", zoals ook in eerdere brieven is gemeld")


@dataclass
class Written:
    """A letter with what it says."""

    name: str
    text: str
    gold: dict[str, Any] = field(default_factory=dict)


class Writer:
    """Writes letters of about `words` words."""

    def __init__(self, seed: int, words: int, registry: Registry | None = None) -> None:
        self._random, self._words = Random(seed), words
        known = registry or load()
        self._countries = sorted(
            e.label for e in known if e.type == "Country" and not e.period.end and " " not in e.label
        )

    def letters(self, count: int) -> Iterator[Written]:
        """Give letters, no two the same."""
        for number in range(count):
            yield self._letter(number)

    def _letter(self, number: int) -> Written:
        pick = self._random.choice
        day = date(1995, 1, 5) + timedelta(days=self._random.randrange(365 * 30))
        after = day + timedelta(days=self._random.randrange(4, 20))
        meeting, place = pick(MEETINGS)
        office, minister = pick(MINISTERS)
        name = f"brief-{number:06}-{after.isoformat()}"
        opening = f"Hierbij doe ik u verslag van {meeting} op {_day(day)} in {place}."
        stances: list[dict[str, str]] = []
        sections: list[str] = []
        size = 40
        while size < self._words:
            body = [self._sentence(stances) for _ in range(self._random.randrange(3, 7))]
            about = pick(self._countries)
            sections.append(f"{about}\n\n{' '.join(body)}")
            size += sum(len(sentence.split()) for sentence in body)
        text = "\n\n".join(
            [
                "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", f"Den Haag, {_day(after)}", f"Betreft: Verslag nummer {number}",
                "Geachte Voorzitter,", opening, *sections, f"De minister van {office},", minister,
            ]
        )  # fmt: skip
        gold = {
            "file": f"{name}.txt",
            "date": after.isoformat(),
            "meeting": {"start": day.isoformat(), "place": place},
            "stances": stances,
        }
        return Written(name, text + "\n", gold)

    def _sentence(self, stances: list[dict[str, str]]) -> str:
        pick = self._random.choice
        about = pick(self._countries)
        topic = pick(TOPICS).format(about=about)
        if self._random.random() < 0.4:
            return pick(PLAIN).format(topic=topic)
        kind, one, many = pick(ACTS)
        holders = self._random.sample([c for c in self._countries if c != about], pick((1, 1, 1, 2, 3)))
        who = holders[0] if len(holders) == 1 else ", ".join(holders[:-1]) + " en " + holders[-1]
        said = (one if len(holders) == 1 else many).format(who=who, topic=topic)
        stances.append({"type": kind, "holders": "|".join(holders), "about": about, "quote": said})
        return f"{said}{pick(TAILS)}."


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write(folder: Path, count: int, words: int = 400, seed: int = 1) -> list[dict[str, Any]]:
    """Write letters into a folder, and beside it what they say; give that."""
    folder.mkdir(parents=True, exist_ok=True)
    gold = []
    for letter in Writer(seed, words).letters(count):
        (folder / f"{letter.name}.txt").write_text(letter.text, encoding="utf-8")
        gold.append(letter.gold)
    (folder.parent / f"{folder.name}.gold.jsonl").write_text(
        "".join(json.dumps(g, ensure_ascii=False) + "\n" for g in gold), encoding="utf-8"
    )
    return gold


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.count, given.words, given.seed)
