"""Writes the answers below the commands in the README and in these pages: `python docs/answers.py`.

A block of `sh` is run on the graph of the example letters; the block of `text` or `turtle` after it gets what it printed.
A block marked `sh skip` is left alone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["PAGES", "answered"]

_ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    _ROOT / "README.md",
    _ROOT / "docs" / "ontology.md",
    _ROOT / "docs" / "questions.md",
    _ROOT / "docs" / "exports.md",
)

_BLOCK = re.compile(r"(?<=\n)```sh\n(?P<command>[^`]*)```\n\n```(?P<form>text|turtle)\n[^`]*```")
_WIDTH = "100"  # columns of a terminal


def answered(page: str, folder: Path) -> str:
    """Give a page with its answers as they are now. `folder` holds `output`, the graph of the example letters.

    A `CalledProcessError` when a command fails.
    """
    return _BLOCK.sub(lambda block: _with_answer(block["command"], block["form"], folder), page)


def _with_answer(command: str, form: str, folder: Path) -> str:
    own = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": own, "COLUMNS": _WIDTH, "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603 (the commands are ours)
        ["/bin/bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return f"```sh\n{command}```\n\n```{form}\n{done.stdout}```"


def main() -> None:
    """Write all pages anew."""
    from kg import data
    from kg.build import build

    with TemporaryDirectory() as folder:
        build([data.letters()], Path(folder, "output"))
        for page in PAGES:
            page.write_text(answered(page.read_text("utf-8"), Path(folder)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
