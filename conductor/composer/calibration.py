"""How often a reading of a given certainty is right, as measured on evaluation questions."""

from __future__ import annotations

import re

from conductor.composer.emptiness import EMPTY
from conductor.composer.reading import Reading


def explained(reading: Reading) -> float:
    """The share of the text's telling words that some reader used."""
    spans = [*reading.named.spans, *((item.start, item.end) for item in reading.located)]
    words = [m for m in re.finditer(r"[\w'-]{3,}", reading.utterance.folded) if m[0] not in EMPTY]
    if not words:
        return 1.0
    used = sum(any(s < m.end() and m.start() < e for s, e in spans) for m in words)
    return used / len(words)


def calibrated(certainty: float, reading: Reading) -> float:
    """The probability that a reading is right, from the certainty of its rule and how much of the text it explains."""
    return max(0.05, min(0.95, certainty * (0.75 + 0.25 * explained(reading))))
