from __future__ import annotations

import pytest

from conductor.composer.reading import Named
from conductor.composer.what.process_servers import addressed, asked_of


@pytest.mark.parametrize(
    ("text", "named", "processes", "servers"),
    [
        ("the mean with Finch at PAVICS", Named(servers=("finch", "pavics")), (), ("finch", "pavics")),
        ("subset on rook", Named(processes=("subset",), servers=("rook",)), ("subset@rook",), ("rook",)),
        ("tg_mean@my-node in Texas", Named(processes=("tg_mean",)), ("tg_mean@my-node",), ("my-node",)),
        ("tg_mean@finch-pavics", Named(processes=("tg_mean",), servers=("finch",)), ("tg_mean@finch-pavics",), ("finch-pavics",)),
        ("own_thing@my-node: do it", Named(), ("own_thing@my-node",), ("my-node",)),
        ("floods of the Fulda @my-node", Named(), (), ("my-node",)),
        ("write to ana@example.org", Named(), (), ()),
        ("scenes in the Copernicus data space", Named(servers=("cdse",)), (), ()),
        ("frost days in Germany", Named(processes=("frost_days",)), ("frost_days",), ()),
    ],
)  # fmt: skip
def test_the_servers_that_are_to_compute(
    text: str, named: Named, processes: tuple[str, ...], servers: tuple[str, ...]
) -> None:
    assert addressed(named, text) == processes
    assert asked_of(named, text) == servers
