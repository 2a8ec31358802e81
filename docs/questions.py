"""Writes the library of questions into `docs/questions.md`, from their first lines: `python docs/questions.py`."""

from __future__ import annotations

import re
from pathlib import Path

from kg.questions import Parameter, Question, load, names

__all__ = ["with_library"]

PAGE = Path(__file__).with_name("questions.md")

_LIBRARY = re.compile(r"(?<=<!-- library -->\n).*(?=<!-- /library -->)", re.DOTALL)


def with_library(page: str) -> str:
    """Give the page with the library as it is now."""
    questions = [load(name) for name in names()]
    index = ["| question | what it asks |", "|---|---|"]
    index += [f"| [`{q.name}`](#{q.name}) | {q.title_en} |" for q in questions]
    library = "\n".join(["", *index, "", *map(_section, questions)])
    return _LIBRARY.sub(lambda _: library, page)


def _section(question: Question) -> str:
    lines = [
        f"### {question.name}",
        "",
        f"**{question.title_en}** ({question.title_nl}). {question.description_en}",
        "",
    ]
    if question.parameters:
        lines += ["| parameter | what it is |", "|---|---|", *map(_row, question.parameters), ""]
    lines += [f"Columns: {', '.join(f'`{column}`' for column in question.columns)}.", ""]
    lines += [f"Example: `{question.example}`", ""]
    return "\n".join(lines)


def _row(parameter: Parameter) -> str:
    told = parameter.description_en
    if parameter.required:
        told += " Required."
    if parameter.default:
        told += f" Default: {parameter.default}."
    return f"| `--{parameter.name}` | {told} |"


if __name__ == "__main__":
    PAGE.write_text(with_library(PAGE.read_text("utf-8")), encoding="utf-8", newline="\n")
