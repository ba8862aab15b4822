"""The parts of the WPS clients: inputs, outputs, exceptions, metalinks, capabilities and requests in an address."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from connectors.compute.remote import ProcessDescription, ProcessSummary
from connectors.compute.wps import capabilities, documents2, exceptions, metalink, outputs, requests
from connectors.compute.wps.inputs import Given, given
from connectors.compute.wps.outputs import Answered
from connectors.errors import AuthMissing, BadReply, Refused, Unavailable
from connectors.items import Cube, Table
from connectors.markup import read_xml
from connectors.transport import Reply

OWS = "http://www.opengis.net/ows/1.1"
FILE = {"schema": {"type": "string", "contentMediaType": "application/x-netcdf"}}
JSON = {"schema": {"type": "string", "contentMediaType": "application/json"}, "minOccurs": 0}
BOX = {"schema": {"type": "array", "format": "ogc-bbox", "default": "epsg:4326"}, "minOccurs": 0}
TEXT = {"schema": {"type": "string"}, "minOccurs": 0}
WANTED = ProcessDescription(
    summary=ProcessSummary(id="p"),
    inputs={"file": FILE, "json": JSON, "box": BOX, "text": TEXT},
    outputs={"out": FILE, "told": TEXT},
)


def _given(**inputs: Any) -> tuple[Given, ...]:
    return given({"file": {"href": "http://h/a.nc"}, **inputs}, WANTED)[1:]


def _report(code: str, text: str, status: int, *, locator: str = "") -> Reply:
    body = (
        f'<ows:ExceptionReport xmlns:ows="{OWS}"><ows:Exception exceptionCode="{code}" locator="{locator}">'
        f"<ows:ExceptionText>{text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )
    return Reply(status=status, headers={"content-type": "text/xml"}, body=body.encode(), url="http://h/wps")


def test_a_cube_of_several_files_is_the_same_input_several_times() -> None:
    found = given({"file": Cube(hrefs=("http://h/a.nc", "http://h/b.nc"))}, WANTED)
    assert [(one.kind, one.text, one.media) for one in found] == [
        ("reference", "http://h/a.nc", "application/x-netcdf"),
        ("reference", "http://h/b.nc", "application/x-netcdf"),
    ]


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (3, "3"), (2.5, "2.5"), ("5.0 degC", "5.0 degC"), ({"value": 4}, "4")]
)
def test_a_literal_is_written_as_xml_schema_writes_it(value: Any, text: str) -> None:
    assert _given(text=value) == (Given(name="text", kind="literal", text=text),)


def test_a_document_goes_as_json() -> None:
    (found,) = _given(json={"doc": "subset", "steps": [1]})
    assert (found.kind, found.media, found.text) == ("complex", "application/json", '{"doc": "subset", "steps": [1]}')
    assert _given(json=[1, 2])[0].text == "[1, 2]"


@pytest.mark.parametrize("box", [[-10, 36, 3, 44], "-10,36,3,44", {"bbox": [-10, 36, 3, 44]}])
def test_a_box_goes_in_the_order_of_its_reference_system(box: Any) -> None:
    assert _given(box=box)[0].text == "-10.0,36.0,3.0,44.0"
    by_urn = {"bbox": [-10, 36, 3, 44], "crs": "urn:ogc:def:crs:EPSG::4326"}
    assert _given(box=by_urn)[0].text == "36.0,-10.0,44.0,3.0"
    with pytest.raises(Refused, match="west, south, east, north"):
        _given(box=[1, 2, 3])


def test_what_is_not_given_is_left_out() -> None:
    assert _given(text=None) == ()


@pytest.mark.parametrize("href", ["/data/a.nc", "file:///etc/passwd", "http://data1.embedded/a.nc"])
def test_files_of_this_machine_are_not_sent(href: str) -> None:
    with pytest.raises(Refused, match="lies on this machine"):
        given({"file": {"href": href}}, WANTED)


def test_outputs_by_value_have_their_types() -> None:
    told = (
        Answered(name="f", text="2.5", data_type="float"),
        Answered(name="i", text="7", data_type="xs:integer"),
        Answered(name="b", text="true", data_type="http://www.w3.org/TR/xmlschema-2/#boolean"),
        Answered(name="s", text="a"),
        Answered(name="j", text='{"value": 3}', media="application/json"),
    )
    assert outputs.processed(told, base="http://h/", keep=None).outputs == {
        "f": 2.5,
        "i": 7,
        "b": True,
        "s": "a",
        "j": 3,
    }


def test_a_box_comes_back_as_west_south_east_north() -> None:
    told = (Answered(name="b", box=(36.0, -10.0, 44.0, 3.0), crs="urn:ogc:def:crs:EPSG::4326"),)
    table = outputs.processed(told, base="http://h/", keep=None).outputs["b"]
    assert isinstance(table, Table) and table.rows[0][:4] == (-10.0, 36.0, 3.0, 44.0)


def test_bytes_by_value_are_put_away() -> None:
    kept: list[bytes] = []

    def keep(body: bytes, media: str) -> str:
        kept.append(body)
        return "/kept/file.nc"

    told = Answered(
        name="f", text=base64.b64encode(b"CDF\x01").decode(), media="application/x-netcdf", encoding="base64"
    )
    done = outputs.processed((told,), base="http://h/", keep=keep)
    assert done.outputs["f"] == Cube(hrefs=("/kept/file.nc",), type="application/x-netcdf")
    assert kept == [b"CDF\x01"]


def test_the_same_output_twice_is_one_cube() -> None:
    told = tuple(Answered(name="o", href=f"http://h/{n}.nc", media="application/x-netcdf") for n in "ab")
    cube = outputs.processed(told, base="http://h/", keep=None).outputs["o"]
    assert isinstance(cube, Cube) and cube.hrefs == ("http://h/a.nc", "http://h/b.nc")


@pytest.mark.parametrize(
    ("href", "base", "seen"),
    [
        ("http://h:80/out/a.nc", "https://h/wps", "https://h/out/a.nc"),
        ("http://localhost:8090/out/a.nc", "https://h/wps", "https://h/out/a.nc"),
        ("http://other/out/a.nc", "https://h/wps", "http://other/out/a.nc"),
        ("http://127.0.0.1:9/a.nc", "http://127.0.0.1:8/wps", "http://127.0.0.1:9/a.nc"),
        ("/out/a.nc", "https://h/wps", "https://h/out/a.nc"),
    ],
)
def test_addresses_are_told_as_seen_from_outside(href: str, base: str, seen: str) -> None:
    assert outputs.reachable(href, base=base) == seen


def test_a_result_that_names_a_file_of_whoever_reads_it_is_refused() -> None:
    with pytest.raises(BadReply, match="nobody but itself"):
        outputs.processed((Answered(name="o", href="file:///etc/passwd"),), base="http://h/", keep=None)
    body = b'<metalink xmlns="urn:x"><file name="a"><metaurl mediatype="a/b">file:///etc/passwd</metaurl></file></metalink>'
    with pytest.raises(BadReply, match="nobody but itself"):
        outputs.raw(body, metalink.MEDIA, name="o", base="http://h/", keep=None)


def test_a_metalink_without_files_is_no_result() -> None:
    with pytest.raises(BadReply, match="lists no files"):
        metalink.files(b'<metalink xmlns="urn:x"/>')


async def test_a_metalink_that_cannot_be_had_is_said() -> None:
    async def send(request: Any) -> Reply:
        return Reply(status=503, headers={}, body=b"", url=request.url)

    cube = Cube(hrefs=("http://h/a.meta4",), type="application/metalink+xml; version=4.0")
    done = outputs.processed((Answered(name="o", href=cube.hrefs[0], media=cube.type),), base="http://h/", keep=None)
    done = await outputs.resolved_if_it_can_be(done, base="http://h/", send=send)
    assert done.outputs == {"o": cube} and [c.code for c in done.caveats] == ["unread_metalink"]


@pytest.mark.parametrize(
    ("reply", "error", "kind"),
    [
        (_report("NoSuchJob", "gone", 404), Refused, "http_404"),
        (_report("ServerBusy", "later", 400), Unavailable, "rate_limited"),
        (_report("NoApplicableCode", "Process error", 500), Refused, "exception"),
        (_report("NoApplicableCode", "no", 401), AuthMissing, "auth"),
        (Reply(status=502, headers={}, body=b"<html/>", url="http://h/wps"), Unavailable, "http_502"),
        (Reply(status=200, headers={}, body=b"<html/>", url="http://h/wps"), BadReply, "bad_payload"),
    ],
)
def test_an_exception_is_told_apart_from_a_stumble(reply: Reply, error: type[Exception], kind: str) -> None:
    told = exceptions.problem(reply)
    assert type(told) is error and told.kind == kind


def test_words_code_and_place_of_an_exception_are_all_told() -> None:
    report = _report("InvalidParameterValue", "not a number", 400, locator="seconds")
    assert str(exceptions.problem(report)) == "not a number (InvalidParameterValue, seconds)"


def test_a_stumble_while_looking_may_pass() -> None:
    assert isinstance(exceptions.problem(_report("NoApplicableCode", "x", 500), looking=True), Unavailable)


@pytest.mark.parametrize(
    ("wanted", "spoken", "best"),
    [
        ("fr-CA", ("en-US", "fr"), "fr"),
        ("en", ("en-US", "fr"), "en-US"),
        ("de", ("en-US", "fr"), "en-US"),
        ("fr", (), ""),
    ],
)
def test_the_nearest_language_is_chosen(wanted: str, spoken: tuple[str, ...], best: str) -> None:
    assert capabilities.best_language(wanted, spoken) == best


def test_what_parts_inputs_is_escaped_in_an_address() -> None:
    one = Given(name="text", kind="literal", text="a;b@c=d")
    asked = requests.pairs("p", (one,), WANTED, mode="async", language="fr", raw=False)
    assert asked["DataInputs"] == "text=a%3Bb%40c%3Dd"
    assert asked["ResponseDocument"] == "out=@asReference=true;told"
    assert (asked["storeExecuteResponse"], asked["language"]) == ("true", "fr")


def test_raw_data_is_asked_for_only_where_there_is_one_output() -> None:
    assert "RawDataOutput" not in requests.pairs("p", (), WANTED, mode="sync", language="", raw=True)
    assert b"ResponseDocument" in requests.document("p", (), WANTED, mode="sync", language="", raw=True)


def test_a_request_of_2_0_holds_references_boxes_and_how_outputs_come() -> None:
    values = given({"file": {"href": "http://h/a.nc"}, "box": [-10, 36, 3, 44], "text": "a"}, WANTED)
    root = read_xml(documents2.execute("p", values, WANTED, mode="async", raw=False))
    assert next(root.iter("{*}Reference")).get("{http://www.w3.org/1999/xlink}href") == "http://h/a.nc"
    assert next(root.iter("{*}LowerCorner")).text == "-10.0 36.0"
    assert [(o.get("id"), o.get("transmission")) for o in root.iter("{*}Output")] == [
        ("out", "reference"),
        ("told", "value"),
    ]


def test_nested_outputs_of_2_0_are_told_by_their_paths() -> None:
    body = (
        f'<wps:Result xmlns:wps="{documents2.WPS}"><wps:Output id="a"><wps:Output id="b"><wps:Data>'
        '<wps:LiteralValue dataType="integer">3</wps:LiteralValue></wps:Data></wps:Output></wps:Output></wps:Result>'
    )
    told = documents2.result(read_xml(body.encode()))
    assert outputs.processed(told, base="http://h/", keep=None).outputs == {"a/b": 3}
