"""The protocols spoken here: each has its class, imported when it is first wanted."""

from __future__ import annotations

import pytest

from connectors.base import SearchConnector
from connectors.errors import Unsupported
from connectors.kinds import KINDS, SEARCHED, load_kind
from tests.connectors.outside_world import source


@pytest.mark.parametrize("kind", SEARCHED)
def test_a_searched_kind_is_a_search_connector(kind: str) -> None:
    assert isinstance(load_kind(kind)(source=source("x", "https://x.example", kind=kind)), SearchConnector)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_loaded(kind: str) -> None:
    assert isinstance(load_kind(kind), type)


def test_an_unknown_kind_names_those_that_are_spoken() -> None:
    with pytest.raises(Unsupported, match="spoken: cmr, csw"):
        load_kind("telepathy")
