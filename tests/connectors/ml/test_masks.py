"""Masks, against what the original's steps give by hand."""

from __future__ import annotations

import numpy as np

from connectors.ml.masks import disk, mask


def test_a_disk_is_round() -> None:
    assert disk(1).astype(int).tolist() == [[0, 1, 0], [1, 1, 1], [0, 1, 0]]
    assert int(disk(2).sum()) == 13


def test_without_averaging_and_growth_a_mask_is_the_threshold() -> None:
    probability = np.array([[0.39, 0.4, 0.41]], dtype=np.float32)

    assert mask(probability, threshold=0.4, average_over=0, dilation_size=0).tolist() == [[False, False, True]]


def test_a_lone_pixel_is_averaged_away() -> None:
    probability = np.zeros((9, 9), dtype=np.float32)
    probability[4, 4] = 1.0

    assert not mask(probability, threshold=0.4, average_over=1, dilation_size=0).any()


def test_a_cloud_grows_by_the_disk() -> None:
    probability = np.zeros((9, 9), dtype=np.float32)
    probability[4, 4] = 1.0

    grown = mask(probability, threshold=0.4, average_over=0, dilation_size=2)

    assert int(grown.sum()) == 13


def test_edges_are_mirrored() -> None:
    probability = np.ones((5, 5), dtype=np.float32)

    assert mask(probability, threshold=0.99, average_over=2, dilation_size=0).all()


def test_pixels_without_data_count_as_clear() -> None:
    probability = np.full((3, 3), np.nan, dtype=np.float32)

    assert not mask(probability, threshold=0.4, average_over=1, dilation_size=1).any()
