"""Deploying to Weaver: the documents it was really given, and its answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from connectors.compute.weaver import deployment
from connectors.compute.weaver.providers import Provider, providers, register, unregister
from connectors.compute.weaver.server import Weaver
from connectors.errors import Refused
from tests.connectors.compute.weaver.replay import RECORDED

EMU = "http://127.0.0.1:15011/wps"


def sent(number: str) -> dict[str, Any]:
    """The body of a recorded request."""
    path = next(RECORDED.glob(f"{number}-*.json"))
    document: dict[str, Any] = json.loads(json.loads(path.read_text("utf-8"))["request"]["body"])
    return document


async def test_a_remote_wps_process_is_deployed(weaver: Weaver) -> None:
    document = deployment.remote_wps("hello-remote", url=f"{EMU}?x=1", identifier="hello", version="1.0.0")
    assert document == sent("008")
    deployed = await deployment.deploy(weaver, document)
    assert (deployed.id, deployed.version) == ("hello-remote", "1.0.0")


async def test_a_workflow_is_deployed_once(weaver: Weaver) -> None:
    recorded = sent("014")
    unit = recorded["executionUnit"][0]["unit"]
    document = deployment.cwl("wf-subset-mean", unit, title="Subset then mean")
    assert document == recorded
    assert (await deployment.deploy(weaver, document)).id == "wf-subset-mean"
    with pytest.raises(Refused, match="already registered") as raised:
        await deployment.deploy(weaver, document)
    assert raised.value.kind == "http_409"


def test_a_tool_needs_an_image() -> None:
    with pytest.raises(Refused, match="DockerRequirement"):
        deployment.cwl("echo", {"class": "CommandLineTool", "baseCommand": "echo"})
    with pytest.raises(Refused, match="cannot be deployed"):
        deployment.cwl("x", {"class": "ExpressionTool"})


def test_a_remote_ogcapi_process_is_named_by_its_address() -> None:
    document = deployment.remote_ogcapi("hello", url="http://p/oapi/", identifier="hello-world")
    assert document["executionUnit"] == [{"href": "http://p/oapi/processes/hello-world", "type": "application/json"}]
    assert document["deploymentProfileName"].endswith("/ogcapiApplication")


async def test_a_process_is_taken_away_and_gone(weaver: Weaver) -> None:
    await deployment.undeploy(weaver, "to-undeploy")
    with pytest.raises(Refused, match="does not exist"):
        await deployment.undeploy(weaver, "to-undeploy")


async def test_the_package_of_a_process_is_shown(weaver: Weaver) -> None:
    assert (await deployment.package(weaver, "wf-subset-mean"))["class"] == "Workflow"


async def test_a_provider_is_registered_listed_and_taken_away(weaver: Weaver) -> None:
    registered = await register(weaver, "finch", url="http://127.0.0.1:15010/wps")
    assert registered == Provider(
        id="finch", title="Finch", url="http://127.0.0.1:15010/wps", type="wps-remote", is_public=True
    )
    assert {provider.id for provider in await providers(weaver)} == {"emu", "finch"}
    with pytest.raises(Refused) as raised:
        await register(weaver, "finch", url="http://127.0.0.1:15010/wps")
    assert raised.value.kind == "http_409"
    await unregister(weaver, "emu")
