"""The network: expanding, keys, pinning, and that nothing in it jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from view.page.conftest import Open, has, text_is, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

MEETING = "meeting/letter/navo-2017-12/raad"
HOLD = 400  # milliseconds; from 250 on vis-network takes a button that is held for another gesture


def places(page: Page) -> dict[str, tuple[int, int]]:
    found: list[list[object]] = page.evaluate(
        "kamergraph.network.canvas.content.nodes.map(({thing, x, y}) => [kamergraph.graph.things.key[thing], x, y])"
    )
    return {str(key): (x, y) for key, x, y in found}  # type: ignore[misc]


def lines(page: Page) -> set[tuple[str, str, str, str]]:
    found = page.evaluate(
        "kamergraph.network.canvas.content.edges.map(({from, to, line, label}) =>"
        " [kamergraph.graph.name(from), line, kamergraph.graph.name(to), label ?? ''])"
    )
    return {tuple(each) for each in found}


def test_lines_bundle_statements_with_a_sign_and_a_count(visit: Open) -> None:
    found = lines(visit(hash_="#all=1"))
    assert ("Nederland", "support", "Georgië", "+ 2") in found
    assert ("Turkije", "oppose", "Georgië", "−") in found
    assert ("Nederland", "member", "veel Bondgenoten", "") in found


def test_enter_and_a_double_click_expand_a_node(visit: Open) -> None:
    page = visit()
    page.locator("#network").focus()
    page.keyboard.press("ArrowRight")
    has(page, "#proof h3", "Georgië")
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('open=country')")
    text_is(page, "#view", "In beeld NAVO Top en Georgië")
    place = page.evaluate("kamergraph.network.where('country/nederland')")
    page.mouse.dblclick(place["x"], place["y"])
    until(page, "location.hash.includes('nederland')")
    text_is(page, "#view", "In beeld NAVO Top en Georgië en Nederland")


def test_a_node_is_expanded_by_one_kind_of_line_with_its_count(visit: Open) -> None:
    page = visit(hash_="#node=country/nederland")
    way = page.locator("#expand-urge")
    assert way.inner_text().split("\n") == ["dringt aan", "2, waarvan 1 nieuw"]
    way.click()
    text_is(page, "#view", "In beeld NAVO Top en Nederland (dringt aan)")
    text_is(page, "#counts", "3 uitspraken, 5 knopen in beeld")
    assert page.locator("#expand-urge").is_disabled()


def test_nothing_moves_when_a_filter_is_ticked_or_a_node_expanded(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}")
    before = places(page)
    page.locator("#facet-kind label", has_text="is tegen").click()
    until(page, "location.hash.includes('kind=oppose')")
    filtered = places(page)
    assert filtered
    assert filtered.items() <= before.items()
    page.locator("#clear").click()
    until(page, "!location.hash.includes('kind=')")
    page.evaluate("kamergraph.network.expand('country/nederland')")
    until(page, "location.hash.includes('nederland')")
    assert before.items() <= places(page).items()


@pytest.mark.parametrize("held", [0, HOLD], ids=["at once", "after it was held still"])
def test_a_dragged_node_is_pinned_and_can_be_let_go(visit: Open, held: int) -> None:
    page = visit(hash_=f"#open={MEETING}")
    place = page.evaluate("kamergraph.network.where('country/turkije')")
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.wait_for_timeout(held)
    page.mouse.move(place["x"] + 60, place["y"] + 30, steps=4)
    page.mouse.up()
    until(page, "location.hash.includes('pin=country')")
    dragged = places(page)["country/turkije"]
    assert places(visit(hash_=page.evaluate("location.hash")))["country/turkije"] == dragged
    page.locator("#unpin").click()
    until(page, "!location.hash.includes('pin=')")
    assert places(page)["country/turkije"] != dragged


def test_a_node_can_be_taken_up_before_it_is_painted(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}")
    place = page.evaluate("kamergraph.network.where('country/turkije')")
    page.evaluate(
        """({ x, y }) => {
          kamergraph.page.render();
          const point = (type, x, y) => new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, isPrimary: true, pointerType: "mouse", buttons: 1 });
          document.querySelector("#network canvas").dispatchEvent(point("pointerdown", x, y));
          for (const step of [20, 40]) dispatchEvent(point("pointermove", x + step, y));
          dispatchEvent(point("pointerup", x + 40, y));
        }""",
        place,
    )
    until(page, "location.hash.includes('pin=country')")


def test_a_slow_click_is_a_click(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}")
    place = page.evaluate("kamergraph.network.where('country/turkije')")
    page.mouse.click(place["x"], place["y"], delay=HOLD)
    has(page, "#proof h3", "Turkije")


def test_what_is_drawn_anew_during_a_drag_loses_neither(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}")
    place = page.evaluate("kamergraph.network.where('country/turkije')")
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.mouse.move(place["x"] + 30, place["y"] + 15, steps=2)
    page.evaluate("kamergraph.state.change({ lang: 'en' })")
    text_is(page, "#tab-table", "Table")
    page.mouse.move(place["x"] + 60, place["y"] + 30, steps=2)
    page.mouse.up()
    until(page, "location.hash.includes('pin=country') && location.hash.includes('lang=en')")
    until(page, "kamergraph.network.canvas.content.nodes.some(({ label }) => label === 'Netherlands')")


def test_a_crowd_is_picked_from_panned_and_stays_where_it_is(visit: Open) -> None:
    page = visit("crowd", "#all=1&every=1")
    assert page.evaluate("kamergraph.page.selection.nodes.length") > 300
    key = page.evaluate("kamergraph.graph.things.key[kamergraph.page.selection.nodes[0]]")
    place = page.evaluate("key => kamergraph.network.where(key)", key)
    page.mouse.click(place["x"], place["y"])
    until(page, f"kamergraph.state.read().pick.node === {key!r}")
    assert page.evaluate("key => kamergraph.network.where(key)", key) == place
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.mouse.move(place["x"] + 50, place["y"] + 20, steps=3)
    page.mouse.up()
    moved = page.evaluate("key => kamergraph.network.where(key)", key)
    assert (moved["x"] - place["x"], moved["y"] - place["y"]) == (pytest.approx(50), pytest.approx(20))
    assert "pin=" not in page.evaluate("location.hash")


def test_a_line_of_a_crowd_leads_to_its_statements(visit: Open) -> None:
    page = visit("crowd", "#all=1&every=1")
    line = page.evaluate("kamergraph.page.selection.bundles.find(({ line }) => line === 'oppose')")
    ends = [
        page.evaluate("thing => kamergraph.network.where(kamergraph.graph.things.key[thing])", line[end])
        for end in ("from", "to")
    ]
    middle = [sum(end[axis] for end in ends) / 2 for axis in ("x", "y")]
    page.mouse.click(*middle)
    until(page, "Boolean(kamergraph.state.read().pick.line) || Boolean(kamergraph.state.read().pick.node)")
