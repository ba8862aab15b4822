"""How often a reading of a given certainty is right, as measured on questions that its rules had not seen."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from math import exp, log

from conductor.composer.reading import Reading
from conductor.composer.tagger import Tagged
from conductor.composer.text.emptiness import EMPTY
from conductor.composer.voices.voices import support
from conductor.composer.weights.files import FOLDER

FITTED = "calibration.json"
MOST = 0.97
# What a reading is judged by, in the order of the weights: 1, the certainty of the rule that decided, the share of the text's
# telling words that some reader used, the logarithm of their number, the tagger's probability of the same action.
FEATURES = ("constant", "certainty", "explained", "length", "agreement")


def explained(reading: Reading) -> float:
    """The share of the text's telling words that some reader used."""
    folded = reading.utterance.folded
    words = [m for m in re.finditer(r"[\w'-]{3,}", folded) if m[0] not in EMPTY]
    if not words:
        return 1.0
    read = bytearray(len(folded))
    for start, end in (*reading.named.spans, *((item.start, item.end) for item in reading.located)):
        read[start:end] = bytes([1]) * (end - start)
    return sum(any(read[m.start() : m.end()]) for m in words) / len(words)


def calibrated(certainty: float, reading: Reading, *, action: str | None, said: Tagged | None = None) -> float:
    """The probability that a reading is right but for which homonym is meant; `said` is the tagger's word where it was heard."""
    heard = support(reading, action, said=said)
    words = len(reading.utterance.folded.split())
    return probability(weights(), features(certainty, explained(reading), words, heard))


def features(certainty: float, share: float, words: int, agreement: float | None) -> tuple[float, ...]:
    """A reading's features; where there is no tagger, it agrees as much as it does on the mean."""
    return (1.0, certainty, share, log(max(1, words)), _mean_agreement() if agreement is None else agreement)


def probability(given: Sequence[float], of: Sequence[float]) -> float:
    """The logistic regression of the features."""
    logit = sum(weight * value for weight, value in zip(given, of, strict=True))
    return round(min(MOST, 1 / (1 + exp(-logit))), 4)


def weights() -> tuple[float, ...]:
    """The weights that `make calibrate` fitted, one a feature."""
    return tuple(_fitted()[name] for name in FEATURES)


def _mean_agreement() -> float:
    return _fitted()["mean_agreement"]


@cache
def _fitted() -> dict[str, float]:
    document = json.loads((FOLDER / FITTED).read_text(encoding="utf-8"))
    return {name: float(value) for name, value in document.items()}
