"""DAP 2.0: what descriptors, attributes and data say, and what broken ones do."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.arrays.opendap import read_das, read_dds, read_dods
from connectors.errors import BadReply

DDS = """Dataset {
    Float64 time[time = 2];
    Grid {
      ARRAY:
        Float32 tas[time = 2][lat = 3];
      MAPS:
        Float64 time[time = 2];
        Float64 lat[lat = 3];
    } tas;
    Structure { Int32 inner; } kept_out;
    String name;
    Byte flags[5];
} a%20path/tas.nc;
"""


def test_a_grid_goes_by_its_own_name() -> None:
    variables = read_dds(DDS)
    assert (variables["tas"].dimensions, variables["tas"].shape, variables["tas"].dtype) == (
        ("time", "lat"),
        (2, 3),
        "f4",
    )
    assert variables["flags"].shape == (5,) and variables["name"].dtype == "S"
    assert "inner" not in variables and set(variables) == {"time", "tas", "lat", "name", "flags"}


def test_attributes_are_read_by_their_kind() -> None:
    das = (
        'Attributes { tas { Float32 _FillValue 1.0E20; String note "a \\"b\\"; {c}"; Int16 range 1, 2;'
        ' more { Byte x 1; } } NC_GLOBAL { String title ""; } }'
    )
    assert read_das(das) == {
        "tas": {"_FillValue": 1e20, "note": 'a "b"; {c}', "range": [1, 2]},
        "NC_GLOBAL": {"title": ""},
    }


def test_attributes_outside_any_container_are_those_of_the_whole() -> None:
    """As pydap writes them."""
    assert read_das('Attributes { String title "x"; tas { String units "K"; } }') == {
        "NC_GLOBAL": {"title": "x"},
        "tas": {"units": "K"},
    }


def test_values_come_in_the_servers_byte_order() -> None:
    body = b"Dataset { Int16 n[x = 3]; } d;\nData:\n" + np.array([3, 3, 1, 2, 3], ">i4").tobytes()
    values = read_dods(body, "n", where="there")
    assert (values.dtype, values.tolist()) == (np.dtype("i2"), [1, 2, 3])


def test_a_single_value_has_no_length() -> None:
    body = b"Dataset { Float64 height; } d;\nData:\n" + np.array(2.0, ">f8").tobytes()
    assert read_dods(body, "height", where="there") == 2.0


def test_text_is_padded_to_four_bytes() -> None:
    raw = np.array(2, ">u4").tobytes() + b"\0\0\0\3abc\0" + b"\0\0\0\4wxyz"
    assert read_dods(b"Dataset { String s[n = 2]; } d;\nData:\n" + raw, "s", where="x").tolist() == ["abc", "wxyz"]


@pytest.mark.parametrize(
    "body",
    [
        b"<html>login</html>",
        b'Error { code = 5; message = "too large a request"; };',
        b"Dataset { Float32 tas[x = 4]; } d;\nData:\n" + np.array([4, 4], ">u4").tobytes() + b"\0\0",
        b"Dataset { Float32 tas[x = 4]; } d;\nData:\n" + np.array([3, 3], ">u4").tobytes() + bytes(16),
        b"Dataset { Float32 other[x = 1]; } d;\nData:\n" + bytes(12),
    ],
)
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        read_dods(body, "tas", where="there")


@pytest.mark.parametrize(
    "text", ["", "Dataset {", "Dataset { Float32 a[x = ; } d;", "Attributes { }", "Dataset { Thing x; } d;"]
)
def test_a_broken_descriptor_is_a_bad_reply(text: str) -> None:
    with pytest.raises(BadReply):
        read_dds(text)


def test_a_description_without_end_is_cut() -> None:
    with pytest.raises(BadReply, match="without end"):
        read_das("Attributes { a {" + "Int32 x 1;" * 100_000)
