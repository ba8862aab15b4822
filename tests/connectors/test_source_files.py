"""The registry's files: the shipped ones are sound, the user's go on top, mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.errors import Refused
from connectors.kinds import KINDS
from connectors.source_files import add_source, of_family, read_sources, registered_addresses
from tests.connectors.outside_world import source

SOURCES = read_sources()


def test_sources_are_sorted_and_unique() -> None:
    ids = [s.id for s in SOURCES]
    assert ids == sorted(set(ids))


def test_every_enabled_source_has_a_connector() -> None:
    assert [s.id for s in SOURCES if s.enabled and s.kind not in KINDS] == []


def test_every_source_says_where_it_was_seen_and_none_claims_to_be_verified() -> None:
    assert [s.id for s in SOURCES if not s.evidence or s.verified] == []


def test_embedded_sources_are_the_only_ones_on_embedded_hosts() -> None:
    assert [s.id for s in SOURCES if (".embedded" in s.url) is not s.embedded] == []


def test_a_family_is_its_enabled_sources() -> None:
    assert {s.id for s in of_family(SOURCES, "ml")} == {"embedded-models", "local-models"}


def test_the_users_file_adds_and_overrides(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(
        "[source.earth-search]\nenabled = false\nlimits = { budget_s = 9.0 }\n"
        "[source.finch-pavics]\nlimits = { call_s = 300.0 }\n"
        '[source.mine]\nkind = "stac-api"\nfamily = "eo"\nurl = "http://127.0.0.1:8000"\n'
        'options = { hosts = ["127.0.0.1:8001"] }\n'
    )
    sources = {s.id: s for s in read_sources(path)}
    shipped = next(s for s in SOURCES if s.id == "earth-search")
    assert not sources["earth-search"].enabled
    assert sources["earth-search"].limits.budget_s == 9.0
    assert sources["finch-pavics"].limits.call_s == 300.0
    assert sources["earth-search"].limits.page_max == shipped.limits.page_max
    assert sources["mine"].title == "mine"
    assert registered_addresses(path) == (("127.0.0.1", 8000), ("127.0.0.1", 8001))


def test_without_a_users_file_nothing_private_is_registered(tmp_path: Path) -> None:
    assert registered_addresses(None) == registered_addresses(tmp_path / "none.toml") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[source.x\n", "not TOML"),
        ("format = 2\n", "format 2"),
        ("source = 5\n", r"tables named \[source\.ID\]"),
        ('[source.x]\nkind = "stac-api"\n', "'x'.*lacks family, url"),
        ('[source.x]\nkind = "k"\nfamily = "f"\nurl = "u"\n', "family 'f'; families: compute"),
        ('[source.x]\nkind = "k"\nfamily = "eo"\nurl = "u"\nulr = "v"\n', r"unknown entries \['ulr'\]"),
        ('[source.x]\nkind = "k"\nfamily = "eo"\nurl = "u"\nlimits = { rate = 3 }\n', r"unknown limits \['rate'\]"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(text)
    with pytest.raises(Refused, match=words):
        read_sources(path)


def test_an_added_source_reads_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "sources.toml"
    given = source(
        "mine",
        "https://x.example/é",
        title='a "quoted" title',
        options={"open_collections": True},
        auth={"download": "netrc"},
    )
    written = add_source(given, user_file=path)
    again = add_source(given, user_file=path)
    back = {s.id: s for s in read_sources(path)}
    assert (written.id, again.id) == ("mine", "mine-2")
    assert [getattr(back["mine"], f) for f in ("title", "url", "kind", "auth", "options", "enabled")] == [
        getattr(given, f) for f in ("title", "url", "kind", "auth", "options", "enabled")
    ]
