"""Fetching one archive with real pip: from a folder or a slow server on loopback, with every fault it may meet."""

from __future__ import annotations

import sys
import venv
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Event

import pytest

from connectors.embedded.archives import download
from connectors.embedded.manifest import Holding
from connectors.errors import BadReply, ConnectorError, Refused, Unavailable
from tests.connectors.embedded.packages import holding_of, make_sdist, make_wheel, offline, slow_server

ZEROS = "0" * 64
NOISE = Random(0).randbytes(2_000_000)  # pip reads in pieces of 256 kB


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def _fetch(
    holding: Holding, tmp_path: Path, options: tuple[str, ...], *, python: str = sys.executable
) -> tuple[Path, list[int]]:
    into = tmp_path / "into"
    into.mkdir()
    sizes: list[int] = []
    return download(holding, into=into, python=python, pip_options=options, stop=Event(), on_bytes=sizes.append), sizes


def _error(
    holding: Holding, tmp_path: Path, options: tuple[str, ...], *, python: str = sys.executable
) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        _fetch(holding, tmp_path, options, python=python)
    assert str(tmp_path) not in str(caught.value), "pip's words name paths of this machine"
    return caught.value


def test_a_wheel_is_fetched_and_pip_says_nothing(
    shelf: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": b"a"})
    found, _ = _fetch(holding_of(wheel, members=("*",)), tmp_path, offline(shelf))
    assert found.read_bytes() == wheel.read_bytes()
    assert capfd.readouterr() == ("", "")


def test_a_source_archive_is_fetched(shelf: Path, tmp_path: Path) -> None:
    sdist = make_sdist(shelf, "small", {"data/a.nc": b"a"})
    found, _ = _fetch(holding_of(sdist, members=("*",), kind="sdist"), tmp_path, offline(shelf))
    assert found.read_bytes() == sdist.read_bytes()


def test_progress_is_told_while_it_comes(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": NOISE})
    holding = holding_of(wheel, members=("*",))
    with slow_server(shelf, bytes_per_s=1_500_000) as address:
        _, sizes = _fetch(holding, tmp_path, ("--no-index", "--find-links", address))
    assert len(sizes) >= 2
    assert sizes == sorted(sizes)
    assert sizes[-1] <= holding.bytes


def test_a_wrong_hash_is_refused(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": b"a"})
    holding = holding_of(wheel, members=("*",))
    error = _error(replace(holding, sha256=ZEROS), tmp_path, offline(shelf))
    assert isinstance(error, BadReply)
    assert f"has SHA-256 {holding.sha256}, not {ZEROS}" in str(error)


def test_a_truncated_archive_is_refused(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": bytes(range(256)) * 100})
    holding = holding_of(wheel, members=("*",))
    wheel.write_bytes(wheel.read_bytes()[:-100])
    assert isinstance(_error(holding, tmp_path, offline(shelf)), BadReply)


def test_a_version_that_the_index_lacks_is_told(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": b"a"})
    error = _error(replace(holding_of(wheel, members=("*",)), version="2.0"), tmp_path, offline(shelf))
    assert isinstance(error, Unavailable)
    assert "does not have the archive of holding 'small' (small 2.0)" in str(error)


def test_an_index_that_does_not_answer_is_told(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": b"a"})
    with slow_server(shelf, bytes_per_s=1) as closed:
        pass
    error = _error(
        holding_of(wheel, members=("*",)), tmp_path, ("--no-index", "--find-links", closed, "--retries", "1")
    )
    assert isinstance(error, Unavailable)
    assert "could not be reached" in str(error)


def test_a_python_without_pip_is_told(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": b"a"})
    venv.create(tmp_path.parent / "bare", with_pip=False)
    error = _error(
        holding_of(wheel, members=("*",)), tmp_path, offline(shelf), python=str(tmp_path.parent / "bare/bin/python")
    )
    assert isinstance(error, Refused)
    assert "ensurepip" in str(error)


def test_a_stop_ends_pip_at_once(shelf: Path, tmp_path: Path) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": NOISE})
    stop, into = Event(), tmp_path / "into"
    into.mkdir()
    holding = holding_of(wheel, members=("*",))
    with slow_server(shelf, bytes_per_s=600_000) as address, pytest.raises(KeyboardInterrupt):
        options = ("--no-index", "--find-links", address)
        download(
            holding, into=into, python=sys.executable, pip_options=options, stop=stop, on_bytes=lambda _: stop.set()
        )
    assert list((into / "scratch").rglob("*.whl")) == []
