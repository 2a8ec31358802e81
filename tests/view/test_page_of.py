from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from rdf.letters import synthetic

from kg.errors import QueryError
from kg.model import Holder
from kg.rdf import Iris
from kg.store import LocalStore
from kg.view import Excerpt, page_of
from kg.view.passages import find
from view.letters import EVIL, NAVO, TOP, agenda, hostile, report, store_of

MEETING = "meeting/letter/navo-2017-12/raad"
BASE = Iris().base


@pytest.fixture(scope="module")
def store() -> LocalStore:
    return store_of([report(), agenda()])


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def keys(page: str) -> set[str]:
    return set(data(page)["things"]["key"])


def items(page: str) -> list[dict[str, Any]]:
    """The items as rows: names of things instead of their numbers."""
    read = data(page)
    columns, names = read["items"], read["things"]["nl"]
    for name, (lists, numbers) in columns["lists"].items():
        columns[name] = [lists[number] for number in numbers]

    def row(at: int) -> dict[str, Any]:
        letter = read["letters"]["key"][columns["letter"][at]]
        return {
            "key": columns["key"][at].replace("//", letter.removeprefix("letter") + "/"),
            "kind": columns["kinds"][columns["kind"][at]],
            **{
                name: [names[thing] for thing in columns[name][at]]
                for name in ("holders", "about", "targets", "members")
            },
            **{name: columns[name][at] for name in ("start", "end", "cue", "content", "letter")},
        }

    return [row(at) for at in range(len(columns["key"]))]


def edges(page: str) -> set[tuple[str, str, str, int]]:
    """What is drawn: from, kind, to, and how many items it bundles."""
    found: Counter[tuple[str, str, str]] = Counter()
    for item in items(page):
        found.update((one, item["kind"], other) for one in item["holders"] for other in item["targets"])
        pairs = item["members"]
        found.update((pairs[at + 1], "member", pairs[at]) for at in range(0, len(pairs), 2))
    return {(*edge, number) for edge, number in found.items()}


def texts(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="texts" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


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
    assert EVIL in data(page)["things"]["nl"]
    assert EVIL in texts(page)["passages"][0][1]


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
    page = page_of(store)
    assert ("veel Bondgenoten", "support", "Georgië", 1) in edges(page)
    assert ("Nederland", "member", "veel Bondgenoten", 1) in edges(page)
    things = data(page)["things"]
    assert things["types"][things["type"][things["nl"].index("veel Bondgenoten")]] == "Group"


def test_a_stance_about_no_named_thing_hangs_on_its_heading_or_else_on_its_meeting(store: LocalStore) -> None:
    assert ("Duitsland", "emphasise", "werksessie", 1) in edges(page_of(store))
    headed = replace(report(), stances=tuple(replace(stance, topic="Nieuwe dreigingen") for stance in report().stances))
    assert ("Duitsland", "emphasise", "Nieuwe dreigingen", 1) in edges(page_of(store_of([headed])))


@pytest.mark.parametrize("how", ["subject", "anaphor", "speaker", "member", "behalf", "inferred"])
def test_a_holder_is_kept_however_the_words_name_him(how: str) -> None:
    held = replace(report().stances[0], holders=(Holder("country/turkije", how),))
    assert ("Turkije", "urge", "Rusland", 1) in edges(page_of(store_of([replace(report(), stances=(held,))])))


def test_who_was_there_is_told_apart_from_who_was_not(store: LocalStore) -> None:
    found = edges(page_of(store))
    assert ("Janelidze", "attendance", "werksessie", 1) in found
    assert ("Rusland", "absence", "Noord-Atlantische Raad", 1) in found


def test_evidence_indexes_the_text_in_the_page(store: LocalStore) -> None:
    page = page_of(store, texts=lambda letter: NAVO if letter == "navo-2017-12" else TOP)
    found = {item["key"]: item for item in items(page)}
    item = found["stance/navo-2017-12/aandrong"]
    text = texts(page)["passages"][item["letter"]]
    assert text == [0, NAVO]
    quote = NAVO[item["start"] : item["end"]]
    assert quote == "drong Nederland aan op open kanalen met Rusland"
    assert quote[slice(*item["cue"])] == "drong"
    assert quote[slice(*item["content"])] == "op open kanalen met Rusland"
    places = texts(page)["places"][item["letter"]]
    start, named = 0, []
    for at in range(0, len(places), 3):
        start += places[at + 1]
        named.append((data(page)["things"]["nl"][places[at]], NAVO[start : start + places[at + 2]]))
    assert ("Rusland", "Rusland") in named
    assert ("Janelidze", "Janelidze") in named


@pytest.mark.parametrize("text", ["", "Een heel andere tekst."])
def test_without_the_right_text_a_page_holds_what_stands_around_evidence(store: LocalStore, text: str) -> None:
    page = page_of(store, texts=lambda _: text)
    for item in items(page):
        passages = texts(page)["passages"][item["letter"]]
        known = dict(zip(passages[::2], passages[1::2], strict=True))
        whole = NAVO if item["key"].startswith("stance/navo-2017-12") else TOP
        if item["key"].startswith("stance/"):
            assert any(
                whole[item["start"] : item["end"]] == piece[item["start"] - start : item["end"] - start]
                for start, piece in known.items()
            )


@pytest.mark.parametrize(
    ("words", "exact", "found"),
    [
        ("steunden het verzoek", "steun-\nden het\nverzoek van Georgië", "steun-\nden het\nverzoek"),
        ("van de NAVO-partners", "de steun van de NAVO-\npartners", "van de NAVO-\npartners"),
        ("iets anders", "steunden het verzoek", ""),
        ("", "steunden het verzoek", ""),
    ],
)
def test_mended_words_are_found_in_the_untouched_text(words: str, exact: str, found: str) -> None:
    start, end = find(words, exact, 100)
    assert exact[max(start - 100, 0) : max(end - 100, 0)] == found


def test_it_opens_on_the_latest_meeting_with_a_stance(store: LocalStore) -> None:
    assert data(page_of(store))["opening"] == ["meeting/letter/navo-top-2018-07/top"]


def test_a_focus_holds_only_what_lies_around_it(store: LocalStore) -> None:
    near = keys(page_of(store, Excerpt("INF-verdrag")))
    assert {"treaty/inf", "country/nederland", "country/duitsland", "country/rusland"} <= near
    assert not {"group/bondgenoten:veel bondgenoten", "country/turkije"} & near
    further = keys(page_of(store, Excerpt("INF-verdrag", steps=2)))
    assert "group/bondgenoten:veel bondgenoten" in further
    assert "country/turkije" not in further
    assert "country/turkije" in keys(page_of(store, Excerpt("INF-verdrag", steps=3)))


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
    assert data(page_of(store, Excerpt(name)))["opening"] == ["country/rusland"]


def test_a_meeting_brings_all_that_was_said_in_its_parts(store: LocalStore) -> None:
    assert {"country/turkije", "person/janelidze", f"{MEETING.rpartition('/')[0]}/sessie"} <= keys(
        page_of(store, Excerpt(MEETING))
    )


def test_an_unknown_name_is_told_with_what_comes_near(store: LocalStore) -> None:
    with pytest.raises(QueryError, match="nothing in this graph is called 'Ruslant'; did you mean Rusland"):
        page_of(store, Excerpt("Ruslant"))
    with pytest.raises(QueryError, match="give a name or an IRI"):
        page_of(store, Excerpt("qqqqqq"))


def stances(page: str) -> set[str]:
    return {item["key"].rpartition("/")[2] for item in items(page) if item["key"].startswith("stance/")}


def test_a_period_a_letter_and_an_answer_narrow_a_page_down(store: LocalStore) -> None:
    assert stances(page_of(store, Excerpt(since="2018"))) == {"steunen", "wil", "inf"}
    assert stances(page_of(store, Excerpt(until="2018-07-10"))) == stances(page_of(store_of([report()]))) | {"inf"}
    assert stances(page_of(store, Excerpt(letter="navo-top-2018-07"))) == {"steunen", "wil", "inf"}
    answer = frozenset({f"{BASE}stance/navo-2017-12/tegen", "2017", ""})
    assert stances(page_of(store, Excerpt(found=answer))) == {"tegen"}
    things = frozenset({f"{BASE}country/turkije"})
    assert stances(page_of(store, Excerpt(found=things))) == {"tegen"}
    both = page_of(store, Excerpt("Georgië", letter="navo-2017-12.txt"))
    assert stances(both) == {"tegen", "steun", "toezegging"}


def test_an_excerpt_opens_on_all_of_it_and_bears_its_title(store: LocalStore) -> None:
    page = page_of(store, Excerpt(since="2018", title="De top <van> 2018"))
    assert data(page)["whole"]
    assert data(page)["opening"] == []
    assert "<title>De top &lt;van&gt; 2018 · Kamergraph</title>" in page


def test_an_excerpt_without_anything_is_told(store: LocalStore) -> None:
    with pytest.raises(QueryError, match="nothing that the graph says is within"):
        page_of(store, Excerpt(since="2030"))
    with pytest.raises(QueryError, match="there is no letter 'geen\\.txt'"):
        page_of(store, Excerpt(letter="geen.txt"))


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
    for word in strings["nl"]:
        assert set(re.findall(r"\{\w\}", strings["nl"][word])) == set(re.findall(r"\{\w\}", strings["en"][word])), word


def test_every_word_that_a_module_asks_for_exists(store: LocalStore) -> None:
    page = page_of(store)
    strings = data(page)["strings"]["nl"]
    ours = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    asked = set(re.findall(r'say\("(\w+)"', ours)) | set(re.findall(r'data-(?:word|label)="(\w+)"', page))
    assert len(asked) > 40
    assert asked <= set(strings)
    quoted = (
        set(re.findall(r'"(\w+)"', ours))
        | set(re.findall(r'data-\w+="(\w+)"', page))
        | set(re.findall(r"words\['(\w+)'\]", page))
    )
    made = ("kind_", "type_", "how_", "role_", "mark_", "way_", "cases_", "video", "telephone")
    assert not [word for word in strings if word not in quoted and not word.startswith(made)]
