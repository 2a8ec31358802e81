"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import click
import pyoxigraph
import pytest

from kg import pipeline, questions
from kg.build import build
from kg.cli import COMMANDS, main
from kg.export.tables import TABLES
from kg.model import Source
from kg.rdf import Made, describe
from kg.rdf.iris import Iris
from kg.rdf.vocabulary import PREFIXES, RDFS
from kg.registry import load
from kg.resolve import resolve
from kg.store import LocalStore, ask

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md", *sorted(DOCS.glob("*.md"))]

# a block of code: the word after the fence, and what is in it
BLOCK = re.compile(r"^```([a-z]+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MOTIONS = "Nederland steunde de motie-Sjoerdsma. De motie Ploumen werd verworpen."


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(kind: str) -> list[Any]:
    found = [(page, body) for page in PAGES for name, body in BLOCK.findall(page.read_text("utf-8")) if name == kind]
    return [pytest.param(body, id=f"{page.name}-{n}") for n, (page, body) in enumerate(found, start=1)]


def triples(turtle: str) -> list[pyoxigraph.Triple]:
    """The triples of a block, which may leave out the prefixes that all pages use."""
    known = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in (PREFIXES | Iris().prefixes()).items())
    quads = pyoxigraph.parse((known + turtle).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return [quad.triple if isinstance(quad, pyoxigraph.Quad) else quad for quad in quads]


@pytest.fixture
def demo(graph_of_all: Path) -> Path:
    """A folder with the graph of the example letters in `output`."""
    return graph_of_all.parent


def test_the_page_of_commands_is_what_help_tells() -> None:
    told = (DOCS / "commands.md").read_text("utf-8")
    assert told == script("commands").commands(), "write it anew: python docs/commands.py"


def test_every_command_and_option_is_in_the_page_of_commands() -> None:
    told = (DOCS / "commands.md").read_text("utf-8")
    root = click.Context(main, info_name="kg", **main.context_settings)
    known = {name: main.get_command(root, name) for name in COMMANDS}
    for name, command in list(known.items()):
        known |= {f"{name} {sub}": below for sub, below in getattr(command, "commands", {}).items()}
    for name, command in known.items():
        assert command is not None
        _, _, after = told.partition(f"\n## kg {name}\n")
        section, _, _ = after.partition("\n## ")
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        assert options or hasattr(command, "commands")
        assert [option for option in options if option not in section] == []


def test_the_page_of_questions_holds_the_library_as_it_is() -> None:
    told = (DOCS / "questions.md").read_text("utf-8")
    assert told == script("questions").with_library(told), "write it anew: python docs/questions.py"
    assert all(f"\n### {name}\n" in told for name in questions.names())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_told_of_with_its_columns(name: str) -> None:
    rows = [
        line for line in (DOCS / "questions.md").read_text("utf-8").splitlines() if line.startswith(f"| `{name}` |")
    ]
    assert len(rows) == 1
    assert re.findall(r"`(\w+)`", rows[0]) == [name, *questions.load(name).columns]


@pytest.mark.parametrize("code", blocks("python"))
def test_python_in_the_pages_compiles(code: str) -> None:
    compile(code, "docs", "exec")


@pytest.mark.parametrize("code", blocks("turtle"))
def test_turtle_in_the_pages_parses(code: str) -> None:
    assert triples(code) or "@prefix" in code


@pytest.mark.parametrize("code", blocks("sparql"))
def test_sparql_in_the_pages_finds_something_in_the_demo_graph(code: str, demo: Path) -> None:
    with LocalStore.read(demo / "output" / "store") as store:
        assert ask(store, code).rows()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name + "/" + page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(BLOCK.sub("", page.read_text("utf-8"))):
        if "://" in link:
            continue
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        if heading:
            titles = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name + "/" + page.name)
def test_the_pages_name_only_commands_and_options_that_exist(page: Path) -> None:
    root = click.Context(main, info_name="kg", **main.context_settings)
    text = page.read_text("utf-8")
    told = re.findall(r"`(kg [^`]*)`", BLOCK.sub("", text))
    told += [line for kind, body in BLOCK.findall(text) if kind == "sh" for line in body.splitlines()]
    for line in told:
        used = re.match(r"kg ([a-z]+)(?: ([a-z][a-z-]*)(?= |$))?(.*)", line)
        if used is None:
            continue
        command = main.get_command(root, used[1])
        assert command is not None, line
        if isinstance(command, click.Group) and used[2]:
            command = command.get_command(click.Context(command, parent=root), used[2])
            assert command is not None, line
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        words = re.sub(r"\"[^\"]*\"|'[^']*'", "", used[3]).partition(" | ")[0]
        assert set(re.findall(r"(?<=\s)--?[a-z]+", words)) <= known, line


def test_the_pages_name_only_targets_that_the_makefile_has() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = {name for page in PAGES for name in re.findall(r"(?:^|`)make (\w+)", page.read_text("utf-8"), re.MULTILINE)}
    assert {"demo", "test"} <= told <= targets


def test_the_answers_in_the_pages_are_those_of_the_demo_graph(demo: Path) -> None:
    answers = script("answers")
    for page in answers.PAGES:
        told = page.read_text("utf-8")
        assert told == answers.answered(told, demo), f"{page.name}: write them anew: python docs/answers.py"
        assert not re.search(r"^```(text|turtle)\n```", told, re.MULTILINE), (
            f"{page.name}: a question without an answer"
        )


def test_the_worked_stance_quotes_the_text_at_its_offsets(demo: Path) -> None:
    turtle = next(b for kind, b in BLOCK.findall((DOCS / "ontology.md").read_text("utf-8")) if kind == "turtle")
    literals = [t for t in triples(turtle) if isinstance(t.object, pyoxigraph.Literal)]
    values = {t.predicate.value.rpartition("#")[2]: t.object.value for t in literals}
    text = (demo / "output" / "text" / "navo-2018-07-verslag.txt").read_bytes().decode("utf-8")
    assert text[int(values["start"]) : int(values["end"])] == values["exact"]


def test_the_registry_of_your_own_is_known_in_a_build(tmp_path: Path) -> None:
    turtle = [body for kind, body in BLOCK.findall((DOCS / "registry.md").read_text("utf-8")) if kind == "turtle"]
    for name, content in (
        ("names/mine.ttl", turtle[-1]),
        ("letters/brief.txt", "Nederland sprak met de WNZW over wind."),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(content, encoding="utf-8")
    build([tmp_path / "letters"], tmp_path / "output", jobs=1, registry_folders=[tmp_path / "names"])
    with LocalStore.read(tmp_path / "output" / "store") as store:
        rows = ask(store, questions.load("entities").text).rows()
    assert ["Werkgroep Noordzeewind", "WNZW"] in [row[3:] for row in rows]


@pytest.fixture
def motions() -> dict[str, Any]:
    """The names that the example in `docs/extractors.md` defines."""
    code = next(body for kind, body in BLOCK.findall((DOCS / "extractors.md").read_text("utf-8")) if kind == "python")
    names: dict[str, Any] = {"__name__": "motions"}
    exec(compile(code, "motions.py", "exec"), names)
    return names


@pytest.fixture
def installed(motions: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example as if its package were installed."""
    point = SimpleNamespace(name="motions", load=lambda: motions["make"])
    monkeypatch.setattr(pipeline, "entry_points", lambda group: [point] if group == "kamergraph.extractors" else [])
    pipeline.extractors.cache_clear()
    yield
    pipeline.extractors.cache_clear()


@pytest.mark.usefixtures("installed")
def test_the_example_extractor_finds_motions_and_they_come_into_the_graph() -> None:
    letter = pipeline.extract(Source("brief.txt", MOTIONS, sha256(MOTIONS.encode()).hexdigest(), "txt"), load())
    found = {entity.id: entity.label for entity in letter.entities if entity.id.startswith("instrument/motie")}
    assert found == {"instrument/motie-sjoerdsma": "motie-Sjoerdsma", "instrument/motie-ploumen": "motie-Ploumen"}
    said = [letter.evidence(mention.span).exact for mention in letter.mentions if mention.entity in found]
    assert said == ["motie-Sjoerdsma", "motie Ploumen"]
    labels = {t.object.value for t in describe(letter, resolve([letter]), Made("", "")) if t.predicate == RDFS["label"]}
    assert set(found.values()) <= labels
