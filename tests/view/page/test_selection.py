"""What is in view: opening, filters, search, time, and the address that holds it all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from view.page.conftest import Open, copied, has, shown, text_is, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

MEETING = "meeting/letter/navo-2017-12/raad"


def values(page: Page, facet: str) -> dict[str, int]:
    rows = page.locator(f"#facet-{facet} label").all()
    return {row.locator(".value").inner_text(): int(row.locator(".count").inner_text()) for row in rows}


def tick(page: Page, facet: str, value: str) -> None:
    page.locator(f"#facet-{facet} label", has_text=value).locator("input").check()


def test_it_opens_on_the_latest_meeting_and_everything_needs_a_click(visit: Open) -> None:
    page = visit()
    text_is(page, "#view", "In beeld NAVO Top")
    text_is(page, "#counts", "2 uitspraken, 4 knopen in beeld")
    page.locator("#everything").click()
    has(page, "#counts", "11 uitspraken")


def test_no_more_is_drawn_than_can_be_read_until_asked_for(visit: Open) -> None:
    page = visit("many", "#steps=3")
    has(page, "#counts", ", 80 knopen in beeld")
    page.get_by_role("button", name=re.compile("Teken ze alle")).click()
    until(page, "!document.getElementById('every')")
    assert page.evaluate("kamergraph.page.selection.nodes.length") > 80


def test_facets_count_and_filter(visit: Open) -> None:
    page = visit(hash_="#all=1")
    assert values(page, "kind")["dringt aan"] == 2
    page.locator("#fold-stage").click()
    assert values(page, "stage") == {"ingenomen": 7, "voorgenomen": 2}
    tick(page, "kind", "is tegen")
    until(page, "location.hash.includes('kind=oppose')")
    text_is(page, "#counts", "1 uitspraak, 2 knopen in beeld")
    assert values(page, "holder") == {"Turkije": 1}
    page.locator("#clear").click()
    has(page, "#counts", "11 uitspraken")


def test_filters_of_one_facet_add_up_and_those_of_several_narrow_down(visit: Open) -> None:
    page = visit(hash_="#all=1&kind=oppose&kind=support")
    has(page, "#counts", "4 uitspraken")
    tick(page, "holder", "Turkije")
    has(page, "#counts", "1 uitspraak")
    assert values(page, "kind")["steunt"] == 0


def test_stances_are_told_apart_by_how_sure_their_rule_is(visit: Open) -> None:
    page = visit(hash_="#all=1&certainty=fair")
    text_is(page, "#counts", "3 uitspraken, 4 knopen in beeld")


def test_search_finds_other_names_and_says_what_the_filter_hides(visit: Open) -> None:
    page = visit(hash_="#all=1&kind=oppose")
    page.locator("#search").fill("russische federatie")
    text_is(page, "#hit-count", "1 treffer; 1 daarvan verbergt het filter.")
    assert "door filter verborgen" in page.locator("#hit-0").inner_text()
    page.locator("#hit-0").click()
    until(page, "location.hash.includes('open=country')")
    text_is(page, "#view", "In beeld Rusland")


def test_search_finds_words_of_a_sentence(visit: Open) -> None:
    page = visit()
    page.locator("#search").fill("open KANALEN")
    text_is(page, "#hit-count", "1 treffer; 1 daarvan ligt buiten wat nu in beeld is.")
    page.locator("#search").press("ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "hit-0"
    page.locator("#search").press("Enter")
    text_is(page, "#proof .exact", "drong Nederland aan op open kanalen met Rusland")


def test_a_period_brushed_in_the_strip_narrows_the_selection(visit: Open) -> None:
    page = visit(hash_="#all=1")
    box = page.locator("#strip").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 10)
    page.mouse.up()
    until(page, "location.hash.includes('period=')")
    has(page, "#counts", "3 uitspraken")
    assert all("2018" in text for text in page.locator("#period").inner_text().split("–"))
    page.locator("#all-time").click()
    has(page, "#counts", "11 uitspraken")


def test_a_period_can_be_chosen_without_a_mouse(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.locator("#until").select_option("2017-12")
    has(page, "#counts", "8 uitspraken")


def test_play_shows_one_period_after_the_other(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.evaluate(
        "window.seen = []; addEventListener('hashchange', () => seen.push(kamergraph.state.read().period?.[0]))"
    )
    page.locator("#play").click()
    until(page, "seen.length > 2 && document.getElementById('play').innerText === 'Speel af'")
    assert page.evaluate("seen.filter((from, at) => from !== seen[at - 1])") == ["2017-12", "2018-06", "2018-07", None]


def test_a_link_shows_the_same_again(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}&pin=country/nederland@10,20")
    tick(page, "kind", "steunt")
    page.locator("#tab-table").click()
    page.locator("#language").click()
    page.locator("#pane-table tbody button").first.click()
    has(page, "#proof .exact", "Veel Bondgenoten")
    parts = ("#counts", "#pane-table", "#proof", "#filters", "#period")
    seen = [page.locator(part).inner_text() for part in parts]
    page.locator("#copy-link").click()
    link = copied(page)
    again = visit(hash_="#" + link.partition("#")[2])
    assert [again.locator(part).inner_text() for part in parts] == seen
    assert "supports" in seen[2]


def test_the_language_can_be_changed(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.get_by_role("button", name="English").click()
    until(page, "document.documentElement.lang === 'en'")
    text_is(page, "#tab-table", "Table")
    assert "Netherlands" in values(page, "holder")


def test_back_and_forward_undo_and_redo(visit: Open) -> None:
    page = visit()
    before = shown(page)
    page.keyboard.press("2")
    until(page, "location.hash.includes('steps=2')")
    after = shown(page)
    assert after != before
    page.keyboard.press("Escape")
    text_is(page, "#counts", before)
    page.locator("#redo").click()
    text_is(page, "#counts", after)


def test_an_embedded_page_is_bare(visit: Open) -> None:
    page = visit(hash_="#embed&all=1")
    assert not page.locator("#search").is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator("#network canvas").is_visible()


def test_an_empty_graph_says_so(visit: Open) -> None:
    has(visit("empty"), "#notes", "nog geen uitspraken")


def test_an_address_made_up_by_somebody_else_shows_the_start(visit: Open) -> None:
    page = visit(hash_="#open=x&node=y&tab=z&steps=99&period=ooit&pin=a&pin=b@1,2&least=0&from=a&line=b&letter=c")
    text_is(page, "#view", "In beeld NAVO Top")
