"""One slot of a follow-up combined: replaced, joined, in the room of what gives way, taken away."""

from __future__ import annotations

from conductor.composer.turns.turn import combined


def test_what_is_said_replaces_and_nothing_said_keeps() -> None:
    assert combined("ab", "c") == ("c",)
    assert combined("ab", "") == ("a", "b")


def test_what_joins_stands_behind_once() -> None:
    assert combined("ab", "bc", adds=True) == ("a", "b", "c")


def test_what_gives_way_leaves_its_room() -> None:
    assert combined("abc", "x", "b") == ("a", "x", "c")
    assert combined("abc", "", "b") == ("a", "c")


def test_what_was_not_there_gives_no_way() -> None:
    assert combined("ab", "", "z") == ("a", "b")
    assert combined("ab", "x", "z") == ("x",)
