"""The order in which scenes are wanted: ranges, ends, keys with a direction, and single words; English and French."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.ordering import read_order

FAMILIES = {
    "-datetime": (
        "newest first", "most recent on top", "in reverse date order", "sorted by date descending", "from the newest to the oldest", "oldest last",
        "latest scene", "time-descending", "the freshest first", "de la dernière à la première", "les plus récentes en tête",
        "les dix dernières prises", "de la plus récente à la plus ancienne", "classées par date décroissante", "les plus récentes d'abord", "ordre antéchronologique",
    ),
    "+datetime": (
        "oldest first", "oldest to newest", "in date order", "newest last", "starting with the earliest", "chronologically", "order by date",
        "sorted by date ascending", "in the order they were taken", "de la première à la dernière",
        "de la plus ancienne à la plus récente", "dans l'ordre des dates", "par date croissante", "les plus anciennes en premier",
    ),
    "+eo:cloud_cover": (
        "least cloudy at the top", "by increasing cloud cover", "cloudiest last", "rank them from clear to cloudy", "order by cloud", "top 2 by cloud",
        "clearest", "less cloudy first", "best sky first", "the clearer ones first", "trie-les par couverture nuageuse", "les moins couvertes en premier",
        "par nébulosité croissante", "de la moins à la plus nuageuse", "les moins nuageuses en tête", "triées par couverture nuageuse",
    ),
    "-eo:cloud_cover": (
        "cloudiest first", "with the most clouds first", "les plus couvertes d'abord", "order by cloud descending", "from cloudy to clear", "par nuages décroissants", "de la plus à la moins nuageuse",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("order", "text"), [(order, text) for order, texts in FAMILIES.items() for text in texts])
def test_an_order_is_read_in_all_its_wordings(order: str, text: str) -> None:
    found = read_order(fold(text))
    assert found is not None and found[0] == order


@pytest.mark.parametrize(
    "text", ["descending passes over Lomé", "the last 20 years", "the first week of May 2026", "en orbite descendante"]
)
def test_passes_and_dates_are_no_order(text: str) -> None:
    assert read_order(fold(text)) is None


def test_the_clearest_of_a_number_come_first() -> None:
    for text in ("les cinq plus dégagées", "les 5 moins nuageuses", "les dix moins couvertes"):
        found = read_order(fold(text))
        assert found is not None and found[0] == "+eo:cloud_cover"
