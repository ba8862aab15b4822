"""The manifest that ships: complete, sorted, small enough; and what a wrong entry says."""

from __future__ import annotations

import re

import pytest

from connectors.embedded.manifest import holdings, parse_manifest, select
from connectors.errors import Refused

ENTRY = """[one]
title = "t"
archive = "a"
version = "1"
kind = "wheel"
bytes = 1
sha256 = "00"
members = ["a/*.nc"]
licence = "l"
citation = "c"
"""


RIVERS = ("fulda", "rhine")  # what simulations came to want beside the first set


def test_the_first_set_is_under_100_megabytes_and_the_rivers_add_under_ten() -> None:
    assert sum(h.bytes for h in holdings() if h.default and h.id not in RIVERS) < 100_000_000
    assert sum(h.bytes for h in holdings() if h.id in RIVERS) < 10_000_000


def test_the_manifest_is_sorted_and_names_each_licence_and_citation() -> None:
    assert [h.id for h in holdings()] == sorted(h.id for h in holdings())
    assert [h.id for h in holdings() if len(h.licence) < 5 or len(h.citation) < 20 or len(h.title) < 15] == []


def test_every_archive_is_pinned_by_version_and_hash() -> None:
    for holding in holdings():
        assert re.fullmatch(r"[\w-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", holding.requirement)


def test_a_pattern_crosses_folders() -> None:
    (holding,) = parse_manifest(ENTRY)
    assert holding.wants("a/b/c.nc")
    assert not holding.wants("a/b/c.txt")


def test_the_default_set_leaves_out_what_must_be_named() -> None:
    assert "provinces" not in {h.id for h in select(holdings())}
    assert [h.id for h in select(holdings(), only=["provinces"])] == ["provinces"]


def test_an_unknown_id_is_refused_with_near_ones() -> None:
    with pytest.raises(Refused, match=r"'xcsen' is not a holding; try xscen"):
        select(holdings(), only=["xcsen"])


@pytest.mark.parametrize(
    ("line", "message"), [('licence = "l"\n', "'one' lacks 'licence'"), ('kind = "wheel"\n', "lacks 'kind'")]
)
def test_an_entry_that_lacks_something_is_named(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_manifest(ENTRY.replace(line, ""))


def test_another_kind_of_archive_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a wheel or an sdist, got 'egg'"):
        parse_manifest(ENTRY.replace('"wheel"', '"egg"'))
