"""The data node: whole files and parts of them, and nothing that is not a file of the holdings."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conductor.settings import from_environment
from connectors.embedded.datasets import FOLDERS, Catalogue, catalogue
from connectors.embedded.esgf_records import NODES
from connectors.embedded.file_host import file_host
from tests.connectors.embedded.serving import serving

HOLDINGS = from_environment().holdings_dir
SOI = "iris/iris_sample_data/sample_data/SOI_Darwin.nc"
MIROC = "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.day.ta.gn.v20191016"


@pytest.fixture(scope="module")
def held() -> Catalogue:
    return catalogue(HOLDINGS)


@pytest.fixture(scope="module")
def host(held: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    mine = tmp_path_factory.mktemp("mine")
    (mine / "a b.nc").write_bytes(b"mine")
    (mine / ".secret").write_bytes(b"no")
    (mine.parent / "outside.nc").write_bytes(b"no")
    (mine.parent / "archive.nc").write_bytes(b"linked")
    (mine / "latest.nc").symlink_to(mine.parent / "archive.nc")
    with serving(file_host(HOLDINGS, roots={"mine": mine}, held=lambda: held)) as base:
        yield base.removeprefix("http://")


def _ask(host: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(host, timeout=10)
    try:
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_a_file_comes_whole(host: str) -> None:
    status, headers, body = _ask(host, f"/thredds/fileServer/{SOI}")
    assert (status, body) == (200, (HOLDINGS / SOI).read_bytes())
    assert headers["content-length"] == str(len(body))
    assert headers["accept-ranges"] == "bytes"


def test_a_part_of_a_file_can_be_had(host: str) -> None:
    status, headers, body = _ask(host, f"/thredds/fileServer/{SOI}", Range="bytes=1-3")
    assert (status, body) == (206, b"HDF")
    assert headers["content-range"] == f"bytes 1-3/{(HOLDINGS / SOI).stat().st_size}"


def test_a_part_beyond_the_end_is_refused(host: str) -> None:
    assert _ask(host, f"/thredds/fileServer/{SOI}", Range="bytes=999999999-")[0] == 416


def test_a_head_has_no_body(host: str) -> None:
    status, headers, body = _ask(host, f"/thredds/fileServer/{SOI}", "HEAD")
    assert (status, body, headers["content-length"]) == (200, b"", str((HOLDINGS / SOI).stat().st_size))


def test_an_unchanged_file_is_not_sent_again(host: str) -> None:
    tag = _ask(host, f"/thredds/fileServer/{SOI}")[1]["etag"]
    assert _ask(host, f"/thredds/fileServer/{SOI}", If_None_Match=tag)[0] == 304


def test_a_folder_of_the_user_s_is_served_under_its_name(host: str) -> None:
    assert _ask(host, f"/thredds/fileServer/{FOLDERS}/mine/a%20b.nc")[2] == b"mine"


def test_a_link_in_the_user_s_folder_is_followed(host: str) -> None:
    assert _ask(host, f"/thredds/fileServer/{FOLDERS}/mine/latest.nc")[2] == b"linked"


@pytest.mark.parametrize(
    "path",
    [
        "/thredds/fileServer/iris/gone.nc",
        "/thredds/fileServer/iris",
        "/thredds/fileServer/",
        "/thredds/fileServer/.index/esgf.json",
        "/thredds/fileServer/../../../../etc/passwd",
        "/thredds/fileServer/%2e%2e/%2e%2e/etc/passwd",
        "/thredds/fileServer//etc/passwd",
        f"/thredds/fileServer/{FOLDERS}/mine/../outside.nc",
        f"/thredds/fileServer/{FOLDERS}/mine/%2e%2e%2foutside.nc",
        f"/thredds/fileServer/{FOLDERS}/mine/.secret",
        f"/thredds/fileServer/{FOLDERS}/mine/a%00b",
        "/elsewhere",
    ],
)
def test_nothing_else_is_served(host: str, path: str) -> None:
    status, _, body = _ask(host, path)
    assert status == 404
    assert b"root:" not in body
    assert body != b"no"


def test_nothing_can_be_written(host: str) -> None:
    assert _ask(host, f"/thredds/fileServer/{SOI}", "DELETE")[0] == 405


def test_a_dataset_has_a_thredds_catalogue(host: str) -> None:
    status, _, body = _ask(host, f"/thredds/catalog/{MIROC}.xml")
    space = "{http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0}"
    paths = [d.attrib["urlPath"] for d in ElementTree.fromstring(body).iter(f"{space}dataset") if "urlPath" in d.attrib]
    assert (status, len(paths)) == (200, 3)
    assert all(_ask(host, f"/thredds/fileServer/{p}", "HEAD")[0] == 200 for p in paths)


def test_a_dataset_of_many_files_has_an_aggregation(host: str) -> None:
    status, _, body = _ask(host, f"/thredds/ncml/{MIROC}.ncml")
    joined = ElementTree.fromstring(body).find("{*}aggregation")
    assert status == 200
    assert joined is not None
    assert [n.attrib["location"].rpartition("_")[2] for n in joined] == [
        f"{y}0101-{y}1231.nc" for y in (2000, 2001, 2002)
    ]


def test_an_unknown_dataset_has_none(host: str) -> None:
    assert _ask(host, "/thredds/catalog/CMIP6.x.xml")[0] == 404


def test_a_node_describes_only_what_it_holds(held: Catalogue, tmp_path: Path) -> None:
    original_only = next(d for d in held.datasets if not NODES[1].holds(d))
    with serving(file_host(tmp_path, held=lambda: held, node=NODES[1])) as base:
        assert _ask(base.removeprefix("http://"), f"/thredds/catalog/{original_only.instance_id}.xml")[0] == 404
