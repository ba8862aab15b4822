"""The nearest vocabulary entries of a span: where the tagger places it among the quantities and phenomena it was taught."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conductor.composer.weights.files import ENTRIES, NAMES

MOST = 3
PHENOMENON = "phenomenon:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A vocabulary entry with how close a span lies to it: the cosine between the two, 1 where they are the same.

    Entries are quantity ids (`tas`, `indicator:frost_days`, `index:NDVI`), or `phenomenon:` and a phenomenon's.
    """

    entry: str
    likeness: float


def nearest(place: NDArray[np.float32], *, slot: str, folder: Path) -> tuple[Near, ...]:
    """The entries of a slot closest to a span's place, best first."""
    names, vectors = _entries(folder, slot)
    length = float(np.linalg.norm(place)) or 1.0
    likeness = vectors @ (place / length)
    order = np.argsort(-likeness, kind="stable")[:MOST]
    return tuple(Near(entry=names[i], likeness=round(float(likeness[i]), 3)) for i in order)


@cache
def _entries(folder: Path, slot: str) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    names = (folder / NAMES).read_text(encoding="utf-8").split()
    wanted = [i for i, name in enumerate(names) if name.startswith(PHENOMENON) == (slot == "phenomenon")]
    vectors: NDArray[np.float32] = np.load(folder / ENTRIES)
    return tuple(names[i] for i in wanted), vectors[wanted]
