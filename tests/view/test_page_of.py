from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from rdf.letters import synthetic

from kg.errors import QueryError
from kg.store import LocalStore
from kg.view import page_of
from view.letters import EVIL, agenda, hostile, report, store_of

MEETING = "meeting/letter/navo-2017-12/raad"


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return store_of([report(), agenda()])


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def keys(page: str) -> set[str]:
    return {thing["key"] for thing in data(page)["things"]}


def edges(page: str) -> set[tuple[str, str, str, int]]:
    read = data(page)
    names = [thing["nl"] for thing in read["things"]]
    return {(names[edge["from"]], edge["kind"], names[edge["to"]], len(edge["items"])) for edge in read["edges"]}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("letters", [(), ("report", "agenda"), ("hostile",)])
def test_nothing_in_the_page_comes_from_elsewhere(letters: tuple[str, ...]) -> None:
    page = page_of(store_of([{"report": report, "agenda": agenda, "hostile": hostile}[name]() for name in letters]))
    found = tags(page)
    assert not [(tag, attrs) for tag, attrs in found if tag in ("link", "img", "iframe", "object", "embed", "base")]
    for _, attrs in found:
        assert "src" not in attrs
        assert attrs.get("href", "#") == "#"
        assert not [name for name in attrs if name.startswith("on")]
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "jsdelivr" not in page
    assert "cdnjs" not in page


def test_only_the_scripts_of_the_page_itself_may_run(store: LocalStore) -> None:
    page = page_of(store)
    policy = next(attrs["content"] for tag, attrs in tags(page) if tag == "meta" and "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    assert [base64.b64encode(sha256(script.encode()).digest()).decode() for script in scripts] == allowed


def test_hostile_words_are_nothing_but_data() -> None:
    page = page_of(store_of([hostile()]))
    assert EVIL not in page
    assert "onerror=alert(1)>" not in page
    assert EVIL in {thing["nl"] for thing in data(page)["things"]}
    assert data(page)["items"][0]["key"]


def test_one_page_of_one_graph_whatever_the_process_or_the_order_of_writing(store: LocalStore) -> None:
    code = (
        "import hashlib; from view.letters import *; from kg.view import page_of; "
        "print(hashlib.sha256(page_of(store_of([agenda(), report()])).encode()).hexdigest())"
    )
    digests = set()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        )
        digests.add(run.stdout.strip())
    assert digests == {sha256(page_of(store).encode()).hexdigest()}


def test_stances_of_one_holder_thing_and_type_are_one_edge(store: LocalStore) -> None:
    found = edges(page_of(store))
    assert ("Nederland", "support", "Georgië", 2) in found
    assert ("Nederland", "commit", "Georgië", 1) in found
    assert ("Turkije", "oppose", "Georgië", 1) in found


def test_a_collective_keeps_its_wording_and_is_not_expanded(store: LocalStore) -> None:
    assert ("veel Bondgenoten", "support", "Georgië", 1) in edges(page_of(store))
    groups = [t for t in data(page_of(store))["things"] if t["nl"] == "veel Bondgenoten"]
    assert [group["type"] for group in groups] == ["Group"]


def test_a_stance_about_no_named_thing_hangs_on_its_meeting(store: LocalStore) -> None:
    assert ("Duitsland", "emphasise", "werksessie", 1) in edges(page_of(store))


def test_who_was_there_is_told_apart_from_who_was_not(store: LocalStore) -> None:
    found = edges(page_of(store))
    assert ("Janelidze", "attendance", "werksessie", 1) in found
    assert ("Rusland", "absence", "Noord-Atlantische Raad", 1) in found


def test_evidence_is_exact_and_its_cue_and_holder_are_marked(store: LocalStore) -> None:
    items = {item["key"]: item for item in data(page_of(store))["items"]}
    words = items["stance/navo-2017-12/aandrong"]["words"]
    assert "".join(text for text, _ in words) == "drong Nederland aan op open kanalen met Rusland"
    assert [piece for piece in words if piece[1]] == [["drong", "cue"], ["Nederland", "holder"], ["Rusland", "about"]]


def test_it_opens_on_the_latest_meeting_with_a_stance(store: LocalStore) -> None:
    assert data(page_of(store))["opening"] == ["meeting/letter/navo-top-2018-07/top"]


def test_a_focus_holds_only_what_lies_around_it(store: LocalStore) -> None:
    near = keys(page_of(store, "INF-verdrag"))
    assert {"treaty/inf", "country/nederland", "country/duitsland", "country/rusland"} <= near
    assert not {"group/bondgenoten:veel bondgenoten", "country/turkije"} & near
    further = keys(page_of(store, "INF-verdrag", steps=2))
    assert "group/bondgenoten:veel bondgenoten" in further
    assert "country/turkije" not in further
    assert "country/turkije" in keys(page_of(store, "INF-verdrag", steps=3))


@pytest.mark.parametrize(
    "name",
    [
        "Rusland",
        "rusland",
        "Russia",
        "Russische Federatie",
        "country/rusland",
        "https://w3id.org/kamergraph/id/country/rusland",
    ],
)
def test_a_thing_is_found_by_any_of_its_names(store: LocalStore, name: str) -> None:
    assert data(page_of(store, name))["opening"] == ["country/rusland"]


def test_a_meeting_brings_all_that_was_said_in_its_parts(store: LocalStore) -> None:
    assert {"country/turkije", "person/janelidze", f"{MEETING.rpartition('/')[0]}/sessie"} <= keys(
        page_of(store, MEETING)
    )


def test_an_unknown_name_is_told_with_what_comes_near(store: LocalStore) -> None:
    with pytest.raises(QueryError, match="nothing in this graph is called 'Ruslant'; did you mean Rusland"):
        page_of(store, "Ruslant")
    with pytest.raises(QueryError, match="give a name or an IRI"):
        page_of(store, "qqqqqq")


def test_another_base_gives_the_same_keys() -> None:
    other = page_of(store_of([report(), agenda()], "https://example.org/id/"))
    assert keys(other) == keys(page_of(store_of([report(), agenda()])))
    assert data(other)["base"] == "https://example.org/id/"


def test_an_empty_graph_has_a_page() -> None:
    assert data(page_of(store_of([])))["opening"] == []


@pytest.mark.parametrize(("number", "most"), [(10, 3_000_000), (100, 5_000_000)])
def test_the_page_stays_small(number: int, most: int) -> None:
    assert len(page_of(store_of(synthetic(i) for i in range(number))).encode()) < most


def test_every_word_of_the_page_is_there_in_both_languages(store: LocalStore) -> None:
    strings = data(page_of(store))["strings"]
    assert list(strings["nl"]) == list(strings["en"])
    assert not [word for word in strings["nl"] if not strings["nl"][word] and word != "how_subject"]


def test_every_word_that_a_module_asks_for_exists(store: LocalStore) -> None:
    page = page_of(store)
    strings = data(page)["strings"]["nl"]
    ours = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    asked = set(re.findall(r'say\("(\w+)"', ours)) | set(re.findall(r'data-word="(\w+)"', page))
    assert len(asked) > 40
    assert asked <= set(strings)
