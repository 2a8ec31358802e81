"""The page of a graph that is too large for one page: how much there is, and how to look at a part of it."""

from __future__ import annotations

import html

import msgspec

__all__ = ["overview"]

_PAGE = """<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kamergraph</title>
<style>body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }} td {{ padding-right: 2rem }} td + td {{ text-align: right }}</style>
<h1>Kamergraph</h1>
<p>Deze graaf is te groot voor één pagina. Kijk naar een deel ervan:</p>
<pre>kg view Nederland --since 2018 --until 2018-12 --open
kg view --letter {letter} --open</pre>
<p lang="en">This graph is too large for one page. Look at a part of it with the commands above, or ask it with <code>kg query</code>.</p>
<table>
{rows}
</table>
"""
_NAMES = {
    "letters": "brieven",
    "meetings": "bijeenkomsten",
    "attendances": "deelnames",
    "entities": "namen",
    "stances": "standpunten",
}


def overview(report: bytes) -> str:
    """Give the page as HTML text. `report` is the `report.json` of the build."""
    told = msgspec.json.decode(report)
    rows = "\n".join(f"<tr><td>{_NAMES[name]}<td>{count}" for name, count in told["totals"].items())
    return _PAGE.format(rows=rows, letter=html.escape(told["letters"][0]["file"]))
