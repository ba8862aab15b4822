"""Gradient-boosted trees, run by LightGBM: features in, probability of the positive class out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.errors import MissingHolding

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def probabilities(features: NDArray[np.float64], *, weights: Path) -> NDArray[np.float32]:
    """Probability of class 1 for features of shape (…, bands); raises MissingHolding where the weights are damaged."""
    import numpy as np

    rows = features.reshape(-1, features.shape[-1])
    predicted = _booster(weights).predict(rows) if len(rows) else np.empty(0)
    return np.asarray(predicted, dtype=np.float32).reshape(features.shape[:-1])


@cache
def _booster(weights: Path) -> Any:
    import lightgbm

    try:
        return lightgbm.Booster(model_file=str(weights))
    except lightgbm.basic.LightGBMError as error:
        raise MissingHolding(f"{weights} is not a LightGBM model ({error}); run `conductor holdings sync`") from error
