"""Wordings: a search whose words are given in several tongues, put to a source in each; any of them will do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TypeVar, cast

from connectors.base import Checks, Request, SearchConnector, SearchPlan, can
from connectors.items import Caveat, Item
from connectors.operations import Search

T = TypeVar("T")


def wordings(search: Search) -> tuple[Search, ...]:
    """The search in each of its wordings; itself where its words are given once, or not at all."""
    said = search.filters.get("q")
    if not isinstance(said, list | tuple):
        return (search,)
    return tuple(replace(search, filters={**search.filters, "q": words}) for words in said)


def planned(connector: SearchConnector, search: Search) -> SearchPlan | None:
    """What to send for all wordings, each request once: a source may not be told the words; None where it cannot be asked."""
    plans = [plan for one in wordings(search) if (plan := connector.plan(one)) is not None]
    if not plans:
        return None
    requests: list[Request] = []
    for request in chain.from_iterable(plan.requests for plan in plans):
        if request not in requests:
            requests.append(request)
    return SearchPlan(
        requests=tuple(requests),
        residual=tuple(dict.fromkeys(name for plan in plans for name in plan.residual)),
    )


def failures(connector: SearchConnector, items: Iterable[Item], search: Search) -> list[tuple[str, ...]]:
    """The predicates that each item fails in the wording that it serves best."""
    if not can(type(connector), Checks):
        return [() for _ in items]
    check, each = cast(Checks, connector).check, wordings(search)
    return [min((check(item, one) for one in each), key=len) for item in items]


def in_turns(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    """The first of each part, then the second of each, and so on."""
    return tuple(one for row in zip_longest(*parts) for one in row if one is not None)


def once(items: tuple[Item, ...], search: Search) -> tuple[Item, ...]:
    """The items without those that another wording found too."""
    if len(wordings(search)) == 1:
        return items
    return tuple({(item.collection, item.id): item for item in items}.values())


def other_words(search: Search) -> tuple[Caveat, ...]:
    """That the sources were asked in English too."""
    others = [one.filters["q"] for one in wordings(search)[1:]]
    return (Caveat(code="asked_in_english", parameters={"words": others}),) if others else ()
