from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Reader

TABLE = Path(__file__).parent / "about.txt"


def rows() -> list[tuple[str, list[list[str]]]]:
    found: list[tuple[str, list[list[str]]]] = []
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith(" "):
            names = [n for n in line.split() if n != "-"]
            found[-1][1].append([n if "/" in n else f"country/{n}" for n in names])
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "about"), rows(), ids=lambda value: value[-60:] if isinstance(value, str) else "")
def test_a_position_is_about_what_is_said(text: str, about: list[list[str]], read: Reader) -> None:
    assert [list(stance.about) for stance in read(text).stances] == about
