"""Results: what a source answered lately, kept normalised, so that it is not asked twice nor lost when it falls silent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from connectors.assets import WrittenAssets
from connectors.base import SearchPlan
from connectors.engine.memory import Memory
from connectors.engine.written import Written
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search

FRESH_S = 15 * 60
NEGATIVE_S = 60
STALE_S = 7 * 86400
MAX_BYTES = 8 * 2**20  # of assets, those of about 600 scenes
_SHAPE = 4  # raise it when what is kept changes in shape or meaning: what was kept before is not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One source's answer to one search, after it was normalised and re-checked."""

    items: tuple[Item, ...] = ()
    matched: int | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    post_filtered: tuple[str, ...] = ()
    more: bool = False
    rest: tuple[Written, ...] = ()


class _Stored(msgspec.Struct, array_like=True):
    """An answer as it is stored: assets that nobody has looked at stay as they were written, empty where they were."""

    kept: Kept
    written: list[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A kept answer and its age in seconds."""

    kept: Kept
    age_s: float

    @property
    def is_fresh(self) -> bool:
        empty = not self.kept.items and not self.kept.facets
        return self.age_s < (NEGATIVE_S if empty else FRESH_S)


class Results:
    """The cache of answers; fresh for 15 minutes (60 s where empty), kept 7 days for when the source fails."""

    def __init__(self, *, memory: Memory, now: Callable[[], float]) -> None:
        self._memory = memory
        self._now = now
        self._decoder: msgspec.msgpack.Decoder[_Stored] | None = None

    def recall(self, key: str) -> Recalled | None:
        entry = self._memory.result(key)
        if entry is None:
            return None
        age = max(0.0, self._now() - entry[0])
        if age > STALE_S:
            return None
        if self._decoder is None:
            self._decoder = msgspec.msgpack.Decoder(_Stored)
        try:
            return Recalled(kept=_unpacked(self._decoder.decode(entry[1])), age_s=age)
        except msgspec.MsgspecError:
            return None

    def keep(self, key: str, kept: Kept) -> None:
        """Store an answer, unless it is so large that storing costs as much as asking again."""
        if sum(len(i.assets.written) for i in kept.items if isinstance(i.assets, WrittenAssets)) > MAX_BYTES:
            return
        self._memory.keep_result(key, msgspec.msgpack.encode(_packed(kept)), now=self._now())


def _packed(kept: Kept) -> _Stored:
    written = [item.assets.written if isinstance(item.assets, WrittenAssets) else b"" for item in kept.items]
    items = (replace(i, assets=()) if w else i for i, w in zip(kept.items, written, strict=True))
    return _Stored(kept=replace(kept, items=tuple(items)), written=written)


def _unpacked(stored: _Stored) -> Kept:
    pairs = zip(stored.kept.items, stored.written, strict=True)
    items = (replace(i, assets=WrittenAssets(w) if w else tuple(i.assets)) for i, w in pairs)
    return replace(stored.kept, items=tuple(items))


def result_key(source: Source, plan: SearchPlan, search: Search) -> str:
    """What makes two questions to a source the same one."""
    canonical = msgspec.json.encode((_SHAPE, source.id, source.url, plan, search), order="sorted")
    return hashlib.sha256(canonical).hexdigest()
