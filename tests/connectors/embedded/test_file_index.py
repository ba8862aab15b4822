"""The index on disk: used while files are unchanged, renewed where they are not, never in the way."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from conductor.settings import from_environment
from connectors.embedded import file_index
from connectors.embedded.file_index import facts_under
from connectors.embedded.netcdf_facts import Facts, read_facts

HOLDINGS = from_environment().holdings_dir
SOI = HOLDINGS / "iris/iris_sample_data/sample_data/SOI_Darwin.nc"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data/deep").mkdir(parents=True)
    for name in ("b.nc", "deep/a.nc"):
        shutil.copy(SOI, tmp_path / "data" / name)
    return tmp_path / "data"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really read."""
    paths: list[str] = []

    def counted(root: Path, path: str, *, is_trusted: bool) -> Facts:
        paths.append(path)
        return read_facts(root, path, is_trusted=is_trusted)

    monkeypatch.setattr(file_index, "read_facts", counted)
    return paths


def test_every_netcdf_below_is_described_in_order(root: Path) -> None:
    assert [f.path for f in facts_under(root)] == ["b.nc", "deep/a.nc"]


def test_hidden_files_and_other_formats_are_not_looked_at(root: Path) -> None:
    (root / ".index").mkdir()
    (root / ".index/x.nc").write_bytes(b"")
    (root / "notes.txt").write_text("")
    assert len(facts_under(root)) == 2


def test_the_second_start_reads_no_file(root: Path, tmp_path: Path, opened: list[str]) -> None:
    first = facts_under(root, index=tmp_path / "i/esgf.json")
    opened.clear()
    assert facts_under(root, index=tmp_path / "i/esgf.json") == first
    assert opened == []


def test_only_a_changed_file_is_read_again(root: Path, tmp_path: Path, opened: list[str]) -> None:
    facts_under(root, index=tmp_path / "esgf.json")
    opened.clear()
    os.utime(root / "b.nc", ns=(1, 1))
    facts_under(root, index=tmp_path / "esgf.json")
    assert opened == ["b.nc"]


def test_a_removed_file_leaves_the_index(root: Path, tmp_path: Path) -> None:
    facts_under(root, index=tmp_path / "esgf.json")
    (root / "b.nc").unlink()
    assert [f.path for f in facts_under(root, index=tmp_path / "esgf.json")] == ["deep/a.nc"]
    assert b'"b.nc"' not in (tmp_path / "esgf.json").read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"version": 0, "files": []}', b'{"version": 3, "files": [{"path": 1}]}']
)
def test_a_damaged_or_older_index_is_built_anew(root: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "esgf.json").write_bytes(content)
    assert len(facts_under(root, index=tmp_path / "esgf.json")) == 2


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert len(facts_under(root, index=tmp_path / "file/esgf.json")) == 2


def test_nothing_half_written_is_left(root: Path, tmp_path: Path) -> None:
    facts_under(root, index=tmp_path / "i/esgf.json")
    assert [p.name for p in (tmp_path / "i").iterdir()] == ["esgf.json"]


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    assert facts_under(tmp_path / "gone") == ()
