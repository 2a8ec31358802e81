"""A Dask cluster makes the same graph as one machine does, whatever happens to one letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from build_samples import built, folder_of, letter, outputs

from kg.build import build, cluster
from kg.errors import KamergraphError

distributed = pytest.importorskip("distributed", reason="Dask is not installed")

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as local:
        yield local.scheduler_address


def test_two_workers_elsewhere_make_the_same_bytes(tmp_path: Path, address: str) -> None:
    letters = folder_of(tmp_path / "in", **{f"brief-{n}": letter(n) for n in range(12)})
    (letters / "leeg.txt").write_bytes(b"")
    built(tmp_path / "here", letters)
    there = build([letters], tmp_path / "there", scheduler=address)
    assert (there.letters, there.read, len(there.skipped)) == (12, 12, 1)
    assert outputs(tmp_path / "there") == outputs(tmp_path / "here")
    again = build([letters], tmp_path / "there", scheduler=address)
    assert again.read == 0


def test_names_of_the_users_own_are_sent_along(tmp_path: Path, address: str) -> None:
    letters = folder_of(tmp_path / "in", a=letter(1, "Nederland steunde Elfenland."))
    folder_of(tmp_path / "own")
    (tmp_path / "own" / "elves.ttl").write_text(
        "@prefix kg: <https://w3id.org/kamergraph/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://w3id.org/kamergraph/id/country/elfenland> a kg:Country ; skos:prefLabel "Elfenland"@nl .\n',
        encoding="utf-8",
    )
    build([letters], tmp_path / "out", scheduler=address, registry_folders=[tmp_path / "own"])
    assert "kg:subjectHolder country:nederland" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "kg:about country:elfenland" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_a_scheduler_that_does_not_answer_is_told_of_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    letters = folder_of(tmp_path / "in", a=letter(1))
    with pytest.raises(KamergraphError, match=r"no Dask scheduler answers there") as told:
        build([letters], tmp_path / "out", scheduler="tcp://127.0.0.1:9")
    assert "\n" not in str(told.value)
