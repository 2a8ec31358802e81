"""What a build keeps on its shelves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.build.shelf import Shelf


def test_two_threads_may_keep_the_same_thing(tmp_path: Path) -> None:
    shelf, content = Shelf(tmp_path / "shelf"), b"x" * 100_000
    with ThreadPoolExecutor(4) as pool:
        for future in [pool.submit(shelf.put, "key", content) for _ in range(200)]:
            future.result()
    assert shelf.get("key") == content
    assert list(shelf.keys()) == ["key"]
