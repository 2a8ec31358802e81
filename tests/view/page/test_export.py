"""What is taken away is the selection, and other programs read it."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

import networkx as nx
import pyoxigraph
import pytest

from view.letters import EVIL, agenda, report, store_of
from view.page.conftest import Open, text_is, until

if TYPE_CHECKING:
    from playwright.sync_api import Page


def saved(page: Page, form: str) -> bytes:
    page.locator("#save-title").click()
    with page.expect_download() as download:
        page.locator(f"#{form}").click()
    return Path(download.value.path()).read_bytes()


def test_the_buttons_say_how_much_they_save(visit: Open) -> None:
    page = visit(hash_="#all=1&kind=oppose")
    text_is(page, "#save-title", "Bewaar (1)")
    page.locator("#save-title").click()
    assert page.locator(".menu button").all_inner_texts() == [
        "CSV, 1 rij",
        "Turtle, 1 uitspraak",
        "GraphML, 2 knopen en 1 lijnen",
        "SVG, netwerk van 2 knopen",
        "PNG, netwerk van 2 knopen",
        "Druk af",
    ]


def test_csv_is_a_table_of_the_selection(visit: Open) -> None:
    rows = list(csv.DictReader(StringIO(saved(visit(hash_="#all=1&kind=oppose"), "csv").decode("utf-8-sig"))))
    assert len(rows) == 1
    assert rows[0]["holders"] == "Turkije"
    assert rows[0]["quote"] == "Turkije is tegen het voorstel over Georgië"
    assert rows[0]["type"] == "oppose"


def test_no_cell_of_a_table_is_taken_for_a_formula(visit: Open) -> None:
    text = saved(visit("hostile", "#all=1"), "csv").decode("utf-8-sig")
    assert not [cell for row in csv.reader(StringIO(text)) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_turtle_says_nothing_that_the_graph_does_not_say(visit: Open) -> None:
    written = saved(visit(hash_="#all=1"), "turtle")
    found = set(pyoxigraph.parse(written, format=pyoxigraph.RdfFormat.TURTLE))
    known = {str(quad.triple) for quad in store_of([report(), agenda()]).raw}
    said = {str(quad.triple) for quad in found if "rdf-schema#label" not in quad.predicate.value}
    assert len(said) > 100
    assert not {triple for triple in said - known if "ns#type" not in triple}


@pytest.mark.parametrize("name", ["two", "hostile"])
def test_graphml_is_the_network_in_view(visit: Open, name: str) -> None:
    page = visit(name, "#all=1")
    graph = nx.read_graphml(BytesIO(saved(page, "graphml")), force_multigraph=True)
    assert graph.number_of_nodes() == page.evaluate("kamergraph.page.selection.nodes.length")
    assert graph.number_of_edges() == page.evaluate("kamergraph.page.selection.bundles.length")
    labels = {label for _, label in graph.nodes(data="label")}
    assert (EVIL if name == "hostile" else "veel Bondgenoten") in labels


def test_pictures_show_what_is_drawn(visit: Open) -> None:
    page = visit(hash_="#all=1")
    svg = Xml.fromstring(saved(page, "svg").decode())
    texts = [" ".join(t.text or "" for t in each) for each in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Nederland", "veel Bondgenoten", "+ 2"} <= set(texts)
    until(page, "!document.getElementById('save').open")
    assert saved(page, "png").startswith(b"\x89PNG")
