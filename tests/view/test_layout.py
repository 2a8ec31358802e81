from __future__ import annotations

from kg.view.layout import positions


def ring(number: int) -> dict[tuple[str, str], int]:
    return {(f"t{i:04}", f"t{(i + 1) % number:04}"): 1 + i % 3 for i in range(number)}


def test_each_thing_has_a_place_of_its_own() -> None:
    things = [f"t{i:04}" for i in range(60)]
    placed = positions([*things, "alone", "lonely"], ring(60))
    assert set(placed) == {*things, "alone", "lonely"}
    assert len(set(placed.values())) > 55
    assert placed["alone"] != placed["lonely"]


def test_the_order_of_edges_makes_no_difference() -> None:
    edges = ring(40)
    assert positions([], edges) == positions([], dict(reversed(edges.items())))


def test_a_large_graph_is_placed_whole() -> None:
    edges = ring(1500)
    assert len(positions([], edges)) == 1500


def test_nothing_has_no_places() -> None:
    assert positions([], {}) == {}


def test_one_thing_tied_to_itself_is_placed() -> None:
    assert positions(["a"], {("a", "a"): 3}).keys() == {"a"}
