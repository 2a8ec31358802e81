"""What goes into the store of a build, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from build_samples import built, folder_of, letter, outputs

from kg.build.batches import Batches
from kg.build.work import Outcome
from kg.build.workers import Pool, Tasks
from kg.store import LocalStore


@pytest.mark.parametrize("backwards", [False, True])
def test_graphs_are_loaded_in_the_order_in_which_the_store_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backwards: bool
) -> None:
    letters = folder_of(tmp_path / "in", **{f"brief-{n}": letter(n) for n in range(9)})
    loaded: list[str] = []
    put, do = Batches.put, Pool.do

    def noted(batches: Batches, name: str, turtle: bytes, to_come: int) -> None:
        loaded.append(name)
        put(batches, name, turtle, to_come)

    def done(pool: Pool, tasks: Tasks) -> Iterator[Outcome]:
        outcomes = list(do(pool, tasks))
        return iter(outcomes[::-1] if backwards else outcomes)

    monkeypatch.setattr(Batches, "put", noted)
    monkeypatch.setattr(Pool, "do", done)
    built(tmp_path / "out", letters)
    with LocalStore.read(tmp_path / "out" / "store") as store:
        kept = [name.value for name in store.raw.named_graphs()]
    assert [name for name in loaded if "/letter/" in name] == [name for name in kept if "/letter/" in name]


def test_a_letter_that_cannot_be_read_has_no_graph_not_even_an_empty_one(tmp_path: Path) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2), c="")
    assert len(built(tmp_path / "out", letters).skipped) == 1
    (letters / "c.txt").unlink()
    built(tmp_path / "fresh", letters)
    with LocalStore.read(tmp_path / "out" / "store") as one, LocalStore.read(tmp_path / "fresh" / "store") as other:
        assert one.graphs() == other.graphs()


def test_batches_of_any_size_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = folder_of(tmp_path / "in", **{f"brief-{n}": letter(n) for n in range(9)})
    built(tmp_path / "out", letters, jobs=2)
    monkeypatch.setattr("kg.build.batches._LARGEST", 1)
    built(tmp_path / "other", letters)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "other")
    with LocalStore.read(tmp_path / "out" / "store") as one, LocalStore.read(tmp_path / "other" / "store") as other:
        assert set(one.raw) == set(other.raw)
