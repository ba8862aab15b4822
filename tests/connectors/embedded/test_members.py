"""Unpacking: only what is named, never outside its folder, always with a receipt that finds damage again."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from connectors.embedded.members import RECEIPT, problems, read_receipt, unpack
from connectors.errors import BadReply
from tests.connectors.embedded.packages import holding_of, make_sdist, make_wheel


def _zip(folder: Path, names: list[str]) -> Path:
    path = folder / "evil-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(zipfile.ZipInfo(name), b"content")
    return path


def _tar(folder: Path, entry: tarfile.TarInfo) -> Path:
    path = folder / "evil-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        packed.addfile(entry, io.BytesIO(b"x" * entry.size))
    return path


def test_only_the_named_members_are_written(tmp_path: Path) -> None:
    archive = make_wheel(tmp_path, "small", {"small/data/a.nc": b"a", "small/code.py": b"1/0"})
    receipt = unpack(archive, holding_of(archive, members=("small/data/*.nc",)), into=tmp_path / "out")
    written = [p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()]
    assert sorted(written) == [RECEIPT, "small/data/a.nc"]
    assert receipt.bytes == 1


def test_a_source_archive_loses_its_outer_folder(tmp_path: Path) -> None:
    archive = make_sdist(tmp_path, "small", {"data/a.nc": b"abc"})
    unpack(archive, holding_of(archive, members=("data/*",), kind="sdist"), into=tmp_path / "out")
    assert (tmp_path / "out/data/a.nc").read_bytes() == b"abc"


@pytest.mark.parametrize("name", ["../up.nc", "/abs.nc", "a/../../up.nc", "a\\..\\up.nc", "C:up.nc", RECEIPT])
def test_a_member_that_would_leave_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    archive = _zip(tmp_path, [name])
    (tmp_path / "in").mkdir()
    with pytest.raises(BadReply, match="outside its folder: refused"):
        unpack(archive, holding_of(archive, members=("*",)), into=tmp_path / "in/out")
    assert [p.name for p in tmp_path.rglob("*up*")] == []


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_link_or_device_is_refused(tmp_path: Path, kind: bytes) -> None:
    entry = tarfile.TarInfo("evil-1.0/a.nc")
    entry.type, entry.linkname = kind, "/etc/passwd"
    archive = _tar(tmp_path, entry)
    with pytest.raises(BadReply, match=r"'evil-1.0/a.nc' of holding 'evil' is a link or a device: refused"):
        unpack(archive, holding_of(archive, members=("*.nc",), kind="sdist"), into=tmp_path / "out")


def test_a_named_member_that_is_not_there_is_told(tmp_path: Path) -> None:
    archive = make_wheel(tmp_path, "small", {"small/a.nc": b"a"})
    with pytest.raises(BadReply, match=r"'small' has no member 'small/\*.tif'"):
        unpack(archive, holding_of(archive, members=("small/*.nc", "small/*.tif")), into=tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"not an archive", b"\x1f\x8b\x08\x00broken"])
def test_what_is_no_archive_is_told(tmp_path: Path, content: bytes) -> None:
    archive = tmp_path / "small-1.0.tar.gz"
    archive.write_bytes(content)
    with pytest.raises(BadReply, match="'small' cannot be read"):
        unpack(archive, holding_of(archive, members=("*",)), into=tmp_path / "out")


def test_a_member_with_a_wrong_checksum_is_told(tmp_path: Path) -> None:
    archive = make_wheel(tmp_path, "small", {"small/a.nc": bytes(range(256)) * 40})
    content = bytearray(archive.read_bytes())
    content[60:80] = bytes(20)
    archive.write_bytes(content)
    with pytest.raises(BadReply, match="cannot be read"):
        unpack(archive, holding_of(archive, members=("small/*",)), into=tmp_path / "out")


def test_a_name_that_comes_twice_counts_once(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive = _zip(tmp_path, ["a.nc", "a.nc"])
    assert list(unpack(archive, holding_of(archive, members=("*.nc",)), into=tmp_path / "out").members) == ["a.nc"]


def test_the_receipt_finds_lost_cut_and_changed_files(tmp_path: Path) -> None:
    archive = make_wheel(tmp_path, "small", {"small/a": b"aaa", "small/b": b"bbb", "small/c": b"ccc"})
    out = tmp_path / "out"
    unpack(archive, holding_of(archive, members=("small/*",)), into=out)
    receipt = read_receipt(out)
    assert receipt is not None
    assert problems(out, receipt, hashes=True) == ()
    (out / "small/a").unlink()
    (out / "small/b").write_bytes(b"b")
    (out / "small/c").write_bytes(b"ccX")
    assert [p.partition(" ")[0] for p in problems(out, receipt, hashes=False)] == ["small/a", "small/b"]
    assert [p.partition(" ")[0] for p in problems(out, receipt, hashes=True)] == ["small/a", "small/b", "small/c"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"members": 3}', "\x00"])
def test_a_damaged_receipt_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / RECEIPT).write_text(text)
    assert read_receipt(tmp_path) is None
