"""One build: find, read, resolve, write. What comes out depends on the letters, the program and the registry alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kg.build.cluster import Cluster
from kg.build.folder import Folder, claim
from kg.build.graphs import Graphs, Own
from kg.build.letters import Letters, Progress
from kg.build.manifest import Manifest, code_hash, digest, read_manifest, versions
from kg.build.names import letters_in
from kg.build.output import write
from kg.build.report import report
from kg.build.shelf import Shelf
from kg.build.store import open_new_store
from kg.build.touched import adopt, remember
from kg.build.work import Recipe, SpoiltError, Work, pen, second_vote
from kg.build.workers import Crew, Pool, cores
from kg.errors import KamergraphError, RegistryError
from kg.rdf import DEFAULT_BASE, Iris, registry_hash
from kg.registry import digest as registry_digest
from kg.registry import load

__all__ = ["Built", "build"]

_MUCH = 3  # a store of which a third or more changes is made anew: that is faster, and leaves nothing old in it


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
    folders = _registry_folders(registry_folders)
    vote = second_vote(parser)
    recipe = Recipe(
        code_hash(), registry_digest(folders), Iris(base).base, (*versions(), *([vote.name] if vote else []))
    )
    with claim(output) as folder:
        work = Work(Shelf(folder.facts.absolute()), Shelf(folder.graphs.absolute()), recipe, folders, parser, limit)
        try:
            return _build(paths, folder, work, scheduler, jobs or cores(), progress)
        except SpoiltError:
            work.facts.sift()  # so that what is spoilt is read anew
            folder.tidy()
            return _build(paths, folder, work, scheduler, jobs or cores(), progress)


def _build(paths: Sequence[Path], folder: Folder, work: Work, scheduler: str, jobs: int, progress: Progress) -> Built:
    recipe, ink = work.recipe, pen(work.recipe.base)
    with ExitStack() as stack:
        found, unseen = letters_in(paths, folder.root)
        last = read_manifest(folder.manifest)
        crew: Crew = stack.enter_context(Cluster(scheduler, work)) if scheduler else Pool(work, jobs)
        letters = Letters(found, work, progress)
        why = adopt(folder.registry, last, letters.hashes, work)
        unread, own = letters.unread(), Own(work)
        store = None
        if unread:
            load(work.registry)  # tells of a broken one before any letter is read
        if unread and len(unread) * _MUCH >= len(found):  # graphs go into the store while letters are still being read
            store = stack.enter_context(open_new_store(folder, {}, ink))
            unread = store.expect(found, unread, recipe.base)
            store.put_own(own)
        letters.read(unread, crew, store)
        skipped = _once((*unseen, *letters.errors.values()))
        if _fingerprint(recipe, letters.keys, skipped) != last.fingerprint or not folder.holds(last.files):
            shorts = letters.shorts(crew, Shelf(folder.cache))
            keys, skipped = letters.keys, _once((*unseen, *letters.errors.values()))
            graphs = Graphs(work, keys, shorts, own)
            for outcome in crew.do(graphs.unwritten()):
                if outcome.error is not None:
                    raise outcome.error
            if store is None:
                changed = sum(last.graphs.get(name) != key for name, key in graphs.keys.items())
                held = last.graphs if changed * _MUCH < len(graphs.keys) else {}
                store = stack.enter_context(open_new_store(folder, held, ink))
            store.hold(graphs)
            told = report((short.line for short in shorts.values()), skipped, recipe.registry, recipe.base)
            fingerprint = _fingerprint(recipe, keys, skipped)
            made = Manifest(fingerprint, recipe.code, recipe.registry, recipe.base, keys, graphs.keys)
            write(folder, last, store, graphs, shorts, told, made)
            work.facts.keep_only(set(keys.values()))
            work.graphs.keep_only(set(graphs.keys.values()))
            if last.registry != recipe.registry or not folder.registry.is_file():
                remember(folder.registry, load(work.registry))
    gone = len(set(last.letters) - set(letters.keys))
    return Built(len(letters.keys), letters.fresh, gone, tuple(skipped), why if unread else "")


def _once(errors: Iterable[KamergraphError]) -> list[KamergraphError]:
    return sorted({str(error): error for error in errors}.values(), key=str)


def _fingerprint(recipe: Recipe, keys: Mapping[str, str], skipped: Iterable[KamergraphError]) -> str:
    """Give the hash of all that goes into a build."""
    letters = (part for pair in keys.items() for part in pair)
    return digest(*recipe[:3], *recipe.versions, *letters, *map(str, skipped))


def _registry_folders(given: Sequence[Path]) -> tuple[Path, ...]:
    """Give the user's folders in an order that depends on what they hold, not on how they were given."""
    for path in given:
        if not any(path.glob("*.ttl")):
            raise RegistryError(str(path), "holds no Turtle file", "give a folder with .ttl files")
    return tuple(sorted({path.resolve() for path in given}, key=registry_hash))
