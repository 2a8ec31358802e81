"""Small letters, and what a build made of them."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Triple

from kg import rdf
from kg.build import Built, build
from kg.store import LocalStore

OPENING = "Den Haag, {day} december {year}\n\nGeachte voorzitter,\n\nHierbij bied ik u het verslag aan van de "
MIDDLE = "bijeenkomst van de NAVO-ministers van Buitenlandse Zaken op 5 en 6 december {year} in Brussel.\n\n"
CLOSE = "\n\nDe minister van Buitenlandse Zaken,\n\nH. Zijlstra\n"
SENTENCES = (
    "Nederland benadrukte het belang van dialoog met Rusland.",
    "Duitsland steunde Georgië.",
    "Frankrijk sprak zijn zorgen uit over Iran.",
    "Canada riep Turkije op tot terughoudendheid.",
)

_WHOLE = rdf.registry


def shortened(iris: rdf.Iris | None = None, folder: Path | None = None) -> list[Triple]:
    """Give a hundredth of the registry in place of it all: these tests are about building, and the whole takes most of the time."""
    triples = _WHOLE(iris, folder)
    return triples if folder else triples[: len(triples) // 100]


def letter(number: int, sentence: str = "") -> str:
    body = sentence or SENTENCES[number % len(SENTENCES)]
    return (OPENING + MIDDLE).format(day=7 + number, year=2010 + number % 10) + body + CLOSE


def folder_of(path: Path, **letters: str) -> Path:
    """Write letters, by stem, into a folder."""
    path.mkdir(parents=True, exist_ok=True)
    for stem, text in letters.items():
        (path / f"{stem}.txt").write_text(text, encoding="utf-8")
    return path


def built(output: Path, *paths: Path, jobs: int = 1) -> Built:
    return build(paths, output, jobs=jobs)


def outputs(folder: Path) -> dict[str, bytes]:
    """All files of a build that are promised to be the same: not the store's own, nor the cache."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(("store/", "cache/"))}


def letter_graphs(store: LocalStore) -> int:
    """Count the graphs of letters."""
    return sum("/graph/letter/" in name for name in store.graphs())
