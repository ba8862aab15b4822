"""How often a reading of a given certainty is right, as measured on evaluation questions."""

from __future__ import annotations

import re
from math import exp, log

from conductor.composer.emptiness import EMPTY
from conductor.composer.reading import Reading

_INTERCEPT, _CERTAINTY, _EXPLAINED, _LENGTH = 0.6, 1.97, 0.61, 0.59


def explained(reading: Reading) -> float:
    """The share of the text's telling words that some reader used."""
    spans = [*reading.named.spans, *((item.start, item.end) for item in reading.located)]
    words = [m for m in re.finditer(r"[\w'-]{3,}", reading.utterance.folded) if m[0] not in EMPTY]
    if not words:
        return 1.0
    used = sum(any(s < m.end() and m.start() < e for s, e in spans) for m in words)
    return used / len(words)


def calibrated(certainty: float, reading: Reading) -> float:
    """The probability that a reading is right, from the certainty of its rule, what it explains, and how long the text is.

    The weights are those of a logistic regression on the questions of another hand (tests/evals), which no rule has seen.
    """
    words = max(1, len(reading.utterance.folded.split()))
    logit = _INTERCEPT + _CERTAINTY * certainty + _EXPLAINED * explained(reading) - _LENGTH * log(words)
    return round(min(0.97, 1 / (1 + exp(-logit))), 4)
