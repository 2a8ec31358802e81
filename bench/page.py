"""How big and how quick the page is: `python bench/page.py [LETTERS...]`, 100 and 1,000 where no number is given.

The letters are the ten examples, copied at other dates (what is found in them is copied, not read again), so that their meetings differ
and the things in them are the same. Beside it stands pyvis's own page of the same nodes and lines. Chromium has no network and no GPU.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import chromium
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as Slow
from pyvis.network import Network

from kg import data
from kg.model import Letter
from kg.pipeline import extract
from kg.rdf import Iris, Made, describe
from kg.read import find, read
from kg.registry import load
from kg.resolve import resolve
from kg.store import LocalStore
from kg.view import page_of

# what a page is asked to keep under, by the number of letters; a time is what the page itself computes, in milliseconds
ASKED: dict[int, dict[str, float]] = {
    100: {"page, MB": 5, "first picture, ms": 1500},
    1000: {
        "page, MB": 25,
        "first picture, ms": 3000,
        "slowest filter click, ms": 200,
        "process after all that, MB": 500,
        "all nodes drawn, ms": 3000,
        "longest frame while panned, ms": 200,
        "process after panning, MB": 500,
    },
}
PATIENCE = 120  # seconds that pyvis's page gets to put away its loading bar
FRAMES = """() => new Promise((done) => {
  const gaps = []; let last = performance.now();
  const step = (now) => { gaps.push(now - last); last = now; gaps.length < 40 ? requestAnimationFrame(step) : done(Math.max(...gaps.slice(1))); };
  requestAnimationFrame(step);
})"""
CLICK = """(id) => new Promise((done) => {
  const start = performance.now();
  addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), { once: true });
  document.getElementById(id).click();
})"""
SEARCH = """(words) => new Promise((done) => {
  const start = performance.now();
  const box = document.getElementById("search");
  box.value = words;
  box.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
DRAWN = """() => new Promise((done) => {
  const look = () => { const [mark] = performance.getEntriesByName("drawn"); if (mark) done(mark.startTime); else setTimeout(look, 20); };
  look();
})"""
TEXTS: dict[str, str] = {}
PAIRS = """() => { const { graph, page, selection, state } = kamergraph;
  const all = selection.of({ ...state.read(), ...state.unfiltered(), all: true, every: true });
  return { nodes: all.nodes.map((node) => [node, graph.name(node)]), edges: all.bundles.map(({ from, to, line }) => [from, to, line]) }; }"""


def letters(number: int) -> Iterator[Letter]:
    """Give copies of the example letters; the dates of each set of ten differ from those of the other sets."""
    found, errors = find([data.letters()])
    assert not errors
    read_ones = [extract(read(file), load()) for file in found]
    TEXTS.update({letter.source.name.rsplit(".", 1)[0]: letter.source.text for letter in read_ones})
    for at in range(number):
        letter = read_ones[at % len(read_ones)]
        copy = at // len(read_ones)
        name, ending = letter.source.name.rsplit(".", 1)
        yield replace(
            letter,
            source=replace(letter.source, name=f"{name}-{copy:03}.{ending}"),
            date=moved(letter.date, copy),
            meetings=tuple(
                replace(meeting, start=moved(meeting.start, copy), end=moved(meeting.end, copy))
                for meeting in letter.meetings
            ),
        )


def moved(date: str, copy: int) -> str:
    """Move an ISO date by the year and the month, differently for each of 288 copies."""
    if len(date) < 7:
        return date
    year, month = int(date[:4]) - copy % 24, (int(date[5:7]) - 1 + copy // 24) % 12 + 1
    return f"{year}-{month:02}{'-15' if len(date) > 7 else ''}"


def store_of(number: int) -> LocalStore:
    iris, made, all_of_them = Iris(), Made("bench", "0" * 64), list(letters(number))
    found = resolve(all_of_them)
    store = LocalStore.memory()
    for letter in all_of_them:
        store.write(iris.letter_graph(letter.source.name.rsplit(".", 1)[0]), describe(letter, found, made, iris))
    return store


def texts(letter: str) -> str:
    return TEXTS.get(letter.rsplit("-", 1)[0], "")


def open_page(browser: Browser, path: Path, address: str = "") -> Page:
    page = chromium.offline(browser, 1440, 900).new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(path.as_uri() + address)
    return page


def renderer() -> int:
    """Give the number of the process that draws the page: the youngest of its kind."""
    listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    return max(int(line.split()[0]) for line in listed.splitlines() if "--type=renderer" in line)


def cpu(process: int) -> float:
    """Give the milliseconds that a process has computed: what the clock would tell on a machine that does nothing else."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(page: Page, process: int) -> float:
    """Give the megabytes of the process that draws the page, and print them with those of the page's heap."""
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    kilobytes = next(
        line.split()[1] for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    print(f"    heap {heap:.0f} MB, process {int(kilobytes) / 1000:.0f} MB")
    return int(kilobytes) / 1000


def timed(name: str, process: int, act: Callable[[], float]) -> tuple[float, float]:
    """Do something that gives its milliseconds by the clock; give and print these and those that the page computed."""
    before = cpu(process)
    clock = act()
    computed = cpu(process) - before
    print(f"  {name}: {clock:.0f} ms, {computed:.0f} of them computing")
    return clock, computed


def drag(page: Page) -> float:
    """Pan the network with the mouse; give the longest time between two frames, in milliseconds."""
    page.mouse.move(700, 500)
    page.mouse.down()
    page.evaluate(f"void (window.longest = ({FRAMES})())")
    for step in range(30):
        page.mouse.move(700 + step * 6, 500 + step * 3)
    page.mouse.up()
    return float(page.evaluate("window.longest"))


def ours(browser: Browser, path: Path) -> tuple[dict[str, Any], dict[str, float]]:
    """Use the page as people do; give all its nodes and lines, and what was seen of what is asked."""
    seen = {"page, MB": path.stat().st_size / 1e6}
    page = open_page(browser, path)
    process = renderer()
    first, seen["first picture, ms"] = page.evaluate(DRAWN), cpu(process)
    print(f"  first picture: {first:.0f} ms, {cpu(process):.0f} of them computing")
    memory(page, process)
    clicks = [timed("filter click at the start", process, lambda: page.evaluate(CLICK, "facet-kind-0"))]
    page.evaluate("location.hash = '#all=1'")
    page.wait_for_timeout(2000)
    for name, target in (("filter click with everything in view", "facet-kind-0"), ("another", "facet-holder-0")):
        clicks.append(timed(name, process, partial(page.evaluate, CLICK, target)))
    seen["slowest filter click, ms"] = max(computed for _, computed in clicks)
    for tab in ("table", "matrix", "timeline", "pairs"):
        timed(f"to the tab {tab}", process, partial(page.evaluate, CLICK, f"tab-{tab}"))
    for word in ("wapenbeheersing", "kernwapens"):
        timed(f"search {word}", process, partial(page.evaluate, SEARCH, word))
    seen["process after all that, MB"] = memory(page, process)
    found: dict[str, Any] = page.evaluate(PAIRS)
    page.context.close()
    page = open_page(browser, path, "#all=1&every=1")
    process = renderer()
    page.wait_for_timeout(2000)
    nodes, first = page.evaluate("kamergraph.network.canvas.content.nodes.length"), page.evaluate(DRAWN)
    seen["all nodes drawn, ms"] = cpu(process)
    print(f"  all {nodes} nodes drawn: {first:.0f} ms, {cpu(process):.0f} of them computing")
    frame, _ = timed("longest frame while panned (computing: all 30 of them)", process, lambda: drag(page))
    seen["longest frame while panned, ms"] = frame
    seen["process after panning, MB"] = memory(page, process)
    page.context.close()
    return found, seen


def compare(asked: dict[str, float], seen: dict[str, float]) -> None:
    """Print what is asked beside what was seen."""
    load = os.getloadavg()[0]
    print(f"  asked beside seen, with a load of {load:.1f} on {os.cpu_count()} cores:")
    for what, most in asked.items():
        print(f"    {what:32} under {most:5.0f}  {seen[what]:7.1f}  {'' if seen[what] < most else 'NO'}".rstrip())


def theirs(browser: Browser, found: dict[str, Any], path: Path) -> None:
    """Open pyvis's own page of the same nodes and lines."""
    network = Network(directed=True, cdn_resources="in_line")
    for node, name in found["nodes"]:
        network.add_node(node, label=name)
    for source, target, line in found["edges"]:
        network.add_edge(source, target, title=line)
    path.write_text(network.generate_html(), encoding="utf-8")
    print(
        f"  pyvis's own page, {len(found['nodes'])} nodes and {len(found['edges'])} lines: {path.stat().st_size / 1e6:.1f} MB"
    )
    page = chromium.offline(browser, 1440, 900).new_page()
    start = time.monotonic()
    page.goto(path.as_uri(), wait_until="commit")
    gone = "document.getElementById('loadingBar')?.style.display === 'none'"
    try:
        page.wait_for_function(gone, timeout=PATIENCE * 1000, polling=500)
        told = f"is gone after {time.monotonic() - start:.0f} s"
    except Slow:
        told = f"still stands after {PATIENCE} s"
    print(f"  its loading bar {told}, {cpu(renderer()) / 1000:.0f} of them computing")
    page.context.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for number in [int(word) for word in sys.argv[1:]] or [100, 1000]:
            store, path = store_of(number), Path(folder, "page.html")
            start = time.process_time()
            path.write_text(page_of(store, texts=texts), encoding="utf-8")
            print(
                f"{number} letters: page {path.stat().st_size / 1e6:.1f} MB, written in {time.process_time() - start:.1f} s of CPU"
            )
            browser = chromium.launch(playwright, "--enable-precise-memory-info")
            found, seen = ours(browser, path)
            compare(ASKED.get(number, {}), seen)
            theirs(browser, found, Path(folder, "pyvis.html"))
            browser.close()


if __name__ == "__main__":
    main()
