"""WCS 2.0: a real server's coverage with its axes, and a request that never asks for more than fits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from connectors.eo.map_layer import MOST_PIXELS, Window
from connectors.eo.wcs import Coverage, get_coverage, preferred_format, read_coverages, read_offer
from connectors.extents import BBox
from connectors.markup import read_xml

RECORDED = Path(__file__).parent / "recorded"
BASE = "http://127.0.0.1:15953/cgi?map=WORLD"


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    (only,) = read_coverages(read_xml((RECORDED / "mapserver_wcs201_describe.xml").read_bytes()))
    return only


def _asked(coverage: Coverage, window: Window, *, scales: bool = True) -> list[tuple[str, str]]:
    href = get_coverage(coverage, window, base=BASE, format="image/tiff", scales=scales)
    return parse_qsl(urlsplit(href).query)


def test_what_a_real_server_offers() -> None:
    offered = read_offer((RECORDED / "mapserver_wcs201.xml").read_bytes())

    assert (offered.coverages, offered.scales) == (("landcover",), True)
    assert "image/tiff" in offered.formats


def test_a_real_coverage_with_its_grid_the_other_way_round(coverage: Coverage) -> None:
    assert coverage.axes == ("long", "lat", "")
    assert coverage.bbox == BBox(west=-180, south=-90, east=180, north=90)
    assert coverage.size == (7200, 3600)
    assert coverage.fields == ("band",)


def test_a_window_is_cut_by_the_coverage_s_own_axes(coverage: Coverage) -> None:
    asked = _asked(coverage, Window(box=(0, 40, 20, 50)))

    assert [v for k, v in asked if k == "subset"] == ["long(0,20)", "lat(40,50)"]
    assert ("map", "WORLD") in asked and ("coverageId", "landcover") in asked
    assert "scalefactor" not in dict(asked)


def test_a_window_that_is_too_large_is_scaled_or_not_asked(coverage: Coverage) -> None:
    globe = Window(box=(-180, -90, 180, 90))

    factor = float(dict(_asked(coverage, globe))["scalefactor"])

    assert 7200 * 3600 * factor**2 == pytest.approx(MOST_PIXELS**2, rel=0.01)
    assert get_coverage(coverage, globe, base=BASE, format="image/tiff", scales=False) == ""


def test_a_time_is_quoted(coverage: Coverage) -> None:
    timed = replace(coverage, axes=("long", "lat", "ansi"))

    assert ("subset", 'ansi("2020-01-01")') in _asked(timed, Window(box=(0, 0, 1, 1), time="2020-01-01"))


def test_a_coverage_in_metres_is_described_but_not_cut() -> None:
    text = (RECORDED / "mapserver_wcs201_describe.xml").read_text("utf-8").replace("EPSG/0/4326", "EPSG/0/2154")
    (projected,) = read_coverages(read_xml(text.encode()))

    assert (projected.axes[:2], projected.bbox) == (("", ""), None)
    assert get_coverage(projected, Window(box=(0, 0, 1, 1)), base=BASE, format="x", scales=True) == ""


@pytest.mark.parametrize(
    ("formats", "best"),
    [
        (("image/png", "image/tiff", "application/netcdf"), "application/netcdf"),
        (("image/png", "image/tiff"), "image/tiff"),
        (("image/png",), "image/png"),
        ((), "image/tiff"),
    ],
)
def test_numbers_are_preferred_to_pictures(formats: tuple[str, ...], best: str) -> None:
    assert preferred_format(formats) == best


def test_a_description_without_an_envelope_is_left_out() -> None:
    body = b"<CoverageDescriptions><CoverageDescription><CoverageId>x</CoverageId></CoverageDescription></CoverageDescriptions>"

    assert read_coverages(read_xml(body)) == ()


def test_times_of_an_envelope_with_a_period() -> None:
    body = (
        b"<CoverageDescriptions><CoverageDescription><CoverageId>x</CoverageId>"
        b'<EnvelopeWithTimePeriod srsName="EPSG:4326" axisLabels="Lat Long"><lowerCorner>0 10</lowerCorner>'
        b"<upperCorner>5 20</upperCorner><beginPosition>2000-01-01T00:00:00Z</beginPosition>"
        b"<endPosition>2001-01-01</endPosition></EnvelopeWithTimePeriod></CoverageDescription></CoverageDescriptions>"
    )
    (only,) = read_coverages(read_xml(body))

    assert (only.times, only.bbox, only.size) == (
        ("2000-01-01/2001-01-01",),
        BBox(west=10, south=0, east=20, north=5),
        (0, 0),
    )
