"""Errata: versions asked after, issues read from a recorded one, and what the reader is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.errors import BadReply, Unavailable
from connectors.esgf.errata import (
    ErrataService,
    Issue,
    errata_caveat,
    errata_name,
    issue_ids,
    issue_request,
    read_issue,
    read_resolved,
    resolve_requests,
)
from connectors.items import Item
from connectors.offers import Source

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
BASE = "https://errata.example"
UID = "6838a44b-48eb-89a3-8090-c9315a79f3de"
OTHER = "ce889690-1ef3-6f46-9152-ccb27fc42490"
CLT = "CMIP6.CMIP.IPSL.IPSL-CM6A-LR.1pctCO2.r1i1p1f1.3hr.clt.gr"


def _item(name: str = f"{CLT}.v20180605", *, project: str = "CMIP6") -> Item:
    return Item(id=name, collection=project)


def _issue(uid: str = UID, **parts: Any) -> bytes:
    return json.dumps(
        {"issue": {"uid": uid, "title": "Wrong links", "severity": "low", "status": "new"} | parts}
    ).encode()


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (_item(), f"{CLT}#20180605"),
        (_item(CLT), ""),
        (_item("global-tas.v1", project="IPCC-AR6-global-tas"), ""),
        (Item(id="x", collection="CMIP6", properties={"instance_id": f"{CLT}.v1"}), f"{CLT}#1"),
    ],
)
def test_a_version_is_named_by_a_hash(item: Item, name: str) -> None:
    assert errata_name(item) == name


def test_fifteen_versions_are_one_call() -> None:
    first, second = resolve_requests([f"d{n}#1" for n in range(16)], base=BASE)

    assert first.url == f"{BASE}/1/resolve/simple-pid"
    assert (first.params["datasets"].count(","), second.params["datasets"]) == (14, "d15#1")


@pytest.mark.parametrize(
    ("entry", "uids"),
    [
        ({"errata_ids": UID, "has_errata": True, "success": True}, (UID,)),
        ({"errataIds": [UID, OTHER.upper()], "hasErrata": True}, (UID, OTHER)),
        ({"errata_ids": f"{UID};{OTHER};{UID}"}, (UID, OTHER)),
        ({"errata_ids": None, "has_errata": None, "success": False}, None),
        ("unknown", None),
    ],
)
def test_the_issues_of_a_version_in_every_spelling(entry: Any, uids: tuple[str, ...] | None) -> None:
    assert read_resolved(json.dumps({"d#1": entry}).encode()) == ({"d#1": uids} if uids else {})


@needs_shared
def test_a_recorded_issue() -> None:
    issue = read_issue((SHARED / "fixtures/errata/test-errata.json").read_bytes(), base=BASE)

    assert (issue.uid, issue.severity, issue.status) == (UID, "critical", "resolved")
    assert issue.title == "Versioning errors for 1pctCO2 and abrupt-4xCO2"
    assert issue.url == f"{BASE}/static/view.html?uid={UID}"
    assert f"{CLT}#20180605" in issue.datasets


def test_an_issue_without_fields_of_its_own_has_them_in_its_facets() -> None:
    facets = ["esdoc:errata:severity:High", "esdoc:errata:status:onhold"]
    issue = read_issue(
        _issue(severity=None, status="", facets=facets, urls=["ftp://x", "https://x.example/i"]), base=BASE
    )

    assert (issue.severity, issue.status, issue.url) == ("high", "onhold", "https://x.example/i")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"issue": null}', b'{"issue": {}}'])
def test_what_is_no_issue_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        read_issue(body, base=BASE)


@pytest.mark.parametrize("body", [b"", b"[1]", b"\xff"])
def test_what_resolves_nothing_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        read_resolved(body)


def test_ids_are_found_in_texts_and_lists() -> None:
    assert issue_ids(None) == ()
    assert issue_ids((f"see {UID}", OTHER)) == (UID, OTHER)


def test_the_caveat_says_how_grave_it_is_and_where_to_read_on() -> None:
    caveat = errata_caveat(
        Issue(uid=UID, title="T", severity="high", status="new", url="https://x.example"), names=["b#1", "a#1"]
    )

    assert caveat.code == "errata"
    assert dict(caveat.parameters) == {
        "severity": "high",
        "title": "T",
        "url": "https://x.example",
        "status": "new",
        "datasets": ["a#1", "b#1"],
    }


class Scripted:
    """A line that answers for the services that work; keeps what it was asked."""

    def __init__(self, *working: str) -> None:
        self.working = working
        self.asked: list[Request] = []

    async def __call__(self, request: Request) -> bytes:
        self.asked.append(request)
        if not request.url.startswith(self.working):
            raise Unavailable("away", kind="connect")
        if "resolve" in request.url:
            names = request.params["datasets"].split(",")
            return json.dumps({name: {"errata_ids": [UID, OTHER]} for name in names}).encode()
        return _issue(request.params["uid"], severity="critical" if request.params["uid"] == OTHER else "low")


def _service(line: Scripted, **options: Any) -> ErrataService:
    source = Source(id="e", title="E", kind="esgf-errata", family="esgf", url=BASE, options=options)
    return ErrataService(source=source, send=line)


async def test_items_are_looked_up_and_the_gravest_issue_comes_first() -> None:
    line = Scripted(BASE)

    caveats = await _service(line).caveats([_item(), _item(), _item("CMIP6.other.v2")])

    assert [c.parameters["severity"] for c in caveats] == ["critical", "low"]
    assert caveats[0].parameters["datasets"] == [f"{CLT}#20180605", "CMIP6.other#2"]
    assert len(line.asked) == 3


async def test_when_the_service_is_away_its_mirror_is_asked() -> None:
    line = Scripted("https://mirror.example")

    caveats = await _service(line, mirrors=["https://mirror.example/"]).caveats([_item()])

    assert len(caveats) == 2


async def test_when_all_are_away_that_is_said() -> None:
    with pytest.raises(Unavailable, match="away"):
        await _service(Scripted("https://nowhere.example")).caveats([_item()])


async def test_nothing_is_asked_about_what_has_no_errata() -> None:
    line = Scripted(BASE)

    assert await _service(line).caveats([_item("a", project="obs")]) == ()
    assert line.asked == []


def test_one_issue_is_asked_by_its_id() -> None:
    request = issue_request(UID, base=BASE)

    assert (request.url, dict(request.params)) == (f"{BASE}/2/publication/retrieve", {"uid": UID})
