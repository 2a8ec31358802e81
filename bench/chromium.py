"""Debian's Chromium with no network, no GPU and nothing of its own going on: for the tests, the measurements and the pictures of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Playwright

__all__ = ["PROGRAM", "launch", "offline"]

PROGRAM = Path("/usr/bin/chromium")
_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch(playwright: Playwright, *arguments: str) -> Browser:
    """Start it; `arguments` are more of its own."""
    return playwright.chromium.launch(executable_path=PROGRAM, args=[*_ARGUMENTS, *arguments])


def offline(browser: Browser, width: int, height: int, **options: Any) -> BrowserContext:
    """Give a window of so many pixels, whose pages reach nothing but files."""
    return browser.new_context(offline=True, viewport={"width": width, "height": height}, **options)
