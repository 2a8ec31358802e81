"""Makes `docs/page.png`, the picture in the README: `python docs/picture.py`.

Builds the example letters into a folder that is thrown away, opens the page in Debian's chromium without a network,
and takes a picture of 1440 by 900 pixels. Needs `playwright` and `/usr/bin/chromium`.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from kg import data
from kg.build import build

CHROMIUM = "/usr/bin/chromium"
PICTURE = Path(__file__).with_name("page.png")
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
_SETTLE = 1500  # milliseconds that the drawing gets to come to rest


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        build([data.letters()], Path(folder, "output"))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.goto(Path(folder, "output", "index.html").as_uri())
        page.wait_for_timeout(_SETTLE)
        page.screenshot(path=str(PICTURE))
        browser.close()


if __name__ == "__main__":
    main()
