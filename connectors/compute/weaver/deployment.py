"""Deployment in Weaver (OGC API – Processes, Part 2): CWL packages, processes of remote servers, and taking them away.

https://docs.ogc.org/DRAFTS/20-044.html; the profiles are those of OGC Testbed 14 that Weaver kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from connectors.base import Request
from connectors.compute.ogcapi import JSON_ONLY
from connectors.compute.ogcapi_listing import summary
from connectors.compute.remote import ProcessSummary
from connectors.compute.weaver.server import Weaver
from connectors.errors import BadReply, Refused
from connectors.items import JSON

_PROFILES = "http://www.opengis.net/profiles/eoc"
_CWL_PROFILES = {"Workflow": "workflow", "CommandLineTool": "dockerizedApplication"}


def cwl(process_id: str, package: Mapping[str, JSON], *, title: str = "", version: str = "") -> dict[str, JSON]:
    """The deployment of a CWL package: a tool in Docker, or a workflow of processes that are deployed already."""
    kind = str(package.get("class", ""))
    if kind not in _CWL_PROFILES:
        raise Refused(f"a CWL of class {kind!r} cannot be deployed; give a {' or a '.join(_CWL_PROFILES)}")
    requirements = package.get("requirements") or package.get("hints") or {}
    if kind == "CommandLineTool" and "Requirement" not in str(requirements):
        raise Refused(f"the tool {process_id!r} needs a DockerRequirement that says which image runs it")
    return _deployment(process_id, [{"unit": dict(package)}], _CWL_PROFILES[kind], title=title, version=version)


def remote_wps(process_id: str, *, url: str, identifier: str, title: str = "", version: str = "") -> dict[str, JSON]:
    """The deployment of a process of a WPS 1.0 server."""
    query = {"service": "WPS", "version": "1.0.0", "request": "DescribeProcess", "identifier": identifier}
    unit = {"href": f"{url.partition('?')[0]}?{urlencode(query)}"}
    return _deployment(process_id, [unit], "wpsApplication", title=title, version=version)


def remote_ogcapi(process_id: str, *, url: str, identifier: str, title: str = "", version: str = "") -> dict[str, JSON]:
    """The deployment of a process of another OGC API – Processes server."""
    unit = {"href": f"{url.rstrip('/')}/processes/{quote(identifier, safe=':')}", "type": "application/json"}
    return _deployment(process_id, [unit], "ogcapiApplication", title=title, version=version)


def _deployment(
    process_id: str, units: list[dict[str, JSON]], profile: str, *, title: str, version: str
) -> dict[str, JSON]:
    process = {"id": process_id, "title": title or process_id} | ({"version": version} if version else {})
    return {
        "processDescription": {"process": process},
        "executionUnit": units,
        "deploymentProfileName": f"{_PROFILES}/{profile}",
    }


async def deploy(weaver: Weaver, document: Mapping[str, JSON]) -> ProcessSummary:
    """Deploy; raises Refused (`http_409` where the id is taken, `http_422` where the package does not hold)."""
    told = await weaver.call(
        Request(
            method="POST",
            url=f"{weaver.base}/processes",
            json=dict(document),
            headers={**JSON_ONLY, "Content-Type": "application/json"},
            idempotent=False,
        )
    )
    described = told.get("processSummary") if isinstance(told, Mapping) else None
    if not isinstance(described, Mapping):
        raise BadReply(f"{weaver.base} deployed something and does not say what", kind="bad_payload")
    return summary(described)


async def undeploy(weaver: Weaver, process_id: str) -> None:
    """Take a process away; raises Refused where there is none (`http_404`) or it is built in (`http_403`)."""
    await weaver.reply(Request(method="DELETE", url=weaver.base + weaver.path(process_id), headers=JSON_ONLY))


async def package(weaver: Weaver, process_id: str) -> Mapping[str, JSON]:
    """The CWL package behind a process."""
    return await weaver.get(f"{weaver.path(process_id)}/package")
