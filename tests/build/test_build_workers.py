"""Whatever happens to one letter, the others are read."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from build_samples import built, folder_of, letter

from kg import pipeline
from kg.build import Built, build
from kg.build.shelf import Shelf
from kg.build.work import Again, Outcome, Recipe, Work
from kg.build.workers import Pool
from kg.model import Letter, Source
from kg.read import Found
from kg.registry import Registry


@dataclass(frozen=True, slots=True)
class Deadly(Work):
    """Reads nothing; dies of some letters."""

    def do(self, task: Found | Again) -> Outcome:
        if "deadly" in task.name:
            os._exit(9)
        return Outcome(task.name, key="read")


@pytest.mark.parametrize("deadly", [{4}, {0, 19}, {5, 6, 7}])
def test_a_letter_that_kills_its_reader_takes_no_other_with_it(tmp_path: Path, deadly: set[int]) -> None:
    names = [f"{n:02}-deadly" if n in deadly else f"{n:02}" for n in range(20)]
    work = Deadly(Shelf(tmp_path), Shelf(tmp_path), Recipe("", "", ""))
    outcomes = sorted(Pool(work, 2).do([Found(name, tmp_path / name) for name in names]))
    assert [outcome.name for outcome in outcomes] == names
    assert [outcome.name for outcome in outcomes if outcome.error] == [name for name in names if "deadly" in name]
    assert all("ends the program that reads it" in str(outcome.error) for outcome in outcomes if outcome.error)


def test_a_letter_that_the_program_fails_on_is_told_of_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = pipeline.extract

    def fail(source: Source, registry: Registry, _vote: object) -> Letter:
        if source.name == "b.txt":
            raise ValueError(f"at {id(source)}\nand more")
        return extract(source, registry)

    monkeypatch.setattr(pipeline, "extract", fail)
    told = built(tmp_path / "out", folder_of(tmp_path / "in", a=letter(1), b=letter(2), c=letter(3)))
    assert told.letters == 2
    (error,) = told.skipped
    assert str(error).startswith("b.txt: cannot be understood (ValueError in ")
    assert "\n" not in str(error)


@pytest.mark.parametrize("main_thread", [True, False])
def test_a_letter_that_takes_too_long_is_told_of_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, main_thread: bool
) -> None:
    extract = pipeline.extract

    def hang(source: Source, registry: Registry, _vote: object) -> Letter:
        while source.name == "b.txt":
            pass
        return extract(source, registry)

    monkeypatch.setattr(pipeline, "extract", hang)
    letters = folder_of(tmp_path / "in", a=letter(1), b=letter(2), c=letter(3))
    with ThreadPoolExecutor(1) as thread:
        call = _now if main_thread else thread.submit  # workers of a cluster read in threads
        told = call(build, [letters], tmp_path / "out", jobs=1, limit=0.5).result()
    assert told.letters == 2
    assert [str(error) for error in told.skipped] == [
        "b.txt: takes longer than 0.5 seconds to read; the rest is built without it; tell the makers of Kamergraph"
    ]


def _now(work: Callable[..., Built], *args: object, **named: object) -> Future[Built]:
    done: Future[Built] = Future()
    done.set_result(work(*args, **named))
    return done


def test_facts_that_make_no_graph_are_told_of_by_the_name_of_the_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    extract = pipeline.extract

    def dangle(source: Source, registry: Registry, _vote: object) -> Letter:
        found = extract(source, registry)
        return replace(found, stances=tuple(replace(stance, meeting="nowhere") for stance in found.stances))

    monkeypatch.setattr(pipeline, "extract", dangle)
    told = built(tmp_path / "out", folder_of(tmp_path / "in", a=letter(1), b=letter(2, "Het regende.")))
    assert [error.where for error in told.skipped] == ["a.txt"]
    assert told.letters == 1
