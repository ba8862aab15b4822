"""Remote arrays: what a server of arrays says that it holds, and the seam through which a part of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from connectors.items import JSON

Array = np.ndarray[Any, np.dtype[Any]]
Region = tuple[slice, ...]  # one slice a dimension, with a start, a stop and the step 1


class Get(Protocol):
    """Fetches an address, or the part of it that `span` (first byte, number) names; raises ConnectorError."""

    async def __call__(self, url: str, *, span: tuple[int, int] | None = None) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One array: its dimensions by name, its shape, its type as numpy writes it (`f4`, `i8`, `S` for text)."""

    name: str
    dimensions: tuple[str, ...]
    shape: tuple[int, ...]
    dtype: str
    attributes: Mapping[str, JSON] = field(default_factory=dict)

    @property
    def nbytes(self) -> int:
        return int(np.prod(self.shape, dtype=np.int64)) * max(np.dtype(self.dtype).itemsize, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """All arrays of one dataset."""

    variables: Mapping[str, Variable]
    attributes: Mapping[str, JSON] = field(default_factory=dict)


class Reader(Protocol):
    """Speaks one protocol of remote arrays."""

    async def describe(self) -> Described:
        """What the dataset holds; raises BadReply on nonsense."""

    async def read(self, variable: Variable, region: Region) -> Array:
        """The values in a region, native byte order; raises ConnectorError."""
