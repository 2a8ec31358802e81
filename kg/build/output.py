"""Writes all that a build gives beside what is there, and then puts it in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.build.folder import Folder
from kg.build.graphs import Graphs
from kg.build.kept import Short
from kg.build.manifest import Manifest, Stamp, write_manifest
from kg.build.overview import overview
from kg.build.store import NewStore
from kg.build.turtle import write_turtle
from kg.build.work import Work

__all__ = ["LARGEST_PAGE", "write"]

LARGEST_PAGE = 1000
"""Letters that `index.html` can hold; a page of more would be too large to open. It then says how much there is and how to look at a part of it."""


_NOTHING: Stamp = (0, 0, "")


def write(
    folder: Folder,
    last: Manifest,
    store: NewStore,
    graphs: Graphs,
    shorts: Mapping[str, Short],
    told: bytes,
    made: Manifest,
) -> None:
    """Write the outputs; `last` and `made` tell what lies there and what is made now, `told` is the report."""
    folder.new.mkdir(parents=True)
    texts = _write_texts(folder, last, graphs.work, shorts, made)
    sizes = write_turtle(folder, last, graphs)
    (folder.new / "report.json").write_bytes(told)
    store.finish()
    (folder.new / "index.html").write_text(_page(folder, store, told, len(shorts)), encoding="utf-8", newline="\n")
    names = folder.staged()
    files = set(names) | texts
    # from here on until the end the folder is neither the old nor the new: a build that finds it so makes all anew
    write_manifest(folder.manifest, Manifest(letters=last.letters, files=last.files | dict.fromkeys(names, _NOTHING)))
    store.close()
    folder.swap_store()
    folder.publish(names)
    for name in sorted(set(last.files) - files):
        folder.remove(name)
    made_from = {f"text/{short.line.letter}.txt": short.text for short in shorts.values()}
    stamps = {name: (*folder.stamp(name), made_from.get(name, "")) for name in sorted(files)}
    write_manifest(folder.manifest, replace(made, files=stamps, sizes=sizes))


def _write_texts(folder: Folder, last: Manifest, work: Work, shorts: Mapping[str, Short], made: Manifest) -> set[str]:
    """Write the untouched texts that do not lie there yet; give the names of all."""
    (folder.new / "text").mkdir()
    names = set()
    for file, short in shorts.items():
        name = f"text/{short.line.letter}.txt"
        names.add(name)
        if last.files.get(name, _NOTHING)[-1] != short.text or not folder.is_as(last.files, name):
            (folder.new / name).write_bytes(work.letter(made.letters[file]).source.text.encode())
    return names


def _page(folder: Folder, store: NewStore, told: bytes, letters: int) -> str:
    if letters > LARGEST_PAGE:
        return overview(told)
    from kg.view import in_folder, page_of

    new, old = in_folder(folder.new / "text"), in_folder(folder.root / "text")
    return page_of(store.store, texts=lambda letter: new(letter) or old(letter))
