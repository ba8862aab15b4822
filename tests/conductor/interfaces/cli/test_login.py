"""`conductor login`: which variable wants what, in a real process with a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conductor.interfaces.cli.exits import ANSWERED, NO_CREDENTIALS, NOTHING_USABLE
from conductor.interfaces.cli.login import told
from connectors.access.login import Standing


def run(folder: Path, source: str, **environ: str) -> subprocess.CompletedProcess[str]:
    homes = {f"CONDUCTOR_{name}_DIR": str(folder / name) for name in ("DATA", "CACHE", "CONFIG")}
    env = {k: v for k, v in os.environ.items() if "TOKEN" not in k} | homes | environ
    env |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "NETRC": str(folder / "netrc")}
    command = [sys.executable, "-m", "conductor", "login", source]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("source", "environ", "code", "said"),
    [
        ("geodes", {}, NO_CREDENTIALS, "export GEODES_API_KEY="),
        ("geodes", {"GEODES_API_KEY": "s3cret-key"}, ANSWERED, "download (bearer): ready"),
        ("dlr-eoc", {}, ANSWERED, "needs no credentials"),
        ("earth-search", {}, ANSWERED, "export AWS_REQUEST_PAYER=requester"),
        ("geode", {}, NOTHING_USABLE, "did you mean 'geodes'?"),
    ],
)
def test_login_says_what_is_missing(tmp_path: Path, source: str, environ: dict[str, str], code: int, said: str) -> None:
    done = run(tmp_path, source, **environ)
    assert (done.returncode, said in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr
    assert "s3cret-key" not in done.stdout + done.stderr


def test_a_login_that_was_given_is_told_with_its_place() -> None:
    standing = Standing(phase="download", scheme="oidc")
    lines = told("cdse-stac", places=("the keyring",), standings=(standing,)).splitlines()
    assert lines == ["logged in to cdse-stac; kept in the keyring", "download (oidc): ready"]
