"""The same letters give the same bytes, and a second build reads only what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Never

import pytest
from build_samples import built, folder_of, letter, letter_graphs, outputs

from kg.build.folder import Folder
from kg.build.graphs import Graphs
from kg.errors import KamergraphError
from kg.store import LocalStore


def test_order_workers_and_place_make_no_difference(tmp_path: Path) -> None:
    one = folder_of(tmp_path / "one", a=letter(1), b=letter(2), c=letter(3))
    two = folder_of(tmp_path / "elsewhere" / "two", c=letter(3), b=letter(2), a=letter(1))
    built(tmp_path / "out", one, jobs=2)
    built(tmp_path / "other" / "out", two / "c.txt", two / "a.txt", two / "b.txt", two)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "other" / "out")
    assert {"graph.ttl", "graph.trig", "index.html", "report.json", "text/a.txt"} <= set(outputs(tmp_path / "out"))


def test_an_incremental_build_gives_what_a_fresh_one_gives(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2), c=letter(3))
    built(tmp_path / "out", letters)
    (letters / "a.txt").unlink()
    folder_of(letters, b=letter(2, "België steunde Oekraïne."), d=letter(4))
    again = built(tmp_path / "out", letters)
    assert (again.letters, again.read, again.gone) == (3, 2, 1)
    assert str(again) == "3 letters: 2 read, 1 unchanged, 0 skipped, 1 gone"
    built(tmp_path / "fresh", letters)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")
    assert b"text/a" not in outputs(tmp_path / "out")["graph.trig"]


def test_a_build_without_changes_reads_and_writes_nothing(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2))
    built(tmp_path / "out", letters)
    files = [tmp_path / "out" / name for name in outputs(tmp_path / "out")]
    before = [path.stat() for path in files]
    again = built(tmp_path / "out", letters)
    assert (again.read, again.letters) == (0, 2)
    assert [(now.st_ino, now.st_mtime_ns) for now in (path.stat() for path in files)] == [
        (then.st_ino, then.st_mtime_ns) for then in before
    ]


def test_a_letter_that_breaks_leaves_the_graph_and_is_told_of(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2))
    built(tmp_path / "out", letters)
    (letters / "b.txt").write_bytes(b"")
    again = built(tmp_path / "out", letters)
    assert [str(error) for error in again.skipped] == ["b.txt: is empty; fetch or save it anew"]
    assert "text/b.txt" not in outputs(tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [line["file"] for line in report["letters"]] == ["a.txt"]
    assert report["skipped"] == [{"file": "b.txt", "what": "is empty", "remedy": "fetch or save it anew"}]


@pytest.mark.parametrize("spoil", [lambda entry: entry[:0], lambda entry: entry[:-1], lambda entry: b"x" * len(entry)])
@pytest.mark.parametrize("shelf", ["facts", "graphs"])
def test_a_spoilt_cache_entry_is_made_anew_when_it_is_needed(tmp_path: Path, spoil: object, shelf: str) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2))
    built(tmp_path / "out", letters)
    before = outputs(tmp_path / "out")
    for entry in (tmp_path / "out" / "cache" / shelf).iterdir():
        entry.write_bytes(spoil(entry.read_bytes()))  # type: ignore[operator]
    for needs in ("text/a.txt", "text/b.txt", "graph.ttl"):
        (tmp_path / "out" / needs).unlink()
    assert built(tmp_path / "out", letters).letters == 2
    assert outputs(tmp_path / "out") == before


def test_the_cache_entry_of_another_letter_is_not_believed(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2))
    built(tmp_path / "out", letters)
    before = outputs(tmp_path / "out")
    one, two = sorted((tmp_path / "out" / "cache" / "facts").iterdir())
    one.write_bytes(two.read_bytes())
    for text in (tmp_path / "out" / "text").iterdir():
        text.unlink()
    built(tmp_path / "out", letters)
    assert outputs(tmp_path / "out") == before


def test_a_build_with_few_changes_copies_the_rest_of_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = folder_of(tmp_path / "in", **{f"brief-{n}": letter(n) for n in range(9)})
    built(tmp_path / "out", letters)
    for stem, text in {"brief-3": letter(3, "Italië steunde Malta."), "brief-33": letter(10)}.items():
        folder_of(letters, **{stem: text})
    (letters / "brief-0.txt").unlink()
    asked: list[str] = []
    turtle = Graphs.turtle
    monkeypatch.setattr(Graphs, "turtle", lambda graphs, name: (asked.append(name), turtle(graphs, name))[1])
    built(tmp_path / "out", letters)
    assert {name.rpartition("/")[2] for name in asked} == {"brief-3", "brief-33"}
    built(tmp_path / "fresh", letters)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


@pytest.mark.parametrize("name", ["graph.ttl", "text/a.txt", "store/CURRENT"])
def test_an_output_that_was_lost_is_made_anew(tmp_path: Path, name: str) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1))
    built(tmp_path / "out", letters)
    before = outputs(tmp_path / "out")
    (tmp_path / "out" / name).unlink()
    assert built(tmp_path / "out", letters).read == 0
    assert outputs(tmp_path / "out") == before
    assert (tmp_path / "out" / name).is_file()


@pytest.mark.parametrize("step", ["swap_store", "publish", "staged"])
def test_a_build_that_was_broken_off_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2))
    built(tmp_path / "out", letters)
    folder_of(letters, a=letter(1, "Italië steunde Malta."), c=letter(3))
    (letters / "b.txt").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Folder, step, _break_off)
        with pytest.raises(KeyboardInterrupt):
            built(tmp_path / "out", letters)
    built(tmp_path / "out", letters)
    built(tmp_path / "fresh", letters)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")
    assert sorted(path.name for path in (tmp_path / "out" / "cache").iterdir()) == [
        "facts",
        "graphs",
        "kamergraph.lock",
        "manifest.json",
        "registry.msgpack",
        "shorts",
    ]


def _break_off(*_: object) -> Never:
    raise KeyboardInterrupt


def test_a_build_that_was_broken_off_between_two_stores_leaves_one_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1))
    built(tmp_path / "out", letters)
    folder_of(letters, b=letter(2))
    rename = Path.rename

    def break_off(path: Path, target: Path) -> Path:
        return _break_off() if path.name == "new-store" else rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", break_off)
        patch.setattr(Folder, "tidy", lambda _: None)  # as when it is killed
        with pytest.raises(KeyboardInterrupt):
            built(tmp_path / "out", letters)
    assert not (tmp_path / "out" / "store").exists()
    with LocalStore.read(tmp_path / "out" / "store") as store:
        assert letter_graphs(store) == 1
    assert built(tmp_path / "out", letters).letters == 2
    with LocalStore.read(tmp_path / "out" / "store") as store:
        assert letter_graphs(store) == 2
    assert not (tmp_path / "out" / "store.old").exists()


def test_names_of_the_users_own_make_all_letters_be_read_again(tmp_path: Path) -> None:
    from kg.build import build

    letters = folder_of(tmp_path / "in", a=letter(1, "Nederland steunde Elfenland."))
    own = tmp_path / "own"
    own.mkdir()
    (own / "elves.ttl").write_text(
        "@prefix kg: <https://w3id.org/kamergraph/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/kamergraph/id/country/elfenland> a kg:Country ;\n"
        '    skos:prefLabel "Elfenland"@nl , "Elfland"@en .\n',
        encoding="utf-8",
    )
    assert build([letters], tmp_path / "out", jobs=1).read == 1
    assert "elfenland" not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert build([letters], tmp_path / "out", jobs=1, registry_folders=[own]).read == 1
    graph = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "country:elfenland" in graph
    assert graph.count('kg:registryHash "') == 2  # of the registry, and of the one letter made with it
    assert build([letters], tmp_path / "out", jobs=1, registry_folders=[own]).read == 0
    (tmp_path / "empty").mkdir()
    with pytest.raises(KamergraphError, match="holds no Turtle file"):
        build([letters], tmp_path / "out", jobs=1, registry_folders=[tmp_path / "empty"])


def test_no_output_tells_where_it_was_made(tmp_path: Path) -> None:
    built(tmp_path / "out", folder_of(tmp_path / "in", a=letter(1)), tmp_path / "missing.txt")
    for name, content in outputs(tmp_path / "out").items():
        assert str(tmp_path).encode() not in content, name
