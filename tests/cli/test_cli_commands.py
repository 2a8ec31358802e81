"""What holds for all of `kg`: help, exit codes, and one line for what a user can mend."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import kg
from kg.cli import COMMANDS, main

FULL = Path("/dev/full")
ROOT = Path(kg.__file__).parents[1]


def run(*arguments: str | Path, **options: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)  # type: ignore[arg-type]


def loaded(*arguments: str) -> set[str]:
    """The modules that a command loads, in a process of its own."""
    program = "import sys, kg.cli\ntry: kg.cli.main(sys.argv[1:])\nfinally: print(*sys.modules, file=sys.stderr)"
    told = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert told.returncode == 0, told.stderr
    return set(told.stderr.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    told = run(name, "--help")
    assert told.exit_code == 0
    assert f"Example: kg {name}" in " ".join(told.stdout.split())
    command = main.get_command(click.Context(main, **main.context_settings), name)
    assert command is not None
    assert all(getattr(option, "help", "") for option in command.params if isinstance(option, click.Option))


def test_help_names_all_commands_with_their_whole_first_line() -> None:
    told = run("--help").stdout.partition("Commands:")[2]
    assert all(f"  {name} " in told for name in COMMANDS)
    assert "..." not in told


def test_the_version_is_the_packages() -> None:
    assert run("--version").stdout == f"kg {kg.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not loaded(*arguments) & {"rdflib", "networkx", "pyvis", "numpy", "pyoxigraph", "lxml", "pypdf", "docx"}


def test_a_named_query_loads_the_store_and_no_more(graph: Path) -> None:
    modules = loaded("query", "--name", "letters", "--graph", str(graph))
    assert not modules & {"rdflib", "networkx", "pyvis", "numpy", "lxml", "pypdf", "docx"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["buidl"],
        ["build"],
        ["query"],
        ["query", "ASK {}", "--name", "letters"],
        ["query", "--name", "letters", "--format", "xlsx"],
        ["export", "--to", "csv"],
        ["build", ".", "--jobs", "0"],
        ["view", "--open", "-o", "-"],
    ],
)
def test_what_is_not_understood_ends_with_two(arguments: list[str]) -> None:
    told = run(*arguments)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert "Error: " in told.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "--name", "letters", "--graph", "nowhere"],
        ["query", "--name", "lettres"],
        ["query", "SELECT * {"],
        ["export", "--to", "turtle", "--graph", "nowhere"],
        ["view", "Atlantis"],
        ["build", "nowhere-to-be-found", "--base", "no iri"],
    ],
)
def test_what_a_user_can_mend_is_one_line_and_ends_with_one(
    arguments: list[str], graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").symlink_to(graph)
    told = run(*arguments)
    assert told.exit_code == 1
    assert told.stdout == ""
    assert told.stderr.startswith("Error: ")
    assert told.stderr.count("\n") == 1


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.build.build", interrupt)
    told = run("build", tmp_path)
    assert told.exit_code == 130
    assert told.output.strip() == ""


def test_a_reader_that_leaves_is_no_error(graph: Path) -> None:
    command = [sys.executable, "-m", "kg", "export", "--to", "ntriples", "--graph", str(graph)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_python_m_kg_is_kg() -> None:
    command = [sys.executable, "-m", "kg", "--version"]
    assert subprocess.run(command, capture_output=True, cwd=ROOT, check=True).stdout.startswith(b"kg ")


def test_no_color_takes_the_color_out(graph: Path) -> None:
    arguments = ("query", "--name", "letters", "--graph", graph)
    assert "\x1b[" in run(*arguments, color=True).stdout
    assert "\x1b[" not in run(*arguments, color=True, env={"NO_COLOR": "1"}).stdout


def test_a_full_disk_is_one_line(graph: Path) -> None:
    if not FULL.exists():
        pytest.skip("there is no /dev/full")
    command = [sys.executable, "-m", "kg", "export", "--to", "ntriples", "--graph", str(graph)]
    with FULL.open("wb") as full:
        told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert told.returncode == 1
    assert told.stderr.startswith("Error: ")
    assert told.stderr.count("\n") == 1
