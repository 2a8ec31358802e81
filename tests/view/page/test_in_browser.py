from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdf.letters import synthetic

from kg.view import page_of
from view.letters import EVIL, agenda, hostile, report, store_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="no /usr/bin/chromium: `apt-get install chromium` gives it"
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MEETING = "meeting/letter/navo-2017-12/raad"
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    stores = {
        "two": store_of([report(), agenda()]),
        "many": store_of(synthetic(number) for number in range(8)),
        "hostile": store_of([hostile()]),
        "empty": store_of([]),
    }
    for name, store in stores.items():
        (folder / f"{name}.html").write_text(page_of(store), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in stores}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, pages: dict[str, str]) -> Iterator[Open]:
    """Opens a page with no network; whatever goes wrong in it, or is asked of elsewhere, fails the test at its end."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    wrong: list[str] = []

    def watch(page: Page) -> None:
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(f"a dialog: {dialog.message}"))
        page.on(
            "request", lambda request: None if request.url.startswith(("file:", "blob:")) else wrong.append(request.url)
        )

    def visit(name: str = "two", hash_: str = "") -> Page:
        page = context.new_page()
        watch(page)
        page.goto(pages[name] + hash_)
        until(page, "kamergraph.page.selection !== null")
        return page

    yield visit
    context.close()
    assert not wrong


def until(page: Page, expression: str) -> None:
    """Wait until a condition holds. Playwright's own way of waiting is one that the page's security policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{expression} never held")


def text_is(page: Page, part: str, words: str) -> None:
    sync_api.expect(page.locator(part)).to_have_text(words)


def values(page: Page, facet: str) -> dict[str, int]:
    rows = page.locator(f"#facet-{facet} label").all()
    return {row.locator(".value").inner_text(): int(row.locator(".count").inner_text()) for row in rows}


def tick(page: Page, facet: str, value: str) -> None:
    page.locator(f"#facet-{facet} label", has_text=value).locator("input").check()


def test_it_opens_on_the_latest_meeting_and_everything_needs_a_click(visit: Open) -> None:
    page = visit()
    text_is(page, "#view", "In beeld: NAVO Top")
    text_is(page, "#counts", "2 uitspraken, 4 knopen in beeld")
    page.locator("#everything").click()
    sync_api.expect(page.locator("#counts")).to_contain_text("11 uitspraken")


def test_no_more_is_drawn_than_can_be_read_until_asked_for(visit: Open) -> None:
    page = visit("many", "#steps=3")
    sync_api.expect(page.locator("#counts")).to_contain_text(", 80 knopen in beeld")
    page.get_by_role("button", name=re.compile("Teken ze alle")).click()
    sync_api.expect(page.locator("#every")).to_have_count(0)
    assert page.evaluate("kamergraph.page.selection.nodes.length") > 80


def test_a_row_leads_to_the_exact_sentence_with_its_source(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}")
    page.locator("#tab-table").click()
    page.get_by_role("button", name="Turkije", exact=True).click()
    proof = page.locator("#proof")
    assert proof.locator(".exact").inner_text() == "Turkije is tegen het voorstel over Georgië"
    assert proof.locator("mark.cue").last.inner_text() == "is tegen"
    for words in (
        "navo-2017-12.txt",
        "15 december 2017",
        "28676, nr. 282",
        "H. Zijlstra",
        "werksessie › Noord-Atlantische Raad",
    ):
        assert words in proof.inner_text()
    proof.locator("summary").click()
    assert "stance.oppose" in proof.inner_text()
    assert "0.9" in proof.inner_text()


def test_a_click_on_a_line_shows_every_statement_behind_it(visit: Open) -> None:
    page = visit(hash_="#open=country/nederland")
    ends = [
        page.evaluate("key => kamergraph.drawing.where(key)", key) for key in ("country/nederland", "country/rusland")
    ]
    page.mouse.click(sum(end["x"] for end in ends) / 2, sum(end["y"] for end in ends) / 2)
    until(page, "location.hash.includes('line=urge')")
    text_is(page, "#proof h3", "Nederland ! dringt aan Rusland (1)")
    assert page.locator("#proof .exact").all_inner_texts() == ["drong Nederland aan op open kanalen met Rusland"]


def test_a_node_lists_its_lines_for_whoever_uses_no_mouse(visit: Open) -> None:
    page = visit(hash_="#all=1&node=country/nederland")
    page.get_by_role("button", name="Nederland + steunt Georgië (2)").press("Enter")
    sync_api.expect(page.locator("#proof .card")).to_have_count(2)


def test_facets_count_and_filter(visit: Open) -> None:
    page = visit(hash_="#all=1")
    assert values(page, "kind")["dringt aan"] == 2
    assert values(page, "stage") == {"ingenomen": 7, "voorgenomen": 2}
    tick(page, "kind", "is tegen")
    until(page, "location.hash.includes('kind=oppose')")
    text_is(page, "#counts", "1 uitspraken, 2 knopen in beeld")
    assert values(page, "holder") == {"Turkije": 1}
    page.locator("#clear").click()
    sync_api.expect(page.locator("#counts")).to_contain_text("11 uitspraken")


def test_search_finds_other_names_and_says_what_the_filter_hides(visit: Open) -> None:
    page = visit(hash_="#all=1&kind=oppose")
    page.locator("#search").fill("russische federatie")
    text_is(page, "#hit-count", "1 treffer; 1 daarvan verbergt het filter.")
    page.locator("#hit-0").click()
    until(page, "location.hash.includes('open=country')")
    text_is(page, "#view", "In beeld: Rusland")


def test_search_finds_words_of_a_sentence(visit: Open) -> None:
    page = visit()
    page.locator("#search").fill("open KANALEN")
    text_is(page, "#hit-count", "1 treffer; 1 daarvan liggen buiten wat nu in beeld is.")
    page.locator("#search").press("Enter")
    page.wait_for_selector("#proof .exact")
    text_is(page, "#proof .exact", "drong Nederland aan op open kanalen met Rusland")


def test_a_link_shows_the_same_again(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}")
    tick(page, "kind", "steunt")
    page.locator("#tab-table").click()
    page.locator("#language").click()
    page.locator("#pane-table tbody button").first.click()
    page.wait_for_selector("#proof .exact")
    shown = [page.locator(part).inner_text() for part in ("#counts", "#pane-table", "#proof", "#filters")]
    again = visit(hash_=page.evaluate("location.hash"))
    assert [again.locator(part).inner_text() for part in ("#counts", "#pane-table", "#proof", "#filters")] == shown
    assert "supports" in shown[2]


def test_the_link_can_be_copied(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#copy-link").click()
    until(page, "document.getElementById('message').textContent === 'Gekopieerd'")
    assert page.evaluate("navigator.clipboard.readText()").endswith("two.html#all=1")


def test_a_citation_holds_the_words_and_where_they_stand(visit: Open) -> None:
    page = visit(hash_="#item=stance/navo-2017-12/tegen")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer als citaat").click()
    until(page, "document.getElementById('message').textContent === 'Gekopieerd'")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("“Turkije is tegen het voorstel over Georgië” (H. Zijlstra, Verslag van de NAVO, ")
    assert "15 december 2017, Kamerstuk 28676, nr. 282; " in cited
    start = report().source.text.index("Turkije is tegen")
    assert cited.endswith(f"navo-2017-12.txt, tekens {start} tot {start + 42})")


def test_the_selection_is_saved_as_a_table(visit: Open) -> None:
    page = visit(hash_="#all=1&kind=oppose")
    text_is(page, "#csv", "Bewaar 1 als CSV")
    with page.expect_download() as download:
        page.locator("#csv").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 2
    assert '"Turkije","oppose"' in text
    assert '"Turkije is tegen het voorstel over Georgië"' in text


def test_the_language_can_be_changed(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.get_by_role("button", name="English").click()
    until(page, "document.documentElement.lang === 'en'")
    text_is(page, "#tab-table", "Table")
    assert "Netherlands" in values(page, "holder")


def test_keys_step_outward_and_back(visit: Open) -> None:
    page = visit()
    before = page.locator("#counts").inner_text()
    page.keyboard.press("2")
    sync_api.expect(page.locator("#counts")).not_to_have_text(before)
    page.keyboard.press("Escape")
    until(page, "!location.hash.includes('steps=2')")
    text_is(page, "#counts", before)


def test_enter_and_a_double_click_expand_a_node(visit: Open) -> None:
    page = visit()
    page.locator("#network").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#proof h3")
    assert page.locator("#proof h3").inner_text().startswith("Georgië")
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('open=country')")
    text_is(page, "#view", "In beeld: NAVO Top en Georgië")
    assert "Turkije" in values(page, "holder")
    place = page.evaluate("kamergraph.drawing.where('country/nederland')")
    page.mouse.dblclick(place["x"], place["y"])
    until(page, "location.hash.includes('nederland')")
    text_is(page, "#view", "In beeld: NAVO Top en Georgië en Nederland")


def test_every_control_is_reached_by_the_tab_key(visit: Open) -> None:
    page = visit(hash_=f"#open={MEETING}&tab=table&item=stance/navo-2017-12/tegen")
    page.locator("body").press("Home")
    reached = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    rows = {f"row-{index}" for index in page.evaluate("kamergraph.page.selection.listed")}
    assert rows
    assert {
        "search",
        "copy-link",
        "language",
        "facet-kind-0",
        "everything",
        "step-3",
        "tab-table",
        "csv",
    } | rows <= reached
    assert any(name.startswith("cite-") for name in reached)


def test_focus_stays_where_it_was_when_a_filter_is_ticked(visit: Open) -> None:
    page = visit(hash_="#all=1")
    page.locator("#facet-stage-0").focus()
    page.keyboard.press("Space")
    until(page, "location.hash.includes('stage=')")
    assert page.evaluate("document.activeElement.id") == "facet-stage-0"


def test_hostile_words_are_shown_and_run_nothing(visit: Open) -> None:
    page = visit("hostile", "#tab=table")
    page.locator("#pane-table tbody button").first.click()
    page.wait_for_selector("#proof .exact")
    assert EVIL in page.locator("#proof .exact").inner_text()
    page.locator("#search").fill("<img src=x")
    assert page.locator("#hits").inner_text().count("onerror") > 0
    page.locator("#hit-0").click()
    page.locator("#tab-network").click()
    assert page.locator("img").count() == 0
    crafted = visit("hostile", f"#open={EVIL}&kind={EVIL}&meeting={EVIL}&node={EVIL}")
    assert crafted.locator("img").count() == 0


def test_an_empty_graph_says_so(visit: Open) -> None:
    assert "nog geen uitspraken" in visit("empty").locator("#notes").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(visit: Open, scheme: str) -> None:
    page = visit()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    def colors(*names: str) -> list[str]:
        return [
            page.evaluate(
                "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()", name
            )
            for name in names
        ]

    def light(color: str) -> float:
        parts = [int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", color)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        low, high = sorted((light(one), light(other)))
        return (high + 0.05) / (low + 0.05)

    paper, pane, ink, soft, accent, on_accent = colors("paper", "pane", "ink", "soft", "accent", "on-accent")
    for text in (ink, soft, accent, *colors("support", "oppose", "urge", "emphasise", "concern", "commit", "observe")):
        assert contrast(text, paper) >= 4.5
        assert contrast(text, pane) >= 4.5
    assert contrast(accent, on_accent) >= 4.5
    assert all(contrast(ink, mark) >= 4.5 for mark in colors("mark-cue", "mark-holder", "mark-about"))
    assert contrast(colors("thin")[0], paper) >= 3


@pytest.mark.parametrize("width", [1024, 390])
def test_nothing_is_cut_off_on_a_narrow_screen(visit: Open, width: int) -> None:
    page = visit(hash_=f"#open={MEETING}")
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#network canvas").is_visible()
