"""One browser for each worker of the tests, and pages that they open from their files with no network."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import chromium
import pytest
from rdf.letters import synthetic

from kg.view import page_of
from view.letters import NAVO, TOP, agenda, hostile, report, store_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# seconds until what never comes is given up; on a busy machine all takes longer, and nothing else may differ
PATIENCE = 60
Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Gives the address of a page by its name; each is made when it is first asked for."""
    folder = tmp_path_factory.mktemp("pages")
    letters = {"navo-2017-12": NAVO, "navo-top-2018-07": TOP}

    def address(name: str) -> str:
        path = folder / f"{name}.html"
        if not path.exists():
            store = {
                "two": lambda: store_of([report(), agenda()]),
                "many": lambda: store_of(synthetic(number) for number in range(8)),
                "crowd": lambda: store_of(synthetic(number) for number in range(30)),
                "hostile": lambda: store_of([hostile()]),
                "empty": lambda: store_of([]),
            }[name]()
            path.write_text(page_of(store, texts=lambda letter: letters.get(letter, "")), encoding="utf-8")
        return path.as_uri()

    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not chromium.PROGRAM.exists():
        pytest.skip(f"no {chromium.PROGRAM}: `apt-get install chromium` gives it")
    with sync_api.sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, pages: Callable[[str], str]) -> Iterator[Open]:
    """Opens a page with no network; whatever goes wrong in it, or is asked of elsewhere, fails the test at its end."""
    context = chromium.offline(browser, 1280, 800, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE * 1000)
    wrong: list[str] = []

    def watch(page: Page) -> None:
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(f"a dialog: {dialog.message}"))
        page.on(
            "request", lambda request: None if request.url.startswith(("file:", "blob:")) else wrong.append(request.url)
        )

    def visit(name: str = "two", hash_: str = "", **media: str) -> Page:
        page = context.new_page()
        watch(page)
        if media:
            page.emulate_media(**media)  # type: ignore[arg-type]
        page.goto(pages(name) + hash_)
        until(page, "kamergraph.page.selection !== null")
        return page

    yield visit
    context.close()
    assert not wrong


def until(page: Page, expression: str) -> None:
    """Wait until a condition holds. Playwright's own way of waiting is one that the page's security policy forbids."""
    given_up = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        if time.monotonic() > given_up:
            pytest.fail(f"{expression} never held: {page.evaluate('location.hash')}")
        page.wait_for_timeout(25)


def text_is(page: Page, part: str, words: str) -> None:
    until(page, f"document.querySelector({part!r})?.innerText.trim() === {words!r}")


def has(page: Page, part: str, words: str) -> None:
    until(page, f"(document.querySelector({part!r})?.innerText ?? '').includes({words!r})")


def shown(page: Page) -> str:
    return page.locator("#counts").inner_text()


def copied(page: Page) -> str:
    """Give what the page put on the clipboard, once it says so; it takes the message away again after a while."""
    until(page, "window.told ||= document.getElementById('message').innerText")
    return str(page.evaluate("navigator.clipboard.readText()"))
