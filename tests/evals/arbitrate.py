"""Fit the arbiter's weights: `python -m tests.evals.arbitrate` (after `make train`, or when cues and readers have grown).

Learns from the development sets, never from the blind one; the cross-fitted shares printed are of questions whose twins and likes
were left out. A question of several parts, a follow-up and a refusal teach nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from conductor.composer.contract import question_from_dict
from conductor.composer.language_model.evidence import gather_evidence
from conductor.composer.tagger import tagged
from conductor.composer.voices.arbiter import FITTED, Weights, as_document, features, weighed
from conductor.composer.voices.tags import ACTIONS, NO_ACTION
from conductor.composer.weights.files import FOLDER
from conductor.composer.wish.actions import decide
from tests.evals.sets import GIVEN, NOW, OPENED, OWN, load

FOLDS = 5
RIDGE = 20.0  # on weights of features in units of their own spread, against the sum of all losses
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One question: what is weighed, which actions are right, what the grammar says, whom it may not be tested beside."""

    found: Mapping[str, float]
    gold: tuple[str, ...]
    rule: str
    like: str


def lessons() -> Iterator[Lesson]:
    """The questions of the development sets that have one action."""
    for path in (OWN, GIVEN, OPENED):
        for row in load(path) if path.exists() else ():
            gold = row["gold"]
            if not row.get("history") and not gold.get("declined") and not gold.get("parts") and "action" in gold:
                yield lesson(row)


def lesson(row: Mapping[str, Any]) -> Lesson:
    """One row of a set as a lesson."""
    reading = gather_evidence(question_from_dict(row, now=NOW)).reading
    said = tagged(reading.utterance.text)
    if said is None:
        raise SystemExit("the tagger's files are missing; run `make train` first")
    gold = row["gold"]["action"]
    wanted = tuple(name or NO_ACTION for name in (gold if isinstance(gold, list) else [gold]))
    like = re.sub(r"-(?:en|fr)$", "", row["gold"].get("same_plan_as") or row["id"])
    return Lesson(found=features(reading, said), gold=wanted, rule=decide(reading).action or NO_ACTION, like=like)


def fit(rows: Sequence[Lesson]) -> Weights:
    """The weights under which the right actions are likeliest."""
    names = tuple(rows[0].found)
    given = np.array([[row.found[name] for name in names] for row in rows])
    wanted = np.array([[(name in row.gold) / len(row.gold) for name in ACTIONS] for row in rows])
    spread = np.where(given.std(0) > 0, given.std(0), 1.0)
    scaled = np.hstack([(given - given.mean(0)) / spread, np.ones((len(rows), 1))])
    shape = (len(names) + 1, len(ACTIONS))

    def loss(flat: Floats) -> tuple[float, Floats]:
        matrix = flat.reshape(shape)
        logits = scaled @ matrix
        logits -= logits.max(1, keepdims=True)
        spoken = logits - np.log(np.exp(logits).sum(1, keepdims=True))
        ridge = matrix * RIDGE
        ridge[-1] = 0
        slope = scaled.T @ (np.exp(spoken) - wanted) + ridge
        return float((ridge * matrix).sum() / 2 - (wanted * spoken).sum()), slope.ravel()

    best = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    matrix = best.reshape(shape)
    plain = matrix[:-1] / spread[:, None]
    return Weights(features=names, actions=ACTIONS, bias=matrix[-1] - given.mean(0) @ plain, matrix=plain)


def cross_fitted(rows: Sequence[Lesson]) -> Floats:
    """Each question's shares by weights fitted without it, its twin and its like."""
    fold = np.array([crc32(row.like.encode()) % FOLDS for row in rows])
    said = np.zeros((len(rows), len(ACTIONS)))
    for number in range(FOLDS):
        weights = fit([row for row, its in zip(rows, fold, strict=True) if its != number])
        for at in np.flatnonzero(fold == number).tolist():
            said[at] = list(weighed(weights, rows[at].found).values())
    return said


def main() -> None:
    """Fit, print the figures, write the weights beside the tagger's."""
    rows = list(lessons())
    shares = cross_fitted(rows)
    best = [ACTIONS[at] for at in shares.argmax(1)]
    right = [name in row.gold for name, row in zip(best, rows, strict=True)]
    print(f"{len(rows)} questions; arbiter alone, cross-fitted: {np.mean(right):.1%} right")
    for bound in (0.02, 0.05, 0.1, 0.2):
        ours = [
            b if shares[at][ACTIONS.index(row.rule)] < bound else row.rule
            for at, (b, row) in enumerate(zip(best, rows, strict=True))
        ]
        print(
            f"  where it gives the rule's action < {bound}: {np.mean([o in r.gold for o, r in zip(ours, rows, strict=True)]):.1%}"
        )
    (FOLDER / FITTED).write_text(as_document(fit(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
