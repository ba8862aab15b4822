"""The real servers, started once for each module that asks for them; skipped with one reason where they are not installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.programs import available, pygeoapi, stac_static

MISSING = "the real servers are not installed: run `make test-servers`, which needs a Python 3.12"


@pytest.fixture(scope="module")
def pygeoapi_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running pygeoapi."""
    _wanted()
    with pygeoapi(tmp_path_factory.mktemp("pygeoapi")) as url:
        yield url


@pytest.fixture(scope="module")
def stac_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running stac-fastapi-static over thousands of real items."""
    _wanted()
    with stac_static(tmp_path_factory.mktemp("stac")) as url:
        yield url


def _wanted() -> None:
    if not available():
        pytest.skip(MISSING)
