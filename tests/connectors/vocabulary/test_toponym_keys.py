"""Keys of names: saints and mounts written out, articles optional where the name says what it names."""

from __future__ import annotations

from connectors.vocabulary.toponym_keys import (
    names_it,
    place_keys,
    says_one_kind,
    says_only_what,
    turned,
    without_articles,
)


def test_saints_are_written_out() -> None:
    assert place_keys("St. John's")[0] == place_keys("Saint John's")[0]


def test_small_words_may_be_missing_from_a_descriptive_name() -> None:
    assert without_articles("golfe du saint laurent") == "golfe saint laurent"


def test_small_words_belong_to_a_proper_name() -> None:
    assert without_articles("la paz") == "la paz"


def test_a_leading_article_may_be_missing() -> None:
    assert "gambia" in place_keys("The Gambia")


def test_a_bare_common_noun_names_nothing() -> None:
    assert says_only_what("the gulf of")
    assert not says_only_what("lake louise")


def test_a_basin_goes_by_many_words() -> None:
    assert turned("drainage area of the congo") == turned("congo river catchment") == ("congo basin",)
    assert turned("bv de la seine") == turned("bassin versant du fleuve seine") == ("bassin seine",)
    assert turned("mekong river delta") == ("mekong delta",)
    assert turned("catchment") == ()
    assert turned("area of lake chad") == ()


def test_kinds_written_as_a_name_are_one() -> None:
    assert names_it("Lake District") and names_it("Côte du Golfe")
    assert not names_it("côte du Golfe") and not names_it("Rivière de") and not names_it("LAKE DISTRICT")


def test_one_kind_alone_names_nothing() -> None:
    assert says_one_kind("riviere de") and says_one_kind("du lac")
    assert not says_one_kind("lake district") and not says_one_kind("lac tchad")
