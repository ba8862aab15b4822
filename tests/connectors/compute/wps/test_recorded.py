"""Every recorded exchange with a WPS server, and every WPS and CWT document, decodes to what it says or to its error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from connectors.compute.wps import capabilities, descriptions, documents2, exceptions, metalink, outputs, responses
from connectors.errors import BadReply, ConnectorError
from connectors.markup import local_name, read_xml
from connectors.transport import Reply
from tests.connectors.compute.wps.recorded import FIXTURES, reply_of

pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="the recorded exchanges are not here")
SERVERS = ("finch", "rook", "zoo")
EXCHANGES = sorted(
    path
    for server in SERVERS
    for path in (FIXTURES / "recorded" / server).glob("*.json")
    if json.loads(path.read_text())["request"]["method"] != "HEAD"  # an answer without a body
)
DOCUMENTS = sorted(
    path for pattern in ("wps/**/*.xml", "wps/**/*.meta4", "cwt/generated/*.xml") for path in FIXTURES.glob(pattern)
)
QUESTIONS = ("Execute", "GetCapabilities", "DescribeProcess", "DataInputs", "GetStatus", "GetResult", "Dismiss")
OF_A_SERVER = "wps_DummyExecuteResponseLocalFile.xml"


def decoded(reply: Reply) -> object:
    """What a reply is read as; raises the error that it holds."""
    if reply.status < 400 and "json" in reply.headers.get("content-type", "") and b"ExceptionReport" not in reply.body:
        return json.loads(reply.body)
    if reply.status < 400 and not documents2.without_headers(reply.body).lstrip().startswith(b"<"):
        return outputs.raw(
            documents2.without_headers(reply.body), reply.headers.get("content-type", ""), name="output",
            base=reply.url, keep=lambda body, media: "/kept",
        )  # fmt: skip
    root = exceptions.root_of(reply)
    match local_name(root):
        case "Capabilities" | "WPSCapabilities" | "WPS_Capabilities":
            told = capabilities.capabilities(root)
            assert told.processes and all(process.id for process in told.processes)
            return told
        case "ProcessDescriptions":
            described = descriptions.descriptions(root)
            assert described and all(d.summary.id for d in described)
            return described
        case "ProcessOfferings":
            offered = documents2.descriptions(root)
            assert offered and all(d.summary.id and d.outputs for d in offered)
            return offered
        case "ExecuteResponse":
            told_of = responses.execution(root)
            assert told_of.state != "failed" or told_of.message
            done = outputs.processed(told_of.outputs, base=reply.url, keep=lambda body, media: "/kept")
            assert bool(done.outputs) == (told_of.state == "successful")
            return done
        case "StatusInfo":
            return documents2.state(root)
        case "Result":
            return outputs.processed(documents2.result(root), base=reply.url, keep=lambda body, media: "/kept")
        case "metalink":
            return metalink.files(reply.body)
        case name:
            assert name in QUESTIONS, f"nobody reads a {name!r}"
            return root


@pytest.mark.parametrize("path", EXCHANGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_recorded_exchange_decodes(path: Path) -> None:
    document = json.loads(path.read_text())
    reply = reply_of(document, url="http://127.0.0.1:15010/wps")
    is_error = "error" in path.stem or document["response"]["status"] >= 400
    try:
        decoded(reply)
    except ConnectorError as error:
        assert str(error)
        assert is_error or "failed" in path.stem or "orphaned" in path.stem or "missing" in path.stem, error


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_document_decodes(path: Path) -> None:
    reply = Reply(status=200, headers={"content-type": "text/xml"}, body=path.read_bytes(), url="http://h/wps")
    if local_name(read_xml(reply.body, allow_exception=True)) == "ExceptionReport":
        assert str(exceptions.problem(reply))
    elif path.name == OF_A_SERVER:
        with pytest.raises(BadReply, match="nobody but itself"):
            decoded(reply)
    else:
        assert decoded(reply) is not None
