"""Encoding: results go to JSON and come back the same; what others write is read by its shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from connectors.compute import encoding
from connectors.errors import BadReply
from connectors.items import Caveat, Cube, Output, Series, Table, Value

RESULTS: tuple[Output, ...] = (
    Value(value=2.1, units="K", low=1.4, high=3.1, range_meaning="5–95 %", n=37, details={"models": 37}),
    Series(
        x=("2000", "2001"), y=(1.0, None), units="K", low=(0.5, None), high=(1.5, None), lines={"fitted": (1.0, 1.1)}
    ),
    Table(columns=("a", "b"), rows=((1, "x"), (None, "y")), title="t"),
    Cube(hrefs=("http://processes.embedded/jobs/1/results/cube",), id="c", properties={"runs": 3}, derived_from=("f",)),
    3.5,
    "text",
    None,
)


@pytest.mark.parametrize("result", RESULTS, ids=lambda r: type(r).__name__)
def test_a_result_comes_back_the_same(result: Output) -> None:
    assert encoding.decode(json.loads(json.dumps(encoding.encode(result)))) == result


def test_caveats_come_back_the_same() -> None:
    caveats = (Caveat(code="single_model", parameters={"models": 1}), Caveat(code="dry_detector"))
    assert encoding.caveats(json.loads(json.dumps(encoding.encode(caveats)))) == caveats


@pytest.mark.parametrize(
    ("document", "read"),
    [
        ({"href": "http://h/a.nc", "type": "application/x-netcdf"}, Cube(hrefs=("http://h/a.nc",))),
        ({"href": "http://h/a.tif", "format": "image/tiff"}, Cube(hrefs=("http://h/a.tif",), type="image/tiff")),
        ([{"href": "http://h/a.nc"}, {"href": "http://h/b.nc"}], Cube(hrefs=("http://h/a.nc", "http://h/b.nc"))),
        ({"value": {"href": "http://h/a.nc"}}, Cube(hrefs=("http://h/a.nc",))),
        ({"value": 3}, 3),
        ([7], 7),
        ([1, 2], Table(columns=("value",), rows=((1,), (2,)))),
        ({"min": 1, "max": 2}, Table(columns=("name", "value"), rows=(("min", 1), ("max", 2)))),
    ],
)
def test_what_others_write_is_read_by_its_shape(document: Any, read: Output) -> None:
    assert encoding.decode(document) == read


@pytest.mark.parametrize(
    "document", [{"kind": "value", "units": "K"}, {"kind": "series", "x": 3, "y": [], "units": "K"}]
)
def test_a_malformed_result_is_a_bad_reply(document: Any) -> None:
    with pytest.raises(BadReply, match="malformed"):
        encoding.decode(document)
