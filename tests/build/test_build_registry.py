"""A change of the registry re-reads the letters that it can touch, and gives what a fresh build gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from build_samples import folder_of, letter, outputs

from kg.build import build

PREFIXES = (
    "@prefix kg: <https://w3id.org/kamergraph/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix country: <https://w3id.org/kamergraph/id/country/> .\n"
)
COUNTRY = 'country:{id} a kg:Country ; skos:prefLabel "{name}"@nl .\n'


def own(folder: Path, *entries: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "own.ttl").write_text(PREFIXES + "".join(entries), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("after", "read"),
    [
        pytest.param([COUNTRY.format(id="elfenland", name="Elfenland"), COUNTRY.format(id="dwergenland", name="Dwergenland")], ["b"], id="a name more"),
        pytest.param([], ["a"], id="a name less"),
        pytest.param([COUNTRY.format(id="elfenland", name="Land der Elfen")], ["a", "c"], id="another name"),
        pytest.param([COUNTRY.format(id="elfenland", name="Elfenland"), COUNTRY.format(id="maanland", name="Maanland")], [], id="a name that no letter has"),
    ],
)  # fmt: skip
def test_only_letters_that_can_be_touched_are_read_again(tmp_path: Path, after: list[str], read: list[str]) -> None:
    letters = folder_of(
        tmp_path / "in",
        a=letter(1, "Nederland steunde Elfenland."),
        b=letter(2, "Nederland steunde Dwergenland."),
        c=letter(3, "Nederland steunde het Land der Elfen."),
        d=letter(4),
    )
    folder = own(tmp_path / "own", COUNTRY.format(id="elfenland", name="Elfenland"))
    build([letters], tmp_path / "out", jobs=1, registry_folders=[folder])
    own(folder, *after)
    _forget()
    again = build([letters], tmp_path / "out", jobs=1, registry_folders=[folder])
    assert again.read == len(read)
    assert ("entries of the registry changed" in again.why) == bool(read)
    build([letters], tmp_path / "fresh", jobs=1, registry_folders=[folder])
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


def _forget() -> None:
    """Let the registry be read anew, as another process would."""
    from kg import pipeline
    from kg.registry import load

    load.cache_clear()
    pipeline.extractors.cache_clear()
