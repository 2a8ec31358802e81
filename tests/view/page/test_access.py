"""Everybody can use the page: keyboard, contrast, small screens, print, and what axe-core looks for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from view.page.conftest import Open, until

MEETING = "meeting/letter/navo-2017-12/raad"
AGAINST = "stance/navo-2017-12/tegen"
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: `npm ci --prefix tests/view/page` gets it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(visit: Open, scheme: str) -> None:
    page = visit(hash_=f"#all=1&item={AGAINST}", color_scheme=scheme)
    page.evaluate(AXE.read_text("utf-8"))
    for view in (
        "network",
        "pairs",
        "table",
        "timeline",
        "matrix",
        f"letters&letter=letter/navo-2017-12&item={AGAINST}",
    ):
        page.evaluate("hash => { location.hash = hash; }", f"#all=1&tab={view}&kind=oppose&kind=support")
        until(page, f"!document.getElementById('pane-{view.partition('&')[0]}').hidden")
        found: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
        faults = [
            (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
            for fault in found["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
        assert not faults, view


def test_every_control_is_reached_by_the_tab_key(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}&tab=table&item={AGAINST}")
    page.locator("body").press("Home")
    reached = set()
    for _ in range(110):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    rows = {f"row-{index}" for index in page.evaluate("kamergraph.page.selection.listed")}
    assert rows
    wanted = {
        "skip",
        "search",
        "copy-link",
        "language",
        "facet-kind-0",
        "fold-certainty",
        "back",
        "everything",
        "step-3",
    }
    assert wanted | {"tab-table", "save-title", "play", "since", "until"} | rows <= reached
    assert {name.partition("-")[0] for name in reached} >= {"cite", "read", "previous", "next"}


def test_tabs_are_walked_with_arrows(visit: Open) -> None:
    page = visit()
    page.locator("#tab-network").focus()
    for tab in ("pairs", "table", "timeline", "matrix", "letters", "network"):
        page.keyboard.press("ArrowRight")
        until(page, f"document.activeElement.id === 'tab-{tab}' && !document.getElementById('pane-{tab}').hidden")
    assert page.locator("#tab-network").get_attribute("aria-selected") == "true"


def test_focus_stays_where_it_was_when_a_filter_is_ticked(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.locator("#facet-kind-1").focus()
    page.keyboard.press("Space")
    until(page, "location.hash.includes('kind=')")
    assert page.evaluate("document.activeElement.id") == "facet-kind-1"


def test_slash_goes_to_the_search_box(visit: Open) -> None:
    page = visit()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme)

    def colors(*names: str) -> list[str]:
        return [page.evaluate("name => kamergraph.lines.color(name)", name) for name in names]

    def light(color: str) -> float:
        parts = [int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", color)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        low, high = sorted((light(one), light(other)))
        return (high + 0.05) / (low + 0.05)

    grounds = colors("paper", "canvas", "pane", "wash")
    ink, soft, accent, on_accent = colors("ink", "soft", "accent", "on-accent")
    kinds = colors("support", "oppose", "urge", "emphasise", "concern", "commit", "observe", "agree", "differ", "mixed")
    for ground in grounds:
        assert all(contrast(text, ground) >= 4.5 for text in (ink, soft, accent, *kinds))
    assert contrast(accent, on_accent) >= 4.5
    assert all(contrast(ink, mark) >= 4.5 for mark in colors("mark-cue", "mark-holder", "mark-content"))
    assert all(contrast(line, grounds[1]) >= 3 for line in colors("thin", "edge"))


@pytest.mark.parametrize("width", [1024, 390])
@pytest.mark.parametrize("tab", ["network", "table", "matrix", "letters"])
def test_nothing_is_cut_off_on_a_narrow_screen(visit: Open, width: int, tab: str) -> None:
    page = visit()
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("hash => { location.hash = hash; }", f"#open={MEETING}&tab={tab}")
    until(page, f"!document.getElementById('pane-{tab}').hidden")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(f"#pane-{tab}").is_visible()


def test_print_leaves_out_what_paper_cannot_do(visit: Open) -> None:
    page = visit(hash_=f"#item={AGAINST}", media="print")
    assert not page.locator("#search").is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator("#proof .exact").is_visible()
