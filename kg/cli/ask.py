"""`kg ask`: a question of the library, with its parameters as options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from kg.cli._answer import format_option, show
from kg.cli._options import SETTINGS, Where, graph_option, open_graph, texts_of, write

if TYPE_CHECKING:
    from kg.questions import Page, Parameter, Question
    from kg.store import Answer, GraphSource

__all__ = ["command"]

_SUGGESTED = 30  # values that a shell is given to choose from


class _Questions(click.Group):
    """Each question is a subcommand, read from its file when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from kg.questions import names

        return names(_folders(ctx))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from kg.questions import load

        return _subcommand(load(cmd_name, _folders(ctx)))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        formatter.write_paragraph()
        formatter.write_text("Without a NAME it lists the questions. `kg ask NAME --help` tells what can be filled in.")


@click.group(
    cls=_Questions,
    invoke_without_command=True,
    context_settings=SETTINGS,
    subcommand_metavar="[NAME [--PARAMETER VALUE]...]",
    epilog="Example: kg ask positions --holder Nederland --about China --from 2017",
)
@click.option(
    "--questions",
    "folders",
    type=click.Path(path_type=Path),
    multiple=True,
    envvar="KG_QUESTIONS",
    metavar="DIR",
    help="A folder with .rq files of your own; KG_QUESTIONS in the environment names one too.",
)
@click.pass_context
def command(ctx: click.Context, folders: tuple[Path, ...]) -> None:
    """Put a question with a name to the graph.

    Its parameters are options. One takes a name as people know it, Dutch or English, in full or abbreviated, or an IRI.
    """
    from kg.questions import load, names

    if ctx.invoked_subcommand is None:
        formatter = ctx.make_formatter()
        formatter.write_dl([(name, load(name, folders).title_en) for name in names(folders)])
        click.echo(formatter.getvalue(), nl=False)


def _folders(ctx: click.Context) -> tuple[Path, ...]:
    return tuple(ctx.params.get("folders") or ())


def _subcommand(question: Question) -> click.Command:
    def run(folder: Where, form: str | None, output: str, page: str | None, most: int | None, **words: Any) -> None:
        from kg.questions import ROWS, put_page

        given = {name: (value,) if isinstance(value, str) else value for name, value in words.items() if value}
        for_people = page is None and form in (None, "table")
        with open_graph(folder) as store:
            whole = most == 0 or (most is None and not for_people)
            found = put_page(store, question, given, None if whole else most or ROWS)
            answer = found.answer
            if page is not None:
                _write_page(store, answer, page, question.title_nl, folder)
                return
            rows = show(answer, form, output, labels=True)
            if rows is not None and not rows:
                _tell_of_nothing(store, question, given)
            elif found.rest is not None:
                _tell_of_more(question, found)

    return click.Command(
        question.name,
        callback=run,
        params=[*map(_option, question.parameters), *_SHARED],
        context_settings=SETTINGS,
        help=f"{question.title_en} ({question.title_nl}).\n\n{question.description_en}",
        epilog=f"Example: {question.example}",
    )


def _write_page(store: GraphSource, answer: Answer, page: str, title: str, folder: Where) -> None:
    from kg.export.part import part
    from kg.view import Excerpt, page_of

    with part(store, answer) as found:
        shown = page_of(found, Excerpt(whole=True, title=title), texts_of(folder))
    write(page, shown.encode("utf-8"))
    if page != "-":
        click.echo(f"Wrote {page}", err=True)


def _tell_of_nothing(store: GraphSource, question: Question, given: dict[str, tuple[str, ...]]) -> None:
    from kg.questions import nothing

    for line in ("Nothing was found.", *nothing(store, question, given)):
        click.echo(line, err=True)


def _tell_of_more(question: Question, page: Page) -> None:
    assert question.calendar is not None  # noqa: S101 (else it would be all)
    match question.calendar.counts, question.calendar.newest:
        case True, _:
            told = f"Only the newest letters were looked at, and nothing up to {page.rest}."
        case False, True:
            told = f"These are the newest; --until {page.rest} goes on."
        case _:
            told = f"There is more; --from {page.rest} goes on."
    click.echo(f"{told} --limit 0 gives all.", err=True)


@graph_option
@format_option
@click.option(
    "--limit",
    "most",
    type=click.IntRange(min=0),
    metavar="N",
    help="About how many rows an answer that can be long gives; 0 for all. By default a table is one page, other formats give all.",
)
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write, or - to print.")
@click.option("--view", "page", metavar="FILE", help="Write a page with what the answer names, and no table.")
def _shared() -> None:
    """Carry the options that every question has."""


_SHARED = click.command(_shared).params


def _option(parameter: Parameter) -> click.Option:
    default = f"  [default: {parameter.default}]" if parameter.default else ""
    required = "  [required]" if parameter.required else ""
    return click.Option(
        [f"--{parameter.name}", parameter.name],
        multiple=parameter.is_thing,
        metavar=parameter.types[0].upper(),
        help=f"{parameter.description_en}{default}{required}",
        shell_complete=_completion(parameter),
    )


def _completion(parameter: Parameter) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Complete to what the question suggests, and to the things of the graph that are called so."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from kg.errors import KamergraphError
        from kg.questions.things import named

        found = dict.fromkeys(parameter.suggest)
        if parameter.is_thing and incomplete:
            try:
                with open_graph(ctx.params.get("folder") or Path("output")) as store:
                    found |= dict.fromkeys(one.name for one in named(store, parameter.types) if one.rank == 0)
            except KamergraphError:
                pass  # a shell has no place to tell of it
        start = incomplete.casefold()
        fits = [name for name in found if name.casefold().startswith(start)]
        return [CompletionItem(name) for name in fits[:_SUGGESTED]]

    return complete
