from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from kg.cli import main


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["registry", *arguments])


def test_find_tells_what_a_name_stands_for() -> None:
    done = kg("find", "Russische")
    assert (done.exit_code, done.stdout.splitlines()[1].split()) == (
        0,
        ["country/rusland", "Country", "Rusland", "adjective"],
    )


def test_find_without_a_hit_tells_what_comes_near() -> None:
    done = kg("find", "Duitslnd")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "near it: Duitsland" in done.stderr


def test_find_refuses_what_is_no_date() -> None:
    done = kg("find", "NAVO", "--date", "gisteren")
    assert done.exit_code == 2
    assert "is no date" in done.stderr


def test_members_tells_who_the_allies_were_in_december_2017() -> None:
    done = kg("members", "Bondgenoten", "--date", "2017-12")
    names = [line.split("  ")[0] for line in done.stdout.splitlines()[1:]]
    assert len(names) == 29
    assert "Montenegro" in names
    assert "Noord-Macedonië" not in names


def test_members_of_nothing_is_told_in_one_line() -> None:
    done = kg("members", "Dinges")
    assert done.exit_code == 1
    assert "Dinges: has no lid in the registry" in done.stderr


def test_check_ends_with_one_where_a_users_entry_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "eigen.ttl").write_text(
        "<https://w3id.org/kamergraph/id/organisation/x> a <https://w3id.org/kamergraph/def#Organisation> ;"
        ' <http://www.w3.org/2004/02/skos/core#prefLabel> "Xraad"@nl .',
        "utf-8",
    )
    done = kg("check", "--registry", str(tmp_path))
    assert (done.exit_code, done.stdout.strip()) == (
        1,
        "organisation/x: has no source; say with dct:source where it comes from",
    )
    assert kg("check").exit_code == 0
