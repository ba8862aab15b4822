"""Processes, servers and models by name."""

from __future__ import annotations

import pytest

from connectors.vocabulary.processes import model, process, processes, server


@pytest.mark.parametrize(
    ("name", "family"),
    [("ndvi", "openeo"), ("subset", "rook"), ("tx_days_above", "xclim"), ("empirical_quantile_mapping", "finch")],
)
def test_processes_of_every_kind_are_known(name: str, family: str) -> None:
    found = process(name)

    assert found is not None
    assert found.family == family


def test_every_openeo_process_is_there() -> None:
    assert sum(p.family == "openeo" for p in processes()) > 110


@pytest.mark.parametrize(
    ("name", "kind"),
    [("gr4j", "hydrological"), ("HMETS", "hydrological"), ("s2cloudless", "ml"), ("raven", "framework")],
)
def test_models_are_known_in_any_case(name: str, kind: str) -> None:
    found = model(name)

    assert found is not None
    assert found.kind == kind


def test_servers_are_known() -> None:
    assert all(server(name) for name in ("pavics", "finch", "weaver", "gnosis", "rook"))


def test_what_is_not_known_is_none() -> None:
    assert (process("teleport"), server("nowhere"), model("crystal ball")) == (None, None, None)
