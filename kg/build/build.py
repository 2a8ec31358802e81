"""One build: find, read, resolve, write. What comes out depends on the letters, the program and the registry alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kg.build.cache import Cache
from kg.build.folder import Folder, claim
from kg.build.graphs import Graphs, open_new_store
from kg.build.manifest import Manifest, code_hash, digest, read_manifest, versions, write_manifest
from kg.build.names import letters_in
from kg.build.report import Line, line, report
from kg.build.workers import Work, cores, read_all
from kg.errors import KamergraphError, ReadError, RegistryError
from kg.model import Letter, Offsets, Text
from kg.rdf import DEFAULT_BASE, Iris, registry_hash
from kg.read import Found, content
from kg.registry import load
from kg.resolve import resolve
from kg.store import LocalStore, write_trig, write_turtle

__all__ = ["Built", "build"]

Progress = Callable[[int, int], None]
"""Called with how many letters are done, of how many."""


@dataclass(frozen=True, slots=True)
class Built:
    """How a build went: letters in the graph, how many were read this time, how many have gone, what was skipped."""

    letters: int
    read: int
    gone: int
    skipped: tuple[KamergraphError, ...]

    def __str__(self) -> str:
        """Give it as a line."""
        parts = [f"{self.read} read", f"{self.letters - self.read} unchanged", f"{len(self.skipped)} skipped"]
        if self.gone:
            parts.append(f"{self.gone} gone")
        return f"{self.letters} letter{'' if self.letters == 1 else 's'}: {', '.join(parts)}"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A letter that was read: the key of its facts in the cache, what resolving needs of it, its line in the report."""

    key: str
    letter: Letter
    line: Line


def build(
    paths: Sequence[Path],
    output: Path,
    *,
    jobs: int | None = None,
    base: str = DEFAULT_BASE,
    registry_folders: Sequence[Path] = (),
    progress: Progress = lambda _done, _all: None,
) -> Built:
    """Build the graph of the letters that `paths` (files, folders, zip files) hold into the folder `output`.

    `jobs` is the number of processes, all cores by default; `base` is what the IRIs of the data start with; the Turtle
    files of `registry_folders` are added to the registry. Letters that cannot be read are skipped and told of in
    what is given back. A `KamergraphError` when nothing can be built: no letters, a broken registry, a folder that
    is not ours or that another build holds.
    """
    iris = Iris(base)
    folders = _registry_folders(registry_folders)
    registry = load(folders).digest
    with claim(output) as folder:
        found, unseen = letters_in(paths, output)
        last = read_manifest(folder.manifest)
        made = Manifest(code=code_hash(), registry=registry, base=iris.base)
        cache = Cache(folder.facts.absolute(), made.code, registry, *versions())
        kept, read, errors = _read(found, Work(cache, folders), jobs or cores(), progress)
        skipped = sorted({str(error): error for error in (*unseen, *errors)}.values(), key=str)
        told = report((one.line for one in kept), skipped, registry, iris.base)
        letters = {one.line.file: one.line.sha256 for one in kept}
        now = digest(told.decode(), *versions())
        if now != last.fingerprint or not folder.holds(last.files):
            graphs = Graphs(
                {one.line.letter: one.key for one in kept},
                cache,
                resolve(one.letter for one in kept),
                iris,
                made.code,
                registry,
                folders,
            )
            _write(folder, last, graphs, told, replace(made, fingerprint=now, letters=letters))
        cache.keep_only({one.key for one in kept})
    return Built(len(kept), read, len(set(last.letters) - set(letters)), tuple(skipped))


def _registry_folders(given: Sequence[Path]) -> tuple[Path, ...]:
    """Give the user's folders in an order that depends on what they hold, not on how they were given."""
    for path in given:
        if not any(path.glob("*.ttl")):
            raise RegistryError(str(path), "holds no Turtle file", "give a folder with .ttl files")
    return tuple(sorted({path.resolve() for path in given}, key=registry_hash))


def _read(
    found: Sequence[Found], work: Work, jobs: int, progress: Progress
) -> tuple[list[_Kept], int, list[KamergraphError]]:
    """Give the letters that could be read, how many of them were read this time, and why others could not."""
    kept: dict[str, _Kept] = {}
    errors: list[KamergraphError] = []
    changed: list[Found] = []
    for file in found:
        try:
            key = work.cache.key(file.name, sha256(content(file)).hexdigest())
        except ReadError as error:
            errors.append(error)
            continue
        letter = work.cache.get(key)
        if letter is None:
            changed.append(file)
        else:
            kept[file.name] = _keep(key, letter)
    done = 0

    def advance(more: int) -> None:
        nonlocal done
        done += more
        progress(done, len(changed))

    for outcome in read_all(changed, work, jobs, advance):
        letter = work.cache.get(outcome.key) if outcome.error is None else None
        if outcome.error is not None:
            errors.append(outcome.error)
        elif letter is None:
            errors.append(ReadError(outcome.name, "was read, but what was found in it is gone", "build again"))
        else:
            kept[outcome.name] = _keep(outcome.key, letter)
    fresh = sum(file.name in kept for file in changed)
    return [kept[file.name] for file in found if file.name in kept], fresh, errors


def _keep(key: str, letter: Letter) -> _Kept:
    """Keep of a letter what other letters may have to do with, so that thousands fit in memory."""
    source = replace(letter.source, text="", headings=(), notes=())
    short = replace(letter, source=source, text=Text("", Offsets((0,), (0,))), mentions=(), stances=())
    return _Kept(key, short, line(letter))


def _write(folder: Folder, last: Manifest, graphs: Graphs, told: bytes, made: Manifest) -> None:
    """Make all that a build gives beside what is there, and then put it in its place."""
    folder.new.mkdir(parents=True)
    (folder.new / "text").mkdir()
    for name, key in graphs.letters.items():
        letter = graphs.cache.get(key)
        if letter is not None:
            (folder.new / "text" / f"{name}.txt").write_bytes(letter.source.text.encode("utf-8"))
    with open_new_store(folder, last.graphs, graphs) as store:
        write_turtle(store, folder.new / "graph.ttl")
        write_trig(store, folder.new / "graph.trig")
        page = _page(store, folder.new / "text")
        (folder.new / "index.html").write_text(page, encoding="utf-8", newline="\n")
    (folder.new / "report.json").write_bytes(told)
    files = folder.staged()
    gone = set(last.files) - set(files)
    # from here on until the end the folder is neither the old nor the new: a build that finds it so makes all anew
    write_manifest(folder.manifest, Manifest(letters=last.letters, files=last.files | files))
    folder.swap_store()
    folder.publish(files)
    for name in sorted(gone):
        folder.remove(name)
    write_manifest(folder.manifest, replace(made, graphs=graphs.digests(), files=files))


def _page(store: LocalStore, texts: Path) -> str:
    from kg.view import in_folder, page_of

    return page_of(store, texts=in_folder(texts))

