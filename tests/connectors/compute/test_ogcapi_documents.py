"""What real servers wrote, read: pygeoapi's and Weaver's recorded answers, and shapes that others use."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest

from connectors.compute import ogcapi_documents
from connectors.errors import AuthMissing, BadReply, MissingHolding, Refused, Unavailable
from connectors.items import Caveat, Cube, Table, Value
from connectors.transport import Reply
from tests.connectors.compute.samples import SHARED

RECORDED = SHARED / "fixtures/recorded"
needs_shared = pytest.mark.skipif(not RECORDED.exists(), reason="the shared folder is not here")
PYGEOAPI, WEAVER = "http://127.0.0.1:15000", "http://127.0.0.1:15040"


def recorded(server: str, number: str) -> tuple[dict[str, Any], Reply]:
    """A recorded request and its reply."""
    path = next((RECORDED / server).glob(f"{number}-*.json"))
    exchange = json.loads(path.read_text(encoding="utf-8"))
    response = exchange["response"]
    binary = response.get("body_base64")
    body = base64.b64decode(binary) if binary else (response["body"] or "").encode()
    base = PYGEOAPI if server == "pygeoapi" else WEAVER
    return exchange["request"], Reply(
        status=response["status"], headers=response["headers"], body=body, url=base + exchange["request"]["path"]
    )


def _reply(
    document: Any, *, status: int = 200, url: str = "http://h/jobs/1/results", headers: Mapping[str, str] | None = None
) -> Reply:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return Reply(status=status, headers={"content-type": "application/json", **(headers or {})}, body=body, url=url)


@needs_shared
@pytest.mark.parametrize(
    ("server", "number", "outputs"),
    [
        ("pygeoapi", "09", {"echo": "Hello Ana! hi"}),
        ("pygeoapi", "10", {"echo": "Hello Ana!"}),
        ("pygeoapi", "11", {"echo": "Hello Ana!"}),
        ("pygeoapi", "20", {"echoOutput": "Test"}),
        ("pygeoapi", "23", {"echo": "Hello Ana!"}),
        ("weaver", "039", {"output": "Hello Ana"}),
        ("weaver", "041", {"output": "Hello Ana"}),
        ("weaver", "055", {"sleep_output": "done sleeping"}),
        ("weaver", "056", {"sleep_output": "done sleeping"}),
    ],
)
def test_recorded_results_are_read(server: str, number: str, outputs: dict[str, Any]) -> None:
    assert ogcapi_documents.results(recorded(server, number)[1]).outputs == outputs


@needs_shared
@pytest.mark.parametrize("number", ["042", "043", "044", "112"])
def test_recorded_references_become_cubes(number: str) -> None:
    outputs = ogcapi_documents.results(recorded("weaver", number)[1]).outputs
    assert outputs
    assert all(
        isinstance(output, Cube) and output.hrefs[0].startswith("http://127.0.0.1") for output in outputs.values()
    )


@needs_shared
@pytest.mark.parametrize(
    ("server", "number", "state"),
    [
        ("pygeoapi", "15", "waiting"),
        ("pygeoapi", "16", "waiting"),
        ("pygeoapi", "19", "successful"),
        ("pygeoapi", "25", "failed"),
        ("weaver", "048", "waiting"),
        ("weaver", "049", "waiting"),
        ("weaver", "052", "successful"),
        ("weaver", "053", "successful"),
        ("weaver", "066", "failed"),
        ("weaver", "073", "dismissed"),
        ("weaver", "077", "waiting"),
        ("weaver", "080", "waiting"),
    ],
)
def test_recorded_states_are_understood(server: str, number: str, state: str) -> None:
    job = ogcapi_documents.job(recorded(server, number)[1], base_url=PYGEOAPI)
    assert job.state == state
    assert "/jobs/" in job.href


@needs_shared
@pytest.mark.parametrize(
    ("server", "number", "kind", "words"),
    [
        ("pygeoapi", "14", Refused, "NoneType"),
        ("pygeoapi", "36", Refused, "Identifier not found"),
        ("pygeoapi", "38", Refused, "without a name"),
        ("pygeoapi", "48", Refused, "00000000"),
        ("pygeoapi", "53", Refused, "HTTP 405"),
        ("weaver", "067", Refused, "execution failed: Process failed"),
        ("weaver", "091", Refused, "find job"),
        ("weaver", "096", Refused, "no-such-process"),
        ("weaver", "097", Refused, "cardinality"),
        ("weaver", "101", Refused, "JSON"),
    ],
)
def test_recorded_errors_keep_the_servers_words(server: str, number: str, kind: type[Exception], words: str) -> None:
    error = ogcapi_documents.problem(recorded(server, number)[1], source="there")
    assert type(error) is kind
    assert error.source == "there"
    assert words in str(error)


@needs_shared
def test_every_recorded_error_has_words() -> None:
    for server in ("pygeoapi", "weaver"):
        for path in sorted((RECORDED / server).glob("*error*.json")):
            _, reply = recorded(server, path.name.partition("-")[0])
            if reply.status >= 400:
                assert str(ogcapi_documents.problem(reply)).strip(), path.name


@pytest.mark.parametrize("word", ["ProcessSucceeded", "succeeded", "Finished", "SUCCESSFUL"])
def test_words_for_success_are_many(word: str) -> None:
    job = ogcapi_documents.job(_reply({"job_id": "7", "status": word}), base_url="http://h")
    assert (job.state, job.href) == ("successful", "http://h/jobs/7")


def test_a_relative_location_is_resolved() -> None:
    job = ogcapi_documents.job(
        _reply(b"", status=201, url="http://h/p/execution", headers={"location": "/jobs/9?f=json"}), base_url="http://h"
    )
    assert (job.href, job.state) == ("http://h/jobs/9", "waiting")


def test_a_job_that_cannot_be_found_again_is_a_bad_reply() -> None:
    with pytest.raises(BadReply, match="does not say where"):
        ogcapi_documents.job(_reply({"status": "accepted"}, status=201), base_url="http://h")


def test_our_own_results_come_with_their_caveats() -> None:
    document = {
        "value": {"kind": "value", "value": 2.1, "units": "K", "details": {}},
        "caveats": [{"kind": "caveat", "code": "single_model", "parameters": {"models": 1}}],
    }
    processed = ogcapi_documents.results(_reply(document))
    assert processed.outputs == {"value": Value(value=2.1, units="K")}
    assert processed.caveats == (Caveat(code="single_model", parameters={"models": 1}),)


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"value": 1', b'{"value": NaN}', b"[" * 100_000])
def test_results_that_make_no_sense_are_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        ogcapi_documents.results(_reply(body))


def test_a_raw_array_is_a_reference_to_where_it_lies() -> None:
    reply = _reply(b"CDF\x01", headers={"content-type": "application/x-netcdf"})
    assert ogcapi_documents.results(reply).outputs == {"output": Cube(hrefs=("http://h/jobs/1/results",))}


def test_several_values_are_a_table() -> None:
    assert ogcapi_documents.results(_reply([1, 2])).outputs == {"output": Table(columns=("value",), rows=((1,), (2,)))}


@pytest.mark.parametrize(
    ("status", "document", "kind"),
    [
        (401, {"title": "who are you"}, AuthMissing),
        (429, {"detail": "slow down"}, Unavailable),
        (503, b"<html>busy</html>", Unavailable),
        (424, {"detail": "gone", "error": "MissingHolding"}, MissingHolding),
        (400, [{"Code": "x", "Text": "bad"}], Refused),
        (400, {"error": {"message": "bad"}}, Refused),
    ],
)
def test_errors_are_told_apart(status: int, document: Any, kind: type[Exception]) -> None:
    assert type(ogcapi_documents.problem(_reply(document, status=status))) is kind


def test_the_time_to_wait_is_that_of_the_server() -> None:
    error = ogcapi_documents.problem(_reply({"detail": "slow down"}, status=429, headers={"retry-after": "7"}))
    assert (error.kind, error.retry_after) == ("rate_limited", 7.0)
