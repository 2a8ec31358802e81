"""`kg serve`: the graph in a browser, and as a SPARQL endpoint."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg.cli._options import SETTINGS, folder_option, open_folder
from kg.errors import StoreError

__all__ = ["command"]

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@click.command(context_settings=SETTINGS, epilog="Example: kg serve --open")
@folder_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for a free one."
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name by which others call this server; can be given more than once.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="How long an answer may take.",
)
@click.option(
    "--row-limit",
    type=click.IntRange(1),
    default=100_000,
    show_default=True,
    metavar="N",
    help="How many rows or triples an answer may have.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    metavar="N",
    help="How many questions are answered at one time.",
)
@click.option(
    "--questions",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="KG_QUESTIONS",
    metavar="DIR",
    help="A folder with .rq files of your own.",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let web pages from there read the endpoint; * for all. Nobody's may by default.",
)
@click.option("--open", "show", is_flag=True, help="Open it in a browser.")
def command(
    folder: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    time_limit: float,
    row_limit: int,
    jobs: int,
    questions: tuple[Path, ...],
    origins: tuple[str, ...],
    show: bool,
) -> None:
    """Serve pages of the graph, and a SPARQL 1.1 endpoint at /sparql.

    Nothing can be written, and no query leaves the machine. Others on the network cannot reach it, unless --host says so.
    When a build lands in the folder, the next question is answered from it. Ctrl-C ends it.
    """
    try:
        from kg.serve import Settings, serve
    except ImportError:
        raise StoreError(
            "kg serve", "needs starlette and uvicorn", "install them with: pip install 'kamergraph[serve]'"
        ) from None
    with open_folder(folder):
        pass
    hosts = (*(f"[{name}]" if ":" in name else name for name in {*_LOOPBACK, host}), *names)
    settings = Settings(
        folder,
        time_limit,
        row_limit,
        jobs,
        questions,
        origins,
        ("*",) if host not in _LOOPBACK and not names else hosts,
    )

    def ready(address: str) -> None:
        click.echo(f"Serving {folder} at {address} (Ctrl-C ends it)", err=True)
        if show:
            webbrowser.open(address)

    serve(settings, host, port, ready)
