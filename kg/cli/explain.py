"""`kg explain`: the way from a sentence to its stances."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._options import SETTINGS, graph_option
from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.explain import Explanation, Line
    from kg.model import Letter

__all__ = ["command"]


@click.command(context_settings=SETTINGS, epilog='Example: kg explain "Polen riep Rusland op tot terughoudendheid."')
@click.argument("words", nargs=-1)
@click.option("--letter", metavar="FILE", help="Explain a sentence of this letter of the graph, with --at.")
@click.option("--at", type=click.IntRange(0), metavar="N", help="The offset of a character of that sentence in text/.")
@graph_option
def command(words: tuple[str, ...], letter: str | None, at: int | None, folder: Path) -> int:
    """Tell how a sentence was read.

    Shows its clauses, each stance with the words that it rests on, and why other acts gave none.

    WORDS is a sentence of your own, read as a letter that says nothing else, or the IRI of a stance in the graph, as
    `kg query --name stances` gives it. With --letter and --at it is the sentence of a letter in the graph. Ends with
    exit code 1 where the sentence gave no stance.
    """
    text = " ".join(words)
    if bool(text) == bool(letter) or bool(letter) != (at is not None):
        raise click.UsageError("give a sentence, or a stance's IRI, or --letter with --at: one of them")
    found = _in_letter(folder, text, letter, at)
    for number, explanation in enumerate(found):
        if number:
            click.echo()
        _print(explanation)
    return 0 if any(one.stances for one in found) else 1


def _in_letter(folder: Path, text: str, name: str | None, at: int | None) -> list[Explanation]:
    from kg.explain import explain, explain_text, place_of, recall
    from kg.registry import load

    key = ""
    if name is None:
        name, key = place_of(text)
        if not name:
            return explain_text(text, load())
    letter = recall(folder, name)
    place = _of_stance(letter, key, folder) if key else letter.text.offsets.clean_at(at or 0)
    found = explain(letter, load(), place)
    if found is None:
        raise StoreError(letter.source.name, f"has no sentence at {at}", "give the offset of a character of a sentence")
    return [found]


def _of_stance(letter: Letter, key: str, folder: Path) -> int:
    for stance in letter.stances:
        if stance.key == key:
            return stance.cue.start
    raise StoreError(str(folder), f"holds no stance {key!r} in {letter.source.name}", "see `kg query --name stances`")


def _print(explanation: Explanation) -> None:
    click.echo(click.style(explanation.sentence, bold=True))
    _lines("read as", explanation.clauses)
    for number, stance in enumerate(explanation.stances, start=1):
        _lines(f"stance {number}", stance)
    if explanation.silent:
        _lines("no stance from", explanation.silent)
    elif not explanation.stances:
        click.echo("\nno stance: no word of it is in the lexicon of acts")


def _lines(title: str, lines: Iterable[Line]) -> None:
    click.echo(f"\n{title}")
    for line in lines:
        click.echo(f"  {line.what}: {line.words}")
        if line.why:
            click.echo(f"      {line.why}")
