"""Syncing holdings: what is fetched, what stays, and that no fault leaves anything half-written."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from conductor.settings import from_environment
from connectors.embedded import holdings
from connectors.embedded.manifest import Holding
from connectors.errors import BadReply, DiskFull, MissingHolding, Refused
from tests.connectors.embedded.packages import holding_of, make_sdist, make_wheel, offline, slow_server

ROOT = Path(__file__).resolve().parents[3]
HELD = from_environment().holdings_dir
NO_PYTHON = "/nonexistent/python"
SCRIPT = """
import resource, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent in the background hands down an ignored one
from pathlib import Path
from connectors.embedded import holdings
from tests.connectors.embedded.packages import holding_of
archive, target, limit, *options = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
known = (holding_of(Path(archive), members=("small/*",)),)
tell = lambda name, done, whole: print(done, flush=True)
for report in holdings.sync(Path(target), known=known, pip_options=tuple(options), on_progress=tell):
    print(report.state, type(report.error).__name__, report.error)
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "holdings"


@pytest.fixture
def small(shelf: Path) -> Holding:
    wheel = make_wheel(shelf, "small", {"small/a.nc": b"aaa", "small/b.nc": b"bbb", "small/code.py": b"1/0"})
    return holding_of(wheel, members=("small/*.nc",))


def _left(target: Path) -> list[str]:
    """All that lies in the holdings folder but for the lock, which stays."""
    return sorted(p.name for p in target.iterdir() if p.name != ".sync.lock")


def test_a_sync_unpacks_what_the_manifest_names(shelf: Path, target: Path, small: Holding) -> None:
    (report,) = holdings.sync(target, known=(small,), pip_options=offline(shelf))
    assert (report.state, report.bytes, report.error) == ("fetched", small.bytes, None)
    assert _left(target) == ["small"]
    assert sorted(p.name for p in (target / "small/small").iterdir()) == ["a.nc", "b.nc"]


def test_wheels_and_source_archives_come_side_by_side(shelf: Path, target: Path, small: Holding) -> None:
    sdist = holding_of(make_sdist(shelf, "other", {"data/a.nc": b"a"}), members=("data/*",), kind="sdist")
    reports = holdings.sync(target, known=(small, sdist), pip_options=offline(shelf))
    assert [(r.id, r.state) for r in reports] == [("small", "fetched"), ("other", "fetched")]
    assert holdings.path(target, "other", "data/a.nc").read_bytes() == b"a"


def test_a_second_sync_asks_for_nothing(shelf: Path, target: Path, small: Holding) -> None:
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    (report,) = holdings.sync(target, known=(small,), python=NO_PYTHON)
    assert (report.state, report.bytes) == ("present", 0)


def test_only_the_named_holding_is_fetched(shelf: Path, target: Path, small: Holding) -> None:
    other = replace(small, id="other")
    holdings.sync(target, known=(small, other), only=["other"], pip_options=offline(shelf))
    assert _left(target) == ["other"]


def test_progress_ends_at_the_whole(shelf: Path, target: Path, small: Holding) -> None:
    heard: list[tuple[str, int, int]] = []
    holdings.sync(target, known=(small,), pip_options=offline(shelf), on_progress=lambda *told: heard.append(told))
    assert heard[0] == ("small", 0, small.bytes)
    assert heard[-1] == ("small", small.bytes, small.bytes)


def test_a_wrong_hash_leaves_nothing_and_stops_no_other(shelf: Path, target: Path, small: Holding) -> None:
    wrong = replace(small, id="wrong", sha256="0" * 64)
    bad, good = holdings.sync(target, known=(wrong, small), pip_options=offline(shelf))
    assert (bad.state, type(bad.error), good.state) == ("failed", BadReply, "fetched")
    assert _left(target) == ["small"]


def test_a_failed_renewal_keeps_what_was_there(shelf: Path, target: Path, small: Holding) -> None:
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    newer = replace(small, sha256="0" * 64)
    (report,) = holdings.sync(target, known=(newer,), pip_options=offline(shelf))
    assert report.state == "failed"
    assert holdings.path(target, "small", "small/a.nc").read_bytes() == b"aaa"
    assert _left(target) == ["small"]


def test_a_truncated_archive_is_fetched_again_when_it_is_whole(shelf: Path, target: Path, small: Holding) -> None:
    archive = next(shelf.iterdir())
    whole = archive.read_bytes()
    archive.write_bytes(whole[:-50])
    assert [r.state for r in holdings.sync(target, known=(small,), pip_options=offline(shelf))] == ["failed"]
    assert _left(target) == []
    archive.write_bytes(whole)
    assert [r.state for r in holdings.sync(target, known=(small,), pip_options=offline(shelf))] == ["fetched"]


def test_a_damaged_holding_is_found_and_replaced(shelf: Path, target: Path, small: Holding) -> None:
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    (target / "small/small/a.nc").write_bytes(b"a")
    (target / "small/small/b.nc").unlink()
    (found,) = holdings.listing(target, known=(small,))
    assert (found.state, len(found.problems)) == ("damaged", 2)
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    assert [s.state for s in holdings.verify(target, known=(small,))] == ["present"]


def test_verify_finds_what_a_listing_cannot(shelf: Path, target: Path, small: Holding) -> None:
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    (target / "small/small/a.nc").write_bytes(b"aaX")
    assert [s.state for s in holdings.listing(target, known=(small,))] == ["present"]
    (found,) = holdings.verify(target, known=(small,))
    assert (found.state, found.problems) == ("damaged", ("small/a.nc has another content than was unpacked",))


def test_another_version_in_the_manifest_is_damage(shelf: Path, target: Path, small: Holding) -> None:
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    (found,) = holdings.listing(target, known=(replace(small, version="2.0", sha256="0" * 64),))
    assert found.problems == ("it was unpacked from small 1.0, the manifest now wants small 2.0",)


def test_a_file_that_is_not_here_says_how_to_fetch_it(target: Path) -> None:
    with pytest.raises(MissingHolding, match=r"'xscen' is missing: .* conductor holdings sync --only xscen"):
        holdings.path(target, "xscen", "xscen/data/IPCC_annual_global_tas.nc")


def test_an_interrupt_in_mid_download_leaves_nothing_and_can_be_taken_up_again(
    tmp_path: Path, shelf: Path, target: Path
) -> None:
    wheel = make_wheel(shelf, "small", {"small/a.nc": Random(0).randbytes(3_000_000)})
    with slow_server(shelf, bytes_per_s=600_000) as address:
        command = [
            sys.executable,
            "-c",
            SCRIPT,
            str(wheel),
            str(target),
            str(10**9),
            "--no-index",
            "--find-links",
            address,
        ]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert next(int(line) for line in process.stdout if int(line) > 0) < wheel.stat().st_size
            process.send_signal(signal.SIGINT)
            _, words = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT
    assert "KeyboardInterrupt" in words
    assert _left(target) == []
    (report,) = holdings.sync(target, known=(holding_of(wheel, members=("small/*",)),), pip_options=offline(shelf))
    assert report.state == "fetched"


def test_a_killed_sync_is_cleared_away_by_the_next(shelf: Path, target: Path, small: Holding) -> None:
    (target / ".sync-killed/scratch").mkdir(parents=True)
    (target / ".sync-killed/scratch/half.whl").write_bytes(b"half")
    holdings.sync(target, known=(small,), pip_options=offline(shelf))
    assert _left(target) == ["small"]


@pytest.mark.parametrize(
    ("content", "limit"), [("noise", 100_000), ("zeros", 100_000)], ids=["in the download", "in the unpacking"]
)
def test_a_full_disk_is_told_and_leaves_nothing(shelf: Path, target: Path, content: str, limit: int) -> None:
    wheel = make_wheel(
        shelf, "small", {"small/a.nc": Random(0).randbytes(300_000) if content == "noise" else bytes(300_000)}
    )
    command = [sys.executable, "-c", SCRIPT, str(wheel), str(target), str(limit), *offline(shelf)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert f"failed {DiskFull.__name__}" in done.stdout
    assert "nothing half-written is" in done.stdout
    assert _left(target) == []


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, shelf: Path, small: Holding) -> None:
    (tmp_path / "file").write_text("in the way")
    (report,) = holdings.sync(tmp_path / "file/holdings", known=(small,), pip_options=offline(shelf))
    assert report.state == "failed"
    assert "check its permissions" in str(report.error)


def test_two_syncs_do_not_meet(shelf: Path, target: Path, small: Holding) -> None:
    target.mkdir()
    with (target / ".sync.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refused, match="another sync is at work"):
            holdings.sync(target, known=(small,), pip_options=offline(shelf))
    assert [r.state for r in holdings.sync(target, known=(small,), pip_options=offline(shelf))] == ["fetched"]


def test_an_error_of_the_listener_leaves_nothing(shelf: Path, target: Path, small: Holding) -> None:
    def broken(name: str, done: int, whole: int) -> None:
        raise RuntimeError("the bar broke")

    with pytest.raises(RuntimeError, match="the bar broke"):
        holdings.sync(target, known=(small,), pip_options=offline(shelf), on_progress=broken)
    assert _left(target) == []


def test_the_holdings_of_this_machine_are_whole() -> None:
    assert [(s.id, s.problems) for s in holdings.verify(HELD) if s.state != "present"] == []
    assert {s.id for s in holdings.listing(HELD) if s.holding.default and s.state != "present"} == set()
