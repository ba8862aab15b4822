"""Masks out of probabilities: averaged over a disk, cut at a threshold, grown by a disk. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def mask(
    probability: NDArray[np.float32], *, threshold: float, average_over: int, dilation_size: int
) -> NDArray[np.bool_]:
    """Where the averaged probability exceeds the threshold, and the pixels round about; NaN counts as clear.

    Radii in pixels, 0 to leave the step out. The steps are those of s2cloudless, edges mirrored.
    """
    import numpy as np
    from scipy import ndimage

    smooth = np.nan_to_num(probability, nan=0.0)
    if average_over:
        weights = disk(average_over).astype(np.float32)
        smooth = ndimage.convolve(smooth, weights / weights.sum(), mode="reflect")
    above: NDArray[np.bool_] = smooth > threshold
    return ndimage.binary_dilation(above, structure=disk(dilation_size)) if dilation_size else above


def disk(radius: int) -> NDArray[np.bool_]:
    """A disk of shape (2 r + 1, 2 r + 1)."""
    import numpy as np

    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    inside: NDArray[np.bool_] = x * x + y * y <= radius * radius
    return inside
