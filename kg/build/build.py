"""One build: find, read, resolve, write. What comes out depends on the letters, the program and the registry alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.build.cluster import Cluster
from kg.build.folder import claim
from kg.build.graphs import Graphs
from kg.build.kept import Short, short_of
from kg.build.manifest import Manifest, code_hash, digest, read_manifest, versions
from kg.build.names import letters_in
from kg.build.output import write
from kg.build.report import report
from kg.build.shelf import Shelf
from kg.build.store import NewStore, open_new_store
from kg.build.touched import adopt, remember
from kg.build.work import Recipe, Work, pen, second_vote
from kg.build.workers import Crew, Pool, cores
from kg.errors import KamergraphError, ReadError, RegistryError
from kg.rdf import DEFAULT_BASE, Iris, registry_hash
from kg.read import Found, content
from kg.registry import load

__all__ = ["Built", "build"]

_MUCH = 3  # a store of which a third or more changes is made anew: that is faster, and leaves nothing old in it

Progress = Callable[[int, int], None]
"""Called with how many letters are done, of how many."""


@dataclass(frozen=True, slots=True)
class Built:
    """How a build went: letters in the graph, how many were read this time and why all were, how many have gone, what was skipped."""

    letters: int
    read: int
    gone: int
    skipped: tuple[KamergraphError, ...]
    why: str = ""

    def __str__(self) -> str:
        """Give it as a line."""
        parts = [f"{self.read} read", f"{self.letters - self.read} unchanged", f"{len(self.skipped)} skipped"]
        if self.gone:
            parts.append(f"{self.gone} gone")
        told = f"{self.letters} letter{'' if self.letters == 1 else 's'}: {', '.join(parts)}"
        return f"{told} ({self.why})" if self.why else told


def build(
    paths: Sequence[Path],
    output: Path,
    *,
    jobs: int | None = None,
    scheduler: str = "",
    parser: str = "",
    base: str = DEFAULT_BASE,
    registry_folders: Sequence[Path] = (),
    limit: float = 60.0,
    progress: Progress = lambda _done, _all: None,
) -> Built:
    """Build the graph of the letters that `paths` (files, folders, zip files) hold into the folder `output`.

    `jobs` is the number of processes, all cores by default; `scheduler` the address of a Dask scheduler whose workers read
    the letters instead; `parser` the name or path of a spaCy pipeline that votes on the holders of stances; `base` is what
    the IRIs of the data start with; the Turtle files of `registry_folders` are added to the registry; reading one letter
    may take `limit` seconds. Letters that cannot be read are skipped and told of in what is given back. A `KamergraphError`
    when nothing can be built: no letters, a broken registry, a folder that is not ours or that another build holds, a
    scheduler that does not answer, a parser that is not there.
    """
    iris = Iris(base)
    folders = _registry_folders(registry_folders)
    registry = load(folders)
    vote = second_vote(parser)
    recipe = Recipe(code_hash(), registry.digest, iris.base, (*versions(), *([vote.name] if vote else [])))
    with claim(output) as folder, ExitStack() as stack:
        found, unseen = letters_in(paths, output)
        last = read_manifest(folder.manifest)
        work = Work(Shelf(folder.facts.absolute()), Shelf(folder.graphs.absolute()), recipe, folders, parser, limit)
        crew: Crew = stack.enter_context(Cluster(scheduler, work)) if scheduler else Pool(work, jobs or cores())
        letters = _Letters(found, work, crew, progress)
        why = adopt(folder.registry, registry, last, letters.hashes, work)
        unread = letters.unread()
        store = None
        if unread and len(unread) * _MUCH >= len(found):  # graphs go into the store while letters are still being read
            store = stack.enter_context(open_new_store(folder, {}, pen(iris.base)))
        letters.read(unread, store)
        shorts = letters.shorts()
        skipped = sorted({str(error): error for error in (*unseen, *letters.errors.values())}.values(), key=str)
        keys = {name: letters.keys[name] for name in shorts}
        fingerprint = digest(
            *recipe[:3], *recipe.versions, *(part for pair in keys.items() for part in pair), *map(str, skipped)
        )
        graphs = Graphs(work, keys, shorts)
        if fingerprint != last.fingerprint or not folder.holds(last.files):
            for outcome in crew.do(graphs.unwritten()):
                if outcome.error is not None:
                    raise outcome.error
            if store is None:
                changed = sum(last.graphs.get(name) != key for name, key in graphs.keys.items())
                held = last.graphs if changed * _MUCH < len(graphs.keys) else {}
                store = stack.enter_context(open_new_store(folder, held, pen(iris.base)))
            store.hold(graphs)
            told = report((short.line for short in shorts.values()), skipped, registry.digest, iris.base)
            made = Manifest(fingerprint, recipe.code, registry.digest, iris.base, keys, graphs.keys)
            write(folder, last, store, graphs, shorts, told, made)
        work.facts.keep_only(set(keys.values()))
        work.graphs.keep_only(set(graphs.keys.values()))
        remember(folder.registry, registry)
    return Built(len(keys), letters.fresh, len(set(last.letters) - set(keys)), tuple(skipped), why if unread else "")


class _Letters:
    """The letters of a build: `keys` leads from their names to the keys of what is found in them, `errors` tells why some have none; `fresh` counts those read this time."""

    def __init__(self, found: Sequence[Found], work: Work, crew: Crew, progress: Progress) -> None:
        self._found, self._work, self._crew, self._progress = found, work, crew, progress
        self.hashes: dict[str, str] = {}
        self.errors: dict[str, KamergraphError] = {}
        self.fresh = 0
        for file in found:
            try:
                self.hashes[file.name] = sha256(content(file)).hexdigest()
            except ReadError as error:
                self.errors[file.name] = error
        self.keys = {name: work.recipe.key(name, sha) for name, sha in self.hashes.items()}

    def unread(self) -> list[Found]:
        """Give those of which nothing is kept."""
        known = set(self._work.facts.keys())
        return [file for file in self._found if self.keys.get(file.name, "") not in known | {""}]

    def read(self, files: Sequence[Found], store: NewStore | None = None) -> None:
        """Read letters; let a store have their graphs at once, as they are if no other letter tells of their meetings."""
        for done, outcome in enumerate(self._crew.do(files), start=1):
            self._progress(done, len(files))
            if outcome.error is not None:
                self.errors[outcome.name] = outcome.error
            else:
                self.fresh += 1
                self.keys[outcome.name] = outcome.key
                if store is not None:
                    store.put_letter(outcome, self._work)

    def shorts(self) -> dict[str, Short]:
        """Give the little that is held of every letter, by name; one that turns out to be spoilt is read anew."""
        shorts: dict[str, Short] = {}
        spoilt: list[Found] = []
        for file in self._found:
            if file.name in self.errors:
                continue
            short = self._short(file.name)
            if short is None:
                spoilt.append(file)
            else:
                shorts[file.name] = short
        if spoilt:
            self.read(spoilt)
            for file in spoilt:
                short = self._short(file.name) if file.name not in self.errors else None
                if short is not None:
                    shorts[file.name] = short
        return dict(sorted(shorts.items()))

    def _short(self, name: str) -> Short | None:
        packed = self._work.facts.get(self.keys[name])
        return short_of(packed) if packed is not None else None


def _registry_folders(given: Sequence[Path]) -> tuple[Path, ...]:
    """Give the user's folders in an order that depends on what they hold, not on how they were given."""
    for path in given:
        if not any(path.glob("*.ttl")):
            raise RegistryError(str(path), "holds no Turtle file", "give a folder with .ttl files")
    return tuple(sorted({path.resolve() for path in given}, key=registry_hash))
