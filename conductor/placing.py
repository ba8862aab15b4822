"""Placing: the servers that a question names are asked what they offer, and the plan is given to them as far as it fits."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from conductor.answer import Understanding
from connectors.base import Executor
from connectors.offers import ProcessOffer, Source
from planners.placement import Preference, Wish, as_served, otherwise, place, wishes
from planners.placement.indices import SUBSET
from planners.plan import Plan
from planners.registry import plan_for


@runtime_checkable
class Offers(Protocol):
    """Optional in an outside world: tells what process servers offer."""

    async def offer(self, name: str, *, look_at: Sequence[str] = ()) -> ProcessOffer:
        """What a server offers, and how it describes the processes to look at; says why where it cannot be asked."""


async def placed(
    understanding: Understanding, sources: tuple[Source, ...], outside: Executor, *, prefer: Preference
) -> Plan:
    """The plan of every reading, its steps at the servers asked for; raises NoPlan. No server is asked where none is named."""
    intents = understanding.intents
    found = {n: wishes(intent, sources, prefer=prefer) for n, intent in enumerate(intents)}
    asked = {n: several for n, several in found.items() if several}
    plain = plan_for(understanding.question, intents, sources)
    if not asked or not isinstance(outside, Offers):
        return plain
    if prefer == "local":
        return place(plain, asked, {}, prefer=prefer)
    names = tuple(dict.fromkeys(c for several in asked.values() for wish in several for c in wish.candidates))
    listed = await _offers(outside, names, look_at=())
    served = tuple(as_served(i, _processes(asked.get(n, ()), listed)) for n, i in enumerate(intents))
    draft = plain if served == intents else replace(plan_for(understanding.question, served, sources), intents=intents)
    looked_at = (SUBSET, *(s.operation for s in draft.steps if s.kind == "process"))
    named = tuple(wish.process for several in asked.values() for wish in several if wish.process)
    there = tuple(name for name in names if not listed[name].away)
    offers = listed | await _offers(outside, there, look_at=(*looked_at, *named))
    drawn = place(draft, asked, offers, prefer=prefer)
    if not drawn.quote.at:
        return place(plain, asked, offers, prefer=prefer)
    return otherwise(drawn, plain, titles={name: offer.source.title for name, offer in offers.items()})


async def _offers(outside: Offers, names: Sequence[str], *, look_at: Sequence[str]) -> dict[str, ProcessOffer]:
    found = await asyncio.gather(*(outside.offer(name, look_at=look_at) for name in names))
    return dict(zip(names, found, strict=True))


def _processes(several: Sequence[Wish], listed: Mapping[str, ProcessOffer]) -> frozenset[str]:
    """What the servers wished for by name offer together."""
    return frozenset(p for wish in several if wish.is_named for c in wish.candidates for p in listed[c].processes)
