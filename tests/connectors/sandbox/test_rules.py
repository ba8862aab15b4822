"""Every attack is refused by rule, naming the file; what is damaged is named; what is sound passes."""

from __future__ import annotations

from pathlib import Path

import netCDF4
import numpy as np
import pytest
import rasterio

from connectors.errors import BadReply, Refused, Unsupported
from connectors.sandbox.rules.archive import check_name
from connectors.sandbox.rules.examine import examine
from connectors.sandbox.rules.references import check_address
from connectors.sandbox.rules.signature import kind_of
from tests.connectors.compute.samples import AMERICA, LAND_COVER
from tests.connectors.sandbox.attacks import ATTACKS, DAMAGED, SECRET, external_storage, vrt_in_disguise


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_bytes(SECRET)
    return path


@pytest.mark.filterwarnings("ignore:Dataset has no geotransform")
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_with_the_name_of_its_file(name: str, tmp_path: Path, secret: Path) -> None:
    path = ATTACKS[name](tmp_path, secret)
    with pytest.raises(Refused, match=path.name) as caught:
        examine(path)
    assert caught.value.kind in ("attack", "bomb")
    assert SECRET.decode() not in str(caught.value)


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_named(name: str, tmp_path: Path, secret: Path) -> None:
    path = DAMAGED[name](tmp_path, secret)
    with pytest.raises((BadReply, Unsupported), match=path.name):
        examine(path)


def test_the_attacks_work_on_readers_without_rules(tmp_path: Path, secret: Path) -> None:
    """Else the rules would guard against nothing."""
    with netCDF4.Dataset(external_storage(tmp_path, secret)) as data:
        assert np.asarray(data.variables["tas"][:]).tobytes() == SECRET


def test_sound_files_pass(tmp_path: Path) -> None:
    path = tmp_path / "sound.nc"
    with netCDF4.Dataset(path, "w", format="NETCDF3_CLASSIC") as data:
        data.createDimension("time", None)
        data.createDimension("x", 3)
        for name in ("tas", "pr"):
            data.createVariable(name, "i2", ("time", "x"))[:] = np.ones((5, 3))
    examine(path)
    for held in (AMERICA / "A1B_north_america.nc", LAND_COVER):
        if held.exists():
            examine(held)


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"", "empty"), (b"CDF\x05", "classic"), (b"\0" * 512 + b"\x89HDF\r\n\x1a\n", "hdf5"), (b"\x80\x04\x95", "pickle"),
     (b"<?xml version='1.0'?><VRTDataset>", "vrt"), (b" \n<!DOCTYPE HTML>", "html"), (b"a,b\n1,2", "text")],
)  # fmt: skip
def test_a_file_is_what_its_first_bytes_say(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "/etc/passwd", "../x.nc", "http://localhost/a", "http://127.0.0.1/a", "http://[::ffff:10.0.0.1]/a",
     "http://2130706433/a", "http://0x7f000001/a", "http://100.64.0.1/a", "simplecache::file:///a", "ftp://h.example/a"],
)  # fmt: skip
def test_an_address_of_this_machine_or_its_network_is_refused(address: str) -> None:
    with pytest.raises(Refused, match=r"'refs\.json'"):
        check_address(address, name="refs.json")


@pytest.mark.parametrize("address", ["https://data.example.org/tas.nc", "s3://bucket/key", "tas.nc"])
def test_an_address_of_the_web_passes(address: str) -> None:
    check_address(address, name="refs.json")


@pytest.mark.parametrize("member", ["../x", "/x", "C:\\x", "a/../../x", "\\\\host\\x"])
def test_a_member_outside_its_folder_is_refused(member: str) -> None:
    with pytest.raises(Refused, match=r"'a\.zip'"):
        check_name("a.zip", member)


def test_a_disguised_vrt_gives_the_secret_to_readers_without_rules(
    tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GDAL_VRT_RAWRASTERBAND_ALLOWED_SOURCE", "ALL")
    with (
        pytest.warns(rasterio.errors.NotGeoreferencedWarning),
        rasterio.open(vrt_in_disguise(tmp_path, secret)) as source,
    ):
        assert source.read(1).tobytes() == SECRET
