"""Foreign files are read by confined processes: what they may not see they do not, and their crash is an error here."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from connectors.errors import BadReply, Refused
from connectors.sandbox.imagery import opened
from connectors.sandbox.policy import Limits, Strength
from connectors.sandbox.process import Readers, Reading
from tests.connectors.compute.samples import LAND_COVER
from tests.connectors.sandbox.attacks import SECRET, vrt_in_disguise

HERE = "connectors.sandbox.probes"


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    made = Readers()
    yield made
    made.close()


@pytest.fixture
def harmless(tmp_path: Path) -> Path:
    (tmp_path / "harmless.txt").write_text("a,b\n1,2\n")
    (tmp_path / "secret.txt").write_bytes(SECRET)
    return tmp_path / "harmless.txt"


def attempt(readers: Readers, path: Path, what: str, **arguments: Any) -> Any:
    return readers.read(path, f"{HERE}:{what}", arguments=arguments, limits=Limits(wall_s=10.0))


def test_a_reader_sees_the_file_and_no_other(readers: Readers, harmless: Path) -> None:
    assert attempt(readers, harmless, "contents", other=str(harmless)) == "a,b\n1,2\n"
    if not readers.strength().landlock:
        pytest.skip("no landlock on this kernel")
    with pytest.raises(BadReply, match="PermissionError"):
        attempt(readers, harmless, "contents", other=str(harmless.with_name("secret.txt")))


def test_a_reader_has_no_network(readers: Readers, harmless: Path) -> None:
    if not readers.strength().is_full:
        pytest.skip("neither namespaces nor landlock's rules for TCP here")
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        pytest.raises(BadReply, match=r"OSError|PermissionError|refused"),
    ):
        attempt(readers, harmless, "call", port=server.getsockname()[1])


def test_a_reader_writes_nothing_and_knows_no_credentials(
    readers: Readers, harmless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EARTHDATA_TOKEN", "hush")
    assert "EARTHDATA_TOKEN" not in attempt(readers, harmless, "environment")
    with pytest.raises(BadReply):
        attempt(readers, harmless, "write", other=str(harmless.with_name("new.txt")))
    assert not harmless.with_name("new.txt").exists() or not harmless.with_name("new.txt").stat().st_size


def test_a_crash_is_an_error_that_names_the_file_and_the_next_file_is_read(readers: Readers, harmless: Path) -> None:
    with pytest.raises(BadReply, match=r"'harmless\.txt'.*SIGSEGV") as caught:
        attempt(readers, harmless, "crash")
    assert caught.value.kind == "crashed"
    assert attempt(readers, harmless, "contents", other=str(harmless))


def test_of_several_files_the_one_that_crashes_is_named_and_the_others_are_read(
    readers: Readers, harmless: Path
) -> None:
    secret = harmless.with_name("secret.txt")
    told = [("contents", {"other": str(harmless)}), ("crash", {}), ("contents", {"other": str(secret)}), ("sleep", {}),
            ("contents", {"other": str(harmless)})]  # fmt: skip
    asked = [Reading(path=harmless, call=f"{HERE}:{what}", arguments=arguments) for what, arguments in told]
    first, crashed, shut, late, last = readers.read_each(asked, limits=Limits(wall_s=2.0))
    assert first == last == "a,b\n1,2\n"
    assert isinstance(crashed, BadReply) and crashed.kind == "crashed" and "harmless.txt" in str(crashed)
    assert isinstance(late, Refused) and "took longer" in str(late)
    assert isinstance(shut, BadReply) or not readers.strength().landlock


def test_a_file_that_wants_more_memory_than_is_left_is_read_alone(readers: Readers, harmless: Path) -> None:
    asked = [Reading(path=harmless, call=f"{HERE}:keep"), Reading(path=harmless, call=f"{HERE}:hoard")]
    kept, hoarded = readers.read_each(asked, limits=Limits(memory=3 * 2**28))
    assert kept == hoarded == 2**29


def test_files_read_together_see_each_other_and_no_other(readers: Readers, harmless: Path) -> None:
    if not readers.strength().landlock:
        pytest.skip("no landlock on this kernel")
    other, secret = harmless.with_name("other.txt"), harmless.with_name("secret.txt")
    other.write_text("3")
    asked = [
        Reading(path=p, call=f"{HERE}:contents", arguments={"other": str(o)})
        for p, o in ((harmless, other), (other, secret))
    ]
    seen, shut = readers.read_each(asked)
    assert seen == "3" and isinstance(shut, BadReply)


def test_a_reader_that_takes_too_long_or_too_much_is_ended(readers: Readers, harmless: Path) -> None:
    with pytest.raises(Refused, match="took longer than 1 s"):
        readers.read(harmless, f"{HERE}:sleep", arguments={}, limits=Limits(wall_s=1.0))
    with pytest.raises(Refused, match="GiB of memory"):
        readers.read(harmless, f"{HERE}:hoard", arguments={}, limits=Limits(memory=2**28))


def test_only_our_own_readings_are_called(readers: Readers, harmless: Path) -> None:
    with pytest.raises(BadReply, match="no reading of ours"):
        readers.read(harmless, "os:listdir")


def test_a_nursery_that_died_is_started_again(harmless: Path) -> None:
    with_own = Readers()
    try:
        with_own.read(harmless)
        assert with_own.forks.process is not None
        os.kill(with_own.forks.process.pid, signal.SIGKILL)
        with_own.forks.process.wait()
        assert attempt(with_own, harmless, "contents", other=str(harmless))
    finally:
        with_own.close()


def test_a_disguised_vrt_is_refused(harmless: Path) -> None:
    path = vrt_in_disguise(harmless.parent, harmless.with_name("secret.txt"))
    with pytest.raises(Refused, match="VRT"), opened(path, is_trusted=False):
        pass


@pytest.mark.skipif(not LAND_COVER.exists(), reason="the holdings are not here")
def test_a_raster_read_apart_is_the_raster_read_here() -> None:
    from rasterio.windows import Window

    window = Window(100, 200, 50, 40)
    with opened(LAND_COVER, is_trusted=True) as here, opened(LAND_COVER, is_trusted=False) as there:
        np.testing.assert_array_equal(there.read(1, window=window), here.read(1, window=window))
        assert (there.transform, there.width, there.nodata, there.dtypes) == (
            here.transform,
            here.width,
            here.nodata,
            here.dtypes,
        )


def test_what_confines_readers_is_said() -> None:
    assert "detection rules" in Strength(subprocess=False).told()
    assert "no network" in Strength(landlock=6, namespace=True).told()
    assert "detection rules alone" in Strength().told()
