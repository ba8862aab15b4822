"""Fit the probabilities of readings: `python -m tests.evals.calibrate` (`make calibrate`).

`unseen.jsonl` holds what readings of 872 questions rested on, and whether they were right, by the composer as it was before its
rules had seen any of those questions (commit 13aca33): the composer's figures on questions that it has learnt from are too good
to learn probabilities from. Its weights are fitted there, cross-fitted error printed. Rules have grown since, so the constant
is then moved until the mean probability is the share right of questions that are still unseen (`make eval`, blind set).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from conductor.composer.calibration import FEATURES, FITTED, features, probability
from conductor.composer.contract import question_from_dict
from conductor.composer.grammar import understand
from conductor.composer.tagger import tagged
from conductor.composer.voices.tags import NO_ACTION
from conductor.composer.weights.files import FOLDER
from tests.evals.figures import calibration_error, reliability
from tests.evals.sets import NOW, OPENED, OWN, load

UNSEEN = Path(__file__).with_name("unseen.jsonl")
FRESH = "blind-"  # the questions of the opened set that the third hand wrote
FOLDS = 5
RIDGE = 2e-3
SHARE_RIGHT = 0.90  # of the blind questions with a reading, as `make eval` prints it
Floats = NDArray[np.float64]


def agreement(text: str, action: str | None) -> float:
    """The tagger's probability of an action."""
    said = tagged(text)
    if said is None:
        raise SystemExit("the tagger's files are missing; run `make train` first")
    return said.actions[action or NO_ACTION]


def fit(given: Floats, right: Floats, share: Floats) -> Floats:
    """Weights under which `right` is likeliest, a reading's probability being the regression's times its homonym's share."""

    def loss(weights: Floats) -> float:
        p = np.clip(share / (1 + np.exp(-given @ weights)), 1e-4, 1 - 1e-4)
        likelihood = right * np.log(p) + (1 - right) * np.log(1 - p)
        return float(RIDGE * (weights[1:] ** 2).sum() - likelihood.mean())

    best: Floats = minimize(loss, np.zeros(given.shape[1]), method="BFGS").x
    return best


def cross_fitted(rows: Sequence[Mapping[str, Any]], given: Floats, right: Floats, share: Floats) -> list[float]:
    """Each question's probability by weights fitted without it, its twin and its like."""
    fold = np.array([crc32(row["id"].rsplit("-", 1)[0].encode()) % FOLDS for row in rows])
    said = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = fit(given[fold != number], right[fold != number], share[fold != number])
        for at in np.flatnonzero(fold == number):
            said[at] = share[at] * probability(weights.tolist(), given[at].tolist())
    return [float(p) for p in said]


def moved(wanted: float) -> float:
    """By how much the constant must move for the mean probability of the fresh questions to be the wanted one."""
    fresh = [row for row in load(OPENED) if row["id"].startswith(FRESH)]
    readings = [understand(question_from_dict(row, now=NOW)).intents for row in fresh]
    said = np.clip([intents[0].probability for intents in readings if intents], 1e-3, 1 - 1e-3)
    logits = np.log(said / (1 - said))
    shifts = np.linspace(-2, 2, 401)
    means = np.array([(1 / (1 + np.exp(-logits - shift))).mean() for shift in shifts])
    return float(shifts[np.abs(means - wanted).argmin()])


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print the figures, write the weights beside the tagger's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share-right", type=float, default=SHARE_RIGHT)
    options = parser.parse_args(arguments)
    texts = {row["id"]: row["question"] for path in (OPENED, OWN) for row in load(path)}
    rows = [row for row in load(UNSEEN) if row["id"] in texts]
    agreed = [agreement(texts[row["id"]], row["action"]) for row in rows]
    given = np.array(
        [features(r["certainty"], r["explained"], r["words"], a) for r, a in zip(rows, agreed, strict=True)]
    )
    right, share = np.array([float(r["right"]) for r in rows]), np.array([r["share"] for r in rows])
    pairs = list(zip(cross_fitted(rows, given, right, share), (bool(r) for r in right), strict=True))
    print(f"cross-fitted on {len(rows)} unseen questions: calibration error {calibration_error(pairs):.3f}")
    print("\n".join(reliability(pairs)))
    fitted = {name: round(float(w), 4) for name, w in zip(FEATURES, fit(given, right, share), strict=True)}
    fitted |= {"mean_agreement": round(float(np.mean(agreed)), 4)}
    fitted["constant"] = round(fitted["constant"] + moved_with(fitted, options.share_right), 4)
    write(fitted)
    print(json.dumps(fitted))


def moved_with(fitted: Mapping[str, float], wanted: float) -> float:
    """The move that weights not yet in use need; they are written first, so that the composer reads with them."""
    write(fitted)
    return moved(wanted)


def write(fitted: Mapping[str, float]) -> None:
    """Keep the weights where the composer looks for them."""
    (FOLDER / FITTED).write_text(json.dumps(dict(fitted), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
