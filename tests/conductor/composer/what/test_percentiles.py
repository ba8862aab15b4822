"""Ranks in digits, in words, in ranges, as tenths and quarters."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.percentiles import read_percentiles


@pytest.mark.parametrize(
    ("text", "ranks"),
    (
        ("90th percentile", [90]),
        ("95 th percentile", [95]),
        ("le 95 ème centile", [95]),
        ("0.9 quantile", [90]),
        ("quantile d'ordre 0,95", [95]),
        ("percentiles 10-90", [10, 90]),
        ("first and ninth deciles", [10, 90]),
        ("premier et neuvième déciles", [10, 90]),
        ("lower and upper quartiles", [25, 75]),
        ("quartiles inférieur et supérieur", [25, 75]),
        ("the IQR", [25, 75]),
        ("les quartiles", [25, 75]),
        ("top decile", [90]),
        ("nonante-neuvième centile", [99]),
        ("ninety-fifth percentile", [95]),
    ),
)
def test_a_rank_is_read(text: str, ranks: list[int]) -> None:
    assert sorted(set(read_percentiles(fold(text)))) == sorted(f"percentile_{rank}" for rank in ranks)


@pytest.mark.parametrize("text", ("the first 90 days", "un fichier de 10 images", "the last quarter of 2020", "decile"))
def test_what_only_looks_like_a_rank_is_none(text: str) -> None:
    assert list(read_percentiles(fold(text))) == []
