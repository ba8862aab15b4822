"""The arbiter: how likely each action is, by learnt weights over what the readers found and what the tagger says.

A multinomial logistic regression (`python -m tests.evals.arbitrate` fits it). The grammar's rules ask one thing after the other and
take the first that fits; the arbiter weighs all of it at once, and is heard where it all but rules out the grammar's action.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray

from conductor.composer.reading import Reading
from conductor.composer.tagger import Tagged
from conductor.composer.text.cues import Cues
from conductor.composer.voices.tags import ACTIONS
from conductor.composer.weights.files import FOLDER
from conductor.composer.wish.contrasts import contrast
from conductor.composer.wish.drift import over_years
from conductor.composer.wish.matter import future, imagery

FITTED = "arbiter.json"
LEAST = 1e-4  # the least probability of the tagger's that is told apart from none
DIGITS = 4
SHORT, LONG = 8, 25  # words of a terse text and of a long one
_SLOTS = (
    "quantities", "phenomena", "located", "periods", "months", "facets", "collections", "filters", "statistics", "outputs",
    "processes", "models",
)  # fmt: skip
_IMPLIED = ("max", "min", "mean", "sum", "change", "threshold", "assumed")
_MODEL_KINDS = ("ml", "hydrological", "hydraulic", "framework", "dynamical")
_FACETS = (
    "source_id", "table_id", "member_id", "frequency", "data_node", "project", "mip_era", "institution_id", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One row of weights a feature, one column an action."""

    features: tuple[str, ...]
    actions: tuple[str, ...]
    bias: NDArray[np.float64]
    matrix: NDArray[np.float64]


def features(reading: Reading, said: Tagged) -> dict[str, float]:
    """Everything that is weighed, by name."""
    cues, named = reading.cues, reading.named
    words = len(reading.utterance.folded.split())
    found = {f"cue {f.name}": float(getattr(cues, f.name)) for f in fields(Cues)}
    found |= {f"slot {name}": float(min(2, len(getattr(reading, name)))) for name in _SLOTS}
    found |= {f"implied {name}": float(name in named.implied) for name in _IMPLIED}
    found |= {f"model {name}": float(name in named.model_kinds) for name in _MODEL_KINDS}
    found |= {f"facet {name}": float(name in reading.facets) for name in _FACETS}
    found |= {
        "imagery": float(imagery(reading)), "future": float(future(reading)), "experiments": float(len(reading.experiments)),
        "references": float(len(reading.references)), "aggregation": float(reading.aggregation is not None),
        "index": float(any(q.spectral_index for q in reading.quantities)), "short": float(words < SHORT), "long": float(words > LONG),
        "contrast": float(contrast(reading) is not None), "over years": float(over_years(reading)),
    }  # fmt: skip
    return found | {f"tagger {name}": log(max(LEAST, said.actions[name])) for name in ACTIONS}


def shares(reading: Reading, said: Tagged) -> Mapping[str, float] | None:
    """The probability of each action, or None where the weights have not been fitted."""
    weights = shipped()
    return None if weights is None else weighed(weights, features(reading, said))


def weighed(weights: Weights, found: Mapping[str, float]) -> Mapping[str, float]:
    """The regression of one text's features."""
    logits = weights.bias + np.array([found[name] for name in weights.features]) @ weights.matrix
    raised = np.exp(logits - logits.max())
    return {a: round(float(p), DIGITS) for a, p in zip(weights.actions, raised / raised.sum(), strict=True)}


@cache
def shipped() -> Weights | None:
    """The weights that ship, read when first asked for."""
    path = FOLDER / FITTED
    if not path.exists():
        return None
    document = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        features=tuple(document["weights"]), actions=tuple(document["actions"]), bias=np.array(document["bias"]),
        matrix=np.array(list(document["weights"].values())),
    )  # fmt: skip


def as_document(weights: Weights) -> str:
    """The weights as the file that ships, one feature a line."""
    rows = ",\n".join(
        f"  {json.dumps(name)}: {_line(row)}" for name, row in zip(weights.features, weights.matrix, strict=True)
    )
    return f'{{\n "actions": {json.dumps(weights.actions)},\n "bias": {_line(weights.bias)},\n "weights": {{\n{rows}\n }}\n}}\n'


def _line(values: Iterable[float]) -> str:
    return json.dumps([round(float(v), DIGITS) for v in values])
