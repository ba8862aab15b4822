"""The queue of a walk: first found first, nothing twice, never off the source's own host."""

from __future__ import annotations

import pytest

from connectors.base import Page, Request
from connectors.engine.frontier import Frontier
from connectors.errors import BadReply
from tests.connectors.outside_world import source

HOME = source("s", "https://own.example/catalog.json")


def asked(path: str, **parts: object) -> Request:
    return Request(method="GET", url=f"https://own.example{path}", **parts)  # type: ignore[arg-type]


def page(*paths: str, following: Request | None = None) -> Page:
    return Page(items=(), next=following, also=tuple(asked(path) for path in paths))


def test_requests_come_in_the_order_they_were_found() -> None:
    frontier = Frontier(asked("/"), source=HOME)
    frontier.take(1)

    frontier.extend([page("/a", "/b"), page("/c")])

    assert [r.url[-2:] for r in frontier.take(2)] == ["/a", "/b"]
    assert frontier.is_open
    assert [r.url[-2:] for r in frontier.take(9)] == ["/c"]
    assert not frontier.is_open


def test_a_branch_found_again_is_passed_over_whatever_it_carries_along() -> None:
    frontier = Frontier(asked("/"), source=HOME)
    frontier.take(1)

    frontier.extend([Page(items=(), also=(asked("/a"), asked("/a", context={"depth": 1}), asked("/")))])

    assert [r.url[-2:] for r in frontier.take(9)] == ["/a"]


def test_a_next_page_that_was_read_already_is_told_after_the_rest_is_kept() -> None:
    frontier = Frontier(asked("/"), source=HOME)
    frontier.take(1)

    with pytest.raises(BadReply, match="read already"):
        frontier.extend([page("/a", following=asked("/"))])

    assert frontier.is_open


def test_pages_that_differ_in_a_header_alone_are_different_pages() -> None:
    frontier = Frontier(asked("/"), source=HOME)
    frontier.take(1)

    frontier.extend([page(following=asked("/", headers={"CMR-Search-After": "[1]"}))])

    assert frontier.is_open


def test_a_name_that_only_the_server_knows_becomes_its_own() -> None:
    frontier = Frontier(asked("/"), source=HOME)
    frontier.take(1)

    frontier.extend([page(following=Request(method="GET", url="http://internal:8080/page2?x=1"))])

    assert frontier.take(1)[0].url == "https://own.example/page2?x=1"
