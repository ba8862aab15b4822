"""Vault: the keyring before the file, the file for its owner only, nothing where there is no safe place."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from connectors.access.vault import Vault, system_keyring
from connectors.errors import AuthMissing


class Ring:
    """A keyring in memory."""

    def __init__(self, *, is_locked: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = is_locked

    def get_password(self, service: str, username: str, /) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self._check()
        del self.kept[service, username]

    def _check(self) -> None:
        if self.is_locked:
            raise RuntimeError("locked")


def test_a_secret_is_kept_in_a_file_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "config" / "credentials.json"
    assert Vault(file=file).keep("A", "s3cret") == str(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert (Vault(file=file).find("A"), Vault(file=file).find("B")) == ("s3cret", "")


def test_a_file_that_others_can_read_is_refused_with_the_command(tmp_path: Path) -> None:
    file = tmp_path / "my credentials.json"
    Vault(file=file).keep("A", "s3cret")
    file.chmod(0o640)
    with pytest.raises(AuthMissing, match=r"run `chmod 600 '.*my credentials\.json'`") as caught:
        Vault(file=file).find("A")
    assert "s3cret" not in str(caught.value)
    file.chmod(0o600)
    assert Vault(file=file).find("A") == "s3cret"


def test_a_broken_file_does_not_spill(tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    file.touch(mode=0o600)
    file.write_text('{"A": "s3cret"')
    with pytest.raises(AuthMissing, match="mend or remove") as caught:
        Vault(file=file).find("A")
    assert "s3cret" not in str(caught.value) and caught.value.__cause__ is None


def test_the_keyring_goes_before_the_file(tmp_path: Path) -> None:
    ring, file = Ring(), tmp_path / "credentials.json"
    vault = Vault(file=file, keyring=lambda: ring)
    assert vault.keep("A", "s3cret") == "the keyring"
    assert (vault.find("A"), file.exists()) == ("s3cret", False)


def test_a_locked_keyring_counts_as_none(tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    vault = Vault(file=file, keyring=lambda: Ring(is_locked=True))
    assert (vault.keep("A", "s3cret"), vault.find("A")) == (str(file), "s3cret")


def test_a_forgotten_secret_is_gone_from_both(tmp_path: Path) -> None:
    ring, file = Ring(), tmp_path / "credentials.json"
    Vault(file=file).keep("A", "one")
    vault = Vault(file=file, keyring=lambda: ring)
    vault.keep("A", "two")
    vault.forget("A")
    assert (ring.kept, vault.find("A")) == ({}, "")


def test_without_a_safe_place_nothing_is_kept() -> None:
    with pytest.raises(AuthMissing, match="no keyring"):
        Vault().keep("A", "s3cret")


def test_the_system_keyring_is_found_where_the_package_has_a_backend() -> None:
    keyring = pytest.importorskip("keyring", reason="the keyring package is optional")
    before = keyring.get_keyring()
    try:
        backends: Any = importlib.import_module("keyring.backends.null")
        keyring.set_keyring(backends.Keyring())
        found = system_keyring()
        assert found is not None and found.get_password("earth-conductor", "A") is None
        backends = importlib.import_module("keyring.backends.fail")
        keyring.set_keyring(backends.Keyring())
        assert system_keyring() is None
    finally:
        keyring.set_keyring(before)
