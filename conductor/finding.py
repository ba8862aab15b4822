"""Finding: what a question searches for, page after page, over every source; the records themselves, no answer made of them.

A page leads to the next by a short cursor. What it stands for (where each source stands, signed) is kept in the cache folder,
so that a later command or another process goes on; a source that failed is asked again from where it stood.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from conductor.errors import BadQuestion
from conductor.executor import operation_of
from conductor.results import FoundPage
from connectors.errors import Refused
from connectors.items import Found, Item
from connectors.operations import Search
from connectors.vocabulary.translations import in_either
from planners.errors import NoPlan
from planners.plan import Plan

PAGE = 20  # records of each source
MOST_KEPT = 500  # cursors; the oldest go first
_CURSOR = re.compile(r"c-[0-9a-f]{20}")


class Pages(Protocol):
    """The outside world, as far as it gives pages."""

    async def page(self, search: Search, *, source: str = "") -> Found: ...

    async def resume(self, cursor: str) -> Found: ...


class Finder:
    """Turns pages; `folder` is where cursors are kept."""

    def __init__(self, pages: Pages, *, folder: Path) -> None:
        self._pages = pages
        self._folder = folder

    async def first(self, plan: Plan, *, limit: int = PAGE) -> FoundPage:
        """The first page of every search of a plan, up to the limit from each source; raises NoPlan where it has none."""
        searches = [(operation_of(step, {}), step.source) for step in plan.steps if step.kind == "search"]
        asked = [(replace(s, limit=limit, count=()), source) for s, source in searches if isinstance(s, Search)]
        if not asked:
            raise NoPlan(
                "the question searches for nothing; ask for data sets, scenes or models", missing="collections"
            )
        found = await asyncio.gather(*(self._pages.page(search, source=source) for search, source in asked))
        return self._joined(found, number=1)

    async def words(self, text: str, *, limit: int = PAGE) -> FoundPage:
        """The first page of what catalogues of datasets say of these words, whatever they are about."""
        search = Search(family="eo", filters={"q": in_either(text)}, limit=limit)
        return self._joined([await self._pages.page(search)], number=1)

    async def after(self, cursor: str) -> FoundPage:
        """The page after the one that gave this cursor; raises BadQuestion where it is not kept here, or no longer good."""
        number, tokens = self._kept(cursor)
        try:
            found = await asyncio.gather(*map(self._pages.resume, tokens))
        except Refused as error:  # the key that signed it is gone, with the memory of the engine
            raise BadQuestion(str(error)) from error
        return self._joined(found, number=number + 1)

    async def numbered(self, page: FoundPage, number: int) -> FoundPage:
        """A page by its number, from a first one on; an empty one past the end."""
        while page.number < number and page.cursor:
            page = await self.after(page.cursor)
        return page if page.number >= number else FoundPage(number=number, items=(), reports=page.reports)

    def _joined(self, found: Sequence[Found], *, number: int) -> FoundPage:
        counts = [part.matched for part in found if part.matched is not None]
        tokens = [part.cursor for part in found if part.cursor]
        return FoundPage(
            number=number,
            items=_unique(item for part in found for item in part.items),
            reports=tuple(report for part in found for report in part.reports),
            caveats=tuple({repr(c): c for part in found for c in part.caveats}.values()),
            incomplete=_unique(item for part in found for item in part.incomplete),
            matched=sum(counts) if counts else None,
            complete=all(part.complete for part in found),
            cursor=self._keep(number, tokens) if tokens else "",
        )

    def _keep(self, number: int, tokens: Sequence[str]) -> str:
        """A short name for the tokens, which are kept under it; only this user may read them."""
        text = json.dumps({"page": number, "tokens": tokens})
        name = f"c-{hashlib.sha256(text.encode()).hexdigest()[:20]}"
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._folder / f".{name}.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        draft.replace(self._folder / name)
        kept = sorted(self._folder.glob("c-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[MOST_KEPT:]:
            old.unlink(missing_ok=True)
        return name

    def _kept(self, cursor: str) -> tuple[int, list[str]]:
        path = self._folder / cursor
        if not _CURSOR.fullmatch(cursor) or not path.is_file():
            raise BadQuestion(f"no cursor {cursor[:24]!r} is kept here; start the search again without it")
        document = json.loads(path.read_text())
        return document["page"], document["tokens"]


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple({(item.collection, item.id): item for item in items}.values())
