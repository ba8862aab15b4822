"""Wishes: which process servers a question names, or which lie beside the data, and the registered sources that they may be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from connectors.offers import Source
from planners.intent import Intent

Preference = Literal["local", "named", "nearest"]
HERE = ("here", "local", "local-processes", "xclim", "xsdba")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A server as it was said, the process that was named with it (none: whatever it can do), and what it may be."""

    said: str
    process: str = ""
    candidates: tuple[str, ...] = ()
    is_named: bool = True


def wishes(intent: Intent, sources: tuple[Source, ...], *, prefer: Preference) -> tuple[Wish, ...]:
    """The servers wished for, in the order said; those beside the data where none is named and `prefer` is nearest."""
    pairs = [(name.partition("@")[0], name.partition("@")[2]) for name in intent.processes if "@" in name]
    with_process = {server for _, server in pairs}
    pairs += [("", server) for server in intent.servers if server not in with_process]
    named = tuple(
        Wish(said=server, process=process, candidates=_candidates(server, sources))
        for process, server in pairs
        if server.lower() not in HERE
    )
    return _narrowed(named) or (_beside(intent, sources) if prefer == "nearest" else ())


def _narrowed(named: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """ "Finch at PAVICS" is one server: a name that fits some of another's candidates only narrows them."""
    told: list[Wish] = []
    for wish in named:
        both = [(n, set(w.candidates) & set(wish.candidates)) for n, w in enumerate(told) if not wish.process]
        at = next((n for n, shared in both if shared), None)
        if at is None:
            told.append(wish)
        else:
            shared = set(told[at].candidates) & set(wish.candidates)
            told[at] = replace(
                told[at],
                said=f"{told[at].said} ({wish.said})",
                candidates=tuple(c for c in told[at].candidates if c in shared),
            )
    return tuple(told)


def _candidates(said: str, sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Ids of the enabled servers that go by this name: that very id first, then those that have it as a word."""
    name = said.lower()
    servers = [s for s in sources if s.enabled and s.family == "compute" and not s.embedded]
    exact = [s.id for s in servers if s.id.lower() == name]
    words = [s.id for s in servers if name in _WORD.findall(f"{s.id} {s.title}".lower()) and s.id not in exact]
    return (*exact, *sorted(words))


def _beside(intent: Intent, sources: tuple[Source, ...]) -> tuple[Wish, ...]:
    """The servers whose entry says that they lie beside a catalogue (`options.near`) that is asked for data."""
    there = {s.id for s in sources if s.enabled and s.family in ("esgf", "eo")}
    return tuple(
        Wish(said=s.id, candidates=(s.id,), is_named=False)
        for s in sources
        if s.enabled and s.family == "compute" and not s.embedded and there & set(_near(s))
    )


def _near(source: Source) -> tuple[str, ...]:
    near = source.options.get("near")
    return tuple(map(str, near)) if isinstance(near, list | tuple) else ()
