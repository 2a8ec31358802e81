"""Makes the pictures of the page: `PYTHONPATH=bench python docs/picture.py` writes `docs/page.png` and the others that docs/page.md shows.

Builds the example letters into a folder that is thrown away, opens the page in Debian's chromium without a network, and takes
pictures of 1440 by 900 pixels, in both themes. Needs `playwright` and `/usr/bin/chromium`.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import chromium
from playwright.sync_api import sync_playwright

from kg import data
from kg.build import build

DOCS = Path(__file__).parent
LETTER = "navo-2018-07-verslag"
_SETTLE = 1200  # milliseconds that the drawing gets to come to rest

# what stands in the address of each picture: "{here}" is the first refusal at the meeting that the page opens on, "{stance}" that in the letter
PICTURES = {
    "page": "",
    "page-evidence": "#item={here}",
    "page-matrix": "#all=1&tab=matrix&by=about",
    "page-letter": f"#tab=letters&letter=letter/{LETTER}&item={{stance}}",
}
_REFUSALS = f"""(() => {{
  const {{ graph, page }} = kamergraph;
  const refusals = (list) => list.filter((item) => graph.kind(item) === "oppose").map(graph.itemKey);
  const here = refusals(page.selection.stances)[0];
  return {{ here, stance: refusals(graph.items.key.map((_, item) => item)).find((key) => key.includes("{LETTER}")) }};
}})()"""


def main() -> None:
    """Write the pictures."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        build([data.letters()], Path(folder, "output"))
        address = Path(folder, "output", "index.html").as_uri()
        browser = chromium.launch(playwright)
        for scheme, ending in (("light", ""), ("dark", "-dark")):
            context = chromium.offline(browser, 1440, 900)
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto(address)
            stances = page.evaluate(_REFUSALS)
            for name, view in PICTURES.items():
                page.goto("about:blank")
                page.goto(address + view.format(**stances))
                page.wait_for_timeout(_SETTLE)
                page.screenshot(path=str(DOCS / f"{name}{ending}.png"))
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
